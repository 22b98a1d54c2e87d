import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setNote, setPreference, setStatus } from '@/lib/progress/actions';
import {
  backupPreference,
  forgetsUnvisited,
  isBackupDue,
  isReminderDue,
  lastBackup,
  reminderPreference,
} from '@/lib/progress/backup';
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
    // A lesson, and the day on which both were worked on.
    same: 2,
    unknown: 0,
  });
  expect(changesAnything(progress.getState().records, file.records)).toBe(false);
  progress.absorb(file.records, { act: 'import' });
  expect(lessonStatus(progress.getState().records, 101)).toBe('done');
  expect(findValue(progress.getState().records, 'notes', 101)).toBe('later');
});

test('a file whose collections are empty offers nothing to merge', () => {
  const file = parseFile('{"app":"layerwise","version":1,"records":{"bookmarks":{},"later":{}}}', 1000);
  if (!file.ok) throw new Error(file.why);
  expect(changesAnything({ notes: { 101: { v: 'mine', t: 5 } } }, file.records)).toBe(false);
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

const everyVersion = readdirSync('tests/fixtures/progress').filter((name) => name.endsWith('.json'));

test.each(everyVersion)('the file %s of a past version is imported whole', (name) => {
  const text = readFileSync(`tests/fixtures/progress/${name}`, 'utf8');
  const { progress, clock } = openFake();
  const file = parseFile(text, Date.UTC(2026, 11, 1));
  if (!file.ok) throw new Error(file.why);
  expect(file.problems).toEqual([]);
  const inFile: Readonly<Record<string, object>> = JSON.parse(text).records;
  const { added } = previewImport(progress.getState().records, file.records, () => true);
  expect(added).toBe(Object.values(inFile).reduce((sum, entries) => sum + Object.keys(entries).length, 0));
  progress.absorb(file.records, { act: 'import' });
  expect(progress.getState().records).toEqual(inFile);
  clock.now += 1;
  progress.undo();
  expect(Object.values(progress.getState().records).flatMap((each) => Object.values(each).map(({ v }) => v))).toEqual(
    expect.not.arrayContaining([expect.anything()]),
  );
});

test('the reminder comes when a backup is due, and once closed not again for two weeks', () => {
  const { progress, clock } = openFake();
  clock.now = 100 * day;
  setStatus(progress, 101, 'done');
  expect(isReminderDue(progress.getState().records, clock.now)).toBe(false);
  setStatus(progress, 107, 'done');
  expect(isReminderDue(progress.getState().records, clock.now)).toBe(true);
  setPreference(progress, reminderPreference, clock.now);
  expect(isReminderDue(progress.getState().records, clock.now + 13 * day)).toBe(false);
  expect(isReminderDue(progress.getState().records, clock.now - 1)).toBe(false);
  expect(isReminderDue(progress.getState().records, clock.now + 14 * day)).toBe(true);
  setPreference(progress, backupPreference, clock.now);
  expect(isReminderDue(progress.getState().records, clock.now + 60 * day)).toBe(false);
});

test('a reminder closed in the future, by a clock that was wrong, does not silence it for ever', () => {
  const done = { 101: { v: { status: 'done' }, t: 1 }, 107: { v: { status: 'done' }, t: 1 } };
  for (const v of [9e15, 'soon', null]) {
    expect(isReminderDue({ lessons: done, prefs: { [reminderPreference]: { v, t: 1 } } }, 100 * day)).toBe(true);
  }
});

test('the seven-day rule is said of WebKit, unless the site is installed', () => {
  expect(forgetsUnvisited('Apple Computer, Inc.', false)).toBe(true);
  expect(forgetsUnvisited('Apple Computer, Inc.', true)).toBe(false);
  expect(forgetsUnvisited('Google Inc.', false)).toBe(false);
  expect(forgetsUnvisited('', false)).toBe(false);
});
