/** The learner's models as one list for all labs of a page, kept in step with other tabs. Nothing is read before the first use. */
'use client';
import { createModelStore, type ModelList, ModelStoreError } from '@/lib/checkpoints/store';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { forgetLeftModel, leftModels } from './left-model';

export type ModelListState = {
  readonly phase: 'reading' | 'ready' | 'blocked';
  readonly list: ModelList;
};
export type SaveOutcome = 'saved' | 'full' | 'blocked';

const NOTHING: ModelListState = { phase: 'reading', list: { models: [], current: null, unreadable: 0 } };

let state = NOTHING;
let begun = false;
let channel: BroadcastChannel | null = null;
const listeners = new Set<() => void>();
const store = createModelStore();

async function read(): Promise<void> {
  try {
    state = { phase: 'ready', list: await store.list() };
  } catch {
    state = { ...state, phase: 'blocked' };
  }
  for (const listener of listeners) listener();
}

/** Keeps a model in no other's place: it is used from now on only where none is, and only if `orUse`. */
async function keepAside(checkpoint: Checkpoint, orUse: boolean): Promise<void> {
  const { current } = await store.list();
  await store.save(checkpoint, Date.now());
  if (current !== null || !orUse) await store.choose(current);
}

/** Reads the list for the first time; what earlier pages were training when they were left becomes part of it. */
async function begin(): Promise<void> {
  for (const checkpoint of leftModels()) {
    if ((await change(() => keepAside(checkpoint, true))) === 'saved') forgetLeftModel(checkpoint.id);
  }
  if (state.phase === 'reading') await read();
}

async function change(action: () => Promise<void>): Promise<SaveOutcome> {
  try {
    await action();
  } catch (error) {
    return error instanceof ModelStoreError && error.reason === 'full' ? 'full' : 'blocked';
  } finally {
    await read();
  }
  channel?.postMessage('changed');
  return 'saved';
}

export const modelList = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    if (!begun) {
      begun = true;
      if (typeof BroadcastChannel !== 'undefined') {
        channel = new BroadcastChannel('layerwise-models');
        channel.onmessage = () => void read();
      }
      void begin();
    }
    return () => listeners.delete(listener);
  },
  get: (): ModelListState => state,
  atStart: (): ModelListState => NOTHING,
  /** Keeps a model; it is the one in use from now on. */
  save: (checkpoint: Checkpoint) => change(() => store.save(checkpoint, Date.now())),
  /** Keeps an unfinished model, or one that was removed, beside the one in use; where none is it is used if `orUse`. */
  saveAside: (checkpoint: Checkpoint, orUse: boolean) => change(() => keepAside(checkpoint, orUse)),
  rename: (id: string, name: string) => change(() => store.rename(id, name)),
  remove: (id: string) => change(() => store.remove(id)),
  choose: (id: string | null) => change(() => store.choose(id)),
};
