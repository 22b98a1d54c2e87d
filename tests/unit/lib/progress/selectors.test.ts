import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conceptState, conceptStates } from '@/lib/progress/concept-state';
import { type Records, type Status, statuses } from '@/lib/progress/records';
import { continueLesson, lastTouched, lessonState, percent, tally, tallyLessons } from '@/lib/progress/selectors';

const road = [101, 107, 113, 205, 211];
const lessons = (given: Readonly<Record<number, Status | [Status, number]>>): Records => ({
  lessons: Object.fromEntries(
    Object.entries(given).map(([id, state]) => {
      const [status, t] = Array.isArray(state) ? state : [state, 1];
      return [id, { v: { status }, t }];
    }),
  ),
});

test('the percentage is done over lessons that were not skipped', () => {
  expect(percent(lessons({ 101: 'done', 107: 'skipped' }), road)).toBe(25);
  expect(percent(lessons({ 101: 'done', 107: 'done', 113: 'doing' }), road)).toBe(40);
});

test('the percentage is 0 with no lessons, with none done, and with all skipped', () => {
  expect(percent({}, [])).toBe(0);
  expect(percent({}, road)).toBe(0);
  expect(percent(lessons({ 101: 'skipped' }), [101])).toBe(0);
});

test('the percentage is 100 exactly when every lesson that counts is done, and over 0 once one is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...statuses), { maxLength: 400 }), (given) => {
      const { done, counted, percent: value } = tally(given);
      expect(value === 100).toBe(counted > 0 && done === counted);
      expect(value > 0).toBe(done > 0);
      expect(Number.isInteger(value)).toBe(true);
    }),
  );
});

test('the percentage is neither rounded up to done nor down to nothing', () => {
  const of200 = (done: number) => tally(Array.from({ length: 200 }, (_, i) => (i < done ? 'done' : 'todo'))).percent;
  expect([of200(0), of200(1), of200(3), of200(199), of200(200)]).toEqual([0, 1, 1, 99, 100]);
});

test('completing one more lesson never lowers the percentage', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...statuses), { minLength: 1, maxLength: 80 }), fc.nat(79), (given, at) => {
      const i = at % given.length;
      if (given[i] === 'skipped') return;
      expect(tally(given.with(i, 'done')).percent).toBeGreaterThanOrEqual(tally(given).percent);
    }),
  );
});

test('a snapshot and the records it was taken from show the same number', () => {
  const records = lessons({ 101: 'done', 113: 'skipped', 205: 'doing' });
  const snapshot: Status[] = ['done', 'todo', 'skipped', 'doing', 'todo'];
  expect(tally(snapshot)).toEqual(tallyLessons(records, road));
});

test('a deleted, unknown or unreadable status reads as to do', () => {
  const odd = {
    lessons: { 101: { v: null, t: 1 }, 107: { v: { status: 'mastered' }, t: 1 }, 113: { v: 'done', t: 1 } },
  };
  for (const id of road) expect(lessonState(odd, id)).toEqual({ status: 'todo' });
});

test('continue: with nothing done, the first lesson', () => {
  expect(continueLesson({}, road)).toBe(101);
});

test('continue: the lesson in progress that was touched last, by status or by work in it', () => {
  const records = lessons({ 101: ['doing', 5], 205: ['doing', 3] });
  expect(continueLesson(records, road)).toBe(101);
  const worked: Records = { ...records, checks: { '205/a': { v: { answer: 1, correct: true, tries: 1 }, t: 9 } } };
  expect(continueLesson(worked, road)).toBe(205);
});

test('continue: the first open lesson after the one completed last, skipping over what is done or skipped', () => {
  expect(continueLesson(lessons({ 107: ['done', 9], 113: ['skipped', 2] }), road)).toBe(205);
  expect(continueLesson(lessons({ 101: ['done', 1], 205: ['done', 2] }), road)).toBe(211);
});

test('continue: back to what was left out once the end is reached, and nowhere when nothing is open', () => {
  expect(continueLesson(lessons({ 211: ['done', 2] }), road)).toBe(101);
  const all = Object.fromEntries(road.map((id) => [id, 'done' as const]));
  expect(continueLesson(lessons(all), road)).toBeUndefined();
  expect(continueLesson({}, [])).toBeUndefined();
});

test('continue leads to an open lesson of the road whenever there is one', () => {
  const given = fc.dictionary(
    fc.constantFrom(...road.map(String)),
    fc.tuple(fc.constantFrom(...statuses), fc.nat(5)) as fc.Arbitrary<[Status, number]>,
  );
  fc.assert(
    fc.property(given, (states) => {
      const records = lessons(states);
      const next = continueLesson(records, road);
      const open = road.filter((id) => ['todo', 'doing'].includes(lessonState(records, id).status));
      if (next === undefined) expect(open).toEqual([]);
      else expect(open).toContain(next);
    }),
  );
});

test('a lesson was touched when its status, checks, code, result or note last changed; deletions do not count', () => {
  const touched = lastTouched({
    lessons: { 101: { v: { status: 'doing' }, t: 2 }, 107: { v: null, t: 9 } },
    checks: { '101/a': { v: { answer: 1, correct: true, tries: 1 }, t: 5 } },
    notes: { 101: { v: 'n', t: 4 }, 113: { v: 'n', t: 3 } },
    prefs: { 205: { v: 1, t: 8 } },
  });
  expect([...touched]).toEqual([
    [101, 5],
    [113, 3],
  ]);
});

const concepts = [
  { id: 'token', lesson: 101, prerequisites: [] },
  { id: 'softmax', lesson: 107, prerequisites: ['token'] },
  { id: 'attention', lesson: 113, prerequisites: ['softmax', 'token'] },
  { id: 'planned', lesson: null, prerequisites: ['token'] },
] as const;

test('a concept follows the lesson that teaches it', () => {
  const states = conceptStates(lessons({ 101: 'done', 107: 'doing', 113: 'skipped' }), concepts);
  expect(Object.fromEntries(states)).toEqual({
    token: 'known',
    softmax: 'learning',
    attention: 'skipped',
    planned: 'unknown',
  });
});

test('a concept is ready when all it builds on is known or skipped', () => {
  expect(conceptState({}, concepts, 'token')).toBe('ready');
  expect(conceptState({}, concepts, 'softmax')).toBe('unknown');
  expect(conceptState(lessons({ 101: 'skipped' }), concepts, 'softmax')).toBe('ready');
  expect(conceptState(lessons({ 107: 'done' }), concepts, 'attention')).toBe('unknown');
  expect(conceptState(lessons({ 107: 'done', 101: 'done' }), concepts, 'attention')).toBe('ready');
});

test('a concept nobody has heard of is unknown', () => {
  expect(conceptState({}, concepts, 'constructor')).toBe('unknown');
});
