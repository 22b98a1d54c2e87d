/**
 * The learner's progress as a live store: what is in memory, kept in step with storage and with other tabs.
 *
 * zustand's `persist` is not used: it overwrites stored data when something is set before it has loaded, drops data of
 * another version, and never finishes loading over corrupt JSON. Here every write first reads what is stored, merges, and
 * only then writes, so nothing is overwritten by a page that did not know of it. If two tabs write in the same instant, the
 * one whose records were lost sees the other's write arrive, merges, and writes both.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Aliases, applyAliases, type StepAliases } from './aliases';
import { mergeRecords } from './merge';
import { weigh } from './parse';
import { findEntry, type Json, limits, nextTime, noRecords, type Records } from './records';
import { type Backend, openVault, type StorageHealth } from './storage';
import { revert, type UndoStep, type UndoWhat } from './undo';
import { noteWorkDay } from './work-day';

export type ProgressState<What = UndoWhat> = {
  /** False on the server and until storage was read: show the empty state, which is what the server rendered. */
  readonly loaded: boolean;
  readonly records: Records;
  readonly health: StorageHealth;
  readonly unreadable: readonly string[];
  /** Destructive acts that can be taken back, latest last. */
  readonly undo: readonly UndoStep<What>[];
};

/** A null value deletes. */
export type Change = { readonly collection: string; readonly key: string | number; readonly value: Json };

export type Progress<What = UndoWhat> = Pick<
  StoreApi<ProgressState<What>>,
  'getState' | 'getInitialState' | 'subscribe'
> & {
  /**
   * Writes what `plan` makes of the latest records, other tabs' included, and notes the day when any of it is work.
   * False when a value is too large to be kept; then none of the changes is made.
   */
  readonly write: (plan: (current: Records, time: number) => readonly Change[], undoable?: What) => boolean;
  /** Merges records of a file or another device; nothing newer is lost. */
  readonly absorb: (records: Records, undoable?: What) => void;
  /** Takes back the latest destructive act, except where a record was changed since. */
  readonly undo: () => void;
  readonly dismissUndo: () => void;
  /** Text that could not be read and was set aside. */
  readonly readUnreadable: (key: string) => string | null;
  readonly removeUnreadable: (key: string) => void;
  /** Takes the tables of retired lessons and milestone steps. May come late: applying them only adds to what is there. */
  readonly adoptAliases: (aliases: Aliases, steps?: StepAliases) => void;
  /** Asks the browser not to evict the site's storage. */
  readonly askToKeep: () => void;
};

export type ProgressOptions = {
  readonly backend: Backend;
  readonly now: () => number;
  /** Where the document lies; without it, where the learner's own progress does. */
  readonly key?: string;
  readonly aliases?: Aliases;
  readonly steps?: StepAliases;
  readonly askToKeep?: () => void;
};

const undoDepth = 20;
const initial: ProgressState<never> = { loaded: false, records: noRecords, health: 'saved', unreadable: [], undo: [] };

/** `What` names the destructive acts that can be taken back. */
export function createProgress<What = UndoWhat>({
  backend,
  now,
  key,
  aliases: given = {},
  steps: givenSteps = {},
  askToKeep = () => {},
}: ProgressOptions): Progress<What> {
  const store = createStore<ProgressState<What>>(() => initial);
  const vault = openVault(backend, now, key);
  let aliases = given;
  let steps = givenSteps;

  function gather(): Records {
    if (!store.getState().loaded) backend.listen(sync);
    return applyAliases(mergeRecords(store.getState().records, vault.read()), aliases, steps);
  }

  /** Shows what other tabs wrote, and writes back what they did not know of, unless storage was emptied. */
  function sync(): void {
    const records = gather();
    const stored = vault.read();
    if (stored !== noRecords && mergeRecords(stored, records) !== stored) vault.write(records);
    publish(records);
  }

  function commit(before: Records, incoming: Records, undoable?: What): void {
    const added = applyAliases(incoming, aliases, steps);
    const records = mergeRecords(before, added);
    if (records !== vault.read()) vault.write(records);
    const { undo } = store.getState();
    publish(records, undoable ? [...undo, { what: undoable, before, added }].slice(-undoDepth) : undo);
  }

  function publish(records: Records, undo: readonly UndoStep<What>[] = store.getState().undo): void {
    const { unreadable: known } = store.getState();
    const found = vault.unreadable();
    const unreadable = String(found) === String(known) ? known : found;
    store.setState({ loaded: true, records, health: vault.health(), unreadable, undo });
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    /** The first subscriber loads: in React that is after hydration, in one go, before anything can be written. */
    subscribe: (listener) => {
      const unsubscribe = store.subscribe(listener);
      if (!store.getState().loaded) sync();
      return unsubscribe;
    },
    write: (plan, undoable) => {
      const current = gather();
      const time = now();
      const changes = plan(current, time);
      if (changes.some(isTooLarge)) return false;
      const noted = [...changes, ...noteWorkDay(current, changes, time)];
      commit(current, dated(current, noted, time), changes.length > 0 ? undoable : undefined);
      return true;
    },
    absorb: (records, undoable) => commit(gather(), records, undoable),
    undo: () => {
      const { undo } = store.getState();
      const step = undo.at(-1);
      if (!step) return;
      const current = gather();
      commit(current, dated(current, revert(current, step), now()));
      store.setState({ undo: undo.slice(0, -1) });
    },
    dismissUndo: () => store.setState({ undo: [] }),
    readUnreadable: (key) => attempt(() => backend.get(key)) ?? null,
    removeUnreadable: (key) => {
      attempt(() => backend.remove(key));
      sync();
    },
    adoptAliases: (table, stepTable = {}) => {
      aliases = table;
      steps = stepTable;
      if (store.getState().loaded) sync();
    },
    askToKeep,
  };
}

function dated(current: Records, changes: readonly Change[], now: number): Records {
  const entries = changes.map(({ collection, key, value }) => {
    const t = nextTime(findEntry(current, collection, String(key)), now);
    return { [collection]: { [key]: { v: value, t } } };
  });
  return entries.reduce<Records>(mergeRecords, noRecords);
}

/** What the reader would leave out must not be written. */
function isTooLarge({ key, value }: Change): boolean {
  return String(key).length > limits.key || weigh({ v: value, t: 0 }) > limits.value;
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
