// @vitest-environment happy-dom
import { expect, onTestFinished, test } from 'vitest';
import { pasteStrings } from '@/components/cohort/paste-strings';
import { strings } from '@/components/cohort/strings';
import { storageKey } from '@/lib/progress/storage';
import { failureReasons } from '@/lib/share/decode';
import { encodePath } from '@/lib/share/path-code';
import { code } from '../../lib/cohort/fakes';
import { find, settle, type } from '../share/screen';
import { names, openPage, paste, press, storedText } from './page';

const t = pasteStrings.en;
const mei = code('Mei', '2026-11-20', '##>...');
const nameless = code('', '2026-11-20', '#.....');
const path = encodePath({ id: 'team', version: 1, title: 'Team', lessons: [{ id: 101 }] });
const verdicts = (host: HTMLElement) =>
  [...host.querySelectorAll<HTMLElement>('[data-verdict]')].map((item) => item.dataset.verdict);

test('an empty page explains how snapshots come, with a message in both languages and this address', async () => {
  const host = await openPage();
  expect(host.textContent).toContain(strings.en.howTo);
  const messages = [...host.querySelectorAll<HTMLTextAreaElement>('textarea[readonly]')].map((field) => field.value);
  expect(messages).toHaveLength(2);
  expect(messages[0]).toContain(`${location.origin}/en/me/`);
  expect(messages[1]).toContain(`${location.origin}/zh/me/`);
  expect(host.textContent).toContain(strings.en.privacy);
});

test('what is pasted is shown at once and stored only on “Add”', async () => {
  const host = await openPage();
  await paste(host, `Mei: https://x.example/en/share/#${mei}\nTom: ${nameless} see you`);
  expect(find(host, '[data-found]').dataset.found).toBe('2');
  expect(storedText()).toBe('');
  await press(host, /^Add 2 snapshots$/);
  expect(names(host)).toEqual(['Mei', 'Tom']);
  expect(storedText()).toContain(mei);
  expect(localStorage.getItem(storageKey)).toBeNull();
  expect(find<HTMLTextAreaElement>(host, 'textarea:not([readonly])').value).toBe('');
});

test('every kind of thing in the text is counted with its reason', async () => {
  const host = await openPage();
  const broken = `${mei.slice(0, -8)}\n\nTom: ${nameless.slice(0, -6)}AAAAAA`;
  await paste(host, `${mei}\n${mei}\n${path.ok ? path.code : ''}\n\nAda: ${broken}\nhttps://x.example/en/share/#\n`);
  const text = find(host, '[data-found]').textContent ?? '';
  expect(text).toContain(t.found(1));
  expect(text).toContain(t.repeated(1));
  expect(text).toContain(t.paths(1));
  expect(text).toContain(t.stripped(1));
  expect(text).toContain(t.unreadable.cut(1));
  expect(text).toContain(t.near('Ada'));
  expect(text).toContain(t.unreadable.damaged(1));
  expect(text).toContain(t.near('Tom'));
});

test('a text without a snapshot says what one looks like', async () => {
  const host = await openPage();
  await paste(host, 'See you on Monday');
  expect(find(host, '[data-found]').textContent).toContain(t.nothing);
});

test('without a name the mentor is asked, with a guess where the chat has one, and nothing is added before', async () => {
  const host = await openPage();
  await paste(host, `${nameless}\n\nTom: ${code('', '2026-11-20', '##....')}\n${mei}`);
  expect(verdicts(host)).toEqual(['unnamed', 'new', 'new']);
  const [asked, guessed] = host.querySelectorAll<HTMLInputElement>('[data-verdict] input');
  expect([asked?.value, guessed?.value]).toEqual(['', 'Tom']);
  await press(host, /^Add 2 snapshots$/);
  expect(names(host)).toEqual(['Mei', 'Tom']);
  expect(verdicts(host)).toContain('unnamed');
  await settle(() => type(find<HTMLInputElement>(host, '[data-verdict="unnamed"] input'), 'Ada'));
  await press(host, /^Add 1 snapshot$/);
  expect(names(host)).toEqual(['Ada', 'Mei', 'Tom']);
});

test('new, newer, older and the same are said before anything is added', async () => {
  const host = await openPage();
  await paste(host, [mei, code('Tom', '2026-11-13', '#.....')].join('\n'));
  await press(host, /^Add 2/);
  await paste(
    host,
    [
      mei,
      code('Tom', '2026-11-20', '##....'),
      code('Mei', '2026-11-06', '#.....'),
      code('Ada', '2026-11-20', '......'),
    ].join('\n'),
  );
  expect(verdicts(host)).toEqual(['new', 'newer', 'older', 'same']);
  const text = find(host, '[data-found]').textContent ?? '';
  for (const verdict of ['new', 'newer', 'older', 'same'] as const) expect(text).toContain(t.sum[verdict](1));
});

test('work that is gone in a newer snapshot is pointed out, and another name makes it another learner', async () => {
  const host = await openPage();
  await paste(host, code('Wei', '2026-11-13', '###...'));
  await press(host, /^Add 1/);
  await paste(host, code('Wei', '2026-11-20', '...##.'));
  expect(find(host, '[data-verdict="newer"]').textContent).toContain(t.lost(3));
  await settle(() => type(find<HTMLInputElement>(host, '[data-verdict] input'), 'Wei B'));
  expect(verdicts(host)).toEqual(['new']);
  await press(host, /^Add 1/);
  expect(names(host)).toEqual(['Wei', 'Wei B']);
});

test('a code in the address is shown and never added unasked; declining takes it out of the address', async () => {
  const host = await openPage({ hash: `#${mei}` });
  await settle(() => {});
  expect(find(host, '[data-found]').dataset.found).toBe('1');
  expect(storedText()).toBe('');
  await press(host, /^Clear$/);
  expect(location.hash).toBe('');
  expect(host.querySelector('[data-found]')).toBeNull();
  expect(storedText()).toBe('');
});

test('a code in the address is gone from it once it was added', async () => {
  const host = await openPage({ hash: `#${mei}` });
  await press(host, /^Add 1/);
  expect([location.hash, names(host)]).toEqual(['', ['Mei']]);
});

test('adding can be undone', async () => {
  const host = await openPage();
  await paste(host, mei);
  await press(host, /^Add 1/);
  expect(host.textContent).toContain(strings.en.done.add(1));
  await press(host, /^Undo$/);
  expect(names(host)).toEqual([]);
});

test('what can be undone is said in the place of all notices, where no other bar can cover it', async () => {
  const place = document.createElement('div');
  place.id = 'notices';
  document.body.append(place);
  onTestFinished(() => place.remove());
  const host = await openPage();
  await paste(host, mei);
  await press(host, /^Add 1/);
  expect(place.textContent).toContain(strings.en.done.add(1));
  expect(host.textContent).not.toContain(strings.en.done.add(1));
  await press(place, /^Undo$/);
  expect([names(host), place.textContent]).toEqual([[], '']);
});

test('names are text and nothing else', async () => {
  const host = await openPage();
  const hostile = ['<img src=x onerror=alert(1)>', '\u202Egnp.exe', '</td></tr><script>1</script>', '"; drop'];
  await paste(host, hostile.map((name, i) => code(name, '2026-11-20', '#'.repeat(i + 1))).join('\n'));
  expect(host.querySelector('img, script')).toBeNull();
  await press(host, /^Add 4/);
  expect(host.querySelector('img, script')).toBeNull();
  expect(names(host).sort()).toEqual(
    ['"; drop', '</td></tr><script>1</script>', '<img src=x onerror=alert(1)>', 'gnp.exe'].sort(),
  );
});

test('every reason has words of its own in both languages', () => {
  for (const locale of ['en', 'zh'] as const) {
    const words = failureReasons.map((reason) => pasteStrings[locale].unreadable[reason](2));
    expect(new Set(words).size).toBe(failureReasons.length);
  }
});
