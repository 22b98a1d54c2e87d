/** The name as buttons, one a letter, each over the surprise it is to the model before and after the flips. */
'use client';
import { pixel } from '@/components/ui/plot/round';
import { useHydrated } from '@/components/ui/use-hydrated';
import { formatSignificant } from '@/lib/format-number';
import type { NameResult } from './core';
import type { AttackStrings } from './strings';

type Props = {
  readonly name: string;
  readonly result: NameResult;
  readonly t: AttackStrings;
  readonly onPick: (place: number) => void;
};

const BAR = 44;

export function NameLetters({ name, result, t, onPick }: Props) {
  const hydrated = useHydrated();
  const { attacked, before, after, shown } = result;
  const most = Math.max(8, ...before, ...after);
  const height = (loss: number) => `${pixel((Math.max(0, loss) / most) * BAR)}px`;
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{t.lettersTitle}</figcaption>
      <div className="mt-2 flex flex-wrap gap-x-0.5 gap-y-3">
        {Array.from(name, (from, i) => {
          const now = attacked[i] ?? from;
          const flipped = now !== from;
          const said = t.letterLabel(
            i + 1,
            from,
            now,
            formatSignificant(before[i] ?? 0),
            formatSignificant(after[i] ?? 0),
          );
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a letter is its place
            <div key={i} className="w-7">
              <div aria-hidden="true" className="flex items-end justify-center gap-0.5" style={{ height: BAR }}>
                {hydrated && (
                  <>
                    <span className="w-2 bg-data-1" style={{ height: height(before[i] ?? 0) }} />
                    <span
                      className={`w-2 ${flipped ? 'bg-data-6 opacity-50' : 'bg-data-2'}`}
                      style={{ height: height(after[i] ?? 0) }}
                    />
                  </>
                )}
              </div>
              {from === '_' ? (
                <span className="flex h-9 items-center justify-center border-t border-line font-mono text-soft">_</span>
              ) : (
                <button
                  type="button"
                  aria-pressed={shown.place === i}
                  aria-label={hydrated ? said : from}
                  onClick={() => onPick(i)}
                  className={`flex h-9 w-full items-center justify-center border-t font-mono text-base ${
                    shown.place === i ? 'border-accent bg-accent text-on-accent' : 'border-line hover:bg-sunken'
                  } ${flipped ? 'font-bold underline decoration-2 underline-offset-4' : ''}`}
                >
                  {now}
                </button>
              )}
            </div>
          );
        })}
      </div>
      <p className="mt-1 text-xs text-soft">{t.lettersNote}</p>
    </figure>
  );
}
