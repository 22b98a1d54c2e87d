/** Twins beside the text files: they must unpack to the very file, or a browser gets another page than the host holds. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { precompress } from '@/lib/build/precompress';

test('text files get twins that unpack to the same bytes; images and small files get none', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'precompress-'));
  try {
    mkdirSync(path.join(folder, 'zh/map'), { recursive: true });
    const page = Buffer.from('<p>逐层 layerwise</p>'.repeat(200));
    const wasm = Buffer.alloc(1_200_000, 'webassembly');
    writeFileSync(path.join(folder, 'zh/map/index.html'), page);
    writeFileSync(path.join(folder, 'big.wasm'), wasm);
    writeFileSync(path.join(folder, 'small.css'), 'a{}');
    writeFileSync(path.join(folder, 'card.png'), page);

    const total = await precompress(folder);
    for (const [name, body] of [
      ['zh/map/index.html', page],
      ['big.wasm', wasm],
    ] as const) {
      expect(brotliDecompressSync(readFileSync(path.join(folder, `${name}.br`))).equals(body)).toBe(true);
      expect(gunzipSync(readFileSync(path.join(folder, `${name}.gz`))).equals(body)).toBe(true);
    }
    for (const name of ['small.css.br', 'small.css.gz', 'card.png.br']) {
      expect(existsSync(path.join(folder, name))).toBe(false);
    }
    expect(total).toMatchObject({ files: 2, bytes: page.length + wasm.length });
    expect(total.brotli).toBeLessThan(total.bytes / 20);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
