/** Comparing tensors with reference values, by the rule the fixtures state: |got − want| ≤ abs + rel · |want|. */
import { expect } from 'vitest';
import { type Nested, type Tensor, toNested } from '@/lib/ml/tape/tensor';

export type Tolerance = { readonly abs: number; readonly rel: number };

export const flatten = (values: Nested): number[] =>
  typeof values === 'number' ? [values] : values.flatMap((one) => flatten(one));

/** Fails with the worst element when some value is outside of the tolerance, or the shapes differ. */
export function expectClose(got: Tensor | Nested, want: Nested, { abs, rel }: Tolerance, what = 'value'): void {
  const mine = flatten(typeof got === 'object' && 'data' in got ? toNested(got as Tensor) : (got as Nested));
  const theirs = flatten(want);
  expect(mine.length, `${what}: number of values`).toBe(theirs.length);
  const excess = mine.map((value, i) => {
    const goal = theirs[i] as number;
    const beyond = Math.abs(value - goal) - (abs + rel * Math.abs(goal));
    return value === goal ? -1 : Number.isNaN(beyond) ? Infinity : beyond;
  });
  const worst = excess.reduce((top, one, i) => (one > (excess[top] as number) ? i : top), 0);
  if (!((excess[worst] ?? -1) <= 0)) {
    expect.fail(`${what}[${worst}]: got ${mine[worst]}, want ${theirs[worst]}`);
  }
}
