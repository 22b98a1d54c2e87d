import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placementRules } from '@/lib/placement/assess';
import { beginAttempt, dropAttempt, giveAnswer, readAttempt, stepBack } from '@/lib/placement/attempt';
import type { Json, Records } from '@/lib/progress/records';
import { openFake } from '../progress/fake-browser';

const stored = (v: unknown): Records => ({ placement: { math: { v: v as Json, t: 1 } } });

test('answers are kept in the order they were given, the latest is taken back, and starting again can be undone', () => {
  const { progress } = openFake();
  const now = () => readAttempt(progress.getState().records, 'math');
  expect(now()).toBeUndefined();
  beginAttempt(progress, 'math');
  expect(now()).toEqual([]);
  giveAnswer(progress, 'math', { id: 'b', answer: 2 });
  giveAnswer(progress, 'math', { id: 'a', answer: null });
  expect(now()).toEqual([
    { id: 'b', answer: 2 },
    { id: 'a', answer: null },
  ]);
  stepBack(progress, 'math');
  expect(now()).toEqual([{ id: 'b', answer: 2 }]);
  dropAttempt(progress, 'math');
  expect(now()).toBeUndefined();
  progress.undo();
  expect(now()).toEqual([{ id: 'b', answer: 2 }]);
});

test('a question answered twice counts once, with the later answer', () => {
  const { progress } = openFake();
  giveAnswer(progress, 'math', { id: 'a', answer: 1 });
  giveAnswer(progress, 'math', { id: 'b', answer: 1 });
  giveAnswer(progress, 'math', { id: 'a', answer: 0 });
  expect(readAttempt(progress.getState().records, 'math')).toEqual([
    { id: 'b', answer: 1 },
    { id: 'a', answer: 0 },
  ]);
});

test('answers to questions that are gone make room for new ones', () => {
  const { progress } = openFake();
  for (let i = 0; i < 3 * placementRules.most; i++) giveAnswer(progress, 'math', { id: `q${i}`, answer: 1 });
  const attempt = readAttempt(progress.getState().records, 'math');
  expect(attempt).toHaveLength(placementRules.most);
  expect(attempt?.at(-1)?.id).toBe(`q${3 * placementRules.most - 1}`);
});

test.each([
  [{ answers: [{ id: 'a' }, { id: 1, answer: 1 }, { answer: 1 }, null, [], 'a', { id: 'b', answer: '1' }] }, []],
  [{ answers: [{ id: 'a', answer: 1e308 * 10 }] }, []],
  [{ answers: {} }, undefined],
  [{}, undefined],
  [[], undefined],
  ['answers', undefined],
])('of %j only what is an answer is read', (value, read) => {
  expect(readAttempt(stored(value), 'math')).toEqual(read);
});

test('any value at all is read, never with an exception, and never as more than a test holds', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.jsonValue(), fc.record({ answers: fc.array(fc.jsonValue(), { maxLength: 60 }) })),
      (value) => {
        expect((readAttempt(stored(value), 'math') ?? []).length).toBeLessThanOrEqual(placementRules.most);
      },
    ),
  );
});
