/** The four granularities at the chosen width: what they cost and what they keep. Also the legend of the plot. */
import { formatBytes, formatFixed } from '@/lib/format-number';
import { GOAL, type Result } from './core';
import { strokes } from './loss-plot';
import { type Group, groups } from './losses';
import { increaseText, type QuantizeStrings } from './strings';

type Props = { readonly result: Result; readonly group: Group; readonly t: QuantizeStrings };

export function GroupTable({ result, group, t }: Props) {
  const { curves, chosen, base, parameters } = result;
  return (
    <table className="mt-4 w-full text-sm tabular-nums">
      <caption className="text-left font-semibold">{t.atWidth(String(chosen.bits))}</caption>
      <thead className="text-right text-xs text-soft">
        <tr>
          <th scope="col" className="text-left font-normal">
            {t.params.group}
          </th>
          <th scope="col" className="font-normal">
            {t.bitsPerWeight}
          </th>
          <th scope="col" className="font-normal max-sm:hidden">
            {t.size}
          </th>
          <th scope="col" className="font-normal">
            {t.loss}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((one) => {
          const point = curves[one].find(({ bits }) => bits === chosen.bits);
          if (!point) return null;
          const increase = point.loss === null || base === null ? null : point.loss - base;
          return (
            <tr key={one} className={`border-t border-line text-right ${one === group ? 'font-semibold' : ''}`}>
              <th scope="row" className="py-1 text-left [font-weight:inherit]">
                <svg width="20" height="8" aria-hidden="true" className="mr-2 inline-block">
                  <line x1="0" x2="20" y1="4" y2="4" className={strokes[one]} strokeWidth={one === group ? 4 : 2} />
                </svg>
                {t.options?.group?.[one]}
              </th>
              <td className="py-1">
                <Mark met={point.bitsPerWeight <= GOAL.bitsPerWeight} />
                {formatFixed(point.bitsPerWeight, 2)}
              </td>
              <td className="py-1 max-sm:hidden">{formatBytes(Math.ceil((point.bitsPerWeight * parameters) / 8))}</td>
              <td className="py-1 whitespace-nowrap">
                {increase === null || point.loss === null ? (
                  '…'
                ) : (
                  <>
                    <Mark met={increase <= GOAL.increase} />
                    {formatFixed(point.loss, 3)} <span className="text-xs text-soft">{increaseText(increase)}</span>
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Mark({ met }: { readonly met: boolean }) {
  return (
    <span aria-hidden="true" className={met ? 'text-good' : 'text-bad'}>
      {met ? '✓ ' : '✗ '}
    </span>
  );
}
