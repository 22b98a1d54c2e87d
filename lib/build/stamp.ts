/** A fingerprint of everything a build reads, so that `npm start` builds only when something changed. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const inputs = [
  'app',
  'components',
  'content',
  'lib',
  'public',
  'package-lock.json',
  'next.config.mjs',
  'tsconfig.json',
  'mdx-components.tsx',
  'postcss.config.mjs',
];
/** Made by the build itself. */
const generated = ['public/python', 'public/social'];
const settings = ['BASE_PATH', 'SITE_URL'];

/**
 * The same without what authors write: the name of a build for Next, which loads a page anew where it meets a payload of another
 * name. A corrected lesson leaves all other pages as they are to the letter, and devices that keep them fetch one page and not all.
 */
export const stampCode = (root: string): string =>
  stampInputs(
    root,
    inputs.filter((input) => input !== 'content'),
  ).slice(0, 16);

export function stampInputs(root: string, of: readonly string[] = inputs): string {
  const hash = createHash('sha256');
  for (const name of settings) hash.update(`${name}=${process.env[name] ?? ''}\n`);
  for (const file of of.flatMap((input) => listFiles(root, input))) {
    hash.update(`${file}\n`);
    hash.update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

/** Wheels that an operator put beside the generated Python are an input all the same. */
function wheels(root: string, name: string): string[] {
  const folder = `${name}/wheels`;
  return name === 'public/python' && existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder))
        .filter((file) => file.endsWith('.whl'))
        .map((file) => `${folder}/${file}`)
    : [];
}

function listFiles(root: string, name: string): string[] {
  if (generated.includes(name) || name.includes('__pycache__')) return wheels(root, name);
  if (statSync(path.join(root, name)).isFile()) return [name];
  return readdirSync(path.join(root, name))
    .sort()
    .flatMap((child) => listFiles(root, `${name}/${child}`));
}
