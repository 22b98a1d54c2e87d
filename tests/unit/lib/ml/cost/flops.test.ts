import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFlops, forwardFlops, recomputationShare, sixNd, trainingFlops } from '@/lib/ml/cost/flops';
import { countParameters, type ModelShape, modelShapes } from '@/lib/ml/cost/model-shape';
import systems from '@/tests/fixtures/reference/systems.json';
import reference from '@/tests/fixtures/reference/training-systems.json';

type Case = {
  name: string;
  input: { T: number };
  expected: { forwardFlopsAtT: number; trainFlopsPerSequence: number };
};
const models = ([...systems.cases, ...reference.cases] as unknown as Case[]).filter(({ name }) =>
  name.startsWith('model/'),
);
const shapes: Readonly<Record<string, ModelShape>> = modelShapes;
const shapeOf = (name: string): ModelShape => {
  const shape = shapes[name.replace('model/', '')];
  if (!shape) throw new Error(`${name} is not built in`);
  return shape;
};

test('there are models to count', () => expect(models.length).toBe(9));

test.each(models.map((one) => [one.name, one] as const))('counts the FLOPs of %s to the unit', (name, one) => {
  expect(forwardFlops(shapeOf(name), one.input.T).total).toBe(one.expected.forwardFlopsAtT);
  expect(trainingFlops(shapeOf(name), one.input.T)).toBe(one.expected.trainFlopsPerSequence);
});

test.each([
  ['gpt3', 175e9, 300e9],
  ['chinchilla', 70e9, 1400e9],
  ['gopher', 280e9, 300e9],
])('6ND of %s is the published budget', (name, parameters, tokens) => {
  const found = reference.cases.find((one) => one.name === `scaling/6nd/${name}`);
  const wanted = (found?.expected as { trainFlops?: number } | undefined)?.trainFlops ?? Number.NaN;
  expect(sixNd(parameters, tokens) / wanted).toBeCloseTo(1, 12);
});

test('6ND is a fair estimate for GPT-3: attention adds what the embedding table does not cost', () => {
  const shape = modelShapes['gpt-3-175b'];
  const exact = trainingFlops(shape, shape.context) / shape.context;
  expect(exact / sixNd(countParameters(shape), 1)).toBeGreaterThan(1);
  expect(exact / sixNd(countParameters(shape), 1)).toBeLessThan(1.04);
});

test('full recomputation costs one more forward pass of the layers, selective only the core of attention', () => {
  const shape = modelShapes['gpt-7.5b'];
  expect(recomputationShare(shape, 2048, 'none')).toBe(0);
  const selective = recomputationShare(shape, 2048, 'selective');
  const full = recomputationShare(shape, 2048, 'full');
  // By hand: 4s²h of 3(24sh² + 4s²h) a layer, were there no head.
  expect(selective).toBeLessThan((4 * 2048) / (3 * (24 * 4096 + 4 * 2048)));
  expect(selective).toBeGreaterThan(0.024);
  expect(full).toBeGreaterThan(0.32);
  expect(full).toBeLessThan(1 / 3);
});

test('only attention grows with the square of the length', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(shapes)), fc.integer({ min: 1, max: 4000 }), (shape, tokens) => {
      const one = forwardFlops(shape, tokens);
      const two = forwardFlops(shape, 2 * tokens);
      expect(two.attention).toBe(4 * one.attention);
      expect(two.total - two.attention).toBe(2 * (one.total - one.attention));
    }),
  );
});

test('refuses a length that is not a positive integer', () => {
  expect(() => forwardFlops(modelShapes.gpt2, 0)).toThrow(RangeError);
  expect(() => forwardFlops(modelShapes.gpt2, 1.5)).toThrow(RangeError);
});

test('decoding with a cache sums up to one pass over the whole text, but for the half square of attention', () => {
  for (const shape of Object.values(shapes)) {
    const tokens = 37;
    const whole = forwardFlops(shape, tokens);
    const steps = Array.from({ length: tokens }, (_, i) => decodeFlops(shape, i + 1));
    const rest = whole.total - whole.attention;
    const sum = steps.reduce((total, one) => total + one, 0);
    expect(sum).toBeCloseTo(rest + (whole.attention * (tokens + 1)) / (2 * tokens), -4);
  }
});
