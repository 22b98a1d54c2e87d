/** `npm start` must build when, and only when, something that a build reads has changed. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { stampCode, stampInputs } from '@/lib/build/stamp';

const folders = ['app', 'components/ui', 'content/math', 'lib/build', 'public/python'];
const files = [
  'package-lock.json',
  'next.config.mjs',
  'tsconfig.json',
  'mdx-components.tsx',
  'postcss.config.mjs',
  'app/page.tsx',
  'components/ui/rule.tsx',
  'content/math/zh.mdx',
  'lib/build/build.ts',
  'public/icon.svg',
];

function withProject(check: (root: string, write: (name: string, text: string) => void) => void): void {
  const root = mkdtempSync(path.join(tmpdir(), 'stamp-'));
  const write = (name: string, text: string) => writeFileSync(path.join(root, name), text);
  try {
    for (const folder of folders) mkdirSync(path.join(root, folder), { recursive: true });
    for (const file of files) write(file, file);
    check(root, write);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('the same files have the same stamp, wherever they lie', () => {
  withProject((root) => {
    const copy = `${root}-copy`;
    cpSync(root, copy, { recursive: true });
    expect(stampInputs(copy)).toBe(stampInputs(root));
    rmSync(copy, { recursive: true });
  });
});

test('any input that changes, appears or goes changes the stamp', () => {
  withProject((root, write) => {
    const seen = new Set([stampInputs(root)]);
    for (const file of files) {
      write(file, `${file} changed`);
      seen.add(stampInputs(root));
    }
    write('content/math/en.mdx', '');
    seen.add(stampInputs(root));
    rmSync(path.join(root, 'app/page.tsx'));
    seen.add(stampInputs(root));
    expect(seen.size).toBe(files.length + 3);
  });
});

test('what the build itself makes does not change the stamp', () => {
  withProject((root, write) => {
    const before = stampInputs(root);
    write('public/python/manifest.json', '{}');
    mkdirSync(path.join(root, 'public/social'));
    write('public/social/home.png', '');
    expect(stampInputs(root)).toBe(before);
  });
});

test('another base path or site address is another build', () => {
  withProject((root) => {
    const stamps = new Set([stampInputs(root)]);
    vi.stubEnv('BASE_PATH', '/layerwise');
    stamps.add(stampInputs(root));
    vi.stubEnv('SITE_URL', 'https://example.org');
    stamps.add(stampInputs(root));
    vi.unstubAllEnvs();
    expect(stamps.size).toBe(3);
  });
});

test('the name of a build is another after a change of code, and the same after a change of content', () => {
  withProject((root, write) => {
    const before = stampCode(root);
    write('content/math/zh.mdx', 'corrected');
    expect(stampCode(root)).toBe(before);
    write('lib/build/build.ts', 'changed');
    expect(stampCode(root)).not.toBe(before);
  });
});
