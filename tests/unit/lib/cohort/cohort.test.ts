import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addSnapshots,
  clearCohort,
  deleteLearner,
  forgetSnapshot,
  joinLearners,
  renameLearner,
} from '@/lib/cohort/actions';
import {
  cohortKey,
  createCohort,
  latestBefore,
  previousSnapshot,
  readCohort,
  resolveLearner,
} from '@/lib/cohort/cohort';
import { personKey } from '@/lib/cohort/person';
import { planAdditions } from '@/lib/cohort/plan-additions';
import { readPaste } from '@/lib/cohort/read-paste';
import { mergeRecords } from '@/lib/progress/merge';
import type { Records } from '@/lib/progress/records';
import { storageKey } from '@/lib/progress/storage';
import { fakeBackend } from '../progress/fake-browser';
import { add, code, learnerNamed, learners, openCohort, snapshot, today } from './fakes';

test('the cohort has a document of its own and leaves the learner’s progress alone', () => {
  const { store, disk } = openCohort({ [storageKey]: 'mine' });
  add(store, code('Mei', '2026-11-20', '#.'));
  expect([...disk.keys()].sort()).toEqual([cohortKey, storageKey].sort());
  expect(disk.get(storageKey)).toBe('mine');
});

test('a reload shows what was added', () => {
  const first = openCohort();
  add(first.store, code('Mei', '2026-11-20', '#>-.'));
  const again = openCohort(Object.fromEntries(first.disk));
  expect(learners(again.store)).toMatchObject([{ name: 'Mei', newest: snapshot('Mei', '2026-11-20', '#>-.') }]);
});

test('what cannot be read is set aside under the cohort’s own name, and a newer document is not touched', () => {
  const broken = openCohort({ [cohortKey]: '{broken' });
  expect(broken.store.getState().unreadable).toEqual([`${cohortKey}:unreadable:1000`]);
  const newer = '{"app":"layerwise","version":2,"records":"of another kind"}';
  const later = openCohort({ [cohortKey]: newer });
  add(later.store, code('Mei', '2026-11-20', '#'));
  expect(later.store.getState().health).toBe('newer');
  expect(later.stored()).toBe(newer);
});

test('two tabs that add at once keep both learners', () => {
  const { backend } = fakeBackend();
  const [a, b] = [createCohort(backend, () => 1), createCohort(backend, () => 2)];
  for (const tab of [a, b]) tab.subscribe(() => {});
  add(a, code('Mei', '2026-11-20', '#'));
  add(b, code('Tom', '2026-11-20', '#'));
  expect(learners(b).map(({ name }) => name)).toEqual(['Mei', 'Tom']);
});

test('a given name stays when a newer snapshot comes, and an empty one goes back to the snapshot’s', () => {
  const { store } = openCohort();
  add(store, code('mc', '2026-11-13', '#.'));
  renameLearner(store, learnerNamed(store, 'mc'), 'Mei Chen');
  add(store, code('mc', '2026-11-20', '##'));
  expect(learners(store).map(({ name }) => name)).toEqual(['Mei Chen']);
  renameLearner(store, learnerNamed(store, 'Mei Chen'), ' ');
  expect(learners(store).map(({ name }) => name)).toEqual(['mc']);
});

test('joining two rows keeps the newest of both, and undo parts them again', () => {
  const { store } = openCohort();
  add(store, [code('Tommy', '2026-11-20', '##'), code('Tom', '2026-11-13', '#.')].join('\n'));
  joinLearners(store, learnerNamed(store, 'Tommy'), learnerNamed(store, 'Tom'));
  expect(learners(store).map(({ key, newest }) => [key, newest.taken])).toEqual([[personKey('Tom'), '2026-11-20']]);
  store.undo();
  expect(
    learners(store)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['Tom', 'Tommy']);
});

test('a circle of joins, as two tabs can make one, has one answer whoever asks', () => {
  const records: Records = {
    learners: { b: { v: { into: 'a' }, t: 1 }, a: { v: { into: 'b' }, t: 1 }, c: { v: { into: 'b' }, t: 1 } },
  };
  expect(['a', 'b', 'c'].map((key) => resolveLearner(records, key))).toEqual(['a', 'a', 'a']);
  expect(resolveLearner({ learners: { a: { v: { into: 'a' }, t: 1 } } }, 'a')).toBe('a');
});

test('deleting a learner takes what was joined to them too, leaves no name in storage, and can be undone', () => {
  const { store, stored } = openCohort();
  add(
    store,
    [code('Wilhelmina', '2026-11-20', '#'), code('Mina', '2026-11-21', '#'), code('Tom', '2026-11-20', '#')].join('\n'),
  );
  renameLearner(store, learnerNamed(store, 'Wilhelmina'), 'Wilhelmina S');
  joinLearners(store, learnerNamed(store, 'Mina'), learnerNamed(store, 'Wilhelmina S'));
  deleteLearner(store, learnerNamed(store, 'Wilhelmina S'));
  expect(learners(store).map(({ name }) => name)).toEqual(['Tom']);
  expect(stored()).not.toMatch(/mina/i);
  expect(stored()).not.toContain(code('Mina', '2026-11-21', '#'));
  store.undo();
  expect(
    learners(store)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['Tom', 'Wilhelmina S']);
  expect(learnerNamed(store, 'Wilhelmina S').kept).toHaveLength(2);
});

test('a deleted learner can be added again', () => {
  const { store } = openCohort();
  const mei = code('Mei', '2026-11-20', '#');
  add(store, mei);
  deleteLearner(store, learnerNamed(store, 'Mei'));
  expect(add(store, mei).map(({ verdict }) => verdict)).toEqual(['new']);
  expect(learners(store)).toHaveLength(1);
});

test('adding can be undone', () => {
  const { store } = openCohort();
  add(store, code('Mei', '2026-11-13', '#.'));
  add(store, code('Mei', '2026-11-20', '##'));
  store.undo();
  expect(learners(store).map(({ newest }) => newest.taken)).toEqual(['2026-11-13']);
});

test('one snapshot can be taken out, such as one from the future', () => {
  const { store } = openCohort();
  add(store, [code('Mei', '2026-11-13', '#.'), code('Mei', '2099-01-01', '..')].join('\n'));
  const [mei] = learners(store);
  if (mei) forgetSnapshot(store, mei, mei.kept[0]?.key ?? '');
  expect(learners(store).map(({ newest }) => newest.taken)).toEqual(['2026-11-13']);
});

test('everything can be deleted, and taken back', () => {
  const { store, stored } = openCohort();
  add(store, [code('Mei', '2026-11-13', '#.'), code('Tom', '2026-11-13', '#.')].join('\n'));
  clearCohort(store);
  expect(learners(store)).toEqual([]);
  expect(stored()).not.toContain('lw1s');
  expect(store.getState().undo.at(-1)?.what).toEqual({ act: 'clear', count: 2 });
  store.undo();
  expect(learners(store)).toHaveLength(2);
});

test('the snapshot before is that of an earlier day', () => {
  const { store } = openCohort();
  add(
    store,
    [code('Mei', '2026-11-13', '#...'), code('Mei', '2026-11-20', '##..'), code('Mei', '2026-11-20', '###.')].join(
      '\n',
    ),
  );
  const [mei] = learners(store);
  expect(mei && previousSnapshot(mei)?.taken).toBe('2026-11-13');
  expect(latestBefore(mei?.kept ?? [], '2026-11-13')).toBeUndefined();
});

test('hostile records are left aside, and a learner whose newest record lies falls back to the next', () => {
  const key = personKey('Mei');
  const good = code('Mei', '2026-11-13', '#');
  const entry = (v: unknown) => ({ v: v as never, t: 1 });
  const records: Records = {
    snapshots: {
      [`${key}/1`]: entry({ code: good, taken: '2026-11-13' }),
      [`${key}/2`]: entry({ code: good, taken: '2026-12-31' }),
      [`${key}/3`]: entry({ code: 'lw1sgarbage', taken: '2026-12-30' }),
      [`${key}/4`]: entry({ code: 7, taken: '2026-12-30' }),
      [`${key}/5`]: entry({ code: good, taken: 'yesterday' }),
      [`${key}/6`]: entry(null),
      nokey: entry({ code: good, taken: '2026-11-13' }),
      'a/b/c': entry({ code: good, taken: '2026-11-13' }),
      [`${personKey('Tom')}/1`]: entry({ code: 'lw1sgarbage', taken: '2026-12-30' }),
    },
    learners: { [key]: entry({ name: 7, into: 8 }), constructor: entry([]) },
  };
  expect(readCohort(records).map(({ name, newest }) => [name, newest.taken])).toEqual([['Mei', '2026-11-13']]);
});

const names = ['Mei', 'Tom', 'Ada', ''];
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('add' as const),
      who: fc.nat(3),
      day: fc.integer({ min: 1, max: 28 }),
      done: fc.nat(5),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constantFrom('delete' as const, 'rename' as const, 'join' as const),
      who: fc.nat(2),
      day: fc.nat(2),
      done: fc.nat(5),
    }),
  },
);

/** What a mentor somewhere did, as records. */
function cohortOf(
  steps: readonly { act: 'add' | 'delete' | 'rename' | 'join'; who: number; day: number; done: number }[],
  from: number,
): Records {
  let clock = from;
  const store = createCohort(fakeBackend().backend, () => clock);
  store.subscribe(() => {});
  for (const { act, who, day, done } of steps) {
    clock += 1;
    const name = names[who] ?? '';
    const learner = learners(store).find((each) => each.name === name);
    if (act === 'add') {
      const each = code(name, `2026-11-${String(day).padStart(2, '0')}`, '#'.repeat(done) + '.'.repeat(6 - done));
      addSnapshots(
        store,
        planAdditions(store.getState().records, readPaste(each).found, new Map([[each, name || 'Ada']]), today),
      );
    } else if (learner && act === 'delete') deleteLearner(store, learner);
    else if (learner && act === 'rename') renameLearner(store, learner, `${name}${done}`);
    else if (learner) {
      const into = learners(store).find((each) => each.name === names[day]);
      if (into) joinLearners(store, learner, into);
    }
  }
  return store.getState().records;
}

const anyCohort = fc
  .record({ steps: fc.array(step, { maxLength: 8 }), from: fc.constantFrom(0, 3, 100) })
  .map(({ steps, from }) => cohortOf(steps, from));

test('cohorts from several devices come together the same whatever the order, and twice is once', () => {
  fc.assert(
    fc.property(anyCohort, anyCohort, anyCohort, (a, b, c) => {
      const left = readCohort(mergeRecords(mergeRecords(a, b), c));
      const right = readCohort(mergeRecords(a, mergeRecords(c, b)));
      const shape = (list: ReturnType<typeof readCohort>) =>
        list
          .map(({ key, name, newest, kept }) => ({ key, name, newest, kept: kept.map((each) => each.code) }))
          .sort((x, y) => (x.key < y.key ? -1 : 1));
      expect(shape(left)).toEqual(shape(right));
      expect(mergeRecords(a, a)).toBe(a);
      expect(mergeRecords(mergeRecords(a, b), b)).toEqual(mergeRecords(a, b));
    }),
    { numRuns: 60 },
  );
});

test('whatever was merged, the newest snapshot that any side still has is the one shown', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ who: fc.nat(3), day: fc.integer({ min: 1, max: 28 }), done: fc.nat(5) }), { maxLength: 8 }),
      anyCohort,
      (adds, other) => {
        const mine = cohortOf(
          adds.map((each) => ({ act: 'add' as const, ...each })),
          200,
        );
        for (const learner of readCohort(mergeRecords(mine, other))) {
          const own = readCohort(mine).find(({ key }) => key === learner.key);
          if (own) expect(learner.newest.taken >= own.newest.taken).toBe(true);
        }
      },
    ),
    { numRuns: 60 },
  );
});
