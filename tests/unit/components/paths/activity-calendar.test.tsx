// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { Records } from '@/lib/progress/records';
import { find, hydrate, newPage, render, storedRecords, text } from '../progress/render';

const noon = new Date(2026, 10, 25, 12).getTime();
const days = (...keys: readonly string[]): Records => ({
  days: Object.fromEntries(keys.map((key) => [key, { v: true, t: 1 }])),
});

async function calendar(records?: Records) {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  vi.setSystemTime(noon);
  await newPage(records);
  const { ActivityCalendar } = await import('@/components/paths/activity-calendar');
  const { complaints } = await hydrate(<ActivityCalendar locale="en" />);
  expect(complaints).toEqual([]);
  vi.useRealTimers();
}
const cell = (day: string) => find(`[data-day="${day}"]`).textContent;

test('a table of twenty weeks ends with today, each day in words', async () => {
  await calendar(days('2026-11-23', '2026-11-25', '2026-01-01'));
  expect(document.querySelectorAll('tbody tr')).toHaveLength(7);
  expect([...document.querySelectorAll('tbody tr')].map((tr) => tr.querySelector('th .sr-only')?.textContent)[0]).toBe(
    'Monday',
  );
  expect(document.querySelectorAll('[data-day]')).toHaveLength(19 * 7 + 3);
  expect([cell('2026-11-23'), cell('2026-11-24'), cell('2026-11-25')]).toEqual(['1 result', 'free', '1 result']);
  expect(text()).toContain('2 days in the last 20 weeks');
});

test('before there is anything it says when a day appears', async () => {
  await calendar();
  expect(text()).toContain('A day appears here when you learn something on it.');
  expect(document.querySelector('[data-streak]')).toBeNull();
});

test('the rhythm is shown from two days on, and not to who has hidden it', async () => {
  await calendar(days('2026-11-22', '2026-11-25'));
  expect(find('[data-streak]').dataset.streak).toBe('2');
  expect(text()).toContain('Two free days a week belong to it.');
  await calendar({ ...days('2026-11-22', '2026-11-25'), prefs: { streak: { v: false, t: 1 } } });
  expect(document.querySelector('[data-streak]')).toBeNull();
  await calendar(days('2026-11-25'));
  expect(document.querySelector('[data-streak]')).toBeNull();
});

test('the switch hides and shows it', async () => {
  await newPage();
  const { StreakSwitch } = await import('@/components/paths/streak-switch');
  await render(<StreakSwitch locale="en" />);
  const box = find<HTMLInputElement>('input');
  expect(box.checked).toBe(true);
  const { act } = await import('react');
  await act(async () => box.click());
  expect([box.checked, storedRecords().prefs?.streak?.v]).toEqual([false, false]);
  await act(async () => box.click());
  expect([box.checked, storedRecords().prefs?.streak?.v]).toEqual([true, null]);
});
