import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BATCH,
  finishBatch,
  prepareBench,
  references,
  runBatch,
  trainingNll,
} from '@/components/labs/sampler-bench/bench';
import { core, GOAL, startOf, usableModel } from '@/components/labs/sampler-bench/core';
import { modelLogits } from '@/components/labs/sampler-bench/generate';
import { cleanPrefix } from '@/components/labs/sampler-bench/next-character';
import { type SamplerSettings, samplerLogits } from '@/components/labs/sampler-bench/sampler';
import { judgeNames } from '@/components/labs/sampler-bench/scores';
import { finishWork } from '@/lib/labs/core';
import { completeValues } from '@/lib/labs/params';
import { createCheckpoint } from '@/lib/ml/checkpoint';
import { gptLayout } from '@/lib/ml/gpt/config';
import { softmax } from '@/lib/ml/softmax';
import { encodeName } from '@/lib/thread/alphabet';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import reference from '@/tests/fixtures/reference/sampling.json';

const model = shippedCheckpoint();
const bench = prepareBench();
const plain = references[0].settings;
const scoresOf = (change: Partial<SamplerSettings>, seed: number) =>
  finishBatch(runBatch(model, bench, { ...plain, ...change }, seed)).scores;
const valuesOf = (change: Readonly<Record<string, unknown>>) => completeValues(core.params, change);
const seeds = [1, 2, 3, 4, 5];

test('its samplers are the ones that are tested against transformers', () => {
  const { input, expected } = reference.cases.find(
    ({ name }) => name === 'sampling/temperature-then-min-p',
  ) as unknown as {
    input: { logits: number[] };
    expected: { probs: number[] };
  };
  const p = softmax(samplerLogits({ ...plain, sampler: 'min-p', temperature: 1.5, minP: 0.2 }, input.logits, null));
  p.forEach((value, i) => {
    expect(value).toBeCloseTo(expected.probs[i] ?? Number.NaN, 9);
  });
});

test('min-p 0.1 and top-p 0.9 at T = 1 reach quality and variety with every seed', () => {
  for (const seed of seeds) {
    for (const change of [
      { sampler: 'min-p', minP: 0.1 },
      { sampler: 'top-p', p: 0.9 },
    ] as const) {
      const { fresh, words } = scoresOf(change, seed);
      expect(fresh, JSON.stringify({ change, seed })).toBeGreaterThanOrEqual(GOAL.fresh);
      expect(words, JSON.stringify({ change, seed })).toBeGreaterThanOrEqual(GOAL.words);
    }
  }
}, 60_000);

test('greedy, plain, hot and top-k sampling never reach both', () => {
  const failing: Partial<SamplerSettings>[] = [
    { sampler: 'greedy' },
    {},
    { temperature: 1.4 },
    ...[3, 8, 14].map((k) => ({ sampler: 'top-k', k }) as const),
  ];
  for (const seed of seeds) {
    for (const change of failing) {
      const { fresh, words } = scoresOf(change, seed);
      expect(fresh >= GOAL.fresh && words >= GOAL.words, JSON.stringify({ change, seed, fresh, words })).toBe(false);
    }
  }
}, 60_000);

test('the work gives the solution the goal, and other settings take it away again', () => {
  const solved = valuesOf(core.solution);
  const given = finishWork(core.work?.(solved, startOf(model)) ?? fail());
  expect(core.goal(core.run(solved, given), solved).met).toBe(true);
  const moved = valuesOf({ ...core.solution, minP: 0.5 });
  const stale = core.run(moved, given);
  expect(stale.current).toBe(false);
  expect(core.goal(stale, moved)).toEqual({ met: false, progress: 0 });
  // What another sampler is set to changes nothing.
  expect(core.run(valuesOf({ ...core.solution, k: 2 }), given).current).toBe(true);
}, 60_000);

test('cooling alone may reach both, and still does not meet the goal', () => {
  const cooled = valuesOf({ temperature: 0.8 });
  const given = finishWork(core.work?.(cooled, startOf(model)) ?? fail());
  const result = core.run(cooled, given);
  expect(result.reached).toEqual({ fresh: 1, words: 1 });
  expect(core.goal(result, cooled).met).toBe(false);
}, 60_000);

test('the prediction: top-k loses words, min-p does not', () => {
  expect(core.predict()).toBe('top-k');
});

test('every name has one verdict, and a batch is judged by the training names', () => {
  const draw = (name: string, ended = true) => ({
    ids: encodeName(name).slice(0, ended ? undefined : -1),
    surprise: 1,
  });
  const [real = ''] = bench.known.names;
  const { names, scores } = judgeNames(
    [draw(real), draw(real), draw('get_zzzz'), draw('get__date'), draw('get_date', false), draw('date_get_date')],
    bench.known,
  );
  expect(names.map(({ verdict }) => verdict)).toEqual(['known', 'again', 'garbled', 'broken', 'broken', 'fresh']);
  expect(names[2]?.strange).toEqual([1]);
  expect(Object.values(scores.counts).reduce((sum, count) => sum + count, 0)).toBe(6);
  expect(scores.stutter).toBeCloseTo(1 / 6, 12);
  expect(scores.fresh).toBeCloseTo(1 / 6, 12);
  expect(scores.novel).toBeCloseTo(2 / 6, 12);
  expect(scores.distinct).toBeCloseTo(5 / 6, 12);
});

test('greedy writes one name, and it is the model’s least surprising batch', () => {
  const greedy = scoresOf({ sampler: 'greedy' }, 1);
  expect(greedy.distinct).toBeCloseTo(1 / BATCH, 12);
  expect(greedy.modelNll).toBeLessThan(trainingNll(model, bench));
  expect(scoresOf({ temperature: 1.4 }, 1).modelNll).toBeGreaterThan(trainingNll(model, bench));
});

test('plain sampling is about as surprising to the model as the data it was trained on', () => {
  const mean = seeds.reduce((sum, seed) => sum + scoresOf({}, seed).modelNll, 0) / seeds.length;
  expect(Math.abs(mean - trainingNll(model, bench))).toBeLessThan(0.06);
});

test('any prefix gives a distribution, and each filter keeps a start of the ranking', () => {
  const given = startOf(model);
  fc.assert(
    fc.property(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(...core.params.sampler.options),
      fc.double({ min: 0.1, max: 2, noNaN: true }),
      (prefix, sampler, temperature) => {
        const { next } = core.run(valuesOf({ prefix, sampler, temperature }), given);
        expect(next.tokens.reduce((sum, { q }) => sum + q, 0)).toBeCloseTo(1, 9);
        expect(next.tokens.every(({ p }, i) => p <= (next.tokens[i - 1]?.p ?? 1))).toBe(true);
        for (const { kept, mass } of Object.values(next.cuts)) {
          expect(kept >= 1 && kept <= 28 && mass > 0 && mass <= 1).toBe(true);
        }
        if (sampler === 'top-k' || sampler === 'top-p' || sampler === 'min-p') {
          expect(next.tokens.map(({ q }) => q > 0).lastIndexOf(true) + 1).toBe(next.cuts[sampler].kept);
        }
        expect(next.tokens.find(({ id }) => id === next.drawn)?.q).toBeGreaterThan(0);
      },
    ),
    { numRuns: 60 },
  );
});

test('a prefix is read as far as the model can: lower case, no signs, room for one more', () => {
  expect(cleanPrefix('Get-User by ID!', 24)).toBe('get_user_by_id');
  expect(cleanPrefix('x'.repeat(50), 24)).toHaveLength(23);
});

test('logits after a prefix do not depend on what was asked before', () => {
  const asked = modelLogits(model);
  const ids = encodeName('get_user');
  asked(encodeName('get_order_by_id'));
  const again = asked(ids);
  const fresh = modelLogits(model)(ids);
  again.forEach((value, i) => {
    expect(value).toBeCloseTo(fresh[i] ?? Number.NaN, 12);
  });
});

test('a model of another alphabet gives way to the shipped one', () => {
  const config = { layers: 1, heads: 2, kvHeads: 2, width: 8, context: 12, vocab: 12 };
  const other = createCheckpoint({
    ...model,
    config,
    weights: new Float32Array(gptLayout(config).size).fill(0.1),
  });
  expect(usableModel(other)).toBe(model);
  expect(usableModel(model)).toBe(model);
});

function fail(): never {
  throw new Error('the lab has no work');
}
