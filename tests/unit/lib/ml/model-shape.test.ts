import { expect, test } from 'vitest';
import { countParameters, countWeights, linearShapes, type ModelShape, modelShapes } from '@/lib/ml/model-shape';
import reference from '@/tests/fixtures/reference/systems.json';

type Case = {
  name: string;
  input: { config: Omit<ModelShape, 'family'> & { ffnMatrices: number } };
  expected: { params: number; breakdown: { attentionPerLayer: number; mlpPerLayer: number } };
};
const cases = (reference.cases as unknown as Case[]).filter((one) => one.name.startsWith('model/'));

test.each(cases.map((one) => [one.name, one] as const))('counts %s to the parameter', (_, { input, expected }) => {
  const shape: ModelShape = { ...input.config, family: input.config.ffnMatrices === 3 ? 'llama' : 'gpt' };
  expect(countParameters(shape)).toBe(expected.params);
  const { attentionPerLayer, mlpPerLayer } = expected.breakdown;
  expect(countWeights(linearShapes(shape))).toBe((attentionPerLayer + mlpPerLayer) * shape.layers);
});

test('the built-in shapes are the ones of the reference', () => {
  for (const id of ['llama-2-7b', 'llama-3-8b'] as const) {
    const found = cases.find((one) => one.name === `model/${id}`);
    expect(countParameters(modelShapes[id])).toBe(found?.expected.params);
  }
  // Brown 2020 rounds to 175.0 B.
  expect(countParameters(modelShapes['gpt-3-175b']) / 1e9).toBeCloseTo(174.6, 1);
});

test('grouped-query attention shrinks only keys and values', () => {
  const sizes = Object.fromEntries(linearShapes(modelShapes['llama-3-8b']).map(({ name, outputs }) => [name, outputs]));
  expect(sizes).toMatchObject({ q: 4096, k: 1024, v: 1024, o: 4096, gate: 14336 });
});
