/**
 * The arithmetic of the fused GPT, in the few operations that take its time. Two implementations: `plain.ts` in TypeScript for
 * either precision, `simd.ts` in WebAssembly for float32. All matrices are row-major; nothing is allocated after `allocate`.
 */
export type Floats = Float32Array | Float64Array;

/** Where q, k and v of one token lie: row n of `qkv` is [q (heads · headWidth) | k (kvHeads · headWidth) | v (same)]. */
export type AttentionShape = {
  readonly heads: number;
  readonly kvHeads: number;
  readonly headWidth: number;
  /** T: the stride of one row of attention weights. */
  readonly context: number;
};

export type Kernels = {
  readonly name: 'plain' | 'simd';
  /** Zeroed arrays of these lengths, in the memory the kernels work on, and room for batches of so many sequences. To be called once. */
  readonly allocate: <Name extends string>(
    lengths: Readonly<Record<Name, number>>,
    sequences: number,
  ) => Record<Name, Floats>;
  /** c [n, m] = a [n, k] · b [k, m]; added to c where `accumulate`. */
  readonly multiply: (a: Floats, b: Floats, c: Floats, n: number, k: number, m: number, accumulate: boolean) => void;
  /** c [k, m] = aᵀ · b with a [n, k], b [n, m]. */
  readonly multiplyTransposed: (a: Floats, b: Floats, c: Floats, n: number, k: number, m: number) => void;
  /** b [columns, rows] = aᵀ with a [rows, columns]. */
  readonly transpose: (a: Floats, b: Floats, rows: number, columns: number) => void;
  /** y = x · r with r = 1/√(mean x² + ε) for each of n rows of `width`; r is kept in `scale` [n]. */
  readonly rmsNorm: (x: Floats, y: Floats, scale: Floats, n: number, width: number) => void;
  /** dx += r · (dy − y · mean(dy · y)), row by row. */
  readonly rmsNormBackward: (dy: Floats, y: Floats, scale: Floats, dx: Floats, n: number, width: number) => void;
  readonly relu: (x: Floats, size: number) => void;
  /** dx = 0 where the activation y was 0. */
  readonly reluBackward: (y: Floats, dx: Floats, size: number) => void;
  /** Causal attention inside each sequence. `weights` [n, heads, context] holds 0 beyond the present. `out` [n, heads · headWidth]. */
  readonly attention: (
    qkv: Floats,
    weights: Floats,
    out: Floats,
    starts: Int32Array,
    sequences: number,
    shape: AttentionShape,
  ) => void;
  /** dqkv, overwritten, from dout. */
  readonly attentionBackward: (
    qkv: Floats,
    weights: Floats,
    dout: Floats,
    dqkv: Floats,
    starts: Int32Array,
    sequences: number,
    shape: AttentionShape,
  ) => void;
  /** probabilities [n, m] = softmax of each row of `logits`; its largest logit and the sum of e^(z − largest) in `largest`, `sum` [n]. */
  readonly softmaxRows: (
    logits: Floats,
    probabilities: Floats,
    largest: Floats,
    sum: Floats,
    n: number,
    m: number,
  ) => void;
};
