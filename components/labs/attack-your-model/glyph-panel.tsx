/** Ten test digits before and after one sign step, and the picked one taken apart: digit + ε·sign = attacked digit. */
'use client';
import { HeatMap } from '@/components/ui/plot/heat-map';
import { formatFixed } from '@/lib/format-number';
import type { GlyphsResult } from './core';
import { CLASS_NAMES, SIDE } from './glyphs';
import type { AttackStrings } from './strings';

type Props = {
  readonly result: GlyphsResult;
  readonly epsilon: number;
  readonly t: AttackStrings;
  readonly onPick: (index: number) => void;
};

const ink = ['text-ink', 'text-data-2'] as const;
const shades = (x: ArrayLike<number>) => Array.from(x, (value) => Math.min(1, Math.max(0, value)));
const nameOf = (label: number, swapped: boolean) => CLASS_NAMES[swapped ? 1 - label : label] ?? '';

export function GlyphPanel({ result, epsilon, t, onPick }: Props) {
  const { results, picked, flipped, randomFlipped } = result;
  const one = results[picked];
  if (!one) return null;
  const signs = Array.from(one.attacked, (value, i) => Math.sign(Number((value - (one.glyph.x[i] ?? 0)).toFixed(9))));
  return (
    <div className="grid gap-4">
      <p className="text-sm tabular-nums">{t.flippedOf(flipped, results.length, formatFixed(randomFlipped, 1))}</p>
      <div className="grid grid-cols-5 gap-1.5">
        {results.map(({ glyph, attacked, margin, dropped }, i) => {
          const now = nameOf(glyph.label, margin < dropped);
          const truth = nameOf(glyph.label, false);
          return (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a digit is its place
              key={i}
              type="button"
              aria-pressed={i === picked}
              aria-label={t.glyphLabel(i + 1, truth, now)}
              onClick={() => onPick(i)}
              className={`border p-1 ${i === picked ? 'border-accent bg-accent-wash' : 'border-line'}`}
            >
              <span className="grid grid-cols-2 gap-0.5">
                <Picture x={glyph.x} label={truth} />
                <Picture x={attacked} label={now} />
              </span>
              <span className={`mt-0.5 block text-xs tabular-nums ${now === truth ? 'text-soft' : 'text-bad'}`}>
                {truth} → {now}
              </span>
            </button>
          );
        })}
      </div>
      <div className="grid max-w-md grid-cols-[1fr_auto_1fr_auto_1fr] items-center gap-2 text-center text-sm">
        <Picture x={one.glyph.x} label={t.original} />
        <span>+</span>
        <span className="block aspect-square border border-line">
          <HeatMap
            values={signs.map((sign) => 0.6 * sign)}
            columns={SIDE}
            label={t.pattern}
            tones={['text-data-2', 'text-data-1']}
          />
        </span>
        <span>=</span>
        <Picture x={one.attacked} label={t.attackedGlyph} />
        <span className="text-xs text-soft">{t.original}</span>
        <span />
        <span className="text-xs text-soft tabular-nums">{t.patternNote(formatFixed(epsilon, 2))}</span>
        <span />
        <span className="text-xs text-soft">{t.attackedGlyph}</span>
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 border-y border-line py-3 sm:grid-cols-4">
        {[
          [t.margin, one.margin],
          [t.promised, one.promised],
          [t.dropped, one.dropped],
          [t.randomDrop, one.randomDrop],
        ].map(([name, value]) => (
          <div key={name}>
            <dt className="text-xs text-soft">{name}</dt>
            <dd className="text-lg tabular-nums">{formatFixed(Number(value), 3)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Picture({ x, label }: { readonly x: ArrayLike<number>; readonly label: string }) {
  return (
    <span className="block aspect-square">
      <HeatMap values={shades(x)} columns={SIDE} label={label} tones={ink} />
    </span>
  );
}
