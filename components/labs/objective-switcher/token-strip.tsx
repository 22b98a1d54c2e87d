/** The sentence as the model meets it: what it is shown above, what it is scored on below. A press looks from that position. */
'use client';
import type { Position, Result } from './core';
import { maySee } from './objective';
import type { SwitcherStrings } from './strings';

type Props = { readonly t: SwitcherStrings; readonly result: Result; readonly onPin: (pin: number) => void };

/** Hidden and replaced tokens differ in shape too, not by colour alone. */
function look({ fate }: Position, seen: boolean): string {
  if (!seen) return 'border-transparent bg-sunken text-faint line-through decoration-1';
  if (fate === 'mask') return 'border-ink bg-ink text-paper';
  if (fate === 'random') return 'border-bad border-dashed bg-bad-wash text-bad';
  if (fate === 'kept') return 'border-warn border-dotted bg-warn-wash text-ink';
  return 'border-line bg-raised text-ink';
}

export function TokenStrip({ t, result, onPin }: Props) {
  const { objective, positions, pin } = result;
  const from = pin - 1;
  return (
    <section className="grid gap-2">
      <h4 className="font-semibold text-sm">{t.strip}</h4>
      <ol className="flex list-none flex-wrap gap-x-1 gap-y-2 p-0 [&>li]:m-0">
        {positions.map((position, i) => {
          const seen = maySee(objective, from, i);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place
            <li key={i}>
              <button
                type="button"
                aria-pressed={i === from}
                aria-label={t.position(i + 1, position, seen)}
                className={`grid min-w-9 justify-items-center gap-1 rounded-sm p-0.5 ${i === from ? 'outline-2 outline-accent' : ''}`}
                onClick={() => onPin(i + 1)}
              >
                <span className={`rounded-sm border px-1.5 py-0.5 text-sm ${look(position, seen)}`}>
                  {position.shown}
                </span>
                <span
                  className={`text-xs ${position.target === null ? 'text-faint' : i === from ? 'font-semibold text-accent' : 'text-soft'}`}
                >
                  {position.target === null ? '·' : `→ ${position.target}`}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <p className="text-soft text-sm">{t.stripNote(objective)}</p>
      <p className="min-h-12 border-accent border-l-3 bg-accent-wash px-3 py-2 text-sm">{t.pinned(result)}</p>
    </section>
  );
}
