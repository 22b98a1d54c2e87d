/**
 * A learner's progress at one moment, as a plain JSON value and as a code. It lists every lesson its percentage counts,
 * those not begun included, so the reader sees the sender's number whatever lessons the two builds know. There is no
 * place in it for notes, answers or code.
 *
 * Compatibility: `lessonStates` is never reordered; its two bits are full, so a fifth state needs a new critical section.
 */
import { BadCode, ByteReader, ByteWriter, unzigzag, zigzag } from './bytes';
import { type Sections, seal, tags } from './container';
import { dayNumber, dayText, lastDayNumber } from './day';
import {
  daySection,
  type EncodeResult,
  isPathId,
  isWhole,
  type PathRef,
  readDaySection,
  readPathRef,
  readTextSection,
  refuse,
  textSection,
  writePathRef,
} from './fields';
import { isLessonList, readLessonList, writeLessonList } from './lesson-list';
import { shareLimits } from './limits';

export const lessonStates = ['todo', 'doing', 'done', 'skipped'] as const;
export type LessonState = (typeof lessonStates)[number];

export type SnapshotLesson = {
  readonly id: number;
  readonly state: LessonState;
  /** Day of the last change, `YYYY-MM-DD`. Not carried for `todo`. */
  readonly changed?: string;
};

export type Snapshot = {
  /** Day it was made, on the sender's calendar. */
  readonly taken: string;
  readonly name?: string;
  /** The path whose lessons these are; absent for the whole road. */
  readonly path?: PathRef;
  readonly lessons: readonly SnapshotLesson[];
};

export function encodeSnapshot(snapshot: Snapshot): EncodeResult {
  const { lessons, path, name, taken } = snapshot;
  const takenDay = dayNumber(taken);
  if (takenDay === undefined) return refuse('taken');
  if ((name ?? '').length > shareLimits.name) return refuse('name');
  if (path && !(isPathId(path.id) && isWhole(path.version, 1, shareLimits.pathVersion))) return refuse('path');
  if (!isLessonList(lessons.map((lesson) => lesson.id))) return refuse('lessons');
  if (lessons.some(({ changed }) => changed !== undefined && dayNumber(changed) === undefined))
    return refuse('changed');

  const sections = new Map<number, Uint8Array>();
  sections.set(tags.day, daySection(taken));
  if (name) sections.set(tags.person, textSection(name));
  if (path) sections.set(tags.path, writePathRef(path));
  sections.set(...writeStates(lessons));
  const changed = writeChanged(lessons, takenDay);
  if (changed.length > 0) sections.set(tags.changed, changed);
  const code = seal('snapshot', sections);
  return code === undefined ? refuse('size') : { ok: true, code };
}

/** The snapshot in the sections of an opened code. Throws `BadCode`; callers go through `decodeCode`. */
export function readSnapshot(sections: Sections): Snapshot {
  const taken = readDaySection(sections);
  if (taken === undefined) throw new BadCode('malformed');
  const name = readTextSection(sections, tags.person, shareLimits.name);
  const path = readPathRef(sections);
  const lessons = readChanged(sections, readStates(sections), dayNumber(taken) ?? 0);
  return { taken, ...(name ? { name } : {}), ...(path ? { path } : {}), lessons };
}

type States = readonly { readonly id: number; readonly state: LessonState }[];

/** The shorter of two forms: two bits a lesson, or runs of equal states. */
export function writeStates(lessons: States): [tag: number, bytes: Uint8Array] {
  const ids = lessons.map((lesson) => lesson.id);
  const numbers = lessons.map((lesson) => lessonStates.indexOf(lesson.state));
  const packed = new ByteWriter();
  const runs = new ByteWriter();
  writeLessonList(packed, ids);
  writeLessonList(runs, ids);
  for (let i = 0; i < numbers.length; i += 4) {
    packed.byte([0, 1, 2, 3].reduce((byte, k) => byte | ((numbers[i + k] ?? 0) << (2 * k)), 0));
  }
  for (let i = 0; i < numbers.length; ) {
    let run = 1;
    while (i + run < numbers.length && numbers[i + run] === numbers[i]) run += 1;
    runs.varint((run - 1) * 4 + (numbers[i] ?? 0));
    i += run;
  }
  return runs.length < packed.length ? [tags.runStates, runs.finish()] : [tags.packedStates, packed.finish()];
}

function readStates(sections: Sections): States {
  const packed = sections.get(tags.packedStates);
  const runs = sections.get(tags.runStates);
  const bytes = packed ?? runs;
  if (bytes === undefined || (packed && runs)) throw new BadCode('malformed');
  const reader = new ByteReader(bytes);
  const ids = readLessonList(reader);
  const numbers = packed ? readPacked(reader, ids.length) : readRuns(reader, ids.length);
  reader.end();
  return ids.map((id, i) => ({ id, state: lessonStates[numbers[i] ?? 0] ?? 'todo' }));
}

function readPacked(reader: ByteReader, count: number): number[] {
  const bytes = reader.take(Math.ceil(count / 4));
  return Array.from({ length: count }, (_, i) => ((bytes[i >> 2] ?? 0) >> (2 * (i & 3))) & 3);
}

function readRuns(reader: ByteReader, count: number): number[] {
  const numbers: number[] = [];
  while (numbers.length < count) {
    const head = reader.varint();
    const run = Math.floor(head / 4) + 1;
    if (numbers.length + run > count) throw new BadCode('malformed');
    for (let i = 0; i < run; i++) numbers.push(head % 4);
  }
  return numbers;
}

/** One number for each lesson that is not `todo`: 0 = no date, else 1 + zigzag(step from the previous date). */
function writeChanged(lessons: readonly SnapshotLesson[], takenDay: number): Uint8Array {
  const writer = new ByteWriter();
  const begun = lessons.filter((lesson) => lesson.state !== 'todo');
  let previous = takenDay;
  for (const { changed } of begun.slice(0, begun.findLastIndex((lesson) => lesson.changed !== undefined) + 1)) {
    const day = changed === undefined ? undefined : dayNumber(changed);
    writer.varint(day === undefined ? 0 : 1 + zigzag(day - previous));
    previous = day ?? previous;
  }
  return writer.finish();
}

function readChanged(sections: Sections, lessons: States, takenDay: number): readonly SnapshotLesson[] {
  const reader = new ByteReader(sections.get(tags.changed) ?? new Uint8Array());
  let previous = takenDay;
  const dated = lessons.map((lesson): SnapshotLesson => {
    const step = lesson.state === 'todo' || reader.left === 0 ? 0 : reader.varint();
    if (step === 0) return lesson;
    previous += unzigzag(step - 1);
    if (!isWhole(previous, 0, lastDayNumber)) throw new BadCode('malformed');
    return { ...lesson, changed: dayText(previous) };
  });
  reader.end();
  return dated;
}
