/** The drafts side by side: how often they are accepted, what they cost, and the best that comes of it. */
import { formatFixed } from '@/lib/format-number';
import type { Result } from './core';
import type { DraftId } from './drafts';
import { tones } from './speed-plot';
import { bytesText, draftName, ratioText, type ViewStrings } from './strings';

type Props = { readonly t: ViewStrings; readonly result: Result; readonly draft: DraftId };

/** On a phone the bytes stored stand in the table of numbers only. */
const STORED = 3;
const ROOMY = 'hidden @md:table-cell';

export function OfferTable({ t, result, draft }: Props) {
  return (
    <div className="min-w-0">
      <table className="w-full border-collapse text-sm tabular-nums">
        <caption className="text-start font-semibold">{t.offers}</caption>
        <thead className="text-soft">
          <tr className="border-line border-b">
            {t.offerColumns.map((head, i) => (
              <th
                key={head}
                scope="col"
                className={`py-1 font-normal ${i === 0 ? 'text-left' : 'pl-2 text-right'} ${i === STORED ? ROOMY : ''}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.offers.map(({ id, alpha, ratio, cost, best }) => (
            <tr key={id} className={`border-line border-b ${id === draft ? 'font-semibold' : ''}`}>
              <th
                scope="row"
                className={`whitespace-nowrap py-1 text-left ${id === draft ? '' : 'font-normal'} ${tones[id].text}`}
              >
                {id === draft && <span aria-hidden="true">▸ </span>}
                {draftName(t, id)}
              </th>
              <td className="py-1 pl-2 text-right">{alpha === null ? '…' : formatFixed(alpha, 3)}</td>
              <td className="py-1 pl-2 text-right">{ratioText(ratio)}</td>
              <td className={`py-1 pl-2 text-right whitespace-nowrap ${ROOMY}`}>{bytesText(cost.stored)}</td>
              <td className="py-1 pl-2 text-right whitespace-nowrap">
                {best === null ? '…' : t.best(best.gamma, formatFixed(best.speedup, 2))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 text-soft text-sm">{t.priceNote(bytesText(result.targetCost.read))}</p>
    </div>
  );
}
