/**
 * An ordered list of distinct lesson ids. Neighbours cost nothing (runs), jumps one or two bytes, and the sixty lessons
 * of the first road one bit, because nearly every snapshot holds them all.
 *
 * Compatibility: `homeLessons` is part of the format. Never add to it, remove from it or reorder it, whatever becomes of
 * the lessons; later lessons are written out as further ids.
 */
import { BadCode, type ByteReader, type ByteWriter, unzigzag, zigzag } from './bytes';
import { shareLimits } from './limits';

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

export const homeLessons: readonly number[] = [
  ...range(101, 117),
  ...range(201, 214),
  ...range(301, 315),
  ...range(401, 414),
];

/** The id before the first one, so that a list that starts at 101 starts with a step of one. */
const beforeFirst = 100;

/** Ids that a code can carry: whole, in range, distinct, at least one. */
export function isLessonList(ids: readonly number[]): boolean {
  const valid = ids.every((id) => Number.isInteger(id) && id >= 1 && id <= shareLimits.lessonId);
  return valid && ids.length >= 1 && ids.length <= shareLimits.lessons && new Set(ids).size === ids.length;
}

/** Number of further ids × 2 + (starts with the home lessons ? 1 : 0), then steps: even = jump, odd = run of neighbours. */
export function writeLessonList(writer: ByteWriter, ids: readonly number[]): void {
  const startsHome = homeLessons.every((id, i) => ids[i] === id);
  const further = startsHome ? ids.slice(homeLessons.length) : ids;
  writer.varint(further.length * 2 + (startsHome ? 1 : 0));
  let previous = startsHome ? (homeLessons.at(-1) ?? beforeFirst) : beforeFirst;
  for (let i = 0; i < further.length; ) {
    let run = 0;
    while (further[i + run] === previous + 1 + run) run += 1;
    if (run > 0) {
      writer.varint(run * 2 - 1);
      previous += run;
      i += run;
    } else {
      const id = further[i] ?? previous;
      writer.varint(zigzag(id - previous) * 2);
      previous = id;
      i += 1;
    }
  }
}

export function readLessonList(reader: ByteReader): number[] {
  const head = reader.varint();
  const ids = head % 2 === 1 ? [...homeLessons] : [];
  const total = ids.length + Math.floor(head / 2);
  if (total > shareLimits.lessons) throw new BadCode('too-long');
  let previous = ids.at(-1) ?? beforeFirst;
  while (ids.length < total) {
    const step = reader.varint();
    const run = step % 2 === 1 ? (step + 1) / 2 : 1;
    if (ids.length + run > total) throw new BadCode('malformed');
    const first = step % 2 === 1 ? previous + 1 : previous + unzigzag(step / 2);
    for (let i = 0; i < run; i++) ids.push(first + i);
    previous = first + run - 1;
  }
  if (!isLessonList(ids)) throw new BadCode('malformed');
  return ids;
}
