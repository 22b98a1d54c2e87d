/**
 * `npx tsx lib/build/icons.ts`: draws the pictures of `public/icons/` from `public/icon.svg`, anew whenever that changes. Systems cut their
 * own shapes out of a maskable icon and keep the middle four fifths; Apple's stands on a ground of its own.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

/** `share`: how much of the width the drawing takes. */
type Icon = { readonly name: string; readonly size: number; readonly share: number; readonly ground: string | null };

const paper = '#fbfaf7';

export const icons: readonly Icon[] = [
  { name: 'icon-192.png', size: 192, share: 1, ground: null },
  { name: 'icon-512.png', size: 512, share: 1, ground: null },
  { name: 'icon-maskable-192.png', size: 192, share: 0.6, ground: paper },
  { name: 'icon-maskable-512.png', size: 512, share: 0.6, ground: paper },
  { name: 'apple-touch-180.png', size: 180, share: 0.7, ground: paper },
];

export function drawIcon(svg: string, { size, share, ground }: Icon): Buffer {
  const inner = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1] ?? '';
  const side = 20 / share;
  const edge = (20 - side) / 2;
  const back = ground ? `<rect x="${edge}" y="${edge}" width="${side}" height="${side}" fill="${ground}"/>` : '';
  const framed = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${edge} ${edge} ${side} ${side}">${back}${inner}</svg>`;
  return new Resvg(framed, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

if (process.argv[1]?.endsWith('icons.ts')) {
  mkdirSync('public/icons', { recursive: true });
  const svg = readFileSync('public/icon.svg', 'utf8');
  for (const icon of icons) writeFileSync(`public/icons/${icon.name}`, drawIcon(svg, icon));
}
