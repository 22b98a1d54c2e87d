import { expect, test } from 'vitest';
import { joinLearners, renameLearner } from '@/lib/cohort/actions';
import { additionChanges, historyLimit } from '@/lib/cohort/plan-additions';
import { readPaste } from '@/lib/cohort/read-paste';
import { add, code, learnerNamed, learners, openCohort, plan } from './fakes';

const verdicts = (planned: ReturnType<typeof plan>) => planned.map(({ name, verdict }) => [name, verdict]);

test('into an empty cohort everyone is new', () => {
  const paste = readPaste([code('Mei', '2026-11-20', '#.'), code('Tom', '2026-11-21', '##')].join('\n'));
  expect(verdicts(plan({}, paste))).toEqual([
    ['Mei', 'new'],
    ['Tom', 'new'],
  ]);
});

test('new, newer, older and same are told apart', () => {
  const { store } = openCohort();
  const tom = code('Tom', '2026-11-16', '#..');
  add(store, [code('Mei', '2026-11-16', '#..'), tom, code('Ada', '2026-11-16', '##.')].join('\n'));
  const next = [
    code('Mei', '2026-11-20', '##.'),
    tom,
    code('Ada', '2026-11-09', '#..'),
    code('Noor', '2026-11-20', '...'),
  ];
  expect(verdicts(plan(store.getState().records, readPaste(next.join('\n'))))).toEqual([
    ['Mei', 'newer'],
    ['Tom', 'same'],
    ['Ada', 'older'],
    ['Noor', 'new'],
  ]);
});

test('the newest of one paste is shown, whatever the order, and the others are kept to compare with', () => {
  const { store } = openCohort();
  const planned = add(
    store,
    [code('Mei', '2026-11-09', '#...'), code('Mei', '2026-11-23', '###.'), code('Mei', '2026-11-16', '##..')].join(
      '\n',
    ),
  );
  expect(planned.map(({ verdict }) => verdict)).toEqual(['older', 'new', 'older']);
  const [mei] = learners(store);
  expect(mei?.newest.taken).toBe('2026-11-23');
  expect(mei?.kept.map(({ taken }) => taken)).toEqual(['2026-11-23', '2026-11-16', '2026-11-09']);
});

test('an older snapshot never takes the place of a newer one', () => {
  const { store } = openCohort();
  add(store, code('Mei', '2026-11-20', '##.'));
  add(store, code('Mei', '2026-11-13', '#..'));
  expect(learners(store).map(({ newest }) => newest.taken)).toEqual(['2026-11-20']);
});

test('of two of the same day the one pasted later counts, and pasting the chat again does not turn that round', () => {
  const { store } = openCohort();
  const chat = [code('Mei', '2026-11-20', '#..'), code('Mei', '2026-11-20', '##.')].join('\n');
  add(store, chat);
  expect(learners(store)[0]?.newest.lessons[1]?.state).toBe('done');
  expect(verdicts(add(store, chat))).toEqual([
    ['Mei', 'same'],
    ['Mei', 'same'],
  ]);
  add(store, code('Mei', '2026-11-20', '###'));
  expect(learners(store)[0]?.newest.lessons[2]?.state).toBe('done');
});

test('a spelling of the name is the same learner', () => {
  const { store } = openCohort();
  add(store, code('Mei Chen', '2026-11-13', '#..'));
  add(store, code('  ｍｅｉ chen', '2026-11-20', '##.'));
  expect(learners(store)).toHaveLength(1);
});

test('without a name nothing is added until there is one', () => {
  const { store } = openCohort();
  const nameless = code('', '2026-11-20', '#..');
  expect(verdicts(add(store, nameless))).toEqual([['', 'unnamed']]);
  expect(learners(store)).toEqual([]);
  expect(verdicts(add(store, nameless, { [nameless]: ' Tom ' }))).toEqual([['Tom', 'new']]);
  expect(learnerNamed(store, 'Tom').newest.name).toBeUndefined();
});

test('the name guessed from the chat finds the learner again', () => {
  const { store } = openCohort();
  add(store, `Tom: ${code('', '2026-11-13', '#..')}`);
  expect(verdicts(add(store, `Tom: ${code('', '2026-11-20', '##.')}`))).toEqual([['Tom', 'newer']]);
  expect(learners(store)).toHaveLength(1);
});

test('a name that the mentor clears is asked for again, though there is a guess', () => {
  const nameless = code('', '2026-11-20', '#..');
  expect(verdicts(plan({}, readPaste(`Tom: ${nameless}`), { [nameless]: '' }))).toEqual([['', 'unnamed']]);
});

test('a renamed learner is found by the name in the snapshot and by the new one', () => {
  const { store } = openCohort();
  add(store, code('mc', '2026-11-13', '#..'));
  renameLearner(store, learnerNamed(store, 'mc'), 'Mei Chen');
  expect(plan(store.getState().records, readPaste(code('mc', '2026-11-20', '##.')))).toMatchObject([
    { verdict: 'newer', rowName: 'Mei Chen' },
  ]);
  expect(plan(store.getState().records, readPaste(code('Mei Chen', '2026-11-20', '##.')))).toMatchObject([
    { verdict: 'newer', rowName: '' },
  ]);
});

test('what comes for a row that was joined to another goes to that one', () => {
  const { store } = openCohort();
  add(store, [code('Tommy', '2026-11-06', '#..'), code('Tom', '2026-11-13', '##.')].join('\n'));
  joinLearners(store, learnerNamed(store, 'Tommy'), learnerNamed(store, 'Tom'));
  add(store, code('Tommy', '2026-11-20', '###'));
  expect(learners(store).map(({ name, newest }) => [name, newest.taken])).toEqual([['Tommy', '2026-11-20']]);
});

test('of two people with one name the one whose work goes on gets the snapshot, and that is said', () => {
  const { store } = openCohort();
  const other = code('Wei', '2026-11-13', '..##..');
  add(store, code('Wei', '2026-11-13', '##....'));
  add(store, other, { [other]: 'Wei B' });
  const next = plan(
    store.getState().records,
    readPaste([code('Wei', '2026-11-20', '..###.'), code('Wei', '2026-11-20', '###...')].join('\n')),
  );
  expect(next.map(({ isAmbiguous }) => isAmbiguous)).toEqual([true, true]);
  expect(next.map(({ rowName }) => rowName)).toEqual(['Wei B', '']);
});

test('lessons that were done before and are not now are counted: another person of that name?', () => {
  const { store } = openCohort();
  add(store, code('Wei', '2026-11-13', '###...'));
  const planned = plan(store.getState().records, readPaste(code('Wei', '2026-11-20', '#>...-')));
  expect(planned).toMatchObject([{ verdict: 'newer', lost: 2 }]);
  const twice = [code('Wei', '2026-11-20', '##'), code('Wei', '2026-11-20', '..')].join('\n');
  expect(plan({}, readPaste(twice)).map(({ lost }) => lost)).toEqual([0, 2]);
});

test('a snapshot from the future is said; tomorrow is only another time zone', () => {
  const days = ['2026-11-23', '2026-11-24', '2026-11-25'].map((day, i) => code(`P${i}`, day, '#'));
  expect(plan({}, readPaste(days.join('\n'))).map(({ isFuture }) => isFuture)).toEqual([false, false, true]);
});

test('so many are kept and no more: the oldest goes, and what is older still is left out', () => {
  const { store } = openCohort();
  const day = (n: number) => `2026-10-${String(n).padStart(2, '0')}`;
  for (let n = 2; n <= historyLimit + 1; n++) add(store, code('Mei', day(n), '#'.repeat(n)));
  expect(learners(store)[0]?.kept).toHaveLength(historyLimit);
  expect(verdicts(add(store, code('Mei', day(1), '#')))).toEqual([['Mei', 'outdated']]);
  add(store, code('Mei', day(20), '#'.repeat(20)));
  expect(learners(store)[0]?.kept.map(({ taken }) => taken)).toEqual([20, 9, 8, 7, 6, 5, 4, 3].map(day));
});

test('more than fit, in one paste, leave the newest', () => {
  const { store } = openCohort();
  const days = Array.from({ length: 12 }, (_, i) => `2026-10-${10 + i}`);
  add(store, days.map((day, i) => code('Mei', day, '#'.repeat(i + 1))).join('\n'));
  expect(learners(store)[0]?.kept.map(({ taken }) => taken)).toEqual(days.toReversed().slice(0, historyLimit));
});

test('what is there already, has no name or is too old means no change at all', () => {
  const { store } = openCohort();
  const mei = code('Mei', '2026-11-20', '#');
  add(store, mei);
  const { records } = store.getState();
  expect(additionChanges(records, plan(records, readPaste(`${mei}\n\n${code('', '2026-11-21', '#')}`)))).toEqual([]);
});
