/** Names as one long text, the way real training data is packed: one boundary between two names, nothing else. */
import { BOUNDARY, characterOf, encodeName } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';

/** Predictions in the text that is measured. */
export const TARGETS = 1200;

function pack(names: readonly string[], length: number): number[] {
  const ids: number[] = [BOUNDARY];
  for (const name of names) {
    if (ids.length >= length) break;
    ids.push(...encodeName(name).slice(1));
  }
  return ids.slice(0, length);
}

let measured: readonly number[] | undefined;
let training: readonly number[] | undefined;

/** TARGETS + 1 ids of names the model was not trained on. */
export function measuredStream(): readonly number[] {
  measured ??= pack(functionNames().validation, TARGETS + 1);
  return measured;
}

/** All training names in a row. */
export function trainingStream(): readonly number[] {
  training ??= pack(functionNames().train, Number.POSITIVE_INFINITY);
  return training;
}

/** What a reader sees for a token: the letter, or a dot between names. */
export function showToken(id: number): string {
  return id === BOUNDARY ? '·' : characterOf(id);
}
