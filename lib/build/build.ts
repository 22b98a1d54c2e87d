/** `npm run build`: content check, generated assets, Next's export, security policy, compression. Leaves `out/`. */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { precompress } from './precompress';
import { prepare } from './prepare';
import { protectPages } from './security-policy';
import { stampInputs } from './stamp';
import { trimExport } from './trim-export';

export const stampFile = 'out/.build-stamp';

export async function build(): Promise<void> {
  const stamp = stampInputs('.');
  await prepare({ social: true });
  rmSync('out', { recursive: true, force: true });
  const run = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NEXT_PUBLIC_BASE_PATH: process.env.BASE_PATH ?? '' },
  });
  if (run.status !== 0) throw new Error('next build failed');
  trimExport('out');
  const pages = protectPages('out');
  const { files, bytes, brotli } = await precompress('out');
  writeFileSync(stampFile, stamp);
  const megabytes = (n: number) => (n / 1e6).toFixed(1);
  console.log(`${pages} pages; ${files} files compressed, ${megabytes(bytes)} MB to ${megabytes(brotli)} MB`);
}

if (process.argv[1]?.endsWith('build.ts')) {
  build().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
