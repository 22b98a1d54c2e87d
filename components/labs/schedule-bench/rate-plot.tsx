/** The schedule as a line, the constant rates behind it, and handles at its corners. */
'use client';
import { percentage, pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatSignificant } from '@/lib/format-number';
import { params, type Result, type Values } from './core';
import { Handle } from './handle';
import { STEPS } from './schedule';
import type { BenchStrings } from './strings';
import { CONSTANT_RATES } from './training';

type Props = {
  readonly t: BenchStrings;
  readonly values: Values;
  readonly result: Result;
  readonly set: (change: Partial<Values>) => void;
};

const HEIGHT = 150;
/** The scale stays while a handle moves inside it, or the handle would run away from the finger. */
const SCALES = [0.035, params.peak.max * 1.1] as const;

export function RatePlot({ t, values, result, set }: Props) {
  const hydrated = useHydrated();
  const { peak, warmup, decayFrom, shape } = values;
  const top = peak <= Math.max(...CONSTANT_RATES) ? SCALES[0] : SCALES[1];
  const x = (step: number) => step / STEPS;
  const y = (rate: number) => 1 - rate / top;
  const line = result.rates.map((rate, k) => `${pixel(100 * x(k))},${pixel(HEIGHT * y(rate))}`).join(' ');
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{t.rateTitle}</figcaption>
      <div className="relative mt-2 border-b border-l border-strong" style={{ height: HEIGHT }}>
        <svg
          role="img"
          aria-label={t.rateText(result)}
          viewBox={`0 0 100 ${HEIGHT}`}
          preserveAspectRatio="none"
          className="absolute inset-0 block h-full w-full overflow-hidden"
        >
          {CONSTANT_RATES.map((rate) => (
            <line
              key={rate}
              x1={0}
              x2={100}
              y1={pixel(HEIGHT * y(rate))}
              y2={pixel(HEIGHT * y(rate))}
              className={result.best?.rate === rate ? 'stroke-data-2' : 'stroke-line'}
              strokeDasharray="4 4"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {hydrated && (
            <polyline
              points={line}
              className="fill-none stroke-data-1"
              strokeWidth={2.5}
              vectorEffect="non-scaling-stroke"
            />
          )}
        </svg>
        <div className="pointer-events-none text-xs text-soft tabular-nums" aria-hidden="true">
          {[0.01, 0.03, ...(top > 0.05 ? [0.05] : [])].map((rate) => (
            <span key={rate} className="absolute right-0 -translate-y-full" style={{ top: percentage(y(rate)) }}>
              {formatSignificant(rate)}
            </span>
          ))}
        </div>
        {shape === 'wsd' && (
          <Handle
            label={t.edge(decayFrom)}
            x={x(Math.max(warmup, decayFrom))}
            y={y(peak)}
            onDrag={(to) => set({ decayFrom: to * STEPS })}
            onNudge={(right) => set({ decayFrom: decayFrom + right * params.decayFrom.step })}
          />
        )}
        <Handle
          label={t.corner(warmup, peak)}
          x={x(warmup)}
          y={y(peak)}
          onDrag={(toX, toY) => set({ warmup: toX * STEPS, peak: (1 - toY) * top })}
          onNudge={(right, up) =>
            set({ warmup: warmup + right * params.warmup.step, peak: peak + up * params.peak.step })
          }
        />
      </div>
      <p className="mt-1 text-xs text-soft">{t.rateNote}</p>
    </figure>
  );
}
