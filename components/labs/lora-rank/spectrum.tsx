/** Singular directions of one layer's update, the cut that the rank makes, and the three matrices it stands for. */

import { HeatMap } from '@/components/ui/plot/heat-map';
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatPercent } from '@/lib/format-number';
import type { LoraStrings } from './strings';
import { type Fit, WIDTH } from './update';

type Props = {
  readonly fit: Fit;
  readonly module: string;
  /** Directions kept: 0 without an adapter, at most `WIDTH`. */
  readonly kept: number;
  /** What stands at the cut. */
  readonly cutText: string;
  readonly t: LoraStrings;
};

const fixed = (pixels: number) => pixels.toFixed(1);
const HEIGHT = 120;
const AXIS = 18;

export function Spectrum({ fit, module, kept, cutText, t }: Props) {
  const hydrated = useHydrated();
  const step = 100 / WIDTH;
  const sums = fit.energies.map((_, i) => fit.energies.slice(0, i + 1).reduce((sum, energy) => sum + energy, 0));
  const largest = Math.max(...fit.change.map(Math.abs));
  const title = t.spectrumTitle(module);
  return (
    <figure className="mt-4">
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span className="font-semibold">{title}</span>
        <span className="text-soft tabular-nums">{formatPercent(fit.captured)}</span>
      </figcaption>
      <svg
        width="100%"
        height={HEIGHT + AXIS + 14}
        role="img"
        aria-label={`${title}. ${cutText}: ${formatPercent(fit.captured)}`}
        className="mt-1 block text-xs tabular-nums"
      >
        {hydrated && (
          <>
            {[0, 0.5, 1].map((level) => (
              <g key={level}>
                <line
                  x1="0"
                  x2="100%"
                  y1={14 + HEIGHT * (1 - level)}
                  y2={14 + HEIGHT * (1 - level)}
                  className="stroke-line"
                />
                {level > 0 && (
                  <text x="100%" y={11 + HEIGHT * (1 - level)} textAnchor="end" className="fill-soft">
                    {level * 100}%
                  </text>
                )}
              </g>
            ))}
            {fit.energies.map((energy, i) => (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: a direction is its place
                key={i}
                x={`${i * step + step * 0.15}%`}
                width={`${step * 0.7}%`}
                y={fixed(14 + HEIGHT * (1 - energy))}
                height={fixed(Math.max(1, HEIGHT * energy))}
                className={i < kept ? 'fill-data-1' : 'fill-paper stroke-strong'}
              />
            ))}
            {sums.map((sum, i) => (
              <line
                // biome-ignore lint/suspicious/noArrayIndexKey: a direction is its place
                key={i}
                x1={`${i * step}%`}
                x2={`${(i + 1) * step}%`}
                y1={fixed(14 + HEIGHT * (1 - (sums[i - 1] ?? 0)))}
                y2={fixed(14 + HEIGHT * (1 - sum))}
                className={i < kept ? 'stroke-data-1' : 'stroke-strong'}
                strokeWidth={2}
              />
            ))}
            <line
              x1={`${kept * step}%`}
              x2={`${kept * step}%`}
              y1={8}
              y2={14 + HEIGHT}
              className="stroke-ink"
              strokeWidth={2}
            />
            <text
              x={`${kept * step}%`}
              dx={kept > WIDTH / 2 ? -6 : 6}
              y={14 + HEIGHT * 0.72}
              textAnchor={kept > WIDTH / 2 ? 'end' : 'start'}
              className="fill-ink font-semibold"
            >
              {cutText}
            </text>
            <text x="0" y={HEIGHT + 14 + AXIS - 4} className="fill-soft">
              1
            </text>
            <text x="100%" y={HEIGHT + 14 + AXIS - 4} textAnchor="end" className="fill-soft">
              {WIDTH}
            </text>
          </>
        )}
      </svg>
      <p className="text-xs text-soft">{t.spectrumNote(WIDTH)}</p>
      <div className="mt-3 grid max-w-xl grid-cols-3 gap-3 text-xs">
        {(
          [
            [t.mapTarget, fit.change],
            [t.mapKept, fit.kept],
            [t.mapLeft, fit.left],
          ] as const
        ).map(([name, matrix]) => (
          <div key={name}>
            <p className="mb-1 text-soft">{name}</p>
            <div className="aspect-square border border-line">
              <HeatMap values={matrix.map((value) => value / largest)} columns={WIDTH} label={name} />
            </div>
          </div>
        ))}
      </div>
      <p className="mt-1 text-xs text-soft tabular-nums">{t.error(formatPercent(fit.relativeError))}</p>
    </figure>
  );
}
