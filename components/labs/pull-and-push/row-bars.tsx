/** The softmax row of the pinned query: how probable it finds each key, against picking blindly. */
'use client';
import { percentage } from '@/components/ui/plot/round';
import { formatFixed, formatPercent } from '@/lib/format-number';
import type { Result } from './core';
import type { PullStrings } from './strings';

type Props = { readonly t: PullStrings; readonly result: Result; readonly onPin: (pair: number) => void };

export function RowBars({ t, result, onPin }: Props) {
  const { pin, probabilities, similarities, found, count, losses, yesOrNo } = result;
  const row = probabilities[pin] ?? [];
  return (
    <section className="min-w-0 text-sm">
      <fieldset>
        <legend className="text-soft">{t.pinLabel}</legend>
        <div className="mt-1 flex flex-wrap gap-1">
          {found.map((right, i) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a query is its place
              key={i}
              type="button"
              aria-pressed={i === pin}
              aria-label={t.pinButton(i + 1, right)}
              className={`min-h-9 min-w-11 rounded-sm border px-1 tabular-nums ${i === pin ? 'border-accent bg-accent-wash font-semibold' : 'border-strong'}`}
              onClick={() => onPin(i)}
            >
              {i + 1}
              <span aria-hidden="true" className={right ? 'text-good' : 'text-bad'}>
                {right ? ' ✓' : ' ✗'}
              </span>
            </button>
          ))}
        </div>
      </fieldset>
      <p className="mt-4 font-semibold">{t.rowTitle(pin + 1)}</p>
      <ul className="mt-1 grid gap-1">
        {row.map((p, j) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a key is its place
            key={j}
            className="grid grid-cols-[2.25rem_3.5rem_1fr_3.75rem] items-center gap-2 tabular-nums"
          >
            <span className={j === pin ? 'font-semibold text-data-1' : 'text-soft'}>{t.keyName(j + 1)}</span>
            <span className="text-end text-soft">{formatFixed(similarities[pin]?.[j] ?? 0, 2)}</span>
            <span className="relative h-3.5 bg-sunken">
              <span
                className={`absolute inset-y-0 left-0 ${j === pin ? 'bg-data-1' : 'bg-data-2'}`}
                style={{ width: percentage(p) }}
              />
              <span className="absolute -inset-y-0.5 border-l border-ink" style={{ left: percentage(1 / count) }} />
            </span>
            <span className="text-end">{formatPercent(p)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-xs text-soft">{t.rowNote(formatFixed(losses[pin] ?? 0, 3))}</p>
      <p className="mt-3 font-semibold">{t.nceTitle}</p>
      <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-1 tabular-nums">
        {yesOrNo.answers.map((answer, j) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a key is its place
          <li key={j}>
            <span className={j === pin ? 'font-semibold text-data-1' : 'text-soft'}>{t.keyName(j + 1)}</span>{' '}
            {formatPercent(answer)}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-xs text-soft">
        {t.nceNote(
          formatPercent(yesOrNo.answers.reduce((sum, answer) => sum + answer, 0)),
          formatFixed(yesOrNo.loss, 3),
        )}
      </p>
    </section>
  );
}
