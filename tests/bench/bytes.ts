/** Compressed first loads: of an empty Next page, of a lesson without its labs, and of the large pages. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { precompress } from '@/lib/build/precompress';
import type { Site } from '@/lib/content/site-types';
import { routes } from '@/lib/i18n/routes';
import { common, emptyRoute, type PageWeight, sizeOf, weighPage, without } from './page-weight';
import { kilobytes, printTable } from './table';

export async function benchBytes(site: Site, out: string): Promise<void> {
  const empty = await weighEmptyApp();
  const door = weighPage(out, emptyRoute);
  const framework = sizeOf(out, door.scripts);
  const lessons = site.lessons.map((lesson) => ({
    slug: lesson.slug,
    zh: weighPage(out, routes.lesson('zh', lesson.stage, lesson.slug)),
    en: weighPage(out, routes.lesson('en', lesson.stage, lesson.slug)),
  }));
  const shared = common(lessons.flatMap(({ zh, en }) => [zh, en]));
  const own = sizeOf(out, without(shared, door.scripts));
  printTable(
    'JavaScript of the first load (brotli)',
    [
      { name: 'empty page of an empty Next app', value: empty },
      { name: 'empty page of this build', value: framework },
      {
        name: 'lesson without labs',
        value: sizeOf(out, shared),
        note: `${kilobytes(own)} above this build's empty page`,
      },
    ],
    kilobytes,
  );
  const styles = (page: PageWeight) => sizeOf(out, page.styles);
  const pages = [
    ['home', weighPage(out, routes.home('zh')), weighPage(out, routes.home('en'))],
    ['map', weighPage(out, routes.map('zh')), weighPage(out, routes.map('en'))],
    ...lessons.map(({ slug, zh, en }) => [slug, zh, en] as const),
  ] as const;
  printTable(
    'HTML (brotli), larger of the two languages',
    pages.map(([name, zh, en]) => ({
      name,
      value: Math.max(zh.html, en.html),
      note: `zh ${kilobytes(zh.html)}, en ${kilobytes(en.html)}, CSS ${kilobytes(styles(en))}`,
    })),
    kilobytes,
  );
}

/**
 * Bytes of script of the smallest app Next can export. It is built below the project, in a folder git ignores, so that the very
 * same next and react are found without a second install; nothing of the project's configuration reaches it.
 */
export async function weighEmptyApp(): Promise<number> {
  const folder = path.resolve('test-results/empty-next');
  const files = {
    'package.json': '{"private":true,"type":"module"}\n',
    'next.config.mjs': `export default { output: 'export', turbopack: { root: ${JSON.stringify(path.resolve('.'))} } };\n`,
    'app/page.jsx': 'export default function Page() { return null; }\n',
    'app/layout.jsx':
      'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }\n',
  };
  try {
    mkdirSync(path.join(folder, 'app'), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const built = spawnSync(process.execPath, [path.resolve('node_modules/next/dist/bin/next'), 'build'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    });
    if (built.status !== 0) throw new Error(`the empty app did not build:\n${built.stdout}${built.stderr}`);
    const out = path.join(folder, 'out');
    await precompress(out);
    return sizeOf(out, weighPage(out, '/').scripts);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
