/**
 * Reads QR codes away from the page, so that typing and animation go on. One decoder for every browser: the built-in
 * BarcodeDetector is missing in Safari, Firefox and desktop Chrome on Windows and Linux, and where it exists it differs by
 * platform in what it finds and how it decodes bytes, which nobody could test for us.
 */
import { decodeQR, decodeQRBatch } from 'qr/decode.js';
import type { Effort, ReadReply, ReadRequest } from './read-request';

/** A picture may take this long; nobody waits for more. */
const pictureMs = 3000;

type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

async function readTexts(image: Pixels, effort: Effort): Promise<readonly string[]> {
  try {
    // The decoder throws when it finds no code: in a frame that is the usual case.
    if (effort === 'frame') return [decodeQR(image)];
    const maxSize = { width: image.width, height: image.height };
    const [found = []] = await decodeQRBatch([image], { effort: Infinity, timeLimit: pictureMs, maxSize });
    return [...new Set(found.filter((result) => typeof result === 'string'))];
  } catch {
    return [];
  }
}

self.addEventListener('message', async ({ data }: MessageEvent<ReadRequest>) => {
  const { id, effort, width, height, pixels } = data;
  const texts = await readTexts({ width, height, data: new Uint8ClampedArray(pixels) }, effort);
  self.postMessage({ id, texts } satisfies ReadReply);
});
