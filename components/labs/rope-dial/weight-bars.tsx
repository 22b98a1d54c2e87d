/** Attention over the distance: a bar each, its range over all positions as a bracket, and the uniform share as the baseline. */
'use client';
import type { PointerEvent } from 'react';
import { percentage, pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatPercent } from '@/lib/format-number';
import { type Result, TARGET, WINDOW } from './core';
import type { RopeStrings } from './strings';

type Props = {
  readonly t: RopeStrings;
  readonly result: Result;
  readonly distance: number;
  readonly onPick: (distance: number) => void;
};

const HEIGHT = 120;

export function WeightBars({ t, result, distance, onPick }: Props) {
  const hydrated = useHydrated();
  const tallest = Math.max(0.1, ...result.high);
  const y = (weight: number) => pixel(HEIGHT * (1 - weight / tallest));
  const pick = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    onPick(Math.max(0, Math.min(WINDOW - 1, Math.floor(((event.clientX - box.left) / box.width) * WINDOW))));
  };
  return (
    <figure className="m-0">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <strong className="font-semibold">{t.weightsTitle}</strong>
        <span className="text-soft tabular-nums">
          {t.weightAt(distance, formatPercent(result.weights[distance] ?? 0))}
        </span>
      </figcaption>
      <div className="relative mt-2">
        <svg
          viewBox={`0 0 ${WINDOW} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={t.weightsText(result)}
          className="block h-32 w-full cursor-pointer touch-pan-y border-b border-strong"
          onPointerDown={pick}
          onPointerMove={pick}
        >
          {hydrated && (
            <>
              <rect x={distance} y={0} width={1} height={HEIGHT} className="fill-accent-wash" />
              {result.weights.map((weight, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the distance is the place
                <g key={i}>
                  <rect
                    x={i + 0.15}
                    width={0.7}
                    y={y(weight)}
                    height={pixel(HEIGHT - y(weight))}
                    className={i === TARGET ? 'fill-data-2' : 'fill-data-1'}
                  />
                  {(result.high[i] ?? 0) - (result.low[i] ?? 0) > 0.002 && (
                    <path
                      d={`M${i + 0.2} ${y(result.high[i] ?? 0)}h0.6M${i + 0.5} ${y(result.high[i] ?? 0)}V${y(result.low[i] ?? 0)}M${i + 0.2} ${y(result.low[i] ?? 0)}h0.6`}
                      className="fill-none stroke-ink"
                      vectorEffect="non-scaling-stroke"
                    />
                  )}
                </g>
              ))}
              <line
                x1={0}
                x2={WINDOW}
                y1={y(1 / WINDOW)}
                y2={y(1 / WINDOW)}
                className="stroke-ink"
                strokeDasharray="4 4"
                vectorEffect="non-scaling-stroke"
              />
            </>
          )}
        </svg>
        <span aria-hidden="true" className="absolute top-0 right-0 bg-paper/80 px-1 text-xs text-soft tabular-nums">
          {t.scale(formatPercent(tallest))}
        </span>
      </div>
      <div aria-hidden="true" className="relative h-5 text-xs text-soft tabular-nums">
        <span className="absolute left-0">0</span>
        <span
          className="absolute -translate-x-1/2 font-semibold text-data-2"
          style={{ left: percentage((TARGET + 0.5) / WINDOW) }}
        >
          {TARGET}
        </span>
        <span className="absolute -translate-x-1/2" style={{ left: percentage(16.5 / WINDOW) }}>
          16
        </span>
        <span className="absolute right-0">{t.tokensBack(WINDOW - 1)}</span>
      </div>
      <p className="text-xs text-soft">{t.weightsNote}</p>
    </figure>
  );
}
