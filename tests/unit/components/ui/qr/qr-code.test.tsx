// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { QrCode } from '@/components/ui/qr/qr-code';
import { drawQr } from '@/lib/qr/draw-qr';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

function mount() {
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  onTestFinished(() => {
    act(() => root.unmount());
    host.remove();
  });
  const show = (text: string) =>
    act(() => root.render(<QrCode text={text} label="A link" loading="drawing" tooLong="too long" failed="failed" />));
  return { host, show };
}

async function settled(host: HTMLElement): Promise<void> {
  for (let tries = 0; tries < 100 && host.textContent === 'drawing'; tries++)
    await act(() => new Promise((done) => setTimeout(done, 10)));
}

test('it says that it draws, then shows a picture with a name, dark on white', async () => {
  const { host, show } = mount();
  show('https://example.org');
  expect(host.textContent).toBe('drawing');
  await settled(host);
  const { path } = await drawQr('https://example.org');
  const svg = host.querySelector('svg[role=img]');
  expect(svg?.getAttribute('aria-label')).toBe('A link');
  expect(svg?.querySelector('rect')?.getAttribute('fill')).toBe('white');
  expect(svg?.querySelector('path')?.getAttribute('d')).toBe(path);
});

test('the code of another text is never left standing', async () => {
  const { host, show } = mount();
  show('https://example.org/one');
  await settled(host);
  show('https://example.org/two');
  expect(host.querySelector('svg')).toBeNull();
  await settled(host);
  const { path } = await drawQr('https://example.org/two');
  expect(host.querySelector('path')?.getAttribute('d')).toBe(path);
});

test('a text that fits no code says so', async () => {
  const { host, show } = mount();
  show('x'.repeat(5000));
  await settled(host);
  expect(host.textContent).toBe('too long');
});

test('an encoder that cannot be loaded is told from a text that is too long', async () => {
  vi.doMock('qr', () => {
    throw new Error('offline');
  });
  onTestFinished(() => vi.doUnmock('qr'));
  vi.resetModules();
  const { host, show } = mount();
  show('https://example.org');
  await settled(host);
  expect(host.textContent).toBe('failed');
});
