/** The head worked out by hand above, found again in the learner's own model: same formula, numbers that training has found. */
'use client';
import { useMemo, useState } from 'react';
import { Controls } from '@/components/labs/frame/controls';
import type { LabViewProps } from '@/components/labs/frame/lab-types';
import { ModelBar } from '@/components/labs/frame/model/model-bar';
import { useModel } from '@/components/labs/frame/model/use-model';
import { formatFixed } from '@/lib/format-number';
import { dotProduct } from '@/lib/ml/attention';
import { core, type Result } from './core';
import { headOfModel } from './head-of-model';
import type { ViewStrings } from './strings';

type Props = Pick<LabViewProps<typeof core.params, Result>, 'locale' | 'values' | 'set'> & { readonly t: ViewStrings };

export function YourHead({ locale, t, values, set }: Props) {
  const chosen = useModel();
  const head = useMemo(
    () => headOfModel(chosen.model, values.name, Number(values.head) - 1),
    [chosen.model, values.name, values.head],
  );
  const { tokens, q, k, weights } = head;
  const [picked, setPicked] = useState(Number.POSITIVE_INFINITY);
  const row = Math.min(picked, tokens.length - 1);
  const query = q[row] ?? [];
  const strongest = (of: readonly number[]) => of.indexOf(Math.max(...of));
  const looked = strongest(weights[row] ?? []);
  const vector = (numbers: readonly number[]) => numbers.map((x) => formatFixed(x, 2)).join(', ');
  return (
    <div className="mt-3 grid gap-4">
      <ModelBar locale={locale} chosen={chosen} />
      <p className="text-soft text-sm">{t.yourHeadNote(query.length)}</p>
      <div className="grid gap-x-6 sm:grid-cols-2">
        <label className="lab-control">
          <span className="lab-control-label">{t.params.name}</span>
          <input
            className="field col-span-full w-full font-mono"
            maxLength={core.params.name.maxLength}
            spellCheck={false}
            autoCapitalize="none"
            value={values.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </label>
        <Controls core={core} names={['head']} strings={t} values={values} set={set} />
      </div>
      <div className="grid gap-6 @xl:grid-cols-2">
        <ul>
          {tokens.map((token, i) => {
            const of = weights[i] ?? [];
            const most = strongest(of);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the token is its place
              <li key={i}>
                <button
                  type="button"
                  aria-pressed={i === row}
                  aria-label={t.pickRow(
                    token,
                    i + 1,
                    t.headText(token, tokens[most] ?? '', formatFixed(of[most] ?? 0, 2)),
                  )}
                  className={`flex min-h-6 w-full items-center gap-2 ${i === row ? 'outline outline-1 outline-accent' : ''}`}
                  onClick={() => setPicked(i)}
                >
                  <span className="w-4 flex-none font-mono text-sm" aria-hidden="true">
                    {token}
                  </span>
                  <span className="flex h-5 flex-1 gap-px" aria-hidden="true">
                    {tokens.map((_, j) => (
                      <span
                        // biome-ignore lint/suspicious/noArrayIndexKey: the token is its place
                        key={j}
                        className="flex-1"
                        style={{
                          background: `color-mix(in srgb, var(--color-data-1) ${Math.round(90 * (of[j] ?? 0))}%, var(--color-sunken))`,
                        }}
                      />
                    ))}
                  </span>
                </button>
              </li>
            );
          })}
          <li className="flex gap-2" aria-hidden="true">
            <span className="w-4 flex-none" />
            <span className="flex flex-1 gap-px text-center font-mono text-xs text-soft">
              {tokens.map((token, j) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the token is its place
                <span key={j} className="w-0 flex-1">
                  {token}
                </span>
              ))}
            </span>
          </li>
        </ul>
        <div>
          <p className="text-sm tabular-nums">{t.queryOf(tokens[row] ?? '', vector(query))}</p>
          {/* A phone has no room for the column of keys. */}
          <p className="text-sm tabular-nums sm:hidden">{t.keyOf(tokens[looked] ?? '', vector(k[looked] ?? []))}</p>
          <table className="mt-2 w-full text-end text-sm tabular-nums">
            <thead className="text-soft">
              <tr>
                <th scope="col" className="text-start font-normal">
                  {t.ledgerHead.key}
                </th>
                <th scope="col" className="font-normal max-sm:hidden">
                  {t.ledgerHead.vector}
                </th>
                <th scope="col" className="font-normal">
                  {t.ledgerHead.product}
                </th>
                <th scope="col" className="font-normal">
                  {t.ledgerHead.score(query.length)}
                </th>
                <th scope="col" className="font-normal">
                  {t.ledgerHead.weight}
                </th>
              </tr>
            </thead>
            <tbody>
              {tokens.slice(0, row + 1).map((token, j) => {
                const product = dotProduct(query, k[j] ?? query);
                const weight = weights[row]?.[j] ?? 0;
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the token is its place
                  <tr key={j} className={j === looked ? 'font-semibold text-accent' : ''}>
                    <th scope="row" className="text-start font-mono font-normal">
                      {token}
                    </th>
                    <td className="text-soft text-xs max-sm:hidden">({vector(k[j] ?? [])})</td>
                    <td>{formatFixed(product, 2)}</td>
                    <td>{formatFixed(product / Math.sqrt(query.length), 2)}</td>
                    <td>{formatFixed(weight, 3)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
    </div>
  );
}
