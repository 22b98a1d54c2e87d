// @vitest-environment happy-dom
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { localDay } from '@/lib/local-day';
import { shiftDay } from '@/lib/paths/civil-day';
import type { Records } from '@/lib/progress/records';
import { readIcs } from '../../lib/paths/read-ics';
import { button, enter, find, hydrate, newPage, press, render, settle, storedRecords, text } from '../progress/render';
import { builder, road, stored } from './road';

const today = localDay(Date.now());
const team = {
  id: 'team',
  version: 4,
  title: 'Team <b>path</b>',
  mentor: 'Zhang',
  start: today,
  lessons: [{ id: 205, due: 0, note: 'Bring a question.' }, { id: 999 }, { id: 101, due: 3 }],
};

async function open(records?: Records, hash = ''): Promise<void> {
  location.hash = hash;
  await newPage(records);
  const { PathsPage } = await import('@/components/paths/paths-page');
  await render(<PathsPage road={road} careers={[builder]} locale="en" />);
}
const shown = () => find('[data-shown]').dataset.shown;
const order = () => [...document.querySelectorAll<HTMLElement>('ol [data-lesson]')].map((each) => each.dataset.lesson);
const goTo = async (hash: string) => {
  await act(async () => {
    location.hash = hash;
    dispatchEvent(new Event('hashchange'));
  });
};

test('a first visitor sees the road, active, and the careers, already in the static page', async () => {
  await newPage();
  const { PathsPage } = await import('@/components/paths/paths-page');
  const { html, complaints } = await hydrate(<PathsPage road={road} careers={[builder]} locale="en" />);
  expect(complaints).toEqual([]);
  expect(html).toContain('The whole road');
  expect(html).toContain('What a builder does.');
  expect(html).not.toMatch(/data-finish/);
  expect(shown()).toBe('road');
  expect(find('[data-path="road"] [data-active]')).toBeTruthy();
  expect(order()).toEqual(['101', '107', '205']);
  expect(find('[data-finish]').dataset.finish).toMatch(/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/);
});

test('a career is taken up whole, lessons that are not written included, and becomes the active path', async () => {
  await open();
  await press('Follow this path: Builder');
  const { paths, prefs } = storedRecords();
  expect(paths?.['career-builder']?.v).toMatchObject({ ...builder.path, adopted: today });
  expect(prefs?.['active-path']?.v).toBe('career-builder');
  expect(location.hash).toBe('#path=career-builder');
  await goTo('#path=career-builder');
  expect(shown()).toBe('career-builder');
  expect(order()).toEqual(['205', '101']);
  expect(text()).toContain('One more lesson is not on this site yet.');
});

test('a newer list of a career is offered, not put in place', async () => {
  await open(
    { paths: { 'career-builder': stored({ ...builder.path, version: 1, lessons: [{ id: 101 }, { id: 107 }] }) } },
    '#path=career-builder',
  );
  expect(text()).toContain('This path has a newer list of lessons: 2 added, 1 removed.');
  expect(order()).toEqual(['101', '107']);
  await press('Update');
  expect(order()).toEqual(['205', '101']);
  expect(text()).not.toContain('newer list');
});

test('a career is called as in the reader’s language, whatever the title was when it was taken up', async () => {
  await open({ paths: { 'career-builder': stored({ ...builder.path, title: '建造者' }) } }, '#path=career-builder');
  expect(find('[data-shown] h2').textContent).toBe('Builder');
});

test('the mentor’s path shows its order, dates, notes and gaps, and hostile text as text', async () => {
  await open({ paths: { team: stored(team) } }, '#path=team');
  expect(find('[data-shown] h2').textContent).toBe('Team <b>path</b>');
  expect(document.querySelector('[data-shown] h2 b')).toBeNull();
  expect(order()).toEqual(['205', '101']);
  expect([...document.querySelectorAll('ol li')].map((li) => li.getAttribute('value'))).toEqual(['1', '3']);
  expect(
    [...document.querySelectorAll('ol time')].map(
      (time) => time.getAttribute('dateTime') ?? time.getAttribute('datetime'),
    ),
  ).toEqual([today, shiftDay(today, 3)]);
  expect(text()).toContain('Bring a question.');
  // Whose it is, which version, and when it starts.
  expect(find('[data-shown] .kicker').textContent).toMatch(/^From Zhang · version 4 · starts \w{3} \d{1,2}$/);
});

test('the percentage is over the lessons that are here, by the one rule', async () => {
  const lessons = { 205: { v: { status: 'done' }, t: 1 }, 101: { v: { status: 'skipped' }, t: 1 } };
  await open({ lessons, paths: { team: stored(team) } }, '#path=team');
  expect(find('[data-shown] [data-percent]').dataset.percent).toBe('100');
  await goTo('#path=');
  expect(find('[data-shown] [data-percent]').dataset.percent).toBe('50');
});

test('the active path is shown on arrival, and following another one switches', async () => {
  const prefs = { 'active-path': { v: 'team', t: 1 } };
  await open({ paths: { team: stored(team) }, prefs });
  expect(shown()).toBe('team');
  expect(text()).toContain('This is your active path.');
  await goTo('#path=');
  await press('Follow this path');
  expect(storedRecords().prefs?.['active-path']?.v).toBeNull();
  expect(find('[data-path="road"] [data-active]')).toBeTruthy();
});

test('an address that asks for a path that is not there shows the active one', async () => {
  await open({ paths: { team: stored(team) }, prefs: { 'active-path': { v: 'team', t: 1 } } }, '#path=gone');
  expect(shown()).toBe('team');
  await goTo('#path=%3Cimg%3E');
  expect(shown()).toBe('team');
});

test('only one’s own path can be edited, every stored one copied and shared, the road neither', async () => {
  await open({ paths: { team: stored(team), mine: stored({ ...team, id: 'mine', own: true }) } }, '#path=team');
  const links = () => [...document.querySelectorAll('[data-shown] a')].map((a) => a.getAttribute('href') ?? '');
  expect(links()).toContain('/en/paths/new/#copy=team');
  expect(links().some((href) => href.includes('#edit='))).toBe(false);
  expect(button('Share this path')).toBeTruthy();
  await goTo('#path=mine');
  expect(links()).toEqual(expect.arrayContaining(['/en/paths/new/#copy=mine', '/en/paths/new/#edit=mine']));
  await goTo('#path=');
  expect(links().some((href) => href.includes('/paths/new/'))).toBe(false);
});

test('a path is removed without a question and comes back, active as it was, when that is undone', async () => {
  await open({ paths: { team: stored(team) }, prefs: { 'active-path': { v: 'team', t: 1 } } });
  await press('Remove');
  await goTo('#path=');
  expect(storedRecords().paths?.team?.v).toBeNull();
  expect([shown(), document.querySelector('[data-path="team"]')]).toEqual(['road', null]);
  const { progress } = await import('@/components/progress/progress-store');
  await act(async () => progress.undo());
  expect(find('[data-path="team"] [data-active]')).toBeTruthy();
});

test('a quicker pace brings the finish nearer, and the way back takes it away again', async () => {
  await open();
  const finish = () => find('[data-finish]').dataset.finish;
  const before = finish() ?? '';
  const [minutes] = [...document.querySelectorAll('select')];
  if (!minutes) throw new Error('no choice of minutes');
  await enter(minutes, '120', 'change');
  expect(storedRecords().prefs?.pace?.v).toEqual({ minutes: 120, days: 5 });
  expect((finish() ?? '') < before).toBe(true);
  await press('Back to 30 minutes on 5 days');
  expect(finish()).toBe(before);
});

test('a path with dates gives a calendar, one without does not', async () => {
  const files: { name: string; blob: Blob }[] = [];
  let blob = new Blob();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((given) => {
    blob = given as Blob;
    return 'blob:x';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    files.push({ name: this.download, blob });
  });
  await open(
    { paths: { team: stored(team), plain: stored({ ...team, id: 'plain', lessons: [{ id: 101 }] }) } },
    '#path=team',
  );
  await press('Calendar file');
  vi.restoreAllMocks();
  expect(files[0]?.name).toBe('layerwise-path-Team-b-path-b-v4.ics');
  expect(files[0]?.blob.type).toBe('text/calendar');
  const { calendar, events } = readIcs((await files[0]?.blob.text()) ?? '');
  expect(calendar.NAME).toBe('Team <b>path</b>');
  expect(events.map(({ UID, DTSTART, SEQUENCE }) => [UID, DTSTART, SEQUENCE])).toEqual([
    ['team-205@layerwise', today.replaceAll('-', ''), '4'],
    ['team-101@layerwise', shiftDay(today, 3)?.replaceAll('-', ''), '4'],
  ]);
  expect(events[0]?.DESCRIPTION).toBe(`50 min\nBring a question.\n${location.origin}/en/learn/toolchain/c/`);
  await goTo('#path=plain');
  expect(() => button('Calendar file')).toThrow();
});

test('a path without a start counts its dates from a day that can be moved', async () => {
  const { start: _, ...undated } = team;
  await open({ paths: { team: stored({ ...undated, adopted: '2026-11-23' }) } }, '#path=team');
  expect(find('ol time').getAttribute('datetime')).toBe('2026-11-23');
  await enter(find('input[type=date]'), '2026-12-07', 'input');
  expect(find('ol time').getAttribute('datetime')).toBe('2026-12-07');
  await settle();
});
