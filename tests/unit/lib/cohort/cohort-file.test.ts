import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deleteLearner, renameLearner } from '@/lib/cohort/actions';
import { readCohort } from '@/lib/cohort/cohort';
import { cohortFileName, cohortFileText, parseCohortFile, previewCohortImport } from '@/lib/cohort/cohort-file';
import { exportText, parseFile } from '@/lib/progress/exchange';
import { add, code, learnerNamed, learners, openCohort } from './fakes';

const now = 2_000_000_000_000;

function readBack(text: string) {
  const file = parseCohortFile(text, now);
  if (!file.ok) throw new Error(file.why);
  return file.records;
}

test('what is exported can be imported elsewhere, names and history with it', () => {
  const { store } = openCohort();
  add(store, [code('mc', '2026-11-13', '#.'), code('mc', '2026-11-20', '##')].join('\n'));
  renameLearner(store, learnerNamed(store, 'mc'), 'Mei');
  const other = openCohort();
  other.store.absorb(readBack(cohortFileText(store.getState().records)));
  expect(learners(other.store)).toMatchObject([
    { name: 'Mei', kept: [{ taken: '2026-11-20' }, { taken: '2026-11-13' }] },
  ]);
});

test('a byte order mark in front does no harm', () => {
  expect(readBack(`\uFEFF${cohortFileText({})}`)).toEqual({});
});

test('a progress file is told apart, and a cohort file is refused as progress', () => {
  const progress = exportText({ lessons: { 101: { v: { status: 'done' }, t: 1 } } });
  expect(parseCohortFile(progress, now)).toEqual({ ok: false, why: 'is-progress' });
  expect(parseFile(cohortFileText({}), now)).toEqual({ ok: false, why: 'not-progress' });
});

test.each([
  ['', 'not-json'],
  ['{', 'not-json'],
  ['null', 'not-progress'],
  ['[]', 'not-progress'],
  ['{"app":"other"}', 'not-progress'],
  ['{"app":"layerwise-cohort","version":99,"records":{}}', 'newer'],
  ['{"app":"layerwise-cohort","version":1,"records":[]}', 'not-progress'],
])('%j is refused: %s', (text, why) => {
  expect(parseCohortFile(text, now)).toEqual({ ok: false, why });
});

test('what is nested deeper than the stack is refused, not thrown', () => {
  const deep = `{"app":"layerwise-cohort","version":1,"records":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
  expect(parseCohortFile(deep, now).ok).toBe(false);
});

test('whatever text, reading a file never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(typeof parseCohortFile(text, now).ok).toBe('boolean');
    }),
  );
});

test('records dated far ahead are left out and counted', () => {
  const text = cohortFileText({ snapshots: { 'a/b': { v: { code: 'x', taken: '2026-01-01' }, t: now * 2 } } });
  expect(parseCohortFile(text, now)).toEqual({ ok: true, records: { snapshots: {} }, problems: 1 });
});

test('the preview counts learners: added, changed, removed, the same', () => {
  const mine = openCohort();
  add(mine.store, ['Mei', 'Tom', 'Ada'].map((name) => code(name, '2026-11-13', '#.')).join('\n'));
  const theirs = openCohort();
  theirs.store.absorb(mine.store.getState().records);
  theirs.clock.now = 5_000;
  add(
    theirs.store,
    [code('Mei', '2026-11-20', '##'), code('Noor', '2026-11-20', '##'), code('Tom', '2026-11-06', '..')].join('\n'),
  );
  deleteLearner(theirs.store, learnerNamed(theirs.store, 'Ada'));
  const incoming = theirs.store.getState().records;
  expect(previewCohortImport(mine.store.getState().records, incoming)).toEqual({
    added: 1,
    changed: 1,
    removed: 1,
    same: 1,
  });
  mine.store.absorb(incoming);
  expect(
    readCohort(mine.store.getState().records)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['Mei', 'Noor', 'Tom']);
  expect(previewCohortImport(mine.store.getState().records, incoming)).toEqual({
    added: 0,
    changed: 0,
    removed: 0,
    same: 3,
  });
});

test('files are named by the mentor’s own day', () => {
  expect([cohortFileName(new Date(2026, 10, 3), 'json'), cohortFileName(new Date(2026, 10, 3), 'csv')]).toEqual([
    'layerwise-cohort-2026-11-03.json',
    'layerwise-cohort-2026-11-03.csv',
  ]);
});
