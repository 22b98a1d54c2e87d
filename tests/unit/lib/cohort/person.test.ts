import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanName, foldName, isName, personKey } from '@/lib/cohort/person';
import { shareLimits } from '@/lib/share/limits';
import { anyText } from '../share/arbitraries';

test('a name becomes one line without control characters and turning marks', () => {
  expect(cleanName(' Mei\u0000\n\tChen ')).toBe('Mei Chen');
  expect(cleanName('\u202Egnp.exe\u202C')).toBe('gnp.exe');
  expect(cleanName('a'.repeat(200))).toHaveLength(shareLimits.name);
});

test('a name that is cut in the middle of an emoji loses it whole', () => {
  expect(cleanName(`${'a'.repeat(59)}😀`)).toBe('a'.repeat(59));
});

test.each([
  ['Mei Chen', 'mei  chen'],
  ['Ｍｅｉ', 'Mei'],
  ['ADA', 'ada'],
  ['Jose\u0301', 'José'],
  ['张\u200B三', '张三'],
])('%j and %j are one person', (a, b) => {
  expect(personKey(a)).toBe(personKey(b));
});

test('other names have other keys', () => {
  const names = ['Mei', 'Mai', 'Mei C', '张三', '张山', 'Chen Mei', 'Mei Chen', 'a', 'b', 'ab', 'ba'];
  expect(new Set(names.map(personKey)).size).toBe(names.length);
});

test('a hundred thousand names have as many keys', () => {
  const keys = new Set(Array.from({ length: 100_000 }, (_, i) => personKey(`learner ${i}`)));
  expect(keys.size).toBe(100_000);
});

test('keys are frozen: they lie in storage and in files', () => {
  expect(['Mei Chen', '张三', ''].map(personKey)).toMatchInlineSnapshot(`
    [
      "24ituhco3h1",
      "e3j9uz0tvf",
      "wvjl67o803",
    ]
  `);
});

test('what cannot be seen is no name', () => {
  expect(['', ' ', '\u200B', '\u0000\u0007', '\u202E\u202C', '\uFEFF'].map((text) => isName(cleanName(text)))).toEqual(
    Array(6).fill(false),
  );
  expect(['0', '-', '张', '👩🏽‍💻'].every(isName)).toBe(true);
});

test('cleaning and folding are done once, whatever the text', () => {
  fc.assert(
    fc.property(anyText(200), (text) => {
      const clean = cleanName(text);
      expect(cleanName(clean)).toBe(clean);
      expect(clean.length).toBeLessThanOrEqual(shareLimits.name);
      expect(foldName(foldName(text))).toBe(foldName(text));
    }),
  );
});
