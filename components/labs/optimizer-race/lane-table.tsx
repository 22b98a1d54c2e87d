/** The lanes as a table: where each stands, when it arrived, and why it was lost. */
import { type LaneResult, lossAt, type Result, type Values } from './core';
import { laneStyles } from './lane-style';
import { scientific } from './number-text';
import type { RaceStrings } from './strings';

type Props = { readonly t: RaceStrings; readonly values: Values; readonly result: Result };

export function LaneTable({ t, values, result }: Props) {
  return (
    <table className="mt-4 w-full text-sm tabular-nums">
      <thead>
        <tr className="text-start text-xs text-soft">
          <th scope="col" className="py-1 pe-3 text-start font-normal">
            {t.optimizer}
          </th>
          <th scope="col" className="py-1 pe-3 text-end font-normal">
            {t.lossNow(result.step)}
          </th>
          <th scope="col" className="py-1 text-start font-normal">
            {t.outcome}
          </th>
        </tr>
      </thead>
      <tbody>
        {result.lanes.map((one) => (
          <tr key={one.lane} className="border-t border-line align-baseline">
            <th
              scope="row"
              className={`py-1.5 pe-3 text-start font-semibold whitespace-nowrap ${laneStyles[one.lane].text}`}
            >
              <Swatch lane={one.lane} /> {t.lanes[one.lane]}
            </th>
            <td className="py-1.5 pe-3 text-end whitespace-nowrap">{lossText(one, result.step)}</td>
            <td className="py-1.5 text-soft">{outcomeText(one, values, result, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Swatch({ lane }: Pick<LaneResult, 'lane'>) {
  return (
    <svg
      width={20}
      height={8}
      viewBox="0 0 20 8"
      aria-hidden="true"
      className={`inline-block ${laneStyles[lane].stroke}`}
    >
      <line x1={0} x2={20} y1={4} y2={4} strokeWidth={3} strokeDasharray={laneStyles[lane].dash} />
    </svg>
  );
}

function lossText(one: LaneResult, step: number): string {
  const loss = lossAt(one, step);
  return loss === null ? '↑' : scientific(loss);
}

/** Why a lane is lost is known: its rate lies above what the curvature allows. */
function outcomeText(one: LaneResult, { rate, surface }: Values, { step }: Result, t: RaceStrings): string {
  const { lostAt, limit, settledAt } = one;
  if (lostAt !== null && lostAt <= step)
    return limit !== null && rate >= limit ? t.lostAbove(lostAt, limit) : t.lost(lostAt);
  if (limit !== null && rate >= limit && surface !== 'valley') return t.unstable(limit);
  if (settledAt !== null && settledAt <= step) return t.settled(settledAt);
  return surface === 'noisy' ? t.hovering : t.onTheWay;
}
