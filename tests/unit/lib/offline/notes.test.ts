import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Note, openNotes, pagesToForget, parseNote } from '@/lib/offline/notes';
import { fakeCaches, scope } from './fake-site';

test('a note that is put again takes the place of the first; others are not touched', async () => {
  const notes = openNotes(fakeCaches(), scope);
  await notes.put({ kind: 'group', name: 'en/math', complete: false });
  await notes.put({ kind: 'page', name: '/en/map/', at: 5 });
  await notes.put({ kind: 'group', name: 'en/math', complete: true });
  expect(await notes.list()).toEqual([
    { kind: 'group', name: 'en/math', complete: true },
    { kind: 'page', name: '/en/map/', at: 5 },
  ]);
  await notes.remove([{ kind: 'page', name: '/en/map/' }]);
  expect(await notes.list()).toHaveLength(1);
});

test('whatever was stored in place of a note is passed over', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const note = parseNote(text);
      return note === null || typeof note.name === 'string';
    }),
  );
  expect(parseNote('{"kind":"page","name":"/en/","at":"soon"}')).toBeNull();
  expect(parseNote('{"kind":"group","name":"en/math","complete":"yes"}')).toMatchObject({ complete: false });
});

test('of the visited pages the oldest are forgotten, groups never', () => {
  const notes: Note[] = [
    { kind: 'page', name: 'old', at: 1 },
    { kind: 'group', name: 'en/math', complete: true },
    { kind: 'page', name: 'new', at: 3 },
    { kind: 'page', name: 'middle', at: 2 },
  ];
  expect(pagesToForget(notes, 2).map(({ name }) => name)).toEqual(['old']);
  expect(pagesToForget(notes, 3)).toEqual([]);
});
