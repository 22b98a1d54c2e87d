import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setStatus } from '@/lib/progress/actions';
import { type Aliases, applyAliases, resolveLesson } from '@/lib/progress/aliases';
import { mergeRecords } from '@/lib/progress/merge';
import { findValue, type Records } from '@/lib/progress/records';
import { percent } from '@/lib/progress/selectors';
import { records } from './arbitraries';
import { fakeBrowser } from './fake-browser';

/** 101 was renumbered, 107 and 113 were merged, 205 was split. */
const aliases: Aliases = { '101': 150, '107': 160, '113': [160], '205': [170, 171], '150': 151 };

test('an id resolves to the living lessons it stands for, through chains', () => {
  expect(resolveLesson(101, aliases)).toEqual([151]);
  expect(resolveLesson(205, aliases)).toEqual([170, 171]);
  expect(resolveLesson(303, aliases)).toEqual([303]);
});

test('a table that runs in circles ends', () => {
  expect(resolveLesson(1, { '1': 2, '2': 1 })).toEqual([1]);
});

test('progress of renamed, merged and split lessons is found under the new ids', () => {
  const old: Records = {
    lessons: {
      101: { v: { status: 'done' }, t: 1 },
      107: { v: { status: 'doing' }, t: 1 },
      113: { v: { status: 'done' }, t: 2 },
      205: { v: { status: 'skipped' }, t: 1 },
    },
    checks: { '101/a': { v: { answer: 1, correct: true, tries: 1 }, t: 1 } },
    bookmarks: { '101#intro': { v: true, t: 1 } },
    goals: { 101: { v: true, t: 1 } },
  };
  const now = applyAliases(old, aliases);
  expect(findValue(now, 'lessons', 151)?.status).toBe('done');
  expect(findValue(now, 'lessons', 160)?.status).toBe('done');
  expect(findValue(now, 'lessons', 170)?.status).toBe('skipped');
  expect(findValue(now, 'lessons', 171)?.status).toBe('skipped');
  expect(findValue(now, 'checks', '151/a')?.tries).toBe(1);
  expect(findValue(now, 'bookmarks', '151#intro')).toBe(true);
  expect(now.goals).toBe(old.goals);
  expect(percent(now, [151, 160, 170, 171])).toBe(100);
});

test('newer work under the new id is not undone by the old record', () => {
  const both: Records = {
    lessons: { 101: { v: { status: 'done' }, t: 1 }, 151: { v: { status: 'doing' }, t: 2 } },
  };
  expect(findValue(applyAliases(both, aliases), 'lessons', 151)?.status).toBe('doing');
});

test('applying aliases twice, or before instead of after merging, makes no difference', () => {
  fc.assert(
    fc.property(records, records, (a, b) => {
      const once = applyAliases(a, aliases);
      expect(applyAliases(once, aliases)).toBe(once);
      expect(applyAliases(mergeRecords(a, b), aliases)).toEqual(
        mergeRecords(applyAliases(a, aliases), applyAliases(b, aliases)),
      );
    }),
  );
});

test('a tab of the old version and one of the new agree on a renamed lesson', () => {
  const browser = fakeBrowser();
  const older = browser.openTab();
  const newer = browser.openTab({ aliases });
  setStatus(older, 101, 'done');
  browser.settle();
  expect(findValue(newer.getState().records, 'lessons', 151)?.status).toBe('done');
  setStatus(newer, 151, 'doing');
  setStatus(older, 107, 'done');
  browser.settle();
  expect(findValue(newer.getState().records, 'lessons', 151)?.status).toBe('doing');
  expect(findValue(newer.getState().records, 'lessons', 160)?.status).toBe('done');
});

test('a table that arrives after loading applies to what was loaded and to what is written later', () => {
  const progress = fakeBrowser().openTab();
  setStatus(progress, 101, 'done');
  progress.adoptAliases(aliases);
  expect(findValue(progress.getState().records, 'lessons', 151)?.status).toBe('done');
  progress.absorb({ lessons: { 113: { v: { status: 'doing' }, t: 1 } } });
  expect(findValue(progress.getState().records, 'lessons', 160)?.status).toBe('doing');
});
