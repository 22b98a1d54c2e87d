/** Mean loss for each number of tokens of context; dark where the chosen stride scores. */
import { percentage } from '@/components/ui/plot/round';
import { formatFixed } from '@/lib/format-number';
import type { Result } from './core';
import type { ViewStrings } from './strings';

export function ContextBars({ t, result }: { readonly t: ViewStrings; readonly result: Result }) {
  const { byContext, window, stride } = result;
  const largest = Math.max(...byContext, 0);
  return (
    <figure className="mt-6">
      <figcaption className="font-semibold text-sm">{t.byContext}</figcaption>
      <ol className="mt-2 flex h-36 items-end gap-0.5 border-line border-b">
        {byContext.map((loss, k) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a number of tokens is its place
            key={k}
            className="flex h-full min-w-0 flex-1 flex-col justify-end text-center text-[0.6875rem] tabular-nums"
          >
            <span className="text-soft">{formatFixed(loss, 1)}</span>
            <span
              className={k >= window - stride ? 'bg-data-1' : 'bg-data-1/25'}
              style={{ height: percentage((loss / largest) * 0.85) }}
            />
          </li>
        ))}
        {byContext.length === 0 && <li className="m-auto text-soft text-sm">{t.waiting}</li>}
      </ol>
      <div className="flex gap-0.5 text-center text-[0.6875rem] text-soft tabular-nums" aria-hidden="true">
        {byContext.map((_, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a number of tokens is its place
          <span key={k} className="min-w-0 flex-1">
            {k + 1}
          </span>
        ))}
      </div>
      <p className="text-soft text-xs">{t.byContextX}</p>
      <p className="text-sm">{byContext.length > 0 && t.byContextNote(window, stride)}</p>
    </figure>
  );
}
