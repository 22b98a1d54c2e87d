import { describe, expect, test } from 'vitest';
import { core, GOAL, params, SHOWN, startOf } from '@/components/labs/perplexity-window/core';
import { type Given, LONGEST } from '@/components/labs/perplexity-window/measure';
import { measuredStream, TARGETS } from '@/components/labs/perplexity-window/stream';
import { finishWork } from '@/lib/labs/core';
import { completeValues } from '@/lib/labs/params';
import { createDecoder } from '@/lib/ml/gpt/decode';
import { tokenNll } from '@/lib/ml/metrics/perplexity';
import { functionNames } from '@/lib/thread/names';
import { shippedCheckpoint } from '@/lib/thread/shipped';

const start = startOf(shippedCheckpoint());
const work = (change: Readonly<Record<string, unknown>>) => {
  if (!core.work) throw new Error('the lab has no work');
  return finishWork(core.work(completeValues(params, change), start));
};
const at = (change: Readonly<Record<string, unknown>>, given: Given) => {
  const values = completeValues(params, change);
  const result = core.run(values, given);
  return { result, goal: core.goal(result, values) };
};
const asShipped = work({});
const windows = params.window.options.map(Number);

test('the losses are those of the decoder, which computes them token by token', () => {
  const { config, weights } = shippedCheckpoint();
  const ids = measuredStream();
  const decoder = createDecoder(config, weights);
  for (const begin of [0, 7, 500, TARGETS - 5]) {
    decoder.rewind(0);
    for (let k = 0; k < LONGEST && begin + k < TARGETS; k += 1) {
      const logits = decoder.push(ids[begin + k] ?? -1);
      const nll = asShipped.measured?.losses[begin * LONGEST + k] ?? Number.NaN;
      expect(nll).toBeCloseTo(tokenNll(logits, ids[begin + k + 1] ?? -1), 3);
    }
  }
});

test('the text is made of names the model was not trained on', () => {
  const ids = measuredStream();
  expect(ids).toHaveLength(TARGETS + 1);
  const { train, validation } = functionNames();
  const first = validation[0] ?? '';
  expect(
    at({ stride: 1 }, asShipped)
      .result.predictions.map(({ token }) => token)
      .join(''),
  ).toMatch(new RegExp(`^${first}·`));
  expect(train).not.toContain(first);
});

test('without work nothing is claimed, and an outcome of other values counts for nothing', () => {
  expect(at({}, start).goal).toEqual({ met: false, progress: 0 });
  expect(at({ training: '600' }, asShipped).result.curve).toEqual([]);
  expect(at({ seed: 6 }, asShipped).result.curve).toHaveLength(12);
});

test('chunks side by side compute each token once, stride 1 nearly once for each token of the window', () => {
  for (const window of windows) {
    const { curve } = at({ window: String(window) }, asShipped).result;
    expect(curve).toHaveLength(window);
    expect(curve.at(-1)?.tokens).toBe(TARGETS);
    expect(curve[0]?.tokens).toBe((TARGETS - window + 1) * window);
    curve.forEach((point, i) => {
      if (i > 0) expect(point.tokens).toBeLessThanOrEqual(curve[i - 1]?.tokens ?? 0);
    });
  }
});

test('the shipped model, which never saw a name cut in half, is worse than guessing, whatever the stride', () => {
  for (const window of windows) {
    for (const { perplexity, stride } of at({ window: String(window) }, asShipped).result.curve) {
      expect(perplexity).toBeGreaterThan(GOAL.perplexity);
      expect(at({ window: String(window), stride }, asShipped).goal.met).toBe(false);
    }
  }
});

test('the first tokens of a chunk are the dear ones, which is the answer of the prediction', () => {
  expect(core.predict()).toBe('first');
});

describe.each([5, 77, 4321])('after 600 steps on the stream with seed %i', (seed) => {
  const values = { training: '600', seed };
  const tuned = work(values);

  test('perplexity rises with the stride once windows stop to overlap much', () => {
    for (const window of windows) {
      const curve = at({ ...values, window: String(window) }, tuned).result.curve.map(({ perplexity }) => perplexity);
      const [finest = 0] = curve;
      expect(curve.at(-1)).toBeGreaterThan(1.1 * finest);
      expect(Math.min(...curve)).toBeGreaterThan(0.95 * finest);
      for (let i = Math.floor(window / 2); i < window; i += 1) {
        expect(curve[i]).toBeGreaterThan(0.985 * (curve[i - 1] ?? Number.NaN));
      }
    }
  });

  test('loss falls with context and then stays', () => {
    const { byContext } = at({ ...values, window: '16' }, tuned).result;
    for (let k = 1; k < 6; k += 1) expect(byContext[k]).toBeLessThan(byContext[k - 1] ?? 0);
    for (let k = 8; k < 16; k += 1) expect(Math.abs((byContext[k] ?? 0) - (byContext[8] ?? 9))).toBeLessThan(0.1);
  });

  test('the solution meets the goal; side by side is too coarse, stride 1 too dear', () => {
    expect(at({ ...core.solution, seed }, tuned).goal).toEqual({ met: true, progress: 1 });
    expect(at({ ...core.solution, seed, stride: 12 }, tuned).goal.met).toBe(false);
    expect(at({ ...core.solution, seed, stride: 1 }, tuned).goal.met).toBe(false);
  });

  test('the model pays on single names, which the passport says', () => {
    const { before, after } = at(values, tuned).result;
    expect(after?.validationLoss).toBeGreaterThan(before.validationLoss);
    expect(after?.ops.at(-1)).toBe('tune:600');
  });
});

test('shows each prediction once, with the context its window gives it', () => {
  for (const stride of [1, 5, 12]) {
    const { predictions } = at({ stride }, asShipped).result;
    expect(predictions).toHaveLength(SHOWN);
    predictions.forEach(({ context, startsWindow }, i) => {
      const least = i < 12 ? i + 1 : 12 - stride + 1;
      expect(context.length >= least && context.length <= 12).toBe(true);
      if (startsWindow && i > 0) expect(context.length).toBe(12 - stride + 1);
    });
  }
});
