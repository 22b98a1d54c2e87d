/** The attack in small steps: what it really does, over the straight line that the gradient draws at the start. */
'use client';
import { percentage, pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatSignificant } from '@/lib/format-number';
import type { Curve } from './core';

type Props = {
  readonly curve: Curve;
  readonly title: string;
  readonly note: string;
  readonly ends: readonly [start: string, end: string];
  readonly names: { readonly truth: string; readonly promise: string };
  /** Step that is taken now. */
  readonly at: number;
};

const HEIGHT = 60;

export function StepCurve({ curve, title, note, ends, names, at }: Props) {
  const hydrated = useHydrated();
  const { points, slope } = curve;
  const end = points.at(-1)?.step ?? 1;
  const promised = slope * end;
  const truths = points.map(({ truth }) => truth);
  const [least, most] = [Math.min(0, promised, ...truths), Math.max(0, promised, ...truths)];
  const range = most - least || 1;
  const x = (step: number) => pixel((step / end) * 100);
  const y = (value: number) => pixel(HEIGHT * (1 - (value - least) / range));
  const line = points.map(({ step, truth }, i) => `${i === 0 ? 'M' : 'L'}${x(step)} ${y(truth)}`).join('');
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{title}</figcaption>
      <div className="mt-2 grid grid-cols-[auto_1fr] gap-x-2 text-xs text-soft tabular-nums">
        <span className="flex h-44 min-w-8 flex-col justify-between text-right" aria-hidden="true">
          <span>{hydrated ? formatSignificant(most, 3) : ''}</span>
          <span>{hydrated ? formatSignificant(least, 2) : ''}</span>
        </span>
        <div className="relative h-44">
          <svg
            viewBox={`0 0 100 ${HEIGHT}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={`${title}. ${note}`}
            className="absolute inset-0 h-full w-full overflow-visible border-l border-strong fill-none"
          >
            {hydrated && (
              <>
                <line x1={0} x2={100} y1={y(0)} y2={y(0)} className="stroke-strong" vectorEffect="non-scaling-stroke" />
                <line
                  x1={x(at)}
                  x2={x(at)}
                  y1={0}
                  y2={HEIGHT}
                  className="stroke-line"
                  vectorEffect="non-scaling-stroke"
                />
                <path d={line} className="stroke-data-2" strokeWidth={2.5} vectorEffect="non-scaling-stroke" />
                <line
                  x1={0}
                  x2={100}
                  y1={y(0)}
                  y2={y(promised)}
                  className="stroke-data-1"
                  strokeWidth={2}
                  strokeDasharray="6 4"
                  vectorEffect="non-scaling-stroke"
                />
              </>
            )}
          </svg>
          {hydrated && (
            <>
              <Dot left={at / end} top={1 - (valueAt(curve, at) - least) / range} tone="bg-data-2" />
              <Dot left={at / end} top={1 - (slope * at - least) / range} tone="bg-data-1" />
            </>
          )}
        </div>
        <span />
        <span className="mt-1 flex justify-between gap-4" aria-hidden="true">
          <span>{ends[0]}</span>
          <span className="text-right">{ends[1]}</span>
        </span>
      </div>
      <p className="mt-1 flex flex-wrap gap-x-4 text-xs text-soft">
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className="w-5 border-t-2 border-data-2" />
          {names.truth}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className="w-5 border-t-2 border-dashed border-data-1" />
          {names.promise}
        </span>
      </p>
      <p className="mt-1 text-sm tabular-nums">{hydrated ? note : ''}</p>
    </figure>
  );
}

/** The truth at a step, between its two nearest points. */
export function valueAt({ points }: Curve, step: number): number {
  const after = points.findIndex((point) => point.step >= step - 1e-9);
  const [right, left] = [points[after], points[after - 1]];
  if (!right) return points.at(-1)?.truth ?? 0;
  if (!left) return right.truth;
  return left.truth + ((step - left.step) / (right.step - left.step)) * (right.truth - left.truth);
}

function Dot({ left, top, tone }: { readonly left: number; readonly top: number; readonly tone: string }) {
  return (
    <span
      aria-hidden="true"
      className={`absolute size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full ${tone}`}
      style={{ left: percentage(left), top: percentage(top) }}
    />
  );
}
