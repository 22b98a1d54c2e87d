// @vitest-environment happy-dom
import { act, StrictMode } from 'react';
import { expect, test, vi } from 'vitest';
import { QrScanner } from '@/components/ui/qr/qr-scanner';
import { button, find, newPage, press, render, text } from '@/tests/unit/components/progress/render';

type Track = {
  stop: ReturnType<typeof vi.fn>;
  onended: (() => void) | null;
  applyConstraints: ReturnType<typeof vi.fn>;
};

/** A browser with one camera, or one that answers as told. */
function fakeCamera({ error, torch = false }: { error?: string; torch?: boolean } = {}) {
  const tracks: Track[] = [];
  const asked: MediaTrackConstraints[] = [];
  const getUserMedia = async ({ video }: { video: MediaTrackConstraints }) => {
    asked.push(video);
    if (error) throw Object.assign(new Error('no'), { name: error });
    const track = {
      stop: vi.fn(),
      onended: null,
      applyConstraints: vi.fn(async () => {}),
      getSettings: () => ({ deviceId: 'a' }),
      getCapabilities: () => ({ torch }),
    };
    tracks.push(track);
    return { getTracks: () => [track], getVideoTracks: () => [track] };
  };
  const enumerateDevices = async () => [
    { kind: 'videoinput', deviceId: 'a', label: 'Back' },
    { kind: 'videoinput', deviceId: 'b', label: '' },
    { kind: 'audioinput', deviceId: 'c', label: 'Microphone' },
  ];
  vi.stubGlobal('isSecureContext', true);
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia, enumerateDevices }, configurable: true });
  Object.defineProperty(HTMLVideoElement.prototype, 'srcObject', { value: null, writable: true, configurable: true });
  HTMLVideoElement.prototype.play = async () => {};
  return { tracks, asked };
}

async function open(): Promise<void> {
  await newPage();
  await render(
    <StrictMode>
      <QrScanner locale="en" onText={() => {}} onClose={() => {}} />
    </StrictMode>,
  );
}

async function hide(isHidden: boolean): Promise<void> {
  Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
  await act(async () => document.dispatchEvent(new Event('visibilitychange')));
}

test('the camera is asked for by a press and not before, and let go when the scanner goes', async () => {
  const { tracks, asked } = fakeCamera();
  await open();
  expect(asked).toEqual([]);
  expect(text()).toContain('stays on this device');
  await press('Turn on the camera');
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ facingMode: { ideal: 'environment' } });
  expect(find('[data-camera]').dataset.camera).toBe('on');
  expect(tracks[0]?.stop).not.toHaveBeenCalled();
  await newPage();
  expect(tracks[0]?.stop).toHaveBeenCalled();
});

test('a hidden tab has no camera, and it comes back by a press', async () => {
  const { tracks } = fakeCamera();
  await open();
  await press('Turn on the camera');
  await hide(true);
  expect(tracks[0]?.stop).toHaveBeenCalled();
  expect(find('[data-camera]').dataset.camera).toBe('paused');
  await hide(false);
  expect(tracks).toHaveLength(1);
  await press('Turn the camera on again');
  expect(tracks).toHaveLength(2);
});

test('turning it off lets it go', async () => {
  const { tracks } = fakeCamera();
  await open();
  await press('Turn on the camera');
  await press('Turn off the camera');
  expect(tracks[0]?.stop).toHaveBeenCalled();
  expect(button('Turn on the camera')).toBeTruthy();
});

test.each([
  ['NotAllowedError', 'not allowed for this site'],
  ['NotFoundError', 'No camera was found'],
  ['NotReadableError', 'used by another program'],
])('%s is said in words, with another try', async (error, words) => {
  fakeCamera({ error });
  await open();
  await press('Turn on the camera');
  expect(find('[role=status]').textContent).toContain(words);
  expect(button('Try again')).toBeTruthy();
});

test('plain http is said without asking', async () => {
  fakeCamera();
  Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true });
  vi.stubGlobal('isSecureContext', false);
  await open();
  await press('Turn on the camera');
  expect(text()).toContain('https');
});

test('a camera that is pulled out is said', async () => {
  const { tracks } = fakeCamera();
  await open();
  await press('Turn on the camera');
  await act(async () => tracks[0]?.onended?.());
  expect(text()).toContain('The camera is gone');
});

test('another camera can be chosen, a light is offered only where there is one', async () => {
  const { asked, tracks } = fakeCamera({ torch: true });
  await open();
  await press('Turn on the camera');
  expect([...document.querySelectorAll('option')].map((each) => each.textContent)).toEqual(['Back', 'Camera 2']);
  await press('Light');
  expect(tracks[0]?.applyConstraints).toHaveBeenCalledWith({ advanced: [{ torch: true }] });
  expect(button('Light').getAttribute('aria-pressed')).toBe('true');
  const select = find<HTMLSelectElement>('select');
  await act(async () => {
    select.value = 'b';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(asked[1]).toMatchObject({ deviceId: { exact: 'b' } });
  expect(tracks[0]?.stop).toHaveBeenCalled();
});

test('an answer that comes after the scanner was closed is let go at once', async () => {
  const { tracks } = fakeCamera();
  const slow = navigator.mediaDevices.getUserMedia;
  let answer = () => {};
  navigator.mediaDevices.getUserMedia = (constraints) =>
    new Promise((resolve) => {
      answer = () => resolve(slow(constraints));
    });
  await open();
  await press('Turn on the camera');
  expect(find('[data-camera]').dataset.camera).toBe('asking');
  await newPage();
  answer();
  await vi.waitFor(() => expect(tracks[0]?.stop).toHaveBeenCalled());
});
