// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { progress } from '@/components/progress/progress-store';
import { ShareButton } from '@/components/share/share-button';
import { strings } from '@/components/share/sheet-strings';
import { chooseActive, removePath, saveOwnPath } from '@/lib/paths/owned-paths';
import { findValue } from '@/lib/progress/records';
import { drawQr, qrSvg } from '@/lib/qr/draw-qr';
import { decodeCode } from '@/lib/share/decode';
import { appear, buttonNamed, find, settle, show, type } from './screen';

const t = strings.en;

async function openDialog(): Promise<HTMLElement> {
  progress.write(() => [
    { collection: 'lessons', key: 101, value: { status: 'done' } },
    { collection: 'notes', key: 101, value: 'my private note' },
  ]);
  const host = await show(<ShareButton locale="en" lessons={[101, 102]} aliases={{ 90: 101 }} />);
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

const choose = (host: HTMLElement, label: string) =>
  settle(() => {
    const found = [...host.querySelectorAll('label')].find((each) => each.textContent === label);
    if (!found) throw new Error(`nothing is labelled ${label}`);
    find(found, 'input').click();
  });

test('a name and dates go in only when asked for, and the words say so', async () => {
  const host = await openDialog();
  const plain = decodeCode(fields(host)[2] ?? '');
  expect(plain.ok && plain.value).not.toHaveProperty('name');
  expect(JSON.stringify(plain)).not.toContain('changed');
  expect(host.textContent).not.toContain(t.holdDates(1));
  expect(host.querySelector('input[autocomplete=name]')).toBeNull();
  await choose(host, t.dates);
  await choose(host, t.withName);
  await settle(() => type(find<HTMLInputElement>(host, 'input[autocomplete=name]'), 'Ada'));
  expect(host.textContent).toContain(t.holdName('Ada'));
  expect(host.textContent).toContain(t.holdDates(1));
  const full = decodeCode(fields(host)[2] ?? '');
  expect(full).toMatchObject({ ok: true, value: { name: 'Ada', lessons: [{ changed: expect.any(String) }, {}] } });
  expect(JSON.stringify(full)).not.toContain('private');
  await choose(host, t.withName);
  expect(JSON.stringify(decodeCode(fields(host)[2] ?? ''))).not.toContain('Ada');
});

test('the name is offered again next time, and stays out until asked for', async () => {
  const host = await openDialog();
  await choose(host, t.withName);
  const field = find<HTMLInputElement>(host, 'input[autocomplete=name]');
  await settle(() => type(field, ' Grace '));
  await settle(() => field.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
  expect(findValue(progress.getState().records, 'prefs', 'share-name')).toBe('Grace');
  const later = await openDialog();
  expect(JSON.stringify(decodeCode(fields(later)[2] ?? ''))).not.toContain('Grace');
  await choose(later, t.withName);
  expect(decodeCode(fields(later)[2] ?? '')).toMatchObject({ value: { name: 'Grace' } });
});

test('with an active path the learner chooses between its lessons and the whole road', async () => {
  saveOwnPath(progress, { id: 'team', version: 4, title: 'Team', lessons: [{ id: 102 }, { id: 90 }, { id: 999 }] });
  chooseActive(progress, 'team');
  const host = await openDialog();
  expect(decodeCode(fields(host)[2] ?? '')).toMatchObject({
    value: { path: { id: 'team', version: 4 }, lessons: [{ id: 102 }, { id: 101 }] },
  });
  expect(host.textContent).toContain(t.holdPath);
  await choose(host, t.scopeRoad);
  const whole = decodeCode(fields(host)[2] ?? '');
  expect(whole).toMatchObject({ value: { lessons: [{ id: 101 }, { id: 102 }] } });
  expect(whole.ok && whole.value).not.toHaveProperty('path');
  expect(host.textContent).not.toContain(t.holdPath);
  await settle(() => removePath(progress, 'team'));
  expect(host.textContent).not.toContain(t.scope);
});

test('a button of one path shares that path and asks nothing', async () => {
  const host = await show(<ShareButton locale="en" lessons={[102]} path={{ id: 'other', version: 1 }} />);
  await settle(() => buttonNamed(host, /^Share my progress$/).click());
  await appear(host, 'dialog');
  expect(host.textContent).not.toContain(t.scope);
  expect(decodeCode(fields(host)[2] ?? '')).toMatchObject({ value: { path: { id: 'other', version: 1 } } });
});

test('an empty road has nothing to share, and says so', async () => {
  const host = await show(<ShareButton locale="en" lessons={[]} />);
  await settle(() => buttonNamed(host, /^Share my progress$/).click());
  await appear(host, 'dialog');
  expect(host.textContent).toContain(t.impossible.lessons);
  expect(fields(host)).toEqual([]);
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

test('the QR code is drawn on demand, follows the choices, and can be kept as a file that says what it is', async () => {
  const host = await openDialog();
  expect(host.querySelector('figure')).toBeNull();
  await settle(() => buttonNamed(host, /^QR code$/).click());
  await appear(host, 'figure svg');
  const [link = ''] = fields(host);
  expect(find(host, 'figure svg path').getAttribute('d')).toBe((await drawQr(link)).path);
  await choose(host, t.dates);
  await appear(host, 'figure svg');
  const [dated = ''] = fields(host);
  expect(dated).not.toBe(link);
  const drawing = await drawQr(dated);
  expect(find(host, 'figure svg path').getAttribute('d')).toBe(drawing.path);

  const files: { name: string; blob: Blob }[] = [];
  const url = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    files.push({ name: '', blob: blob as Blob });
    return 'blob:test';
  });
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    Object.assign(files.at(-1) ?? {}, { name: this.download });
  });
  await settle(() => buttonNamed(host, /^Download as SVG$/).click());
  await settle(() => new Promise((done) => setTimeout(done, 50)));
  expect(files[0]?.name).toMatch(/^layerwise-progress-\d{4}-\d{2}-\d{2}-qr\.svg$/);
  expect(await files[0]?.blob.text()).toBe(qrSvg(drawing));
  url.mockRestore();
  click.mockRestore();
});

test('where the browser cannot make the picture, the sheet says so', async () => {
  const host = await openDialog();
  await settle(() => buttonNamed(host, /^QR code$/).click());
  await appear(host, 'figure svg');
  // happy-dom draws nothing.
  await settle(() => buttonNamed(host, /^Download as PNG$/).click());
  await settle(() => new Promise((done) => setTimeout(done, 50)));
  expect(host.textContent).toContain(t.downloadFailed);
});
