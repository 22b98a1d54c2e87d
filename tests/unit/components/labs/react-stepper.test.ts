import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFENCES, FAILURES, HARD_CAP, runAgent } from '@/components/labs/react-stepper/agent';
import { core, STEP_BUDGET } from '@/components/labs/react-stepper/core';
import { QUESTIONS, type QuestionId, questions } from '@/components/labs/react-stepper/questions';
import { locales } from '@/lib/i18n/locale';
import { completeValues } from '@/lib/labs/params';

const at = (change: object) => {
  const values = completeValues(core.params, { ...change });
  const result = core.run(values);
  return { result, goal: core.goal(result, values) };
};
const answers = (
  failures: readonly (typeof FAILURES)[number][],
  defences: readonly (typeof DEFENCES)[number][] = [],
  limit = 9,
) =>
  locales.map((locale) =>
    QUESTIONS.map((id) => runAgent(id, new Set(failures), new Set(defences), limit, locale).answer),
  );
const both = (expected: readonly string[]) => [
  expected.map((answer) => (answer === '?' ? '资料里没有' : answer)),
  expected.map((answer) => (answer === '?' ? 'not in the wiki' : answer)),
];

test('the right answers follow from the facts of the wiki', () => {
  expect(questions.weights.answer).toBe(String(1642 * 2));
  expect(questions.memory.answer).toBe(String(36 * 640 - 45 * 96));
  expect(Number(questions.percent.answer)).toBeCloseTo(48392 * 0.17, 9);
  expect(questions.cost.answer).toBe(String(12 * 168 * 23.5));
  expect(answers([])).toEqual(both(['3284', '18720', '8226.64', '47376', '?']));
});

test('without tools none of the five is right', () => {
  const { result } = at({});
  for (const id of QUESTIONS) expect(result.recalled[id]).not.toBe(questions[id].answer);
});

test('each failure alone does its own damage', () => {
  expect(answers(['format'])).toEqual(both(['1284', '18720', '66.64', '47376', '?']));
  expect(answers(['injection'])).toEqual(both(['0', '0', '8226.64', '0', '0']));
  expect(answers(['empty'])).toEqual(both(['3000', '13000', '8226.64', '40000', '50']));
  expect(answers(['timeout'])).toEqual(both(['3000', '13000', '8200', '40000', '50']));
});

test.each([
  ['format', 'validate'],
  ['malformed', 'validate'],
  ['timeout', 'retry'],
  ['empty', 'retry'],
  ['injection', 'data'],
] as const)('%s is repaired by %s, and by no other defence', (failure, cure) => {
  const right = both(['3284', '18720', '8226.64', '47376', '?']);
  expect(answers([failure], [cure])).toEqual(right);
  expect(
    answers(
      [failure],
      DEFENCES.filter((defence) => defence !== cure),
    ),
  ).not.toEqual(right);
});

test('a question the wiki does not answer loops until the limit, or until the platform kills it', () => {
  for (const locale of locales) {
    expect(runAgent('lisbon', new Set(), new Set(), 7, locale)).toMatchObject({ steps: 7, right: true });
    expect(runAgent('lisbon', new Set(), new Set(), HARD_CAP, locale)).toMatchObject({
      steps: HARD_CAP,
      answer: null,
      right: false,
    });
  }
});

test('text from a tool cannot close the mark that holds it', () => {
  const run = runAgent('weights', new Set(['injection']), new Set(['data']), 9, 'en');
  const seen = run.turns.filter(({ kind }) => kind === 'observation').map(({ text }) => text);
  for (const text of seen) expect(text).toMatch(/^<data>[^<]*<\/data>$/);
});

test('both languages take the same steps, so that playback and goal agree', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...QUESTIONS),
      fc.subarray([...FAILURES]),
      fc.subarray([...DEFENCES]),
      fc.integer({ min: 2, max: HARD_CAP }),
      (id: QuestionId, failures, defences, limit) => {
        const [zh, en] = locales.map((locale) => runAgent(id, new Set(failures), new Set(defences), limit, locale));
        expect(zh?.turns.map(({ kind }) => kind)).toEqual(en?.turns.map(({ kind }) => kind));
        expect(zh?.right).toBe(en?.right);
        expect(zh?.turns.length).toBeLessThanOrEqual(core.params.step.max);
      },
    ),
  );
});

test('the goal needs all failures, all defences and a limit that is neither too low nor too high', () => {
  const all = { failures: FAILURES, defences: DEFENCES };
  expect(at({}).goal.met).toBe(false);
  expect(at({ failures: FAILURES }).goal.met).toBe(false);
  expect(at({ ...all, failures: FAILURES.slice(1), limit: 8 }).goal.met).toBe(false);
  for (const missing of DEFENCES) {
    expect(at({ ...all, defences: DEFENCES.filter((defence) => defence !== missing), limit: 8 }).goal.met).toBe(false);
  }
  const met = Array.from({ length: HARD_CAP - 1 }, (_, i) => i + 2).filter((limit) => at({ ...all, limit }).goal.met);
  expect(met).toEqual([6, 7, 8, 9]);
  expect(at(core.solution).goal).toEqual({ met: true, progress: 1 });
  expect(at(core.solution).result.steps).toBeLessThanOrEqual(STEP_BUDGET);
});

test('the prediction is what the lax calculator does', () => {
  expect(core.predict()).toBe('silent');
});
