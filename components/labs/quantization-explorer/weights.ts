/** The weights the lab quantizes: a made matrix whose rows differ in size, or the vector worked by hand in the lesson. */
import { createRandom } from '@/lib/random';

export type WeightSource = 'matrix' | 'vector';

export type Weights = {
  readonly values: readonly number[];
  readonly rows: number;
  readonly columns: number;
  /** Index of the weight that the outlier control grows. */
  readonly outlier: number;
};

/** Standard deviation of each row. Output channels of trained layers differ by about this much. */
const ROW_SPREAD = [0.08, 0.03, 0.06, 0.1, 0.045, 0.02, 0.07, 0.025] as const;
const COLUMNS = 64;
const OUTLIER_COLUMN = 20;
/** Draws beyond this many standard deviations are drawn again, so that only the outlier is one. */
const TRUNCATE_AT = 2.5;

/** Worked example of the lesson: small enough to check every integer by hand. */
const VECTOR = [1.2, -0.5, -4.3, 1.2, -3.1, 0.8, 2.4, 5.4] as const;
const VECTOR_OUTLIER = 7;

/** Float32 weights, row-major. `outlier` multiplies one weight; 1 leaves an ordinary one. */
export function makeWeights(source: WeightSource, outlier: number, seed: number): Weights {
  if (source === 'vector') {
    const values = VECTOR.map((w, i) => (i === VECTOR_OUTLIER ? w * outlier : w));
    return { values, rows: 1, columns: VECTOR.length, outlier: VECTOR_OUTLIER };
  }
  const random = createRandom(seed).split('weights');
  const values = ROW_SPREAD.flatMap((spread) => {
    const draws = Array.from({ length: COLUMNS }, () => truncatedNormal(random.normal));
    const rms = Math.sqrt(draws.reduce((sum, z) => sum + z * z, 0) / COLUMNS);
    return draws.map((z) => Math.fround((z / rms) * spread));
  });
  values[OUTLIER_COLUMN] = Math.fround(ROW_SPREAD[0] * outlier);
  return { values, rows: ROW_SPREAD.length, columns: COLUMNS, outlier: OUTLIER_COLUMN };
}

function truncatedNormal(normal: () => number): number {
  for (;;) {
    const z = normal();
    if (Math.abs(z) <= TRUNCATE_AT) return z;
  }
}
