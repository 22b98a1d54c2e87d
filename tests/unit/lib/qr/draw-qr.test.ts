import { decodeQR } from 'qr/decode.js';
import { expect, test } from 'vitest';
import { drawQr, type QrDrawing, QrTooLong, qrBytes, qrPixels, qrSvg } from '@/lib/qr/draw-qr';

/** The dark modules of a drawing, as `x y`. */
const darkModules = ({ path }: QrDrawing) =>
  new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));

/** The drawing as a camera would see it, `scale` pixels a module. */
function picture(drawing: QrDrawing, scale: number) {
  const dark = darkModules(drawing);
  const side = drawing.size * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (dark.has(`${Math.floor(x / scale)} ${Math.floor(y / scale)}`))
        data.fill(0, 4 * (y * side + x), 4 * (y * side + x) + 3);
  return { width: side, height: side, data };
}

test.each([
  'https://example.org/en/share/#lw1pCAYCAWGBAgIBQjQ80g',
  '第一周：读完“注意力”。',
  `https://example.org/zh/share/#lw1p${'aB3_x9Qz-'.repeat(70)}`,
])('what is drawn reads as what was meant: %s', async (text) => {
  expect(decodeQR(picture(await drawQr(text), 4))).toBe(text);
});

test('four blank modules stand around the code, and no path runs outside', async () => {
  const drawing = await drawQr('https://example.org');
  const places = [...darkModules(drawing)].flatMap((place) => place.split(' ').map(Number));
  expect([Math.min(...places), Math.max(...places)]).toEqual([4, drawing.size - 5]);
  expect(drawing.path.replace(/M\d+ \d+h1v1h-1z/g, '')).toBe('');
});

test.each(['low', 'medium'] as const)(
  'at %s correction the stated number of bytes fits, and one more does not',
  async (ecc) => {
    await expect(drawQr('a'.repeat(qrBytes[ecc]), ecc)).resolves.toMatchObject({ size: 177 + 8 });
    await expect(drawQr('a'.repeat(qrBytes[ecc] + 1), ecc)).rejects.toThrow(QrTooLong);
  },
);

test('bytes count, not characters', async () => {
  await expect(drawQr('学'.repeat(777), 'medium')).resolves.toBeDefined();
  await expect(drawQr('学'.repeat(778), 'medium')).rejects.toThrow(QrTooLong);
});

test('the file holds the same modules, dark on white, edge to edge', async () => {
  const drawing = await drawQr('https://example.org');
  const svg = qrSvg(drawing);
  expect(svg).toContain(`viewBox="0 0 ${drawing.size} ${drawing.size}"`);
  expect(svg).toContain(`<rect width="${drawing.size}" height="${drawing.size}" fill="white"/>`);
  expect(svg).toContain(`<path fill="black" d="${drawing.path}"/>`);
});

test('a picture has whole pixels a module and at least a thousand a side, from the smallest code to the largest', () => {
  for (let size = 21 + 8; size <= 177 + 8; size += 4) {
    expect(Number.isInteger(qrPixels(size))).toBe(true);
    expect(size * qrPixels(size)).toBeGreaterThanOrEqual(1000);
    expect(size * qrPixels(size)).toBeLessThan(1200);
  }
});
