/** Lessons to choose: by stage, by search, all of a stage at once, or on the knowledge map. A check puts one in, taking it off takes it out. */
'use client';
import { useId, useMemo, useState } from 'react';
import { type PlaceChoice, placeOf } from '@/lib/paths/draft-place';
import { type DraftLessonInfo, graphOfRoad, searchLessons } from '@/lib/paths/draft-road';
import { livingIds } from '@/lib/paths/prerequisites';
import type { ConceptField } from './concept-field';
import { type Desk, titleOf } from './desk';
import { MapButton } from './map-button';

type Props = { readonly desk: Desk; readonly field: ConceptField };

export function LessonPicker({ desk, field }: Props) {
  const { t, road, draft, dispatch, say } = desk;
  const id = useId();
  const [query, setQuery] = useState('');
  const [choice, setChoice] = useState<PlaceChoice>('end');
  const graph = useMemo(() => graphOfRoad(road), [road]);
  const order = draft.lessons.map((lesson) => lesson.id);
  /** Lesson on this site → its place in the path, from 0. */
  const places = new Map(livingIds(order, graph).map((lesson, i) => [lesson, i]));
  const found = searchLessons(road.lessons, query);

  function add(ids: readonly number[]): void {
    const place = placeOf(choice, order, ids, graph);
    dispatch(place);
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) {
      const at = place.do === 'add' ? (place.at ?? order.length) : place.ids.indexOf(only);
      say(t.say.added(titleOf(desk, only), at + 1));
    } else say(t.say.addedMany(ids.length));
    // The next one follows this one.
    if (typeof choice === 'number') setChoice(ids.at(-1) ?? choice);
  }
  function remove(lesson: number): void {
    const stored = order[places.get(lesson) ?? -1];
    if (stored !== undefined) dispatch({ do: 'remove', ids: [stored] });
    if (choice === stored) setChoice('end');
    say(t.say.removed(titleOf(desk, lesson)));
  }

  return (
    <section
      data-editor="picker"
      className="lg:sticky lg:top-(--header) lg:max-h-[calc(100dvh-var(--header)-4.5rem)] lg:overflow-y-auto lg:pr-1 lg:pl-1"
    >
      <h2 id="picker-title" tabIndex={-1} className="border-line border-b pb-1 font-semibold outline-none">
        {t.pick.title}
      </h2>
      <div className="mt-3 grid gap-3 text-sm">
        <MapButton desk={desk} field={field} on={{ add: (lesson) => add([lesson]), remove }} />
        <label className="grid gap-1">
          {t.pick.search}
          <input
            type="search"
            className="field w-full"
            value={query}
            placeholder={t.pick.searchHint}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setQuery(event.target.value)}
          />
        </label>
        <label className="grid gap-1">
          {t.pick.place}
          <select
            className="field w-full"
            value={String(choice)}
            onChange={({ target }) =>
              setChoice(target.value === 'end' || target.value === 'road' ? target.value : Number(target.value))
            }
          >
            <option value="end">{t.pick.atEnd}</option>
            <option value="road">{t.pick.byRoad}</option>
            {order.map((lesson, i) => (
              <option key={lesson} value={lesson}>
                {t.pick.after(i + 1, titleOf(desk, lesson))}
              </option>
            ))}
          </select>
        </label>
        <p role="status" className={query.trim() === '' ? 'sr-only' : 'text-soft tabular-nums'}>
          {query.trim() === '' ? '' : found.length === 0 ? t.pick.none : t.pick.found(found.length)}
        </p>
      </div>
      {road.stages.map((stage) => {
        const lessons = found.filter((lesson) => lesson.stage === stage.id);
        const open = lessons.filter((lesson) => !places.has(lesson.id)).map((lesson) => lesson.id);
        if (lessons.length === 0) return null;
        return (
          <section key={stage.id} data-stage={stage.id} aria-labelledby={`${id}-${stage.id}`} className="mt-5">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-accent border-b pb-1">
              <h3 id={`${id}-${stage.id}`} className="flex-1 font-medium text-sm">
                {stage.title}{' '}
                <span className="font-normal text-faint tabular-nums">
                  {t.pick.chosenOf(lessons.length - open.length, lessons.length)}
                </span>
              </h3>
              {open.length > 1 && (
                <button
                  type="button"
                  className="button"
                  aria-label={t.pick.addAllOf(open.length, stage.title)}
                  onClick={() => add(open)}
                >
                  {t.pick.addAll(open.length)}
                </button>
              )}
            </div>
            {stage.modules.map((module) => (
              <ModuleChoices
                key={module.id}
                desk={desk}
                title={module.title}
                lessons={lessons.filter((lesson) => lesson.module === module.id)}
                places={places}
                on={{ add: (lesson) => add([lesson]), remove }}
              />
            ))}
          </section>
        );
      })}
    </section>
  );
}

type ModuleProps = {
  readonly desk: Desk;
  readonly title: string;
  readonly lessons: readonly DraftLessonInfo[];
  readonly places: ReadonlyMap<number, number>;
  readonly on: { readonly add: (id: number) => void; readonly remove: (id: number) => void };
};

function ModuleChoices({ desk, title, lessons, places, on }: ModuleProps) {
  const { t } = desk;
  if (lessons.length === 0) return null;
  return (
    <>
      <p className="kicker mt-2">{title}</p>
      <ul>
        {lessons.map((lesson) => {
          const place = places.get(lesson.id);
          return (
            <li key={lesson.id}>
              <label className="flex min-h-11 items-center gap-3 py-1">
                <input
                  type="checkbox"
                  className="shrink-0"
                  checked={place !== undefined}
                  onChange={({ target }) => (target.checked ? on.add : on.remove)(lesson.id)}
                />
                <span className="min-w-0 flex-1">{lesson.title}</span>
                <span className="shrink-0 text-faint text-sm tabular-nums">
                  {place === undefined ? t.time(lesson.minutes) : t.pick.at(place + 1)}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </>
  );
}
