/** Ax in numbers, by rows and by columns, and the matrix as the sum of its two terms. */
import { formatFixed } from '@/lib/format-number';
import { brackets } from './brackets';
import type { Result, Values } from './core';
import type { PlaygroundStrings } from './strings';

type Props = { readonly t: PlaygroundStrings; readonly values: Values; readonly result: Result };

const two = (value: number) => formatFixed(value, 2);

export function Ledger({ t, values, result }: Props) {
  const [a11 = 0, a12 = 0, a21 = 0, a22 = 0] = values.matrix;
  const [x1, x2] = result.x;
  const [y1, y2] = result.image;
  const lines = [
    [
      t.rows,
      `${two(a11)} · ${two(x1)} + ${two(a12)} · ${two(x2)} = ${two(y1)}`,
      `${two(a21)} · ${two(x1)} + ${two(a22)} · ${two(x2)} = ${two(y2)}`,
    ],
    [
      t.byColumns,
      `${two(x1)} · [${two(a11)}, ${two(a21)}] + ${two(x2)} · [${two(a12)}, ${two(a22)}] = [${two(y1)}, ${two(y2)}]`,
    ],
  ] as const;
  return (
    <dl className="grid gap-x-4 gap-y-1 text-sm tabular-nums sm:grid-cols-[auto_1fr]">
      {lines.map(([name, ...sums]) => (
        <div key={name} className="contents">
          <dt className="text-soft">Ax {name}</dt>
          <dd className="min-w-0">
            {sums.map((sum) => (
              <span key={sum} className="block">
                {sum}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function Terms({ t, values, result }: Props) {
  const [first, second] = result.axes;
  const parts = [
    { name: 'A', matrix: values.matrix, tone: 'text-ink', sign: '' },
    { name: 'σ₁u₁v₁ᵀ', matrix: first.term, tone: 'text-data-3', sign: '=' },
    { name: 'σ₂u₂v₂ᵀ', matrix: second.term, tone: 'text-data-4', sign: '+' },
  ];
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{t.terms}</figcaption>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-3 text-sm tabular-nums">
        {parts.map(({ name, matrix, tone, sign }) => (
          <div key={name} className="flex items-center gap-3">
            {sign && <span className="text-lg text-soft">{sign}</span>}
            <div>
              <div className={`grid grid-cols-2 gap-x-3 gap-y-0.5 py-0.5 text-end ${brackets}`}>
                {matrix.map((entry, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place
                  <span key={i}>{two(entry)}</span>
                ))}
              </div>
              <p className={`text-center font-semibold ${tone}`}>{name}</p>
            </div>
          </div>
        ))}
      </div>
      <p className="mt-1 text-xs text-soft">{t.termsNote}</p>
    </figure>
  );
}
