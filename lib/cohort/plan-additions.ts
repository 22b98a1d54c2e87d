/**
 * What adding the snapshots of a paste would do, before it is done. Whose a snapshot is, is told by its name: the mentor's, the
 * learner's own or the one guessed from the chat. Of a learner's snapshots the one taken last counts; an earlier one is only
 * kept to compare with.
 */
import type { Records } from '@/lib/progress/records';
import type { Change } from '@/lib/progress/store';
import { addDays } from '@/lib/share/day';
import type { Snapshot } from '@/lib/share/snapshot-code';
import { type Kept, type Learner, newestFirst, readCohort, resolveLearner, snapshotKey } from './cohort';
import { cleanName, foldName, isName, personKey } from './person';
import type { FoundSnapshot } from './read-paste';

/** Snapshots kept of one learner: the newest, and seven to look back on. */
export const historyLimit = 8;

export type Verdict =
  /** A learner the cohort does not have yet. */
  | 'new'
  /** Takes the place of the snapshot shown so far. */
  | 'newer'
  /** There is one taken later: this one is kept to compare with. */
  | 'older'
  /** The cohort has this very snapshot. */
  | 'same'
  /** Older than the oldest that is kept: there is nothing to do with it. */
  | 'outdated'
  /** Nobody knows whose it is: a name is needed. */
  | 'unnamed';

export type Planned = {
  readonly found: FoundSnapshot;
  readonly verdict: Verdict;
  /** Name in the field or in the snapshot; empty when there is none. */
  readonly name: string;
  /** Key of the learner it goes to; empty while unnamed. */
  readonly learner: string;
  /** Name of the row it goes to, where that reads otherwise. */
  readonly rowName: string;
  /** Lessons that were done in the snapshot before and are not done here: another person of that name? */
  readonly lost: number;
  /** More than one row answers to this name. */
  readonly isAmbiguous: boolean;
  /** The mentor wrote the name. */
  readonly isCorrected: boolean;
  /** Taken later than tomorrow by the mentor's calendar: the sender's clock is wrong. */
  readonly isFuture: boolean;
};

type Assigned = Omit<Planned, 'verdict' | 'lost' | 'isFuture' | 'isCorrected'>;

/** `names`: what the mentor wrote for a code. `today`: the mentor's day, `YYYY-MM-DD`. */
export function planAdditions(
  records: Records,
  found: readonly FoundSnapshot[],
  names: ReadonlyMap<string, string>,
  today: string,
): readonly Planned[] {
  const learners = readCohort(records);
  const byKey = new Map(learners.map((learner) => [learner.key, learner]));
  const holders = nameHolders(learners);
  const latest = addDays(today, 1) ?? today;
  const groups = new Map<string, FoundSnapshot[]>();
  const assigned = found.map(assign);
  for (const { learner, found: each } of assigned) groups.set(learner, [...(groups.get(learner) ?? []), each]);
  return assigned.map((each) => ({
    ...each,
    ...judge(each.found, groups.get(each.learner) ?? [], byKey.get(each.learner), each.learner),
    isCorrected: names.has(each.found.code),
    isFuture: each.found.snapshot.taken > latest,
  }));

  function assign(each: FoundSnapshot): Assigned {
    const name = cleanName(names.get(each.code) ?? (each.name || each.guess));
    if (!isName(name)) return { found: each, name: '', learner: '', rowName: '', isAmbiguous: false };
    const candidates = [...(holders.get(foldName(name)) ?? [])];
    const own = resolveLearner(records, personKey(name));
    const learner = closest(candidates, each.snapshot) ?? byKey.get(own);
    const rowName = learner && foldName(learner.name) !== foldName(name) ? learner.name : '';
    return { found: each, name, learner: learner?.key ?? own, rowName, isAmbiguous: candidates.length > 1 };
  }
}

/** One snapshot among those pasted for the same learner (`mine`) and those kept of them. */
function judge(
  each: FoundSnapshot,
  mine: readonly FoundSnapshot[],
  learner: Learner | undefined,
  key: string,
): Pick<Planned, 'verdict' | 'lost'> {
  if (key === '') return { verdict: 'unnamed', lost: 0 };
  const kept = learner?.kept ?? [];
  if (kept.some(({ code }) => code === each.code)) return { verdict: 'same', lost: 0 };
  const { taken } = each.snapshot;
  const place = mine.indexOf(each);
  const newer =
    mine.filter(({ snapshot }, i) => snapshot.taken > taken || (snapshot.taken === taken && i > place)).length +
    kept.filter((other) => other.taken > taken).length;
  if (newer >= historyLimit) return { verdict: 'outdated', lost: 0 };
  const before = latestOf(
    [...(learner ? [learner.newest] : []), ...mine.slice(0, place).map((one) => one.snapshot)],
    taken,
  );
  const lost = before ? countLost(before, each.snapshot) : 0;
  return { verdict: newer > 0 ? 'older' : learner ? 'newer' : 'new', lost };
}

/** The changes that adding means. Only what has a name and is not there yet. */
export function additionChanges(records: Records, planned: readonly Planned[]): readonly Change[] {
  const added = planned.filter(({ verdict }) => verdict === 'new' || verdict === 'newer' || verdict === 'older');
  const learners = new Map(readCohort(records).map((learner) => [learner.key, learner]));
  const named = added
    .filter(({ verdict, learner }) => verdict === 'new' && !learners.has(learner))
    .filter(({ name, found }) => foldName(name) !== foldName(found.name))
    .map(({ learner, name }) => ({ collection: 'learners', key: learner, value: { name } }));
  const snapshots = added.map(({ learner, found }, at) => ({
    collection: 'snapshots',
    key: snapshotKey(learner, found.code),
    value: { code: found.code, taken: found.snapshot.taken, at },
  }));
  return [...named, ...snapshots, ...overflow([...learners.values()], added)];
}

/** Deletions of what no longer fits beside the snapshots that come. */
function overflow(learners: readonly Learner[], added: readonly Planned[]): readonly Change[] {
  return learners.flatMap((learner) => {
    const coming = added
      .filter((each) => each.learner === learner.key)
      .map(({ found }, at): Kept => {
        const { code, snapshot } = found;
        const entry = { v: { at }, t: Number.MAX_SAFE_INTEGER };
        return { key: snapshotKey(learner.key, code), code, taken: snapshot.taken, entry };
      });
    if (coming.length === 0) return [];
    const keys = new Set(coming.map(({ key }) => key));
    return [...learner.kept, ...coming]
      .sort(newestFirst)
      .slice(historyLimit)
      .filter(({ key }) => !keys.has(key))
      .map(({ key }) => ({ collection: 'snapshots', key, value: null }));
  });
}

/** Folded name → the learners who answer to it: by the mentor's name for them or by that in their newest snapshot. */
function nameHolders(learners: readonly Learner[]): ReadonlyMap<string, ReadonlySet<Learner>> {
  const holders = new Map<string, Set<Learner>>();
  for (const learner of learners) {
    for (const name of [learner.name, cleanName(learner.newest.name ?? '')]) {
      if (!isName(name)) continue;
      const folded = foldName(name);
      holders.set(folded, (holders.get(folded) ?? new Set<Learner>()).add(learner));
    }
  }
  return holders;
}

/** Of several people with one name, the one whose work this snapshot goes on with. */
function closest(candidates: readonly Learner[], snapshot: Snapshot): Learner | undefined {
  const distance = (learner: Learner) =>
    1000 * countLost(learner.newest, snapshot) + countLost(snapshot, learner.newest);
  return [...candidates].sort((a, b) => distance(a) - distance(b))[0];
}

/** Lessons done before that are there now and not done. Skipped counts as kept: it is a choice, not a loss. */
function countLost(before: Snapshot, now: Snapshot): number {
  const states = new Map(now.lessons.map(({ id, state }) => [id, state]));
  return before.lessons.filter(({ id, state }) => {
    const after = states.get(id);
    return state === 'done' && (after === 'todo' || after === 'doing');
  }).length;
}

/** The last of those taken on a day or before it. */
function latestOf(snapshots: readonly Snapshot[], day: string): Snapshot | undefined {
  return snapshots
    .filter(({ taken }) => taken <= day)
    .reduce<Snapshot | undefined>((best, one) => (best && best.taken > one.taken ? best : one), undefined);
}
