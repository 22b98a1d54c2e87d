// @vitest-environment happy-dom

import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { themeStrings } from '@/components/progress/theme-strings';
import { storageKey } from '@/lib/progress/storage';
import { enter, find, hydrate, newPage, otherTab, press, render, settle, storedRecords, text } from './render';

const done = (t: number) => ({ v: { status: 'done' }, t });
const road = [
  { id: 101, href: '/en/a/', title: 'First' },
  { id: 107, href: '/en/b/', title: 'Second' },
];

test('the one percentage is the same on stage, road and page', async () => {
  await newPage({ lessons: { 101: done(1), 107: { v: { status: 'skipped' }, t: 1 } } });
  const { StageProgress } = await import('@/components/progress/stage-progress');
  const { RoadProgress } = await import('@/components/progress/road-progress');
  const { MeSummary } = await import('@/components/progress/me-summary');
  const ids = [101, 107, 113, 205];
  const lessons = ids.map((id) => ({
    id,
    title: 'x',
    href: '/',
    minutes: 30,
    checks: [],
    labs: [],
    exercise: false,
  }));
  await render(
    <>
      <StageProgress ids={ids} locale="en" />
      <RoadProgress stages={[{ id: 'math', ids }]} locale="en" />
      <MeSummary stages={[{ id: 'math', title: 'x', href: '/', ids, lessons }]} locale="en" />
    </>,
  );
  const shown = [...document.querySelectorAll<HTMLElement>('[data-percent]')].map((each) => each.dataset.percent);
  expect(shown).toEqual(['33', '33', '33', '33']);
  expect(text().match(/33\s?%/g)?.length).toBeGreaterThanOrEqual(4);
});

test('a stage without lessons shows no percentage', async () => {
  await newPage();
  const { StageProgress } = await import('@/components/progress/stage-progress');
  await render(<StageProgress ids={[]} locale="en" />);
  expect(text()).toBe('');
});

test('continue leads to the first lesson in the static page, then to where the learner stands', async () => {
  await newPage({ lessons: { 101: done(1) } });
  const { ContinueLink } = await import('@/components/progress/continue-link');
  const { html, complaints } = await hydrate(<ContinueLink lessons={road} locale="en" />);
  expect(html).toContain('href="/en/a');
  expect(html).toContain('Start');
  expect(complaints).toEqual([]);
  expect(find('a').getAttribute('href')).toMatch(/^\/en\/b\/?$/);
  expect(find('a').textContent).toContain('Continue');
  await otherTab({ lessons: { 101: done(1), 107: done(2) } });
  expect(find('a').textContent).toContain('Look back');
});

test('after everything was reset the way in says start again', async () => {
  await newPage({ lessons: { 101: { v: null, t: 1 } } });
  const { ContinueLink } = await import('@/components/progress/continue-link');
  await render(<ContinueLink lessons={road} locale="en" />);
  expect(find('a').textContent).toContain('Start');
});

test('the list menu changes status and reason, and keeps a reason of the learner’s own among its choices', async () => {
  await newPage({ lessons: { 101: { v: { status: 'skipped', reason: 'a:b' }, t: 1 } } });
  const { StatusMenu } = await import('@/components/progress/status-menu');
  await render(<StatusMenu id={101} title="First" locale="en" />);
  const select = find<HTMLSelectElement>('select');
  expect(select.selectedOptions[0]?.textContent).toBe('Skipped: a:b');
  await enter(select, 'skipped:known', 'change');
  expect(storedRecords().lessons?.['101']?.v).toEqual({ status: 'skipped', reason: 'known' });
  await enter(select, 'done:', 'change');
  expect(storedRecords().lessons?.['101']?.v).toEqual({ status: 'done' });
  expect(select.getAttribute('aria-label')).toContain('First');
});

test('a note is saved after a pause in typing, and at once when the page is left', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await newPage();
  const { LessonNote } = await import('@/components/progress/lesson-note');
  await render(<LessonNote id={101} locale="en" />);
  await enter(find('textarea'), 'first');
  expect(storedRecords().notes).toBeUndefined();
  await act(async () => vi.advanceTimersByTime(600));
  expect(storedRecords().notes?.['101']?.v).toBe('first');
  await enter(find('textarea'), 'first, second');
  await act(async () => dispatchEvent(new Event('pagehide')));
  expect(storedRecords().notes?.['101']?.v).toBe('first, second');
  vi.useRealTimers();
});

test('a note being typed is not overwritten by what another tab does elsewhere', async () => {
  await newPage({ notes: { 101: { v: 'old', t: 1 } } });
  const { LessonNote } = await import('@/components/progress/lesson-note');
  await render(<LessonNote id={101} locale="en" />);
  await enter(find('textarea'), 'old and new');
  await otherTab({ notes: { 101: { v: 'old', t: 1 } }, lessons: { 107: done(2) } });
  expect(find<HTMLTextAreaElement>('textarea').value).toBe('old and new');
});

test('the theme is applied, copied for the next page’s first paint, and follows an import or another tab', async () => {
  await newPage();
  const { ThemeToggle } = await import('@/components/progress/theme-toggle');
  await render(<ThemeToggle t={themeStrings.en} />);
  await enter(find('select'), 'dark', 'change');
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(localStorage.getItem('layerwise:theme')).toBe('dark');
  const t = storedRecords().prefs?.theme?.t ?? 0;
  await otherTab({ prefs: { theme: { v: 'light', t: t + 1 } } });
  expect(document.documentElement.dataset.theme).toBe('light');
  await enter(find('select'), 'system', 'change');
  expect(document.documentElement.dataset.theme).toBeUndefined();
  expect(localStorage.getItem('layerwise:theme')).toBeNull();
});

test('a theme a hostile file brings is ignored', async () => {
  await newPage({ prefs: { theme: { v: 'dark"><script>', t: 1 } } });
  const { ThemeToggle } = await import('@/components/progress/theme-toggle');
  await render(<ThemeToggle t={themeStrings.en} />);
  expect(document.documentElement.dataset.theme).toBeUndefined();
});

test('no notice without news; storage that cannot be used is said', async () => {
  await newPage();
  let { StorageNotice } = await import('@/components/progress/storage-notice');
  await render(<StorageNotice locale="en" aliases={{}} retiredSteps={{}} />);
  await settle();
  expect(text()).toBe('');
  await newPage('{"app":"layerwise","version":99,"records":{}}');
  ({ StorageNotice } = await import('@/components/progress/storage-notice'));
  await render(<StorageNotice locale="en" aliases={{}} retiredSteps={{}} />);
  await settle();
  expect(text()).toContain('newer version');
  await press('Close');
  expect(text()).toBe('');
});

test('unreadable data is said until the notice is closed, and stays where it was put', async () => {
  await newPage('garbage');
  const { StorageNotice } = await import('@/components/progress/storage-notice');
  await render(<StorageNotice locale="en" aliases={{}} retiredSteps={{}} />);
  await settle();
  expect(text()).toContain('could not be read');
  await press('Close');
  await settle();
  expect(text()).toBe('');
  const kept = Object.keys(localStorage).filter((key) => key.startsWith(`${storageKey}:unreadable:`));
  expect(kept.map((key) => localStorage.getItem(key))).toEqual(['garbage']);
});

test('the notice brings the table of retired lessons to the store', async () => {
  await newPage({ lessons: { 99: done(1) } });
  const { StorageNotice } = await import('@/components/progress/storage-notice');
  const { StatusMark } = await import('@/components/progress/status-mark');
  await render(
    <>
      <StorageNotice locale="en" aliases={{ '99': 101 }} retiredSteps={{}} />
      <StatusMark id={101} locale="en" />
    </>,
  );
  expect(find('[data-status]').dataset.status).toBe('done');
});

test('the notice brings the table of retired milestone steps to the store', async () => {
  await newPage({ milestones: { 'math/old': { v: true, t: 1 } } });
  const { StorageNotice } = await import('@/components/progress/storage-notice');
  const { StepTick } = await import('@/components/milestone/step-tick');
  await render(
    <>
      <StorageNotice locale="en" aliases={{}} retiredSteps={{ 'math/old': 'math/new' }} />
      <StepTick record="math/new" label="Step" />
    </>,
  );
  expect(find<HTMLInputElement>('input[type="checkbox"]').checked).toBe(true);
});
