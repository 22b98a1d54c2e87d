import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, params } from '@/components/labs/surprise-meter/core';
import { type Bits, crossEntropy, divergence } from '@/components/labs/surprise-meter/divergence';
import { codeLengths, codeWords, meanLength } from '@/components/labs/surprise-meter/huffman';
import { strings } from '@/components/labs/surprise-meter/strings';
import { completeValues } from '@/lib/labs/params';
import { entropyBits } from '@/lib/ml/softmax';

type Case = {
  readonly name: string;
  readonly input: Record<string, unknown>;
  readonly expected: Record<string, unknown>;
};
const { cases } = JSON.parse(readFileSync('tests/fixtures/reference/information.json', 'utf8')) as {
  cases: readonly Case[];
};
const caseOf = (name: string) => cases.find((one) => one.name === name) ?? expect.fail(name);

const at = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values) };
};
const finite = (bits: Bits) => (bits === 'inf' ? expect.fail('infinite') : bits);

/** Distributions from parts, zeros among them. */
const parts = fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 4, maxLength: 4 }).filter((x) => x.some(Boolean));
const shares = parts.map((x) => x.map((part) => part / x.reduce((sum, one) => sum + one, 0)));
const positive = fc
  .array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 9 })
  .map((x) => x.map((part) => part / x.reduce((sum, one) => sum + one, 0)));

test('KL both ways and cross-entropy agree with scipy', () => {
  const { input, expected } = caseOf('information/kl-js');
  const [p, q] = [input.p as number[], input.q as number[]];
  expect(finite(divergence(p, q))).toBeCloseTo(expected.klPQBits as number, 12);
  expect(finite(divergence(q, p)) * Math.LN2).toBeCloseTo(expected.klQPNats as number, 12);
  expect(finite(crossEntropy(p, q)) * Math.LN2).toBeCloseTo(expected.crossEntropyNats as number, 12);
});

test('entropies agree with Cover and Thomas, example 2.2.1', () => {
  const { input, expected } = caseOf('information/joint-entropy-bits');
  const joint = input['joint[row=y][column=x]'] as number[][];
  const x = [0, 1, 2, 3].map((column) => joint.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const y = joint.map((row) => row.reduce((sum, share) => sum + share, 0));
  const all = joint.flat();
  expect(crossEntropy(x, x)).toBeCloseTo(expected.Hx as number, 12);
  expect(crossEntropy(y, y)).toBeCloseTo(expected.Hy as number, 12);
  expect(crossEntropy(all, all)).toBeCloseTo(expected.Hxy as number, 12);
  // Mutual information is the divergence of the joint from the product of its margins.
  const product = y.flatMap((row) => x.map((column) => row * column));
  expect(divergence(all, product)).toBeCloseTo(expected.mutualInformation as number, 12);
});

test('the code for 1/2, 1/4, 1/8, 1/8 is the one that Shannon printed, and as short as the entropy', () => {
  const { input, expected } = caseOf('code/shannon-1948-section-10');
  const p = input.p as number[];
  const lengths = codeLengths(p);
  expect(codeWords(lengths)).toEqual(expected.words);
  expect(meanLength(p, lengths)).toBe(expected.meanLength);
  expect(crossEntropy(p, p)).toBe(expected.meanLength);
});

test("the code for Huffman's own thirteen messages has his mean length", () => {
  const { input, expected } = caseOf('code/huffman-1952-table-1');
  const p = input.p as number[];
  expect(finite(meanLength(p, codeLengths(p)))).toBeCloseTo(expected.meanLength as number, 12);
});

test('a Huffman code fills the tree, no word begins another, and its mean is within one bit of the entropy', () => {
  fc.assert(
    fc.property(positive, (p) => {
      const lengths = codeLengths(p);
      const words = codeWords(lengths);
      expect(lengths.reduce<number>((sum, length) => sum + 2 ** -(length ?? 0), 0)).toBe(1);
      for (const [i, word] of words.entries()) {
        expect(word).toHaveLength(lengths[i] ?? -1);
        expect(words.some((other, j) => i !== j && other?.startsWith(word ?? ''))).toBe(false);
      }
      const mean = finite(meanLength(p, lengths));
      expect(mean).toBeGreaterThanOrEqual(entropyBits(p) - 1e-9);
      expect(mean).toBeLessThan(entropyBits(p) + 1);
    }),
    { numRuns: 100 },
  );
});

test('no code of whole bits for four outcomes is shorter than the Huffman code', () => {
  const trees = [
    [2, 2, 2, 2],
    [1, 2, 3, 3],
  ];
  fc.assert(
    fc.property(shares, (p) => {
      if (p.includes(0)) return;
      const falling = p.toSorted((a, b) => b - a);
      const best = Math.min(...trees.map((tree) => finite(meanLength(falling, tree))));
      expect(meanLength(p, codeLengths(p))).toBeCloseTo(best, 12);
    }),
    { numRuns: 100 },
  );
});

test('cross-entropy is entropy plus divergence, and no divergence is negative', () => {
  fc.assert(
    fc.property(parts, parts, (truth, guess) => {
      const { entropy, cross, forward, reverse, rows, guessLength } = at({ truth, guess }).result;
      const impossible = rows.some(({ p, q }) => p > 0 && q === 0);
      expect(cross === 'inf').toBe(impossible);
      expect(forward === 'inf').toBe(impossible);
      expect(guessLength === 'inf').toBe(impossible);
      expect(reverse === 'inf').toBe(rows.some(({ p, q }) => q > 0 && p === 0));
      expect(entropy).toBeCloseTo(entropyBits(rows.map(({ p }) => p)), 10);
      if (reverse !== 'inf') expect(reverse).toBeGreaterThanOrEqual(0);
      if (impossible) return;
      expect(finite(cross)).toBeCloseTo(entropy + finite(forward), 10);
      expect(finite(guessLength)).toBeGreaterThanOrEqual(entropy - 1e-9);
      expect(rows.reduce((sum, row) => sum + finite(row.share), 0)).toBeCloseTo(finite(cross), 10);
    }),
    { numRuns: 200 },
  );
});

test('a guess that is the truth costs the entropy and no more', () => {
  const { result } = at({ guess: [16, 8, 4, 4], truth: [8, 4, 2, 2] });
  expect(result).toMatchObject({ entropy: 1.75, cross: 1.75, forward: 0, reverse: 0, guessLength: 1.75, uniform: 2 });
});

test('at the start the guess is worse than knowing nothing', () => {
  const { result } = at({});
  expect(finite(result.cross)).toBeGreaterThan(result.uniform);
  expect(result.forward).not.toBe(result.reverse);
  expect(strings.en.note(result)).toContain('more than knowing nothing');
});

test('the goal needs the infinite direction, the cheap one, and a truth with nothing rare', () => {
  expect(at({}).goal.met).toBe(false);
  expect(at(core.solution).goal).toEqual({ met: true, progress: 1 });
  expect(at({ guess: [8, 4, 2, 1] }).goal.met).toBe(false);
  expect(at({ guess: [8, 8, 0, 0] }).goal.met).toBe(false);
  expect(at({ guess: [16, 1, 1, 0], truth: [16, 1, 1, 1] }).goal.met).toBe(false);
  expect(at({ guess: [0, 0, 0, 0] }).goal.met).toBe(false);
});

test('dropping the rarest outcome is the nearest miss: log2(8/7) bits the cheap way', () => {
  expect(finite(at(core.solution).result.reverse)).toBeCloseTo(Math.log2(8 / 7), 12);
});

test('no part at all counts as uniform and is said', () => {
  const { result } = at({ guess: [0, 0, 0, 0], truth: [0, 0, 0, 0] });
  expect(result).toMatchObject({ empty: 'both', entropy: 2, cross: 2, forward: 0 });
  expect(at({ truth: [0, 0, 0, 0] }).result.empty).toBe('truth');
});

test('one certain outcome has entropy 0 and an empty code word', () => {
  const { result } = at({ guess: [5, 0, 0, 0], truth: [9, 0, 0, 0] });
  expect(result).toMatchObject({ entropy: 0, cross: 0, guessLength: 0 });
  expect(result.rows.map(({ word }) => word)).toEqual(['', null, null, null]);
});

test('the prediction follows from the prices: ruling nothing out is cheaper', () => {
  expect(core.predict()).toBe('even');
});

test('the guesses of the lesson cost what its table says', () => {
  const prices = (guess: readonly number[]) => {
    const { cross, forward, reverse } = at({ guess }).result;
    return [cross, forward, reverse];
  };
  expect(prices([8, 4, 2, 2])).toEqual([1.75, 0, 0]);
  expect(prices([1, 1, 1, 1])).toEqual([2, 0.25, 0.25]);
  expect(prices([2, 2, 4, 8])).toEqual([2.625, 0.875, 0.875]);
  expect(prices([8, 4, 4, 0])).toEqual(['inf', 'inf', 0.25]);
});

test('the checks of the lesson have the answers it gives', () => {
  const rare = [0.99, 0.01];
  expect(100 * (1 - finite(crossEntropy(rare, rare)))).toBeCloseTo(92, 0);
  const die = Array(6).fill(1 / 6);
  expect(finite(crossEntropy(die, die)) * Math.LN2).toBeCloseTo(1.792, 3);
  const bitsPerByte = (nats: number, bytes: number) => nats / Math.LN2 / bytes;
  expect(bitsPerByte(2.9, 4)).toBeCloseTo(1.046, 3);
  expect(bitsPerByte(3.2, 4.8)).toBeCloseTo(0.962, 3);
  expect(-Math.log(1e-9)).toBeCloseTo(20.7, 1);
  expect(0.43 * Math.log(50_257)).toBeCloseTo(4.65, 2);
  // A loss of 2.9 for 3.0 over a thousand tokens, and 1 GB at 0.9 bits per byte.
  expect(Math.exp(100) / 1e43).toBeCloseTo(2.7, 1);
  expect((0.9 / 8) * 1000).toBeCloseTo(112.5, 9);
});
