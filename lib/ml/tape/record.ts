/** The pen of the tape: makes a tensor and, if a gradient may be asked for, notes what it was made from. */
import { type FloatArray, type Pullback, precisionOf, type Shape, type Tensor, wrapData } from './tensor';

/** A tensor, or a number that takes the shape and the precision of the tensor beside it. */
export type Operand = Tensor | number;

let recording = true;

/** Runs `task` without recording: its results have no history and take no memory for one. */
export function noGrad<R>(task: () => R): R {
  const before = recording;
  recording = false;
  try {
    return task();
  } finally {
    recording = before;
  }
}

/** The result of an operation. `pullbacks[i]` belongs to `inputs[i]`; both are dropped when nothing asks for a gradient. */
export function record(
  op: string,
  data: FloatArray,
  shape: Shape,
  inputs: readonly Tensor[],
  pullbacks: readonly Pullback[],
): Tensor {
  const requiresGrad = recording && inputs.some((input) => input.requiresGrad);
  const made = wrapData(data, shape, requiresGrad);
  return requiresGrad ? { ...made, op, inputs, pullbacks } : made;
}

/** The same values, cut out of the graph: no gradient flows through it. Shares its data with `x`. */
export function detach(x: Tensor): Tensor {
  return wrapData(x.data, x.shape);
}

/** Throws RangeError when float32 meets float64: a silent conversion would hide where digits were lost. */
export function checkPrecision(op: string, a: Tensor, b: Tensor): void {
  if (precisionOf(a) !== precisionOf(b)) {
    throw new RangeError(`${op}: ${precisionOf(a)} and ${precisionOf(b)} do not mix; convert one of them`);
  }
}
