/**
 * How far a learner is with the milestone of a stage, and what they show for it. A tick is the learner's word and evidence is what
 * a mentor can look at: two collections, so that a tick on one device and a text on another both survive.
 * Keys are `${stage}/${step}`, permanent, in `content/published-ids.json`. Not part of the percentage, which counts lessons.
 */
import { findValue, type Records } from '@/lib/progress/records';
import type { Progress } from '@/lib/progress/store';

/** Characters of the evidence of one step: a paragraph and some links, not the work itself. */
export const longestEvidence = 4_000;

export const stepKey = (stage: string, step: string): string => `${stage}/${step}`;

export function isStepDone(records: Records, key: string): boolean {
  return findValue(records, 'milestones', key) === true;
}

/** Steps that are ticked, of those this version knows. */
export function countDone(records: Records, keys: readonly string[]): number {
  return keys.filter((key) => isStepDone(records, key)).length;
}

export function setStep(progress: Progress, key: string, isDone: boolean): void {
  progress.write(() => [{ collection: 'milestones', key, value: isDone || null }]);
}

/** Blank text deletes. False when the text is too long to be kept at all; the field takes far less. */
export function setEvidence(progress: Progress, key: string, text: string): boolean {
  return progress.write(() => [{ collection: 'evidence', key, value: text.trim() === '' ? null : text }]);
}

/** The first address of the web in a text, to be opened with one press; nothing else a browser might run. */
export function firstLink(text: string): string | undefined {
  const found = /https?:\/\/[^\s<>"'，。；、）】》]+/i.exec(text.slice(0, longestEvidence))?.[0];
  if (found === undefined) return undefined;
  try {
    return new URL(found).href;
  } catch {
    return undefined;
  }
}
