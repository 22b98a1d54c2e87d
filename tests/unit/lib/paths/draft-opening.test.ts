import { expect, test } from 'vitest';
import type { Concept, Lesson, Site } from '@/lib/content/site-types';
import { newDraft } from '@/lib/paths/draft';
import type { DraftAddress } from '@/lib/paths/draft-address';
import { type OpeningSources, openDraft } from '@/lib/paths/draft-opening';
import { placeOf } from '@/lib/paths/draft-place';
import { type DraftRoad, draftRoad, graphOfRoad, lessonOf, minutesOfRoad, searchLessons } from '@/lib/paths/draft-road';
import type { Json } from '@/lib/progress/records';

const text = (zh: string, en: string) => ({ zh, en });
const lesson = (id: number, slug: string, en: string, prerequisites: string[] = []) => ({
  id,
  slug,
  stage: 'math',
  module: 'm1',
  minutes: 30,
  title: text(`第 ${id} 课`, en),
  aliases: { zh: ['别名'], en: ['nickname'] },
  prerequisites,
});
const site = {
  stages: [{ id: 'math', title: text('数学', 'Mathematics'), modules: [{ id: 'm1', title: text('一', 'One') }] }],
  lessons: [
    lesson(101, 'softmax', 'Softmax'),
    lesson(102, 'attention', 'Attention', ['softmax', 'not-written-yet']),
  ] as unknown as Lesson[],
  concepts: [{ id: 'qkv', lesson: 'attention', name: text('查询', 'Query') }] as unknown as Concept[],
  careers: [
    {
      id: 'expert',
      version: 1,
      name: text('专家', 'Expert'),
      summary: text('', ''),
      lessons: [
        { id: 102, slug: 'attention' },
        { id: 150, slug: 'planned' },
        { id: 101, slug: 'softmax' },
      ],
    },
  ],
  aliases: { '90': 101 },
} as unknown as Site;
const road: DraftRoad = draftRoad(site, 'en');

const path = { id: 'mine', version: 2, title: 'Mine', lessons: [{ id: 101 }] };
const records = (value: Json) => ({ paths: { mine: { v: value, t: 5 } } });
const open = (address: DraftAddress | null, more: Partial<OpeningSources> = {}) =>
  openDraft(address, {
    records: {},
    drafts: [],
    road,
    newId: 'fresh',
    copyTitle: (title) => `${title} (copy)`,
    ...more,
  });
const kept = (id: string, changed: number) => ({ draft: newDraft(id), changed });

test('a prerequisite that is not written is none', () => {
  expect(lessonOf(road, 102)?.needs).toEqual([101]);
  expect(graphOfRoad(road).needs).toEqual({ 101: [], 102: [101] });
});

test('a retired lesson has the title and the minutes of the one in its place; an unknown one has neither', () => {
  expect(lessonOf(road, 90)?.title).toBe('Softmax');
  expect(minutesOfRoad(road)).toEqual({ 90: 30, 101: 30, 102: 30 });
  expect(lessonOf(road, 60_000)).toBeUndefined();
});

test.each(['attention', '第 102 课', 'ATTENTION nick', '查询', 'query'])('a lesson is found by %s', (query) => {
  expect(searchLessons(road.lessons, query).map(({ id }) => id)).toContain(102);
});

test('a word that stands nowhere finds nothing, and no word finds all', () => {
  expect(searchLessons(road.lessons, 'attention zebra')).toEqual([]);
  expect(searchLessons(road.lessons, ' ')).toHaveLength(2);
});

test('without an address the draft that was changed last is opened; without drafts, none', () => {
  expect(open(null)).toBeNull();
  expect(open(null, { drafts: [kept('b', 9), kept('a', 3)] })).toMatchObject({
    draft: { id: 'b' },
    origin: 'kept',
    seen: 9,
  });
});

test('a career begins with the lessons that are written, in its order', () => {
  expect(open({ kind: 'from', id: 'expert' })).toMatchObject({
    draft: { id: 'fresh', base: null, title: 'Expert', lessons: [{ id: 102 }, { id: 101 }] },
  });
  expect(road.careers[0]?.planned).toBe(1);
});

test('the whole road begins without a title', () => {
  expect(open({ kind: 'from', id: 'road' })).toMatchObject({
    draft: { title: '', lessons: [{ id: 101 }, { id: 102 }] },
  });
});

test('a path of my own is edited, one of somebody else is copied without their name', () => {
  const edit = { kind: 'edit', id: 'mine' } as const;
  expect(open(edit, { records: records({ ...path, own: true }) })).toMatchObject({
    draft: { id: 'mine', base: path },
    origin: 'edit',
  });
  expect(open(edit, { records: records({ ...path, mentor: 'Mei' }) })).toMatchObject({
    draft: { id: 'fresh', base: null, title: 'Mine (copy)', mentor: '' },
    origin: 'not-own',
  });
});

test('an edit that was left unfinished goes on; a copy is always a new one', () => {
  const sources = { records: records({ ...path, own: true, mentor: 'Me' }), drafts: [kept('mine', 4)] };
  expect(open({ kind: 'edit', id: 'mine' }, sources)).toMatchObject({ origin: 'kept', seen: 4 });
  expect(open({ kind: 'copy', id: 'mine' }, sources)).toMatchObject({
    draft: { id: 'fresh', mentor: 'Me' },
    origin: 'copy',
  });
});

test('what is not here is missing, except a draft, which may have been saved or emptied since', () => {
  expect(open({ kind: 'edit', id: 'mine' })).toBe('missing');
  expect(open({ kind: 'from', id: 'nowhere' })).toBe('missing');
  expect(open({ kind: 'draft', id: 'mine' })).toBeNull();
  expect(open({ kind: 'draft', id: 'mine' }, { records: records({ ...path, own: true }) })).toMatchObject({
    origin: 'edit',
  });
});

test('chosen lessons go to the end, after a lesson, or where the road has them', () => {
  const graph = { road: [1, 2, 3, 4], needs: {}, aliases: {} };
  expect(placeOf('end', [4, 2], [1], graph)).toEqual({ do: 'add', ids: [1] });
  expect(placeOf(4, [4, 2], [1, 3], graph)).toEqual({ do: 'add', ids: [1, 3], at: 1 });
  expect(placeOf(9, [4, 2], [1], graph)).toEqual({ do: 'add', ids: [1] });
  expect(placeOf('road', [2, 4], [3, 1], graph)).toEqual({ do: 'arrange', ids: [1, 2, 3, 4] });
});
