import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { convert, type Given, keyOf, targetKvHeads } from '@/components/labs/kv-cache-and-gqa/conversion';
import { core, givenOf, MAX_LOSS, params } from '@/components/labs/kv-cache-and-gqa/core';
import { SAME_LOGITS, shapeOf, traceDecoding } from '@/components/labs/kv-cache-and-gqa/decoding';
import { planServing, shares } from '@/components/labs/kv-cache-and-gqa/serving';
import { finishWork } from '@/lib/labs/core';
import { completeValues } from '@/lib/labs/params';
import { checkCheckpoint, createCheckpoint } from '@/lib/ml/checkpoint';
import { countWeights, linearShapes } from '@/lib/ml/cost/model-shape';
import { initGptWeights } from '@/lib/ml/gpt/config';
import { createDecoder } from '@/lib/ml/gpt/decode';
import { createRandom } from '@/lib/random';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import systems from '@/tests/fixtures/reference/systems.json';
import training from '@/tests/fixtures/reference/training-systems.json';

const shipped = givenOf(shippedCheckpoint());
const at = (change: Readonly<Record<string, unknown>>, given: Given = shipped) => {
  const values = completeValues(params, change);
  const result = core.run(values, given);
  return { values, result, goal: core.goal(result, values) };
};
const worked = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  if (!core.work) throw new Error('the lab has work');
  return finishWork(core.work(values, shipped));
};
const modelCase = (name: string) => {
  const found = systems.cases.find((one) => one.name === `model/${name}`);
  return found?.expected as { kvBytesPerToken: number; kvBytesPerTokenIfMha: number; params: number };
};

let solved: Given;
beforeAll(() => {
  solved = worked(core.solution);
}, 60_000);

test('bytes a token of Llama 2 and 3 are those of the reference, to the byte', () => {
  const demand = { users: 1, tokens: 1, bits: 16, card: 'a100-80' } as const;
  for (const served of ['llama-2-7b', 'llama-2-13b', 'llama-2-70b', 'llama-3-8b'] as const) {
    const { weights, plans, publishedBytes } = planServing({ ...demand, served });
    const want = modelCase(served);
    expect(plans[0]?.bytesPerToken).toBe(want.kvBytesPerTokenIfMha);
    expect(publishedBytes).toBe(want.kvBytesPerToken);
    expect(weights).toBe(2 * want.params);
  }
  expect(planServing({ ...demand, served: 'llama-2-70b' }).publishedBytes).toBe(327_680);
});

test('32 users of 4,096 tokens on 13 B take 107,374,182,400 bytes of cache', () => {
  const want = training.cases.find(({ name }) => name === 'kv-cache/llama-2-13b-32-users-4k')?.expected;
  expect(at({}).result.plan.cache).toBe((want as { totalBytes: number }).totalBytes);
  expect(core.predict()).toBe('more');
});

test('sharing two by two just fits on the card of the goal, and so would 8 bits', () => {
  expect(at({ share: '1' }).result.plan.fits).toBe(false);
  expect(at({ share: '2' }).result.plan).toMatchObject({ fits: true, kvHeads: 20, room: 32 });
  expect(at({ share: '1', bits: '8' }).result.plan.cache).toBe(at({ share: '2' }).result.plan.cache);
});

test('with and without a cache the logits are the same', () => {
  for (const kvHeads of [4, 2, 1]) {
    const config = { ...shipped.model.config, kvHeads };
    const weights = initGptWeights(config, createRandom(5));
    expect(traceDecoding(createCheckpoint({ ...shipped.model, config, weights })).difference).toBeLessThan(SAME_LOGITS);
  }
  expect(traceDecoding(shipped.model).difference).toBeLessThanOrEqual(1e-9);
});

test('the FLOPs of a decoded token are what the decoder does: two for each weight it reads, and the attention', () => {
  const { config, weights } = shipped.model;
  let reads = 0;
  const counted = new Proxy(weights, {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
      return Reflect.get(target, key, target);
    },
  });
  const decoder = createDecoder(config, counted);
  const { steps } = traceDecoding(shipped.model);
  for (const [i, step] of steps.entries()) {
    reads = 0;
    decoder.push(1);
    // The embeddings of token and position are read, not multiplied.
    const multiplied = reads - 2 * config.width;
    const shape = shapeOf(config);
    expect(multiplied).toBe(countWeights(linearShapes(shape)) + config.vocab * config.width);
    expect(step.cached).toBe(2 * multiplied + 4 * config.layers * config.width * (i + 1));
    expect(step.again).toBeCloseTo((i + 1) * step.cached, 6);
    expect(step.cacheBytes).toBe(4 * 2 * config.layers * config.width * (i + 1));
  }
});

test('the goal is met by two heads a group and 1,200 steps, and not before the work is done', () => {
  expect(at(core.solution).goal.met).toBe(false);
  const { goal, result } = at(core.solution, solved);
  expect(goal).toEqual({ met: true, progress: 1 });
  // Five seeds gave 0.126 to 0.143, tests/bench/thresholds/kv-cache-and-gqa.txt.
  expect(result.lost).toBeGreaterThan(0.09);
  expect(result.lost).toBeLessThan(MAX_LOSS - 0.02);
});

test('an outcome of another question does not count', () => {
  for (const change of [{ steps: '300' }, { pooling: 'first' }, { seed: 2 }, { share: '4' }]) {
    const { goal, result } = at({ ...core.solution, ...change }, solved);
    expect(result.conversion).toBeNull();
    expect(goal.met).toBe(false);
  }
});

test('another load leaves the goal open although the model is converted', () => {
  for (const change of [{ users: '8' }, { bits: '8' }, { card: 'h200-141' }]) {
    expect(at({ ...core.solution, ...change }, solved).goal.met).toBe(false);
  }
});

test('another seed meets the goal too, and one key-value head for all loses too much', () => {
  expect(at({ ...core.solution, seed: 7 }, worked({ ...core.solution, seed: 7 })).goal.met).toBe(true);
  const all = { ...core.solution, share: 'all' };
  const { result, goal } = at(all, worked(all));
  expect(result.plan.fits).toBe(true);
  expect(result.lost).toBeGreaterThan(MAX_LOSS);
  expect(goal.met).toBe(false);
}, 120_000);

test('pooling alone is worse than guessing', () => {
  const none = { ...core.solution, steps: '0' };
  const { result } = at(none, worked(none));
  expect(result.conversion?.tuned).toBe(result.conversion?.pooled);
  expect(result.conversion?.pooled).toBeGreaterThan(Math.log(28));
});

test('the converted model is a checkpoint with its history and a smaller cache', () => {
  const model = solved.conversion?.model;
  if (!model) throw new Error('no model');
  expect(checkCheckpoint(model).ok).toBe(true);
  expect(model.ops).toEqual([...shipped.model.ops, 'gqa:2', 'tune:1200']);
  expect(model.step).toBe(shipped.model.step + 1200);
  const floats = (which: typeof model) => {
    const decoder = createDecoder(which.config, which.weights);
    decoder.push(0);
    return decoder.cacheFloats;
  };
  expect(floats(shipped.model)).toBe(2 * floats(model));
});

test('progress of the work grows to its end, with the loss so far', () => {
  const work = convert({ share: '2', pooling: 'mean', steps: 150, seed: 1 }, shipped);
  let done = 0;
  let shown = 0;
  for (const progress of work) {
    expect(progress.done).toBeGreaterThanOrEqual(done);
    expect(progress.done).toBeLessThanOrEqual(progress.total);
    done = progress.done;
    const sent = typeof progress.given === 'function' ? progress.given() : progress.given;
    if (sent) {
      const { conversion } = sent;
      expect(conversion?.key).toBe(keyOf(shipped.model, { share: '2', pooling: 'mean', steps: 150, seed: 1 }));
      expect(conversion?.losses.length).toBeGreaterThanOrEqual(shown);
      shown = conversion?.losses.length ?? 0;
    }
  }
  expect(shown).toBe(50);
}, 60_000);

test('key-value heads always divide those there were', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...shares),
      fc.integer({ min: 1, max: 16 }),
      fc.integer({ min: 1, max: 16 }),
      (share, kv, group) => {
        const config = { ...shipped.model.config, heads: kv * group, kvHeads: kv };
        const target = targetKvHeads(config, share);
        expect(kv % target).toBe(0);
        if (share === 'all') expect(target).toBe(1);
        if (share === '1') expect(target).toBe(kv);
      },
    ),
  );
});

test('a model of another alphabet is not asked to read names', () => {
  const config = { ...shipped.model.config, vocab: 12 };
  const weights = initGptWeights(config, createRandom(1));
  expect(givenOf(createCheckpoint({ ...shipped.model, config, weights })).model.id).toBe(shipped.model.id);
});
