/** What L2 in Adam and AdamW take from each weight, against the size of the gradients it sees. */
import { percentage, pixel } from '@/components/ui/plot/round';
import type { WeightView } from './core';
import type { RaceStrings } from './strings';

type Props = { readonly t: RaceStrings; readonly weight: WeightView };

const HEIGHT = 180;
const MOST_DOTS = 600;

export function DecayPlot({ t, weight }: Props) {
  const { gradient, l2, decoupled } = weight.decay;
  const every = Math.ceil(gradient.length / MOST_DOTS);
  // A weight pulled through 0 has lost no share of itself that could be drawn.
  const dots = Array.from(gradient, (size, i) => ({ size, l2: l2[i] ?? 0, decoupled: decoupled[i] ?? 0 })).filter(
    (dot, i) => i % every === 0 && dot.size > 0 && dot.l2 > 0 && dot.decoupled > 0,
  );
  if (dots.length === 0) return null;
  const sizes = dots.map(({ size }) => Math.log(size));
  const shares = dots.flatMap((dot) => [Math.log(dot.l2), Math.log(dot.decoupled)]);
  const [left, right, bottom, top] = [Math.min(...sizes), Math.max(...sizes), Math.min(...shares), Math.max(...shares)];
  const x = (log: number) => pixel(15 + (82 * (log - left)) / Math.max(1e-9, right - left));
  const y = (log: number) => pixel(HEIGHT * (0.94 - (0.88 * (log - bottom)) / Math.max(1e-9, top - bottom)));
  const path = (of: 'l2' | 'decoupled') =>
    dots.map((dot) => `M${x(Math.log(dot.size))} ${y(Math.log(dot[of]))}h0`).join('');
  const shown = dots.map((dot) => dot.l2).sort((a, b) => a - b);
  const typical = dots.map((dot) => dot.decoupled).sort((a, b) => a - b)[Math.floor(dots.length / 2)] ?? 0;
  const text = t.decayText([shown[0] ?? 0, shown.at(-1) ?? 0], typical);
  return (
    <figure className="mt-6">
      <figcaption className="text-sm font-semibold">{t.decayTitle}</figcaption>
      <div className="relative mt-1 border-b border-l border-strong text-xs" style={{ height: HEIGHT }}>
        <svg
          role="img"
          aria-label={text}
          viewBox={`0 0 100 ${HEIGHT}`}
          preserveAspectRatio="none"
          className="absolute inset-0 block h-full w-full"
        >
          <path
            d={path('l2')}
            className="stroke-data-2"
            strokeWidth={5}
            strokeOpacity={0.6}
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
          />
          <path
            d={path('decoupled')}
            className="stroke-data-4"
            strokeWidth={4}
            strokeOpacity={0.6}
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        {[top, bottom].map((log) => (
          <span
            key={log}
            className="absolute left-1 -translate-y-1/2 bg-paper/80 text-soft tabular-nums"
            style={{ top: percentage(y(log) / HEIGHT) }}
          >
            {t.share(Math.exp(log))}
          </span>
        ))}
        <span className="absolute top-1 right-1 bg-paper/80 px-1 font-semibold text-data-2">
          {t.options.method['adam-l2']}
        </span>
        <span
          className="absolute right-1 -translate-y-full bg-paper/80 px-1 font-semibold text-data-4"
          style={{ top: percentage(y(Math.log(typical)) / HEIGHT - 0.02) }}
        >
          {t.options.method.adamw} {t.share(typical)}
        </span>
      </div>
      <p className="text-end text-xs text-soft">{t.decayX}</p>
      <p className="mt-1 text-sm tabular-nums">{text}</p>
      <p className="text-xs text-soft">{t.decayNote}</p>
    </figure>
  );
}
