/** One row of attention written out: score, scale, mask, softmax, weighted sum, with every number in its place. */
import type { ReactNode } from 'react';
import { percentage } from '@/components/ui/plot/round';
import type { Result, Values } from './core';
import type { ViewStrings } from './strings';

type Props = { readonly t: ViewStrings; readonly values: Values; readonly result: Result };

const plain = (value: number) => String(Number(value.toFixed(2))).replace('-', '−');
const three = (value: number) => value.toFixed(3).replace('-', '−');
const vector = (row: readonly number[]) => `(${row.map(plain).join(', ')})`;
/** A factor of a product: negative ones stand in brackets. */
const factor = (value: number | undefined) => ((value ?? 0) < 0 ? `(${plain(value ?? 0)})` : plain(value ?? 0));

export function RowLedger({ t, values, result }: Props) {
  const i = values.row - 1;
  const query = result.q[i] ?? [];
  const scores = result.scores[i] ?? [];
  const visible = result.visible[i] ?? [];
  const weights = result.weights[i] ?? [];
  const peak = Math.max(...scores.filter((_, j) => visible[j]));
  const exponentials = scores.map((s, j) => (visible[j] ? Math.exp(s - peak) : 0));
  const out = result.out[i] ?? [];

  const line = (head: string, cell: (j: number) => ReactNode, total: ReactNode) => (
    <tr key={head} className="border-line border-b align-top">
      <th
        scope="row"
        className="break-keep py-1.5 pr-1.5 @xl:whitespace-nowrap @xl:pr-3 text-left font-normal text-soft"
      >
        {head}
      </th>
      {scores.map((_, j) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the token is its place
        <td key={j} className="py-1.5 pr-1.5 @xl:whitespace-nowrap @xl:pr-3">
          {cell(j)}
        </td>
      ))}
      <td className="py-1.5 text-right @xl:whitespace-nowrap">{total}</td>
    </tr>
  );

  return (
    <section className="min-w-0">
      <p>
        <strong className="font-semibold">{t.ledger(values.row)}</strong>{' '}
        <span className="text-data-1 tabular-nums">q = {vector(query)}</span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, scrollable region */}
      <section className="mt-1 overflow-x-auto" tabIndex={0} aria-label={t.ledger(values.row)}>
        <table className="w-full border-collapse text-[0.8125rem] @xl:text-sm tabular-nums">
          <thead>
            <tr className="border-strong border-b text-left">
              <td />
              {result.k.map((key, j) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the token is its place
                <th key={j} scope="col" className="pr-1.5 font-normal @xl:pr-3">
                  {t.token(j + 1)} <span className="whitespace-nowrap text-data-2">k = {vector(key)}</span>
                </th>
              ))}
              <th scope="col" className="text-right font-normal text-soft">
                {t.sum}
              </th>
            </tr>
          </thead>
          <tbody>
            {line(
              t.steps.product,
              (j) =>
                `${query.map((a, d) => `${factor(a)}·${factor(result.k[j]?.[d])}`).join(' + ')} = ${plain(result.products[i]?.[j] ?? 0)}`,
              '',
            )}
            {line(values.scaled ? t.steps.scaled : t.steps.unscaled, (j) => three(scores[j] ?? 0), '')}
            {line(t.steps.masked, (j) => (visible[j] ? '✓' : t.hidden), '')}
            {line(
              t.steps.exponential,
              (j) => three(exponentials[j] ?? 0),
              three(exponentials.reduce((sum, e) => sum + e, 0)),
            )}
            {line(
              t.steps.weight,
              (j) => (
                <Weight value={weights[j] ?? 0} start={result.startWeights[i]?.[j] ?? 0} />
              ),
              three(weights.reduce((sum, w) => sum + w, 0)),
            )}
            {line(
              t.steps.contribution,
              (j) => (
                <>
                  {three(weights[j] ?? 0)} ·{' '}
                  <span className="whitespace-nowrap text-data-3">{vector(result.v[j] ?? [])}</span>
                </>
              ),
              <strong className="text-data-3">{vector(out)}</strong>,
            )}
          </tbody>
        </table>
      </section>
      <p className="mt-1 flex items-center gap-2 text-soft text-sm">
        <span aria-hidden="true" className="inline-block h-4 border-ink border-l-2" /> {t.startMark}
      </p>
    </section>
  );
}

function Weight({ value, start }: { readonly value: number; readonly start: number }) {
  return (
    <>
      <strong>{three(value)}</strong>
      <span aria-hidden="true" className="relative mt-1 block h-2 min-w-12 bg-sunken">
        <span className="absolute inset-y-0 left-0 bg-data-1" style={{ width: percentage(value) }} />
        <span
          className="absolute -inset-y-1 border-ink border-l-2"
          style={{ left: `calc(${percentage(start)} - 1px)` }}
        />
      </span>
    </>
  );
}
