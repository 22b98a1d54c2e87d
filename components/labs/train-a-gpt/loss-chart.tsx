/** The loss against the steps, with what counting letters reaches as lines of their own. */
'use client';
import { pixel } from '@/components/ui/plot/round';
import { formatFixed } from '@/lib/format-number';
import { BASELINE_LOSSES } from '@/lib/thread/baseline-losses';
import { lines } from './core';
import type { TrainStrings } from './strings';
import type { Training } from './training';

const WIDTH = 640;
const HEIGHT = 300;
const TOP = 3.6;
const BOTTOM = 0.4;
const ticks = [0.5, 1, 1.5, 2, 2.5, 3, 3.5];

type Props = { readonly t: TrainStrings; readonly training: Training | null; readonly steps: number };

export function LossChart({ t, training, steps }: Props) {
  const total = training?.steps ?? steps;
  const x = (step: number) => pixel((step / total) * WIDTH);
  const y = (loss: number) => pixel(((TOP - Math.min(TOP, Math.max(BOTTOM, loss))) / (TOP - BOTTOM)) * HEIGHT);
  const percentDown = (loss: number) => `${pixel((y(loss) / HEIGHT) * 100)}%`;
  const curve = (training?.curve ?? []).map(({ step, loss }) => `${x(step)},${y(loss)}`).join(' ');
  const dots = training?.validation ?? [];
  const last = dots.at(-1);
  return (
    <figure>
      <figcaption className="text-sm text-soft">{t.lossTitle}</figcaption>
      <div className="relative mt-2 ms-7 h-64 sm:h-72">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="absolute inset-0 h-full w-full overflow-visible"
          aria-hidden="true"
        >
          {ticks.map((loss) => (
            <line
              key={loss}
              x1={0}
              x2={WIDTH}
              y1={y(loss)}
              y2={y(loss)}
              className="stroke-line"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {lines.map((line) => (
            <line
              key={line}
              x1={0}
              x2={WIDTH}
              y1={y(BASELINE_LOSSES[line])}
              y2={y(BASELINE_LOSSES[line])}
              className="stroke-data-6"
              strokeDasharray="5 4"
              strokeWidth={1.5}
              vectorEffect="non-scaling-stroke"
            />
          ))}
          <polyline
            points={curve}
            fill="none"
            className="stroke-data-1"
            opacity={0.45}
            vectorEffect="non-scaling-stroke"
          />
          <polyline
            points={dots.map(({ step, loss }) => `${x(step)},${y(loss)}`).join(' ')}
            fill="none"
            className="stroke-data-2"
            strokeWidth={2.5}
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        {ticks.map((loss) => (
          <span
            key={loss}
            className="absolute end-full -translate-y-1/2 pe-1.5 text-xs text-faint tabular-nums"
            style={{ top: percentDown(loss) }}
          >
            {loss}
          </span>
        ))}
        {lines.map((line) => (
          <span
            key={line}
            className="absolute end-0 -translate-y-full bg-paper/80 text-xs text-soft"
            style={{ top: percentDown(BASELINE_LOSSES[line]) }}
          >
            {t.lines[line]} {formatFixed(BASELINE_LOSSES[line], 4)}
          </span>
        ))}
        {last && (
          <span
            className="absolute size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full bg-data-2"
            style={{ left: `${pixel((x(last.step) / WIDTH) * 100)}%`, top: percentDown(last.loss) }}
          />
        )}
      </div>
      <p className="mt-1 ms-7 flex justify-between text-xs text-faint tabular-nums">
        <span>0</span>
        <span>{total.toLocaleString('en-US')}</span>
      </p>
      <p className="text-xs text-soft">{t.lossNote}</p>
    </figure>
  );
}
