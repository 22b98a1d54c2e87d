/** Seeded cohorts that look like real ones: people begin at different times, go at different speeds, get stuck at the same places. */
import { createRandom, type Random } from '@/lib/random';
import { dayNumber, dayText } from '@/lib/share/day';
import { encodeSnapshot, type LessonState, type Snapshot, type SnapshotLesson } from '@/lib/share/snapshot-code';

/** Names as they come, and as nobody would wish them to. */
export const hostileNames = [
  '=HYPERLINK("http://evil.example","click")',
  '<img src=x onerror=alert(1)>',
  '\u202Eright to left',
  'محمد بن سلمان',
  '👩🏽‍💻🏳️‍🌈 Kim',
  'Wolfeschlegelsteinhausenbergerdorff-Wellington von und zu Ho',
  '"Quoted", with; separators',
  '__proto__',
] as const;

const given = ['Mei', '王小明', 'Tom', '李娜', 'Ada', '张伟', 'Sven', '陈静', 'Noor', '刘洋', 'Ines', '赵磊'] as const;
const family = ['Chen', 'Okafor', 'Schmidt', 'Ito', 'Silva', 'Novak', 'Kaur', 'Brown'] as const;

type Options = {
  readonly learners: number;
  readonly lessons: readonly number[];
  readonly seed?: number;
  readonly hostile?: boolean;
  /** Weeks before the last one of which each learner has a snapshot, too. */
  readonly weeks?: number;
  readonly lastDay?: string;
};

/** Snapshots in the order in which they were made. */
export function fakeSnapshots({
  learners,
  lessons,
  seed = 1,
  hostile = false,
  weeks = 1,
  lastDay = '2026-11-23',
}: Options): readonly Snapshot[] {
  const random = createRandom(seed);
  const last = dayNumber(lastDay) ?? 0;
  const people = Array.from({ length: learners }, (_, i) => ({
    name: nameOf(random, i, hostile),
    pace: 0.3 + 2.7 * random.next(),
    begun: Math.floor(12 * random.next()),
    withDates: random.next() < 0.8,
    random: random.split(`learner ${i}`),
  }));
  const hard = new Set(lessons.filter((_, i) => i % 9 === 4));
  return Array.from({ length: weeks + 1 }, (_, w) => last - 7 * (weeks - w)).flatMap((taken, w) =>
    people.map(({ name, pace, begun, withDates, random: own }) => ({
      taken: dayText(taken),
      name,
      lessons: walk(lessons, { reached: pace * (begun + w), taken, hard, withDates, random: own.split('walk') }),
    })),
  );
}

export function codesOf(snapshots: readonly Snapshot[]): readonly string[] {
  return snapshots.map((snapshot) => {
    const encoded = encodeSnapshot(snapshot);
    if (!encoded.ok) throw new Error(`a fake snapshot does not encode: ${encoded.field}`);
    return encoded.code;
  });
}

type Walk = {
  readonly reached: number;
  readonly taken: number;
  readonly hard: ReadonlySet<number>;
  readonly withDates: boolean;
  readonly random: Random;
};

function walk(
  lessons: readonly number[],
  { reached, taken, hard, withDates, random }: Walk,
): readonly SnapshotLesson[] {
  return lessons.map((id, i): SnapshotLesson => {
    const luck = random.next();
    const ago = Math.max(0, Math.round((reached - i) * 3 + 4 * random.next()));
    const state: LessonState =
      i > reached
        ? 'todo'
        : luck < (hard.has(id) ? 0.3 : 0.05)
          ? 'skipped'
          : luck < (hard.has(id) ? 0.6 : 0.1) || i + 1 > reached
            ? 'doing'
            : 'done';
    return state === 'todo' || !withDates ? { id, state } : { id, state, changed: dayText(taken - ago) };
  });
}

function nameOf(random: Random, i: number, hostile: boolean): string {
  const odd = hostile ? hostileNames[i] : undefined;
  if (odd) return odd;
  const first = given[random.integer(given.length)] ?? 'Mei';
  const last = family[random.integer(family.length)] ?? 'Chen';
  return i < given.length ? (given[i] ?? first) : `${first} ${last} ${i}`;
}
