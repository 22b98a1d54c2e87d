/** What is carried to the other device, and how much of each: for the words that say it before anything leaves. */
import type { Collection, Records } from '@/lib/progress/records';

/** `light` leaves out what takes most room: exercise code and what the learner wrote. */
export type Choice = 'all' | 'light';

const heavy = ['code', 'notes', 'evidence'];

export function chooseRecords(records: Records, choice: Choice): Records {
  if (choice === 'all') return records;
  return Object.fromEntries(Object.entries(records).filter(([name]) => !heavy.includes(name)));
}

export type Contents = {
  readonly lessons: number;
  /** Answers, exercise results, lab goals, steps of a milestone. */
  readonly results: number;
  readonly code: number;
  /** On lessons, and as evidence. */
  readonly notes: number;
  readonly paths: number;
  /** Bookmarks, review cards, preferences, and what a later version added. */
  readonly others: number;
};

const kinds: Readonly<Record<string, keyof Contents>> = {
  lessons: 'lessons',
  checks: 'results',
  runs: 'results',
  goals: 'results',
  milestones: 'results',
  code: 'code',
  notes: 'notes',
  evidence: 'notes',
  paths: 'paths',
};

/** Deletions travel too, but are nothing to name. */
export function countContents(records: Records): Contents {
  const count = { lessons: 0, results: 0, code: 0, notes: 0, paths: 0, others: 0 };
  for (const [name, entries] of Object.entries(records)) {
    const kind = Object.hasOwn(kinds, name) ? (kinds[name] ?? 'others') : 'others';
    count[kind] += countValues(entries);
  }
  return count;
}

function countValues(entries: Collection): number {
  return Object.values(entries).filter(({ v }) => v !== null).length;
}
