// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest';
import { SearchDialog } from '@/components/search/search-dialog';
import { recentKey } from '@/lib/search/recent';
import { find, settle, show, type } from '@/tests/unit/components/share/screen';
import { smallIndexFile } from '@/tests/unit/lib/search/small-index';

/** A site that serves what `respond` gives; each test asks in a language of its own, as an index is kept once it is there. */
function serve(respond: () => Response | Promise<Response>): void {
  vi.stubGlobal('fetch', vi.fn(respond));
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
}

async function open(locale: 'zh' | 'en' = 'en') {
  const onClose = vi.fn();
  await show(<SearchDialog locale={locale} onClose={onClose} />);
  await settle(() => new Promise((done) => setTimeout(done, 20)));
  return { onClose, field: find<HTMLInputElement>(document, '[role=combobox]') };
}

const serveIndex = () => serve(() => Response.json(smallIndexFile('en')));
const options = () => [...document.querySelectorAll<HTMLElement>('[role=option]')];
const active = (field: HTMLElement) => document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
const press = (field: HTMLElement, key: string, more: KeyboardEventInit = {}) =>
  settle(() => field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })));
const ask = (field: HTMLInputElement, text: string) => settle(() => type(field, text));

test('an index that cannot be downloaded is said, and the next try asks again', async () => {
  serve(() => Promise.reject(new TypeError('offline')));
  const { field } = await open();
  expect(find(document, '[role=alert]').textContent).toContain('could not be downloaded');
  await ask(field, 'offline');
  expect(options().map((option) => option.textContent)).toEqual(['Offline use']);
  serveIndex();
  await settle(() => find(document, '[role=alert] button').click());
  await settle(() => new Promise((done) => setTimeout(done, 20)));
  expect(document.querySelector('[role=alert]')).toBeNull();
});

test('an index of another version asks for a reload', async () => {
  serve(() => Response.json({ version: 999 }));
  await open('zh');
  expect(find(document, '[role=alert]').textContent).toContain('刷新');
});

test('the empty field offers commands, the first of them chosen', async () => {
  serveIndex();
  const { field } = await open();
  expect(field.getAttribute('aria-expanded')).toBe('true');
  expect(active(field)?.textContent).toBe('Continue: Caching for servers');
  expect(options().map((option) => option.textContent)).toContain('My progress');
});

test('results are links with the words marked, and their number is announced', async () => {
  serveIndex();
  const { field } = await open();
  await ask(field, 'oldest entries');
  const [first] = options();
  expect(first?.getAttribute('href')).toBe('/en/learn/math/caching/#eviction');
  expect([...(first?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toEqual(['oldest', 'entries']);
  expect(find(document, 'dialog [role=status]').textContent).toBe('1 result');
});

test('arrows move the choice round the list, and a new query begins at its first', async () => {
  serveIndex();
  const { field } = await open();
  await ask(field, 'server');
  const all = options();
  expect(all.length).toBeGreaterThan(1);
  await press(field, 'ArrowUp');
  expect(active(field)).toBe(all.at(-1));
  expect(all.at(-1)?.getAttribute('aria-selected')).toBe('true');
  await press(field, 'ArrowDown');
  expect(active(field)).toBe(all[0]);
  await press(field, 'End');
  await ask(field, 'rag');
  expect(active(field)).toBe(options()[0]);
});

test('Enter follows the chosen link, remembers the place and closes', async () => {
  serveIndex();
  const { field } = await open();
  await ask(field, 'oldest entries');
  const followed = vi.fn((event: Event) => event.preventDefault());
  document.addEventListener('click', followed);
  await press(field, 'Enter');
  document.removeEventListener('click', followed);
  expect(followed.mock.calls.map(([event]) => event.target)).toEqual([options()[0]]);
  expect(localStorage.getItem(recentKey)).toBe('["lesson:caching#eviction"]');
  expect(find<HTMLDialogElement>(document, 'dialog').open).toBe(false);
});

test('Enter pressed before the index is there follows the answer when it comes', async () => {
  let arrive: (response: Response) => void = () => {};
  serve(() => new Promise((resolve) => (arrive = resolve)));
  const { field } = await open('zh');
  await ask(field, 'KV cache');
  const followed = vi.fn((event: Event) => event.preventDefault());
  document.addEventListener('click', followed);
  await press(field, 'Enter');
  expect(followed).not.toHaveBeenCalled();
  await settle(() => arrive(Response.json(smallIndexFile('zh'))));
  await settle(() => new Promise((done) => setTimeout(done, 50)));
  document.removeEventListener('click', followed);
  const [target] = followed.mock.calls.map(([event]) => (event.target as HTMLElement).getAttribute('href'));
  expect(target).toBe('/zh/learn/math/caching/');
});

test('Enter with Ctrl opens a new tab and leaves the list open', async () => {
  serveIndex();
  const { field } = await open();
  await ask(field, 'rag');
  const opened = vi.spyOn(window, 'open').mockReturnValue(null);
  await press(field, 'Enter', { ctrlKey: true });
  expect(opened.mock.calls[0]?.[0]).toMatch(/\/en\/concepts\/rag\/$/);
  expect(find<HTMLDialogElement>(document, 'dialog').open).toBe(true);
  opened.mockRestore();
});

test('while an input method composes, nothing is looked for and Enter is its own', async () => {
  serveIndex();
  const { field } = await open();
  const before = options().length;
  await settle(() => {
    field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, "jian'suo");
    field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  });
  expect(field.value).toBe("jian'suo");
  expect(options()).toHaveLength(before);
  const followed = vi.fn((event: Event) => event.preventDefault());
  document.addEventListener('click', followed);
  await press(field, 'Enter', { isComposing: true });
  await press(field, 'ArrowDown', { isComposing: true });
  document.removeEventListener('click', followed);
  expect(followed).not.toHaveBeenCalled();
  await settle(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, '检索增强生成');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  });
  expect(options()[0]?.getAttribute('href')).toBe('/en/concepts/rag/');
});

test('a slip is said with what was looked for; nothing found leads on', async () => {
  serveIndex();
  const { field } = await open();
  await ask(field, 'evitcion');
  expect(find(document, '.search-note').textContent).toContain('eviction');
  await ask(field, 'qqqq');
  expect(options()).toEqual([]);
  expect(field.getAttribute('aria-expanded')).toBe('false');
  expect(field.hasAttribute('aria-activedescendant')).toBe(false);
  expect([...document.querySelectorAll('.search-note a')].map((link) => link.getAttribute('href'))).toEqual([
    '/en/',
    '/en/map/',
    '/en/labs/',
  ]);
});

test('recent places are offered and can be cleared', async () => {
  serveIndex();
  localStorage.setItem(recentKey, '["lesson:caching#memory","planet:x"]');
  await open();
  expect(options()[0]?.getAttribute('href')).toBe('/en/learn/math/caching/#memory');
  await settle(() => find(document, '.search-clear').click());
  expect(localStorage.getItem(recentKey)).toBeNull();
  expect(options()[0]?.textContent).toContain('Continue');
});

test('a theme is chosen from the keyboard', async () => {
  serveIndex();
  const { field } = await open();
  await ask(field, '深色');
  await press(field, 'Enter');
  expect(localStorage.getItem('layerwise:progress')).toContain('"dark"');
});
