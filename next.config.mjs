import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import createMDX from '@next/mdx';

const root = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const plugins = path.join(root, 'lib/content/mdx');

/** Turbopack does not watch local plugins: their hash in the options makes it compile lessons anew when they change. */
function pluginsHash() {
  const hash = createHash('sha256');
  for (const name of readdirSync(plugins).sort()) hash.update(readFileSync(path.join(plugins, name)));
  return hash.digest('hex').slice(0, 12);
}

const withMDX = createMDX({
  options: {
    remarkPlugins: [
      'remark-frontmatter',
      'remark-gfm',
      'remark-math',
      'remark-cjk-friendly',
      [path.join(plugins, 'remark-layerwise.mjs'), { version: pluginsHash() }],
    ],
    rehypePlugins: [
      ['rehype-katex', { output: 'htmlAndMathml', strict: 'error', throwOnError: true }],
      [path.join(plugins, 'rehype-code.mjs'), {}],
      [path.join(plugins, 'rehype-static.mjs'), {}],
    ],
  },
});

/** @type {import('next').NextConfig} */
const config = {
  output: 'export',
  trailingSlash: true,
  basePath: process.env.BASE_PATH ?? '',
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  pageExtensions: ['ts', 'tsx'],
  devIndicators: false,
  // `npm run check` and `npm test` do this; once is enough.
  typescript: { ignoreBuildErrors: true },
  experimental: { globalNotFound: true, inlineCss: false },
};

export default withMDX(config);
