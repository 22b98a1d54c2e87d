/** A fingerprint of everything a build reads, so that `npm start` builds only when something changed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
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

export function stampInputs(root: string): string {
  const hash = createHash('sha256');
  for (const name of settings) hash.update(`${name}=${process.env[name] ?? ''}\n`);
  for (const file of inputs.flatMap((input) => listFiles(root, input))) {
    hash.update(`${file}\n`);
    hash.update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

function listFiles(root: string, name: string): string[] {
  if (generated.includes(name) || name.includes('__pycache__')) return [];
  if (statSync(path.join(root, name)).isFile()) return [name];
  return readdirSync(path.join(root, name))
    .sort()
    .flatMap((child) => listFiles(root, `${name}/${child}`));
}
