/**
 * The site once more, below a path: what `BASE_PATH=/layerwise SITE_URL=https://example.org npm run build` makes, without twins, in
 * a folder of its own, so that a plain host serves it at /layerwise/ and has nothing at its root. `npm test` runs this before the
 * browser; subpath.setup.ts runs it for whoever starts these tests alone. Does nothing when nothing changed.
 */
import { build, isBuilt } from '@/lib/build/build';

export const subpath = '/layerwise';
export const subpathAddress = 'https://example.org';
/** What the plain host serves; git ignores it. */
export const subpathRoot = 'out-subpath';

if (process.argv[1]?.endsWith('subpath-site.ts')) {
  process.env.BASE_PATH = subpath;
  process.env.SITE_URL = subpathAddress;
  const folder = subpathRoot + subpath;
  if (!isBuilt(folder))
    build({ folder, twins: false }).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    });
}
