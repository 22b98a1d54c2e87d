import { expect, test } from 'vitest';
import { lightenPath, pathDetail } from '@/lib/share/lighten-path';
import type { SharedPath } from '@/lib/share/path-code';

const path: SharedPath = {
  id: 'team',
  version: 2,
  title: 'Team',
  mentor: 'Mei',
  start: '2026-12-01',
  lessons: [{ id: 101, due: 7, note: 'read twice' }, { id: 102, due: 0 }, { id: 103 }],
};
const all = { notes: true, dates: true, mentor: true };

test.each([
  ['notes', { ...path, lessons: [{ id: 101, due: 7 }, { id: 102, due: 0 }, { id: 103 }] }],
  ['mentor', { id: 'team', version: 2, title: 'Team', start: '2026-12-01', lessons: path.lessons }],
  [
    'dates',
    {
      id: 'team',
      version: 2,
      title: 'Team',
      mentor: 'Mei',
      lessons: [{ id: 101, note: 'read twice' }, { id: 102 }, { id: 103 }],
    },
  ],
])('leaving out the %s leaves everything else', (what, expected) => {
  expect(lightenPath(path, { ...all, [what]: false })).toEqual(expected);
});

test('with everything in it is the path', () => {
  expect(lightenPath(path, all)).toEqual(path);
});

test('a path says what there is to leave out', () => {
  expect(pathDetail(path)).toEqual(all);
  expect(pathDetail({ id: 'a', version: 1, title: '', lessons: [{ id: 101 }] })).toEqual({
    notes: false,
    dates: false,
    mentor: false,
  });
  expect(pathDetail({ id: 'a', version: 1, title: '', lessons: [{ id: 101, due: 0 }] }).dates).toBe(true);
});
