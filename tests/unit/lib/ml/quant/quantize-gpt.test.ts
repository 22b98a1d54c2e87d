import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gptLayout, initGptWeights } from '@/lib/ml/gpt/config';
import { floatFormats } from '@/lib/ml/quant/float-format';
import { quantizeGpt } from '@/lib/ml/quant/quantize-gpt';
import { type MatrixQuantization, quantizeMatrix } from '@/lib/ml/quant/quantize-matrix';
import { createRandom } from '@/lib/random';

const config = { layers: 2, heads: 2, kvHeads: 1, width: 8, context: 6, vocab: 10 };
const layout = gptLayout(config);
const weights = initGptWeights(config, createRandom(3));
const options: MatrixQuantization = { scheme: 'symmetric', bits: 4, group: 'row', scaleFormat: floatFormats.fp16 };

test('quantizes each matrix on its own, in its place', () => {
  const got = quantizeGpt(layout, weights, options);
  expect(got.matrices.map(({ name }) => name)).toEqual(layout.entries.map(({ name }) => name));
  for (const { name, rows, columns, offset, size } of layout.entries) {
    const alone = quantizeMatrix(weights.subarray(offset, offset + size), rows, columns, options);
    const report = got.matrices.find((one) => one.name === name);
    expect([...got.weights.subarray(offset, offset + size)]).toEqual([...Float32Array.from(alone.values)]);
    expect(report?.storedBits).toBe(alone.storedBits.total);
    expect(report?.zeroed).toBe(alone.codes.filter((code) => code === 0).length / size);
  }
});

test('an outlier hurts the matrix it stands in and no other', () => {
  const grown = weights.slice();
  grown[0] = (grown[0] as number) * 1000;
  const tensor = { ...options, group: 'tensor' } as const;
  const before = quantizeGpt(layout, weights, tensor);
  const after = quantizeGpt(layout, grown, tensor);
  expect(after.matrices[0]?.zeroed).toBeGreaterThan(0.95);
  expect(before.matrices[0]?.zeroed).toBeLessThan(0.5);
  expect(after.matrices.slice(1)).toEqual(before.matrices.slice(1));
});

test('every bit more lowers the error of every matrix of many weights', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 7 }),
      fc.constantFrom<MatrixQuantization['group']>('tensor', 'row', 4),
      (bits, group) => {
        const [fewer, more] = [bits, bits + 1].map((width) =>
          quantizeGpt(layout, weights, { ...options, bits: width, group }),
        );
        more?.matrices.forEach(({ relativeError }, i) => {
          expect(relativeError).toBeLessThan(fewer?.matrices[i]?.relativeError ?? 0);
        });
      },
    ),
  );
});

test('refuses weights of another model', () => {
  expect(() => quantizeGpt(layout, weights.subarray(1), options)).toThrow(RangeError);
});
