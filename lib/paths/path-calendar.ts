/** The dates of a path as a calendar file, in one language. Lessons that this build does not have are left out: they have no page. */
import { icsText } from './ics';
import type { Lens } from './lens';
import type { RoadLesson } from './road';

type Words = {
  readonly language: string;
  readonly minutes: (count: number) => string;
  /** Title of an event, so that it says in a calendar full of others what it is about. */
  readonly event: (lesson: string) => string;
};

type Place = { readonly origin: string; readonly withBasePath: (route: string) => string };

export type CalendarPath = { readonly id: string; readonly version: number; readonly title: string };

export function pathCalendar(
  path: CalendarPath,
  { lens, lessons }: { readonly lens: Lens; readonly lessons: readonly RoadLesson[] },
  { words, place, stamp }: { readonly words: Words; readonly place: Place; readonly stamp: Date },
): string {
  const known = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  return icsText({
    name: path.title,
    language: words.language,
    sequence: path.version,
    stamp,
    events: lens.lessons.flatMap(({ id, due, note }) => {
      const lesson = known.get(id);
      if (!lesson || due === undefined) return [];
      const url = place.origin + place.withBasePath(lesson.href);
      return {
        uid: `${path.id}-${id}`,
        day: due,
        title: words.event(lesson.title),
        description: [words.minutes(lesson.minutes), note, url].filter(Boolean).join('\n'),
        url,
      };
    }),
  });
}

export function hasDates(lens: Lens): boolean {
  return lens.lessons.some(({ due }) => due !== undefined);
}
