/** A path drawn as the road draws itself: a stone a lesson in the path's order, each in the hue of its stage. The words beside it say the same. */
'use client';
import { useStatuses } from '@/components/progress/use-progress';
import type { RoadLesson } from '@/lib/paths/road';
import type { Status } from '@/lib/progress/records';

const stones: Readonly<Record<Status, string>> = {
  todo: 'bg-accent-wash border border-accent',
  doing: 'bg-[linear-gradient(to_top,var(--color-accent)_50%,var(--color-paper)_50%)] border border-accent',
  done: 'bg-accent border border-accent',
  skipped: 'border-b border-strong',
};

/** Pass the same arrays each time. */
export function PathStrip({
  ids,
  lessons,
}: {
  readonly ids: readonly number[];
  readonly lessons: readonly RoadLesson[];
}) {
  const statuses = useStatuses(ids);
  return (
    <span aria-hidden="true" className="flex h-4 w-full gap-0.5">
      {ids.map((id, i) => {
        const lesson = lessons.find((each) => each.id === id);
        return (
          <span
            key={id}
            title={lesson?.title}
            data-stage={lesson?.stage}
            style={{ flexGrow: lesson?.minutes ?? 1 }}
            className={`min-w-0.5 basis-0 rounded-sm ${stones[statuses[i] ?? 'todo']}`}
          />
        );
      })}
    </span>
  );
}
