/** The three ways to prune at one sparsity, before and after fine-tuning. Also the legend of the plot. */
import { formatFixed, formatPercent } from '@/lib/format-number';
import { GOAL, type Result } from './core';
import { type Method, methods } from './masks';
import { type PruneStrings, strokes } from './strings';

type Props = { readonly result: Result; readonly method: Method; readonly steps: number; readonly t: PruneStrings };

export function LossTable({ result, method, steps, t }: Props) {
  const { points, sparsity, dense } = result;
  return (
    <>
      <table className="mt-4 w-full text-sm tabular-nums">
        <caption className="text-left font-semibold">{t.lossAt(formatPercent(sparsity))}</caption>
        <thead className="text-right text-xs text-soft">
          <tr>
            <th scope="col" className="text-left font-normal">
              {t.params.method}
            </th>
            <th scope="col" className="font-normal">
              {t.oneShot}
            </th>
            {steps > 0 && (
              <th scope="col" className="font-normal">
                {t.tuned(steps)}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {methods.map((one) => {
            const point = points.find((each) => each.method === one && each.sparsity === sparsity);
            return (
              <tr key={one} className={`border-t border-line text-right ${one === method ? 'font-semibold' : ''}`}>
                <th scope="row" className="py-1 text-left [font-weight:inherit]">
                  <svg width="20" height="8" aria-hidden="true" className="mr-2 inline-block">
                    <line x1="0" x2="20" y1="4" y2="4" className={strokes[one]} strokeWidth={one === method ? 4 : 2} />
                  </svg>
                  {t.options?.method?.[one]}
                </th>
                <td className="py-1">{point ? <Loss loss={point.oneShot} /> : '–'}</td>
                {steps > 0 && (
                  <td className="py-1">
                    {point?.tuned != null ? (
                      <Loss loss={point.tuned} />
                    ) : (
                      <span className="text-xs font-normal text-soft">{point ? t.notTuned : '–'}</span>
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {steps > 0 && dense !== null && <p className="mt-1 text-xs text-soft">{t.dense(formatFixed(dense, 3))}</p>}
    </>
  );
}

function Loss({ loss }: { readonly loss: number }) {
  const met = loss <= GOAL.loss;
  return (
    <>
      <span aria-hidden="true" className={met ? 'text-good' : 'text-bad'}>
        {met ? '✓ ' : '✗ '}
      </span>
      {formatFixed(loss, 3)}
    </>
  );
}
