import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lightenPath, pathDetail } from '@/lib/share/lighten-path';
import type { SharedPath } from '@/lib/share/path-code';
import { diffPaths, mayReplace } from '@/lib/share/path-diff';
import { anyPath } from './arbitraries';

const mine: SharedPath = {
  id: 'team',
  version: 2,
  title: 'Team',
  mentor: 'Mei',
  start: '2026-12-01',
  lessons: [{ id: 101, due: 7 }, { id: 102, due: 14 }, { id: 103, note: 'read twice' }, { id: 104 }],
};
const none = { head: [], added: [], removed: [], moved: [], redated: [], shifted: 0, renoted: [] };
const newer = (change: Partial<SharedPath>) => diffPaths(mine, { ...mine, version: 3, ...change });

test('a path the learner does not have is new, all of it added', () => {
  expect(diffPaths(undefined, mine)).toEqual({
    relation: 'new',
    diff: { ...none, added: [101, 102, 103, 104].map((id, i) => ({ id, to: i + 1 })) },
  });
});

test('every path is the same as itself', () => {
  fc.assert(
    fc.property(anyPath, (path) => {
      expect(diffPaths(path, path)).toEqual({ relation: 'same', diff: none });
    }),
    { numRuns: 50 },
  );
});

test('an earlier version is older, whatever it holds', () => {
  expect(diffPaths(mine, { ...mine, version: 1, lessons: [{ id: 999 }] }).relation).toBe('older');
});

test.each([
  { title: 'Other' },
  { mentor: 'Eve' },
  { start: '2026-12-02' },
  { lessons: [{ id: 101, due: 7 }] },
  { lessons: [...mine.lessons].reverse() },
  { lessons: mine.lessons.map((lesson) => ({ ...lesson, note: 'forged' })) },
])('other content under the same version is a conflict: %j', (change) => {
  expect(diffPaths(mine, { ...mine, ...change }).relation).toBe('conflict');
});

test('a link that leaves things out is lighter, and the other way round fuller', () => {
  const details = [0, 1, 2, 3, 4, 5, 6].map((bits) => ({
    notes: (bits & 1) > 0,
    dates: (bits & 2) > 0,
    mentor: (bits & 4) > 0,
  }));
  for (const detail of details) {
    const light = lightenPath(mine, detail);
    expect(diffPaths(mine, light).relation).toBe('lighter');
    expect(diffPaths(light, mine).relation).toBe('fuller');
  }
});

test('leaving out what is not there changes nothing', () => {
  fc.assert(
    fc.property(anyPath, (path) => {
      expect(diffPaths(path, lightenPath(path, { notes: true, dates: true, mentor: true })).relation).toBe('same');
      const { notes, dates, mentor } = pathDetail(path);
      expect(diffPaths(path, lightenPath(path, { notes, dates, mentor })).relation).toBe('same');
    }),
    { numRuns: 100 },
  );
});

test('only a later or fuller version may take the place of what the learner has', () => {
  const relations = ['new', 'same', 'lighter', 'fuller', 'newer', 'older', 'conflict'] as const;
  expect(relations.filter(mayReplace)).toEqual(['fuller', 'newer']);
});

test('a newer version tells lesson by lesson what was added, removed, moved, and which notes changed', () => {
  const lessons = [{ id: 104 }, { id: 101, due: 7 }, { id: 103, note: 'read once' }, { id: 105 }];
  expect(newer({ lessons })).toEqual({
    relation: 'newer',
    diff: {
      ...none,
      added: [{ id: 105, to: 4 }],
      removed: [{ id: 102, from: 2 }],
      moved: [{ id: 104, from: 4, to: 1 }],
      renoted: [{ id: 103, from: 'read twice', to: 'read once' }],
    },
  });
});

test('the fewest lessons move: one that went to the front leaves the others where they are', () => {
  const ids = Array.from({ length: 30 }, (_, i) => 101 + i);
  const [last = 0] = ids.slice(-1);
  const path = (order: readonly number[], version: number) => ({
    ...mine,
    version,
    lessons: order.map((id) => ({ id })),
  });
  expect(diffPaths(path(ids, 2), path([last, ...ids.slice(0, -1)], 3)).diff.moved).toEqual([
    { id: last, from: 30, to: 1 },
  ]);
});

test('due dates are compared as days: given, taken away, put off', () => {
  const lessons = [{ id: 101 }, { id: 102, due: 20 }, { id: 103, due: 3, note: 'read twice' }, { id: 104 }];
  expect(newer({ lessons }).diff.redated).toEqual([
    { id: 101, from: { day: '2026-12-08' } },
    { id: 102, from: { day: '2026-12-15' }, to: { day: '2026-12-21' } },
    { id: 103, to: { day: '2026-12-04' } },
  ]);
});

test('another start is one change of the head, and the dates that move with it are counted', () => {
  expect(newer({ start: '2027-01-01' }).diff).toEqual({
    ...none,
    head: [{ field: 'start', from: '2026-12-01', to: '2027-01-01' }],
    shifted: 2,
  });
});

test('a start that moves while the days stay moves no date', () => {
  const lessons = mine.lessons.map((lesson) =>
    lesson.due === undefined ? lesson : { ...lesson, due: lesson.due - 7 },
  );
  const { redated, shifted } = newer({ start: '2026-12-08', lessons }).diff;
  expect([redated, shifted]).toEqual([[], 0]);
});

test('without a start, due dates count from whenever the learner begins', () => {
  const { start: _, ...floating } = mine;
  const lessons = mine.lessons.map((lesson) => (lesson.id === 101 ? { ...lesson, due: 9 } : lesson));
  expect(diffPaths(floating, { ...floating, version: 3, lessons }).diff.redated).toEqual([
    { id: 101, from: { after: 7 }, to: { after: 9 } },
  ]);
});

test('title and mentor are told as they were and as they become', () => {
  const { mentor: _, ...anonymous } = mine;
  expect(diffPaths(mine, { ...anonymous, version: 3, title: 'Winter' }).diff.head).toEqual([
    { field: 'title', from: 'Team', to: 'Winter' },
    { field: 'mentor', from: 'Mei' },
  ]);
});

test('applying what the diff says to my path gives theirs', () => {
  fc.assert(
    fc.property(anyPath, anyPath, (a, b) => {
      const theirs = { ...b, id: a.id, version: a.version + 1 };
      const { diff } = diffPaths(a, theirs);
      const added = new Map(diff.added.map(({ id, to }) => [id, to]));
      const removed = new Set(diff.removed.map(({ id }) => id));
      const moved = new Set(diff.moved.map(({ id }) => id));
      const still = a.lessons.map(({ id }) => id).filter((id) => !removed.has(id) && !moved.has(id));
      const placed = [...diff.added, ...diff.moved].sort((x, y) => (x.to ?? 0) - (y.to ?? 0));
      for (const { id, to = 0 } of placed) still.splice(to - 1, 0, id);
      expect(still).toEqual(theirs.lessons.map(({ id }) => id));
      for (const [id] of added) expect(a.lessons.some((lesson) => lesson.id === id)).toBe(false);
    }),
    { numRuns: 200 },
  );
});
