// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SharePage } from '@/components/share/share-page';
import { strings } from '@/components/share/strings';
import { storageKey } from '@/lib/progress/storage';
import { failureReasons } from '@/lib/share/decode';
import { encodePath, type SharedPath } from '@/lib/share/path-code';
import { encodeSnapshot, type Snapshot } from '@/lib/share/snapshot-code';
import { buttonNamed, find, road, settle, show, type } from './screen';

const path: SharedPath = {
  id: 'team',
  version: 1,
  title: '<b>Team</b> \u202Eroad',
  mentor: 'Mei',
  start: '2026-12-01',
  lessons: [{ id: 201, due: 7, note: '<img src=x onerror=alert(1)>\nsecond line' }, { id: 999 }, { id: 101 }],
};
const snapshot: Snapshot = {
  taken: '2026-11-23',
  name: '<i>Ada</i>',
  lessons: [
    { id: 101, state: 'done', changed: '2026-11-20' },
    { id: 102, state: 'skipped' },
    { id: 201, state: 'doing' },
    { id: 999, state: 'todo' },
  ],
};
const codeOf = (value: SharedPath | Snapshot) => {
  const encoded = 'title' in value ? encodePath(value) : encodeSnapshot(value);
  if (!encoded.ok) throw new Error(encoded.field);
  return encoded.code;
};

async function openAt(address: string, locale: 'en' | 'zh' = 'en'): Promise<HTMLElement> {
  window.history.replaceState(null, '', `/en/share/${address}`);
  return show(<SharePage locale={locale} road={road} />);
}

test('a snapshot shows name, day and the one percentage, with the lessons this build does not know counted', async () => {
  const host = await openAt(`#${codeOf(snapshot)}&from=timeline`);
  expect(find(host, 'h1').textContent).toBe('<i>Ada</i>');
  expect(find(host, '[data-percent]').dataset.percent).toBe('33');
  expect(host.textContent).toContain(strings.en.sum(1, 3));
  expect(host.textContent).toContain(strings.en.unknownCounted(1));
  expect(host.textContent).toContain('Nov 20, 2026');
});

test('a snapshot has nothing in it that could store anything', async () => {
  const host = await openAt(`#${codeOf(snapshot)}`);
  expect([...host.querySelectorAll('article button')]).toEqual([]);
  expect(localStorage.getItem(storageKey)).toBeNull();
});

test("a path shows the mentor's order, dates and notes, as text and nothing else", async () => {
  const host = await openAt(`?p=${codeOf(path)}`);
  expect(find(host, 'h1').textContent).toBe(path.title);
  expect([...host.querySelectorAll('ol a')].map((link) => link.textContent)).toEqual(['Lesson three', 'Lesson one']);
  expect([...host.querySelectorAll('ol > li > span')].map((place) => place.textContent)).toEqual(['1', '3']);
  expect(find(host, 'ol time').getAttribute('datetime')).toBe('2026-12-08');
  expect(host.textContent).toContain('<img src=x onerror=alert(1)>\nsecond line');
  expect(host.querySelector('img, b, i')).toBeNull();
  expect(host.textContent).toContain(strings.en.unknown(1));
});

test('opening a path stores nothing; adding it stores it whole, once', async () => {
  const host = await openAt(`#${codeOf(path)}`);
  expect(localStorage.getItem(storageKey)).toBeNull();
  await settle(() => buttonNamed(host, /^Add this path$/).click());
  expect(localStorage.getItem(storageKey)).toContain('"team"');
  expect(host.textContent).toContain(strings.en.added);
  expect([...host.querySelectorAll('article button')]).toEqual([]);
});

test('a newer version of a path I have says what changes before it replaces anything', async () => {
  const newer = { ...path, id: 'other', version: 2, lessons: [{ id: 101 }, { id: 102 }] };
  const host = await openAt(`#${codeOf({ ...path, id: 'other' })}`);
  await settle(() => buttonNamed(host, /^Add this path$/).click());
  await settle(() => {
    location.hash = codeOf(newer);
    window.dispatchEvent(new Event('hashchange'));
  });
  expect(host.textContent).toContain(strings.en.diff.removed(2));
  expect(host.textContent).toContain(strings.en.diff.added(1));
  await settle(() => buttonNamed(host, /^Update to version 2$/).click());
  expect(localStorage.getItem(storageKey)).toContain('"version":2');
});

test.each([
  ['', 'empty'],
  ['#from=timeline', 'not-a-code'],
  [`#${codeOf(path).slice(0, 40)}`, 'cut'],
  [`?p=${codeOf(path).slice(0, -6)}AAAAAA`, 'damaged'],
])('%j gives its reason in both languages, and nothing is stored', async (address, reason) => {
  for (const locale of ['en', 'zh'] as const) {
    const host = await openAt(address, locale);
    const message = find(host, '[data-reason]');
    expect(message.dataset.reason).toBe(reason);
    expect(message.textContent).toContain(strings[locale].failures[reason as 'cut']);
    expect(localStorage.getItem(storageKey)).toBeNull();
  }
});

test('every reason has words of its own in both languages', () => {
  for (const locale of ['en', 'zh'] as const) {
    const words = failureReasons.map((reason) => strings[locale].failures[reason]);
    expect(new Set(words).size).toBe(failureReasons.length);
  }
});

test('a pasted message opens and puts its code into the address', async () => {
  const host = await openAt('');
  await settle(() => type(find<HTMLTextAreaElement>(host, 'textarea'), `看我的进度：${codeOf(snapshot)}，谢谢！`));
  await settle(() => buttonNamed(host, /^Open$/).click());
  expect(location.hash).toBe(`#${codeOf(snapshot)}`);
  await settle(() => window.dispatchEvent(new Event('hashchange')));
  expect(find(host, 'h1').textContent).toBe('<i>Ada</i>');
});

test('a message with several codes lets the reader choose', async () => {
  const host = await openAt('');
  const text = `${codeOf(snapshot)}\n${codeOf({ ...path, title: 'Team' })}`;
  await settle(() => type(find<HTMLTextAreaElement>(host, 'textarea'), text));
  await settle(() => buttonNamed(host, /^Open$/).click());
  expect([...host.querySelectorAll('form li')].map((item) => item.textContent)).toEqual([
    '<i>Ada</i> · Nov 23, 2026',
    'Learning path · Team',
  ]);
});

test('a megabyte in the box gets an answer and changes nothing', async () => {
  const host = await openAt('');
  await settle(() => type(find<HTMLTextAreaElement>(host, 'textarea'), 'lw1p'.repeat(262_144)));
  await settle(() => buttonNamed(host, /^Open$/).click());
  expect(find(host, 'form [data-reason]').dataset.reason).toBe('damaged');
  expect(location.hash).toBe('');
  expect(localStorage.getItem(storageKey)).toBeNull();
});

test('every frozen code draws without an error', async () => {
  const { codes } = JSON.parse(readFileSync('tests/fixtures/share/vectors.json', 'utf8')) as {
    codes: { code: string; kind: string }[];
  };
  const host = await openAt('');
  for (const { code, kind } of codes) {
    await settle(() => {
      location.hash = code;
      window.dispatchEvent(new Event('hashchange'));
    });
    expect(find(host, 'article').dataset.share).toBe(kind);
  }
});
