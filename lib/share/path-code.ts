/**
 * A learning path as a plain JSON value and as a code. An edit is a new version of the same id, so that a learner who
 * opens the newer link can be shown what changed.
 */
import { BadCode, ByteReader, ByteWriter, unzigzag, zigzag } from './bytes';
import { type Sections, seal, tags } from './container';
import { dayNumber } from './day';
import {
  daySection,
  type EncodeResult,
  isPathId,
  isWhole,
  readDaySection,
  readPathRef,
  readTextSection,
  refuse,
  textSection,
  writePathRef,
} from './fields';
import { isLessonList, readLessonList, writeLessonList } from './lesson-list';
import { shareLimits } from './limits';
import { readText, writeText } from './text';

export type PathLesson = {
  /** Permanent numeric id; may be unknown to this build. */
  readonly id: number;
  /** Due this many days after the start. */
  readonly due?: number;
  /** Plain text of the mentor. Never markup. */
  readonly note?: string;
};

export type SharedPath = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly mentor?: string;
  /** `YYYY-MM-DD`. */
  readonly start?: string;
  readonly lessons: readonly PathLesson[];
};

export function encodePath(path: SharedPath): EncodeResult {
  const { lessons } = path;
  if (!isPathId(path.id)) return refuse('id');
  if (!isWhole(path.version, 1, shareLimits.pathVersion)) return refuse('version');
  if (path.title.length > shareLimits.title) return refuse('title');
  if ((path.mentor ?? '').length > shareLimits.name) return refuse('mentor');
  if (path.start !== undefined && dayNumber(path.start) === undefined) return refuse('start');
  if (!isLessonList(lessons.map((lesson) => lesson.id))) return refuse('lessons');
  if (lessons.some(({ due }) => due !== undefined && !isWhole(due, 0, shareLimits.dueDays))) return refuse('due');
  if (lessons.some(({ note }) => (note ?? '').length > shareLimits.note)) return refuse('note');

  const sections = new Map<number, Uint8Array>();
  const ids = new ByteWriter();
  writeLessonList(
    ids,
    lessons.map((lesson) => lesson.id),
  );
  sections.set(tags.path, writePathRef(path));
  if (path.title) sections.set(tags.title, textSection(path.title));
  if (path.mentor) sections.set(tags.person, textSection(path.mentor));
  if (path.start !== undefined) sections.set(tags.day, daySection(path.start));
  sections.set(tags.lessons, ids.finish());
  if (lessons.some((lesson) => lesson.due !== undefined)) sections.set(tags.due, writeDue(lessons));
  if (lessons.some((lesson) => lesson.note)) sections.set(tags.notes, writeNotes(lessons));
  const code = seal('path', sections);
  return code === undefined ? refuse('size') : { ok: true, code };
}

/** The path in the sections of an opened code. Throws `BadCode`; callers go through `decodeCode`. */
export function readPath(sections: Sections): SharedPath {
  const ref = readPathRef(sections);
  const ids = sections.get(tags.lessons);
  if (ref === undefined || ids === undefined) throw new BadCode('malformed');
  const mentor = readTextSection(sections, tags.person, shareLimits.name);
  const start = readDaySection(sections);
  const listReader = new ByteReader(ids);
  const list = readLessonList(listReader);
  listReader.end();
  const due = readDue(sections, list.length);
  const notes = readNotes(sections, list.length);
  const lessons = list.map((id, i): PathLesson => {
    const [days, note] = [due.get(i), notes.get(i)];
    return { id, ...(days === undefined ? {} : { due: days }), ...(note ? { note } : {}) };
  });
  const title = readTextSection(sections, tags.title, shareLimits.title) ?? '';
  return { ...ref, title, ...(mentor ? { mentor } : {}), ...(start ? { start } : {}), lessons };
}

/** One number a lesson: 0 = no date, else 1 + zigzag(step from the previous due offset). Trailing zeros are left out. */
function writeDue(lessons: readonly PathLesson[]): Uint8Array {
  const writer = new ByteWriter();
  const dated = lessons.slice(0, lessons.findLastIndex((lesson) => lesson.due !== undefined) + 1);
  let previous = 0;
  for (const { due } of dated) {
    writer.varint(due === undefined ? 0 : 1 + zigzag(due - previous));
    previous = due ?? previous;
  }
  return writer.finish();
}

function readDue(sections: Sections, count: number): ReadonlyMap<number, number> {
  const reader = new ByteReader(sections.get(tags.due) ?? new Uint8Array());
  const due = new Map<number, number>();
  let previous = 0;
  for (let i = 0; reader.left > 0; i++) {
    const step = reader.varint();
    if (i >= count) throw new BadCode('malformed');
    if (step === 0) continue;
    previous += unzigzag(step - 1);
    if (!isWhole(previous, 0, shareLimits.dueDays)) throw new BadCode('malformed');
    due.set(i, previous);
  }
  return due;
}

/** For each note: lessons skipped since the last note, then the text. */
function writeNotes(lessons: readonly PathLesson[]): Uint8Array {
  const writer = new ByteWriter();
  let next = 0;
  lessons.forEach(({ note }, i) => {
    if (!note) return;
    writer.varint(i - next);
    writeText(writer, note);
    next = i + 1;
  });
  return writer.finish();
}

function readNotes(sections: Sections, count: number): ReadonlyMap<number, string> {
  const reader = new ByteReader(sections.get(tags.notes) ?? new Uint8Array());
  const notes = new Map<number, string>();
  let next = 0;
  while (reader.left > 0) {
    const at = next + reader.varint();
    if (at >= count) throw new BadCode('malformed');
    notes.set(at, readText(reader, shareLimits.note));
    next = at + 1;
  }
  return notes;
}
