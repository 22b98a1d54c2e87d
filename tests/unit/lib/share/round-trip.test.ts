import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCode } from '@/lib/share/decode';
import { homeLessons } from '@/lib/share/lesson-list';
import { shareLimits } from '@/lib/share/limits';
import { encodePath, type SharedPath } from '@/lib/share/path-code';
import { encodeSnapshot } from '@/lib/share/snapshot-code';
import { anyPath, anySnapshot } from './arbitraries';

test('every path survives the way through a code', () => {
  fc.assert(
    fc.property(anyPath, (path) => {
      const encoded = encodePath(path);
      if (!encoded.ok) throw new Error(encoded.field);
      expect(encoded.code).toMatch(/^lw1p[\w-]+$/);
      const decoded = decodeCode(encoded.code);
      expect(decoded.ok && decoded.value).toEqual(path);
    }),
    { numRuns: 500 },
  );
});

test('every snapshot survives the way through a code', () => {
  fc.assert(
    fc.property(anySnapshot, (snapshot) => {
      const encoded = encodeSnapshot(snapshot);
      if (!encoded.ok) throw new Error(encoded.field);
      expect(encoded.code).toMatch(/^lw1s[\w-]+$/);
      const decoded = decodeCode(encoded.code);
      expect(decoded.ok && decoded.value).toEqual(snapshot);
    }),
    { numRuns: 500 },
  );
});

test('the largest list of lessons survives', () => {
  const lessons = Array.from({ length: shareLimits.lessons }, (_, i) => ({ id: shareLimits.lessonId - i, due: i }));
  const path: SharedPath = { id: 'big', version: 1, title: 'Big', lessons };
  const encoded = encodePath(path);
  const decoded = decodeCode(encoded.ok ? encoded.code : '');
  expect(decoded.ok && decoded.value).toEqual(path);
});

test('half a surrogate pair becomes the replacement character, not a broken code', () => {
  const encoded = encodePath({ id: 'a', version: 1, title: 'a\uD83D', lessons: [{ id: 101 }] });
  const decoded = decodeCode(encoded.ok ? encoded.code : '');
  expect(decoded).toMatchObject({ ok: true, value: { title: 'a\uFFFD' } });
});

test('dates of lessons not begun are left out', () => {
  const encoded = encodeSnapshot({ taken: '2026-11-23', lessons: [{ id: 101, state: 'todo', changed: '2026-11-01' }] });
  const decoded = decodeCode(encoded.ok ? encoded.code : '');
  expect(decoded).toMatchObject({ ok: true, value: { lessons: [{ id: 101, state: 'todo' }] } });
});

const path: SharedPath = { id: 'a', version: 1, title: 'T', lessons: [{ id: 101 }] };

test.each([
  ['id', { id: '' }],
  ['id', { id: 'a b' }],
  ['id', { id: 'x'.repeat(33) }],
  ['version', { version: 0 }],
  ['version', { version: 1.5 }],
  ['title', { title: 'x'.repeat(121) }],
  ['mentor', { mentor: 'x'.repeat(61) }],
  ['start', { start: '2026-02-30' }],
  ['start', { start: '2019-12-31' }],
  ['start', { start: 'tomorrow' }],
  ['lessons', { lessons: [] }],
  ['lessons', { lessons: [{ id: 101 }, { id: 101 }] }],
  ['lessons', { lessons: [{ id: 0 }] }],
  ['lessons', { lessons: [{ id: 65_536 }] }],
  ['lessons', { lessons: [{ id: Number.NaN }] }],
  ['due', { lessons: [{ id: 101, due: -1 }] }],
  ['due', { lessons: [{ id: 101, due: 0.5 }] }],
  ['note', { lessons: [{ id: 101, note: 'x'.repeat(401) }] }],
  ['size', { lessons: homeLessons.map((id) => ({ id, note: 'é'.repeat(400) })) }],
])('a path that cannot be carried is refused by its field: %s %#', (field, change) => {
  expect(encodePath({ ...path, ...change })).toEqual({ ok: false, field });
});

test.each([
  ['taken', { taken: '2120-01-01' }],
  ['name', { name: 'x'.repeat(61) }],
  ['path', { path: { id: '', version: 1 } }],
  ['lessons', { lessons: [] }],
  ['changed', { lessons: [{ id: 101, state: 'done' as const, changed: '1970-01-01' }] }],
])('a snapshot that cannot be carried is refused by its field: %s', (field, change) => {
  const snapshot = { taken: '2026-11-23', lessons: [{ id: 101, state: 'done' as const }], ...change };
  expect(encodeSnapshot(snapshot)).toEqual({ ok: false, field });
});
