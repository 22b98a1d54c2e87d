import { expect, test } from 'vitest';
import { skipKnown } from '@/lib/placement/apply';
import type { Attempt } from '@/lib/placement/attempt';
import { type AskedQuestion, isRight, toPlacementQuestion } from '@/lib/placement/grade';
import { assessAttempt, outcomeOf } from '@/lib/placement/outcome';
import { setStatus } from '@/lib/progress/actions';
import { lessonState } from '@/lib/progress/selectors';
import { openFake } from '../progress/fake-browser';

/** A chain of four and one beside it. */
const lessons = [
  { id: 1, prerequisites: [] },
  { id: 2, prerequisites: [1] },
  { id: 3, prerequisites: [2] },
  { id: 4, prerequisites: [3] },
  { id: 5, prerequisites: [] },
];
const choice = (id: string, lesson: number): AskedQuestion => ({
  id,
  lesson,
  prompt: id,
  kind: 'choice',
  choices: [true, false, false, false].map((right, i) => ({ right, text: `${i}`, why: '' })),
});
const questions = lessons.flatMap(({ id }) => ['a', 'b', 'c'].map((letter) => choice(`${id}${letter}`, id)));
const number: AskedQuestion = {
  id: 'n',
  lesson: 1,
  prompt: '',
  kind: 'number',
  answer: 0.3,
  tolerance: 0.1,
  unit: '',
  why: '',
};

/** A learner who knows some lessons and says so of the others. */
function sit(knows: (lesson: number) => boolean): Attempt {
  const attempt: { id: string; answer: number | null }[] = [];
  for (;;) {
    const { next } = assessAttempt(lessons, questions, attempt);
    if (!next) return attempt;
    attempt.push({ id: next.id, answer: knows(next.lesson) ? 0 : null });
  }
}

test('a choice is right by its place, a number within its tolerance, and not knowing never', () => {
  expect([0, 1, 9, -1, 0.5, null].map((answer) => isRight(choice('a', 1), answer))).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
  expect([0.2, 0.4, 0.41, null].map((answer) => isRight(number, answer))).toEqual([true, true, false, false]);
});

test('blind guessing earns one in as many as there are choices, and next to nothing with a number', () => {
  expect(toPlacementQuestion(choice('a', 1)).guess).toBe(0.25);
  expect(toPlacementQuestion(number).guess).toBeLessThan(0.05);
});

test('who knows the first two of a chain skips these and begins with the third', () => {
  const { verdicts, begin } = outcomeOf(
    lessons,
    questions,
    sit((lesson) => lesson <= 2),
  );
  expect(verdicts.filter(({ advice }) => advice === 'skip').map(({ lesson }) => lesson)).toEqual([1, 2]);
  expect(begin).toBe(3);
});

test('the same answers give the same outcome, in whatever order they were given', () => {
  const attempt = sit((lesson) => lesson % 2 === 1);
  expect(outcomeOf(lessons, questions, [...attempt].reverse())).toEqual(outcomeOf(lessons, questions, attempt));
});

test('a reason names what was asked, else what speaks for the advice', () => {
  const reasons = (attempt: Attempt) =>
    Object.fromEntries(outcomeOf(lessons, questions, attempt).verdicts.map(({ lesson, reason }) => [lesson, reason]));
  const known = reasons([
    { id: '4a', answer: 0 },
    { id: '4b', answer: 0 },
    { id: '4c', answer: 0 },
  ]);
  expect(known[4]).toEqual({ kind: 'asked', right: 3, asked: 3, unknown: 0 });
  expect(known[1]).toEqual({ kind: 'needed-by', lesson: 4 });
  expect(known[5]).toEqual({ kind: 'not-asked' });
  const unknown = reasons([
    { id: '1a', answer: null },
    { id: '1b', answer: 2 },
    { id: 'gone', answer: 0 },
  ]);
  expect(unknown[1]).toEqual({ kind: 'asked', right: 0, asked: 2, unknown: 1 });
  expect(unknown[3]).toEqual({ kind: 'needs', lesson: 1 });
});

test('all known leaves nothing to begin with', () => {
  expect(
    outcomeOf(
      lessons,
      questions,
      sit(() => true),
    ).begin,
  ).toBeUndefined();
});

test('what is applied is skipped as known in one act, and one press takes it back', () => {
  const { progress } = openFake();
  setStatus(progress, 1, 'done');
  setStatus(progress, 2, 'doing');
  skipKnown(progress, 'math', [1, 2, 3]);
  const state = (id: number) => lessonState(progress.getState().records, id);
  expect([1, 2, 3].map(state)).toEqual([
    { status: 'done' },
    { status: 'skipped', reason: 'known' },
    { status: 'skipped', reason: 'known' },
  ]);
  progress.undo();
  expect([1, 2, 3].map((id) => state(id).status)).toEqual(['done', 'doing', 'todo']);
});
