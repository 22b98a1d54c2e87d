import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPaste } from '@/lib/cohort/read-paste';
import { shareLimits } from '@/lib/share/limits';
import { encodePath } from '@/lib/share/path-code';
import { encodeSnapshot } from '@/lib/share/snapshot-code';
import { anySnapshot, anyText } from '../share/arbitraries';
import { code } from './fakes';

const mei = code('Mei', '2026-11-20', '##>...');
const tom = code('', '2026-11-21', '#.....');
const path = encodePath({ id: 'team', version: 1, title: 'Team', lessons: [{ id: 101 }] });
const pathCode = path.ok ? path.code : '';

test('codes are found in chat text, in order, with their names', () => {
  const text = `[23/11/26, 09:41] Mei: https://x.example/en/share/#${mei}\nTom:\n${tom} 👍 see you`;
  const { found } = readPaste(text);
  expect(found.map(({ name, guess, snapshot }) => [name, guess, snapshot.taken])).toEqual([
    ['Mei', '', '2026-11-20'],
    ['', 'Tom', '2026-11-21'],
  ]);
});

test('one code a line, without anything around it, is enough', () => {
  expect(readPaste(`${mei}\n${tom}\r\n`).found.map((each) => each.code)).toEqual([mei, tom]);
});

test('the same snapshot twice counts once and is said', () => {
  expect(readPaste(`${mei} ${mei}\n${mei}`)).toMatchObject({ found: [{ code: mei }], repeated: 2 });
});

test('paths are counted and left alone', () => {
  expect(readPaste(`${pathCode}\n${mei}\n${pathCode}`)).toMatchObject({ found: [{ code: mei }], paths: 1 });
});

test('a broken code is said with its reason and whose it seems to be', () => {
  const text = `Mei: ${mei.slice(0, -8)}\n\nTom: ${tom.slice(0, -6)}AAAAAA\n\nAda: lw9s${tom.slice(4)}`;
  expect(readPaste(text).unreadable).toEqual([
    { reason: 'cut', context: 'Mei' },
    { reason: 'damaged', context: 'Tom' },
    { reason: 'damaged', context: 'Ada' },
  ]);
});

test('links that lost their code on the way are counted', () => {
  const lost =
    'Mei https://x.example/en/share/#\nTom https://x.example/base/zh/share/ ok\nAda https://x.example/en/share/?p=';
  expect(readPaste(lost)).toMatchObject({ found: [], stripped: 3 });
  expect(readPaste(`https://x.example/en/share/#${mei} https://x.example/en/share/?p=${tom}`).stripped).toBe(0);
});

test('the words around one code are not taken for those of the next', () => {
  const { found } = readPaste(`Mei: ${code('', '2026-11-20', '#')}\n${tom}`);
  expect(found.map(({ guess }) => guess)).toEqual(['Mei', '']);
});

test('a name in the snapshot is not replaced by the words around it', () => {
  expect(readPaste(`Somebody else: ${mei}`).found).toMatchObject([{ name: 'Mei', guess: '' }]);
});

test('a name that cannot be seen counts as none', () => {
  expect(readPaste(`Tom: ${code('\u200B\u202E', '2026-11-20', '#')}`).found).toMatchObject([
    { name: '', guess: 'Tom' },
  ]);
});

test('a text without codes, an empty one and one that is too long give empty answers', () => {
  const empty = { found: [], repeated: 0, paths: 0, unreadable: [], stripped: 0, isTooLong: false };
  expect(readPaste('')).toEqual(empty);
  expect(readPaste('See you on Monday, Tom')).toEqual(empty);
  expect(readPaste('x'.repeat(shareLimits.inputChars + 1))).toEqual({ ...empty, isTooLong: true });
});

test('thousands of small codes that unfold to a great deal are refused from some point on, not read', () => {
  const all = '.'.repeat(shareLimits.lessons);
  const codes = Array.from({ length: 80 }, (_, i) => code(`P${i}`, '2026-11-20', all));
  const { found, unreadable } = readPaste(codes.join('\n'));
  expect(found.length).toBeLessThan(70);
  expect(unreadable.every(({ reason }) => reason === 'too-long')).toBe(true);
  expect(found.length + unreadable.length).toBe(80);
});

test('two hundred snapshots in one chat are all found', () => {
  const codes = Array.from({ length: 200 }, (_, i) => code(`P${i}`, '2026-11-20', '#'.repeat(1 + (i % 5))));
  expect(readPaste(codes.map((each, i) => `P${i}  9:41 AM\n${each}\n`).join('\n')).found).toHaveLength(200);
});

test('whatever is pasted, reading never throws, and every intact snapshot in it is found', () => {
  const codes = fc.array(
    anySnapshot.map((value) => {
      const encoded = encodeSnapshot(value);
      return encoded.ok ? encoded.code : '';
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(codes, fc.array(anyText(80), { minLength: 5, maxLength: 5 }), (list, words) => {
      const text = words.map((word, i) => `${word}\n${list[i] ?? ''}\n`).join('');
      expect(readPaste(text).found.map((each) => each.code)).toEqual([...new Set(list.filter(Boolean))]);
    }),
    { numRuns: 200 },
  );
});

test('mutated codes never throw and never count as more than was there', () => {
  const mutation = fc.tuple(fc.nat(200), fc.constantFrom('', '\n', ' ', 'A', '%', '\u200B', '中', 'lw1s'));
  fc.assert(
    fc.property(fc.array(mutation, { maxLength: 6 }), (mutations) => {
      let text = `Mei: ${mei}\nTom: ${tom}`;
      for (const [at, insert] of mutations)
        text = text.slice(0, at % text.length) + insert + text.slice((at % text.length) + 1);
      const { found } = readPaste(text);
      expect(found.every((each) => each.code === mei || each.code === tom)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
