import { expect, test } from 'vitest';
import { type CsvWords, cohortCsv } from '@/lib/cohort/cohort-csv';
import { readStandings } from '@/lib/cohort/standing';
import { arrange, buildRows } from '@/lib/cohort/table';
import { add, code, learners, openCohort, road } from './fakes';
import { parseCsv } from './parse-csv';

const words: CsvWords = {
  heads: ['Name', '%', 'Done', 'Doing', 'Skipped', 'To do', 'Gained', 'Last', 'Taken', 'Newer'],
  states: { todo: '', doing: 'in progress', done: 'done', skipped: 'skipped' },
  dayOf: (title) => `${title} (day)`,
};

function csvOf(codes: readonly string[]) {
  const { store } = openCohort();
  add(store, codes.join('\n'));
  const standings = readStandings(road, learners(store));
  const order = { name: '', sort: 'percent', isDescending: true } as const;
  const table = arrange(buildRows(road, standings, {}), order, (a, b) => (a < b ? -1 : 1));
  return parseCsv(cohortCsv(table, words));
}

test('a line for each learner as sorted, with the sums, and a column for each lesson', () => {
  expect(
    csvOf([
      code('Mei', '2026-11-13', '#.'),
      code('Mei', '2026-11-20', '#>-...', { 102: '2026-11-18' }),
      code('Tom', '2026-11-21', '######..'),
    ]),
  ).toEqual([
    [
      ...words.heads,
      'Lesson 101',
      'Lesson 102',
      'Lesson 102 (day)',
      'Lesson 103',
      'Lesson 104',
      'Lesson 105',
      'Lesson 106',
    ],
    ['Tom', '75', '6', '0', '0', '2', '', '', '2026-11-21', '2', 'done', 'done', '', 'done', 'done', 'done', 'done'],
    [
      'Mei',
      '20',
      '1',
      '1',
      '1',
      '3',
      '0',
      '2026-11-18',
      '2026-11-20',
      '0',
      'done',
      'in progress',
      '2026-11-18',
      'skipped',
      '',
      '',
      '',
    ],
  ]);
});

test('a lesson that a snapshot does not have is an empty cell', () => {
  expect(csvOf([code('Mei', '2026-11-20', '#')])[1]?.slice(10)).toEqual(['done', '', '', '', '', '']);
});

test('a name that is a formula is only a name', () => {
  expect(csvOf([code('=cmd|calc!A1', '2026-11-20', '#')])[1]?.[0]).toBe("'=cmd|calc!A1");
});
