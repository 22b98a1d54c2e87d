/** `npm run build`: content check, generated assets, Next's export, security policy, offline, compression. Leaves `out/`. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { headersFile } from './host-headers';
import { writeOffline } from './offline/write-offline';
import { precompress } from './precompress';
import { preloadLabs } from './preload-labs';
import { prepare } from './prepare';
import { protectPages } from './security-policy';
import { stampCode, stampInputs } from './stamp';
import { trimExport } from './trim-export';

type Options = {
  /** Where the site goes, below the project. */
  readonly folder?: string;
  /** Whether `.br` and `.gz` files are written beside the text files, which is half of a build's time. */
  readonly twins?: boolean;
};

const STAMP = '.build-stamp';

/** Whether `folder` holds what a build would leave there now. The base path and the address of the site count as well. */
export function isBuilt(folder = 'out'): boolean {
  const stamp = path.join(folder, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampInputs('.');
}

export async function build({ folder = 'out', twins = true }: Options = {}): Promise<void> {
  const stamp = stampInputs('.');
  const basePath = process.env.BASE_PATH ?? '';
  await prepare({ social: true });
  rmSync(folder, { recursive: true, force: true });
  const run = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: 'inherit',
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_PUBLIC_BASE_PATH: basePath,
      EXPORT_FOLDER: folder,
      BUILD_ID: stampCode('.'),
    },
  });
  if (run.status !== 0) throw new Error('next build failed');
  trimExport(folder);
  preloadLabs(folder, basePath);
  const pages = protectPages(folder);
  writeFileSync(path.join(folder, '_headers'), headersFile(basePath));
  const offline = await writeOffline(folder);
  console.log(`${pages} pages in ${folder}/, ${offline.files.size} files to be had offline`);
  if (twins) {
    const { files, bytes, brotli } = await precompress(folder);
    const megabytes = (n: number) => (n / 1e6).toFixed(1);
    console.log(`${files} files compressed, ${megabytes(bytes)} MB to ${megabytes(brotli)} MB`);
  }
  writeFileSync(path.join(folder, STAMP), stamp);
}

if (process.argv[1]?.endsWith('build.ts')) {
  build().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
