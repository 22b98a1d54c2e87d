/** What must stand in `public/` before Next starts: the Python runtime, and for a build the social images. */
import { buildPython } from './python/build-python';
import { buildSocialImages } from './social/build-social';

export async function prepare({ social }: { readonly social: boolean }): Promise<void> {
  await buildPython();
  if (social) await buildSocialImages();
}

if (process.argv[1]?.endsWith('prepare.ts')) {
  prepare({ social: false }).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
