/** For the server: how many bytes the first run of Python downloads, as built. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from './protocol';

let known: number | null = null;

/** Throws where `public/python` has not been built: the page must not promise a size it does not know. */
export function pythonDownloadBytes(): number {
  known ??= (JSON.parse(readFileSync(path.join(process.cwd(), 'public/python/manifest.json'), 'utf8')) as Manifest)
    .download;
  return known;
}
