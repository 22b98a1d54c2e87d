import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setNote, setPreference, setStatus } from '@/lib/progress/actions';
import { backupPreference, isBackupDue, lastBackup } from '@/lib/progress/backup';
import { changesAnything, exportName, exportText, parseFile, previewImport } from '@/lib/progress/exchange';
import { mergeRecords } from '@/lib/progress/merge';
import { findValue } from '@/lib/progress/records';
import { lessonStatus } from '@/lib/progress/selectors';
import { records } from './arbitraries';
import { openFake } from './fake-browser';

const day = 24 * 60 * 60 * 1000;
const isKnown = (collection: string, key: string) => collection === 'notes' || key === '101';

test('an exported file is imported whole on another device', () => {
  const here = openFake();
  setStatus(here.progress, 101, 'done');
  setNote(here.progress, 101, '温度');
  const there = openFake();
  const file = parseFile(`\uFEFF${exportText(here.progress.getState().records)}`, 1_000);
  if (!file.ok) throw new Error(file.why);
  there.progress.absorb(file.records, { act: 'import' });
  expect(there.progress.getState().records).toEqual(here.progress.getState().records);
});

test('an older file imported over newer progress loses nothing newer', () => {
  const { progress, clock } = openFake();
  setStatus(progress, 101, 'doing');
  setStatus(progress, 107, 'done');
  const old = exportText(progress.getState().records);
  clock.now = 2_000;
  setStatus(progress, 101, 'done');
  setNote(progress, 101, 'later');
  const file = parseFile(old, clock.now);
  if (!file.ok) throw new Error(file.why);
  expect(previewImport(progress.getState().records, file.records, () => true)).toEqual({
    added: 0,
    newer: 0,
    older: 1,
    same: 1,
    unknown: 0,
  });
  expect(changesAnything(progress.getState().records, file.records)).toBe(false);
  progress.absorb(file.records, { act: 'import' });
  expect(lessonStatus(progress.getState().records, 101)).toBe('done');
  expect(findValue(progress.getState().records, 'notes', 101)).toBe('later');
});

test('the preview tells new, newer, older, same and unknown records apart', () => {
  const mine = { notes: { a: { v: 'a', t: 1 }, b: { v: 'b', t: 9 }, c: { v: 'c', t: 1 } } };
  const file = {
    notes: { a: { v: 'A', t: 2 }, b: { v: 'B', t: 2 }, c: { v: 'c', t: 1 }, d: { v: 'd', t: 1 } },
    lessons: { 999: { v: { status: 'done' }, t: 1 }, 101: { v: { status: 'done' }, t: 1 } },
  };
  expect(previewImport(mine, file, isKnown)).toEqual({ added: 3, newer: 1, older: 1, same: 1, unknown: 1 });
});

test('the preview counts every record once and says truly whether anything would change', () => {
  fc.assert(
    fc.property(records, records, (mine, file) => {
      const { added, newer, older, same } = previewImport(mine, file, isKnown);
      const total = Object.values(file).reduce((sum, entries) => sum + Object.keys(entries).length, 0);
      expect(added + newer + older + same).toBe(total);
      const merged = mergeRecords(mine, file);
      const count = (state: typeof mine) => Object.values(state).flatMap((entries) => Object.keys(entries)).length;
      expect(count(merged) - count(mine)).toBe(added);
      if (added + newer > 0) expect(changesAnything(mine, file)).toBe(true);
    }),
  );
});

test('records of a clock that runs a little ahead are taken, of one that runs years ahead left out', () => {
  const at = (t: number) => `{"app":"layerwise","version":1,"records":{"notes":{"1":{"v":"x","t":${t}}}}}`;
  expect(parseFile(at(5 * day), 0)).toMatchObject({ ok: true, problems: [] });
  expect(parseFile(at(2 * 366 * day), 0)).toMatchObject({ ok: true, problems: ['notes/1'] });
});

test('the file is named by the local day', () => {
  expect(exportName(new Date(2026, 0, 5, 23, 59))).toBe('layerwise-progress-2026-01-05.json');
  expect(exportName(new Date(2026, 10, 23, 0, 1))).toBe('layerwise-progress-2026-11-23.json');
});

test('a backup is asked for once two lessons are completed', () => {
  const { progress } = openFake();
  expect(isBackupDue(progress.getState().records, 1_000)).toBe(false);
  setStatus(progress, 101, 'done');
  setStatus(progress, 107, 'doing');
  expect(isBackupDue(progress.getState().records, 1_000)).toBe(false);
  setStatus(progress, 107, 'done');
  expect(isBackupDue(progress.getState().records, 1_000)).toBe(true);
});

test('after a backup it is asked for again only when two weeks have passed and something was completed since', () => {
  const { progress, clock } = openFake();
  setStatus(progress, 101, 'done');
  setStatus(progress, 107, 'done');
  setPreference(progress, backupPreference, clock.now);
  expect(lastBackup(progress.getState().records)).toBe(clock.now);
  expect(isBackupDue(progress.getState().records, clock.now + 30 * day)).toBe(false);
  clock.now += day;
  setStatus(progress, 113, 'done');
  expect(isBackupDue(progress.getState().records, clock.now)).toBe(false);
  expect(isBackupDue(progress.getState().records, clock.now + 14 * day)).toBe(true);
});

test('a last backup that is no time is ignored', () => {
  for (const value of ['yesterday', -1, 1e300, null, {}]) {
    expect(lastBackup({ prefs: { [backupPreference]: { v: value, t: 1 } } })).toBeUndefined();
  }
});
