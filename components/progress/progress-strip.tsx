/**
 * Progress drawn as the road draws it: one stone a lesson, in order. Done is filled, in progress outlined, skipped a thin
 * line. A picture for the eye only; the words beside it say the same.
 */
import type { Status } from '@/lib/progress/records';

const stones: Readonly<Record<Status, string>> = {
  todo: 'bg-line',
  doing: 'bg-accent-wash border border-accent',
  done: 'bg-accent',
  skipped: 'border-b border-strong',
};

export function ProgressStrip({ statuses }: { readonly statuses: readonly Status[] }) {
  return (
    <span aria-hidden="true" className="flex h-2.5 w-full gap-0.5">
      {statuses.map((status, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stone's identity is its place in the road
        <span key={i} className={`min-w-0.5 flex-1 rounded-sm ${stones[status]}`} />
      ))}
    </span>
  );
}
