// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { progress } from '@/components/progress/progress-store';
import { addStrings } from '@/components/share/add-strings';
import { strings as buttonStrings } from '@/components/share/button-strings';
import { changeStrings } from '@/components/share/change-strings';
import { SharePage } from '@/components/share/share-page';
import { strings } from '@/components/share/strings';
import { activePath, findOwnedPath, listPaths, saveOwnPath } from '@/lib/paths/owned-paths';
import { storageKey } from '@/lib/progress/storage';
import { adoptPath } from '@/lib/share/adopt-path';
import { failureReasons } from '@/lib/share/decode';
import { lightenPath } from '@/lib/share/lighten-path';
import { encodePath, type SharedPath } from '@/lib/share/path-code';
import { encodeSnapshot, type Snapshot } from '@/lib/share/snapshot-code';
import { appear, buttonNamed, find, road, settle, show, type } from './screen';

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

/** The words of the page, of adding and of differences: no two have a name in common that means something else. */
const t = { ...strings.en, ...addStrings.en, ...changeStrings.en };
/** What can be done about the path on show, sharing it on left aside. */
const stepsOf = (host: HTMLElement) =>
  [...host.querySelectorAll('article .button')].map((step) => step.textContent).slice(0, -1);

async function openAt(address: string, locale: 'en' | 'zh' = 'en'): Promise<HTMLElement> {
  window.history.replaceState(null, '', `/en/share/${address}`);
  const host = await show(<SharePage locale={locale} road={road} />);
  if (host.querySelector('[data-share=path]')) await appear(host, '[data-add]');
  return host;
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
  expect(host.textContent).toContain(t.outcome.added);
  expect(stepsOf(host)).toEqual([t.activate, t.firstLesson, t.myPaths]);
});

async function goTo(host: HTMLElement, code: string): Promise<void> {
  await settle(() => {
    location.hash = code;
    window.dispatchEvent(new Event('hashchange'));
  });
  if (host.querySelector('[data-share=path]')) await appear(host, '[data-add]');
}
const stored = (id: string) => findOwnedPath(progress.getState().records, id);
const changes = (host: HTMLElement) =>
  [...find(host, '[data-changes]').querySelectorAll('ul > li')].map((line) => line.textContent);

test('where adding cannot be loaded, the page says so and tries again when told to', async () => {
  vi.doMock('@/components/share/add-path', () => {
    throw new Error('offline');
  });
  window.history.replaceState(null, '', `/en/share/#${codeOf({ ...path, id: 'offline' })}`);
  const host = await show(<SharePage locale="en" road={road} />);
  await appear(host, 'article [role=status] .button');
  expect(host.textContent).toContain(buttonStrings.en.failed);
  expect(find(host, 'h1').textContent).toBe(path.title);
  vi.doUnmock('@/components/share/add-path');
  await settle(() => buttonNamed(host, /^Try again$/).click());
  await appear(host, '[data-add=new]');
});

test('what follows adding a path: follow it, begin, see all paths', async () => {
  const host = await openAt(`#${codeOf({ ...path, id: 'next' })}`);
  await settle(() => buttonNamed(host, /^Add this path$/).click());
  expect(find<HTMLAnchorElement>(host, 'a[href*="/learn/"].button').getAttribute('href')).toBe(
    '/en/learn/toolchain/three/',
  );
  expect(find<HTMLAnchorElement>(host, 'a[href$="/paths/"]').textContent).toBe(t.myPaths);
  expect(activePath(progress.getState().records)?.path.id).not.toBe('next');
  await settle(() => buttonNamed(host, /^Follow this path now$/).click());
  expect(activePath(progress.getState().records)?.path.id).toBe('next');
  expect(host.textContent).toContain(t.active);
  expect(stepsOf(host)).toEqual([t.firstLesson, t.myPaths]);
});

test('who has begun goes on with the next open lesson of the path', async () => {
  await settle(() => progress.write(() => [{ collection: 'lessons', key: 201, value: { status: 'done' } }]));
  const host = await openAt(`#${codeOf({ ...path, id: 'begun' })}`);
  await settle(() => buttonNamed(host, /^Add this path$/).click());
  expect(stepsOf(host)).toEqual([t.activate, t.goOn('Lesson one'), t.myPaths]);
  await settle(() => progress.write(() => [{ collection: 'lessons', key: 201, value: null }]));
});

test('a newer version of a path I have tells by title what changes before it replaces anything', async () => {
  const mine: SharedPath = {
    ...path,
    id: 'other',
    title: 'Team',
    lessons: [{ id: 101, due: 3 }, { id: 102, due: 7 }, { id: 999 }],
  };
  const newer: SharedPath = {
    ...mine,
    version: 2,
    title: 'Winter team',
    start: '2026-12-08',
    lessons: [{ id: 102, due: 7, note: 'read twice' }, { id: 101, due: 20 }, { id: 201 }],
  };
  const host = await openAt(`#${codeOf(mine)}`);
  await settle(() => buttonNamed(host, /^Add this path$/).click());
  const before = localStorage.getItem(storageKey);
  await goTo(host, codeOf(newer));
  expect(changes(host)).toEqual([
    `${t.titleField} Team → becomes  Winter team`,
    `${t.starts} Dec 1, 2026 → becomes  Dec 8, 2026${t.changes.shifted(1)}`,
    'Lesson threeplace 3',
    `${t.unknownLesson(999)}place 3`,
    'Lesson twoplace 2 → becomes  place 1',
    'Lesson oneDec 4, 2026 → becomes  Dec 28, 2026',
    'Lesson twoBeforenoneNowread twice',
  ]);
  expect(localStorage.getItem(storageKey)).toBe(before);
  await settle(() => buttonNamed(host, /^Update to version 2$/).click());
  expect(stored('other')).toMatchObject({ own: false, path: { version: 2, title: 'Winter team' } });
  expect(host.textContent).toContain(t.outcome.updated);
});

test('mine can be kept and the newer one added as a copy', async () => {
  const host = await openAt(`#${codeOf({ ...path, id: 'kept', title: 'Team' })}`);
  await settle(() => buttonNamed(host, /^Add this path$/).click());
  await goTo(host, codeOf({ ...path, id: 'kept', title: 'Team', version: 2 }));
  await settle(() => buttonNamed(host, /^Keep mine, add this one as a copy$/).click());
  expect(stored('kept')?.path.version).toBe(1);
  const copies = listPaths(progress.getState().records).filter((each) => each.path.title === t.copyTitle('Team'));
  expect(copies).toMatchObject([{ own: true, path: { version: 1, lessons: path.lessons } }]);
  expect(host.textContent).toContain(t.outcome.copied);
  await settle(() => buttonNamed(host, /^Follow this path now$/).click());
  expect(activePath(progress.getState().records)?.path.id).toBe(copies[0]?.path.id);
});

test('my own path stays editable when its later version is opened from another device', async () => {
  await settle(() => saveOwnPath(progress, { ...path, id: 'made-here' }));
  const host = await openAt(`#${codeOf({ ...path, id: 'made-here', version: 2 })}`);
  expect(host.textContent).toContain(t.ownHint);
  await settle(() => buttonNamed(host, /^Update to version 2$/).click());
  expect(stored('made-here')).toMatchObject({ own: true, path: { version: 2 } });
});

test.each([
  ['an older version', { version: 1, title: 'Old' }, t.older(2)],
  ['other content under the same version', { version: 2, title: 'Forged' }, t.conflict],
])('%s leaves mine alone, says how it differs, and offers a copy', async (_, change, words) => {
  const mine = { ...path, id: 'stays', version: 2, title: 'Mine' };
  await settle(() => adoptPath(progress, mine));
  const host = await openAt(`#${codeOf({ ...mine, ...change })}`);
  expect(host.textContent).toContain(words);
  expect(find(host, '[data-changes] h2').textContent).toBe(t.differs.heading);
  expect(changes(host)[0]).toContain('Mine');
  expect(stepsOf(host)).toEqual([t.copy, t.myPaths]);
  await settle(() => buttonNamed(host, /^Add this one as a copy$/).click());
  expect(stored('stays')?.path).toEqual(mine);
});

test('a link with less than I have says so and offers nothing to add', async () => {
  const mine: SharedPath = { ...path, id: 'full' };
  await settle(() => adoptPath(progress, mine));
  const host = await openAt(`#${codeOf(lightenPath(mine, { notes: false, dates: true, mentor: true }))}`);
  expect(host.textContent).toContain(t.lighter);
  expect(stepsOf(host)).toEqual([t.activate, t.firstLesson, t.myPaths]);
});

test('a link with more than I have can fill it up', async () => {
  const full: SharedPath = { ...path, id: 'light' };
  await settle(() => adoptPath(progress, lightenPath(full, { notes: false, dates: false, mentor: false })));
  const host = await openAt(`#${codeOf(full)}`);
  expect(host.textContent).toContain(t.fuller);
  await settle(() => buttonNamed(host, /^Add what mine leaves out$/).click());
  expect(stored('light')?.path).toEqual(full);
});

test('what only carries the number of the roadmap’s own path is shown as that', async () => {
  const career: SharedPath = { id: 'career-expert', version: 1, title: 'Expert', lessons: [{ id: 201 }, { id: 101 }] };
  const host = await openAt(`#${codeOf(career)}`);
  expect(host.textContent).toContain(t.career('Expert'));
  await goTo(host, codeOf({ ...career, version: 9, lessons: [{ id: 101, note: 'buy my course' }] }));
  expect(host.textContent).toContain(t.falseCareer('Expert'));
});

test('a snapshot can go on to the mentor’s table, its code behind #, and names the path that I have too', async () => {
  await settle(() => adoptPath(progress, { ...path, id: 'ours', title: 'Ours' }));
  const code = codeOf({ ...snapshot, path: { id: 'ours', version: 3 } });
  const host = await openAt(`#${code}`);
  expect(find(host, `a[href="/en/cohort/#${code}"]`).textContent).toBe(t.cohort);
  expect(host.textContent).toContain(t.ofPath('Ours', 3));
  await goTo(host, codeOf({ ...snapshot, path: { id: 'theirs', version: 3 } }));
  expect(host.textContent).toContain(t.ofOtherPath(3));
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
