/** Writes a brotli and a gzip twin beside every text file of `out/`, so that any static server can send them. */
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = /\.(html|js|mjs|css|json|txt|xml|svg|wasm|webmanifest|zip|py)$/;
const MIN_BYTES = 1024;
/** Quality 11 costs seconds per megabyte of wasm for a few percent. */
const HUGE_BYTES = 1_000_000;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export async function precompress(
  folder: string,
): Promise<{ readonly files: number; readonly bytes: number; readonly brotli: number }> {
  const names = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => compressible.test(name));
  const total = { files: 0, bytes: 0, brotli: 0 };
  for (const name of names) {
    const file = path.join(folder, name);
    const body = await readFile(file);
    if (body.length < MIN_BYTES) continue;
    const quality = body.length > HUGE_BYTES ? 9 : 11;
    const [small, compatible] = await Promise.all([
      brotli(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
      }),
      zip(body, { level: 9 }),
    ]);
    await Promise.all([writeFile(`${file}.br`, small), writeFile(`${file}.gz`, compatible)]);
    total.files += 1;
    total.bytes += body.length;
    total.brotli += small.length;
  }
  return total;
}
