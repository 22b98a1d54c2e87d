/** Our own digits: ones and sevens of 8 × 8 pixels, drawn from strokes with a shaking hand and a noisy camera. */
import type { LabelledInput } from '@/lib/ml/attack/dense-classifier';
import type { Random } from '@/lib/random';

export const SIDE = 8;
export const PIXELS = SIDE * SIDE;
/** What a class looks like, as a polyline of x, y in pixels. */
const strokes = [
  [2.4, 2.6, 4, 1.2, 4, 6.8],
  [1.6, 1.3, 6.2, 1.3, 3.6, 6.8],
] as const;
export const CLASS_NAMES = ['1', '7'] as const;

export type Glyph = LabelledInput & { readonly x: Float64Array };

/** One glyph [64], row-major, 0 paper and 1 ink. */
export function drawGlyph(label: 0 | 1, random: Random): Glyph {
  const [dx, dy, slant, thick] = [
    0.5 * random.normal(),
    0.4 * random.normal(),
    0.16 * random.normal(),
    0.75 + 0.12 * random.normal(),
  ] as [number, number, number, number];
  const points: [number, number][] = [];
  const stroke = strokes[label];
  for (let i = 0; i < stroke.length; i += 2) {
    const [x, y] = [stroke[i] as number, stroke[i + 1] as number];
    points.push([x + dx + slant * (4 - y) + 0.2 * random.normal(), y + dy + 0.2 * random.normal()]);
  }
  const x = new Float64Array(PIXELS).map((_, at) => {
    const distance = distanceTo(points, (at % SIDE) + 0.5, Math.floor(at / SIDE) + 0.5);
    const ink = Math.max(0, Math.min(1, 0.5 + thick - distance));
    return Math.max(0, Math.min(1, ink + 0.06 * random.normal()));
  });
  return { x, label };
}

/** `count` glyphs, the classes in turn. */
export function drawGlyphs(count: number, random: Random): Glyph[] {
  return Array.from({ length: count }, (_, i) => drawGlyph(i % 2 === 0 ? 0 : 1, random));
}

function distanceTo(points: readonly [number, number][], x: number, y: number): number {
  let least = Infinity;
  for (let i = 0; i + 1 < points.length; i += 1) {
    const [ax, ay] = points[i] as [number, number];
    const [bx, by] = points[i + 1] as [number, number];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    least = Math.min(least, Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)));
  }
  return least;
}
