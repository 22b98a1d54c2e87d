import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawIcon, icons } from '@/lib/build/icons';

const svg = readFileSync('public/icon.svg', 'utf8');

for (const icon of icons) {
  test(`${icon.name} is drawn from icon.svg as it is now`, () => {
    const drawn = drawIcon(svg, icon);
    expect(drawn.readUInt32BE(16)).toBe(icon.size);
    expect(readFileSync(`public/icons/${icon.name}`).equals(drawn)).toBe(true);
  });
}
