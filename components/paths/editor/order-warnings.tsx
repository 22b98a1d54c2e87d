/** What the order asks of learners too early, in one place, with the two presses that mend it. */
'use client';
import { useMemo } from 'react';
import { graphOfRoad } from '@/lib/paths/draft-road';
import { addMissing, missingLessons, orderWarnings } from '@/lib/paths/prerequisites';
import { putInOrder } from '@/lib/paths/prerequisites-order';
import { type Desk, titleOf } from './desk';

export function OrderWarnings({ desk }: { readonly desk: Desk }) {
  const { t, road, draft, dispatch, say } = desk;
  const graph = useMemo(() => graphOfRoad(road), [road]);
  const order = useMemo(() => draft.lessons.map(({ id }) => id), [draft.lessons]);
  const missing = useMemo(() => missingLessons(order, graph), [order, graph]);
  const late = useMemo(
    () => new Set(orderWarnings(order, graph).flatMap(({ id, at }) => (at === null ? [] : [id]))).size,
    [order, graph],
  );
  if (missing.length === 0 && late === 0) return null;
  const add = () => {
    dispatch({ do: 'arrange', ids: addMissing(order, graph) });
    say(t.say.addedMany(missing.length));
  };
  const arrange = () => {
    const { order: repaired, moved } = putInOrder(order, graph);
    dispatch({ do: 'arrange', ids: repaired });
    say(t.say.ordered(moved.length));
  };
  return (
    <section
      aria-label={t.warnings.title}
      data-editor="warnings"
      className="mt-6 grid gap-2 border-warn border-l-2 bg-warn-wash px-4 py-3 text-sm"
    >
      {missing.length > 0 && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="flex-1 basis-64">
            {t.warnings.missing(missing.length)}{' '}
            <span className="text-soft">{missing.map((id) => titleOf(desk, id)).join(t.separator)}</span>
          </p>
          <button type="button" className="button" onClick={add}>
            {t.warnings.add}
          </button>
        </div>
      )}
      {late > 0 && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="flex-1 basis-64">{t.warnings.late(late)}</p>
          <button type="button" className="button" onClick={arrange}>
            {t.warnings.order}
          </button>
        </div>
      )}
      <p className="text-soft">{t.warnings.hint}</p>
    </section>
  );
}
