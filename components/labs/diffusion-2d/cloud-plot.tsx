/** Samples over the true data at one noise level, with the rings of the modes, a few samples' ways and the score's arrows. */
'use client';
import { pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { REACH, type Result } from './core';
import { type LabelledMode, modes } from './data';
import { hasLabel } from './sampler';
import type { DiffusionStrings } from './strings';

type Props = { readonly result: Result; readonly target: 'A' | 'B' | 'C' | 'all'; readonly t: DiffusionStrings };

const SIZE = 100;
const place = (value: number) => pixel(((value / REACH + 1) * SIZE) / 2);
const spot = (x: number, y: number) => `${place(x)} ${pixel(SIZE - place(y))}`;

/** One path for a whole cloud: a line of no length with round ends is a dot. */
function dots(points: Float64Array): string {
  let path = '';
  for (let i = 0; i + 1 < points.length; i += 2) path += `M${spot(points[i] as number, points[i + 1] as number)}h0`;
  return path;
}

function lines(paths: readonly Float64Array[]): string {
  return paths
    .map((one) => {
      let path = '';
      for (let i = 0; i + 1 < one.length; i += 2)
        path += `${i === 0 ? 'M' : 'L'}${spot(one[i] as number, one[i + 1] as number)}`;
      return path;
    })
    .join('');
}

/** Direction is exact; length grows with the logarithm, because near the end the score is a hundred times what it was. */
function arrows(field: Float64Array): string {
  let path = '';
  for (let i = 0; i + 3 < field.length; i += 4) {
    const [x, y, u, v] = [field[i], field[i + 1], field[i + 2], field[i + 3]] as [number, number, number, number];
    const size = Math.hypot(u, v);
    if (size < 1e-6) continue;
    const reach = (0.28 * Math.min(1, Math.log1p(size) / 3)) / size;
    const [dx, dy] = [u * reach, v * reach];
    const tip = [x + dx, y + dy] as const;
    const wing = (side: number) => spot(tip[0] - 0.35 * dx + side * 0.22 * dy, tip[1] - 0.35 * dy - side * 0.22 * dx);
    path += `M${spot(x, y)}L${spot(...tip)}M${wing(1)}L${spot(...tip)}L${wing(-1)}`;
  }
  return path;
}

export function CloudPlot({ result, target, t }: Props) {
  const hydrated = useHydrated();
  const { alphaBar, samples, truth, paths, step, time } = result;
  const signal = Math.sqrt(alphaBar);
  const ring = ({ std }: LabelledMode) => 2 * Math.sqrt(alphaBar * std * std + 1 - alphaBar);
  return (
    <figure>
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span className="font-semibold">{t.plotTitle(step, time)}</span>
        <span className="text-soft tabular-nums">{t.level(signal, Math.sqrt(1 - alphaBar))}</span>
      </figcaption>
      <div className="relative mt-1 aspect-square overflow-hidden border border-line bg-sunken">
        <svg
          viewBox={`0 0 ${SIZE} ${SIZE}`}
          role="img"
          aria-label={t.plotLabel(result)}
          className="block h-full w-full fill-none"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          {hydrated && (
            <>
              <path
                d={arrows(result.arrows)}
                className="stroke-strong"
                strokeWidth={1}
                opacity={0.55}
                vectorEffect="non-scaling-stroke"
              />
              {modes.map((mode, k) => (
                <circle
                  key={`${mode.label}${mode.mean[0]}`}
                  cx={place(signal * mode.mean[0])}
                  cy={pixel(SIZE - place(signal * mode.mean[1]))}
                  r={pixel((ring(mode) * SIZE) / (2 * REACH))}
                  className={hasLabel(k, target) ? 'stroke-data-1' : 'stroke-strong'}
                  strokeWidth={hasLabel(k, target) ? 1.5 : 1}
                  strokeDasharray={hasLabel(k, target) ? undefined : '3 4'}
                  vectorEffect="non-scaling-stroke"
                />
              ))}
              <path
                d={dots(truth)}
                className="stroke-data-1"
                strokeWidth={3}
                opacity={0.35}
                vectorEffect="non-scaling-stroke"
              />
              <path
                d={lines(paths)}
                className="stroke-data-2"
                strokeWidth={1}
                opacity={0.5}
                vectorEffect="non-scaling-stroke"
              />
              <path
                d={dots(samples)}
                className="stroke-data-2"
                strokeWidth={3.5}
                opacity={0.85}
                vectorEffect="non-scaling-stroke"
              />
            </>
          )}
        </svg>
        {hydrated &&
          modes.map((mode, k) => {
            const { mean } = mode;
            const outward = signal + ring(mode) / Math.hypot(...mean);
            return (
              <span
                key={`${mode.label}${mean[0]}`}
                aria-hidden="true"
                className={`absolute -translate-x-1/2 -translate-y-1/2 rounded-sm bg-paper px-1 text-xs leading-4 ${hasLabel(k, target) ? 'font-semibold text-data-1' : 'text-soft'}`}
                style={{ left: `${place(mean[0] * outward)}%`, top: `${pixel(SIZE - place(mean[1] * outward))}%` }}
              >
                {mode.label}
              </span>
            );
          })}
      </div>
      <p className="mt-1 flex flex-wrap gap-x-4 text-xs text-soft">
        <Key tone="bg-data-2">{t.keySamples}</Key>
        <Key tone="bg-data-1">{t.keyTruth}</Key>
        <span>{t.keyArrows}</span>
      </p>
    </figure>
  );
}

function Key({ tone, children }: { readonly tone: string; readonly children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden="true" className={`size-2 rounded-full ${tone}`} />
      {children}
    </span>
  );
}
