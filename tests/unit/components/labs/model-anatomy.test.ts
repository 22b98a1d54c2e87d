import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BASELINE, conditions, core, params } from '@/components/labs/model-anatomy/core';
import { flopFormula, parameterFormula } from '@/components/labs/model-anatomy/formulas';
import { partIds, sumsUp, takeApart } from '@/components/labs/model-anatomy/parts';
import { buildable, nameOf, publicIds, settingsOf, withWidth } from '@/components/labs/model-anatomy/shape';
import { completeValues } from '@/lib/labs/params';
import systems from '@/tests/fixtures/reference/systems.json';
import training from '@/tests/fixtures/reference/training-systems.json';

type Case = {
  name: string;
  input: { T: number };
  expected: { params: number; forwardFlopsAtT: number; trainFlopsPerSequence: number };
};
const known = [...systems.cases, ...training.cases] as unknown as Case[];
const at = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values) };
};
const anyState = fc.record({
  vocab: fc.integer({ min: 256, max: 262_144 }),
  hidden: fc.integer({ min: 1, max: 256 }).map((n) => 64 * n),
  layers: fc.integer({ min: 1, max: 128 }),
  heads: fc.integer({ min: 1, max: 256 }),
  kvHeads: fc.integer({ min: 1, max: 256 }),
  ffn: fc.integer({ min: 1, max: 1024 }).map((n) => 64 * n),
  family: fc.constantFrom('gpt' as const, 'llama' as const),
  tokens: fc.constantFrom(...params.tokens.options),
});

test.each(publicIds.filter((id) => id !== 'gpt-3-175b'))('%s has the parameters and FLOPs of the reference', (id) => {
  const found = known.find(({ name }) => name === `model/${id}`);
  expect(found?.input.T).toBe(1024);
  const { result } = at({ ...settingsOf(id), tokens: '1024' });
  expect(result.name).toBe(id);
  expect(result.parameters).toBe(found?.expected.params);
  expect(result.flops * 1024).toBe(found?.expected.forwardFlopsAtT);
  expect(result.trainFlops * 1024).toBe(found?.expected.trainFlopsPerSequence);
});

test('GPT-2 small, which is the start, is 124,439,808 parameters and 284,812,800 FLOPs a token', () => {
  const { result, goal } = at({});
  expect(result.parameters).toBe(124_439_808);
  expect(BASELINE).toBe(124_439_808);
  expect(result.flops).toBe(284_812_800);
  expect(result.parts.map(({ parameters }) => parameters)).toEqual([
    38_597_376, 786_432, 28_348_416, 56_669_184, 38_400, 0,
  ]);
  expect(goal.met).toBe(false);
});

test('GPT-3 counts to the 174.6 billion that the paper rounds to 175', () => {
  expect(at(settingsOf('gpt-3-175b')).result.parameters).toBe(174_604_259_328);
});

test('the goal asks for all four conditions, and there is more than one way', () => {
  expect(at(core.solution).goal).toEqual({ met: true, progress: 1 });
  expect(conditions(at({ ...core.solution, vocab: 100_000 }).result)).toEqual([false, false, true, true]);
  expect(conditions(at({ ...core.solution, layers: 16 }).result)).toEqual([true, false, true, true]);
  expect(conditions(at({ ...core.solution, heads: 4, kvHeads: 4 }).result)[3]).toBe(false);
  expect(at({ ...core.solution, family: 'llama' }).goal.met).toBe(false);
  expect(at({ vocab: 200_000, hidden: 448, ffn: 1792, layers: 14, heads: 7, kvHeads: 7 }).goal.met).toBe(true);
});

test('the number of query heads changes nothing, which is the answer of the prediction', () => {
  expect(core.predict()).toBe('same');
  for (const heads of [1, 2, 3, 4, 6, 8, 12, 24]) {
    expect(at({ heads, kvHeads: heads }).result.parameters).toBe(124_439_808);
  }
});

test('parts add up to the whole, for every model that can be set', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const { result } = at(state);
      expect(sumsUp(result.shape, result.parts)).toBe(true);
      expect(result.parts.reduce((sum, { flops }) => sum + flops, 0)).toBe(result.flops);
    }),
  );
});

test('what does not divide is lowered to what does, and said', () => {
  expect(buildable({ ...settingsOf('gpt2'), heads: 10 })).toMatchObject({ shape: { heads: 8 }, problem: 'heads' });
  expect(buildable({ ...settingsOf('llama-3-8b'), kvHeads: 5 })).toMatchObject({
    shape: { kvHeads: 4 },
    problem: 'kvHeads',
  });
  expect(buildable(settingsOf('gpt2')).problem).toBe(null);
  fc.assert(
    fc.property(anyState, (state) => {
      const { shape } = at(state).result;
      expect(shape.hidden % shape.heads).toBe(0);
      expect(shape.heads % shape.kvHeads).toBe(0);
    }),
  );
});

test('another width keeps heads as wide and the MLP in proportion', () => {
  expect(withWidth(settingsOf('gpt2'), 512)).toEqual({ hidden: 512, heads: 8, kvHeads: 8, ffn: 2048 });
  expect(withWidth(settingsOf('llama-3-8b'), 8192)).toEqual({ hidden: 8192, heads: 64, kvHeads: 16, ffn: 28_672 });
  expect(withWidth(settingsOf('gpt2'), 64)).toEqual({ hidden: 64, heads: 1, kvHeads: 1, ffn: 256 });
});

test('a model is named only if every number is its own', () => {
  for (const id of publicIds) expect(nameOf(settingsOf(id))).toBe(id);
  expect(nameOf({ ...settingsOf('gpt2'), context: 2048 })).toBe(null);
  expect(nameOf({ ...settingsOf('llama-2-7b'), context: 64 })).toBe('llama-2-7b');
});

test('the formulas as written give the numbers as counted', () => {
  const evaluate = (text: string) => {
    const plain = text.replaceAll(',', '').replaceAll('·', '*').replaceAll('²', '**2');
    expect(plain).toMatch(/^[\d\s+*()]+$/);
    return Function(`return ${plain}`)() as number;
  };
  for (const id of publicIds) {
    const { shape } = buildable(settingsOf(id));
    for (const part of takeApart(shape, 128)) {
      const counted = parameterFormula(part.id, shape);
      if (counted.symbols !== '0') expect(evaluate(counted.numbers)).toBe(part.parameters);
      const cost = flopFormula(part.id, shape, 128);
      expect(cost.symbols === '0' ? 0 : evaluate(cost.numbers)).toBe(part.flops);
    }
  }
  expect(partIds.length).toBe(6);
});

test('attention overtakes the MLP in FLOPs once the text is long', () => {
  const share = (tokens: string) => {
    const { parts } = at({ tokens }).result;
    return (
      (parts.find(({ id }) => id === 'attention')?.flops ?? 0) / (parts.find(({ id }) => id === 'mlp')?.flops ?? 1)
    );
  };
  expect(share('128')).toBeLessThan(1);
  expect(share('8192')).toBeGreaterThan(1);
});

test('the shares that the lesson quotes', () => {
  const shareOf = (id: (typeof publicIds)[number], part: (typeof partIds)[number]) => {
    const { parts, parameters } = at(settingsOf(id)).result;
    return (parts.find((one) => one.id === part)?.parameters ?? 0) / parameters;
  };
  expect(shareOf('gpt2', 'embedding')).toBeCloseTo(0.31, 2);
  expect(shareOf('llama-3-8b', 'mlp')).toBeCloseTo(0.7, 2);
  expect(shareOf('llama-3-8b', 'embedding') + shareOf('llama-3-8b', 'head')).toBeCloseTo(0.13, 2);
  expect((at({}).result.blocks / 1e6).toFixed(0)).toBe('85');
  expect(at({ tokens: '32768' }).result.overTwoN).toBeCloseTo(5.85, 2);
});
