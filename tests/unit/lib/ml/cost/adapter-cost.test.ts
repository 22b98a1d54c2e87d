import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loraParameters, NF4_BITS, tuningCost } from '@/lib/ml/cost/adapter-cost';
import { countParameters, linearNames, linearShapes, modelShapes } from '@/lib/ml/cost/model-shape';
import reference from '@/tests/fixtures/reference/quant.json';

type Case = {
  name: string;
  input: { matrices: { out: number; in: number; count: number }[]; rank: number };
  expected: { trainable: number };
};
const cases = (reference.cases as unknown as Case[]).filter((one) => one.name.startsWith('lora/parameter-count/'));
const llama = modelShapes['llama-2-7b'];
const pick = (...names: readonly string[]) => linearShapes(llama).filter(({ name }) => names.includes(name));

test.each(cases.map((one) => [one.name, one] as const))('counts %s to the parameter', (_, { input, expected }) => {
  const targets = input.matrices.map((m) => ({ name: 'q' as const, outputs: m.out, inputs: m.in, count: m.count }));
  expect(loraParameters(targets, input.rank)).toBe(expected.trainable);
});

test('the shapes of GPT-3 and Llama 2 give the published counts', () => {
  const gpt = linearShapes(modelShapes['gpt-3-175b']).filter(({ name }) => name === 'q' || name === 'v');
  expect([1, 4, 8].map((rank) => loraParameters(gpt, rank))).toEqual([4_718_592, 18_874_368, 37_748_736]);
  expect(loraParameters(linearShapes(llama), 16)).toBe(39_976_960);
});

test('full fine-tuning takes 16 bytes a parameter', () => {
  const cost = tuningCost(llama, 'full', [], 1);
  expect(cost.total).toBe(107_814_649_856);
  expect([cost.weights, cost.gradients, cost.optimizer].map((bytes) => bytes / countParameters(llama))).toEqual([
    2, 2, 12,
  ]);
});

test('LoRA adds 16 bytes for each adapter parameter to frozen bf16 weights', () => {
  const cost = tuningCost(llama, 'lora', pick('q', 'v'), 8);
  expect(cost.trainable).toBe(4_194_304);
  expect(cost.total).toBe(13_476_831_232 + 16 * 4_194_304);
  expect(cost.file).toBe(8_388_608);
});

test('QLoRA keeps 4.127 bits for a linear weight and bf16 for the rest', () => {
  expect(NF4_BITS).toBe(4.126953125);
  const none = tuningCost(llama, 'qlora', [], 8);
  expect(none.total).toBe((6_476_005_376 * 4.126953125) / 8 + 2 * (6_738_415_616 - 6_476_005_376));
});

test('adapter size is linear in the rank and additive over targets', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 256 }), fc.subarray([...linearNames]), (rank, names) => {
      const whole = loraParameters(pick(...names), rank);
      expect(whole).toBe(rank * loraParameters(pick(...names), 1));
      expect(whole).toBe(names.reduce((sum, name) => sum + loraParameters(pick(name), rank), 0));
    }),
  );
});

test('refuses a rank that is not a positive integer', () => {
  expect(() => loraParameters([], 0)).toThrow(RangeError);
  expect(() => loraParameters([], 1.5)).toThrow(RangeError);
});
