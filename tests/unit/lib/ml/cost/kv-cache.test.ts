import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CacheShape,
  cacheShape,
  contiguousUse,
  kvBytes,
  kvBytesPerToken,
  pagedBlocks,
} from '@/lib/ml/cost/kv-cache';
import { type ModelShape, modelShapes } from '@/lib/ml/cost/model-shape';
import systems from '@/tests/fixtures/reference/systems.json';
import reference from '@/tests/fixtures/reference/training-systems.json';

type Model = {
  name: string;
  input: { kvBytesPerElement: number };
  expected: { kvBytesPerToken: number; kvBytesPerTokenIfMha: number; kvBytesAtContext: number };
};
const shapes: Readonly<Record<string, ModelShape>> = modelShapes;
const models = ([...systems.cases, ...reference.cases] as unknown as Model[]).filter(({ name }) =>
  name.startsWith('model/'),
);

test.each(models.map((one) => [one.name, one] as const))('the cache of %s to the byte', (name, { input, expected }) => {
  const shape = shapes[name.replace('model/', '')];
  if (!shape) throw new Error(`${name} is not built in`);
  const own = cacheShape(shape, input.kvBytesPerElement);
  expect(kvBytesPerToken(own)).toBe(expected.kvBytesPerToken);
  expect(kvBytesPerToken(cacheShape(shape, input.kvBytesPerElement, shape.heads))).toBe(expected.kvBytesPerTokenIfMha);
  expect(kvBytes(own, shape.context)).toBe(expected.kvBytesAtContext);
});

type Cache = {
  name: string;
  input: CacheShape & { tokens: number; batch: number };
  expected: { bytesPerToken: number; totalBytes: number };
};
const caches = (reference.cases as unknown as Cache[]).filter(({ name }) => name.startsWith('kv-cache/'));
test.each(caches.map((one) => [one.name, one] as const))('%s', (_, { input, expected }) => {
  expect(kvBytesPerToken(input)).toBe(expected.bytesPerToken);
  expect(kvBytes(input, input.tokens, input.batch)).toBe(expected.totalBytes);
});

test('there are caches to count', () => expect([models.length, caches.length]).toEqual([9, 3]));

test('OPT-13B is the 800 KB a token of the vLLM paper', () => {
  expect(kvBytesPerToken(cacheShape(modelShapes['opt-13b'], 2)) / 1024).toBe(800);
});

test('blocks and their waste', () => {
  const found = reference.cases.find(({ name }) => name === 'paged-kv/blocks') as unknown as {
    input: { lengths: number[]; blockSize: number; maxLen: number };
    expected: { blocks: number[]; wastedSlots: number[]; contiguousUtilisation: number };
  };
  const { lengths, blockSize, maxLen } = found.input;
  expect(pagedBlocks(lengths, blockSize)).toEqual({
    blocks: found.expected.blocks,
    wasted: found.expected.wastedSlots,
  });
  expect(contiguousUse(lengths, maxLen)).toBeCloseTo(found.expected.contiguousUtilisation, 12);
});

test('a sequence wastes (blockSize − 1)/2 slots on average when lengths are uniform', () => {
  for (const blockSize of [16, 32]) {
    const lengths = Array.from({ length: blockSize * 10 }, (_, i) => i + 1);
    const { wasted } = pagedBlocks(lengths, blockSize);
    expect(wasted.reduce((sum, one) => sum + one, 0) / lengths.length).toBe((blockSize - 1) / 2);
  }
});

test('blocks hold every token and waste less than one block', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5000)), fc.integer({ min: 1, max: 64 }), (lengths, blockSize) => {
      const { blocks, wasted } = pagedBlocks(lengths, blockSize);
      lengths.forEach((length, i) => {
        expect((blocks[i] as number) * blockSize).toBe(length + (wasted[i] as number));
        expect(wasted[i]).toBeLessThan(blockSize);
      });
    }),
  );
});

test('refuses what is no cache', () => {
  expect(() => kvBytesPerToken({ layers: 1, kvHeads: 0, headDim: 4, bytesPerElement: 2 })).toThrow(RangeError);
  expect(() => pagedBlocks([1], 0)).toThrow(RangeError);
  expect(() => contiguousUse([], 4)).toThrow(RangeError);
});
