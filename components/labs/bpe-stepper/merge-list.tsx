/** The tokens learned so far, newest first; pressing one marks it in the text. */
'use client';
import { BYTE_TOKENS, type Merge, tokenBytes } from '@/lib/ml/counting/bpe';
import { describeBytes } from './pieces';
import type { BpeStrings } from './strings';

type Props = {
  readonly merges: readonly Merge[];
  readonly step: number;
  readonly next: Omit<Merge, 'id'> | null;
  readonly marked: number;
  readonly t: BpeStrings;
  readonly onMark: (id: number) => void;
};

export function MergeList({ merges, step, next, marked, t, onMark }: Props) {
  const piece = (id: number) =>
    describeBytes(tokenBytes(id, merges))
      .map(({ text }) => text)
      .join(' ');
  return (
    <div className="mt-4">
      <p className="text-sm">
        <span className="font-semibold">{t.nextPair}</span>{' '}
        {next ? (
          <span className="tabular-nums">
            <code className="rounded-sm border border-strong px-1 font-mono break-all whitespace-pre-wrap">
              {piece(next.left)}
            </code>{' '}
            +{' '}
            <code className="rounded-sm border border-strong px-1 font-mono break-all whitespace-pre-wrap">
              {piece(next.right)}
            </code>{' '}
            {t.nextIs(next.count, BYTE_TOKENS + step)}
          </span>
        ) : (
          t.finished
        )}
      </p>
      <p className="mt-2 text-xs text-soft">{step === 0 ? t.nothingLearned : t.learned(step)}</p>
      {step > 0 && (
        <div className="mt-1 max-h-32 overflow-y-auto border-y border-line py-1">
          <ol reversed aria-label={t.learned(step)} className="flex list-none flex-wrap gap-1 p-0 [&>li]:m-0">
            {merges
              .slice(0, step)
              .reverse()
              .map(({ id, count }) => (
                <li key={id}>
                  <button
                    type="button"
                    aria-pressed={id === marked}
                    onClick={() => onMark(id === marked ? -1 : id)}
                    className={`min-h-8 max-w-full rounded-sm text-start border px-1.5 text-xs tabular-nums ${id === marked ? 'border-ink bg-ink text-paper' : 'border-line'}`}
                  >
                    <span className={id === marked ? undefined : 'text-faint'}>{id}</span>{' '}
                    <span className="font-mono text-sm break-all whitespace-pre-wrap">{piece(id)}</span>{' '}
                    <span className={id === marked ? undefined : 'text-faint'}>{count}×</span>
                  </button>
                </li>
              ))}
          </ol>
        </div>
      )}
    </div>
  );
}
