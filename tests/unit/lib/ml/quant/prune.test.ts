import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applyMask,
  magnitudeMask,
  pruneCount,
  randomMask,
  rowMask,
  rowNorms,
  sparsityOf,
  twoOfFourMask,
} from '@/lib/ml/quant/prune';
import { createRandom } from '@/lib/random';
import reference from '@/tests/fixtures/reference/quant-formats.json';

type Case = { name: string; input: { W: number[][]; amount?: number }; expected: Record<string, unknown> };
const cases = (reference.cases as unknown as readonly Case[]).filter(({ name }) => name.startsWith('prune/'));
const named = (name: string): Case => {
  const found = cases.find((one) => one.name === name);
  if (!found) throw new Error(`no reference case ${name}`);
  return found;
};
const flat = (rows: unknown) => (rows as number[][]).flat();

test.each(['0.25', '0.5', '0.75'])(
  'masks the share %s of the smallest magnitudes as l1_unstructured does',
  (amount) => {
    const { input, expected } = named(`prune/magnitude/${amount}`);
    const mask = magnitudeMask(flat(input.W), input.amount ?? 0);
    expect([...mask]).toEqual(flat(expected.mask));
    expect(mask.filter((kept) => kept === 0).length).toBe(expected.pruned);
  },
);

test('drops whole rows by their L2 norm as ln_structured does', () => {
  const { input, expected } = named('prune/rows-l2-structured');
  const W = flat(input.W);
  expect([...rowMask(W, 8, input.amount ?? 0)]).toEqual(flat(expected.mask));
  rowNorms(W, 8).forEach((norm, r) => {
    expect(norm).toBeCloseTo((expected.rowNorms as number[])[r] as number, 10);
  });
});

test('keeps two of four, and what it keeps is as far from the matrix as in the reference', () => {
  const { input, expected } = named('prune/2-of-4');
  const W = flat(input.W);
  const mask = twoOfFourMask(W, 8);
  expect([...mask]).toEqual(flat(expected.mask));
  expect(sparsityOf(mask)).toBe(expected.sparsity);
  const kept = Float64Array.from(W);
  applyMask(kept, mask);
  expect([...kept].map((value) => value + 0)).toEqual(flat(expected.kept).map((value) => value + 0));
  const norm = (values: readonly number[]) => Math.hypot(...values);
  expect(norm(W.map((w, i) => w - (kept[i] as number))) / norm(W)).toBeCloseTo(
    expected.relativeFrobeniusError as number,
    10,
  );
});

test('counts as Python rounds: half to even', () => {
  expect([0.5, 0.25, 0.75, 0.1].map((share) => pruneCount(share, 5))).toEqual([2, 1, 4, 0]);
  expect([pruneCount(0, 7), pruneCount(1, 7)]).toEqual([0, 7]);
  for (const share of [-0.1, 1.1, Number.NaN]) expect(() => pruneCount(share, 4)).toThrow(RangeError);
});

test('random masks drop the exact count, differ by seed and give every weight the same chance', () => {
  const mask = (seed: number) => randomMask(40, 0.3, createRandom(seed));
  const dropped = new Array<number>(40).fill(0);
  for (let seed = 0; seed < 2000; seed += 1) {
    const one = mask(seed);
    expect(sparsityOf(one)).toBeCloseTo(0.3, 12);
    one.forEach((kept, i) => {
      dropped[i] = (dropped[i] as number) + 1 - kept;
    });
  }
  expect([...mask(1)]).not.toEqual([...mask(2)]);
  // 600 expected, standard deviation 20.5; five of them.
  for (const count of dropped) expect(Math.abs(count - 600)).toBeLessThan(103);
});

const weights = fc.array(fc.float({ min: -9, max: 9, noNaN: true }), { minLength: 4, maxLength: 64 });

test('no weight that stays is smaller than one that goes', () => {
  fc.assert(
    fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (w, share) => {
      const mask = magnitudeMask(w, share);
      const sizes = (kept: number) => w.filter((_, i) => mask[i] === kept).map(Math.abs);
      expect(Math.max(0, ...sizes(0))).toBeLessThanOrEqual(Math.min(Infinity, ...sizes(1)));
      expect(sizes(0).length).toBe(pruneCount(share, w.length));
    }),
  );
});

test('where magnitudes tie, the earlier weight goes', () => {
  expect([...magnitudeMask([1, -1, 1, 2, -1], 0.4)]).toEqual([0, 0, 1, 1, 1]);
  expect([...magnitudeMask([0, 0, 0, 0], 0.5)]).toEqual([0, 0, 1, 1]);
  expect([...magnitudeMask([3, 1], 0)]).toEqual([1, 1]);
  expect([...magnitudeMask([3, 1], 1)]).toEqual([0, 0]);
});

test('2:4 keeps exactly two of every four, never less energy than any other choice', () => {
  fc.assert(
    fc.property(weights, (w) => {
      const whole = w.slice(0, w.length - (w.length % 4));
      const mask = twoOfFourMask(whole, whole.length);
      for (let g = 0; g < whole.length; g += 4) {
        const sizes = whole.slice(g, g + 4).map((value) => value ** 2);
        const energy = sizes.reduce((sum, value, j) => sum + value * (mask[g + j] as number), 0);
        const best = [...sizes].sort((a, b) => b - a).slice(0, 2);
        expect(mask.slice(g, g + 4).reduce((sum, kept) => sum + kept, 0)).toBe(2);
        expect(energy).toBeCloseTo((best[0] as number) + (best[1] as number), 10);
      }
    }),
  );
});

test('refuses rows that do not fit', () => {
  expect(() => twoOfFourMask([1, 2, 3, 4, 5, 6], 6)).toThrow(RangeError);
  expect(() => rowMask([1, 2, 3], 2, 0.5)).toThrow(RangeError);
  expect(() => applyMask(new Float32Array(3), new Uint8Array(2))).toThrow(RangeError);
});
