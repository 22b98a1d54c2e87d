import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classificationReport, confusionMatrix, majorityBaseline } from '@/lib/ml/metrics/classification-metrics';
import reference from '@/tests/fixtures/reference/classification-metrics.json';

test.each(reference.cases)('agrees with scikit-learn: $name', (one) => {
  const counts = confusionMatrix(one.truth, one.predicted, one.classes);
  expect(counts).toEqual(one.confusion);
  const report = classificationReport(counts);
  expect(report.accuracy).toBeCloseTo(one.accuracy, 12);
  expect(report.macroF1).toBeCloseTo(one.macroF1, 12);
  expect(report.weightedF1).toBeCloseTo(one.weightedF1, 12);
  report.classes.forEach((scores, k) => {
    expect(scores.precision).toBeCloseTo(one.precision[k] ?? Number.NaN, 12);
    expect(scores.recall).toBeCloseTo(one.recall[k] ?? Number.NaN, 12);
    expect(scores.f1).toBeCloseTo(one.f1[k] ?? Number.NaN, 12);
    expect(scores.support).toBe(one.support[k]);
  });
});

test('the majority answers 80 % right and still scores a macro-F1 below a third', () => {
  const truth = [0, 0, 0, 0, 0, 0, 0, 0, 1, 2];
  const report = majorityBaseline([0, 0, 1], truth, 3);
  expect(report.accuracy).toBe(0.8);
  expect(report.macroF1).toBeCloseTo(16 / 18 / 3, 12);
});

test('macro-F1 does not change when classes are renamed, and stays between 0 and 1', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1 }), (pairs) => {
      const report = (map: (k: number) => number) =>
        classificationReport(
          confusionMatrix(
            pairs.map(([t]) => map(t)),
            pairs.map(([, p]) => map(p)),
            4,
          ),
        );
      const plain = report((k) => k);
      expect(report((k) => 3 - k).macroF1).toBeCloseTo(plain.macroF1, 12);
      expect(plain.macroF1).toBeGreaterThanOrEqual(0);
      expect(plain.macroF1).toBeLessThanOrEqual(1);
    }),
  );
});

test('no examples give zeros, wrong labels are refused', () => {
  expect(classificationReport(confusionMatrix([], [], 2)).accuracy).toBe(0);
  expect(() => confusionMatrix([0], [], 2)).toThrow(RangeError);
  expect(() => confusionMatrix([2], [0], 2)).toThrow(RangeError);
});
