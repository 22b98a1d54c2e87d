import { expect, test } from 'vitest';
import { checkpointOf, core, type Given } from '@/components/labs/train-a-gpt/core';
import { cleanName, lookInside } from '@/components/labs/train-a-gpt/inside';
import { runText } from '@/components/labs/train-a-gpt/run-text';
import { configOf } from '@/components/labs/train-a-gpt/settings';
import { strings } from '@/components/labs/train-a-gpt/strings';
import { finishWork, type WorkProgress } from '@/lib/labs/core';
import { completeValues } from '@/lib/labs/params';
import { firstLink, longestEvidence } from '@/lib/milestone/steps';
import { createDecoder } from '@/lib/ml/gpt/decode';
import { evaluateLoss } from '@/lib/ml/gpt/evaluate';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { softmax } from '@/lib/ml/softmax';
import { encodeName } from '@/lib/thread/alphabet';
import { BASELINE_LOSSES, TRIGRAM_SMOOTHING } from '@/lib/thread/baseline-losses';
import { baselines } from '@/lib/thread/baselines';
import { functionNames } from '@/lib/thread/names';
import { shippedCheckpoint } from '@/lib/thread/shipped';

const nothing: Given = { training: null };
const trained = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(core.params, change);
  const given = core.work ? finishWork(core.work(values, nothing)) : nothing;
  const result = core.run(values, given);
  return { values, given, result, goal: core.goal(result, values) };
};

test('the lines drawn are the losses that counting reaches', () => {
  const counted = baselines();
  expect(BASELINE_LOSSES.uniform).toBeCloseTo(counted.uniform, 12);
  for (const name of ['unigram', 'bigram', 'trigram'] as const) {
    expect(BASELINE_LOSSES[name]).toBeCloseTo(counted[name].loss, 12);
  }
  expect(TRIGRAM_SMOOTHING).toBe(counted.trigram.k);
});

test('300 steps beat pairs of letters but not triples, and the goal stays open', () => {
  const { result, goal } = trained({ steps: 300 });
  expect(result.beaten).toBe('bigram');
  expect(goal.met).toBe(false);
  expect(goal.progress).toBeGreaterThan(0.5);
});

test('a finished run states the loss on all validation names, as an evaluation from scratch finds it', () => {
  const { result, values } = trained({ steps: 200 });
  const checkpoint = checkpointOf(result, values, 'mine');
  if (!checkpoint) throw new Error('a finished run gives a checkpoint');
  const sequences = functionNames().validation.map(encodeName);
  const runner = createGptRunner(checkpoint.config, { maxTokens: 1536 });
  runner.weights.set(checkpoint.weights);
  expect(result.loss).toBeCloseTo(evaluateLoss(runner, sequences).loss, 5);
  expect(checkpoint).toMatchObject({ step: 200, ops: ['train:200'], parent: null, name: 'mine', seed: 1 });
});

test('the shipped model has the loss it claims', () => {
  const { config, weights, validationLoss } = shippedCheckpoint();
  const runner = createGptRunner(config, { maxTokens: 1536 });
  runner.weights.set(weights);
  expect(evaluateLoss(runner, functionNames().validation.map(encodeName)).loss).toBeCloseTo(validationLoss, 4);
  expect(validationLoss).toBeLessThan(BASELINE_LOSSES.trigram);
});

test('the worst names are worse than the rest, and their bars add up', () => {
  const { result } = trained({ steps: 200 });
  const mistakes = result.training?.mistakes ?? [];
  expect(mistakes).toHaveLength(3);
  for (const { name, nll, mean } of mistakes) {
    expect(nll).toHaveLength(name.length + 1);
    expect(nll.reduce((sum, x) => sum + x, 0) / nll.length).toBeCloseTo(mean, 9);
    expect(mean).toBeGreaterThan(result.loss ?? Infinity);
    expect(functionNames().validation).toContain(name);
  }
});

test('the place that surprised the model most is explained by the probabilities there, its own and the counted ones', () => {
  const { result, values } = trained({ steps: 200 });
  const weights = result.training?.snapshots.at(-1)?.weights;
  if (!weights) throw new Error('a finished run has weights');
  const { train } = functionNames();
  const next = new Map<string, number>();
  const seen = new Map<string, number>();
  for (const name of train) {
    const text = `··${name}·`;
    for (let i = 2; i < text.length; i += 1) {
      const pair = text.slice(i - 2, i);
      seen.set(pair, (seen.get(pair) ?? 0) + 1);
      next.set(pair + text[i], (next.get(pair + text[i]) ?? 0) + 1);
    }
  }
  for (const { name, nll, at, token, p, counted, guesses } of result.training?.mistakes ?? []) {
    expect(nll[at]).toBe(Math.max(...nll));
    expect(token).toBe(`${name}·`[at]);
    expect(-Math.log(p)).toBeCloseTo(nll[at] ?? 0, 4);
    const decoder = createDecoder(configOf(values.size), weights);
    const logits = encodeName(name)
      .slice(0, at + 1)
      .map((id) => Array.from(decoder.push(id)))
      .at(-1);
    const shares = softmax(logits ?? []);
    expect(guesses.map((guess) => guess.p)).toEqual([...guesses.map((guess) => guess.p)].sort((a, b) => b - a));
    expect(guesses[0]?.p).toBeCloseTo(Math.max(...shares), 4);
    const pair = `··${name}`.slice(at, at + 2);
    expect(counted).toBeCloseTo(((next.get(pair + token) ?? 0) + 0.001) / ((seen.get(pair) ?? 0) + 28 * 0.001), 12);
  }
});

test('a run as text says what was set, what came out and where, and fits the milestone’s evidence', () => {
  const { result, values } = trained({ steps: 200, seed: 4 });
  for (const locale of ['en', 'zh'] as const) {
    const text = runText({ result, values, url: 'https://example.org/lab' }, strings[locale]);
    expect(text).toContain(`${strings[locale].params.seed} 4`);
    expect(text).toContain((result.loss ?? 0).toFixed(4));
    for (const { name } of result.training?.mistakes ?? []) expect(text).toContain(name);
    expect(firstLink(text)).toBe('https://example.org/lab');
    expect(text.length).toBeLessThan(longestEvidence);
  }
});

test('the same settings give the same weights, another seed gives others', () => {
  const weights = (seed: number) => trained({ steps: 100, seed }).result.training?.snapshots.at(-1)?.weights;
  expect(weights(3)).toEqual(weights(3));
  expect(weights(3)).not.toEqual(weights(4));
});

test('steps that are far too long are told from training, and no model is offered', () => {
  const { result, values, goal } = trained({ size: 'large', rate: '1', steps: 100 });
  expect(result.training?.phase).toBe('diverged');
  expect(checkpointOf(result, values, 'x')).toBe(null);
  expect(goal.met).toBe(false);
});

test('snapshots stay few, evenly spread, and end with the newest', () => {
  const training = trained({ steps: 800 }).result.training;
  const steps = training?.snapshots.map(({ step }) => step) ?? [];
  expect(steps.length).toBeLessThanOrEqual(12);
  expect(steps[0]).toBe(0);
  expect(steps.at(-1)).toBe(800);
  const gaps = steps.slice(1).map((step, i) => step - (steps[i] ?? 0));
  expect(new Set(gaps.slice(0, -1)).size).toBe(1);
});

test('stopped in the middle, what was reported last is a model of its own', () => {
  const values = completeValues(core.params, { steps: 400 });
  const work = core.work?.(values, nothing);
  if (!work) throw new Error('training is work');
  let last: WorkProgress<Given> | null = null;
  for (let i = 0; i < 300; i += 1) {
    const { done, value } = work.next();
    if (done) break;
    if (value.given !== undefined) last = value;
  }
  const given = typeof last?.given === 'function' ? last.given() : last?.given;
  const result = core.run(values, given ?? nothing);
  expect(result.training?.phase).toBe('running');
  expect(checkpointOf(result, values, 'part')?.step).toBeGreaterThan(0);
});

test('wherever a run is paused, what is seen is the step it stands at, and each step is seen once', () => {
  const work = core.work?.(completeValues(core.params, { steps: 100 }), nothing);
  if (!work) throw new Error('training is work');
  const stands: number[] = [];
  for (let next = work.next(); !next.done; next = work.next()) {
    const { done, given } = next.value;
    const training = typeof given === 'function' ? given().training : given?.training;
    expect(training?.step).toBe(done);
    if (done !== stands.at(-1)) stands.push(done);
  }
  expect(stands).toEqual(Array.from({ length: 101 }, (_, step) => step));
});

test('all snapshots of the largest model together are no more than a phone can unpack ten times a second', () => {
  const { snapshots = [] } = trained({ size: 'large', steps: 100 }).result.training ?? {};
  expect(snapshots.length).toBeGreaterThanOrEqual(2);
  expect(snapshots.reduce((sum, { weights }) => sum + weights.byteLength, 0)).toBeLessThan(2_000_000);
  expect(snapshots.at(-1)?.step).toBe(100);
});

test('looking again at the same weights and name gives the very same answer, at others a new one', () => {
  const { config, weights } = shippedCheckpoint();
  const first = lookInside(config, weights, 'sort_users');
  expect(lookInside(config, Float32Array.from(weights), 'sort_users')).toBe(first);
  const changed = Float32Array.from(weights, (weight, i) => (i === weights.length - 1 ? weight + 1 : weight));
  expect(lookInside(config, changed, 'sort_users')).not.toBe(first);
  expect(lookInside(config, weights, 'sort_user').tokens).toHaveLength(10);
});

test('settings that moved on hide a run that does not answer them', () => {
  const { given } = trained({ steps: 100 });
  const other = completeValues(core.params, { steps: 200 });
  expect(core.run(other, given).training).toBe(null);
  // Looking at another snapshot or name asks nothing new of the training.
  expect(core.run(completeValues(core.params, { steps: 100, look: 0, name: 'x' }), given)).toMatchObject({
    insideStep: 0,
  });
});

test('the heads shown are rows of weights, and letters of a hostile name are left out', () => {
  const { config, weights } = shippedCheckpoint();
  const inside = lookInside(config, weights, 'Sort Users! 排序_by');
  expect(inside.tokens.join('')).toBe('·sortusers_by');
  expect(cleanName('_'.repeat(99))).toHaveLength(23);
  const size = inside.tokens.length;
  for (const { weights: of } of inside.heads) {
    for (let i = 0; i < size; i += 1) {
      expect(of.slice(i * size, (i + 1) * size).reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 5);
      expect(of.slice(i * size + i + 1, (i + 1) * size).every((w) => w === 0)).toBe(true);
    }
  }
  expect(inside.letters).toHaveLength(28);
});

test('a table of four characters still does better than a run of the default length, which the page says', () => {
  const { train, validation } = functionNames();
  const after = new Map<string, Map<number, number>>();
  const counted = (context: readonly number[]) => after.get(context.join()) ?? new Map<number, number>();
  const each = (names: readonly string[], visit: (context: readonly number[], token: number) => void) => {
    for (const ids of names.map((name) => [0, 0, ...encodeName(name)])) {
      for (let t = 3; t < ids.length; t += 1) visit(ids.slice(t - 3, t), ids[t] ?? 0);
    }
  };
  each(train, (context, token) => {
    const counts = counted(context);
    after.set(context.join(), counts.set(token, (counts.get(token) ?? 0) + 1));
  });
  const k = 0.01;
  let [nll, tokens] = [0, 0];
  each(validation, (context, token) => {
    const counts = counted(context);
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    nll -= Math.log(((counts.get(token) ?? 0) + k) / (total + 28 * k));
    tokens += 1;
  });
  expect(nll / tokens).toBeCloseTo(0.9, 1);
  expect(28 ** 4).toBeGreaterThan(600_000);
  expect(28 ** 3).toBe(21_952);
});
