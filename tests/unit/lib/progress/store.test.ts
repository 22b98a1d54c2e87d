import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerCheck, meetGoal, recordRun, saveCode, setNote, setStatus } from '@/lib/progress/actions';
import { mergeRecords } from '@/lib/progress/merge';
import { parseDocument, serializeDocument } from '@/lib/progress/parse';
import { findEntry, findValue, limits, type Records, type Status, statuses } from '@/lib/progress/records';
import { lessonStatus } from '@/lib/progress/selectors';
import { storageKey } from '@/lib/progress/storage';
import { createProgress, type Progress } from '@/lib/progress/store';
import { fakeBackend, fakeBrowser, openFake } from './fake-browser';

const status = (progress: Progress, id: number) => lessonStatus(progress.getState().records, id);
const readDisk = (text: string | undefined): Records => {
  const parsed = parseDocument(text ?? '');
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.records;
};

test('before loading the state is empty, and loading does not write', () => {
  const { backend, disk, control } = fakeBackend({
    [storageKey]: serializeDocument({ lessons: { 101: { v: { status: 'done' }, t: 1 } } }),
  });
  const progress = createProgress({ backend, now: () => 5 });
  expect(progress.getState()).toMatchObject({ loaded: false, records: {} });
  progress.subscribe(() => {});
  expect(progress.getState().loaded).toBe(true);
  expect(status(progress, 101)).toBe('done');
  expect(control.writes).toBe(0);
  expect(disk.size).toBe(1);
});

test('a write before anything was loaded keeps what is stored', () => {
  const { backend, stored } = fakeBackend({
    [storageKey]: serializeDocument({ lessons: { 101: { v: { status: 'done' }, t: 1 } } }),
  });
  const progress = createProgress({ backend, now: () => 5 });
  setStatus(progress, 107, 'doing');
  expect(Object.keys(readDisk(stored()).lessons ?? {})).toEqual(['101', '107']);
  expect(status(progress, 101)).toBe('done');
});

test('what is written is there after a reload', () => {
  const first = openFake();
  setStatus(first.progress, 101, 'skipped', 'known');
  setNote(first.progress, 101, '笔记');
  const again = openFake(Object.fromEntries(first.disk));
  expect(findValue(again.progress.getState().records, 'lessons', 101)).toEqual({ status: 'skipped', reason: 'known' });
  expect(findValue(again.progress.getState().records, 'notes', 101)).toBe('笔记');
});

test('two tabs that write one after the other keep both and show both', () => {
  const browser = fakeBrowser();
  const [a, b] = [browser.openTab(), browser.openTab()];
  setStatus(a, 101, 'done');
  setStatus(b, 107, 'doing');
  browser.settle();
  for (const tab of [a, b, browser.openTab()]) {
    expect(status(tab, 101)).toBe('done');
    expect(status(tab, 107)).toBe('doing');
  }
});

test('two tabs that write in the same instant, each blind to the other, lose nothing', () => {
  const browser = fakeBrowser({ instant: false });
  const [a, b] = [browser.openTab(), browser.openTab()];
  setStatus(a, 101, 'done');
  setStatus(b, 107, 'doing');
  expect(Object.keys(readDisk(browser.disk.get(storageKey)).lessons ?? {})).toEqual(['107']);
  browser.settle();
  for (const tab of [a, b, browser.openTab()]) {
    expect(status(tab, 101)).toBe('done');
    expect(status(tab, 107)).toBe('doing');
  }
});

test('whatever three tabs write, in whatever order events arrive, all end with the same records and none is lost', () => {
  const step = fc.oneof(
    fc.record({
      tab: fc.nat(2),
      id: fc.constantFrom(101, 107, 113),
      status: fc.constantFrom(...statuses),
      clock: fc.nat(6),
    }),
    fc.constant('deliver' as const),
  );
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { maxLength: 30 }), (instant, steps) => {
      const browser = fakeBrowser({ instant });
      const clock = { now: 0 };
      const tabs = [0, 1, 2].map(() => browser.openTab({ now: () => clock.now }));
      let written: Records = {};
      for (const each of steps) {
        if (each === 'deliver') {
          browser.deliverOne();
          continue;
        }
        clock.now = each.clock;
        const tab = tabs[each.tab];
        if (!tab) throw new Error('no such tab');
        setStatus(tab, each.id, each.status);
        expect(status(tab, each.id)).toBe(each.status);
        const { lessons: { [each.id]: entry } = {}, days } = tab.getState().records;
        if (entry) written = mergeRecords(written, { lessons: { [each.id]: entry }, ...(days ? { days } : {}) });
      }
      browser.settle();
      for (const tab of tabs) expect(tab.getState().records).toEqual(written);
      if (Object.keys(written).length > 0) expect(readDisk(browser.disk.get(storageKey))).toEqual(written);
    }),
    { numRuns: 300 },
  );
});

test('an event that brings nothing new changes no state a screen would draw again', () => {
  const { progress, control } = openFake();
  setStatus(progress, 101, 'done');
  const { records } = progress.getState();
  const { writes } = control;
  control.notify();
  expect(progress.getState().records).toBe(records);
  expect(control.writes).toBe(writes);
});

test('emptying storage in another tab is not answered by filling it again, until the next change', () => {
  const { progress, disk, control } = openFake();
  setStatus(progress, 101, 'done');
  disk.clear();
  control.notify();
  expect(disk.size).toBe(0);
  expect(status(progress, 101)).toBe('done');
  setStatus(progress, 107, 'doing');
  expect(Object.keys(readDisk(disk.get(storageKey)).lessons ?? {})).toEqual(['101', '107']);
});

test('a clock that goes backwards does not lose a change', () => {
  const { progress, clock, stored } = openFake();
  clock.now = 9_000;
  setStatus(progress, 101, 'done');
  clock.now = 10;
  setStatus(progress, 101, 'doing');
  expect(status(progress, 101)).toBe('doing');
  expect(findEntry(readDisk(stored()), 'lessons', '101')?.t).toBe(9_001);
});

test('only the first work in an untouched lesson puts it in progress', () => {
  const works: ((progress: Progress) => void)[] = [
    (progress) => answerCheck(progress, 101, 'a', { answer: 1, correct: false }),
    (progress) => saveCode(progress, 101, 'x = 1'),
    (progress) => recordRun(progress, 101, { passed: 1, total: 2 }),
    (progress) => meetGoal(progress, 'softmax-temperature', 101),
  ];
  for (const work of works) {
    for (const [before, after] of [
      [undefined, 'doing'],
      ['todo', 'doing'],
      ['done', 'done'],
      ['skipped', 'skipped'],
    ] as [Status | undefined, Status][]) {
      const { progress } = openFake();
      if (before) setStatus(progress, 101, before);
      work(progress);
      expect(status(progress, 101)).toBe(after);
    }
  }
});

test('tries of a check are counted over tabs and reloads', () => {
  const browser = fakeBrowser();
  const [a, b] = [browser.openTab(), browser.openTab()];
  answerCheck(a, 101, 'a', { answer: 'x', correct: false });
  answerCheck(b, 101, 'a', { answer: 'y', correct: true });
  const value = findValue(browser.openTab().getState().records, 'checks', '101/a');
  expect(value).toEqual({ answer: 'y', correct: true, tries: 2 });
});

test('a goal keeps the time it was first met', () => {
  const { progress, clock } = openFake();
  meetGoal(progress, 'lab');
  clock.now = 5_000;
  meetGoal(progress, 'lab');
  expect(findEntry(progress.getState().records, 'goals', 'lab')?.t).toBe(1_000);
});

test('an emptied note and code set back to the starter are deleted by record', () => {
  const { progress } = openFake();
  setNote(progress, 101, 'a');
  setNote(progress, 101, ' \n');
  saveCode(progress, 101, 'b');
  saveCode(progress, 101, null);
  expect(findEntry(progress.getState().records, 'notes', '101')?.v).toBeNull();
  expect(findEntry(progress.getState().records, 'code', '101')?.v).toBeNull();
});

test('a text too long to be kept is refused, and what was there stays', () => {
  const { progress } = openFake();
  expect(saveCode(progress, 101, 'x'.repeat(limits.value - 10))).toBe(true);
  expect(saveCode(progress, 101, 'x'.repeat(limits.value + 1))).toBe(false);
  expect(findValue(progress.getState().records, 'code', 101)).toHaveLength(limits.value - 10);
});

test('whatever is accepted can be read back', () => {
  for (const size of [-10, -6, -5, -4, -3, -2, -1, 0]) {
    const { progress, stored } = openFake();
    const accepted = setNote(progress, 101, 'x'.repeat(limits.value + size));
    if (accepted) expect(parseDocument(stored() ?? '')).toMatchObject({ ok: true, problems: [] });
  }
});

test('the browser is asked to keep the data when a lesson is completed', () => {
  const { progress, asked } = openFake();
  setStatus(progress, 101, 'doing');
  expect(asked.times).toBe(0);
  setStatus(progress, 101, 'done');
  expect(asked.times).toBe(1);
});
