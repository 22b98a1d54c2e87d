/** How much signal each schedule leaves at each level, where sampling stands, and what is left where it should be nothing. */
'use client';
import { pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatPercent, formatSignificant } from '@/lib/format-number';
import type { Result } from './core';
import { LEVELS, type ScheduleName, schedules } from './data';
import type { DiffusionStrings } from './strings';

type Props = { readonly result: Result; readonly schedule: ScheduleName; readonly t: DiffusionStrings };

const HEIGHT = 40;
const POINTS = 50;

function curve(name: ScheduleName): string {
  return Array.from({ length: POINTS + 1 }, (_, i) => {
    const t = Math.min(LEVELS - 1, Math.round((i * LEVELS) / POINTS));
    const left = Math.sqrt(schedules[name].alphaBar[t] ?? 0);
    return `${i === 0 ? 'M' : 'L'}${pixel((t / (LEVELS - 1)) * 100)} ${pixel(HEIGHT * (1 - left))}`;
  }).join('');
}

export function SchedulePlot({ result, schedule, t }: Props) {
  const hydrated = useHydrated();
  const { time, signalLeft, startGap } = result;
  const x = pixel((Math.max(0, time) / (LEVELS - 1)) * 100);
  const label = t.scheduleNote(formatPercent(signalLeft), formatSignificant(startGap, 2));
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{t.scheduleTitle}</figcaption>
      <div className="mt-1 grid grid-cols-[auto_1fr] gap-x-2 text-xs text-soft tabular-nums">
        <span className="flex h-24 flex-col justify-between text-right" aria-hidden="true">
          <span>1</span>
          <span>0</span>
        </span>
        <svg
          viewBox={`0 0 100 ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={label}
          className="block h-24 w-full overflow-visible border-b border-strong fill-none"
        >
          {hydrated && (
            <>
              {(Object.keys(schedules) as ScheduleName[])
                .toSorted((a, b) => Number(a === schedule) - Number(b === schedule))
                .map((name) => (
                  <path
                    key={name}
                    d={curve(name)}
                    className={name === schedule ? 'stroke-data-1' : 'stroke-strong'}
                    strokeWidth={name === schedule ? 2.5 : 1}
                    strokeDasharray={name === schedule ? undefined : '4 4'}
                    vectorEffect="non-scaling-stroke"
                  />
                ))}
              <line
                x1={x}
                x2={x}
                y1={0}
                y2={HEIGHT}
                className="stroke-ink"
                strokeWidth={1}
                vectorEffect="non-scaling-stroke"
              />
            </>
          )}
        </svg>
        <span />
        <span className="flex justify-between" aria-hidden="true">
          <span>t = 0</span>
          <span>t = {LEVELS - 1}</span>
        </span>
      </div>
      <p className="mt-1 text-xs text-soft">{label}</p>
    </figure>
  );
}
