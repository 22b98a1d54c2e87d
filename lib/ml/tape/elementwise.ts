/** Functions of one tensor, element by element. Shapes stay as they are. Outside of its domain a function gives NaN or ±∞. */
import { erf as errorFunction } from '@/lib/ml/erf';
import { add, div, map, mul, neg, sub } from './arithmetic';
import { record } from './record';
import { type Pullback, type Tensor, wrapData } from './tensor';

const unary = (op: string, x: Tensor, f: (value: number) => number, pullback: Pullback): Tensor =>
  record(op, map(x, f), x.shape, [x], [pullback]);

/** e^x, its own derivative. */
export function exp(x: Tensor): Tensor {
  const y: Tensor = unary('exp', x, Math.exp, (g) => mul(g, y));
  return y;
}

/** Natural logarithm. d/dx = 1/x. */
export function log(x: Tensor): Tensor {
  return unary('log', x, Math.log, (g) => div(g, x));
}

/** √x. d/dx = 1/(2√x). */
export function sqrt(x: Tensor): Tensor {
  const y: Tensor = unary('sqrt', x, Math.sqrt, (g) => div(g, mul(y, 2)));
  return y;
}

/** x². */
export function square(x: Tensor): Tensor {
  return unary(
    'square',
    x,
    (v) => v * v,
    (g) => mul(g, mul(x, 2)),
  );
}

export function sin(x: Tensor): Tensor {
  return unary('sin', x, Math.sin, (g) => mul(g, cos(x)));
}

export function cos(x: Tensor): Tensor {
  return unary('cos', x, Math.cos, (g) => neg(mul(g, sin(x))));
}

/** d/dx = 1 − tanh² x. */
export function tanh(x: Tensor): Tensor {
  const y: Tensor = unary('tanh', x, Math.tanh, (g) => mul(g, sub(1, square(y))));
  return y;
}

/** 1 / (1 + e^(−x)), written so that no exponent overflows. d/dx = y (1 − y). */
export function sigmoid(x: Tensor): Tensor {
  const f = (v: number) => (v >= 0 ? 1 / (1 + Math.exp(-v)) : Math.exp(v) / (1 + Math.exp(v)));
  const y: Tensor = unary('sigmoid', x, f, (g) => mul(g, mul(y, sub(1, y))));
  return y;
}

/** max(x, 0). The derivative at 0 is taken as 0, as PyTorch does. */
export function relu(x: Tensor): Tensor {
  const step = wrapData(
    map(x, (v) => (v > 0 ? 1 : 0)),
    x.shape,
  );
  return unary(
    'relu',
    x,
    (v) => Math.max(v, 0),
    (g) => mul(g, step),
  );
}

/** Error function. d/dx = 2/√π · e^(−x²). */
export function erf(x: Tensor): Tensor {
  return unary('erf', x, errorFunction, (g) => mul(g, mul(exp(neg(square(x))), 2 / Math.sqrt(Math.PI))));
}

/** SiLU (Swish): x · sigmoid(x). Ramachandran et al. 2017. */
export function silu(x: Tensor): Tensor {
  return mul(x, sigmoid(x));
}

/** GELU: x · Φ(x) with the normal distribution's Φ, or its tanh approximation. Hendrycks & Gimpel 2016, §2. */
export function gelu(x: Tensor, form: 'exact' | 'tanh' = 'exact'): Tensor {
  if (form === 'exact') return mul(mul(x, 0.5), add(erf(mul(x, Math.SQRT1_2)), 1));
  const inner = mul(add(x, mul(mul(x, square(x)), 0.044715)), Math.sqrt(2 / Math.PI));
  return mul(mul(x, 0.5), add(tanh(inner), 1));
}
