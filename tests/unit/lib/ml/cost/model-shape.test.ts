import { expect, test } from 'vitest';
import {
  countActiveParameters,
  countParameters,
  countWeights,
  linearShapes,
  type ModelShape,
  modelShapes,
  routerWeights,
} from '@/lib/ml/cost/model-shape';
import systems from '@/tests/fixtures/reference/systems.json';
import training from '@/tests/fixtures/reference/training-systems.json';

type Case = {
  name: string;
  input: { config: Omit<ModelShape, 'family'> & { ffnMatrices: number } };
  expected: {
    params: number;
    activeParams: number;
    breakdown: { attentionPerLayer: number; mlpPerLayer: number; routerPerLayer: number };
  };
};
const cases = ([...systems.cases, ...training.cases] as unknown as Case[]).filter((one) =>
  one.name.startsWith('model/'),
);

test.each(cases.map((one) => [one.name, one] as const))('counts %s to the parameter', (_, { input, expected }) => {
  const shape: ModelShape = { ...input.config, family: input.config.ffnMatrices === 3 ? 'llama' : 'gpt' };
  expect(countParameters(shape)).toBe(expected.params);
  expect(countActiveParameters(shape)).toBe(expected.activeParams);
  const { attentionPerLayer, mlpPerLayer, routerPerLayer } = expected.breakdown;
  expect(countWeights(linearShapes(shape))).toBe((attentionPerLayer + mlpPerLayer) * shape.layers);
  expect(routerWeights(shape)).toBe(routerPerLayer * shape.layers);
});

test('the built-in shapes are the ones of the reference', () => {
  const shapes: Readonly<Record<string, ModelShape>> = modelShapes;
  expect(cases.length).toBe(9);
  for (const { name, expected } of cases) {
    const shape = shapes[name.replace('model/', '')];
    expect(shape && countParameters(shape), name).toBe(expected.params);
  }
  // Brown 2020 rounds to 175.0 B.
  expect(countParameters(modelShapes['gpt-3-175b']) / 1e9).toBeCloseTo(174.6, 1);
  expect((countParameters(modelShapes['gpt-7.5b']) / 1e9).toFixed(1)).toBe('7.5');
  expect((countParameters(modelShapes['opt-13b']) / 1e9).toFixed(1)).toBe('12.9');
});

test('grouped-query attention shrinks only keys and values', () => {
  const sizes = Object.fromEntries(linearShapes(modelShapes['llama-3-8b']).map(({ name, outputs }) => [name, outputs]));
  expect(sizes).toMatchObject({ q: 4096, k: 1024, v: 1024, o: 4096, gate: 14336 });
});
