import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStepDone, setEvidence, setStep } from '@/lib/milestone/steps';
import { setStatus } from '@/lib/progress/actions';
import { type Aliases, applyAliases, resolveLesson, type StepAliases } from '@/lib/progress/aliases';
import { mergeRecords } from '@/lib/progress/merge';
import { findValue, type Records } from '@/lib/progress/records';
import { resetStage } from '@/lib/progress/reset';
import { percent } from '@/lib/progress/selectors';
import { records } from './arbitraries';
import { fakeBrowser } from './fake-browser';

/** 101 was renumbered, 107 and 113 were merged, 205 was split. */
const aliases: Aliases = { '101': 150, '107': 160, '113': [160], '205': [170, 171], '150': 151 };

/** Two steps were merged, one was dropped without a successor. */
const steps: StepAliases = { 'math/a': 'math/whole', 'math/b': 'math/whole', 'math/gone': null };

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
  const apply = (of: Records) => applyAliases(of, aliases, { '101/a': 'future', '107': 'future', '113': null });
  fc.assert(
    fc.property(records, records, (a, b) => {
      const once = apply(a);
      expect(apply(once)).toBe(once);
      expect(apply(mergeRecords(a, b))).toEqual(mergeRecords(apply(a), apply(b)));
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

test('tick and evidence of a merged step are found under its successor, and stay where they were', () => {
  const old: Records = {
    milestones: { 'math/a': { v: true, t: 1 }, 'math/gone': { v: true, t: 1 } },
    evidence: { 'math/a': { v: 'early', t: 1 }, 'math/b': { v: 'late', t: 2 }, 'math/gone': { v: 'alone', t: 3 } },
    notes: { 'math/a': { v: 'not a step', t: 1 } },
  };
  const now = applyAliases(old, {}, steps);
  expect(findValue(now, 'milestones', 'math/whole')).toBe(true);
  expect(findValue(now, 'evidence', 'math/whole')).toBe('late');
  expect(findValue(now, 'evidence', 'math/a')).toBe('early');
  expect(findValue(now, 'evidence', 'math/gone')).toBe('alone');
  expect(Object.keys(now.milestones ?? {})).toEqual(['math/a', 'math/gone', 'math/whole']);
  expect(now.notes).toBe(old.notes);
});

test('a tab that still has a step and one that knows of its successor agree', () => {
  const browser = fakeBrowser();
  const older = browser.openTab();
  const newer = browser.openTab({ steps });
  setStep(older, 'math/a', true);
  browser.settle();
  expect(isStepDone(newer.getState().records, 'math/whole')).toBe(true);
  setStep(newer, 'math/whole', false);
  setEvidence(older, 'math/b', 'see notebook');
  browser.settle();
  expect(isStepDone(newer.getState().records, 'math/whole')).toBe(false);
  expect(findValue(newer.getState().records, 'evidence', 'math/whole')).toBe('see notebook');
});

test('a table of steps that arrives late applies to what was loaded; starting the stage over takes back both ticks', () => {
  const progress = fakeBrowser().openTab();
  setStep(progress, 'math/a', true);
  progress.adoptAliases({}, steps);
  expect(isStepDone(progress.getState().records, 'math/whole')).toBe(true);
  resetStage(progress, 'math', []);
  expect(isStepDone(progress.getState().records, 'math/whole')).toBe(false);
  progress.undo();
  expect(isStepDone(progress.getState().records, 'math/whole')).toBe(true);
});
