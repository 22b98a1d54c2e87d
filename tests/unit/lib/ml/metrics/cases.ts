/** Cases of the recorded reference by name, with the types a test reads them as. */
import { expect } from 'vitest';
import reference from '@/tests/fixtures/reference/text-overlap.json';

export type Case<I, E> = { readonly name: string; readonly input: I; readonly expected: E };

/** Throws if no case matches, so that a renamed fixture cannot silence a test. */
export function casesOf<I, E>(name: RegExp): Case<I, E>[] {
  const found = (reference.cases as readonly Case<unknown, unknown>[]).filter((one) => name.test(one.name));
  if (found.length === 0) throw new Error(`no case matches ${name}`);
  return found as Case<I, E>[];
}

const { abs, rel } = reference.tolerance.float64;

/** |got − want| ≤ abs + rel·|want|, elementwise. */
export function expectClose(got: number | readonly number[], want: number | readonly number[]): void {
  const wanted = [want].flat();
  const gotten = [got].flat();
  expect(gotten).toHaveLength(wanted.length);
  wanted.forEach((value, i) => {
    expect(Math.abs((gotten[i] ?? Number.NaN) - value), `${gotten[i]} for ${value}`).toBeLessThanOrEqual(
      abs + rel * Math.abs(value),
    );
  });
}
