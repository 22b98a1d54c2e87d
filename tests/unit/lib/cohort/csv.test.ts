import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '@/lib/cohort/csv';
import { anyText } from '../share/arbitraries';
import { parseCsv } from './parse-csv';

test('rows end with CR LF, and a byte order mark stands in front', () => {
  expect(
    toCsv([
      ['a', 1],
      ['b', -2.5],
    ]),
  ).toBe('\uFEFFa,1\r\nb,-2.5\r\n');
});

test.each([
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['a;b', '"a;b"'],
  [' x ', '" x "'],
  ['', ''],
  ['王小明', '王小明'],
])('%j is written %j', (text, written) => {
  expect(toCsv([[text]])).toBe(`\uFEFF${written}\r\n`);
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@sum',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u200B=1',
  '＝1',
  '＠x',
  '=HYPERLINK("http://x","y")',
])('%j is no formula any more', (text) => {
  const [[cell = ''] = []] = parseCsv(toCsv([[text]]));
  expect(cell).toBe(`'${text}`);
});

test('numbers stay numbers, and what is none is an empty cell', () => {
  expect(toCsv([[-3, Number.NaN, Number.POSITIVE_INFINITY]])).toBe('\uFEFF-3,,\r\n');
});

test('whatever the cells hold, a reader of RFC 4180 gets them back, and none begins like a formula', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(anyText(60), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      (rows) => {
        const read = parseCsv(toCsv(rows));
        expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        read.forEach((row, y) => {
          row.forEach((cell, x) => {
            const text = rows[y]?.[x] ?? '';
            expect([text, `'${text}`]).toContain(cell);
            expect(/^[=+\-@\t\r]/.test(cell)).toBe(false);
          });
        });
      },
    ),
  );
});
