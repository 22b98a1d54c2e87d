/** Everything a mentor can do to a draft, as one pure step. A step that changes nothing returns the very same content. */
import { dayNumber } from '@/lib/share/day';
import { isWhole } from '@/lib/share/fields';
import { shareLimits } from '@/lib/share/limits';
import type { PathLesson } from '@/lib/share/path-code';
import { clamp, isSameContent, type PathContent } from './draft';
import { clearDates, type SpreadPlan, shiftDates, sortDates, spreadDates } from './draft-dates';

export type DraftAction =
  /** Lessons that are in already stay where they are. Without `at`, at the end. */
  | { readonly do: 'add'; readonly ids: readonly number[]; readonly at?: number }
  | { readonly do: 'remove'; readonly ids: readonly number[] }
  /** `to`: the place it has afterwards, from 0. */
  | { readonly do: 'move'; readonly id: number; readonly to: number }
  /** The whole order at once. Ids that are new are added, lessons it does not name follow as they were. */
  | { readonly do: 'arrange'; readonly ids: readonly number[] }
  | { readonly do: 'due'; readonly id: number; readonly due: number | null }
  | { readonly do: 'note'; readonly id: number; readonly note: string }
  | { readonly do: 'title' | 'mentor' | 'start'; readonly text: string }
  | { readonly do: 'clear-dates' | 'sort-dates' }
  | { readonly do: 'shift'; readonly days: number }
  | { readonly do: 'spread'; readonly plan: SpreadPlan }
  | { readonly do: 'replace'; readonly content: PathContent };

export function changeContent(content: PathContent, action: DraftAction): PathContent {
  const { lessons } = content;
  const withLessons = (next: readonly PathLesson[]): PathContent =>
    next.length === lessons.length && next.every((lesson, i) => isSame(lesson, lessons[i]))
      ? content
      : { ...content, lessons: next };
  switch (action.do) {
    case 'add':
      return withLessons(addLessons(lessons, action.ids, action.at ?? lessons.length));
    case 'remove':
      return withLessons(lessons.filter(({ id }) => !action.ids.includes(id)));
    case 'move':
      return withLessons(moveLesson(lessons, action.id, action.to));
    case 'arrange':
      return withLessons(arrange(lessons, action.ids));
    case 'due':
      return withLessons(lessons.map((lesson) => (lesson.id === action.id ? withDue(lesson, action.due) : lesson)));
    case 'note':
      return withLessons(lessons.map((lesson) => (lesson.id === action.id ? withNote(lesson, action.note) : lesson)));
    case 'clear-dates':
      return withLessons(clearDates(lessons));
    case 'sort-dates':
      return withLessons(sortDates(lessons));
    case 'shift':
      return withLessons(shiftDates(lessons, action.days));
    case 'spread':
      return withLessons(spreadDates(lessons, action.plan));
    case 'replace':
      return isSameContent(content, action.content) ? content : action.content;
    default:
      return withText(content, action.do, action.text);
  }
}

function withText(content: PathContent, field: 'title' | 'mentor' | 'start', text: string): PathContent {
  if (field === 'start' && text !== '' && dayNumber(text) === undefined) return content;
  const limits = { title: shareLimits.title, mentor: shareLimits.name, start: 10 };
  const next = clamp(text, limits[field]);
  return next === content[field] ? content : { ...content, [field]: next };
}

function addLessons(lessons: readonly PathLesson[], ids: readonly number[], at: number): readonly PathLesson[] {
  const present = new Set(lessons.map(({ id }) => id));
  const fresh = [...new Set(ids)].filter((id) => isWhole(id, 1, shareLimits.lessonId) && !present.has(id));
  const room = Math.max(0, shareLimits.lessons - lessons.length);
  return lessons.toSpliced(Math.max(0, at), 0, ...fresh.slice(0, room).map((id) => ({ id })));
}

function moveLesson(lessons: readonly PathLesson[], id: number, to: number): readonly PathLesson[] {
  const from = lessons.findIndex((lesson) => lesson.id === id);
  const lesson = lessons[from];
  return lesson ? lessons.toSpliced(from, 1).toSpliced(Math.max(0, to), 0, lesson) : lessons;
}

function arrange(lessons: readonly PathLesson[], ids: readonly number[]): readonly PathLesson[] {
  const all = addLessons(lessons, ids, lessons.length);
  const byId = new Map(all.map((lesson) => [lesson.id, lesson]));
  const named = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
  const rest = all.filter(({ id }) => !ids.includes(id));
  return [...named, ...rest];
}

function withDue({ due: _, ...lesson }: PathLesson, due: number | null): PathLesson {
  if (due === null || !Number.isFinite(due)) return lesson;
  return { ...lesson, due: Math.min(shareLimits.dueDays, Math.max(0, Math.round(due))) };
}

/** Blanks stay while they are typed; `toPath` trims. */
function withNote({ note: _, ...lesson }: PathLesson, note: string): PathLesson {
  const text = clamp(note, shareLimits.note);
  return text === '' ? lesson : { ...lesson, note: text };
}

function isSame(a: PathLesson, b: PathLesson | undefined): boolean {
  return a.id === b?.id && a.due === b.due && a.note === b.note;
}
