// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { progress } from '@/components/progress/progress-store';
import { strings } from '@/components/share/dialog-strings';
import { ShareButton } from '@/components/share/share-button';
import { decodeCode } from '@/lib/share/decode';
import { appear, buttonNamed, find, settle, show, type } from './screen';

const t = strings.en;

async function openDialog(): Promise<HTMLElement> {
  progress.write(() => [
    { collection: 'lessons', key: 101, value: { status: 'done' } },
    { collection: 'notes', key: 101, value: 'my private note' },
  ]);
  const host = await show(<ShareButton locale="en" lessons={[101, 102]} />);
  expect(host.querySelector('dialog')).toBeNull();
  await settle(() => buttonNamed(host, /^Share my progress$/).click());
  await appear(host, 'dialog');
  return host;
}

const fields = (host: HTMLElement) =>
  [...host.querySelectorAll<HTMLInputElement>('input[readonly]')].map((field) => field.value);

test('the dialog opens on the first click and makes three forms of one code', async () => {
  const host = await openDialog();
  const [link = '', messenger = '', code = ''] = fields(host);
  expect(link.endsWith(`/en/share/#${code}`)).toBe(true);
  expect(messenger.endsWith(`/en/share/?p=${code}`)).toBe(true);
  expect(decodeCode(code)).toMatchObject({
    ok: true,
    value: {
      lessons: [
        { id: 101, state: 'done' },
        { id: 102, state: 'todo' },
      ],
    },
  });
});

test('a name and dates go in only when asked for, and the words say so', async () => {
  const host = await openDialog();
  const plain = decodeCode(fields(host)[2] ?? '');
  expect(plain.ok && plain.value).not.toHaveProperty('name');
  expect(JSON.stringify(plain)).not.toContain('changed');
  expect(host.textContent).not.toContain(t.holdDates(1));
  await settle(() => type(find<HTMLInputElement>(host, 'input[autocomplete=name]'), 'Ada'));
  await settle(() => find(host, 'input[type=checkbox]').click());
  expect(host.textContent).toContain(t.holdName('Ada'));
  expect(host.textContent).toContain(t.holdDates(1));
  const full = decodeCode(fields(host)[2] ?? '');
  expect(full).toMatchObject({ ok: true, value: { name: 'Ada', lessons: [{ changed: expect.any(String) }, {}] } });
  expect(JSON.stringify(full)).not.toContain('private');
});

test('copying confirms; where it is forbidden the dialog says what to press', async () => {
  const host = await openDialog();
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await settle(() => buttonNamed(host, /^Copy: Link$/).click());
  expect(writeText).toHaveBeenCalledWith(fields(host)[0]);
  expect(buttonNamed(host, /^Copy: Link$/).textContent).toBe(t.copied);
  writeText.mockRejectedValue(new Error('denied'));
  await settle(() => buttonNamed(host, /^Copy: Link$/).click());
  expect(host.textContent).toContain(t.copyFailed);
  writeText.mockRestore();
});

test('the QR code is drawn on demand, with its quiet zone, and can be saved as a file', async () => {
  const host = await openDialog();
  await settle(() => buttonNamed(host, /^Show QR code$/).click());
  await appear(host, 'figure svg');
  const [, , size = 0] = (find(host, 'figure svg').getAttribute('viewBox') ?? '').split(' ').map(Number);
  const drawn = find(host, 'figure svg path').getAttribute('d') ?? '';
  const places = [...drawn.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect([Math.min(...places), Math.max(...places)]).toEqual([4, size - 5]);
  const file = decodeURIComponent(find(host, 'a[download]').getAttribute('href') ?? '');
  expect(file).toContain('<svg xmlns="http://www.w3.org/2000/svg"');
  expect(file).toContain(drawn);
});
