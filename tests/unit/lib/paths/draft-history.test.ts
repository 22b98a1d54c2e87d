import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Draft, editOf, emptyContent, newDraft, type PathContent, problemOf, toPath } from '@/lib/paths/draft';
import { changeContent, type DraftAction } from '@/lib/paths/draft-actions';
import { advance, type DraftHistory, startHistory } from '@/lib/paths/draft-history';
import { shareLimits } from '@/lib/share/limits';
import { encodePath } from '@/lib/share/path-code';
import { anyDay, anyPath, anyText } from '../share/arbitraries';

const anyId = fc.oneof(fc.integer({ min: 101, max: 120 }), fc.integer());
const anyIds = fc.array(anyId, { maxLength: 12 });
/** Also what no field would let through: a step must hold the limits by itself. */
const anyAction: fc.Arbitrary<DraftAction> = fc.oneof(
  fc.record({ do: fc.constant('add' as const), ids: anyIds }),
  fc.record({ do: fc.constant('add' as const), ids: anyIds, at: fc.integer({ min: -3, max: 40 }) }),
  fc.record({ do: fc.constant('remove' as const), ids: anyIds }),
  fc.record({ do: fc.constant('move' as const), id: anyId, to: fc.integer({ min: -3, max: 40 }) }),
  fc.record({ do: fc.constant('arrange' as const), ids: anyIds }),
  fc.record({ do: fc.constant('due' as const), id: anyId, due: fc.option(fc.oneof(fc.integer(), fc.double())) }),
  fc.record({ do: fc.constant('note' as const), id: anyId, note: anyText(900) }),
  fc.record({ do: fc.constantFrom('title' as const, 'mentor' as const), text: anyText(300) }),
  fc.record({ do: fc.constant('start' as const), text: fc.oneof(anyDay, fc.constant(''), anyText(20)) }),
  fc.record({ do: fc.constantFrom('clear-dates' as const, 'sort-dates' as const) }),
  fc.record({ do: fc.constant('shift' as const), days: fc.oneof(fc.integer(), fc.double()) }),
  fc.record({
    do: fc.constant('spread' as const),
    plan: fc.record({ weekMinutes: fc.integer(), minutes: fc.constant({ 101: 30, 102: 50 }) }),
  }),
);
const anyActions = fc.array(anyAction, { maxLength: 25 });
const anyDraft: fc.Arbitrary<Draft> = fc.oneof(anyPath.map(editOf), fc.constant(newDraft('fresh')));

const ids = ({ lessons }: PathContent) => lessons.map(({ id }) => id);
const run = (draft: Draft, actions: readonly DraftAction[]): DraftHistory =>
  actions.reduce(advance, startHistory(draft));
const contentOf = ({ title, mentor, start, lessons }: PathContent) => ({ title, mentor, start, lessons });
const at = (list: readonly number[], ...more: DraftAction[]) =>
  ids(more.reduce(changeContent, { ...emptyContent, lessons: list.map((id) => ({ id })) }));

test('whatever is done to a draft, what is left without a problem can be encoded', () => {
  fc.assert(
    fc.property(anyDraft, anyActions, (draft, actions) => {
      const { draft: after } = run(draft, actions);
      const problem = problemOf(after);
      if (problem === null) return encodePath(toPath(after)).ok;
      return problem === 'no-lessons' || problem === 'too-long' || problem === 'too-many-versions';
    }),
  );
});

test('a move keeps every lesson with its date and note, and puts the one where it was told to', () => {
  fc.assert(
    fc.property(anyPath, fc.nat(), fc.integer({ min: -5, max: 60 }), (path, pick, to) => {
      const id = path.lessons[pick % path.lessons.length]?.id ?? 0;
      const after = changeContent(editOf(path), { do: 'move', id, to });
      const byId = (list: PathContent['lessons']) => [...list].sort((a, b) => a.id - b.id);
      expect(byId(after.lessons)).toEqual(byId(path.lessons));
      expect(ids(after).indexOf(id)).toBe(Math.min(path.lessons.length - 1, Math.max(0, to)));
      expect(ids(after).filter((each) => each !== id)).toEqual(ids(editOf(path)).filter((each) => each !== id));
    }),
  );
});

test('undoing every step brings back the start, redoing them the end', () => {
  fc.assert(
    fc.property(anyDraft, anyActions, (draft, actions) => {
      const end = run(draft, actions);
      let back = end;
      for (const _ of end.past) back = advance(back, { do: 'undo' });
      expect(contentOf(back.draft)).toEqual(contentOf(draft));
      expect(advance(back, { do: 'undo' })).toBe(back);
      let forth = back;
      for (const _ of back.future) forth = advance(forth, { do: 'redo' });
      expect(contentOf(forth.draft)).toEqual(contentOf(end.draft));
      expect(advance(forth, { do: 'redo' })).toBe(forth);
    }),
  );
});

test('lessons that this site does not know stay where they are while others move', () => {
  expect(at([101, 60_000, 102], { do: 'move', id: 102, to: 0 })).toEqual([102, 101, 60_000]);
  expect(at([101, 60_000, 102], { do: 'add', ids: [103], at: 1 })).toEqual([101, 103, 60_000, 102]);
});

test('adding many puts them at the place in their order, without those that are in already', () => {
  expect(at([101, 102], { do: 'add', ids: [103, 102, 104, 103], at: 1 })).toEqual([101, 103, 104, 102]);
  expect(at([101], { do: 'add', ids: [102] })).toEqual([101, 102]);
});

test('an id that no link could carry is not added', () => {
  expect(at([], { do: 'add', ids: [0, -1, 1.5, Number.NaN, 65_536] })).toEqual([]);
});

test('arranging keeps what it does not name, after what it names', () => {
  expect(at([101, 102, 103, 104], { do: 'arrange', ids: [103, 105, 101] })).toEqual([103, 105, 101, 102, 104]);
});

test('a step that changes nothing leaves nothing to undo', () => {
  const draft = newDraft('a', { lessons: [{ id: 101, due: 3 }] });
  const still: DraftAction[] = [
    { do: 'add', ids: [101] },
    { do: 'remove', ids: [7] },
    { do: 'move', id: 101, to: 5 },
    { do: 'due', id: 101, due: 3 },
    { do: 'note', id: 101, note: '' },
    { do: 'start', text: '1999-01-01' },
    { do: 'shift', days: 0 },
    { do: 'replace', content: draft },
  ];
  expect(run(draft, still).past).toEqual([]);
});

test('keystrokes in one field are one step, and another field begins the next', () => {
  const typed = run(newDraft('a', { lessons: [{ id: 101 }] }), [
    { do: 'title', text: 'T' },
    { do: 'title', text: 'Te' },
    { do: 'note', id: 101, note: 'a' },
    { do: 'note', id: 101, note: 'ab' },
    { do: 'title', text: 'Tea' },
  ]);
  expect(typed.past.map(({ title, lessons }) => [title, lessons[0]?.note])).toEqual([
    ['', undefined],
    ['Te', undefined],
    ['Te', 'ab'],
  ]);
});

test('after undo, typing on begins a new step', () => {
  const typed = run(newDraft('a'), [
    { do: 'title', text: 'T' },
    { do: 'title', text: 'Te' },
  ]);
  const again = advance(advance(typed, { do: 'undo' }), { do: 'title', text: 'X' });
  expect(advance(again, { do: 'undo' }).draft.title).toBe('');
});

test('undo does not undo a save: the next change is still the next version', () => {
  const edited = run(newDraft('a', { lessons: [{ id: 101 }] }), [{ do: 'title', text: 'One' }]);
  const saved = advance(edited, { do: 'saved', path: toPath(edited.draft) });
  expect(toPath(saved.draft).version).toBe(1);
  expect(toPath(advance(saved, { do: 'undo' }).draft)).toMatchObject({ id: 'a', version: 2, title: '' });
});

test('texts are cut at the limits of a link', () => {
  const long = run(newDraft('a', { lessons: [{ id: 101 }] }), [
    { do: 'title', text: 'x'.repeat(500) },
    { do: 'mentor', text: 'x'.repeat(500) },
    { do: 'note', id: 101, note: 'x'.repeat(500) },
  ]).draft;
  expect(long.title).toHaveLength(shareLimits.title);
  expect(long.mentor).toHaveLength(shareLimits.name);
  expect(long.lessons[0]?.note).toHaveLength(shareLimits.note);
});
