import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Checkpoint,
  checkCheckpoint,
  createCheckpoint,
  decodeCheckpoint,
  deriveCheckpoint,
  encodeCheckpoint,
  MAX_CHECKPOINT_CHARACTERS,
} from '@/lib/ml/checkpoint';
import { initGptWeights } from '@/lib/ml/gpt/config';
import { createRandom } from '@/lib/random';

const config = { layers: 1, heads: 2, kvHeads: 1, width: 8, context: 4, vocab: 8 } as const;
const sample = (seed = 1): Checkpoint =>
  createCheckpoint({
    name: 'mine',
    config,
    seed,
    data: 'a'.repeat(64),
    step: 300,
    validationLoss: 1.25,
    weights: initGptWeights(config, createRandom(seed)),
    parent: null,
    ops: ['train:300'],
  });
const changed = (change: Record<string, unknown>) =>
  JSON.stringify({ ...(JSON.parse(encodeCheckpoint(sample())) as object), ...change });
const problemOf = (text: string) => {
  const read = decodeCheckpoint(text);
  return read.ok ? null : read.problem;
};

test('a model survives the way through a file, to the last bit', () => {
  fc.assert(
    fc.property(fc.nat(9999), (seed) => {
      const model = sample(seed);
      expect(decodeCheckpoint(encodeCheckpoint(model))).toEqual({ ok: true, checkpoint: model });
    }),
    { numRuns: 20 },
  );
});

test('the same model has the same id, another one has another', () => {
  expect(sample(1).id).toBe(sample(1).id);
  expect(sample(1).id).not.toBe(sample(2).id);
  expect(sample(1).id).toMatch(/^[0-9a-f]{16}$/);
});

test('a file of schema 1, as first published, loads for ever', () => {
  const read = decodeCheckpoint(readFileSync('tests/fixtures/thread/checkpoint-v1.json', 'utf8'));
  if (!read.ok) throw new Error(read.problem);
  const { weights, ...rest } = read.checkpoint;
  expect(rest).toEqual({
    schema: 1,
    id: read.checkpoint.id,
    name: '第一个',
    config: { layers: 1, heads: 1, kvHeads: 1, width: 4, context: 2, vocab: 4 },
    seed: 7,
    data: '0'.repeat(64),
    step: 12,
    validationLoss: 2.5,
    parent: '00112233aabbccdd',
    ops: ['train:12'],
  });
  expect(Array.from(weights)).toEqual(Array.from({ length: 232 }, (_, i) => i / 8));
});

test('what is made from a model names its parent and what was done', () => {
  const parent = sample();
  const weights = parent.weights.map((w) => w / 2);
  const child = deriveCheckpoint(parent, { weights, validationLoss: 1.5 }, 'quantize:4:row');
  expect(child).toMatchObject({
    parent: parent.id,
    ops: ['train:300', 'quantize:4:row'],
    validationLoss: 1.5,
    name: 'mine',
  });
  expect(parent.ops).toEqual(['train:300']);
});

test('a file says what is wrong with it', () => {
  expect(problemOf('')).toBe('not-a-checkpoint');
  expect(problemOf('{"a":1}')).toBe('not-a-checkpoint');
  expect(problemOf('[1]')).toBe('not-a-checkpoint');
  expect(problemOf('x'.repeat(MAX_CHECKPOINT_CHARACTERS + 1))).toBe('too-large');
  expect(problemOf(changed({ schema: 2 }))).toBe('newer-schema');
  expect(problemOf(changed({ config: { ...config, width: 1e9 } }))).toBe('bad-shape');
  expect(problemOf(changed({ config: { ...config, heads: 3 } }))).toBe('bad-shape');
  expect(problemOf(changed({ config: null }))).toBe('bad-shape');
  expect(problemOf(changed({ weights: 'AAAA' }))).toBe('bad-weights');
  expect(problemOf(changed({ weights: '%%%' }))).toBe('bad-weights');
  expect(problemOf(changed({ weights: btoa('\xff'.repeat(sample().weights.byteLength)) }))).toBe('bad-weights');
  expect(problemOf(changed({ id: '0'.repeat(16) }))).toBe('damaged');
  expect(problemOf(changed({ step: -1 }))).toBe('damaged');
  expect(problemOf(changed({ ops: Array.from({ length: 1000 }, () => 'x') }))).toBe('damaged');
  expect(problemOf(changed({ validationLoss: '<script>' }))).toBe('damaged');
});

test('no text makes it throw, and nothing but a sound model is read', () => {
  const text = encodeCheckpoint(sample());
  const mutated = fc
    .tuple(fc.nat(text.length - 1), fc.string({ unit: 'binary', maxLength: 5 }))
    .map(([at, piece]) => text.slice(0, at) + piece + text.slice(at + piece.length));
  fc.assert(
    fc.property(fc.oneof(mutated, fc.json(), fc.string({ unit: 'binary' })), (input) => {
      const read = decodeCheckpoint(input);
      if (!read.ok) return;
      expect(checkCheckpoint(read.checkpoint).ok).toBe(true);
      expect(read.checkpoint.weights.every(Number.isFinite)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('weights that do not fit are refused', () => {
  const { schema: _schema, id: _id, ...rest } = sample();
  expect(() => createCheckpoint({ ...rest, weights: new Float32Array(3) })).toThrow(/3 weights for a model of/);
  expect(() => createCheckpoint({ ...rest, weights: rest.weights.fill(Number.NaN) })).toThrow(/finite/);
});
