/** All replacements at once: a column a place, a row a letter, as the gradient guesses them or as they were measured. */
'use client';
import { HeatMap } from '@/components/ui/plot/heat-map';
import type { NameResult } from './core';
import { LETTERS } from './name-rules';
import type { AttackStrings } from './strings';

type Props = {
  readonly name: string;
  readonly result: NameResult;
  readonly measured: boolean;
  readonly t: AttackStrings;
  readonly onFlip: (place: number, letter: string) => void;
};

const ROW_REM = 0.875;

export function GainMap({ name, result, measured, t, onFlip }: Props) {
  const { candidates, changes, shown, attacked } = result;
  const values = new Array<number>(LETTERS.length * name.length).fill(0);
  candidates.forEach(({ place, letter, estimate }, i) => {
    values[LETTERS.indexOf(letter) * name.length + place] = measured ? (changes?.[i] ?? 0) : estimate;
  });
  const largest = Math.max(1e-9, ...values.map(Math.abs));
  const open = new Set(candidates.map(({ place, letter }) => `${place}${letter}`));
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{measured ? t.mapMeasured : t.mapEstimate}</figcaption>
      <div className="mt-1 grid grid-cols-[auto_1fr] gap-x-1.5">
        <span />
        <div
          aria-hidden="true"
          className="grid font-mono text-xs text-soft"
          style={{ gridTemplateColumns: `repeat(${name.length}, 1fr)` }}
        >
          {Array.from(attacked, (letter, i) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a letter is its place
              key={i}
              className={`text-center ${letter === name[i] ? '' : 'font-bold text-ink underline'}`}
            >
              {letter}
            </span>
          ))}
        </div>
        <div aria-hidden="true" className="grid font-mono text-xs text-soft" style={{ gridAutoRows: `${ROW_REM}rem` }}>
          {Array.from(LETTERS, (letter) => (
            <span key={letter} className="leading-[0.875rem]">
              {letter}
            </span>
          ))}
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the letters and their choices do the same */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
        <div
          className="cursor-crosshair outline outline-line"
          style={{ height: `${LETTERS.length * ROW_REM}rem` }}
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            const cell = (at: number, start: number, length: number, count: number) =>
              Math.min(count - 1, Math.max(0, Math.floor(((at - start) / length) * count)));
            const place = cell(event.clientX, box.left, box.width, name.length);
            const letter = LETTERS[cell(event.clientY, box.top, box.height, LETTERS.length)] ?? '';
            if (open.has(`${place}${letter}`)) onFlip(place, letter);
          }}
        >
          <HeatMap
            values={values.map((value) => value / largest)}
            columns={name.length}
            label={measured ? t.mapMeasured : t.mapEstimate}
            tones={['text-data-2', 'text-data-1']}
            picked={LETTERS.indexOf(shown.letter) * name.length + shown.place}
          />
        </div>
      </div>
      <p className="mt-1 text-xs text-soft">{t.mapNote}</p>
    </figure>
  );
}
