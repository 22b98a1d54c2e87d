/**
 * Where the progress of a retired lesson or milestone step goes. A lesson that was renumbered or merged has one successor, a
 * lesson that was split may have several; a step has one or none. The tables are authored with the content (`Site.aliases`,
 * `Site.retiredSteps`); the layout hands them to the store.
 *
 * Applying aliases copies records to their new keys by the merge rule and leaves the old ones where they are. It commutes
 * with merging, so a browser that still runs the old version and one that runs the new keep agreeing.
 */
import { mergeRecords } from './merge';
import type { Entry, Records } from './records';

/** Retired lesson id → the lesson or lessons that took its place. */
export type Aliases = Readonly<Record<string, number | readonly number[]>>;

/** Retired `stage/step` → the step that took its place; null where none did. */
export type StepAliases = Readonly<Record<string, string | null>>;

const keyedByLesson = ['lessons', 'checks', 'code', 'runs', 'notes', 'bookmarks'] as const;
const keyedByStep = ['milestones', 'evidence'] as const;

/** The living lessons an id stands for: itself, unless it was retired. Chains are followed; a loop ends. */
export function resolveLesson(id: number, aliases: Aliases, seen: readonly number[] = []): readonly number[] {
  const next = Object.hasOwn(aliases, id) ? aliases[id] : undefined;
  if (next === undefined || seen.includes(id)) return [id];
  return [...new Set([next].flat().flatMap((successor) => resolveLesson(successor, aliases, [...seen, id])))];
}

export function applyAliases(records: Records, aliases: Aliases, steps: StepAliases = {}): Records {
  let merged = records;
  const move = (names: readonly string[], successors: (key: string) => readonly string[]) => {
    for (const name of names) {
      for (const [key, entry] of Object.entries(records[name] ?? {})) {
        for (const moved of successors(key)) merged = mergeRecords(merged, single(name, moved, entry));
      }
    }
  };
  if (Object.keys(aliases).length > 0) move(keyedByLesson, (key) => movedKeys(key, aliases));
  if (Object.keys(steps).length > 0) move(keyedByStep, (key) => movedSteps(key, steps));
  return merged;
}

function movedSteps(key: string, steps: StepAliases): readonly string[] {
  const successor = Object.hasOwn(steps, key) ? steps[key] : null;
  return typeof successor === 'string' ? [successor] : [];
}

function movedKeys(key: string, aliases: Aliases): readonly string[] {
  const [id = ''] = key.split(/[/#]/, 1);
  if (!Object.hasOwn(aliases, id)) return [];
  return resolveLesson(Number(id), aliases).map((successor) => successor + key.slice(id.length));
}

function single(collection: string, key: string, entry: Entry): Records {
  return { [collection]: { [key]: entry } };
}
