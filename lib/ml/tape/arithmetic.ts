/**
 * Arithmetic on tensors with broadcasting. Each pullback is one line of calculus, written with these same operations, so that
 * a gradient can itself be differentiated. Shapes are those of `broadcastShape`; RangeError if they do not fit.
 */

import { align } from './broadcast';
import { type Operand, record } from './record';
import { allocate, precisionOf, type Tensor, wrapData } from './tensor';

// #region rules
/** a + b. Both receive the upstream gradient as it is. */
export function add(a: Operand, b: Operand): Tensor {
  const [x, y] = align('add', a, b);
  const values = zip(x, y, (p, q) => p + q);
  return record('add', values, x.shape, [x, y], [(g) => g, (g) => g]);
}

/** a − b. */
export function sub(a: Operand, b: Operand): Tensor {
  const [x, y] = align('sub', a, b);
  const values = zip(x, y, (p, q) => p - q);
  return record('sub', values, x.shape, [x, y], [(g) => g, neg]);
}

/** a · b, element by element. Each receives the upstream gradient times the other. */
export function mul(a: Operand, b: Operand): Tensor {
  const [x, y] = align('mul', a, b);
  const values = zip(x, y, (p, q) => p * q);
  return record('mul', values, x.shape, [x, y], [(g) => mul(g, y), (g) => mul(g, x)]);
}
// #endregion rules

/** a / b. d/da = 1/b, d/db = −a/b². */
export function div(a: Operand, b: Operand): Tensor {
  const [x, y] = align('div', a, b);
  const pullbacks = [(g: Tensor) => div(g, y), (g: Tensor) => neg(div(mul(g, x), mul(y, y)))];
  const values = zip(x, y, (p, q) => p / q);
  return record('div', values, x.shape, [x, y], pullbacks);
}

/** The larger of a and b. The gradient goes to the larger one, at a tie to the first. */
export function maximum(a: Operand, b: Operand): Tensor {
  const [x, y] = align('maximum', a, b);
  const first = wrapData(
    zip(x, y, (p, q) => (p >= q ? 1 : 0)),
    x.shape,
  );
  const pullbacks = [(g: Tensor) => mul(g, first), (g: Tensor) => mul(g, sub(1, first))];
  return record('maximum', zip(x, y, Math.max), x.shape, [x, y], pullbacks);
}

/** −x. */
export function neg(x: Tensor): Tensor {
  const values = map(x, (v) => -v);
  return record('neg', values, x.shape, [x], [neg]);
}

/** x^n for a constant number n. d/dx = n·x^(n−1). */
export function pow(x: Tensor, n: number): Tensor {
  const rule = (g: Tensor) => (n === 0 ? mul(g, 0) : mul(g, mul(pow(x, n - 1), n)));
  const values = map(x, (v) => v ** n);
  return record('pow', values, x.shape, [x], [rule]);
}

/** Applies `f` to each number; for operations of one input. */
export function map(x: Tensor, f: (value: number) => number): Tensor['data'] {
  const out = allocate(x.data.length, precisionOf(x));
  for (let i = 0; i < out.length; i += 1) out[i] = f(x.data[i] as number);
  return out;
}

function zip(x: Tensor, y: Tensor, f: (p: number, q: number) => number): Tensor['data'] {
  const out = allocate(x.data.length, precisionOf(x));
  for (let i = 0; i < out.length; i += 1) out[i] = f(x.data[i] as number, y.data[i] as number);
  return out;
}
