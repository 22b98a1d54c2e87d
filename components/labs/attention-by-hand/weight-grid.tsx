/** The weights as heat cells with their numbers, and the output beside them; a row's button pins it. */
'use client';
import type { Result } from './core';
import type { ViewStrings } from './strings';

type Props = {
  readonly t: ViewStrings;
  /** Pinned row, from 1. */
  readonly row: number;
  readonly result: Result;
  readonly onPin: (row: number) => void;
};

export function WeightGrid({ t, row, result, onPin }: Props) {
  return (
    <section className="grid min-w-0 content-start gap-1">
      <p>
        <strong className="font-semibold">{t.weights}</strong>
      </p>
      <p className="text-soft text-sm">{t.weightsNote}</p>
      <table className="mt-2 w-full max-w-sm border-separate border-spacing-0.5 text-center text-sm tabular-nums">
        <thead className="text-soft">
          <tr>
            <th scope="col" className="text-left font-normal">
              {t.readsFrom}
            </th>
            {result.weights.map((_, j) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the token is its place
              <th key={j} scope="col" className="font-normal">
                {j + 1}
              </th>
            ))}
            <th scope="col" className="font-normal">
              {t.out}
            </th>
          </tr>
        </thead>
        <tbody>
          {result.weights.map((weights, i) => {
            const pinned = i + 1 === row;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the token is its place
              <tr key={i}>
                <th scope="row" className="text-left font-normal">
                  <button
                    type="button"
                    aria-pressed={pinned}
                    aria-label={t.pinRow(i + 1)}
                    className={`min-h-11 w-full whitespace-nowrap text-left ${pinned ? 'font-semibold text-accent' : ''}`}
                    onClick={() => onPin(i + 1)}
                  >
                    <span aria-hidden="true">{pinned ? '▸ ' : ''}</span>
                    {t.token(i + 1)}
                  </button>
                </th>
                {weights.map((weight, j) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: the token is its place
                    key={j}
                    className={`h-11 ${pinned ? 'outline outline-1 outline-accent' : ''}`}
                    style={{
                      background: `color-mix(in srgb, var(--color-data-1) ${Math.round(45 * weight)}%, var(--color-sunken))`,
                    }}
                  >
                    {result.visible[i]?.[j] ? weight.toFixed(3) : <span className="text-faint">0</span>}
                  </td>
                ))}
                <td className="whitespace-nowrap text-data-3">
                  ({(result.out[i] ?? []).map((x) => x.toFixed(2)).join(', ')})
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
