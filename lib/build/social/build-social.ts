/**
 * Makes `public/social/{zh,en}/{name}.png`: 1200 × 630 pictures for links to the site, without network or browser.
 * An image is drawn again only when its words, the design or a library changed; images of lessons that are gone are removed.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readContent } from '@/lib/content/build-site';
import { type Card, listCards } from './cards';
import { drawCard } from './draw-card';
import { loadFaces } from './fonts';
import { readHues } from './hues';

type Options = { readonly out?: string; readonly memory?: string };

/** `memory` keeps the hash of what each image was drawn from; it lies outside `public/` because nobody needs to download it. */
export async function buildSocialImages(options: Options = {}): Promise<void> {
  const { site, problems } = readContent('.');
  problems.throwIfAny();
  await drawCards(listCards(site), options);
}

/** Returns the names of the images that were drawn, as `zh/home`. */
export async function drawCards(cards: readonly Card[], options: Options = {}): Promise<string[]> {
  const { out = 'public/social', memory = 'node_modules/.cache/layerwise/social.json' } = options;
  const hues = readHues();
  const design = await hashDesign(JSON.stringify(hues));
  const known = await readMemory(memory);
  const wanted = cards.map((card) => ({
    card,
    key: `${card.locale}/${card.name}`,
    hash: createHash('sha256').update(design).update(JSON.stringify(card)).digest('hex').slice(0, 16),
  }));
  const stale = wanted.filter(({ key, hash }) => known[key] !== hash || !existsSync(path.join(out, `${key}.png`)));
  if (stale.length > 0) {
    const faces = await loadFaces(textOf(stale.map(({ card }) => card)));
    for (const { card, key } of stale) {
      await mkdir(path.join(out, card.locale), { recursive: true });
      await writeFile(path.join(out, `${key}.png`), await drawCard(card, faces, hues));
    }
    await mkdir(path.dirname(memory), { recursive: true });
    await writeFile(memory, JSON.stringify(Object.fromEntries(wanted.map(({ key, hash }) => [key, hash]))));
  }
  await removeOthers(out, new Set(wanted.map(({ key }) => `${key}.png`)));
  return stale.map(({ key }) => key);
}

/** Every character the cards show. */
export function textOf(cards: readonly Card[]): string {
  const shown = cards.flatMap((card) => [
    card.title,
    card.note,
    card.brand,
    ...card.layers.flatMap(({ order, title }) => `${order} · ${title}`),
  ]);
  return [...new Set(shown.join(''))].sort().join('');
}

async function hashDesign(hues: string): Promise<string> {
  const hash = createHash('sha256').update(hues);
  const folder = 'lib/build/social';
  for (const name of (await readdir(folder)).sort()) hash.update(await readFile(path.join(folder, name)));
  const libraries = [
    'satori',
    '@resvg/resvg-js',
    '@fontsource/noto-sans-sc',
    '@fontsource-variable/source-serif-4',
    'subset-font',
  ];
  for (const name of libraries) {
    const { version } = JSON.parse(await readFile(`node_modules/${name}/package.json`, 'utf8')) as { version: string };
    hash.update(`${name}@${version}`);
  }
  return hash.digest('hex');
}

async function readMemory(file: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}

async function removeOthers(out: string, wanted: ReadonlySet<string>): Promise<void> {
  if (!existsSync(out)) return;
  const names = (await readdir(out, { recursive: true })).map((name) => name.split(path.sep).join('/'));
  const gone = names.filter((name) => name.endsWith('.png') && !wanted.has(name));
  await Promise.all(gone.map((name) => rm(path.join(out, name))));
}
