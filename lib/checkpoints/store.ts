/**
 * The learner's models in IndexedDB: several, named, never overwritten (a model's id is the fingerprint of its weights, so two
 * tabs that save cannot harm each other). What is read is checked like a file from a stranger; what cannot be read is left alone
 * and counted.
 */
import { type Checkpoint, checkCheckpoint } from '@/lib/ml/checkpoint';

export type StoredModel = { readonly checkpoint: Checkpoint; readonly savedAt: number };
export type ModelList = {
  /** Newest first. */
  readonly models: readonly StoredModel[];
  /** Id of the model the labs of the thread work on; null for the shipped one. */
  readonly current: string | null;
  /** Records that this version cannot read. */
  readonly unreadable: number;
};

export type ModelStore = {
  readonly list: () => Promise<ModelList>;
  /** Keeps a model and makes it the current one. Rejects with 'full' when there are MAX_MODELS, or storage is out of room. */
  readonly save: (checkpoint: Checkpoint, savedAt: number) => Promise<void>;
  /**
   * Adds models of a file. What is here already stays as it is, and so does the choice of the current one. Resolves to how many
   * were added; the rest was here, or is beyond MAX_MODELS.
   */
  readonly add: (models: readonly StoredModel[]) => Promise<number>;
  readonly rename: (id: string, name: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** null chooses the shipped model. */
  readonly choose: (id: string | null) => Promise<void>;
};

export const MAX_MODELS = 50;
export const DATABASE = 'layerwise-models';
const VERSION = 1;

/** Storage is missing, blocked or full; work goes on without it. */
export class ModelStoreError extends Error {
  override readonly name = 'ModelStoreError';
  constructor(readonly reason: 'blocked' | 'full' | 'missing') {
    super(`models cannot be stored: ${reason}`);
  }
}

/** Some browsers throw where storage is asked for at all. */
function browserFactory(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB;
  } catch {
    return undefined;
  }
}

export function createModelStore(factory: IDBFactory | undefined = browserFactory()): ModelStore {
  let opened: Promise<IDBDatabase> | null = null;
  const open = () => {
    const forget = () => {
      opened = null;
    };
    opened ??= openDatabase(factory, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  };
  /** Runs `action` in one transaction and resolves once it is durable. */
  const change = async (action: (models: IDBObjectStore, settings: IDBObjectStore) => void | Promise<void>) => {
    const database = await open();
    const transaction = database.transaction(['models', 'settings'], 'readwrite');
    const finished = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(toStoreError(transaction.error));
    });
    await Promise.all([action(transaction.objectStore('models'), transaction.objectStore('settings')), finished]);
  };

  return {
    async list() {
      const database = await open();
      const transaction = database.transaction(['models', 'settings'], 'readonly');
      const [records, current] = await Promise.all([
        settle<unknown[]>(transaction.objectStore('models').getAll()),
        settle<unknown>(transaction.objectStore('settings').get('current')),
      ]);
      const models = records.map(readRecord).filter((one) => one !== null);
      models.sort((a, b) => b.savedAt - a.savedAt);
      return {
        models,
        current: models.some(({ checkpoint }) => checkpoint.id === current) ? (current as string) : null,
        unreadable: records.length - models.length,
      };
    },
    save: (checkpoint, savedAt) =>
      change(async (models, settings) => {
        const [count, existing] = await Promise.all([
          settle<number>(models.count()),
          settle<unknown>(models.get(checkpoint.id)),
        ]);
        if (existing === undefined && count >= MAX_MODELS) {
          models.transaction.abort();
          throw new ModelStoreError('full');
        }
        models.put({ id: checkpoint.id, savedAt, checkpoint });
        settings.put(checkpoint.id, 'current');
      }),
    async add(given) {
      let added = 0;
      await change(async (models) => {
        const here = new Set(await settle<IDBValidKey[]>(models.getAllKeys()));
        for (const { checkpoint, savedAt } of given) {
          if (here.has(checkpoint.id) || here.size >= MAX_MODELS) continue;
          models.put({ id: checkpoint.id, savedAt, checkpoint });
          here.add(checkpoint.id);
          added++;
        }
      });
      return added;
    },
    rename: (id, name) =>
      change(async (models) => {
        const record = readRecord(await settle<unknown>(models.get(id)));
        if (!record) throw new ModelStoreError('missing');
        models.put({ id, savedAt: record.savedAt, checkpoint: { ...record.checkpoint, name } });
      }),
    remove: (id) =>
      change(async (models, settings) => {
        models.delete(id);
        if ((await settle<unknown>(settings.get('current'))) === id) settings.delete('current');
      }),
    choose: (id) =>
      change((_, settings) => {
        if (id === null) settings.delete('current');
        else settings.put(id, 'current');
      }),
  };
}

/** `onClosed` is called when a later version in another tab takes the database over. */
function openDatabase(factory: IDBFactory | undefined, onClosed: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (!factory) return reject(new ModelStoreError('blocked'));
    let request: IDBOpenDBRequest;
    try {
      request = factory.open(DATABASE, VERSION);
    } catch {
      return reject(new ModelStoreError('blocked'));
    }
    request.onupgradeneeded = () => {
      request.result.createObjectStore('models', { keyPath: 'id' });
      request.result.createObjectStore('settings');
    };
    request.onerror = () => reject(toStoreError(request.error));
    request.onblocked = () => reject(new ModelStoreError('blocked'));
    request.onsuccess = () => {
      // A later version in another tab must not wait for this one.
      request.result.onversionchange = () => {
        request.result.close();
        onClosed();
      };
      resolve(request.result);
    };
  });
}

function readRecord(raw: unknown): StoredModel | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { savedAt, checkpoint } = raw as Record<string, unknown>;
  const checked = checkCheckpoint(checkpoint);
  return checked.ok && typeof savedAt === 'number' ? { checkpoint: checked.checkpoint, savedAt } : null;
}

function settle<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(toStoreError(request.error));
  });
}

function toStoreError(error: DOMException | null): ModelStoreError {
  return new ModelStoreError(error?.name === 'QuotaExceededError' ? 'full' : 'blocked');
}
