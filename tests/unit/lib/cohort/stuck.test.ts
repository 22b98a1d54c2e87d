import { expect, test } from 'vitest';
import type { Cell } from '@/lib/cohort/standing';
import { countColumn, stuckPoints } from '@/lib/cohort/stuck';

/** `#` done, `>` in progress, `!` in progress and stalled, `-` skipped, `.` not begun, blank: not in the snapshot. */
const column = (marks: string) =>
  countColumn(
    [...marks].map((mark): Cell | undefined => {
      const state = ({ '#': 'done', '>': 'doing', '!': 'doing', '-': 'skipped', '.': 'todo' } as const)[mark];
      return state && { state, day: '', isStalled: mark === '!' };
    }),
  );

test('states are counted over those whose snapshot has the lesson', () => {
  expect(column('##>!-.. ')).toEqual({ done: 2, doing: 2, skipped: 1, todo: 2, of: 7, stalled: 1, isStuck: true });
});

test.each([
  ['!-', true, 'two of two'],
  ['!!######', true, 'a quarter'],
  ['!!#######', false, 'less than a quarter'],
  ['!!........................', true, 'those who have not begun do not count'],
  ['--', true, 'skipped by all'],
  ['-', false, 'one learner is not many'],
  ['>>>>', false, 'being worked on'],
  ['', false, 'nobody'],
])('%j is a stuck point: %s (%s)', (marks, isStuck) => {
  expect(column(marks).isStuck).toBe(isStuck);
});

test('stuck points come with the one that holds up most learners first', () => {
  const columns = ['--', '##', '!!!-', '!!-'].map((marks) => ({ marks, ...column(marks) }));
  expect(stuckPoints(columns).map(({ marks }) => marks)).toEqual(['!!!-', '!!-', '--']);
});
