/** What every part of the editor works with. */

import { formatDay } from '@/components/share/format-day';
import { type Locale, languageTag } from '@/lib/i18n/locale';
import type { Draft } from '@/lib/paths/draft';
import type { HistoryAction } from '@/lib/paths/draft-history';
import { type DraftRoad, lessonOf } from '@/lib/paths/draft-road';
import { addDays } from '@/lib/share/day';
import type { EditorStrings } from './strings';

export type Desk = {
  readonly locale: Locale;
  readonly t: EditorStrings;
  readonly road: DraftRoad;
  readonly draft: Draft;
  readonly dispatch: (action: HistoryAction) => void;
  /** Tells it to whoever listens with a screen reader. */
  readonly say: (words: string) => void;
};

export function titleOf({ road, t }: Pick<Desk, 'road' | 't'>, id: number): string {
  return lessonOf(road, id)?.title ?? t.list.unknown(id);
}

export function nameOf(t: EditorStrings, title: string): string {
  return title.trim() || t.untitled;
}

/** A due date; in days after the start while there is no start, or none that a calendar has. */
export function dueWords({ t, locale, draft }: Pick<Desk, 't' | 'locale' | 'draft'>, due: number): string {
  const day = draft.start === '' ? undefined : addDays(draft.start, due);
  if (day === undefined) return t.list.dueAfter(due);
  const isSameYear = day.slice(0, 4) === draft.start.slice(0, 4);
  return t.list.due(isSameYear ? shortDay(day, locale) : formatDay(day, locale));
}

/** Without the year: rows are narrow. Like `formatDay`, moved by no time zone. */
function shortDay(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(languageTag[locale], { month: 'short', day: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** A moment of this browser's own past. */
export function momentWords(locale: string, time: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
