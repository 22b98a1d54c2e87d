import { expect, test } from 'vitest';
import { localDay } from '@/lib/local-day';

test('a minute before midnight and a minute after are two days, wherever the reader sits', () => {
  expect(localDay(new Date(2026, 10, 27, 23, 59))).toBe('2026-11-27');
  expect(localDay(new Date(2026, 10, 28, 0, 1))).toBe('2026-11-28');
});

test('an instant may be a number, and a time that no calendar has equals no day', () => {
  const instant = new Date(2026, 0, 5, 12);
  expect(localDay(instant.getTime())).toBe(localDay(instant));
  expect(localDay(Number.NaN)).not.toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
