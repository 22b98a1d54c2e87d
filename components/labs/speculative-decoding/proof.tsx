/** First tokens of many rounds over the target's own distribution, and what the two tests say. */
import { percentage } from '@/components/ui/plot/round';
import type { Measured, Result } from './core';
import { letter, ranked } from './letters';
import { ROUNDS } from './measure';
import { pText, type ViewStrings } from './strings';

type Props = { readonly t: ViewStrings; readonly result: Result; readonly measured: Measured };

export function Proof({ t, result, measured }: Props) {
  const { target, draft, faithful, prefix } = result;
  const { observed, pValue } = measured.first;
  const counted = observed.map((count) => count / ROUNDS);
  const highest = Math.max(...target, ...counted, ...(draft ?? []));
  const columns = { gridTemplateColumns: `repeat(${target.length}, minmax(0, 1fr))` };
  const order = ranked(target);
  return (
    <figure className="m-0 min-w-0">
      <figcaption>
        <strong className="font-semibold">{t.proofTitle}</strong>
        <p className="text-soft text-sm">{t.proofNote(prefix)}</p>
      </figcaption>
      <div
        role="img"
        aria-label={`${t.target} / ${t.observed}: ${order
          .slice(0, 5)
          .map((id) => `${letter(id)}: ${(target[id] as number).toFixed(3)} / ${(counted[id] as number).toFixed(3)}`)
          .join('; ')}`}
        className="mt-2 grid h-32 border-strong border-b"
        style={columns}
      >
        {order.map((id) => (
          <span key={id} className="relative h-full">
            <span
              className="absolute inset-x-px bottom-0 bg-data-1"
              style={{ height: percentage((counted[id] as number) / highest) }}
            />
            <span
              className="absolute inset-x-px bottom-0 border border-ink border-b-0"
              style={{ height: percentage((target[id] as number) / highest) }}
            />
            {draft && (
              <span
                className="absolute inset-x-0 border-data-2 border-t-2"
                style={{ bottom: percentage((draft[id] as number) / highest) }}
              />
            )}
          </span>
        ))}
      </div>
      <div aria-hidden="true" className="grid text-center font-mono text-[11px] text-soft" style={columns}>
        {order.map((id) => (
          <span key={id}>{letter(id)}</span>
        ))}
      </div>
      <ul className="mt-1 flex flex-wrap gap-x-4 text-soft text-sm">
        <li>
          <span aria-hidden="true" className="mr-1 inline-block size-2.5 border border-ink" />
          {t.target}
        </li>
        <li>
          <span aria-hidden="true" className="mr-1 inline-block size-2.5 bg-data-1" />
          {t.observed}
        </li>
        <li>
          <span aria-hidden="true" className="mr-1 inline-block w-2.5 border-data-2 border-t-2 align-middle" />
          {t.draftMark}
        </li>
      </ul>
      <div className="mt-2 grid gap-1 text-sm tabular-nums">
        <p>{t.proofFirst(pText(pValue))}</p>
        <p>{t.proofText(measured, pText(measured.favoured.pValue))}</p>
        <p className={`font-semibold ${faithful ? 'text-good' : 'text-bad'}`}>
          <span aria-hidden="true">{faithful ? '✓ ' : '✗ '}</span>
          {faithful ? t.faithful : t.unfaithful}
        </p>
      </div>
    </figure>
  );
}
