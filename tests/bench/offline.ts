/** What a reader's device fetches to be independent of the network: unasked on a first visit, and for each download. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Site } from '@/lib/content/site-types';
import { routes } from '@/lib/i18n/routes';
import { type FileEntry, parseIndex } from '@/lib/offline/file-index';
import { filesOf, filesOfPage } from '@/lib/offline/wanted';
import { compressedSize } from './page-weight';
import { kilobytes, printTable, type Row } from './table';

export function benchOffline(site: Site, out: string): void {
  const index = parseIndex(readFileSync(path.join(out, 'offline/index.json'), 'utf8'));
  if (!index) throw new Error('the index of the build cannot be read');
  const travels = ({ path: file }: FileEntry) => compressedSize(out, file.endsWith('/') ? `${file}index.html` : file);
  const sum = (files: Iterable<FileEntry>) => [...files].reduce((total, file) => total + travels(file), 0);
  const groupFiles = (name: string) => filesOf(index, index.groups.get(name) ?? { pages: [], files: [] });
  const beyond = (files: ReadonlySet<FileEntry>, had: ReadonlySet<FileEntry>) =>
    new Set([...files].filter((file) => !had.has(file)));
  const core = groupFiles('core');
  const before = (locale: string) => new Set([...core, ...groupFiles(`${locale}/rooms`)]);

  const lessons = site.lessons.map(({ stage, slug }) => {
    const files = filesOfPage(index, routes.lesson('en', stage, slug));
    return { slug, size: sum(beyond(files, before('en'))) };
  });
  const sizes = lessons.map(({ size }) => size).sort((a, b) => a - b);
  printTable(
    'Offline: what a first visit to a lesson fetches unasked (brotli)',
    [
      { name: 'worker and index', value: compressedSize(out, 'sw.js') + compressedSize(out, 'offline/index.json') },
      { name: 'core', value: sum(core), note: `${core.size} files, most of them the page has just loaded` },
      { name: 'rooms of one language', value: sum(beyond(groupFiles('en/rooms'), core)), note: 'beyond the core' },
      { name: 'a lesson, median', value: sizes[sizes.length >> 1] ?? 0, note: 'with labs and exercise, beyond both' },
    ],
    kilobytes,
  );
  const rows = [...index.groups.keys()]
    .filter((name) => name !== 'core' && !name.endsWith('/rooms'))
    .map((name): Row => {
      const files = groupFiles(name);
      const own = sum(beyond(files, before(name.split('/')[0] ?? '')));
      const stored = [...files].reduce((total, { bytes }) => total + bytes, 0);
      return { name, value: own, note: `${files.size} files, ${kilobytes(stored)} in storage with the core` };
    });
  printTable('Offline: what a download fetches beyond core and rooms (brotli)', rows, kilobytes);
}
