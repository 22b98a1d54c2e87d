/** A shared lesson's state: the mark that the rest of the site uses, with its words beside it. */
import { StatusIcon } from '@/components/progress/status-icon';
import type { LessonState } from '@/lib/share/snapshot-code';

export function StatusMark({ state, words }: { readonly state: LessonState; readonly words: string }) {
  return (
    <span data-status={state} className="inline-flex items-center gap-1.5 whitespace-nowrap text-soft text-sm">
      <StatusIcon status={state} />
      {words}
    </span>
  );
}
