/** The parts of the codec against known answers. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64url, toBase64url } from '@/lib/share/base64url';
import { unzigzag, zigzag } from '@/lib/share/bytes';
import { crc32 } from '@/lib/share/crc32';
import { addDays, dayNumber, dayText } from '@/lib/share/day';
import { homeLessons } from '@/lib/share/lesson-list';

const ascii = (text: string) => new TextEncoder().encode(text);

test('CRC-32 gives the check value of its definition', () => {
  expect(crc32(ascii('123456789'))).toBe(0xcbf43926);
  expect(crc32(ascii(''))).toBe(0);
});

test("base64url agrees with Node's, byte for byte", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }),
  );
});

test.each(['A', 'AB', 'AAB', 'A+==', 'A A=', 'AAAAA'])('base64url refuses %j', (text) => {
  expect(fromBase64url(text)).toBeUndefined();
});

test('zigzag counts outwards from zero and back', () => {
  expect([0, -1, 1, -2, 2].map(zigzag)).toEqual([0, 1, 2, 3, 4]);
  fc.assert(fc.property(fc.integer({ min: -(2 ** 26), max: 2 ** 26 }), (n) => unzigzag(zigzag(n)) === n));
});

test('days count from 2020-01-01, leap days included', () => {
  expect([dayNumber('2020-01-01'), dayNumber('2020-03-01'), dayNumber('2119-12-31')]).toEqual([0, 60, 36_523]);
  expect([dayText(59), dayText(36_523)]).toEqual(['2020-02-29', '2119-12-31']);
});

test.each(['2021-02-29', '2020-13-01', '2020-1-1', '2019-12-31', '2120-01-01', ' 2020-01-01', ''])(
  '%j is no day',
  (day) => {
    expect(dayNumber(day)).toBeUndefined();
  },
);

test('a due date is the start plus an offset, across months and years', () => {
  expect(addDays('2026-12-30', 3)).toBe('2027-01-02');
  expect(addDays('2119-12-31', 1)).toBeUndefined();
  expect(addDays('soon', 1)).toBeUndefined();
});

test('the home lessons are the sixty of version 1, for ever', () => {
  expect(homeLessons).toHaveLength(60);
  expect([0, 16, 17, 30, 31, 45, 46, 59].map((i) => homeLessons[i])).toEqual([101, 117, 201, 214, 301, 315, 401, 414]);
});
