/**
 * Models in the making whose pages are being left. A page that goes away may never finish a write to IndexedDB, but a write to
 * localStorage is done when it returns: there a model waits for the next page that reads the list of models. Where storage is
 * blocked or full it is lost, as it would be without this.
 */
'use client';
import { type Checkpoint, decodeCheckpoint, encodeCheckpoint } from '@/lib/ml/checkpoint';

/** One key a model, so that two tabs do not take each other's place. */
const PREFIX = 'layerwise:left-model:';

export function leaveModel(checkpoint: Checkpoint): void {
  attempt(() => localStorage.setItem(PREFIX + checkpoint.id, encodeCheckpoint(checkpoint)));
}

/** Its page has come back, or the model is kept in the list. */
export function forgetLeftModel(id: string): void {
  attempt(() => localStorage.removeItem(PREFIX + id));
}

/** What was left, checked like a file from a stranger; what cannot be read is thrown away. */
export function leftModels(): readonly Checkpoint[] {
  return (
    attempt(() =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith(PREFIX))
        .flatMap((key) => {
          const read = decodeCheckpoint(localStorage.getItem(key) ?? '');
          if (!read.ok) localStorage.removeItem(key);
          return read.ok ? [read.checkpoint] : [];
        }),
    ) ?? []
  );
}

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
