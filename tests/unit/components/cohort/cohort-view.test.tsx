// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { learnerStrings } from '@/components/cohort/learner-strings';
import { strings } from '@/components/cohort/strings';
import { tableStrings } from '@/components/cohort/table-strings';
import type { Records } from '@/lib/progress/records';
import type { SharedPath } from '@/lib/share/path-code';
import { code } from '../../lib/cohort/fakes';
import { find, settle, type } from '../share/screen';
import { choose, click, names, openPage, paste, press, rows, storedText } from './page';

const t = tableStrings.en;
const three = [
  code('Mei', '2026-11-13', '#.....'),
  code('Mei', '2026-11-20', '###>..', { 104: '2026-11-01' }),
  code('Tom', '2026-11-21', '#>-...', { 102: '2026-11-10' }),
  code('Ada', '2026-11-19', '#####.', { 105: '2026-11-18' }),
].join('\n');

async function openWith(text: string, options: Parameters<typeof openPage>[0] = {}): Promise<HTMLElement> {
  const host = await openPage(options);
  await paste(host, text);
  await press(host, options.locale === 'zh' ? /^添加/ : /^Add \d/);
  return host;
}

const cellsOf = (row: Element | undefined) => [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);
const openRow = async (host: HTMLElement, name: string) => {
  const row = rows(host).find((each) => each.querySelector('bdi')?.textContent === name);
  if (!row) throw new Error(`no row ${name}`);
  await click(find(row, '[data-open]'));
  return row;
};

test('a row says name, share, what was gained, when, and each lesson in words', async () => {
  const host = await openWith(three);
  expect(names(host)).toEqual(['Ada', 'Mei', 'Tom']);
  const { todo, done, skipped } = t.states;
  expect(cellsOf(rows(host)[1])).toEqual(['50%', '+2', 'Nov 1', 'Nov 20', done, done, done, t.stalled, todo, todo]);
  expect(cellsOf(rows(host)[2])).toEqual(['20%', '–', 'Nov 10', 'Nov 21', done, t.stalled, skipped, todo, todo, todo]);
});

test('the summary names size, median and where they are stuck, and who', async () => {
  const host = await openWith([three, code('Noor', '2026-11-21', '#--...')].join('\n'));
  const summary = find(host, '[data-summary]').textContent ?? '';
  expect(summary).toContain(t.learners(4));
  expect(summary).toContain(t.median(38));
  expect(summary).toContain(t.stuckOn(2, 'Lesson 102'));
  const point = find(host, 'details[open] li');
  expect(point.textContent).toContain(t.stalledBy(1));
  expect(point.textContent).toContain(t.skippedBy(1));
  expect(point.textContent).toContain('Noor');
  expect(host.textContent).toContain(t.stuckHint);
});

test('pressing a head sorts by it, pressing again turns it round, and assistive technology is told', async () => {
  const host = await openWith(three);
  const head = (name: string) =>
    [...host.querySelectorAll('thead th')].find((each) => each.textContent?.startsWith(name));
  await press(find(host, 'thead'), /^Done/);
  expect(names(host)).toEqual(['Tom', 'Mei', 'Ada']);
  expect(head('Done')?.getAttribute('aria-sort')).toBe('ascending');
  await press(find(host, 'thead'), /^Done/);
  expect(names(host)).toEqual(['Ada', 'Mei', 'Tom']);
  expect(head('Done')?.getAttribute('aria-sort')).toBe('descending');
  expect(head('Name')?.hasAttribute('aria-sort')).toBe(false);
});

test('how the table is looked at is there again after a reload', async () => {
  const host = await openWith(three);
  await press(find(host, 'thead'), /^Done/);
  const again = await openPage({ stored: storedText() });
  expect(names(again)).toEqual(['Tom', 'Mei', 'Ada']);
});

test('narrowed by stage and by name', async () => {
  const host = await openWith(three);
  const [stage] = host.querySelectorAll('select');
  if (stage) await choose(stage, 'toolchain');
  expect([...host.querySelectorAll('.cohort-lesson')].map((head) => head.textContent)).toEqual([
    'Lesson 105',
    'Lesson 106',
  ]);
  await settle(() => type(find<HTMLInputElement>(host, 'input[type="search"]'), 'me'));
  expect(names(host)).toEqual(['Mei']);
  expect(find(host, '[data-summary]').textContent).toContain(t.shown(1, 3));
  await settle(() => type(find<HTMLInputElement>(host, 'input[type="search"]'), 'nobody'));
  expect(host.textContent).toContain(t.noMatch);
});

test('narrowed by a path of mine: its lessons in its order, with its dates', async () => {
  const path: SharedPath = {
    id: 'team',
    version: 1,
    title: 'Team',
    start: '2026-12-01',
    lessons: [{ id: 106, due: 7 }, { id: 101 }],
  };
  const own: Records = { paths: { team: { v: JSON.parse(JSON.stringify(path)), t: 1 } } };
  const host = await openWith(three, { own });
  const [choice] = host.querySelectorAll('select');
  expect([...(choice?.options ?? [])].map(({ text }) => text)).toEqual([t.wholeRoad, 'Team']);
  if (choice) await choose(choice, 'team');
  expect([...host.querySelectorAll('.cohort-lesson')].map((head) => head.textContent)).toEqual([
    `Lesson 106 ${t.due('Dec 8')}`,
    'Lesson 101',
  ]);
});

test('a cell that is tapped is put into words with its day', async () => {
  const host = await openWith(three);
  const cell = rows(host)[1]?.querySelectorAll('td.mark')[3];
  if (cell) await click(cell);
  expect(find(host, '[data-note]').textContent).toBe(t.noteOf('Mei', 'Lesson 104', t.noteDay(t.stalled, 'Nov 1')));
});

test('an opened row lists every lesson, the snapshots kept, and closes again', async () => {
  const host = await openWith(three);
  const row = await openRow(host, 'Mei');
  expect(find(row, '[data-open]').getAttribute('aria-expanded')).toBe('true');
  const detail = find(host, '.cohort-detail');
  expect(detail.querySelectorAll('section[data-stage] li')).toHaveLength(6);
  expect(detail.textContent).toContain('Nov 13');
  expect(detail.textContent).toContain(t.since(2, 'Nov 13'));
  await openRow(host, 'Mei');
  expect(host.querySelector('.cohort-detail')).toBeNull();
});

test('renaming, and the warning when somebody has that name', async () => {
  const host = await openWith(three);
  await openRow(host, 'Mei');
  await press(find(host, '.cohort-detail'), /^Rename$/);
  const field = find<HTMLInputElement>(host, '.cohort-detail input');
  await settle(() => type(field, 'tom'));
  expect(find(host, '.cohort-detail').textContent).toContain(learnerStrings.en.isTaken('tom'));
  await settle(() => type(field, 'Mei Chen'));
  await press(find(host, '.cohort-detail'), /^Save$/);
  expect(names(host)).toEqual(['Ada', 'Mei Chen', 'Tom']);
});

test('two rows become one, and undo parts them', async () => {
  const host = await openWith(three);
  await openRow(host, 'Tom');
  await press(find(host, '.cohort-detail'), /^Same person/);
  const select = find<HTMLSelectElement>(host, '.cohort-detail select');
  await choose(select, [...select.options].find(({ text }) => text === 'Ada')?.value ?? '');
  await press(find(host, '.cohort-detail'), /^Make them one$/);
  expect(rows(host)).toHaveLength(2);
  expect(host.textContent).toContain(strings.en.done.join('Tom', 'Ada'));
  await press(host, /^Undo$/);
  expect(names(host)).toEqual(['Ada', 'Mei', 'Tom']);
});

test('deleting a learner moves the focus to the table and can be undone', async () => {
  const host = await openWith(three);
  await openRow(host, 'Tom');
  await press(find(host, '.cohort-detail'), /^Delete$/);
  expect(names(host)).toEqual(['Ada', 'Mei']);
  expect(document.activeElement?.className).toContain('cohort-scroll');
  await press(host, /^Undo$/);
  expect(names(host)).toEqual(['Ada', 'Mei', 'Tom']);
});

test('one snapshot can be taken out of a learner’s history', async () => {
  const host = await openWith(three);
  await openRow(host, 'Mei');
  await press(find(host, '.cohort-detail'), /^Remove the snapshot of Nov 20$/);
  expect(cellsOf(rows(host)[1])[3]).toBe('Nov 13');
});

test('deleting everyone asks first, and can be undone', async () => {
  const host = await openWith(three);
  await press(host, /^Delete everyone/);
  expect(rows(host)).toHaveLength(3);
  await press(host, /^Delete 3 learners$/);
  expect(rows(host)).toHaveLength(0);
  expect(host.textContent).toContain(strings.en.howTo);
  await press(host, /^Undo$/);
  expect(rows(host)).toHaveLength(3);
});

test('a learner without any lesson of the view has no percentage', async () => {
  const host = await openWith(code('Bo', '2026-11-20', '##'));
  const [stage] = host.querySelectorAll('select');
  if (stage) await choose(stage, 'toolchain');
  expect(cellsOf(rows(host)[0])).toEqual(['–', '–', '–', 'Nov 20', t.absent, t.absent]);
});

test('unreadable storage is said, and given back on demand', async () => {
  const host = await openPage({ stored: '{broken' });
  expect(host.textContent).toContain(strings.en.unreadable);
  const newer = await openPage({ stored: '{"app":"layerwise","version":99,"records":{}}' });
  expect(newer.textContent).toContain(strings.en.health.newer);
});

test('in Chinese the whole page speaks Chinese', async () => {
  const host = await openWith(three, { locale: 'zh' });
  await openRow(host, 'Mei');
  const text = host.textContent ?? '';
  for (const words of [tableStrings.zh.learners(3), tableStrings.zh.stuck, learnerStrings.zh.history, strings.zh.keep])
    expect(text).toContain(words);
  for (const words of [t.stuck, t.stalled, t.legend, strings.en.keep, 'Completed', 'Delete']) {
    expect(text).not.toContain(words);
  }
});
