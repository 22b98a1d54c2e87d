import { expect, test } from 'vitest';
import { BOUNDARY, encodeName, VOCAB } from '@/lib/thread/alphabet';
import { baselines, baselinesOf, createCounter } from '@/lib/thread/baselines';
import { DATA_SHA256, functionNames } from '@/lib/thread/names';
import pinned from '@/tests/fixtures/thread/baselines.json';

test('what counting reaches is what the pages and labs say', () => {
  const { uniform, unigram, bigram, trigram, tokens } = baselines();
  expect(pinned.data).toBe(DATA_SHA256);
  expect(tokens).toBe(pinned.counts.validationTokens);
  for (const [name, loss] of Object.entries({
    uniform,
    unigram: unigram.loss,
    bigram: bigram.loss,
    trigram: trigram.loss,
  })) {
    expect(Math.abs(loss - pinned.losses[name as keyof typeof pinned.losses]), name).toBeLessThan(pinned.tolerance);
  }
  expect({ unigram: unigram.k, bigram: bigram.k, trigram: trigram.k }).toEqual(pinned.k);
});

test('two letters of context beat one, one beats none, and none beats not counting', () => {
  const { uniform, unigram, bigram, trigram } = baselines();
  expect(trigram.loss).toBeLessThan(bigram.loss);
  expect(bigram.loss).toBeLessThan(unigram.loss);
  expect(unigram.loss).toBeLessThan(uniform);
});

test('the bigram loss agrees with a count written another way', () => {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const { train, validation } = functionNames();
  const pairs = (name: string) => Array.from(`.${name}`, (left, i) => [left, `${name}.`[i]] as const);
  for (const [left, right] of train.flatMap(pairs)) {
    add(left);
    add(`${left}${right}`);
  }
  const { k, loss } = baselines().bigram;
  const scored = validation.flatMap(pairs);
  const sum = scored.reduce(
    (total, [left, right]) =>
      total - Math.log(((counts.get(`${left}${right}`) ?? 0) + k) / ((counts.get(left) ?? 0) + 28 * k)),
    0,
  );
  expect(loss).toBeCloseTo(sum / scored.length, 10);
});

test('a set of one name is known by heart, as far as smoothing lets it', () => {
  // Tokens of “ab”: a, b, boundary. Each bigram context was seen twice and always went on the same way.
  const { bigram, unigram, tokens } = baselinesOf({ train: ['ab', 'ab'], validation: ['ab'] });
  expect(tokens).toBe(3);
  expect(bigram.loss).toBeCloseTo(-Math.log((2 + bigram.k) / (2 + 28 * bigram.k)), 12);
  expect(unigram.loss).toBeCloseTo(-Math.log((2 + unigram.k) / (6 + 28 * unigram.k)), 12);
});

test('needs something to count, to tune and to score', () => {
  expect(() => baselinesOf({ train: ['a'], validation: ['a'] })).toThrow(RangeError);
  expect(() => baselinesOf({ train: ['a', 'b'], validation: [] })).toThrow(RangeError);
});

test('a counter’s probabilities add up to one and average to the loss that is stated', () => {
  const { train, validation } = functionNames();
  const { k, loss } = baselines().trigram;
  const count = createCounter(train, { order: 3, k });
  let sum = 0;
  let tokens = 0;
  for (const ids of validation.map(encodeName)) {
    for (let t = 1; t < ids.length; t += 1) {
      sum -= Math.log(count(ids.slice(0, t))[ids[t] as number] as number);
      tokens += 1;
    }
  }
  expect(sum / tokens).toBeCloseTo(loss, 10);
  expect(count([BOUNDARY]).reduce((total, p) => total + p, 0)).toBeCloseTo(1, 12);
  expect(count([3, 26, 26])).toHaveLength(VOCAB);
});
