/** Loss of each step on a log scale, against guessing uniformly among three classes. */
import { useHydrated } from '@/components/ui/use-hydrated';
import type { strings } from './strings';

type Props = { readonly t: (typeof strings)['en']; readonly losses: readonly number[]; readonly steps: number };

const HEIGHT = 72;
const FLOOR = 0.01;
const UNIFORM = Math.log(3);

export function LossCurve({ t, losses, steps }: Props) {
  const hydrated = useHydrated();
  const top = Math.log(Math.max(4, ...losses) * 1.2);
  const bottom = Math.log(FLOOR);
  // Rounded: the last bit of a logarithm differs between engines, and server and browser must draw the same.
  const y = (loss: number) =>
    (HEIGHT - ((Math.log(Math.max(FLOOR, loss)) - bottom) / (top - bottom)) * HEIGHT).toFixed(2);
  const points = losses.map((loss, i) => `${((i / Math.max(1, steps - 1)) * 100).toFixed(2)},${y(loss)}`).join(' ');
  const first = losses[0];
  const last = losses.at(-1);
  return (
    <figure>
      <figcaption className="mb-1 flex justify-between gap-2 text-sm text-soft">
        <span>{t.loss}</span>
        {first !== undefined && last !== undefined && (
          <span className="text-ink tabular-nums">{t.lossLabel(first.toPrecision(3), last.toPrecision(3))}</span>
        )}
      </figcaption>
      <svg
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
        width="100%"
        height={HEIGHT}
        role="img"
        aria-label={t.loss}
      >
        {hydrated && (
          <>
            <line
              x1="0"
              x2="100"
              y1={y(UNIFORM)}
              y2={y(UNIFORM)}
              className="stroke-strong"
              strokeDasharray="3 3"
              vectorEffect="non-scaling-stroke"
            />
            {losses.length > 1 && (
              <polyline
                points={points}
                className="fill-none stroke-data-1"
                strokeWidth="1.75"
                vectorEffect="non-scaling-stroke"
              />
            )}
          </>
        )}
      </svg>
    </figure>
  );
}
