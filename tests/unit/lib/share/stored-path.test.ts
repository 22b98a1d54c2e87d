import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPath, readStoredPath } from '@/lib/share/stored-path';
import { anyPath } from './arbitraries';

test('every path is read back from storage as it was written', () => {
  fc.assert(
    fc.property(anyPath, (path) => {
      const records = { paths: { [path.id]: { v: JSON.parse(JSON.stringify(path)), t: 1 } } };
      expect(findPath(records, path.id)).toEqual(path);
    }),
    { numRuns: 100 },
  );
});

test('fields of a later version do not hide a path', () => {
  const value = { id: 'a', version: 1, title: 'T', colour: 'red', lessons: [{ id: 101, level: 3 }] };
  expect(readStoredPath(value)).toEqual({ id: 'a', version: 1, title: 'T', lessons: [{ id: 101 }] });
});

test.each([
  null,
  3,
  'path',
  [],
  {},
  { id: 'a', version: 1, title: 'T' },
  { id: 'a', version: 1, title: 'T', lessons: [null] },
])('%j is no path', (value) => {
  expect(readStoredPath(value)).toBeUndefined();
});

test('whatever JSON stands there, reading it does not throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (value, lessons) => {
      readStoredPath(value);
      readStoredPath({ id: 'a', version: 1, title: 'T', lessons });
    }),
  );
});
