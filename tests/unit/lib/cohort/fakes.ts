/** Cohorts for tests: snapshots by a few words, a store over a fake browser, pasted in one step. */

import { addSnapshots } from '@/lib/cohort/actions';
import { type CohortStore, cohortKey, createCohort, type Learner, readCohort } from '@/lib/cohort/cohort';
import { type Planned, planAdditions } from '@/lib/cohort/plan-additions';
import { type Paste, readPaste } from '@/lib/cohort/read-paste';
import type { Records } from '@/lib/progress/records';
import type { ShareRoad } from '@/lib/share/road-view';
import { encodeSnapshot, type LessonState, type Snapshot } from '@/lib/share/snapshot-code';
import { fakeBackend } from '../progress/fake-browser';

export const today = '2026-11-23';

const states: Readonly<Record<string, LessonState>> = { '.': 'todo', '>': 'doing', '#': 'done', '-': 'skipped' };

/** `marks`: one character a lesson from 101 on: `#` done, `>` in progress, `-` skipped, `.` not begun. */
export function snapshot(
  name: string,
  taken: string,
  marks: string,
  days: Readonly<Record<number, string>> = {},
): Snapshot {
  return {
    taken,
    ...(name ? { name } : {}),
    lessons: [...marks].map((mark, i) => {
      const changed = days[101 + i];
      return { id: 101 + i, state: states[mark] ?? 'todo', ...(changed ? { changed } : {}) };
    }),
  };
}

export function codeOf(value: Snapshot): string {
  const encoded = encodeSnapshot(value);
  if (!encoded.ok) throw new Error(encoded.field);
  return encoded.code;
}

export const code = (...given: Parameters<typeof snapshot>): string => codeOf(snapshot(...given));

export const road: ShareRoad = {
  stages: [
    { id: 'math', title: 'Mathematics' },
    { id: 'toolchain', title: 'Toolchain' },
  ],
  lessons: [101, 102, 103, 104, 105, 106].map((id) => ({
    id,
    slug: `l${id}`,
    stage: id < 105 ? 'math' : 'toolchain',
    title: `Lesson ${id}`,
    minutes: 30,
  })),
  careers: [],
  aliases: {},
};

export function openCohort(disk: Readonly<Record<string, string>> = {}) {
  const fake = fakeBackend(disk);
  const clock = { now: 1_000 };
  const store = createCohort(fake.backend, () => clock.now++);
  store.subscribe(() => {});
  return { ...fake, store, clock, stored: () => fake.disk.get(cohortKey) };
}

export function plan(records: Records, paste: Paste, names: Readonly<Record<string, string>> = {}): readonly Planned[] {
  return planAdditions(records, paste.found, new Map(Object.entries(names)), today);
}

/** Pastes a text and adds what is in it. */
export function add(
  store: CohortStore,
  text: string,
  names: Readonly<Record<string, string>> = {},
): readonly Planned[] {
  const planned = plan(store.getState().records, readPaste(text), names);
  addSnapshots(store, planned);
  return planned;
}

export const learners = (store: CohortStore): readonly Learner[] => readCohort(store.getState().records);

export function learnerNamed(store: CohortStore, name: string): Learner {
  const found = learners(store).find((learner) => learner.name === name);
  if (!found) throw new Error(`no learner ${name}`);
  return found;
}
