/**
 * Three untrained readers of one sequence, and how much of a nudge to the first input reaches each step.
 *
 * A nudge is a direction e of x_1. What reaches step t is ‖∂h_t/∂x_1 · e‖, exact, by carrying the derivative forward with the
 * state, divided by what reaches step 1. RNN: h = tanh(W h + U x) with W = gain · (orthogonal matrix). LSTM: PyTorch's gates, of
 * which the forget gate's bias can be set. Attention: one causal head over the inputs, whose score for step 1 can be raised.
 * Sources: Bengio, Simard & Frasconi 1994; Gers et al. 2000; Vaswani 2017 §3.2.1. Tested against torch 2.13 autograd.
 */
import { createRandom, type Random } from '@/lib/random';

/** Width of the state, and of an input. */
export const WIDTH = 8;
export const INPUT = 4;
export const LONGEST = 100;
/** Standard deviation of the inputs: quiet, so that the cells stay off the flat ends of their tanh and the chain itself shows. */
const QUIET = 0.1;

type Matrix = readonly (readonly number[])[];
export type Networks = {
  readonly inputs: Matrix;
  /** Unit vector [INPUT]. */
  readonly nudge: readonly number[];
  readonly rnn: { readonly recurrent: Matrix; readonly input: Matrix };
  /** Rows in PyTorch's order: input, forget, cell, output. */
  readonly lstm: { readonly recurrent: Matrix; readonly input: Matrix };
  readonly head: { readonly query: Matrix; readonly key: Matrix; readonly value: Matrix };
};
/** What reaches the steps 1 … T, relative to step 1. */
export type Reach = readonly number[];

// Float32 hides the last digit, in which the logarithm and cosine of two engines may differ.
const normals = (random: Random, count: number) => Array.from({ length: count }, () => Math.fround(random.normal()));
const matrix = (rows: number, row: () => readonly number[]): Matrix => Array.from({ length: rows }, row);
const norm = (a: readonly number[]) => Math.sqrt(dot(a, a));
const times = (rows: Matrix, x: readonly number[]) => rows.map((row) => dot(row, x));
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** A plain loop: the windows run a few hundred thousand of these per setting. */
function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Weights as a fresh PyTorch layer has them, uniform in ±1/√WIDTH; the recurrent matrix of the RNN is orthogonal. */
export function makeNetworks(seed: number): Networks {
  const random = createRandom(seed).split('gradient-through-time');
  const bound = 1 / Math.sqrt(WIDTH);
  const uniform = (columns: number) => () =>
    Array.from({ length: columns }, () => Math.fround((2 * random.next() - 1) * bound));
  const direction = normals(random, INPUT);
  return {
    inputs: matrix(LONGEST, () => normals(random, INPUT).map((x) => QUIET * x)),
    nudge: direction.map((x) => x / norm(direction)),
    rnn: { recurrent: orthogonal(random), input: matrix(WIDTH, uniform(INPUT)) },
    lstm: { recurrent: matrix(4 * WIDTH, uniform(WIDTH)), input: matrix(4 * WIDTH, uniform(INPUT)) },
    head: {
      query: matrix(WIDTH, uniform(INPUT)),
      key: matrix(WIDTH, uniform(INPUT)),
      value: matrix(WIDTH, uniform(INPUT)),
    },
  };
}

/** Gram–Schmidt on random rows: a rotation, which by itself neither shrinks nor stretches. */
function orthogonal(random: Random): Matrix {
  const rows: number[][] = [];
  while (rows.length < WIDTH) {
    const fresh = normals(random, WIDTH);
    const left = rows.reduce<number[]>((rest, row) => {
      const along = dot(rest, row);
      return rest.map((x, i) => x - along * (row[i] ?? 0));
    }, fresh);
    const size = norm(left);
    if (size > 1e-3) rows.push(left.map((x) => x / size));
  }
  return rows;
}

const relative = (sizes: readonly number[]): Reach => sizes.map((size) => size / (sizes[0] ?? 1));

// #region reach
/** h ← tanh(W h + U x); the nudge d is multiplied by diag(1 − h²) W once per step. */
export function rnnReach({ inputs, nudge, rnn }: Networks, gain: number, length: number): Reach {
  let h: readonly number[] = new Array<number>(WIDTH).fill(0);
  let d = h;
  return relative(
    inputs.slice(0, length).map((x, t) => {
      const [wh, wd] = [times(rnn.recurrent, h), times(rnn.recurrent, d)];
      const [ux, ud] = [times(rnn.input, x), t === 0 ? times(rnn.input, nudge) : null];
      h = wh.map((a, i) => Math.tanh(gain * a + (ux[i] ?? 0)));
      d = wd.map((a, i) => (1 - (h[i] ?? 0) ** 2) * (gain * a + (ud?.[i] ?? 0)));
      return norm(d);
    }),
  );
}
// #endregion reach

/** c ← f·c + i·g, h ← o·tanh(c), and the product rule beside each of them. */
export function lstmReach({ inputs, nudge, lstm }: Networks, forgetBias: number, length: number): Reach {
  let h: readonly number[] = new Array<number>(WIDTH).fill(0);
  let c = h;
  let dh = h;
  let dc = h;
  return relative(
    inputs.slice(0, length).map((x, t) => {
      const [wh, wd] = [times(lstm.recurrent, h), times(lstm.recurrent, dh)];
      const [ux, ud] = [times(lstm.input, x), t === 0 ? times(lstm.input, nudge) : null];
      const z = (gate: number, i: number) => (wh[gate * WIDTH + i] ?? 0) + (ux[gate * WIDTH + i] ?? 0);
      const dz = (gate: number, i: number) => (wd[gate * WIDTH + i] ?? 0) + (ud?.[gate * WIDTH + i] ?? 0);
      const next = c.map((old, i) => {
        const [input, forget, cell, output] = [
          sigmoid(z(0, i)),
          sigmoid(z(1, i) + forgetBias),
          Math.tanh(z(2, i)),
          sigmoid(z(3, i)),
        ];
        const value = forget * old + input * cell;
        const change =
          forget * (dc[i] ?? 0) +
          forget * (1 - forget) * dz(1, i) * old +
          input * (1 - input) * dz(0, i) * cell +
          input * (1 - cell ** 2) * dz(2, i);
        const seen = Math.tanh(value);
        const moved = output * (1 - seen ** 2) * change + output * (1 - output) * dz(3, i) * seen;
        return { value, change, hidden: output * seen, moved };
      });
      c = next.map(({ value }) => value);
      dc = next.map(({ change }) => change);
      h = next.map(({ hidden }) => hidden);
      dh = next.map(({ moved }) => moved);
      return norm(dh);
    }),
  );
}

/** What one step of the head needs from the others: their summed weight and value, before the score of step 1 is raised. */
export type HeadStep = {
  readonly first: number;
  readonly others: number;
  readonly otherValues: readonly number[];
  /** Change of the score of step 1. */
  readonly score: number;
};
export type Head = {
  readonly steps: readonly HeadStep[];
  readonly value: readonly number[];
  readonly moved: readonly number[];
};

/** All scores of a causal head over the sequence, once for every focus. */
export function scoreHead({ inputs, nudge, head }: Networks, length: number): Head {
  const read = inputs.slice(0, length);
  const keys = read.map((x) => times(head.key, x));
  const values = read.map((x) => times(head.value, x));
  const keyMoved = times(head.key, nudge);
  const steps = read.map((x, t) => {
    const query = times(head.query, x).map((q) => q / Math.sqrt(WIDTH));
    const powers = keys.slice(0, t + 1).map((key) => Math.exp(dot(query, key)));
    const otherValues = new Array<number>(WIDTH).fill(0);
    let others = 0;
    for (let j = 1; j <= t; j += 1) {
      others += powers[j] ?? 0;
      for (let i = 0; i < WIDTH; i += 1)
        otherValues[i] = (otherValues[i] ?? 0) + (powers[j] ?? 0) * (values[j]?.[i] ?? 0);
    }
    return { first: powers[0] ?? 1, others, otherValues, score: t === 0 ? 0 : dot(query, keyMoved) };
  });
  return { steps, value: values[0] ?? [], moved: times(head.value, nudge) };
}

/** y_t = Σ_j a_tj v_j: the nudge arrives at once, by the weight of step 1 and, a little, through the change of all weights. */
export function headReach(
  { steps, value, moved }: Head,
  focus: number,
): { readonly reach: Reach; readonly weights: Reach } {
  const seen = steps.map(({ first, others, otherValues, score }) => {
    const raised = first * Math.exp(focus);
    const sum = raised + others;
    const weight = raised / sum;
    const mixed = value.map((v, i) => (raised * v + (otherValues[i] ?? 0)) / sum);
    const change = moved.map((direct, i) => weight * direct + weight * score * ((value[i] ?? 0) - (mixed[i] ?? 0)));
    return { size: norm(change), weight };
  });
  return { reach: relative(seen.map(({ size }) => size)), weights: seen.map(({ weight }) => weight) };
}
