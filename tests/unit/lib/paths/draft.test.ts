import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clamp,
  copyOf,
  type Draft,
  editOf,
  hasChanged,
  newDraft,
  newPathId,
  pathIdBytes,
  problemOf,
  toPath,
} from '@/lib/paths/draft';
import { readDraftAddress, writeDraftAddress } from '@/lib/paths/draft-address';
import { linkLength } from '@/lib/paths/draft-length';
import { isPathId } from '@/lib/share/fields';
import { encodePath, type SharedPath } from '@/lib/share/path-code';
import { anyPath } from '../share/arbitraries';

const team: SharedPath = {
  id: 'team',
  version: 3,
  title: 'Team road',
  mentor: 'Mei',
  start: '2026-12-01',
  lessons: [{ id: 107, due: 7, note: 'slowly' }, { id: 9_999 }, { id: 113 }],
};

test('a new draft becomes version 1 under its own id, without empty fields', () => {
  const draft = newDraft('abc', { title: '  Start here ', lessons: [{ id: 101, note: '  ' }] });
  expect(toPath(draft)).toEqual({ id: 'abc', version: 1, title: 'Start here', lessons: [{ id: 101 }] });
});

test('an untouched edit is the very path it came from', () => {
  fc.assert(fc.property(anyPath, (path) => toPath(editOf(path)) === path && !hasChanged(editOf(path))));
});

test('an edit that changes something is the next version of the same id', () => {
  const draft: Draft = { ...editOf(team), title: 'Team road 2' };
  expect(toPath(draft)).toEqual({ ...team, version: 4, title: 'Team road 2' });
});

test('blanks around a text and an emptied note that never was are no change', () => {
  const lessons = team.lessons.map((lesson) => ({ ...lesson, note: lesson.note ? ` ${lesson.note} ` : '' }));
  expect(toPath({ ...editOf(team), title: ' Team road', lessons })).toBe(team);
});

test('a copy is version 1 of an id of its own and keeps order, dates and notes, lessons of a newer site too', () => {
  const copy = toPath(copyOf({ ...editOf(team) }, 'copy', 'Team road (copy)'));
  expect(copy).toEqual({ ...team, id: 'copy', version: 1, title: 'Team road (copy)' });
});

test('whatever has no problem can be encoded', () => {
  fc.assert(
    fc.property(anyPath, fc.boolean(), (path, edited) => {
      const draft = edited ? { ...editOf({ ...path, version: 1 }), mentor: 'another' } : copyOf(editOf(path), 'x', 'y');
      return problemOf(draft) !== null || encodePath(toPath(draft)).ok;
    }),
  );
});

test.each<[string, Draft]>([
  ['no-lessons', newDraft('a')],
  ['too-many-lessons', newDraft('a', { lessons: Array.from({ length: 4_097 }, (_, i) => ({ id: i + 1 })) })],
  [
    'too-long',
    newDraft('a', { lessons: Array.from({ length: 60 }, (_, i) => ({ id: 101 + i, note: '讲'.repeat(400) })) }),
  ],
  ['too-many-versions', { ...editOf({ ...team, version: 1_000_000 }), title: 'more' }],
])('says what is wrong: %s', (problem, draft) => {
  expect(problemOf(draft)).toBe(problem);
});

test('an id is made of random bytes and allowed in a link', () => {
  const id = newPathId(Uint8Array.from({ length: pathIdBytes }, (_, i) => 250 + i));
  expect(id).toHaveLength(8);
  expect(isPathId(id)).toBe(true);
});

test('a text is cut at the limit, but no character in two', () => {
  expect(clamp('ab👍', 3)).toBe('ab');
  expect(clamp('ab👍', 4)).toBe('ab👍');
  expect(clamp('abc', 2)).toBe('ab');
});

test('an address is read back as it was written, and anything else is none', () => {
  for (const kind of ['edit', 'copy', 'from', 'draft'] as const) {
    expect(readDraftAddress(writeDraftAddress({ kind, id: 'aB3_x-9' }))).toEqual({ kind, id: 'aB3_x-9' });
  }
  for (const hash of [
    '',
    '#',
    '#edit=',
    '#drop=x',
    '#edit=<b>',
    `#edit=${'a'.repeat(81)}`,
    '#__proto__=x',
    '#edit=a&b',
  ])
    expect(readDraftAddress(hash)).toBeNull();
});

test('the length of a link is that of its code, and says what the notes cost and what it fits', () => {
  const plain = newDraft('a', { lessons: [{ id: 101 }] });
  const code = encodePath(toPath(plain));
  expect(linkLength(plain, 10)).toEqual({ characters: 10 + (code.ok ? code.code.length : 0), notes: 0, fits: 'qr' });
  const noted = { ...plain, lessons: [{ id: 101, note: 'x'.repeat(400) }] };
  expect(linkLength(noted, 0)?.notes).toBeGreaterThan(400);
  expect(linkLength(noted, 200)?.fits).toBe('messenger');
  expect(linkLength(noted, 2_000)?.fits).toBe('neither');
  expect(linkLength(newDraft('a'), 0)).toBeUndefined();
});
