import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { createModelStore, MAX_MODELS, type ModelStoreError } from '@/lib/checkpoints/store';
import { createCheckpoint } from '@/lib/ml/checkpoint';
import { initGptWeights } from '@/lib/ml/gpt/config';
import { createRandom } from '@/lib/random';

const config = { layers: 1, heads: 1, kvHeads: 1, width: 4, context: 4, vocab: 4 } as const;
const model = (seed: number, name = `model ${seed}`) =>
  createCheckpoint({
    name,
    config,
    seed,
    data: 'b'.repeat(64),
    step: 1,
    validationLoss: 1,
    weights: initGptWeights(config, createRandom(seed)),
    parent: null,
    ops: [],
  });
const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: ModelStoreError) => error.reason,
  );

/** Puts a record where a later version, or something else, might have put it. */
async function plant(factory: IDBFactory, record: unknown): Promise<void> {
  await createModelStore(factory).list();
  await new Promise<void>((resolve, reject) => {
    const request = factory.open('layerwise-models');
    request.onsuccess = () => {
      const transaction = request.result.transaction('models', 'readwrite');
      transaction.objectStore('models').put(record);
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}

test('models are kept, newest first, and the last one saved is current', async () => {
  const factory = new IDBFactory();
  const store = createModelStore(factory);
  await store.save(model(1), 10);
  await store.save(model(2), 20);
  const again = await createModelStore(factory).list();
  expect(again.models.map(({ checkpoint }) => checkpoint)).toEqual([model(2), model(1)]);
  expect(again.current).toBe(model(2).id);
});

test('a model can be chosen, renamed and removed; without a choice the shipped one is used', async () => {
  const store = createModelStore(new IDBFactory());
  await store.save(model(1), 10);
  await store.save(model(2), 20);
  await store.choose(model(1).id);
  await store.rename(model(1).id, 'the first');
  expect((await store.list()).models.find(({ checkpoint }) => checkpoint.id === model(1).id)?.checkpoint.name).toBe(
    'the first',
  );
  expect((await store.list()).current).toBe(model(1).id);
  await store.remove(model(1).id);
  expect(await store.list()).toMatchObject({ current: null, models: [{ checkpoint: { name: 'model 2' } }] });
  await store.choose(null);
  expect((await store.list()).current).toBe(null);
});

test('two tabs that save at once keep both models', async () => {
  const factory = new IDBFactory();
  await Promise.all([createModelStore(factory).save(model(1), 1), createModelStore(factory).save(model(2), 2)]);
  expect((await createModelStore(factory).list()).models).toHaveLength(2);
});

test('what cannot be read is counted and left alone', async () => {
  const factory = new IDBFactory();
  await plant(factory, { id: 'x', savedAt: 1, checkpoint: { ...model(1), schema: 2 } });
  await plant(factory, { id: 'y', savedAt: 'yesterday', checkpoint: model(3) });
  const store = createModelStore(factory);
  await store.save(model(2), 5);
  expect(await store.list()).toMatchObject({ unreadable: 2, models: [{ checkpoint: { name: 'model 2' } }] });
});

test('there is a limit, and a model that is kept already may be saved again', async () => {
  const store = createModelStore(new IDBFactory());
  for (let seed = 0; seed < MAX_MODELS; seed += 1) await store.save(model(seed), seed);
  expect(await reasonOf(store.save(model(999), 999))).toBe('full');
  expect(await reasonOf(store.save(model(0, 'again'), 1000))).toBe(null);
  expect((await store.list()).models).toHaveLength(MAX_MODELS);
});

test('blocked storage is said', async () => {
  expect(await reasonOf(createModelStore(undefined).list())).toBe('blocked');
  const refusing = {
    open: () => {
      throw new DOMException('no', 'SecurityError');
    },
  } as unknown as IDBFactory;
  expect(await reasonOf(createModelStore(refusing).save(model(1), 1))).toBe('blocked');
  expect(await reasonOf(createModelStore(new IDBFactory()).rename('absent', 'x'))).toBe('missing');
});

test('a database that another tab takes away is opened anew', async () => {
  const factory = new IDBFactory();
  const store = createModelStore(factory);
  await store.save(model(1), 1);
  await new Promise<void>((resolve, reject) => {
    const request = factory.deleteDatabase('layerwise-models');
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
  expect((await store.list()).models).toEqual([]);
  await store.save(model(2), 2);
  expect((await store.list()).models).toHaveLength(1);
});

test('models of a file are added without a change of what is here or of the choice', async () => {
  const store = createModelStore(new IDBFactory());
  await store.save(model(1, 'mine'), 10);
  const file = [model(1, 'theirs'), model(2), model(3)].map((checkpoint) => ({
    checkpoint,
    savedAt: 9 - checkpoint.seed,
  }));
  expect(await store.add(file)).toBe(2);
  expect(await store.add(file)).toBe(0);
  const { models, current } = await store.list();
  expect(models.map(({ checkpoint, savedAt }) => [checkpoint.name, savedAt])).toEqual([
    ['mine', 10],
    ['model 2', 7],
    ['model 3', 6],
  ]);
  expect(current).toBe(model(1).id);
});

test('models of a file are added up to the limit and no further', async () => {
  const store = createModelStore(new IDBFactory());
  const many = Array.from({ length: MAX_MODELS + 3 }, (_, seed) => ({ checkpoint: model(seed), savedAt: seed }));
  expect(await store.add(many)).toBe(MAX_MODELS);
  expect((await store.list()).models).toHaveLength(MAX_MODELS);
});
