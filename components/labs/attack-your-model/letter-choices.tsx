/** What the chosen letter may become, the gradient's favourites first. */
'use client';
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatSignificant } from '@/lib/format-number';
import type { NameResult } from './core';
import type { AttackStrings } from './strings';

type Props = {
  readonly name: string;
  readonly result: NameResult;
  readonly measured: boolean;
  readonly t: AttackStrings;
  readonly onFlip: (letter: string) => void;
};

const signed = (value: number) => `${value > 0 ? '+' : ''}${formatSignificant(value, 2)}`;

export function LetterChoices({ name, result, measured, t, onFlip }: Props) {
  const hydrated = useHydrated();
  const { candidates, changes, shown, attacked } = result;
  const from = name[shown.place] ?? '';
  const here = candidates
    .map((one, i) => ({ ...one, change: changes?.[i] ?? null }))
    .filter(({ place }) => place === shown.place)
    .sort((a, b) => (measured ? (b.change ?? 0) - (a.change ?? 0) : 0) || b.estimate - a.estimate);
  return (
    <div>
      <p className="text-sm font-semibold">{t.choicesTitle(attacked[shown.place] ?? from, shown.place + 1)}</p>
      <div className="mt-1 grid grid-cols-[repeat(auto-fill,minmax(4.25rem,1fr))] gap-1">
        {hydrated &&
          here.map(({ letter, estimate, change }) => (
            <button
              key={letter}
              type="button"
              onClick={() => onFlip(letter)}
              aria-label={t.choiceLabel(letter, signed(estimate), measured && change !== null ? signed(change) : null)}
              className="grid min-h-11 grid-cols-[auto_1fr] items-center gap-x-1.5 border border-line px-1.5 text-left text-xs tabular-nums hover:bg-sunken"
            >
              <span className="font-mono text-base">{letter}</span>
              <span className="text-right leading-tight">
                <span className="block text-data-1">{signed(estimate)}</span>
                {measured && change !== null && <span className="block text-data-2">{signed(change)}</span>}
              </span>
            </button>
          ))}
      </div>
      <p className="mt-1 flex gap-x-3 text-xs">
        <span className="text-data-1">{t.guessKey}</span>
        {measured && <span className="text-data-2">{t.measuredKey}</span>}
      </p>
      {attacked[shown.place] !== from && (
        <button type="button" className="lab-link text-sm" onClick={() => onFlip(from)}>
          {t.undoFlip(from)}
        </button>
      )}
    </div>
  );
}
