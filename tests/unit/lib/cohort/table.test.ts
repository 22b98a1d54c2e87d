import { expect, test } from 'vitest';
import { readStandings } from '@/lib/cohort/standing';
import { type Arrangement, arrange, buildRows, type Lens, percentOf } from '@/lib/cohort/table';
import type { SharedPath } from '@/lib/share/path-code';
import { encodeSnapshot } from '@/lib/share/snapshot-code';
import { add, code, learners, openCohort, road, snapshot } from './fakes';

const compare = new Intl.Collator('en', { numeric: true }).compare;
const plain: Arrangement = { name: '', sort: 'name', isDescending: false };

function tableOf(codes: readonly string[], view: Partial<Arrangement> & Lens = {}) {
  const { store } = openCohort();
  add(store, codes.join('\n'));
  const rows = buildRows(road, readStandings(road, learners(store)), view);
  return { elsewhere: rows.elsewhere, ...arrange(rows, { ...plain, ...view }, compare) };
}

const ofPath = (name: string, marks: string, id: string) => {
  const encoded = encodeSnapshot({ ...snapshot(name, '2026-11-20', marks), path: { id, version: 1 } });
  return encoded.ok ? encoded.code : '';
};
const path: SharedPath = {
  id: 'team',
  version: 1,
  title: 'Team',
  start: '2026-12-01',
  lessons: [{ id: 106, due: 7 }, { id: 999 }, { id: 101 }],
};
const names = (table: ReturnType<typeof tableOf>) => table.rows.map(({ name }) => name);

const mei = code('Mei', '2026-11-20', '###>..', { 104: '2026-11-19' });
const tom = code('Tom', '2026-11-21', '#-....');
const ada = code('Ada 10', '2026-11-19', '######', { 106: '2026-11-12' });
const ada2 = code('Ada 2', '2026-11-22', '......');

test('a row for each learner, a column for each lesson of the road', () => {
  const table = tableOf([mei, tom]);
  expect(table.columns.map(({ lesson }) => lesson.id)).toEqual([101, 102, 103, 104, 105, 106]);
  expect(table.rows.map(({ cells }) => cells.map((cell) => cell?.state))).toEqual([
    ['done', 'done', 'done', 'doing', 'todo', 'todo'],
    ['done', 'skipped', 'todo', 'todo', 'todo', 'todo'],
  ]);
  expect(table.columns.map(({ done, of }) => [done, of])).toEqual([
    [2, 2],
    [1, 2],
    [1, 2],
    [0, 2],
    [0, 2],
    [0, 2],
  ]);
});

test('the percentage is the sender’s own, lessons of a newer version included', () => {
  const [row] = tableOf([code('Mei', '2026-11-20', '###.......')]).rows;
  expect(row?.tally).toMatchObject({ done: 3, counted: 10, percent: 30 });
});

test('narrowed to a stage, columns and percentage are of that stage', () => {
  const table = tableOf([mei, ada], { stage: 'toolchain' });
  expect(table.columns.map(({ lesson }) => lesson.id)).toEqual([105, 106]);
  expect(table.rows.map((row) => [row.name, percentOf(row)])).toEqual([
    ['Ada 10', 100],
    ['Mei', 0],
  ]);
});

test('narrowed to a path, the lessons stand in its order with their dates, and unknown ones are left out', () => {
  const { columns } = tableOf([mei], { path });
  expect(columns.map(({ lesson, due }) => [lesson.id, due])).toEqual([
    [106, '2026-12-08'],
    [101, ''],
  ]);
});

test('a path shows whoever follows it and whoever shared the whole road; others are counted', () => {
  const table = tableOf([mei, ofPath('Tom', '##....', 'team'), ofPath('Ada', '#.....', 'other')], { path });
  expect(names(table)).toEqual(['Mei', 'Tom']);
  expect(table.elsewhere).toBe(1);
});

test('a learner whose snapshot has none of the lessons has no percentage and stands last', () => {
  const table = tableOf([code('Bo', '2026-11-20', '##'), mei, ada2], { stage: 'toolchain', sort: 'percent' });
  expect(table.rows.map((row) => [row.name, percentOf(row)])).toEqual([
    ['Ada 2', 0],
    ['Mei', 0],
    ['Bo', undefined],
  ]);
  expect(
    names(tableOf([code('Bo', '2026-11-20', '##'), mei], { stage: 'toolchain', sort: 'percent', isDescending: true })),
  ).toEqual(['Mei', 'Bo']);
});

test.each([
  ['name', ['Ada 2', 'Ada 10', 'Mei', 'Tom']],
  ['percent', ['Ada 2', 'Tom', 'Mei', 'Ada 10']],
  ['active', ['Ada 10', 'Mei', 'Ada 2', 'Tom']],
  ['taken', ['Ada 10', 'Mei', 'Tom', 'Ada 2']],
] as const)('sorted by %s', (sort, order) => {
  expect(names(tableOf([mei, tom, ada, ada2], { sort }))).toEqual(order);
});

test('turned round, what is not known still stands last', () => {
  expect(names(tableOf([mei, tom, ada, ada2], { sort: 'active', isDescending: true }))).toEqual([
    'Mei',
    'Ada 10',
    'Ada 2',
    'Tom',
  ]);
  expect(names(tableOf([mei, tom, ada], { sort: 'name', isDescending: true }))).toEqual(['Tom', 'Mei', 'Ada 10']);
});

test('what was gained since the snapshot before is counted in lessons, in what is looked at', () => {
  const codes = [code('Mei', '2026-11-13', '#.....'), code('Mei', '2026-11-20', '###..#'), tom];
  expect(tableOf(codes).rows.map(({ gained }) => gained)).toEqual([3, undefined]);
  expect(tableOf(codes, { stage: 'toolchain' }).rows[0]?.gained).toBe(1);
  expect(names(tableOf(codes, { sort: 'gained' }))).toEqual(['Mei', 'Tom']);
});

test('a part of a name finds it in any case and width', () => {
  expect(names(tableOf([mei, tom, ada, ada2], { name: ' ＡＤＡ' }))).toEqual(['Ada 2', 'Ada 10']);
  expect(names(tableOf([mei, tom], { name: 'x' }))).toEqual([]);
});

test('column totals are those of the rows shown', () => {
  expect(tableOf([mei, tom, ada], { name: 'ada' }).columns.map(({ done }) => done)).toEqual([1, 1, 1, 1, 1, 1]);
});

test.each([
  [[], undefined],
  [[mei], 50],
  [[mei, ada], 75],
  [[mei, ada, ada2], 50],
])('the median of %j', (codes, median) => {
  expect(tableOf(codes).median).toBe(median);
});

test('an empty cohort is an empty table with all its columns', () => {
  const table = tableOf([]);
  expect([table.rows.length, table.columns.length, table.columns.every(({ of }) => of === 0)]).toEqual([0, 6, true]);
});
