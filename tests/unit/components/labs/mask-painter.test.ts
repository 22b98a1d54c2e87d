import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, DEEPEST, params } from '@/components/labs/mask-painter/core';
import { masks, nameMask, reads, spread, TOKENS, toggle } from '@/components/labs/mask-painter/mask';
import { completeValues } from '@/lib/labs/params';
import reference from '@/tests/fixtures/reference/mask-reach.json';

const at = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  const result = core.run(values);
  return { result, goal: core.goal(result, values) };
};
const places = Array.from({ length: TOKENS }, (_, i) => i);
const toBits = (rows: readonly (readonly number[])[]) =>
  rows.map((row) => row.reduce((bits, on, j) => bits + on * 2 ** j, 0));
const anyMask = fc.array(fc.integer({ min: 0, max: 2 ** TOKENS - 1 }), { minLength: TOKENS, maxLength: TOKENS });

test.each(reference.cases.map((one) => [`${one.name}, ${one.layers} layers`, one] as const))(
  'what reaches what is where torch finds a gradient: %s',
  (_, { mask, layers, reach }) => {
    expect(spread(toBits(mask), layers)).toEqual(toBits(reach));
  },
);

test('BERT, GPT-2 and T5 of transformers are the three masks', () => {
  const reach = Object.fromEntries(reference.models.map(({ name, reach: rows }) => [name, toBits(rows)]));
  expect(reach.BertModel).toEqual(spread(masks.bidirectional, 2));
  expect(reach.GPT2Model).toEqual(spread(masks.causal, 2));
  expect(reach.T5Model).toEqual(spread(masks.prefix, 2));
});

test('each mask is good at its own job', () => {
  const causal = at({ rows: masks.causal, layers: DEEPEST }).result;
  expect(causal).toMatchObject({ kind: 'causal', leaks: [], early: [], context: [0, 1, 2, 3, 4, 5] });
  expect(causal.answer).toEqual({ source: 1, target: 3, early: 0 });
  const both = at({ rows: masks.bidirectional, layers: 1 }).result;
  expect(both).toMatchObject({ kind: 'bidirectional', leaks: [0, 1, 2, 3, 4], context: [5, 5, 5, 5, 5, 5] });
  const prefix = at({ rows: masks.prefix, layers: DEEPEST }).result;
  expect(prefix).toMatchObject({ kind: 'prefix', leaks: [0, 1], answer: { source: 3, target: 3, early: 0 } });
});

test('one wrong cell leaks nothing at once, two answers in the second layer and four from the third on', () => {
  const rows = toggle(masks.causal, 1, 5, true);
  const leaks = (layers: number) => at({ rows, layers }).result.leaks;
  expect([leaks(1), leaks(2), leaks(3), leaks(DEEPEST)]).toEqual([[], [1, 4], [1, 2, 3, 4], [1, 2, 3, 4]]);
  expect(core.predict()).toBe('four');
});

test('the goal is open at the start, met by the prefix mask, and by no other named one', () => {
  expect(at({}).goal.met).toBe(false);
  expect(at({}).goal.progress).toBeCloseTo(1 / 3, 12);
  expect(at({ rows: masks.prefix }).goal).toEqual({ met: true, progress: 1 });
  for (const kind of ['bidirectional', 'causal', 'apart'] as const)
    expect(at({ rows: masks[kind] }).goal.met).toBe(false);
});

test('off the diagonal, every cell of the prefix mask matters for the goal', () => {
  for (const row of places) {
    for (const token of places) {
      if (row === token) continue;
      const on = reads(masks.prefix[row] ?? 0, token);
      expect(at({ rows: toggle(masks.prefix, row, token, !on) }).goal.met, `${row} ${token}`).toBe(false);
    }
  }
});

test('the diagonal may stay empty, since the residual connection carries it, but a row must read something', () => {
  const without = toggle(masks.prefix, 2, 2, false);
  expect(at({ rows: without }).goal.met).toBe(true);
  expect(nameMask(without)).toBe('prefix');
  const blank = at({ rows: [0, 0, 0, 0, 0, 0] });
  expect(blank.result.empty).toEqual(places);
  expect(blank.goal.met).toBe(false);
});

test('depth never forgets, more cells never know less, and six layers are as good as any number', () => {
  fc.assert(
    fc.property(anyMask, fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.nat({ max: 5 }), (mask, layers, row, token) => {
      const now = spread(mask, layers);
      const deeper = spread(mask, layers + 1);
      const more = spread(toggle(mask, row, token, true), layers);
      now.forEach((bits, i) => {
        expect((deeper[i] ?? 0) & bits).toBe(bits);
        expect((more[i] ?? 0) & bits).toBe(bits);
      });
      expect(spread(mask, DEEPEST)).toEqual(spread(mask, 60));
    }),
  );
});

test('painting a cell twice undoes it and touches no other row', () => {
  fc.assert(
    fc.property(anyMask, fc.nat({ max: 5 }), fc.nat({ max: 5 }), (mask, row, token) => {
      const on = reads(mask[row] ?? 0, token);
      const painted = toggle(mask, row, token, !on);
      expect(toggle(painted, row, token, on)).toEqual(mask);
      expect(painted.filter((bits, i) => i !== row && bits !== mask[i])).toEqual([]);
    }),
  );
});
