// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { progress } from '@/components/progress/progress-store';
import { SearchButton } from '@/components/search/search-button';
import { slashPreference } from '@/lib/search/slash-preference';
import { appear, buttonNamed, settle, show } from '@/tests/unit/components/share/screen';

vi.stubGlobal('fetch', () => new Promise(() => {}));

const button = <SearchButton locale="en" label="Search" failed="no" />;
const press = (target: EventTarget, key: string, more: KeyboardEventInit = {}) =>
  settle(() => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })));
const isOpen = () => document.querySelector('dialog') !== null;

test('the button opens the dialog', async () => {
  const host = await show(button);
  expect(isOpen()).toBe(false);
  await settle(() => buttonNamed(host, /^Search$/).click());
  await appear(document, 'dialog');
});

test('a slash opens it', async () => {
  await show(button);
  await press(document.body, '/');
  await appear(document, 'dialog');
});

test('what is typed while the dialog is on its way stands in its field', async () => {
  await show(button);
  await settle(() => {
    for (const key of ['/', 'l', 'o', '/', 'r'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
  await appear(document, 'dialog input');
  expect(document.querySelector<HTMLInputElement>('dialog input')?.value).toBe('lo/r');
});

test('a slash that is typed, or pressed with other keys, is left alone', async () => {
  const host = await show(
    <>
      {button}
      <input />
      <div contentEditable suppressContentEditableWarning>
        <p />
      </div>
    </>,
  );
  await press(host.querySelector('input') ?? host, '/');
  await press(host.querySelector('p') ?? host, '/');
  await press(document.body, '/', { ctrlKey: true });
  await press(document.body, '/', { metaKey: true });
  await press(document.body, '/', { altKey: true });
  await settle(() => new Promise((done) => setTimeout(done, 50)));
  expect(isOpen()).toBe(false);
});

test('a learner may turn the slash off', async () => {
  const host = await show(button);
  expect(host.querySelector('[data-slash=true] kbd')).not.toBeNull();
  await settle(() => progress.write(() => [{ collection: 'prefs', key: slashPreference, value: false }]));
  expect(host.querySelector('[data-slash=false] kbd')).not.toBeNull();
  await press(document.body, '/');
  await settle(() => new Promise((done) => setTimeout(done, 50)));
  expect(isOpen()).toBe(false);
  await settle(() => progress.write(() => [{ collection: 'prefs', key: slashPreference, value: null }]));
});

test('Ctrl-K opens it from within a field, unless an editor has taken the key; on a Mac it is ⌘K', async () => {
  const host = await show(
    <>
      {button}
      <textarea />
    </>,
  );
  const field = host.querySelector('textarea') ?? host;
  field.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
  await press(field, 'k', { ctrlKey: true });
  const platform = vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel');
  await press(field, 'k', { ctrlKey: true });
  await settle(() => new Promise((done) => setTimeout(done, 50)));
  expect(isOpen()).toBe(false);
  await press(field, 'k', { metaKey: true });
  await appear(document, 'dialog');
  platform.mockRestore();
});
