import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nf4Boundaries, nf4Index, nf4Levels, nf4Value } from '@/lib/ml/quant/nf4';
import reference from '@/tests/fixtures/reference/quant.json';

type Case = { name: string; input: Record<string, unknown>; expected: Record<string, unknown> };
const named = (name: string): Case => {
  const found = (reference.cases as unknown as readonly Case[]).find((one) => one.name === name);
  if (!found) throw new Error(`no reference case ${name}`);
  return found;
};

test('has the levels and borders of the reference', () => {
  const { input, expected } = named('nf4/midpoints');
  expect([...nf4Levels]).toEqual(input.levels);
  nf4Boundaries.forEach((border, i) => {
    expect(border).toBeCloseTo((expected.decisionBoundaries as number[])[i] as number, 12);
  });
  expect(nf4Boundaries.length).toBe(15);
});

test.each(['8', '16'])('quantizes a block of %s like bitsandbytes', (size) => {
  const { input, expected } = named(`nf4/block-${size}`);
  const x = input.x as number[];
  const absmax = Math.max(...x.map(Math.abs));
  const index = x.map((value) => nf4Index(value / absmax));
  expect(absmax).toBe(expected.absmax);
  expect(index).toEqual(expected.index);
  index.forEach((code, i) => {
    expect(nf4Value(code, absmax)).toBeCloseTo((expected.dequant as number[])[i] as number, 12);
  });
});

test('every level is its own nearest, and no other level is nearer to any number', () => {
  nf4Levels.forEach((level, i) => {
    expect(nf4Index(level)).toBe(i);
  });
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (x) => {
      const distances = nf4Levels.map((level) => Math.abs(level - x));
      expect(distances[nf4Index(x)]).toBeCloseTo(Math.min(...distances), 14);
    }),
  );
});

test('what lies outside [−1, 1] goes to the end', () => {
  expect([nf4Index(-3), nf4Index(3)]).toEqual([0, 15]);
});
