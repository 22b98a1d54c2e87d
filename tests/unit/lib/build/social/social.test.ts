/** Social images: every name the pages link to, every glyph drawn, nothing drawn twice. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { drawCards, textOf } from '@/lib/build/social/build-social';
import { type Card, listCards } from '@/lib/build/social/cards';
import { cardHeight, cardWidth, composeCard } from '@/lib/build/social/draw-card';
import { loadFaces } from '@/lib/build/social/fonts';
import { readHues } from '@/lib/build/social/hues';
import { readContent } from '@/lib/content/build-site';

const { site } = readContent('.');
const cards = listCards(site);

function pick(locale: string, name: string): Card {
  const card = cards.find((item) => item.locale === locale && item.name === name);
  if (!card) throw new Error(`no card ${locale}/${name}`);
  return card;
}

test('there is an image for the home, the map and every lesson, in both languages', () => {
  const names = ['home', 'map', ...site.lessons.map(({ slug }) => slug)];
  for (const locale of ['zh', 'en'])
    expect(cards.filter((card) => card.locale === locale).map(({ name }) => name)).toEqual(names);
});

test('every character of every card has a glyph', async () => {
  const faces = await loadFaces(textOf(cards));
  const hues = readHues();
  for (const card of cards) await expect(composeCard(card, faces, hues)).resolves.toContain('<path');
});

test('a character without a glyph is an error that names it, never a box', async () => {
  const faces = await loadFaces(textOf(cards));
  const broken = { ...pick('zh', 'home'), title: '量化𠮷' };
  await expect(composeCard(broken, faces, readHues())).rejects.toThrow('𠮷');
  await expect(loadFaces('ꙮ')).rejects.toThrow('U+A66E');
});

test('only the slices that the text needs are loaded', async () => {
  const few = await loadFaces('Layer 1');
  const more = await loadFaces('Layer 1 注意力');
  expect(few.faces.length).toBeLessThan(more.faces.length);
  expect(more.faces.length).toBeLessThan(12);
});

test('an image is a PNG of the announced size; it is drawn again only when its words change', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'social-'));
  const options = { out: path.join(folder, 'social'), memory: path.join(folder, 'memory.json') };
  try {
    const two = [pick('en', 'home'), pick('zh', 'map')];
    expect(await drawCards(two, options)).toEqual(['en/home', 'zh/map']);
    const file = path.join(options.out, 'en/home.png');
    const png = readFileSync(file);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([cardWidth, cardHeight]);
    expect(statSync(file).size).toBeLessThan(150_000);

    expect(await drawCards(two, options)).toEqual([]);
    const changed = [{ ...pick('en', 'home'), title: 'Another title' }, pick('zh', 'map')];
    expect(await drawCards(changed, options)).toEqual(['en/home']);
    expect(readFileSync(file).equals(png)).toBe(false);

    expect(await drawCards([pick('zh', 'map')], options)).toEqual([]);
    expect(existsSync(file)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
