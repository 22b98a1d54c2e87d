/** The learner's models for backup and import: the code that reads them comes when it is asked for. */
import type { ModelList, StoredModel } from '@/lib/checkpoints/store';

const none: ModelList = { models: [], current: null, unreadable: 0 };

/** Newest first; none where there are none or storage is blocked. Makes no database where there was none. */
export async function listModels(): Promise<ModelList> {
  try {
    const { createModelStore, DATABASE } = await import('@/lib/checkpoints/store');
    // Firefox before 126 cannot tell; there an empty database is made.
    const known = await globalThis.indexedDB.databases?.();
    if (known && !known.some(({ name }) => name === DATABASE)) return none;
    return await createModelStore().list();
  } catch {
    return none;
  }
}

export async function listStoredModels(): Promise<readonly StoredModel[]> {
  return (await listModels()).models;
}

/** How many were added; fewer than given when some were here, when there are too many, or when storage is blocked or full. */
export async function addStoredModels(models: readonly StoredModel[]): Promise<number> {
  try {
    const { createModelStore, DATABASE } = await import('@/lib/checkpoints/store');
    const added = await createModelStore().add(models);
    // Labs that are open in other tabs show them.
    const channel = new BroadcastChannel(DATABASE);
    channel.postMessage('changed');
    channel.close();
    return added;
  } catch {
    return 0;
  }
}

/** Bytes the models take in the file, near enough to say before: four for a weight, a third more as text, and their names. */
export function modelBytes(models: readonly StoredModel[]): number {
  return models.reduce((sum, { checkpoint }) => sum + Math.ceil((checkpoint.weights.byteLength * 4) / 3) + 500, 0);
}
