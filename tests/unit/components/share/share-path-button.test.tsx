// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { SharePathButton } from '@/components/share/share-path-button';
import { strings } from '@/components/share/sheet-strings';
import { decodeCode } from '@/lib/share/decode';
import { encodePath, type SharedPath } from '@/lib/share/path-code';
import { appear, buttonNamed, find, settle, show } from './screen';

const t = strings.en;
const path: SharedPath = {
  id: 'team',
  version: 3,
  title: '<b>Team</b>',
  mentor: 'Mei',
  start: '2026-12-01',
  lessons: [
    { id: 201, due: 7, note: '<img src=x>\nsecond line' },
    { id: 999, note: 'later' },
    { id: 101, due: 0 },
  ],
};
const titles: Readonly<Record<number, string>> = { 101: 'Lesson one', 201: 'Lesson three' };

async function openSheet(shared: SharedPath): Promise<HTMLElement> {
  const host = await show(<SharePathButton locale="en" path={shared} titleOf={(id) => titles[id]} />);
  await settle(() => buttonNamed(host, /^Share this path$/).click());
  await appear(host, 'dialog');
  return host;
}

const fields = (host: HTMLElement) =>
  [...host.querySelectorAll<HTMLInputElement>('input[readonly]')].map((field) => field.value);
const choices = (host: HTMLElement) => [...host.querySelectorAll('fieldset label')].map((label) => label.textContent);
const choose = (host: HTMLElement, label: string) =>
  settle(() => [...host.querySelectorAll('label')].find((each) => each.textContent === label)?.click());

test('the sheet shows word for word what the link holds, and the link holds it', async () => {
  const host = await openSheet(path);
  const rows = [...host.querySelectorAll('ol li')].map((row) => row.textContent);
  expect(rows).toEqual([
    '1Lesson threedue Dec 8, 2026Note: <img src=x>\nsecond line',
    '2Lesson no. 999Note: later',
    '3Lesson onedue Dec 1, 2026',
  ]);
  for (const words of [path.title, 'Mei', 'Dec 1, 2026', t.holdVersion(3), t.holdNotes(2)])
    expect(host.textContent).toContain(words);
  expect(host.querySelector('img, b')).toBeNull();
  const [link = '', messenger = '', code = ''] = fields(host);
  expect(decodeCode(code)).toMatchObject({ ok: true, kind: 'path', value: path });
  expect([link.endsWith(`/en/share/#${code}`), messenger.endsWith(`/en/share/?p=${code}`)]).toEqual([true, true]);
});

test('notes, dates and the mentor can be left out, one by one', async () => {
  const host = await openSheet(path);
  expect(choices(host)).toEqual([t.withNotes(2), t.withDue, t.withMentor('Mei')]);
  const shared = () => JSON.stringify(decodeCode(fields(host)[2] ?? ''));
  await choose(host, t.withNotes(2));
  expect(shared()).not.toContain('note');
  expect(host.textContent).not.toContain('second line');
  await choose(host, t.withDue);
  expect(shared()).not.toMatch(/due|start/);
  expect(host.textContent).not.toContain('Dec 1');
  await choose(host, t.withMentor('Mei'));
  expect(shared()).not.toContain('Mei');
  await choose(host, t.withNotes(2));
  expect(shared()).toContain('second line');
});

test('what a path does not have is not offered', async () => {
  const host = await openSheet({ id: 'a', version: 1, title: '', lessons: [{ id: 101 }] });
  expect(choices(host)).toEqual([]);
  expect(host.textContent).toContain(t.untitled);
});

const wordy: SharedPath = {
  ...path,
  lessons: [101, 201, 102, 103, 104, 105].map((id) => ({ id, note: '学'.repeat(399) })),
};

test('a path too long for a QR code says so, and leaving the notes out makes it fit', async () => {
  const host = await openSheet(wordy);
  const [link = ''] = fields(host);
  expect(host.textContent).toContain(t.linkLong(link.length));
  await settle(() => buttonNamed(host, /^QR code$/).click());
  expect(host.textContent).toContain(t.qrTooLong(link.length, 2331));
  expect(host.querySelector('figure')).toBeNull();
  await settle(() => buttonNamed(host, /^Leave the notes out$/).click());
  await appear(host, 'figure svg');
  expect(JSON.stringify(decodeCode(fields(host)[2] ?? ''))).not.toContain('学');
});

test('notes too long for any code say what to do', async () => {
  const lessons = Array.from({ length: 60 }, (_, i) => ({ id: 101 + i, note: '学'.repeat(399) }));
  expect(encodePath({ ...path, lessons })).toEqual({ ok: false, field: 'size' });
  const host = await openSheet({ ...path, lessons });
  expect(host.textContent).toContain(t.impossible.size);
  expect(fields(host)).toEqual([]);
  await choose(host, t.withNotes(60));
  expect(find(host, 'input[readonly]')).toBeDefined();
});

test('another app is offered only where the browser can hand over', async () => {
  const host = await openSheet(path);
  expect(host.textContent).not.toContain(t.native);
  const shared: ShareData[] = [];
  Object.assign(navigator, { share: (data: ShareData) => Promise.resolve(void shared.push(data)) });
  try {
    const able = await openSheet(path);
    await settle(() => buttonNamed(able, /^Share with an app/).click());
    expect(shared).toEqual([{ title: path.title, url: fields(able)[0] }]);
  } finally {
    Reflect.deleteProperty(navigator, 'share');
  }
});
