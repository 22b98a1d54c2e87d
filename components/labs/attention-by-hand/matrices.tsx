/** Q, K and V as one table of typed cells: arrow up and down step by 0.1. */
'use client';
import { NumberField } from '@/components/labs/frame/number-field';
import { core, DIMENSIONS, TOKENS, type Values } from './core';
import type { ViewStrings } from './strings';

type Name = 'q' | 'k' | 'v';
type Props = {
  readonly t: ViewStrings;
  readonly values: Values;
  readonly set: (change: Partial<Pick<Values, Name>>) => void;
};

const NAMES: readonly Name[] = ['q', 'k', 'v'];
const INK: Record<Name, string> = { q: 'text-data-1', k: 'text-data-2', v: 'text-data-3' };
const tokens = Array.from({ length: TOKENS }, (_, i) => i);
const columns = Array.from({ length: DIMENSIONS }, (_, i) => i);

export function Matrices({ t, values, set }: Props) {
  const word: Record<Name, string> = { q: t.query, k: t.key, v: t.value };
  const edit = (name: Name, place: number, value: number) => {
    if (Number.isFinite(value)) set({ [name]: values[name].map((old, i) => (i === place ? value : old)) });
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, scrollable region
    <section className="overflow-x-auto py-1" tabIndex={0} aria-label={t.matrices}>
      <table className="border-collapse">
        <thead>
          <tr>
            <td />
            {NAMES.map((name) => (
              <th
                key={name}
                colSpan={DIMENSIONS}
                scope="colgroup"
                className="pb-1 pl-2 text-left font-normal text-sm @xl:pl-6"
              >
                <strong className={`font-mono ${INK[name]}`}>{name.toUpperCase()}</strong>{' '}
                <span className="text-soft">{word[name]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tokens.map((row) => (
            <tr key={row}>
              <th scope="row" className="whitespace-nowrap text-left font-normal text-soft text-sm">
                <span className="hidden @xl:inline">{t.token(row + 1)}</span>
                <span className="@xl:hidden">{row + 1}</span>
              </th>
              {NAMES.flatMap((name) =>
                columns.map((column) => {
                  const place = row * DIMENSIONS + column;
                  const spec = core.params[name];
                  return (
                    <td key={name + column} className={`p-0.5 ${column === 0 ? 'pl-2 @xl:pl-6' : ''}`}>
                      <NumberField
                        className="field w-10 px-0.5 text-center text-sm tabular-nums [appearance:textfield] @xl:w-16 @xl:text-base"
                        aria-label={t.cell(name.toUpperCase(), row + 1, column + 1)}
                        min={spec.min}
                        max={spec.max}
                        step={spec.step}
                        value={values[name][place] ?? 0}
                        onChange={(typed) => edit(name, place, typed)}
                      />
                    </td>
                  );
                }),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
