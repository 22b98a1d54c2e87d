/** What the scanner is made of, without a camera. */
import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';
import { expect, test, vi } from 'vitest';
import { problemBefore, problemOf } from '@/components/ui/qr/camera-problem';
import { frameSize, pictureSize } from '@/components/ui/qr/pixels';
import { createQrReader } from '@/components/ui/qr/qr-reader';
import type { ReadReply, ReadRequest } from '@/components/ui/qr/read-request';
import { scannerStrings } from '@/components/ui/qr/scanner-strings';

const named = (name: string) => Object.assign(new Error('no'), { name });

test('every error that getUserMedia gives has its own words in both languages', () => {
  expect(problemOf(named('NotAllowedError'))).toBe('denied');
  expect(problemOf(named('SecurityError'))).toBe('denied');
  expect(problemOf(named('NotFoundError'))).toBe('none');
  expect(problemOf(named('OverconstrainedError'))).toBe('none');
  expect(problemOf(named('NotReadableError'))).toBe('busy');
  for (const error of [named('SomethingNew'), 'text', null, undefined, 7]) expect(problemOf(error)).toBe('failed');
  for (const { problems } of Object.values(scannerStrings)) {
    expect(new Set(Object.values(problems)).size).toBe(7);
  }
});

test('before asking it is known that plain http and old browsers give no camera', () => {
  expect(problemBefore(true, true)).toBeNull();
  expect(problemBefore(false, false)).toBe('insecure');
  expect(problemBefore(true, false)).toBe('unsupported');
});

test('a frame is scaled down to what reads quickly and never up', () => {
  expect(frameSize(1920, 1080)).toEqual({ width: 1280, height: 720 });
  expect(frameSize(720, 1280)).toEqual({ width: 720, height: 1280 });
  expect(frameSize(1, 5000)).toEqual({ width: 1, height: 1280 });
});

test('a small picture is enlarged, a huge one fits the memory', () => {
  expect(pictureSize(81, 81)).toEqual({ width: 324, height: 324 });
  expect(pictureSize(1170, 2532)).toEqual({ width: 1170, height: 2532 });
  for (const [width, height] of [
    [8000, 6000],
    [1, 30_000_000],
  ] as const) {
    const size = pictureSize(width, height);
    expect(size.width * size.height).toBeLessThanOrEqual(16_000_000);
    expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1);
  }
});

test('a code drawn with one pixel a module, as some programs save it, is read once it is enlarged', () => {
  const text = 'lw1sCAMBAIIDAgEAb1ngZw';
  const rows = encodeQR(text, 'raw', { border: 4 });
  const { width } = pictureSize(rows.length, rows.length);
  const scale = width / rows.length;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      if (rows[Math.floor(y / scale)]?.[Math.floor(x / scale)])
        data.fill(0, 4 * (y * width + x), 4 * (y * width + x) + 3);
    }
  }
  expect(decodeQR({ width, height: width, data })).toBe(text);
});

type Listener = (event: { readonly data: ReadReply }) => void;

function fakeWorker() {
  const worker = {
    requests: [] as ReadRequest[],
    onmessage: null as Listener | null,
    onerror: null as (() => void) | null,
    terminate: vi.fn(),
    postMessage: (request: ReadRequest) => worker.requests.push(request),
    reply: (id: number, texts: readonly string[]) => worker.onmessage?.({ data: { id, texts } }),
  };
  return worker;
}
const picture = () => ({ width: 2, height: 1, data: new Uint8ClampedArray(8) }) as unknown as ImageData;

test('the worker is started with the first picture, and answers find their question in any order', async () => {
  const worker = fakeWorker();
  const make = vi.fn(() => worker as unknown as Worker);
  const reader = createQrReader(make);
  expect(make).not.toHaveBeenCalled();
  const first = reader.read(picture(), 'frame');
  const second = reader.read(picture(), 'picture');
  expect(make).toHaveBeenCalledTimes(1);
  expect(worker.requests.map(({ effort }) => effort)).toEqual(['frame', 'picture']);
  worker.reply(worker.requests[1]?.id ?? 0, ['b']);
  worker.reply(worker.requests[0]?.id ?? 0, []);
  expect(await first).toEqual([]);
  expect(await second).toEqual(['b']);
});

test('a worker that cannot be loaded is said to whoever waits, and the next picture tries again', async () => {
  const worker = fakeWorker();
  const make = vi.fn(() => worker as unknown as Worker);
  const reader = createQrReader(make);
  const waiting = reader.read(picture(), 'frame');
  worker.onerror?.();
  await expect(waiting).rejects.toThrow('ended');
  expect(worker.terminate).toHaveBeenCalled();
  reader.read(picture(), 'frame').catch(() => {});
  expect(make).toHaveBeenCalledTimes(2);
  reader.end();
});
