/**
 * Singular value decomposition by one-sided Jacobi rotations, and what truncating it costs.
 * Slow but simple and accurate to the last digits: meant for the small matrices of a page (n ≤ 64).
 * Source: Golub & Van Loan, Matrix Computations, 4th ed., §8.6.3; Eckart & Young 1936.
 */
export type Svd = {
  /** Singular values, largest first, length k = min(rows, columns). */
  readonly values: readonly number[];
  /** Left vectors [rows, k], row-major. The vector of a zero singular value is zero. */
  readonly u: readonly number[];
  /** Right vectors [columns, k], row-major. */
  readonly v: readonly number[];
  readonly rows: number;
  readonly columns: number;
};

const MAX_SWEEPS = 60;
/** Columns count as orthogonal once their cosine is this small. */
const ORTHOGONAL = 1e-15;

/** A [rows, columns], row-major, = U diag(values) Vᵀ. Throws RangeError on bad shapes or entries that are not finite. */
export function svd(a: readonly number[], rows: number, columns: number): Svd {
  checkMatrix(a, rows, columns);
  if (rows < columns) {
    const turned = svd(transpose(a, rows, columns), columns, rows);
    return { values: turned.values, u: turned.v, v: turned.u, rows, columns };
  }
  const w = columnsOf(a, rows, columns);
  const v = columnsOf(identity(columns), columns, columns);
  orthogonalize(w, v);
  const lengths = w.map((column) => Math.sqrt(dot(column, column)));
  const order = lengths.map((_, j) => j).sort((i, j) => (lengths[j] ?? 0) - (lengths[i] ?? 0));
  const pick = (from: readonly Float64Array[], size: number, scale: (length: number) => number) =>
    Array.from({ length: size * columns }, (_, at) => {
      const j = order[at % columns] ?? 0;
      return (from[j]?.[Math.floor(at / columns)] ?? 0) * scale(lengths[j] ?? 0);
    });
  return {
    values: order.map((j) => lengths[j] ?? 0),
    u: pick(w, rows, (length) => (length === 0 ? 0 : 1 / length)),
    v: pick(v, columns, () => 1),
    rows,
    columns,
  };
}

/** Only the singular values, largest first: the same numbers as `svd` in about two thirds of the time. */
export function singularValues(a: readonly number[], rows: number, columns: number): number[] {
  checkMatrix(a, rows, columns);
  const w = rows < columns ? columnsOf(transpose(a, rows, columns), columns, rows) : columnsOf(a, rows, columns);
  orthogonalize(w, []);
  return w.map((column) => Math.sqrt(dot(column, column))).sort((x, y) => y - x);
}

/** Rotates pairs of columns until all are orthogonal, which leaves UΣ in `w`; `v`, if given, takes the same rotations. */
function orthogonalize(w: readonly Float64Array[], v: readonly Float64Array[]): void {
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep += 1) if (!rotateAllPairs(w, v)) return;
}

/** One sweep. Returns whether any pair was still to be rotated. */
function rotateAllPairs(w: readonly Float64Array[], v: readonly Float64Array[]): boolean {
  let rotated = false;
  for (let p = 0; p < w.length; p += 1) {
    for (let q = p + 1; q < w.length; q += 1) {
      const left = w[p];
      const right = w[q];
      const vp = v[p];
      const vq = v[q];
      if (!left || !right) continue;
      const alpha = dot(left, left);
      const beta = dot(right, right);
      const gamma = dot(left, right);
      if (Math.abs(gamma) <= ORTHOGONAL * Math.sqrt(alpha * beta)) continue;
      rotated = true;
      const zeta = (beta - alpha) / (2 * gamma);
      const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
      const c = 1 / Math.sqrt(1 + t * t);
      rotate(left, right, c, c * t);
      if (vp && vq) rotate(vp, vq, c, c * t);
    }
  }
  return rotated;
}

function rotate(x: Float64Array, y: Float64Array, c: number, s: number): void {
  for (let i = 0; i < x.length; i += 1) {
    const xi = x[i] as number;
    const yi = y[i] as number;
    x[i] = c * xi - s * yi;
    y[i] = s * xi + c * yi;
  }
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i += 1) sum += (x[i] as number) * (y[i] as number);
  return sum;
}

function checkMatrix(a: readonly number[], rows: number, columns: number): void {
  if (rows < 1 || columns < 1 || a.length !== rows * columns) {
    throw new RangeError(`${a.length} entries do not fill [${rows}, ${columns}]`);
  }
  if (!a.every(Number.isFinite)) throw new RangeError('entries must be finite');
}

function columnsOf(a: readonly number[], rows: number, columns: number): Float64Array[] {
  return Array.from({ length: columns }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => a[i * columns + j] ?? 0),
  );
}

function identity(size: number): number[] {
  return Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0));
}

function transpose(a: readonly number[], rows: number, columns: number): number[] {
  return Array.from(a, (_, at) => a[(at % rows) * columns + Math.floor(at / rows)] ?? 0);
}

// #region low-rank
/** The best matrix of rank ≤ r: the first r terms σᵢ uᵢ vᵢᵀ, row-major. LoRA's B·A can at most be this one. */
export function truncate({ values, u, v, rows, columns }: Svd, rank: number): number[] {
  const k = values.length;
  return Array.from({ length: rows * columns }, (_, at) => {
    const i = Math.floor(at / columns);
    const j = at % columns;
    let sum = 0;
    for (let m = 0; m < Math.min(rank, k); m += 1) sum += (u[i * k + m] ?? 0) * (values[m] ?? 0) * (v[j * k + m] ?? 0);
    return sum;
  });
}

/** Eckart–Young: ‖A − A_r‖_F of the best rank-r matrix is what the dropped singular values leave, √Σ_{i>r} σᵢ². */
export function truncationError(values: readonly number[], rank: number): number {
  return Math.sqrt(values.slice(Math.max(0, rank)).reduce((sum, s) => sum + s * s, 0));
}

/** Share of ‖A‖_F² that the best rank-r matrix keeps, in [0, 1]; 1 for the zero matrix. */
export function capturedEnergy(values: readonly number[], rank: number): number {
  const all = values.reduce((sum, s) => sum + s * s, 0);
  return all === 0 ? 1 : values.slice(0, Math.max(0, rank)).reduce((sum, s) => sum + s * s, 0) / all;
}
// #endregion low-rank
