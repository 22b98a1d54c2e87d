/** One bar a singular value, the kept ones filled; press a bar to keep up to it. */
'use client';
import { pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { params, type Result } from './core';
import { SIDE } from './pictures';
import type { ImageStrings } from './strings';

type Props = {
  readonly t: ImageStrings;
  readonly result: Result;
  readonly k: number;
  readonly onCut: (k: number) => void;
};

const HEIGHT = 120;
const BAR = 10;

export function Spectrum({ t, result, k, onCut }: Props) {
  const hydrated = useHydrated();
  const largest = result.values[0] ?? 1;
  return (
    <figure>
      <figcaption className="text-sm">
        <strong className="font-semibold">{t.spectrum}</strong> <span className="text-soft">{t.spectrumNote}</span>
      </figcaption>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the slider below does the same with keys */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer */}
      <div
        className="relative mt-2 cursor-pointer border-b border-strong"
        style={{ height: HEIGHT }}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          onCut(Math.min(params.k.max, Math.ceil((SIDE * (event.clientX - box.left)) / box.width)));
        }}
      >
        <svg
          role="img"
          aria-label={t.spectrumText(result, k)}
          viewBox={`0 0 ${SIDE * BAR} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="absolute inset-0 block h-full w-full"
        >
          {hydrated && (
            <>
              {result.values.map((value, i) => {
                const height = Math.max(1, (HEIGHT - 14) * (value / largest));
                return (
                  <rect
                    // biome-ignore lint/suspicious/noArrayIndexKey: a term is its place
                    key={i}
                    x={i * BAR + 1.5}
                    width={BAR - 3}
                    y={pixel(HEIGHT - height)}
                    height={pixel(height)}
                    className={i < k ? 'fill-data-1' : 'fill-paper stroke-strong'}
                    vectorEffect="non-scaling-stroke"
                  />
                );
              })}
              <line
                x1={k * BAR}
                x2={k * BAR}
                y1={0}
                y2={HEIGHT}
                className="stroke-ink"
                strokeWidth={2}
                vectorEffect="non-scaling-stroke"
              />
            </>
          )}
        </svg>
        {hydrated && (
          <span
            aria-hidden="true"
            className={`absolute top-0 px-1.5 text-xs font-semibold tabular-nums ${k > SIDE / 2 ? '-translate-x-full' : ''}`}
            style={{ left: `${pixel((100 * k) / SIDE)}%` }}
          >
            {t.cut(k)}
          </span>
        )}
      </div>
      <p aria-hidden="true" className="flex justify-between text-xs text-soft tabular-nums">
        <span>1</span>
        <span>{SIDE}</span>
      </p>
    </figure>
  );
}
