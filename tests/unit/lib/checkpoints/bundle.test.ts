import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundleModels, readBundle } from '@/lib/checkpoints/bundle';
import { createCheckpoint } from '@/lib/ml/checkpoint';
import { initGptWeights } from '@/lib/ml/gpt/config';
import { exportText, parseFile, roomForModels } from '@/lib/progress/exchange';
import { parseDocument } from '@/lib/progress/parse';
import type { Json, Records } from '@/lib/progress/records';
import { createRandom } from '@/lib/random';

const config = { layers: 1, heads: 1, kvHeads: 1, width: 4, context: 4, vocab: 4 } as const;
const stored = (seed: number) => ({
  savedAt: seed * 1000,
  checkpoint: createCheckpoint({
    name: `模型 "${seed}"`,
    config,
    seed,
    data: 'b'.repeat(64),
    step: 300,
    validationLoss: 1.5,
    weights: initGptWeights(config, createRandom(seed)),
    parent: null,
    ops: ['train:300'],
  }),
});
const records: Records = { notes: { 101: { v: 'says "models" too', t: 1 } } };
const asJson = (entries: unknown) => entries as readonly Json[];

test('models travel in the file beside the records, and come back weight by weight', () => {
  const models = [stored(1), stored(2)];
  const { entries, left } = bundleModels(models, roomForModels(records));
  expect(left).toBe(0);
  const file = parseFile(exportText(records, asJson(entries)), 1_000);
  if (!file.ok) throw new Error(file.why);
  expect(file.records).toEqual(records);
  expect(readBundle(file.models)).toEqual({ models, unreadable: 0 });
});

test('a version that knows no models reads the records of such a file whole', () => {
  const { entries } = bundleModels([stored(1)], 1e6);
  expect(parseDocument(exportText(records, asJson(entries)))).toEqual({ ok: true, records, problems: [] });
});

test('a file without models, and one of before there were any, has none', () => {
  for (const text of [exportText(records), '{"app":"layerwise","version":1,"records":{},"models":7}']) {
    expect(parseFile(text, 1_000)).toMatchObject({ ok: true, models: [] });
  }
});

test('what does not fit the room is left out and counted, and the file stays within it', () => {
  const models = Array.from({ length: 8 }, (_, seed) => stored(seed));
  const size = JSON.stringify(bundleModels([stored(1)], 1e6).entries).length;
  const room = Math.floor(3.5 * size);
  const { entries, left } = bundleModels(models, room);
  expect(entries.length).toBe(3);
  expect(left).toBe(5);
  expect(exportText(records, asJson(entries)).length).toBeLessThanOrEqual(exportText(records).length + 10 + room);
});

test('what is no sound model is counted and left out; one that comes twice is one', () => {
  const [entry] = bundleModels([stored(1)], 1e6).entries;
  if (!entry) throw new Error('no entry');
  const bad = [null, 7, {}, { savedAt: -1, file: entry.file }, { savedAt: 1, file: 'x' }, { savedAt: 1, file: '{}' }];
  const torn = { savedAt: 1, file: entry.file.replace(/"seed":\d+/, '"seed":-4') };
  const read = readBundle([...bad, entry, torn, entry]);
  expect(read.models).toEqual([stored(1)]);
  expect(read.unreadable).toBe(bad.length + 1);
});

test('any list is answered', () => {
  fc.assert(
    fc.property(fc.array(fc.anything(), { maxLength: 12 }), (entries) => {
      const { models, unreadable } = readBundle(entries);
      expect(models.length + unreadable).toBeLessThanOrEqual(entries.length);
    }),
  );
});
