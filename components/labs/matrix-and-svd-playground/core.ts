/**
 * A 2 × 2 matrix as what it does to arrows: the unit circle becomes an ellipse whose half axes are the singular values.
 * A = σ₁u₁v₁ᵀ + σ₂u₂v₂ᵀ; |det A| = σ₁σ₂ is the factor of all areas. Source: Golub & Van Loan, Matrix Computations, 4th ed., §2.4.
 *
 * Goal: a flat ellipse although neither column is short, and the arrow that such a matrix sends to nothing.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { svd, truncate } from '@/lib/ml/svd';

export type Vector = readonly [number, number];

export const GOAL = { flat: 0.02, column: 2, vanished: 0.1 } as const;
export const LIMIT = 5;
/** The prediction asks about this one: the second column of the start moved to a right angle with the first, both 5 long. */
export const UPRIGHT = [3, -4, 4, 3] as const;
/** Points on the circle and the ellipse. */
const POINTS = 72;
/** Axes closer than this are equal: every direction is as good as another. */
const ROUND = 1e-9;

export const params = {
  /** Row-major, so the columns are (0, 2) and (1, 3). */
  matrix: { kind: 'vector', min: -LIMIT, max: LIMIT, step: 0.1, default: [3, 0, 4, 5] },
  /** Direction of the input arrow, in degrees from the first axis. */
  angle: { kind: 'number', min: -180, max: 180, step: 1, default: 20 },
} as const;
export type Values = ParamValues<typeof params>;

export type Axis = {
  readonly sigma: number;
  /** Unit input direction and where it goes, σu. */
  readonly v: Vector;
  readonly image: Vector;
  /** σuvᵀ, row-major. */
  readonly term: readonly number[];
};
export type Result = {
  readonly columns: readonly [Vector, Vector];
  readonly x: Vector;
  readonly image: Vector;
  /** |Ax|: how much the matrix stretches x, which has length 1. */
  readonly stretch: number;
  readonly axes: readonly [Axis, Axis];
  /** Closed curves. */
  readonly circle: readonly Vector[];
  readonly ellipse: readonly Vector[];
  readonly determinant: number;
  readonly rank: number;
  /** All directions are stretched alike, so that no pair of axes is special. */
  readonly round: boolean;
};

// #region transform
/** Ax for a row-major 2 × 2 matrix: a dot product with each row, which is also x₁ · column 1 + x₂ · column 2. */
export function transform(a: readonly number[], [x1, x2]: Vector): Vector {
  const [a11 = 0, a12 = 0, a21 = 0, a22 = 0] = a;
  return [a11 * x1 + a12 * x2, a21 * x1 + a22 * x2];
}

/** The axes of the ellipse that A makes of the unit circle: inputs v, outputs σu, and the term σuvᵀ of each. */
export function ellipseAxes(a: readonly number[]): readonly [Axis, Axis] {
  const { values, v } = svd(a, 2, 2);
  const first = truncate(svd(a, 2, 2), 1);
  const terms = [first, a.map((entry, i) => entry - (first[i] ?? 0))];
  const axis = (i: 0 | 1): Axis => {
    // The sign of a direction is free: the one that points right is shown.
    const [p, q] = [v[i] ?? 0, v[2 + i] ?? 0];
    const sign = p < 0 || (p === 0 && q < 0) ? -1 : 1;
    const direction: Vector = [sign * p, sign * q];
    return { sigma: values[i] ?? 0, v: direction, image: transform(a, direction), term: terms[i] ?? [] };
  };
  return [axis(0), axis(1)];
}
// #endregion transform

const length = ([a, b]: Vector) => Math.hypot(a, b);
export const direction = (degrees: number): Vector => {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)];
};

function run({ matrix, angle }: Values): Result {
  const [a11 = 0, a12 = 0, a21 = 0, a22 = 0] = matrix;
  const x = direction(angle);
  const image = transform(matrix, x);
  const axes = ellipseAxes(matrix);
  const circle = Array.from({ length: POINTS }, (_, i) => direction((360 * i) / POINTS));
  const [first, second] = axes;
  return {
    columns: [
      [a11, a21],
      [a12, a22],
    ],
    x,
    image,
    stretch: length(image),
    axes,
    circle,
    ellipse: circle.map((point) => transform(matrix, point)),
    determinant: a11 * a22 - a12 * a21,
    rank: axes.filter(({ sigma }) => sigma > 1e-9).length,
    round: first.sigma - second.sigma <= ROUND,
  };
}

export const core = defineCore({
  id: 'matrix-and-svd-playground',
  params,
  run,
  goal({ axes: [first, second], columns, stretch }) {
    const flat = first.sigma === 0 ? 1 : second.sigma / first.sigma;
    const shortest = Math.min(...columns.map(length));
    const shares = [
      Math.min(1, (1 - flat) / (1 - GOAL.flat)),
      Math.min(1, shortest / GOAL.column),
      Math.min(1, GOAL.vanished / Math.max(stretch, 1e-12)),
    ];
    const met = flat <= GOAL.flat && shortest >= GOAL.column && stretch <= GOAL.vanished;
    const progress = shares.reduce((product, share) => product * Math.max(0, share), 1) ** (1 / 2);
    return { met, progress: met ? 1 : Math.min(0.99, progress) };
  },
  solution: { matrix: [3, 1.5, 4, 2], angle: -63 },
  /** The most that the matrix asked about stretches an arrow, against its columns, which are both 5 long. */
  predict() {
    const largest = ellipseAxes(UPRIGHT)[0].sigma;
    return largest <= 5 + 1e-9 ? 'column' : largest < 10 - 1e-9 ? 'between' : 'sum';
  },
  table({ axes }, { matrix }) {
    const line = (name: string, x: Vector) => {
      const to = transform(matrix, x);
      return [name, x[0], x[1], to[0], to[1], length(to)];
    };
    return {
      columns: ['input', 'x1', 'x2', 'y1', 'y2', 'stretch'],
      rows: [
        line('v₁', axes[0].v),
        line('v₂', axes[1].v),
        ...Array.from({ length: 12 }, (_, i) => line(`${15 * i}°`, direction(15 * i))),
      ],
    };
  },
});
