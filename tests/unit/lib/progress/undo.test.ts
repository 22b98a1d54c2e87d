import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerCheck, meetGoal, recordRun, saveCode, setNote, setPreference, setStatus } from '@/lib/progress/actions';
import { findValue, listKeys, type Records } from '@/lib/progress/records';
import { eraseAll, hasWork, resetAll, resetLesson, resetStage } from '@/lib/progress/reset';
import { lessonStatus } from '@/lib/progress/selectors';
import type { Progress } from '@/lib/progress/store';
import { records } from './arbitraries';
import { fakeBrowser, openFake } from './fake-browser';

const lesson = { id: 101, labs: ['next-token-explorer'] };
const other = { id: 107, labs: ['softmax-temperature'] };

function study(progress: Progress, { id, labs }: typeof lesson): void {
  answerCheck(progress, id, 'a', { answer: 1, correct: true });
  saveCode(progress, id, 'x = 1');
  recordRun(progress, id, { passed: 1, total: 1 });
  for (const lab of labs) meetGoal(progress, lab, id);
  setNote(progress, id, 'mine');
  setStatus(progress, id, 'done');
}

/** What can be seen: values without times. */
function values(state: Records) {
  const seen: Record<string, unknown> = {};
  for (const [name, entries] of Object.entries(state)) {
    for (const [key, { v }] of Object.entries(entries)) if (v !== null) seen[`${name}/${key}`] = v;
  }
  return seen;
}

test('resetting a lesson deletes its work, keeps its note, and leaves other lessons alone', () => {
  const { progress } = openFake();
  study(progress, lesson);
  study(progress, other);
  resetLesson(progress, lesson);
  const { records: now } = progress.getState();
  expect(hasWork(now, lesson)).toBe(false);
  expect(hasWork(now, other)).toBe(true);
  expect(findValue(now, 'notes', 101)).toBe('mine');
  expect(lessonStatus(now, 107)).toBe('done');
  expect(listKeys(now, 'goals')).toEqual(['softmax-temperature']);
});

test('a lesson whose id begins like another is not reset with it', () => {
  const { progress } = openFake();
  answerCheck(progress, 1011, 'a', { answer: 1, correct: true });
  setStatus(progress, 101, 'done');
  resetLesson(progress, lesson);
  expect(findValue(progress.getState().records, 'checks', '1011/a')?.tries).toBe(1);
});

test('every destructive act can be undone, exactly', () => {
  const acts: ((progress: Progress) => void)[] = [
    (progress) => resetLesson(progress, lesson),
    (progress) => resetStage(progress, 'math', [lesson, other]),
    resetAll,
    eraseAll,
    (progress) => progress.absorb({ lessons: { 101: { v: { status: 'todo' }, t: 99_999 } } }, { act: 'import' }),
  ];
  for (const act of acts) {
    const { progress } = openFake();
    study(progress, lesson);
    study(progress, other);
    setPreference(progress, 'theme', 'dark');
    const before = values(progress.getState().records);
    act(progress);
    expect(values(progress.getState().records)).not.toEqual(before);
    progress.undo();
    expect(values(progress.getState().records)).toEqual(before);
    expect(progress.getState().undo).toEqual([]);
  }
});

test('undoing an import of anything gives back what was there', () => {
  fc.assert(
    fc.property(records, records, (mine, theirs) => {
      const { progress } = openFake();
      progress.absorb(mine);
      const before = values(progress.getState().records);
      progress.absorb(theirs, { act: 'import' });
      progress.undo();
      expect(values(progress.getState().records)).toEqual(before);
    }),
  );
});

test('undoing an import does not touch a record that was the same in the file', () => {
  const { progress, clock } = openFake();
  setStatus(progress, 101, 'done');
  const { lessons = {} } = progress.getState().records;
  clock.now += 1_000;
  progress.absorb({ lessons: structuredClone(lessons), notes: { 1: { v: 'n', t: 1 } } }, { act: 'import' });
  progress.undo();
  expect(progress.getState().records.lessons).toEqual(lessons);
});

test('undo leaves alone what was changed after the act', () => {
  const { progress } = openFake();
  study(progress, lesson);
  resetLesson(progress, lesson);
  setStatus(progress, 101, 'skipped', 'later');
  progress.undo();
  expect(findValue(progress.getState().records, 'lessons', 101)).toEqual({ status: 'skipped', reason: 'later' });
  expect(findValue(progress.getState().records, 'code', 101)).toBe('x = 1');
});

test('undo does not take back what another tab changed after the act', () => {
  const browser = fakeBrowser();
  const [a, b] = [browser.openTab(), browser.openTab()];
  setStatus(a, 101, 'done');
  setStatus(a, 107, 'done');
  resetAll(a);
  browser.settle();
  setStatus(b, 107, 'doing');
  a.undo();
  browser.settle();
  expect([lessonStatus(b.getState().records, 101), lessonStatus(b.getState().records, 107)]).toEqual(['done', 'doing']);
});

test('acts are undone in reverse order, and dismissing forgets them', () => {
  const { progress } = openFake();
  study(progress, lesson);
  study(progress, other);
  resetLesson(progress, lesson);
  resetLesson(progress, other);
  expect(progress.getState().undo.map(({ what }) => what)).toEqual([
    { act: 'reset-lesson', lesson: 101 },
    { act: 'reset-lesson', lesson: 107 },
  ]);
  progress.undo();
  expect(lessonStatus(progress.getState().records, 107)).toBe('done');
  expect(lessonStatus(progress.getState().records, 101)).toBe('todo');
  progress.dismissUndo();
  progress.undo();
  expect(lessonStatus(progress.getState().records, 101)).toBe('todo');
});

test('a reset that had nothing to delete offers nothing to undo', () => {
  const { progress } = openFake();
  resetLesson(progress, lesson);
  expect(progress.getState().undo).toEqual([]);
});

test('a reset wins over an old copy merged later, and undo wins over the reset on the other device', () => {
  const { progress } = openFake();
  study(progress, lesson);
  const old = progress.getState().records;
  const otherDevice = openFake().progress;
  otherDevice.absorb(old);
  resetLesson(progress, lesson);
  progress.absorb(old);
  expect(lessonStatus(progress.getState().records, 101)).toBe('todo');
  otherDevice.absorb(progress.getState().records);
  expect(lessonStatus(otherDevice.getState().records, 101)).toBe('todo');
  progress.undo();
  otherDevice.absorb(progress.getState().records);
  expect(lessonStatus(otherDevice.getState().records, 101)).toBe('done');
});

test('resetting a stage takes its milestone steps and its placement test, and leaves evidence and other stages', () => {
  const { progress } = openFake();
  for (const stage of ['math', 'toolchain']) {
    progress.write(() => [
      { collection: 'milestones', key: `${stage}/step`, value: true },
      { collection: 'evidence', key: `${stage}/step`, value: 'mine' },
      { collection: 'placement', key: stage, value: { answers: [] } },
    ]);
  }
  const before = values(progress.getState().records);
  resetStage(progress, 'math', [lesson]);
  const left = Object.keys(values(progress.getState().records)).filter((key) => !key.startsWith('days/'));
  expect(left.sort()).toEqual([
    'evidence/math/step',
    'evidence/toolchain/step',
    'milestones/toolchain/step',
    'placement/toolchain',
  ]);
  progress.undo();
  expect(values(progress.getState().records)).toEqual(before);
});
