/**
 * Faces for the social images, from the npm packages: Source Serif 4 for English titles, Noto Sans SC for everything else.
 * Noto comes in a hundred slices by Unicode range; only those that hold a character of the text are read.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import subsetFont from 'subset-font';

export type Face = {
  readonly name: string;
  readonly weight: 400 | 700;
  readonly style: 'normal';
  readonly data: Buffer;
};
export type Faces = {
  readonly faces: Face[];
  /** CSS font-family lists: each slice is a family of its own. */
  readonly serif: string;
  readonly sans: string;
};

const NOTO = 'node_modules/@fontsource/noto-sans-sc';
const SERIF = 'node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2';
const weights = [400, 700] as const;

/** Loads what `text` needs. Throws when a character is in no slice. */
export async function loadFaces(text: string): Promise<Faces> {
  const slices = slicesFor(text, await readRanges());
  const noto = slices.flatMap((slice) =>
    weights.map(async (weight): Promise<Face> => {
      const file = `${NOTO}/files/noto-sans-sc-${slice}-${weight}-normal.woff`;
      return { name: `Noto ${slice}`, weight, style: 'normal', data: await readFile(file) };
    }),
  );
  const sans = slices.map((slice) => `Noto ${slice}`).join(', ');
  const serif: Face = { name: 'Serif', weight: 700, style: 'normal', data: await serifFace(text) };
  return { faces: [serif, ...(await Promise.all(noto))], serif: `Serif, ${sans}`, sans };
}

/** The variable face, fixed at the weight and optical size of a headline, as the TrueType that satori reads. */
async function serifFace(text: string): Promise<Buffer> {
  const source = await readFile(path.resolve(SERIF));
  return subsetFont(source, text, { targetFormat: 'truetype', variationAxes: { wght: 620, opsz: 48 } });
}

type Ranges = readonly (readonly [slice: string, ranges: readonly (readonly [number, number])[]])[];

/** `unicode.json` maps a slice (`[12]` or `latin`) to its CSS unicode-range. */
async function readRanges(): Promise<Ranges> {
  const listed = JSON.parse(await readFile(`${NOTO}/unicode.json`, 'utf8')) as Record<string, string>;
  return Object.entries(listed).map(([slice, list]) => {
    const ranges = list.split(',').map((range) => {
      const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    });
    return [slice.replace(/[[\]]/g, ''), ranges] as const;
  });
}

export function slicesFor(text: string, ranges: Ranges): string[] {
  const found = new Set<string>();
  for (const character of new Set(text)) {
    const code = character.codePointAt(0) ?? 0;
    const slice = ranges.find(([, list]) => list.some(([from, to]) => code >= from && code <= to));
    if (!slice) throw new Error(`No font for "${character}" (U+${code.toString(16).toUpperCase().padStart(4, '0')}).`);
    found.add(slice[0]);
  }
  return [...found].sort();
}
