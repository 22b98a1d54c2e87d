import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packSequences } from '@/lib/ml/gpt/batch';
import { initGptWeights } from '@/lib/ml/gpt/config';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { type DistillationOptions, distillationLoss } from '@/lib/ml/tuning/distil';
import { createRandom } from '@/lib/random';
import reference from '@/tests/fixtures/reference/adapters.json';

type Case = {
  name: string;
  input: { student: number[][]; teacher: number[][]; targets: number[]; T: number; alpha: number };
  expected: { kl: number; ce: number; loss: number; dStudent: number[][] };
};
const torch = (reference.cases as unknown as readonly Case[]).filter(({ name }) => name.startsWith('distillation/T='));
const limit = reference.cases.find(({ name }) => name === 'distillation/high-temperature-limit') as unknown as {
  input: { studentZeroMean: number[]; teacherZeroMean: number[]; T: number[] };
  expected: { gradTimesT2: number[][]; limit: number[] };
};
const wide = (values: readonly number[]) => Float64Array.from(values);
const close = (values: readonly number[], digits: number) => values.map((value) => expect.closeTo(value, digits));

test.each(torch)('$name agrees with PyTorch, loss and gradient', ({ input, expected }) => {
  const student = wide(input.student.flat());
  const d = new Float64Array(student.length);
  const options = { temperature: input.T, alpha: input.alpha, vocab: 5 };
  const result = distillationLoss(student, wide(input.teacher.flat()), Int32Array.from(input.targets), 3, options, d);
  expect([result.kl, result.crossEntropy, result.loss]).toEqual(close([expected.kl, expected.ce, expected.loss], 10));
  expect([...d]).toEqual(close(expected.dStudent.flat(), 10));
});

test('there are three such cases', () => expect(torch).toHaveLength(3));

test('at a high temperature the gradient is the difference of the logits over V', () => {
  const { studentZeroMean, teacherZeroMean, T } = limit.input;
  const at = (temperature: number) => {
    const d = new Float64Array(5);
    const options = { temperature, alpha: 1, vocab: 5 };
    distillationLoss(wide(studentZeroMean), wide(teacherZeroMean), Int32Array.of(0), 1, options, d);
    return [...d];
  };
  T.forEach((temperature, i) => {
    expect(at(temperature)).toEqual(close(limit.expected.gradTimesT2[i] ?? [], 9));
  });
  expect(at(1e5)).toEqual(close(limit.expected.limit, 4));
});

const logits = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 12, maxLength: 12 });
const settings = fc.record({
  temperature: fc.double({ min: 0.3, max: 20, noNaN: true }),
  alpha: fc.double({ min: 0, max: 1, noNaN: true }),
});
const targets = Int32Array.of(0, 3, 1);
const evaluate = (student: Float64Array, teacher: Float64Array, options: Omit<DistillationOptions, 'vocab'>) => {
  const d = new Float64Array(12);
  return { d, ...distillationLoss(student, teacher, targets, 3, { ...options, vocab: 4 }, d) };
};

test('the gradient agrees with finite differences', () => {
  fc.assert(
    fc.property(logits, logits, settings, (s, t, options) => {
      const [student, teacher] = [wide(s), wide(t)];
      const { d } = evaluate(student, teacher, options);
      const h = 1e-5;
      for (let i = 0; i < student.length; i += 1) {
        const at = (value: number) => evaluate(student.with(i, value), teacher, options).loss;
        const slope = (at((student[i] ?? 0) + h) - at((student[i] ?? 0) - h)) / (2 * h);
        expect(Math.abs(slope - (d[i] ?? NaN))).toBeLessThan(1e-6);
      }
    }),
    { numRuns: 30 },
  );
});

test('KL is never negative, and each row of the gradient sums to zero', () => {
  fc.assert(
    fc.property(logits, logits, settings, (s, t, options) => {
      const { kl, d } = evaluate(wide(s), wide(t), options);
      expect(kl).toBeGreaterThan(-1e-12);
      for (let row = 0; row < 3; row += 1) {
        expect(d.subarray(4 * row, 4 * row + 4).reduce((sum, v) => sum + v, 0)).toBeCloseTo(0, 10);
      }
    }),
  );
});

test('a student like its teacher has nothing to learn from it', () => {
  fc.assert(
    fc.property(logits, settings, (s, { temperature }) => {
      const { kl, d } = evaluate(wide(s), wide(s), { temperature, alpha: 1 });
      expect(kl).toBeCloseTo(0, 12);
      expect(d.every((value) => Math.abs(value) < 1e-12)).toBe(true);
    }),
  );
});

test('without weight on the teacher it is the cross-entropy of the engine', () => {
  const config = { layers: 1, heads: 2, kvHeads: 2, width: 8, context: 4, vocab: 6 };
  const batch = packSequences([[0, 5, 2, 1]]);
  const runner = createGptRunner(config, { maxTokens: 3, precision: 'float64' });
  runner.weights.set(initGptWeights(config, createRandom(2)));
  runner.forward(batch);
  const loss = runner.crossEntropy(batch);
  const wanted = [...runner.dLogits.subarray(0, 18)];
  const options = { temperature: 3, alpha: 0, vocab: 6 };
  const got = distillationLoss(runner.logits, new Float64Array(18), batch.targets, 3, options, runner.dLogits);
  expect(got.loss).toBeCloseTo(loss, 12);
  expect([...runner.dLogits.subarray(0, 18)]).toEqual(close(wanted, 12));
});

test('logits of a thousand do not overflow', () => {
  const d = new Float64Array(2);
  const options = { temperature: 1, alpha: 0.5, vocab: 2 };
  const result = distillationLoss(wide([1000, -1000]), wide([-1000, 1000]), Int32Array.of(1), 1, options, d);
  expect(result).toEqual({ loss: 2000, kl: 2000, crossEntropy: 2000 });
  expect([...d]).toEqual([1, -1]);
});

test.each([
  [{ temperature: 0 }],
  [{ temperature: NaN }],
  [{ temperature: Infinity }],
  [{ alpha: -0.1 }],
  [{ alpha: 1.1 }],
  [{ size: 0 }],
  [{ size: 4 }],
])('refuses %j', (change) => {
  const { size, ...options } = { temperature: 1, alpha: 0.5, size: 3, ...change };
  const at = new Float64Array(12);
  expect(() => distillationLoss(at, at, targets, size, { ...options, vocab: 4 }, new Float64Array(12))).toThrow(
    RangeError,
  );
});
