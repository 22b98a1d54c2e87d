/** The lessons of the path in their order: to be reordered by dragging, by keyboard, by buttons; dated, noted, taken out. */
'use client';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { outOfOrder } from '@/lib/paths/draft-dates';
import { graphOfRoad, lessonOf } from '@/lib/paths/draft-road';
import { orderWarnings } from '@/lib/paths/prerequisites';
import { ChosenRow, type RowPart } from './chosen-row';
import { type Desk, titleOf } from './desk';
import { useHeldRow } from './use-held-row';
import { useRowDrag } from './use-row-drag';

export function ChosenList({ desk, onChoose }: { readonly desk: Desk; readonly onChoose: () => void }) {
  const { t, road, draft, dispatch, say } = desk;
  const { lessons } = draft;
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const list = useRef<HTMLOListElement>(null);
  /** Where the focus belongs once React has moved the rows: the browser takes it from a row that is moved. */
  const focus = useRef<{ readonly id: number; readonly part: RowPart } | null>(null);
  const [open, setOpen] = useState<number | null>(null);
  const warnings = useMemo(
    () =>
      orderWarnings(
        lessons.map((lesson) => lesson.id),
        graphOfRoad(road),
      ),
    [lessons, road],
  );
  const early = outOfOrder(lessons);
  const unknown = lessons.filter((lesson) => !lessonOf(road, lesson.id)).map((lesson) => lesson.id);

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows move only with the lessons
  useLayoutEffect(() => {
    const wanted = focus.current;
    if (!wanted) return;
    focus.current = null;
    const part = list.current?.querySelector<HTMLElement>(`[data-row="${wanted.id}"] [data-part="${wanted.part}"]`);
    (part ?? section.current?.querySelector<HTMLElement>('h2'))?.focus();
  }, [lessons]);

  function move(moved: number, to: number, part: RowPart = 'handle'): void {
    const from = lessons.findIndex((lesson) => lesson.id === moved);
    const place = Math.min(lessons.length - 1, Math.max(0, to));
    const title = titleOf(desk, moved);
    if (place === from) {
      if (to < 0) say(t.say.first(title));
      if (to >= lessons.length) say(t.say.last(title));
      return;
    }
    focus.current = { id: moved, part };
    dispatch({ do: 'move', id: moved, to: place });
    say(t.say.moved(title, place + 1, lessons.length));
  }

  function remove(removed: number): void {
    const at = lessons.findIndex((lesson) => lesson.id === removed);
    const next = lessons[at + 1] ?? lessons[at - 1];
    focus.current = { id: next?.id ?? -1, part: 'details' };
    dispatch({ do: 'remove', ids: [removed] });
    say(t.say.removed(titleOf(desk, removed)));
  }

  const held = useHeldRow(desk, move);
  const { drag, begin } = useRowDrag(list, move);
  const others = lessons.filter((lesson) => lesson.id !== drag?.id);
  const dropOf = (row: number) => {
    if (!drag || lessons[drag.to]?.id === drag.id) return undefined;
    if (others[drag.to]?.id === row) return 'before';
    return drag.to >= others.length && others.at(-1)?.id === row ? 'after' : undefined;
  };

  return (
    <section ref={section} className="mt-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-b pb-1">
        <h2 id="chosen-title" tabIndex={-1} className="font-semibold outline-none">
          {t.list.title}
        </h2>
        <span className="text-sm text-soft tabular-nums">{t.lessons(lessons.length)}</span>
      </div>
      <p id={`${id}-help`} className="sr-only">
        {t.list.handleHelp}
      </p>
      {lessons.length === 0 && (
        <div className="py-6">
          <p className="font-medium">{t.list.empty}</p>
          <p className="mt-1 text-soft">{t.list.emptyHint}</p>
          <button type="button" className="button button-primary mt-3 lg:hidden" onClick={onChoose}>
            {t.list.choose}
          </button>
        </div>
      )}
      {unknown.length > 0 && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-2 text-sm text-soft">
          <p className="flex-1 basis-64">{t.list.unknownSum(unknown.length)}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              dispatch({ do: 'remove', ids: unknown });
              say(t.say.removedMany(unknown.length));
            }}
          >
            {t.list.removeUnknown}
          </button>
        </div>
      )}
      <ol ref={list}>
        {lessons.map((lesson, i) => (
          <ChosenRow
            key={lesson.id}
            desk={desk}
            lesson={lesson}
            at={i}
            look={{
              isOpen: open === lesson.id,
              isHeld: held.id === lesson.id,
              isDragged: drag?.id === lesson.id,
              drop: dropOf(lesson.id),
              isEarly: early.includes(lesson.id),
              warnings: warnings.filter((warning) => warning.id === lesson.id),
              help: `${id}-help`,
            }}
            on={{
              begin: (event) => begin(event, lesson.id),
              press: (event) => held.press(event, lesson.id),
              toggle: () => held.toggle(lesson.id),
              blur: () => focus.current === null && held.let(),
              move,
              remove: () => remove(lesson.id),
              open: setOpen,
            }}
          />
        ))}
      </ol>
    </section>
  );
}
