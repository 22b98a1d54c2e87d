/** Writes a brotli and a gzip twin beside every text file of `out/`, so that any static server can send them. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = /\.(html|js|mjs|css|json|txt|xml|svg|wasm|webmanifest|zip|py)$/;
const MIN_BYTES = 1024;
/** Quality 11 costs seconds per megabyte of wasm for a few percent. */
const HUGE_BYTES = 1_000_000;
/** As many as Node's thread pool: compressing is most of the time of a build, and one file at a time leaves processors idle. */
const AT_ONCE = 4;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

type Total = { readonly files: number; readonly bytes: number; readonly brotli: number };

export async function precompress(folder: string): Promise<Total> {
  const total = { files: 0, bytes: 0, brotli: 0 };
  const names = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => compressible.test(name));
  // Next writes many a payload twice under two names; the second is copied from the first.
  const twins = new Map<string, Promise<{ readonly file: string; readonly brotli: number }>>();
  const compressNext = async (): Promise<void> => {
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      const file = path.join(folder, name);
      const body = await readFile(file);
      if (body.length < MIN_BYTES) continue;
      const hash = createHash('sha256').update(body).digest('base64');
      const known = twins.get(hash);
      const written = known ?? writeTwins(file, body);
      twins.set(hash, written);
      const twin = await written;
      if (known) for (const kind of ['br', 'gz']) await copyFile(`${twin.file}.${kind}`, `${file}.${kind}`);
      total.files += 1;
      total.bytes += body.length;
      total.brotli += twin.brotli;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, compressNext));
  return total;
}

async function writeTwins(file: string, body: Buffer) {
  const quality = body.length > HUGE_BYTES ? 9 : 11;
  const [small, compatible] = await Promise.all([
    brotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
    zip(body, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${file}.br`, small), writeFile(`${file}.gz`, compatible)]);
  return { file, brotli: small.length };
}
