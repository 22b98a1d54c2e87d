/** Where each run ended, yours among the constant rates. */
import { formatFixed } from '@/lib/format-number';
import { GOAL, type Result } from './core';
import type { BenchStrings } from './strings';
import { CONSTANT_RATES, type Trained } from './training';

type Props = { readonly t: BenchStrings; readonly result: Result };

export function FinalTable({ t, result }: Props) {
  const { outcome, constants, best, gain } = result;
  if (constants.length === 0 && !outcome) return null;
  const rows: { readonly name: string; readonly run: Trained | null; readonly mark: 'mine' | 'best' | null }[] = [
    { name: t.mine, run: outcome?.mine ?? null, mark: 'mine' },
    ...constants.map((run, i) => {
      const rate = CONSTANT_RATES[i] ?? 0;
      return { name: t.constant(rate), run, mark: best?.rate === rate ? ('best' as const) : null };
    }),
  ];
  const finished = best !== null;
  return (
    <table className="mt-4 w-full text-sm tabular-nums">
      <caption className="pb-1 text-start font-semibold">{t.finalTitle}</caption>
      <thead>
        <tr className="text-xs text-soft">
          <th scope="col" className="py-1 text-start font-normal">
            {t.run}
          </th>
          <th scope="col" className="py-1 text-end font-normal">
            {t.loss}
          </th>
          <th scope="col" className="py-1 text-end font-normal">
            {t.against}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, run, mark }) => (
          <tr key={name} className="border-t border-line">
            <th
              scope="row"
              className={`py-1 text-start ${mark === 'mine' ? 'font-semibold text-data-1' : mark === 'best' ? 'font-semibold text-data-2' : 'font-normal'}`}
            >
              {name}
              {mark === 'best' && <span className="ps-2 text-xs font-normal">{t.best}</span>}
            </th>
            <td className="py-1 text-end">{run ? lossText(run, finished, t) : t.notYet}</td>
            <td className="py-1 text-end">
              {mark === 'mine' && gain !== null && (
                <span aria-hidden="true" className={gain >= GOAL.gain ? 'text-good' : 'text-bad'}>
                  {gain >= GOAL.gain ? '✓ ' : '✗ '}
                </span>
              )}
              {best && run && run.loss !== null && (mark !== 'mine' || gain !== null)
                ? t.difference(run.loss - best.loss)
                : ''}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={3} className="pt-1 text-end text-xs text-soft">
            {t.needed}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function lossText({ loss }: Trained, finished: boolean, t: BenchStrings): string {
  if (loss !== null) return formatFixed(loss, 3);
  return finished ? t.brokeDown : t.running;
}
