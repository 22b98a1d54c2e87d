import { expect, test } from 'vitest';
import {
  activePath,
  chooseActive,
  findOwnedPath,
  listPaths,
  removePath,
  saveOwnPath,
  setAdopted,
} from '@/lib/paths/owned-paths';
import { setStatus } from '@/lib/progress/actions';
import { lessonStatus } from '@/lib/progress/selectors';
import { adoptPath } from '@/lib/share/adopt-path';
import { openFake } from '../progress/fake-browser';
import { inZone } from '../zones';

const team = { id: 'team', version: 1, title: 'Team', lessons: [{ id: 101, due: 7 }, { id: 107 }] };
const open = () => {
  const fake = openFake();
  return { ...fake, records: () => fake.progress.getState().records };
};

test('paths are listed latest change first, and only those that can be read', () => {
  const { progress, clock, records } = open();
  adoptPath(progress, team);
  clock.now = 2_000;
  saveOwnPath(progress, { ...team, id: 'mine' });
  progress.write(() => [{ collection: 'paths', key: 'bad', value: { ...team, id: 'other' } }]);
  progress.write(() => [{ collection: 'paths', key: 'worse', value: { lessons: 'all' } }]);
  expect(listPaths(records()).map(({ path, own }) => [path.id, own])).toEqual([
    ['mine', true],
    ['team', false],
  ]);
});

test('one path is active at a time, and removing it goes back to the road until that is undone', () => {
  const { progress, records } = open();
  adoptPath(progress, team);
  saveOwnPath(progress, { ...team, id: 'mine' });
  chooseActive(progress, 'team');
  chooseActive(progress, 'mine');
  expect(activePath(records())?.path.id).toBe('mine');
  removePath(progress, 'mine');
  expect([activePath(records()), listPaths(records()).length]).toEqual([undefined, 1]);
  progress.undo();
  expect(activePath(records())?.path.id).toBe('mine');
  chooseActive(progress, null);
  expect(activePath(records())).toBeUndefined();
});

test('removing a path that is not the active one leaves the active one', () => {
  const { progress, records } = open();
  adoptPath(progress, team);
  saveOwnPath(progress, { ...team, id: 'mine' });
  chooseActive(progress, 'mine');
  removePath(progress, 'team');
  expect(activePath(records())?.path.id).toBe('mine');
});

test('no act on a path touches what was learnt', () => {
  const { progress, records } = open();
  setStatus(progress, 101, 'done');
  const { lessons } = records();
  adoptPath(progress, team);
  chooseActive(progress, 'team');
  removePath(progress, 'team');
  progress.undo();
  expect(records().lessons).toEqual(lessons);
  expect(lessonStatus(records(), 101)).toBe('done');
});

test('the day of adoption outlives newer versions, edits and journeys', () => {
  const { progress, clock, records } = open();
  clock.now = Date.UTC(2026, 10, 23, 22);
  inZone('America/New_York', () => {
    adoptPath(progress, team);
    saveOwnPath(progress, { ...team, id: 'mine' });
  });
  clock.now = Date.UTC(2027, 0, 5);
  inZone('Asia/Shanghai', () => {
    adoptPath(progress, { ...team, version: 2, title: 'Newer' });
    saveOwnPath(progress, { ...team, id: 'mine', version: 2 });
    expect(findOwnedPath(records(), 'team')).toMatchObject({ path: { version: 2 }, adopted: '2026-11-23' });
    expect(findOwnedPath(records(), 'mine')).toMatchObject({ path: { version: 2 }, own: true, adopted: '2026-11-23' });
  });
});

test('a path stored without the day counts from the day it was written, and keeps that from then on', () => {
  const { progress, clock, records } = open();
  const t = new Date(2026, 10, 23, 9).getTime();
  progress.absorb({ paths: { team: { v: team, t } } });
  expect(findOwnedPath(records(), 'team')?.adopted).toBe('2026-11-23');
  clock.now = new Date(2027, 0, 5).getTime();
  adoptPath(progress, { ...team, version: 2 });
  expect(findOwnedPath(records(), 'team')?.adopted).toBe('2026-11-23');
});

test('the day of adoption can be moved to a real day, and nothing else of the path changes', () => {
  const { progress, records } = open();
  adoptPath(progress, team);
  setAdopted(progress, 'team', '2027-01-04');
  expect(findOwnedPath(records(), 'team')).toMatchObject({ path: team, adopted: '2027-01-04', own: false });
  setAdopted(progress, 'team', '2027-02-30');
  expect(findOwnedPath(records(), 'team')?.adopted).toBe('2027-01-04');
  setAdopted(progress, 'nobody', '2027-01-04');
  expect(listPaths(records())).toHaveLength(1);
});

test('a path that was removed and added again begins anew', () => {
  const { progress, clock, records } = open();
  adoptPath(progress, team);
  removePath(progress, 'team');
  clock.now = new Date(2026, 10, 23, 9).getTime();
  adoptPath(progress, team);
  expect(findOwnedPath(records(), 'team')?.adopted).toBe('2026-11-23');
});

test('a hostile day of adoption is not believed', () => {
  const { progress, records } = open();
  progress.absorb({ paths: { team: { v: { ...team, adopted: '<b>soon</b>' }, t: 1_000 } } });
  expect(findOwnedPath(records(), 'team')?.adopted).toBe('1970-01-01');
});
