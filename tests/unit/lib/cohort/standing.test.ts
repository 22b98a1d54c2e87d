import { expect, test } from 'vitest';
import { readStandings } from '@/lib/cohort/standing';
import type { ShareRoad } from '@/lib/share/road-view';
import { add, code, learners, openCohort, road } from './fakes';

function standingOf(codes: readonly string[], on: ShareRoad = road) {
  const { store } = openCohort();
  add(store, codes.join('\n'));
  const [standing] = readStandings(on, learners(store));
  if (!standing) throw new Error('nobody was added');
  return standing;
}

const stalledIn = (codes: readonly string[]) =>
  [...standingOf(codes).cells].filter(([, { isStalled }]) => isStalled).map(([id]) => id);

test('each lesson has its state and the day of the last work on it', () => {
  const { cells, lastDay } = standingOf([code('Mei', '2026-11-20', '#>.', { 101: '2026-11-10', 102: '2026-11-18' })]);
  expect([...cells]).toEqual([
    [101, { state: 'done', day: '2026-11-10', isStalled: false }],
    [102, { state: 'doing', day: '2026-11-18', isStalled: false }],
    [103, { state: 'todo', day: '', isStalled: false }],
  ]);
  expect(lastDay).toBe('2026-11-18');
});

test('in progress without work for seven days is stalled, for six it is not', () => {
  expect(stalledIn([code('Mei', '2026-11-20', '>>', { 101: '2026-11-13', 102: '2026-11-14' })])).toEqual([101]);
});

test('done or skipped long ago is not stalled', () => {
  expect(stalledIn([code('Mei', '2026-11-20', '#-', { 101: '2026-10-01', 102: '2026-10-01' })])).toEqual([]);
});

test('without dates a lesson is stalled when it was in progress a week before, too', () => {
  expect(stalledIn([code('Mei', '2026-11-13', '>>#'), code('Mei', '2026-11-20', '>#>')])).toEqual([101]);
  expect(stalledIn([code('Mei', '2026-11-14', '>>#'), code('Mei', '2026-11-20', '>#>')])).toEqual([]);
  expect(stalledIn([code('Mei', '2026-11-20', '>')])).toEqual([]);
});

test('with dates the dates decide, not the snapshot before', () => {
  expect(stalledIn([code('Mei', '2026-11-06', '>'), code('Mei', '2026-11-20', '>', { 101: '2026-11-19' })])).toEqual(
    [],
  );
});

test('lessons of a newer version are counted', () => {
  expect(standingOf([code('Mei', '2026-11-20', '#.......')]).unknown).toBe(2);
});

test('retired lessons are found under their new number', () => {
  const moved: ShareRoad = {
    ...road,
    lessons: road.lessons.filter(({ id }) => id > 102),
    aliases: { 101: 102, 102: 103 },
  };
  const { cells, unknown } = standingOf([code('Mei', '2026-11-20', '#')], moved);
  expect([[...cells.keys()], unknown]).toEqual([[103], 0]);
});

test('two lessons that became one show the later work, without days the further one', () => {
  const merged: ShareRoad = { ...road, lessons: road.lessons.filter(({ id }) => id !== 102), aliases: { 102: 101 } };
  const stateOf = (...given: Parameters<typeof code>) => standingOf([code(...given)], merged).cells.get(101)?.state;
  expect(stateOf('Mei', '2026-11-20', '#>', { 101: '2026-11-01', 102: '2026-11-02' })).toBe('doing');
  expect(stateOf('Mei', '2026-11-20', '>#')).toBe('done');
  expect(stateOf('Mei', '2026-11-20', '#>')).toBe('done');
});

test('the states of the last earlier day are there to compare with', () => {
  const { before, beforeTaken } = standingOf([code('Mei', '2026-11-13', '#>'), code('Mei', '2026-11-20', '##')]);
  expect([before?.get(102)?.state, beforeTaken]).toEqual(['doing', '2026-11-13']);
  expect(standingOf([code('Mei', '2026-11-20', '##')]).before).toBeUndefined();
});
