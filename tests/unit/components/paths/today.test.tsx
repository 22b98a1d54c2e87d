// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { localDay } from '@/lib/local-day';
import { shiftDay } from '@/lib/paths/civil-day';
import type { Records } from '@/lib/progress/records';
import { find, hydrate, newPage, otherTab, render, settle, text } from '../progress/render';
import { road, stored } from './road';

/** A Wednesday at noon. */
const noon = new Date(2026, 10, 25, 12).getTime();
const onPath = (others: Records = {}): Records => ({
  ...others,
  paths: {
    team: stored({
      id: 'team',
      version: 1,
      title: 'Team',
      start: '2026-11-20',
      lessons: [
        { id: 205, due: 5 },
        { id: 101, due: 8 },
        { id: 107, due: 2 },
      ],
    }),
  },
  prefs: { 'active-path': { v: 'team', t: 1 } },
});
const at = (time: number) => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  vi.setSystemTime(time);
};

test('the card says what is next, what is due and what is late, in its words and without alarm', async () => {
  at(noon);
  await newPage(onPath());
  const { TodayCard } = await import('@/components/paths/today-card');
  const { complaints } = await hydrate(<TodayCard road={road} locale="en" />);
  expect(complaints).toEqual([]);
  const rows = Object.fromEntries(
    [...document.querySelectorAll('dt')].map((dt) => [dt.textContent, dt.nextElementSibling?.textContent]),
  );
  expect(rows).toEqual({
    Path: 'Team',
    Next: 'Third 50 min',
    'Due today': 'Third ',
    'Due this week': 'First Sat, Nov 28',
    Today: '30 minutes1 lesson is later than its date',
    'This week': '0 of 5 days',
  });
  expect(document.querySelector('[class*="bad"], [class*="warn"]')).toBeNull();
  vi.useRealTimers();
});

test('work done today is taken off the day', async () => {
  at(noon);
  await newPage({
    lessons: { 101: { v: { status: 'done' }, t: noon - 3_600_000 } },
    prefs: { pace: { v: { minutes: 60, days: 4 }, t: 1 } },
  });
  const { TodayCard } = await import('@/components/paths/today-card');
  await render(<TodayCard road={road} locale="en" />);
  expect(text()).toContain('30 of 60 minutes left');
  expect(text()).toContain('1 of 4 days');
  await otherTab({
    lessons: { 101: { v: { status: 'done' }, t: noon }, 107: { v: { status: 'done' }, t: noon } },
    prefs: { pace: { v: { minutes: 60, days: 4 }, t: 1 } },
  });
  expect(text()).toContain('your 60 minutes are done');
  vi.useRealTimers();
});

test('a page that is open over midnight turns to the new day', async () => {
  const late = new Date(2026, 10, 24, 23, 59, 50).getTime();
  at(late);
  await newPage(onPath());
  const { TodayCard } = await import('@/components/paths/today-card');
  await render(<TodayCard road={road} locale="en" />);
  expect(text()).not.toContain('Due today');
  const { act } = await import('react');
  await act(async () => vi.advanceTimersByTime(40_000));
  expect(localDay(Date.now())).toBe(shiftDay('2026-11-24', 1));
  expect(text()).toContain('Due today');
  vi.useRealTimers();
});

test('the roadmap keeps its own words for a first visitor, and says today’s to who has begun', async () => {
  await newPage();
  const { TodaySlot } = await import('@/components/paths/today-slot');
  await render(
    <TodaySlot road={road} locale="en">
      facts
    </TodaySlot>,
  );
  await settle();
  expect(text()).toBe('facts');
  await otherTab(onPath({ days: { [localDay(Date.now())]: { v: true, t: 1 } } }));
  await settle();
  expect(find('[data-today]').dataset.today).toBe('team');
  expect(text()).toMatch(/^Team.*Today: 30 minutes · This week: 1 of 5 days$/);
});

test('Continue follows the active path, and the road when there is none', async () => {
  await newPage(onPath());
  const { ContinueLink } = await import('@/components/progress/continue-link');
  await render(<ContinueLink lessons={road.lessons} locale="en" />);
  expect(find('a').dataset.continue).toBe('205');
  await otherTab(onPath({ lessons: { 205: { v: { status: 'done' }, t: 2 } } }));
  expect(find('a').dataset.continue).toBe('101');
  await otherTab({
    ...onPath(),
    prefs: { 'active-path': { v: null, t: 9 } },
    lessons: { 101: { v: { status: 'done' }, t: 3 } },
  });
  expect(find('a').dataset.continue).toBe('107');
});
