/** The learner's batch beside plain sampling, measure by measure. */
import { formatFixed, formatPercent } from '@/lib/format-number';
import type { Outcome } from './bench';
import { freshText, type ViewStrings } from './strings';

type Props = { readonly t: ViewStrings; readonly batch: Outcome };

const rows = ['fresh', 'words', 'distinct', 'novel', 'shaped', 'stutter', 'modelNll', 'trigramNll'] as const;

function show(row: (typeof rows)[number], value: number): string {
  if (row === 'words') return String(value);
  if (row === 'fresh') return freshText(value);
  return row === 'modelNll' || row === 'trigramNll' ? formatFixed(value, 3) : formatPercent(value);
}

export function ScoreTable({ t, batch }: Props) {
  const plain = batch.references.plain;
  return (
    <section className="min-w-0">
      <table className="w-full border-collapse text-sm tabular-nums">
        <caption className="text-start font-semibold">{t.scores}</caption>
        <thead className="text-soft">
          <tr className="border-line border-b">
            <td />
            <th scope="col" className="py-1 pl-3 text-right font-semibold text-accent">
              {t.yours}
            </th>
            <th scope="col" className="whitespace-nowrap py-1 pl-3 text-right font-normal">
              {t.plain}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row} className="border-line border-b">
              <th scope="row" className="py-1 text-left font-normal">
                {t.score[row]}
              </th>
              <td className="py-1 pl-3 text-right font-semibold">{show(row, batch.scores[row])}</td>
              <td className="py-1 pl-3 text-right text-soft">{plain ? show(row, plain[row]) : '…'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 text-soft text-sm">{t.training(formatFixed(batch.trainingNll, 3))}</p>
    </section>
  );
}
