import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SharedPath } from '@/lib/share/path-code';
import { diffPaths } from '@/lib/share/path-diff';
import { anyPath } from './arbitraries';

const mine: SharedPath = {
  id: 'team',
  version: 2,
  title: 'Team',
  start: '2026-12-01',
  lessons: [{ id: 101, due: 7 }, { id: 102, due: 14 }, { id: 103, note: 'read twice' }, { id: 104 }],
};
const none = { added: [], removed: [], moved: [], redated: [], renoted: [] };

test('a path the learner does not have is new, all of it added', () => {
  expect(diffPaths(undefined, mine)).toEqual({ ...none, relation: 'new', added: [101, 102, 103, 104] });
});

test('every path is the same as itself', () => {
  fc.assert(
    fc.property(anyPath, (path) => {
      expect(diffPaths(path, path)).toEqual({ ...none, relation: 'same' });
    }),
    { numRuns: 50 },
  );
});

test('an earlier version is older, whatever it holds', () => {
  expect(diffPaths(mine, { ...mine, version: 1, lessons: [{ id: 999 }] }).relation).toBe('older');
});

test.each([{ title: 'Other' }, { mentor: 'Eve' }, { start: '2026-12-02' }, { lessons: [{ id: 101, due: 7 }] }])(
  'other content under the same version is a conflict: %j',
  (change) => {
    expect(diffPaths(mine, { ...mine, ...change }).relation).toBe('conflict');
  },
);

test('a newer version tells what was added, removed, moved, given another date or note', () => {
  const lessons = [{ id: 104 }, { id: 101, due: 7 }, { id: 103, note: 'read once' }, { id: 105 }];
  expect(diffPaths(mine, { ...mine, version: 3, lessons })).toEqual({
    relation: 'newer',
    added: [105],
    removed: [102],
    moved: [104],
    redated: [],
    renoted: [103],
  });
});

test('another start gives every dated lesson another date', () => {
  expect(diffPaths(mine, { ...mine, version: 3, start: '2027-01-01' }).redated).toEqual([101, 102]);
});
