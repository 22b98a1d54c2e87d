import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import createMDX from '@next/mdx';

const root = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const plugins = path.join(root, 'lib/content/mdx');
const content = path.join(root, 'content');
const basePath = process.env.BASE_PATH ?? '';
/**
 * Another folder than `out/` is for a second build, such as the one that tests make below a path (lib/build/build.ts). With
 * `output: 'export'`, `distDir` names where the site goes; Next's working files stay in `.next`. That build leaves the compiler's
 * cache alone: shared by two base paths it makes each build dearer than none at all (120 s of processor time against 57).
 */
const exportFolder = process.env.EXPORT_FOLDER ?? 'out';
const second = exportFolder !== 'out';

/** Turbopack does not watch what plugins read: a hash in their options makes it compile lessons anew when that changes. */
function hashOf(folder, names) {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort())
    if (names.test(name)) hash.update(readFileSync(path.join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

const withMDX = createMDX({
  options: {
    remarkPlugins: [
      'remark-frontmatter',
      'remark-gfm',
      'remark-math',
      'remark-cjk-friendly',
      [path.join(plugins, 'remark-layerwise.mjs'), { version: hashOf(plugins, /\.mjs$/) }],
    ],
    rehypePlugins: [
      ['rehype-katex', { output: 'htmlAndMathml', strict: 'error', throwOnError: true }],
      [path.join(plugins, 'rehype-punctuation.mjs'), {}],
      [path.join(plugins, 'rehype-code.mjs'), {}],
      [path.join(plugins, 'rehype-references.mjs'), { content, basePath, version: hashOf(content, /\.yaml$/) }],
      [path.join(plugins, 'rehype-static.mjs'), {}],
    ],
  },
});

/** @type {import('next').NextConfig} */
const config = {
  output: 'export',
  trailingSlash: true,
  basePath,
  ...(second ? { distDir: exportFolder } : {}),
  generateBuildId: () => process.env.BUILD_ID ?? null,
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  pageExtensions: ['ts', 'tsx'],
  devIndicators: false,
  // `npm run check` and `npm test` do this; once is enough.
  typescript: { ignoreBuildErrors: true },
  experimental: { globalNotFound: true, inlineCss: false, turbopackFileSystemCacheForBuild: !second },
};

export default withMDX(config);
