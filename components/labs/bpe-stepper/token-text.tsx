/** A text as its tokens, each in a frame, so that the borders are seen without colour. */
import { type Merge, tokenBytes } from '@/lib/ml/counting/bpe';
import { describeBytes } from './pieces';

type Props = {
  readonly ids: readonly number[];
  readonly merges: readonly Merge[];
  /** Id of the token to mark; −1 for none. */
  readonly marked?: number;
  /** The pair to underline wherever the next step will merge it. */
  readonly next?: { readonly left: number; readonly right: number } | null;
  readonly label: string;
};

export function TokenText({ ids, merges, marked = -1, next = null, label }: Props) {
  const pairs = next ? placesOf(ids, next) : new Set<number>();
  return (
    <ul aria-label={label} className="flex list-none flex-wrap gap-y-1 p-0 font-mono text-sm leading-6">
      {ids.map((id, i) => {
        const isMarked = id === marked;
        const look = isMarked
          ? 'border-ink bg-ink text-paper'
          : id < 256
            ? 'border-line text-soft'
            : 'border-accent bg-accent-wash text-ink';
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place
            key={i}
            className={`my-0 mr-px rounded-sm border max-w-full px-0.5 break-all whitespace-pre-wrap ${look} ${pairs.has(i) ? 'border-b-2 border-b-bad underline decoration-2 underline-offset-4' : ''}`}
          >
            {describeBytes(tokenBytes(id, merges)).map(({ kind, text }, j) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
                key={j}
                className={kind === 'bytes' ? 'text-[0.6875rem]' : undefined}
              >
                {text}
              </span>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

/** Positions of both halves of every pair, left to right without overlap, as the merge will take them. */
function placesOf(ids: readonly number[], { left, right }: { left: number; right: number }): Set<number> {
  const places = new Set<number>();
  for (let i = 0; i + 1 < ids.length; i += 1) {
    if (ids[i] !== left || ids[i + 1] !== right) continue;
    places.add(i).add(i + 1);
    i += 1;
  }
  return places;
}
