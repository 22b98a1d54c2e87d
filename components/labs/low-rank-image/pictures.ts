/** Four pictures of 32 × 32 grey values in [0, 1], 1 is ink. Drawn here, so nothing is downloaded. */
import { createRandom } from '@/lib/random';

export const SIDE = 32;
export const pictures = ['balloon', 'glyph', 'diagonal', 'noise'] as const;
export type Picture = (typeof pictures)[number];

type Painter = (x: number, y: number) => number;

/** The strokes of 中 as rectangles: left, top, right, bottom, the last two not included. */
const strokes = [
  [5, 8, 27, 11],
  [5, 20, 27, 23],
  [5, 8, 8, 23],
  [24, 8, 27, 23],
  [14, 2, 18, 30],
] as const;

const painters: Readonly<Record<Exclude<Picture, 'noise'>, Painter>> = {
  /** A balloon over two hills, all of it dimly mirrored in a lake. Works as its own negative, too, in the dark theme. */
  balloon(x, y) {
    const mirrored = y >= 23 ? 45 - y : y;
    const sky = 0.85 - 0.022 * mirrored;
    const bag = clamp(5.2 - Math.hypot(x - 22, mirrored - 6.5));
    const basket = Math.abs(x - 22) <= 1 && mirrored >= 13 && mirrored <= 14 ? 1 : 0;
    const balloon = Math.max(bag, basket);
    const near = mirrored > 22 - 9 * Math.exp(-(((x - 9) / 6) ** 2)) ? 1 : 0;
    const far = mirrored > 22 - 6 * Math.exp(-(((x - 24) / 8) ** 2)) ? 1 : 0;
    const scene = near ? 0.95 : far ? 0.7 : sky * (1 - balloon);
    return y >= 23 ? 0.25 + 0.6 * scene + 0.06 * Math.sin(1.9 * y) : scene;
  },
  glyph: (x, y) => (strokes.some(([l, t, r, b]) => x >= l && x < r && y >= t && y < b) ? 1 : 0),
  diagonal: (x, y) => (x === y ? 1 : 0),
};

/** Row-major, length SIDE². Only the noise depends on the seed. */
export function paint(picture: Picture, seed: number): readonly number[] {
  const random = createRandom(seed).split('noise');
  const painter = picture === 'noise' ? () => random.next() : painters[picture];
  // Float32 hides the last digit, in which exp and hypot of two engines may differ.
  return Array.from({ length: SIDE * SIDE }, (_, i) => Math.fround(clamp(painter(i % SIDE, Math.floor(i / SIDE)))));
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
