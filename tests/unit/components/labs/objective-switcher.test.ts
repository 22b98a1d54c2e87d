import fc from 'fast-check';
import { expect, test } from 'vitest';
import { core, GOAL_TOKENS, params } from '@/components/labs/objective-switcher/core';
import {
  causalExample,
  drawFates,
  type Fate,
  IGNORE,
  maskedExample,
  maySee,
  meanSight,
} from '@/components/labs/objective-switcher/objective';
import { cutText, MAX_TOKENS, sentences } from '@/components/labs/objective-switcher/sentences';
import { completeValues } from '@/lib/labs/params';
import reference from '../../../fixtures/reference/masked-tokens.json';

const at = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  const result = core.run(values);
  return { values, result, goal: core.goal(result, values) };
};
const chosenIn = (fates: readonly Fate[]) => fates.filter((fate) => fate !== 'context').length;

test.each(reference.rows)('makes the inputs and labels that transformers makes of the same draws', (row) => {
  const fates = row.ids.map((id, i): Fate => {
    if (row.labels[i] === IGNORE) return 'context';
    if (row.inputs[i] === reference.maskId) return 'mask';
    return row.inputs[i] === id ? 'kept' : 'random';
  });
  expect(new Set(fates)).toEqual(new Set(['context', 'mask', 'random', 'kept']));
  expect(maskedExample(row.ids, fates, reference.maskId, row.inputs)).toEqual({
    inputs: row.inputs,
    labels: row.labels,
  });
});

test('hides, replaces and keeps in the shares that transformers shows over 200,000 tokens', () => {
  const fates = drawFates(20_000, reference.rate, 5);
  expect(chosenIn(fates) / fates.length).toBeCloseTo(reference.shares.chosen, 2);
  const share = (wanted: Fate) => fates.filter((fate) => fate === wanted).length / chosenIn(fates);
  expect(Math.abs(share('mask') - reference.shares.mask)).toBeLessThan(0.03);
  expect(Math.abs(share('kept') - reference.shares.same)).toBeLessThan(0.03);
});

test('the causal example is scored on the next token everywhere but at the end', () => {
  expect(causalExample([5, 6, 7, 8])).toEqual({ inputs: [5, 6, 7, 8], labels: [6, 7, 8, IGNORE] });
  expect(causalExample([])).toEqual({ inputs: [], labels: [] });
});

test('a causal position sees half of the others on average, exactly n / 2(n − 1)', () => {
  for (const count of [2, 5, 20, 512]) {
    const ids = Array.from({ length: count }, (_, i) => i);
    expect(meanSight(ids, causalExample(ids), 'causal')).toBeCloseTo(count / 2 / (count - 1), 12);
  }
});

test('with nothing but [MASK] no position sees anything, and a lone token has nobody to see', () => {
  const ids = [1, 2, 3, 4];
  const hidden = maskedExample(
    ids,
    ids.map(() => 'mask'),
    0,
    [],
  );
  expect(meanSight(ids, hidden, 'masked')).toBe(0);
  expect(meanSight([1], maskedExample([1], ['mask'], 0, []), 'masked')).toBe(0);
  expect(drawFates(0, 0.5, 1)).toEqual([]);
});

test('a higher rate only adds positions to those a lower one chose', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      fc.nat({ max: 9999 }),
      (count, one, other, seed) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((rate) => drawFates(count, rate, seed));
        low?.forEach((fate, i) => {
          if (fate !== 'context') expect(high?.[i]).toBe(fate);
        });
        expect(chosenIn(low ?? [])).toBe(Math.min(count, Math.max(1, Math.round(Math.min(one, other) * count))));
      },
    ),
    { numRuns: 200 },
  );
});

test('what is not chosen is shown as it was and never scored; what is chosen is always scored on the truth', () => {
  fc.assert(
    fc.property(fc.nat({ max: 9999 }), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (seed, rate) => {
      for (const { token, shown, fate, target } of at({ objective: 'masked', seed, rate }).result.positions) {
        expect(target).toBe(fate === 'context' ? null : token);
        if (fate === 'context' || fate === 'kept') expect(shown).toBe(token);
      }
    }),
    { numRuns: 60 },
  );
});

test('a causal position never sees what it is scored on', () => {
  for (let from = 0; from < 10; from += 1) expect(maySee('causal', from, from + 1)).toBe(false);
});

test('both sentences fit, and a text is cut into words and Han characters', () => {
  for (const text of Object.values(sentences)) expect(text.split(' ').length).toBeLessThanOrEqual(MAX_TOKENS);
  expect(cutText("GPU 显存不够了, don't panic!")).toEqual([
    'GPU',
    '显',
    '存',
    '不',
    '够',
    '了',
    ',',
    "don't",
    'panic',
    '!',
  ]);
  expect(cutText('字'.repeat(99))).toHaveLength(MAX_TOKENS);
  expect(at({ sentence: 'own', own: 'too short' }).result.tooShort).toBe(true);
});

test('the goal is open at the start, met by the solution, and not by BERT’s rate nor by a causal example', () => {
  expect(at({}).goal.met).toBe(false);
  expect(at(core.solution).goal).toEqual({ met: true, progress: 1 });
  expect(at({ ...core.solution, sentence: 'zh' }).goal.met).toBe(true);
  expect(at({ ...core.solution, rate: 0.15 }).goal.met).toBe(false);
  expect(at({ ...core.solution, objective: 'causal' }).goal.met).toBe(false);
});

test('the goal can be reached with every seed, at about half of the positions', () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const rates = Array.from({ length: 91 }, (_, i) => 0.05 + i / 100);
    const met = rates.filter((rate) => at({ objective: 'masked', seed, rate }).goal.met);
    expect(met.length).toBeGreaterThan(0);
    for (const rate of met) expect(Math.abs(rate - 0.53)).toBeLessThan(0.25);
  }
});

test('too short a sentence leaves the goal open', () => {
  const own = Array.from({ length: GOAL_TOKENS - 1 }, (_, i) => `w${i}`).join(' ');
  for (const rate of [0.4, 0.5, 0.6]) expect(at({ ...core.solution, sentence: 'own', own, rate }).goal.met).toBe(false);
});

test('on 512 tokens the causal objective scores nearly seven times as many positions', () => {
  expect(core.predict()).toBe('seven');
});
