import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanPrefix, core, GOAL, MOST_STEPS, startOf } from '@/components/labs/speculative-decoding/core';
import {
  currentName,
  type DraftId,
  draftCost,
  draftNext,
  drafts,
  gptCost,
  modelNext,
} from '@/components/labs/speculative-decoding/drafts';
import { countTables, firstTokens, ROUNDS, type Text, writeText } from '@/components/labs/speculative-decoding/measure';
import { shownAt, stepOfJudgement } from '@/components/labs/speculative-decoding/steps';
import { finishWork } from '@/lib/labs/core';
import { completeValues } from '@/lib/labs/params';
import { expectedSpeedup, expectedTokens, type SpeculativeRule } from '@/lib/ml/decoding/speculative';
import { packSequences } from '@/lib/ml/gpt/batch';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { softmax } from '@/lib/ml/softmax';
import { BOUNDARY, encodeName } from '@/lib/thread/alphabet';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import reference from '@/tests/fixtures/reference/speculative.json';

const model = shippedCheckpoint();
const tables = countTables();
const seeds = [1, 2, 3, 4, 5];
const valuesOf = (change: Readonly<Record<string, unknown>>) => completeValues(core.params, change);

function finish<T>(part: Generator<number, T, void>): T {
  for (;;) {
    const { done, value } = part.next();
    if (done) return value;
  }
}

function textOf(id: DraftId, gamma: number, rule: SpeculativeRule, seed: number, length?: number): Text {
  const draft = draftNext(id, model, tables) ?? fail();
  return finish(writeText(modelNext(model), draft, { gamma, rule, seed }, length));
}

const speedup = ({ counts }: Text, id: DraftId, gamma: number) =>
  counts.tokens / counts.targetPasses / (1 + (gamma * draftCost(id, model).read) / gptCost(model.config).read);

function outcomeOf(change: Readonly<Record<string, unknown>>) {
  const values = valuesOf(change);
  const given = finishWork(core.work?.(values, startOf(model)) ?? fail());
  const result = core.run(values, given);
  return { values, given, result, goal: core.goal(result, values) };
}

test('its curves are the formula of the paper', () => {
  const { result } = outcomeOf({ draft: 'trigram' });
  for (const { alpha, ratio, curve, best } of result.offers) {
    curve?.forEach((value, gamma) => {
      expect(value).toBeCloseTo(expectedSpeedup(alpha ?? Number.NaN, gamma, ratio), 12);
    });
    expect(Math.max(...(curve ?? []))).toBe(best?.speedup);
  }
  const [known] = reference.cases as unknown as {
    input: { alpha: number; gamma: number };
    expected: { expectedTokens: number };
  }[];
  expect(expectedTokens(known?.input.alpha ?? 0, known?.input.gamma ?? 0)).toBeCloseTo(
    known?.expected.expectedTokens ?? 0,
    10,
  );
}, 30_000);

test('the target is the model: the same distribution as the fused forward pass, in any order of asking', () => {
  const next = modelNext(model);
  const ids = encodeName('parse_date');
  const batch = packSequences([ids]);
  const runner = createGptRunner(model.config, { maxTokens: batch.size });
  runner.weights.set(model.weights);
  runner.forward(batch);
  next(encodeName('get_user').slice(0, -1));
  for (const length of [5, 2, 9, 10]) {
    const row = Array.from(runner.logits.slice((length - 1) * 28, length * 28));
    const want = softmax(row);
    next(ids.slice(0, length)).forEach((p, i) => {
      expect(p).toBeCloseTo(want[i] ?? Number.NaN, 4);
    });
  }
});

test('names follow each other: only the last one counts, and a full context ends it', () => {
  expect(currentName([0, 5, 6, 0, 7])).toEqual([0, 7]);
  expect(currentName([0, 5, 0])).toEqual([0]);
  const full = [BOUNDARY, ...Array.from({ length: model.config.context }, () => 1)];
  for (const next of [modelNext(model), draftNext('trigram', model, tables)]) expect(next?.(full)[BOUNDARY]).toBe(1);
});

test('the solution meets the goal with every seed', () => {
  for (const seed of seeds) {
    const { goal, result } = outcomeOf({ ...core.solution, seed });
    expect(goal, `seed ${seed}: ${result.measured?.speedup}`).toEqual({ met: true, progress: 1 });
  }
}, 60_000);

test('no other draft reaches it, whatever gamma, and trigrams need more than two drafts', () => {
  for (const id of drafts) {
    const text = textOf(id, 4, 'exact', 1, 2000);
    const alpha = text.counts.accepted / text.counts.judged;
    const ratio = draftCost(id, model).read / gptCost(model.config).read;
    const best = Math.max(...Array.from({ length: 12 }, (_, g) => expectedSpeedup(alpha, g + 1, ratio)));
    if (id === 'trigram') expect(best).toBeGreaterThan(GOAL.speedup);
    else expect(best).toBeLessThan(0.8 * GOAL.speedup);
  }
  expect(speedup(textOf('trigram', 2, 'exact', 1), 'trigram', 2)).toBeLessThan(GOAL.speedup);
}, 30_000);

test('breaking the rule is fast and is found out, with every draft', () => {
  for (const id of drafts) {
    for (const rule of ['no-residual', 'accept-all'] as const) {
      expect(textOf(id, 6, rule, 2, 2000).favoured.pValue, `${id} ${rule}`).toBeLessThan(GOAL.pValue);
    }
  }
  const cheat = outcomeOf({ ...core.solution, rule: 'accept-all' });
  expect(cheat.result.measured?.speedup).toBeGreaterThan(GOAL.speedup);
  expect(cheat.result.faithful).toBe(false);
  expect(cheat.goal.met).toBe(false);
}, 60_000);

test('the exact rule is not found guilty more often than chance allows', () => {
  const pValues = Array.from({ length: 20 }, (_, seed) => textOf('trigram', 4, 'exact', seed, 1000).favoured.pValue);
  expect(pValues.filter((p) => p < 0.05).length).toBeLessThanOrEqual(4);
  expect(Math.max(...pValues)).toBeGreaterThan(0.5);
}, 30_000);

test('first tokens follow the target, and under a broken rule they do not', () => {
  const prefix = encodeName('get_us').slice(0, -1);
  // The worse the draft, the plainer the damage of a broken rule.
  const draft = draftNext('bigram', model, tables) ?? fail();
  const of = (rule: SpeculativeRule) =>
    finish(firstTokens(modelNext(model), draft, prefix, { gamma: 4, rule, seed: 3 }));
  const exact = of('exact');
  expect(exact.observed.reduce((sum, count) => sum + count, 0)).toBe(ROUNDS);
  expect(exact.pValue).toBeGreaterThan(0.01);
  expect(of('no-residual').pValue).toBeLessThan(1e-6);
  expect(of('accept-all').pValue).toBeLessThan(1e-6);
});

test('tokens a pass agree with the formula within 3%', () => {
  for (const [id, gamma] of [
    ['student', 2],
    ['bigram', 4],
    ['trigram', 8],
    ['int4', 3],
  ] as const) {
    const { counts } = textOf(id, gamma, 'exact', 1);
    const want = expectedTokens(counts.accepted / counts.judged, gamma);
    expect(Math.abs(counts.tokens / counts.targetPasses / want - 1), id).toBeLessThan(0.03);
  }
}, 30_000);

test('counts the bytes of a step by hand', () => {
  // Width 16, context 24, one layer, V = 28: a row of each embedding, 12·16² of the layer, 28·16 of the head.
  expect(gptCost(model.config)).toEqual({
    read: 4 * (2 * 16 + 12 * 256 + 448),
    stored: 4 * 4352,
    flops: 2 * (12 * 256 + 448),
  });
  expect(draftCost('student', model)).toEqual({
    read: 4 * (2 * 8 + 12 * 64 + 224),
    stored: 4 * 1408,
    flops: 2 * (12 * 64 + 224),
  });
  expect(draftCost('trigram', model)).toEqual({ read: 112, stored: 4 * 28 ** 3, flops: 0 });
  // Four bits a weight and a 16-bit scale a row: 16 rows of q, k, v, o, 64 and 16 of the MLP, 28 of the head, one of each embedding.
  const rows = 4 * 16 + 64 + 16 + 28 + 2;
  expect(draftCost('int4', model).read).toBe((4 * (2 * 16 + 12 * 256 + 448) + 16 * rows) / 8);
});

test('the prediction: the cheap table wins although the student is accepted as often', () => {
  expect(core.predict()).toBe('trigram');
  const { offers } = outcomeOf({}).result;
  const alpha = (id: DraftId) => offers.find((one) => one.id === id)?.alpha ?? 0;
  expect(Math.abs(alpha('student') - alpha('trigram'))).toBeLessThan(0.06);
}, 30_000);

test('before the work a table cannot be asked, and everything else stands', () => {
  const values = valuesOf({ draft: 'bigram' });
  const result = core.run(values, startOf(model));
  expect(result).toMatchObject({ round: null, measured: null, current: false });
  expect(core.goal(result, values)).toEqual({ met: false, progress: 0 });
});

test('an outcome of other settings is shown and does not count', () => {
  const { given } = outcomeOf(core.solution);
  const moved = valuesOf({ ...core.solution, gamma: 3 });
  const result = core.run(moved, given);
  expect(result.measured).toMatchObject({ draft: 'trigram', gamma: 8 });
  expect(core.goal(result, moved).met).toBe(false);
});

test('steps draft, look, judge and write, in this order, and end where the round ends', () => {
  const given = startOf(model);
  fc.assert(
    fc.property(fc.nat(9999), fc.integer({ min: 1, max: 12 }), fc.string({ maxLength: 20 }), (seed, gamma, prefix) => {
      const { round, last } = core.run(valuesOf({ seed, gamma, prefix }), given);
      if (!round) throw new Error('the student can always be asked');
      expect(last).toBeLessThanOrEqual(MOST_STEPS);
      expect(shownAt(round, 0)).toEqual({ drafted: 0, seen: false, judged: 0, finished: false, focus: 0 });
      expect(shownAt(round, gamma)).toMatchObject({ drafted: gamma, seen: false, judged: 0 });
      expect(shownAt(round, gamma + 1)).toMatchObject({ seen: true, judged: 0, finished: false });
      expect(shownAt(round, last - 1).finished).toBe(false);
      expect(shownAt(round, last)).toMatchObject({ finished: true, judged: round.judged, focus: round.accepted });
      round.drafted.slice(0, round.judged).forEach((_, i) => {
        expect(shownAt(round, stepOfJudgement(round, i)).judged).toBe(i + 1);
      });
    }),
    { numRuns: 40 },
  );
});

test('a prefix is read as far as the model can', () => {
  expect(cleanPrefix('Get-User 2', 24)).toBe('get_user_');
  expect(cleanPrefix('x'.repeat(50), 24)).toHaveLength(23);
});

function fail(): never {
  throw new Error('not there');
}
