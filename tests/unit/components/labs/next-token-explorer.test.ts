import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, MAX_TOKENS, MIN_TOKENS } from '@/components/labs/next-token-explorer/core';
import { corpora } from '@/components/labs/next-token-explorer/corpora';
import { completeValues, decodeParams, encodeParams } from '@/lib/labs/params';

const at = (partial: Readonly<Record<string, unknown>>) => {
  const values = completeValues(core.params, partial);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values), table: core.table(result, values) };
};

test.each(['zh', 'en'] as const)(
  'the %s corpus is 60–120 different sentences that all end with its full stop',
  (id) => {
    const lines = corpora[id].map((words) => words.join(' '));
    expect(lines.length).toBeGreaterThanOrEqual(60);
    expect(lines.length).toBeLessThanOrEqual(120);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.every((line) => line.endsWith(id === 'zh' ? ' 。' : ' .'))).toBe(true);
  },
);

test.each(['zh', 'en'])('in %s the goal is open at the start and met by the solution', (corpus) => {
  expect(at({ corpus }).goal).toEqual({ met: false, progress: 0 });
  const solved = at({ ...core.solution, corpus });
  expect(solved.goal).toEqual({ met: true, progress: 1 });
  expect(solved.result.unknown).toEqual([]);
});

test.each(['zh', 'en'])('in %s greedy ends, has at least five tokens, and is beaten at its own length', (corpus) => {
  const { greedy, best } = at({ corpus }).result;
  expect(greedy.finished).toBe(true);
  expect(greedy.tokens.length).toBeGreaterThanOrEqual(MIN_TOKENS);
  expect(best?.tokens).toHaveLength(greedy.tokens.length);
  expect(best?.logP ?? Number.NaN).toBeGreaterThan((greedy.logP ?? 0) + 0.1);
});

test.each(['zh', 'en'])('in %s writing the greedy sentence itself, or the best one, is judged right', (corpus) => {
  const { greedy, best } = at({ corpus }).result;
  expect(at({ corpus, [corpus]: greedy.tokens.join(' ') }).goal.met).toBe(false);
  expect(at({ corpus, [corpus]: best?.tokens.join(' ') }).goal.met).toBe(true);
});

test('a shorter sentence does not win, however probable', () => {
  const { result, goal } = at({ corpus: 'en', en: 'nobody knows why .' });
  expect(result.written.logP ?? Number.NaN).toBeGreaterThan(result.greedy.logP ?? 0);
  expect(goal.met).toBe(false);
});

test('a probable beginning without its full stop does not win', () => {
  expect(at({ corpus: 'en', en: 'please review my pull request' }).goal.met).toBe(false);
});

test('with order 1 the goal cannot be met, because no word depends on another', () => {
  expect(at({ ...core.solution, corpus: 'en', order: '1' }).goal.met).toBe(false);
});

test('the prediction is computed: greedy is not the best', () => {
  expect(core.predict()).toBe('no');
});

test('an impossible word makes the probability zero, said as null and never as −Infinity', () => {
  const { result } = at({ corpus: 'en', en: 'please machine' });
  expect(result.steps[1]?.p).toBe(0);
  expect(result.written.logP).toBeNull();
  expect(at({ corpus: 'en', en: 'please machine', smoothing: 0.1 }).result.written.logP).toBeLessThan(0);
});

test('unknown words and markup are dropped and reported, and nothing comes after the full stop', () => {
  const { result } = at({ corpus: 'en', en: '<marquee> please kubernetes REVIEW . the build' });
  expect(result.written.tokens).toEqual(['please', 'review', '.']);
  expect(result.unknown).toEqual(['marquee', 'kubernetes']);
});

test('Chinese may be typed without spaces', () => {
  expect(at({ corpus: 'zh', zh: '请帮忙看一下代码。' }).result.written.tokens).toEqual([
    '请',
    '帮忙',
    '看',
    '一下',
    '代码',
    '。',
  ]);
});

test('the sentence survives the URL in both languages', () => {
  const { values } = at({ ...core.solution, corpus: 'zh', order: '3', smoothing: 0.05 });
  expect(decodeParams(core.params, encodeParams(core.params, values))).toEqual(values);
});

const word = fc.oneof(
  fc.constantFrom('the', 'server', 'is', '.', 'please', '请', '帮忙', '代码', '。', '0'),
  fc.string({ maxLength: 12 }),
);
const state = fc.record({
  corpus: fc.constantFrom('auto', 'zh', 'en'),
  order: fc.constantFrom('1', '2', '3'),
  smoothing: fc.double({ min: 0, max: 1, noNaN: true }),
  zh: fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
  en: fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
  seed: fc.integer({ min: 0, max: 9999 }),
});

test('any text gives finite numbers, at most the allowed tokens, and a distribution that sums to one', () => {
  fc.assert(
    fc.property(state, (partial) => {
      const { result, table } = at(partial);
      const numbers: number[] = [];
      JSON.stringify([result, table.rows], (_key, value: unknown) => {
        if (typeof value === 'number') numbers.push(value);
        return value;
      });
      expect(numbers.every(Number.isFinite)).toBe(true);
      expect(result.written.tokens.length).toBeLessThanOrEqual(MAX_TOKENS);
      if (result.candidates.length > 0) {
        expect(result.candidates.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 9);
        expect(result.candidates.map(({ token }) => token)).toContain(result.drawn);
      }
    }),
    { numRuns: 60 },
  );
});

test('the log-probability is the sum of the logs of the factors shown', () => {
  const { steps, written } = at({ corpus: 'en', en: 'the server is down .', order: '3' }).result;
  expect(written.logP).toBeCloseTo(
    steps.reduce((sum, { p }) => sum + Math.log(p), 0),
    12,
  );
});

test('the same seed draws the same word; over many seeds the draws follow the distribution', () => {
  expect(at({ corpus: 'en', seed: 5 }).result.drawn).toBe(at({ corpus: 'en', seed: 5 }).result.drawn);
  const draws = Array.from({ length: 2000 }, (_, seed) => at({ corpus: 'en', seed }).result.drawn);
  const the = at({ corpus: 'en' }).result.candidates.find(({ token }) => token === 'the')?.p ?? 0;
  expect(Math.abs(draws.filter((token) => token === 'the').length / draws.length - the)).toBeLessThan(0.04);
});
