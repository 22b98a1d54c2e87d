import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editOf, newDraft, problemOf, toPath } from '@/lib/paths/draft';
import { draftKey, dropDraft, findDraft, keepDraft, parseDrafts, readDrafts } from '@/lib/paths/draft-storage';
import { encodePath } from '@/lib/share/path-code';
import { anyPath } from '../share/arbitraries';

function memory(text?: string) {
  const kept = new Map<string, string>(text === undefined ? [] : [[draftKey, text]]);
  return {
    get: (key: string) => kept.get(key) ?? null,
    set: (key: string, value: string) => void kept.set(key, value),
    remove: (key: string) => void kept.delete(key),
  };
}
const draft = newDraft('one', { title: 'One', lessons: [{ id: 101, due: 7, note: 'n' }] });
const kept = (storage: ReturnType<typeof memory>, ...args: [seen?: number, title?: string]) =>
  keepDraft(storage, { ...draft, title: args[1] ?? draft.title }, 1_000, args[0]);

test('a kept draft comes back as it was, whatever it is', () => {
  fc.assert(
    fc.property(anyPath, (path) => {
      const storage = memory();
      const edit = { ...editOf(path), title: 'changed' };
      keepDraft(storage, edit, 5, undefined);
      expect(findDraft(storage, path.id)?.draft).toEqual(edit);
    }),
  );
});

test('drafts of different paths stand side by side, latest first', () => {
  const storage = memory();
  keepDraft(storage, draft, 10, undefined);
  keepDraft(storage, newDraft('two'), 20, undefined);
  expect(readDrafts(storage).map((each) => each.draft.id)).toEqual(['two', 'one']);
});

test('a tab goes on writing its own draft, and every write has a later time', () => {
  const storage = memory();
  const first = kept(storage);
  const second = kept(storage, first.ok ? first.changed : undefined, 'Two');
  expect([first, second]).toEqual([
    { ok: true, changed: 1_000 },
    { ok: true, changed: 1_001 },
  ]);
});

test('what another tab wrote since is not overwritten but handed over', () => {
  const storage = memory();
  const mine = kept(storage);
  const seen = mine.ok ? mine.changed : undefined;
  kept(storage, seen, 'Theirs');
  expect(kept(storage, seen, 'Mine')).toMatchObject({
    ok: false,
    why: 'clash',
    theirs: { draft: { title: 'Theirs' } },
  });
  expect(findDraft(storage, 'one')?.draft.title).toBe('Theirs');
});

test('dropping forgets one draft, and the key with the last one', () => {
  const storage = memory();
  const mine = kept(storage);
  keepDraft(storage, newDraft('two'), 20, undefined);
  dropDraft(storage, 'one', mine.ok ? mine.changed : undefined);
  expect(readDrafts(storage).map((each) => each.draft.id)).toEqual(['two']);
  dropDraft(storage, 'two', 20);
  expect(storage.get(draftKey)).toBeNull();
});

test('what another tab changed since is not dropped', () => {
  const storage = memory();
  kept(storage);
  dropDraft(storage, 'one', 999);
  expect(readDrafts(storage)).toHaveLength(1);
});

test('a document of a newer version is neither read nor written', () => {
  const newer = JSON.stringify({ version: 2, drafts: 'new shape' });
  const storage = memory(newer);
  expect(readDrafts(storage)).toEqual([]);
  expect(kept(storage)).toEqual({ ok: false, why: 'not-kept' });
  expect(storage.get(draftKey)).toBe(newer);
});

test('blocked or full storage is said, not thrown', () => {
  const blocked = {
    get: () => {
      throw new Error('blocked');
    },
    set: () => {},
    remove: () => {},
  };
  expect(readDrafts(blocked)).toEqual([]);
  expect(keepDraft(blocked, draft, 1, undefined)).toEqual({ ok: false, why: 'not-kept' });
  expect(() => dropDraft(blocked, 'one', 1)).not.toThrow();
});

test('any JSON gives drafts that are within the limits, or none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      expect(() => parseDrafts(text)).not.toThrow();
    }),
  );
  const hostile = fc.record({
    changed: fc.integer({ min: 0 }),
    draft: fc.record({
      id: fc.constant('one'),
      base: fc.anything(),
      title: fc.oneof(fc.string({ maxLength: 500 }), fc.anything()),
      start: fc.oneof(fc.string(), fc.anything()),
      lessons: fc.oneof(
        fc.array(fc.record({ id: fc.oneof(fc.integer(), fc.anything()), due: fc.anything(), note: fc.anything() })),
        fc.anything(),
      ),
    }),
  });
  fc.assert(
    fc.property(hostile, (item) => {
      const text = JSON.stringify({ version: 1, drafts: [item] });
      for (const { draft: read } of parseDrafts(text).drafts)
        expect(problemOf(read) !== null || encodePath(toPath(read)).ok).toBe(true);
    }),
  );
});

test('a base of another id is not believed', () => {
  const path = { id: 'other', version: 4, title: '', lessons: [{ id: 101 }] };
  const text = JSON.stringify({ version: 1, drafts: [{ draft: { ...draft, base: path }, changed: 1 }] });
  expect(parseDrafts(text).drafts[0]?.draft.base).toBeNull();
});
