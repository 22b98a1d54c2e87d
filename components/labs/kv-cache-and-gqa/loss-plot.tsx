/** What the conversion does to the learner's model: the jump, the way back, and the two lines it is measured by. */
import { pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatFixed } from '@/lib/format-number';
import { VOCAB } from '@/lib/thread/alphabet';
import { MAX_LOSS, type Result } from './core';
import type { KvStrings } from './strings';

const HEIGHT = 160;
const UNIFORM = Math.log(VOCAB);
/** The axis begins at this share of the loss before, so that its line has room below for its name. */
const FLOOR = 0.68;

type Props = { readonly result: Result; readonly steps: number; readonly t: KvStrings };

export function LossPlot({ result, steps, t }: Props) {
  const hydrated = useHydrated();
  const { model, conversion } = result;
  const base = model.validationLoss;
  const pooled = conversion?.pooled ?? null;
  const losses = conversion?.losses ?? [];
  const top = Math.log(Math.max(UNIFORM, pooled ?? 0, ...losses) * 1.15);
  const bottom = Math.log(base * FLOOR);
  const y = (loss: number) => pixel(HEIGHT * (1 - (Math.log(Math.max(loss, base * FLOOR)) - bottom) / (top - bottom)));
  const x = (i: number) => pixel((100 * i) / Math.max(1, steps / (conversion?.stretch ?? 1)));
  const points = [...(pooled === null ? [] : [pooled]), ...losses].map((loss, i) => `${x(i)},${y(loss)}`).join(' ');
  const lines = [
    { name: t.guessing, loss: UNIFORM, side: 'right-0', lift: true },
    { name: t.limit(formatFixed(MAX_LOSS, 2)), loss: base + MAX_LOSS, side: 'left-0', lift: true },
    { name: t.unconverted(formatFixed(base, 3)), loss: base, side: 'left-0', lift: false },
  ];
  return (
    <figure className="mt-2">
      <figcaption className="text-sm text-soft">{t.lossTitle}</figcaption>
      <div className="relative mt-1 border-b border-strong" style={{ height: HEIGHT }}>
        {hydrated && (
          <>
            <svg
              viewBox={`0 0 100 ${HEIGHT}`}
              preserveAspectRatio="none"
              className="absolute inset-0 size-full overflow-visible"
              aria-hidden="true"
            >
              {lines.map(({ name, loss }) => (
                <line
                  key={name}
                  x1="0"
                  x2="100"
                  y1={y(loss)}
                  y2={y(loss)}
                  className="stroke-strong"
                  strokeDasharray="4 3"
                  vectorEffect="non-scaling-stroke"
                />
              ))}
              <polyline
                points={points}
                className="fill-none stroke-accent"
                strokeWidth="2"
                vectorEffect="non-scaling-stroke"
              />
            </svg>
            {lines.map(({ name, loss, side, lift }) => (
              <span
                key={name}
                className={`absolute ${side} text-xs leading-4 text-soft tabular-nums`}
                style={{ top: lift ? y(loss) - 16 : y(loss) + 1 }}
              >
                {name}
              </span>
            ))}
            {pooled === null && (
              <span className="absolute inset-x-0 top-1/3 text-center text-sm text-soft">{t.notYet}</span>
            )}
          </>
        )}
      </div>
      <p className="flex justify-between text-xs text-soft tabular-nums">
        <span>0</span>
        <span>{t.stepsAxis(steps)}</span>
      </p>
    </figure>
  );
}
