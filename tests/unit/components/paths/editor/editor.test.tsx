// @vitest-environment happy-dom
/** The editor as a whole: where it starts, what it keeps, what it saves. */
import { expect, test, vi } from 'vitest';
import { draftKey } from '@/lib/paths/draft-storage';
import { findOwnedPath } from '@/lib/paths/owned-paths';
import { browserBackend } from '@/lib/progress/storage';
import { buttonNamed, find, settle, type } from '../../share/screen';
import {
  keptDrafts,
  leave,
  openEditor,
  order,
  otherTab,
  otherTabWrote,
  part,
  press,
  spoken,
  store,
  storedPath,
  storedRecords,
  t,
  titleOf,
} from './desk';

const titleField = (host: ParentNode) => find<HTMLInputElement>(host, 'input[name="title"]');
const mine = (id: string, version = 3) => ({
  id,
  version,
  title: `Path ${id}`,
  start: '2026-12-01',
  lessons: [{ id: 101, due: 7, note: 'slowly' }, { id: 60_000 }, { id: 104 }],
  own: true as const,
});

test('the starting points are nothing, the road, its stages, careers and the paths there are', async () => {
  const host = await openEditor('');
  await store(mine('listed'));
  const names = [...host.querySelectorAll('button')].map((button) => button.textContent);
  expect(names.join('|')).toMatch(/An empty path.*The whole road.*Mathematics.*Toolchain.*Builder/);
  expect(buttonNamed(host, /Edit “Path listed”/)).toBeDefined();
});

test.each([
  ['road', [101, 102, 103, 104, 201, 202]],
  ['toolchain', [201, 202]],
  ['builder', [201, 101]],
])('#from=%s begins with its lessons in its order', async (id, lessons) => {
  expect(order(await openEditor(`#from=${id}`))).toEqual(lessons);
});

test('an address of something that is not here says so and offers the starting points', async () => {
  const host = await openEditor('#edit=nowhere');
  expect(find(host, '[role="alert"]').textContent).toBe(t.start.missing);
  expect(buttonNamed(host, /An empty path/)).toBeDefined();
});

test('a starting point that was not touched leaves no draft behind', async () => {
  await openEditor('#from=road');
  await leave();
  expect(keptDrafts()).toEqual([]);
});

test('what was changed is kept, named in the address, and there again on return', async () => {
  const first = await openEditor('#from=toolchain');
  await settle(() => type(titleField(first), 'Mine'));
  await leave();
  const [kept] = keptDrafts();
  expect(location.hash).toBe(`#draft=${kept?.draft.id}`);
  const again = await openEditor('');
  expect(titleField(again).value).toBe('Mine');
  expect(order(again)).toEqual([201, 202]);
  expect(again.textContent).toContain('Your unfinished path is back');
});

test('an unfinished path can be discarded, and brought back', async () => {
  const first = await openEditor('#from=toolchain');
  await settle(() => type(titleField(first), 'Mine'));
  await leave();
  await press(first, /^Discard the draft$/);
  expect(keptDrafts()).toEqual([]);
  await press(first, /^Bring it back$/);
  await press(first, /^Go on with “Mine”$/);
  expect(titleField(first).value).toBe('Mine');
  await press(first, /^Discard the draft$/);
  const host = await openEditor('');
  await press(host, /An empty path/);
  await settle(() => type(titleField(host), 'Second'));
  await leave();
  const start = await openEditor('#edit=nowhere');
  await press(start, /Discard “Second”/);
  expect(keptDrafts()).toEqual([]);
  await press(start, /^Bring it back$/);
  expect(keptDrafts()[0]?.draft.title).toBe('Second');
});

test('saving puts the path into the list as one of my own, and forgets the draft', async () => {
  const host = await openEditor('#from=toolchain');
  await settle(() => type(titleField(host), 'Mine'));
  await leave();
  const id = keptDrafts()[0]?.draft.id ?? '';
  await press(host, /^Save to my paths$/);
  expect(findOwnedPath(storedRecords(), id)).toMatchObject({
    own: true,
    path: { id, version: 1, title: 'Mine', lessons: [{ id: 201 }, { id: 202 }] },
  });
  expect(keptDrafts()).toEqual([]);
  expect(location.hash).toBe(`#edit=${id}`);
  expect(buttonNamed(host, /^Saved as version 1$/).getAttribute('aria-disabled')).toBe('true');
});

test('a change of a saved path is its next version, with lessons of a newer site, notes and dates in place', async () => {
  await store(mine('edited'));
  const host = await openEditor('#edit=edited');
  expect(host.textContent).toContain(t.notice.edit(3, 4));
  expect(host.textContent).toContain(t.list.unknownSum(1));
  expect(buttonNamed(host, /^Saved as version 3$/).getAttribute('aria-disabled')).toBe('true');
  await settle(() => part(host, 104, 'up').click());
  await press(host, /^Save as version 4$/);
  expect(storedPath('edited')).toMatchObject({
    version: 4,
    start: '2026-12-01',
    lessons: [{ id: 101, due: 7, note: 'slowly' }, { id: 104 }, { id: 60_000 }],
  });
});

test('a path of somebody else is not edited: a copy is, under a new id and no name, and says so', async () => {
  const { own: _, ...theirs } = mine('theirs');
  await store({ ...theirs, mentor: 'Mei' });
  const host = await openEditor('#edit=theirs');
  expect(host.textContent).toContain(t.notice.notOwn);
  expect(titleField(host).value).toBe('Path theirs (copy)');
  expect(find<HTMLInputElement>(host, 'input[name="mentor"]').value).toBe('');
  await press(host, /^Save to my paths$/);
  expect(storedPath('theirs')).toMatchObject({ version: 3, title: 'Path theirs' });
  const copies = Object.values(storedRecords().paths ?? {}).filter(({ v }) => JSON.stringify(v).includes('(copy)'));
  expect(copies).toHaveLength(1);
});

test('a duplicate begins with the same content under an id of its own', async () => {
  await store(mine('twin'));
  const host = await openEditor('#edit=twin');
  await press(host, /^Duplicate$/);
  expect(host.textContent).toContain(t.notice.copy);
  expect(order(host)).toEqual([101, 60_000, 104]);
  expect(find(host, '[data-row="101"]').textContent).toContain('slowly');
  await press(host, /^Save to my paths$/);
  expect(storedPath('twin')).toMatchObject({ version: 3 });
});

test('lessons this site does not have can be taken out at once, and come back with undo', async () => {
  await store(mine('gaps'));
  const host = await openEditor('#edit=gaps');
  await press(host, /^Remove them$/);
  expect(order(host)).toEqual([101, 104]);
  await press(host, /^Undo$/);
  expect(order(host)).toEqual([101, 60_000, 104]);
});

test('a tab at rest takes over what another tab wrote', async () => {
  const host = await openEditor('#from=toolchain');
  await settle(() => type(titleField(host), 'Mine'));
  await leave();
  const id = keptDrafts()[0]?.draft.id ?? '';
  await otherTab(id, 'Theirs');
  await otherTabWrote();
  expect(titleField(host).value).toBe('Theirs');
  expect(host.textContent).toContain(t.notice.follows);
});

test('two tabs that both changed a draft keep both', async () => {
  const host = await openEditor('#from=toolchain');
  await settle(() => type(titleField(host), 'Mine'));
  await leave();
  const id = keptDrafts()[0]?.draft.id ?? '';
  await otherTab(id, 'Theirs');
  await settle(() => type(titleField(host), 'Mine too'));
  await leave();
  expect(titleField(host).value).toBe('Mine too');
  expect(host.textContent).toContain(t.notice.split);
  expect(
    keptDrafts()
      .map(({ draft }) => draft.title)
      .toSorted(),
  ).toEqual(['Mine too', 'Theirs']);
  await press(host, /^Open the other one$/);
  expect(titleField(host).value).toBe('Theirs');
});

test('a change that is not kept yet when another tab writes stays, as a path of its own', async () => {
  const host = await openEditor('#from=toolchain');
  await settle(() => type(titleField(host), 'Mine'));
  await leave();
  const id = keptDrafts()[0]?.draft.id ?? '';
  await settle(() => type(titleField(host), 'Mine too'));
  await otherTab(id, 'Theirs');
  await otherTabWrote();
  expect(titleField(host).value).toBe('Mine too');
  expect(host.textContent).toContain(t.notice.split);
  await leave();
  const titles = keptDrafts().map(({ draft }) => draft.title);
  expect(titles.toSorted()).toEqual(['Mine too', 'Theirs']);
});

test('what another tab wrote is taken over once, however many events tell of it', async () => {
  const host = await openEditor('#from=toolchain');
  await settle(() => type(titleField(host), 'Mine'));
  await leave();
  const id = keptDrafts()[0]?.draft.id ?? '';
  await otherTab(id, 'Theirs');
  // As when a page comes back from the browser's cache: two events before React draws.
  await settle(() => {
    for (const event of ['pageshow', 'pageshow']) dispatchEvent(new Event(event));
  });
  await leave();
  expect(titleField(host).value).toBe('Theirs');
  expect(keptDrafts().map(({ draft }) => [draft.id, draft.title])).toEqual([[id, 'Theirs']]);
});

test('a path saved elsewhere in the meantime is not overwritten unasked', async () => {
  await store(mine('shared'));
  const host = await openEditor('#edit=shared');
  await settle(() => type(titleField(host), 'Mine'));
  await store({ ...mine('shared', 4), title: 'Elsewhere' });
  expect(find(host, '[role="alert"]').textContent).toContain(t.notice.changedElsewhere(4));
  await press(host, /^Save mine as version 5$/);
  expect(storedPath('shared')).toMatchObject({ version: 5, title: 'Mine' });
  expect(host.querySelector('[role="alert"]')).toBeNull();
});

test('where nothing can be kept, that is said', async () => {
  const set = vi.spyOn(browserBackend, 'set').mockImplementation((name) => {
    if (name === draftKey) throw new Error('quota exceeded');
  });
  const host = await openEditor('#from=toolchain');
  await settle(() => type(titleField(host), 'Mine'));
  await leave();
  set.mockRestore();
  expect(find(host, '[role="alert"]').textContent).toBe(t.notice.notKept);
});

test('one press adds what is missing, another puts the order right', async () => {
  const host = await openEditor('#from=builder');
  await press(host, new RegExp(`^Remove “${titleOf(101)}”`));
  const check = (id: number) =>
    [...host.querySelectorAll('[data-editor="picker"] li label')]
      .find((label) => label.textContent?.includes(titleOf(id)))
      ?.querySelector('input');
  await settle(() => check(103)?.click());
  await settle(() => check(101)?.click());
  expect(order(host)).toEqual([201, 103, 101]);
  expect(find(host, '[data-row="103"]').textContent).toContain(t.list.missing(titleOf(102)));
  await press(host, /^Add what is missing$/);
  expect(spoken(host)).toBe(t.say.addedMany(1));
  await press(host, /^Put in order$/);
  expect(order(host)).toEqual([201, 101, 102, 103]);
  expect(host.querySelector('[data-editor="warnings"]')).toBeNull();
});

test('lessons are added where the mentor says: after one, each after the last', async () => {
  const host = await openEditor('#from=math');
  const place = find<HTMLSelectElement>(host, '[data-editor="picker"] select');
  await settle(() => {
    place.value = '101';
    place.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await press(host, /^Add all 2 of “Toolchain”/);
  expect(order(host)).toEqual([101, 201, 202, 102, 103, 104]);
  expect(place.value).toBe('202');
});

test('the search finds lessons by the words of the other language', async () => {
  const host = await openEditor('#from=math');
  await settle(() => type(find<HTMLInputElement>(host, '[data-editor="picker"] input[type="search"]'), '课 201'));
  const labels = [...host.querySelectorAll('[data-editor="picker"] li')].map((item) => item.textContent);
  expect(labels).toHaveLength(1);
  expect(labels[0]).toContain(titleOf(201));
});

test('a date typed before the start is refused with its reason, a good one becomes an offset', async () => {
  await store(mine('dated'));
  const host = await openEditor('#edit=dated');
  await settle(() => part(host, 104, 'details').click());
  const field = () => find<HTMLInputElement>(host, '[data-row="104"] input[type="date"]');
  await settle(() => type(field(), '2026-11-30'));
  expect(find(host, '[data-row="104"]').textContent).toContain(t.dateError['before-start']);
  await settle(() => type(field(), '2026-12-15'));
  expect(find(host, '[data-row="104"]').textContent).not.toContain(t.dateError['before-start']);
  await press(host, /^Save as version 4$/);
  expect(storedPath('dated')).toMatchObject({ lessons: [{}, {}, { id: 104, due: 14 }] });
});

test('dates are spread over weeks at the pace chosen, and sorted again after a move', async () => {
  const host = await openEditor('#from=math');
  await settle(() => type(find<HTMLInputElement>(host, 'input[name="pace"]'), '1'));
  await press(host, /^Spread the dates$/);
  const dues = () =>
    [...host.querySelectorAll('[data-row]')].map((row) => /after (\d) week/.exec(row.textContent ?? '')?.[1]);
  expect(dues()).toEqual(['1', '2', '3', '4']);
  await settle(() => part(host, 104, 'up').click());
  expect(dues()).toEqual(['1', '2', '4', '3']);
  await press(host, /^Sort the dates$/);
  expect(dues()).toEqual(['1', '2', '3', '4']);
});

test('sixty lessons, most of them unknown here, are all there and none is lost by an edit', async () => {
  const lessons = Array.from({ length: 60 }, (_, i) => ({ id: 1_000 + i, due: 3 * i }));
  await store({ id: 'sixty', version: 1, title: 'Sixty', lessons, own: true });
  const host = await openEditor('#edit=sixty');
  expect(order(host)).toHaveLength(60);
  await settle(() => part(host, 1_059, 'up').click());
  await press(host, /^Save as version 2$/);
  expect(storedPath('sixty')).toMatchObject({ lessons: { length: 60 } });
});
