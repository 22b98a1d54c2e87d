/** The ground of the race: functions of two weights with their gradient, their steepest curvature and where they are lowest. */

export type SurfaceName = 'bowl' | 'valley' | 'saddle' | 'noisy';
export type Point = readonly [x: number, y: number];

export type Surface = {
  readonly value: (x: number, y: number) => number;
  readonly gradient: (x: number, y: number) => Point;
  /** Largest eigenvalue of the Hessian: plain gradient descent is unstable where the learning rate exceeds 2 / this. */
  readonly curvature: (x: number, y: number) => number;
  readonly minima: readonly Point[];
  readonly lowest: number;
  /** Standard deviation of the noise on each component of the gradient, as from small batches. */
  readonly noise: number;
  /** Levels that the map draws, above the lowest value. */
  readonly levels: readonly number[];
  readonly steps: number;
};

/** The map shows [−REACH, REACH] in both directions. */
export const REACH = 2.5;
/** The bowls lie across the axes, or methods that scale each axis by itself would see no valley at all. */
const TILT = Math.PI / 6;
const COS = Math.cos(TILT);
const SIN = Math.sin(TILT);
const NOISE = 4;
const powers = (first: number, ratio: number, count: number) =>
  Array.from({ length: count }, (_, k) => first * ratio ** k);

/** ½(u² + κ·v²) in axes turned by 30°: curvature 1 along the valley, κ across. */
function bowl(kappa: number, noise: number): Surface {
  return {
    value: (x, y) => {
      const [u, v] = turned(x, y);
      return 0.5 * (u * u + kappa * v * v);
    },
    gradient: (x, y) => {
      const [u, v] = turned(x, y);
      return [COS * u - SIN * kappa * v, SIN * u + COS * kappa * v];
    },
    curvature: () => kappa,
    minima: [[0, 0]],
    lowest: 0,
    noise,
    levels: powers(0.125 * Math.sqrt(kappa), 3, 6),
    // Longer than the goal allows, so that passing through the minimum is not arriving.
    steps: 150,
  };
}

function turned(x: number, y: number): Point {
  return [COS * x + SIN * y, -SIN * x + COS * y];
}

/** Rosenbrock 1960: (1 − x)² + 100(y − x²)². */
const valley: Surface = {
  value: (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient: (x, y) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
  curvature: (x, y) => largest(2 - 400 * (y - 3 * x * x), -400 * x, 200),
  minima: [[1, 1]],
  lowest: 0,
  noise: 0,
  levels: powers(1, 4, 6),
  steps: 300,
};

/** ½x² − ½y² + ¼y⁴: flat and undecided at the origin, lowest at (0, ±1). */
const saddle: Surface = {
  value: (x, y) => 0.5 * x * x - 0.5 * y * y + 0.25 * y ** 4,
  gradient: (x, y) => [x, y ** 3 - y],
  curvature: (_, y) => Math.max(1, 3 * y * y - 1),
  minima: [
    [0, 1],
    [0, -1],
  ],
  lowest: -0.25,
  noise: 0,
  levels: [0.05, 0.15, 0.25, 0.5, 1, 2, 4, 8],
  steps: 150,
};

export function surfaceOf(name: SurfaceName, kappa: number): Surface {
  switch (name) {
    case 'bowl':
      return bowl(kappa, 0);
    case 'noisy':
      return bowl(kappa, NOISE);
    case 'valley':
      return valley;
    case 'saddle':
      return saddle;
  }
}

/** Larger eigenvalue of [[a, b], [b, d]]. */
function largest(a: number, b: number, d: number): number {
  return (a + d) / 2 + Math.hypot((a - d) / 2, b);
}
