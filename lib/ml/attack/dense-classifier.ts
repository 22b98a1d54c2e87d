/**
 * Small classifiers with an input gradient: one linear layer, or ReLU layers under a linear one, with softmax cross-entropy.
 * Written out by hand for inputs of a few dozen numbers; losses and gradients agree with PyTorch (adversarial.json).
 */
import { createOptimizer } from '@/lib/ml/optim/optimizer';
import type { Random } from '@/lib/random';

type Numbers = ArrayLike<number>;

/** y = W x + b: weights [outputs, inputs], row-major; bias [outputs]. */
export type DenseLayer = {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float64Array;
  readonly bias: Float64Array;
};
/** ReLU stands between the layers, none after the last. One layer is a linear classifier. */
export type DenseClassifier = { readonly layers: readonly DenseLayer[] };

/** A layer from rows of weights. Throws RangeError if rows differ in length or the bias does not fit. */
export function denseLayer(rows: readonly (readonly number[])[], bias: readonly number[]): DenseLayer {
  const inputs = rows[0]?.length ?? 0;
  if (inputs === 0 || rows.some((row) => row.length !== inputs) || rows.length !== bias.length)
    throw new RangeError(`${rows.length} rows of ${inputs} weights and ${bias.length} biases are not a layer`);
  return { inputs, outputs: rows.length, weights: Float64Array.from(rows.flat()), bias: Float64Array.from(bias) };
}

/** He initialisation: normal with variance 2 / inputs, biases 0. `widths` runs from the inputs to the classes. */
export function createDenseClassifier(widths: readonly number[], random: Random): DenseClassifier {
  if (widths.length < 2) throw new RangeError('a classifier needs inputs and classes');
  const layers = widths.slice(1).map((outputs, l) => {
    const inputs = widths[l] as number;
    const weights = new Float64Array(inputs * outputs).map(() => random.normal() * Math.sqrt(2 / inputs));
    return { inputs, outputs, weights, bias: new Float64Array(outputs) };
  });
  return { layers };
}

/** Logits [classes] of one input. Throws RangeError if it has the wrong length. */
export function classify(model: DenseClassifier, x: Numbers): Float64Array {
  return activations(model, x).at(-1) as Float64Array;
}

/** Inputs of every layer, and the logits at the end. */
function activations({ layers }: DenseClassifier, x: Numbers): Float64Array[] {
  const all = [Float64Array.from(x)];
  layers.forEach(({ inputs, outputs, weights, bias }, l) => {
    const from = all[l] as Float64Array;
    if (from.length !== inputs) throw new RangeError(`the layer takes ${inputs} numbers, got ${from.length}`);
    const to = new Float64Array(outputs);
    for (let o = 0; o < outputs; o += 1) {
      let sum = bias[o] as number;
      for (let i = 0; i < inputs; i += 1) sum += (weights[o * inputs + i] as number) * (from[i] as number);
      to[o] = l + 1 < layers.length && sum < 0 ? 0 : sum;
    }
    all.push(to);
  });
  return all;
}

/** Gradient of g · logits with respect to the input, for any g [classes]; adds weight gradients to `into`, layer by layer. */
function pullBack(
  { layers }: DenseClassifier,
  all: readonly Float64Array[],
  upstream: Float64Array,
  into?: readonly DenseLayer[],
): Float64Array {
  let back = upstream;
  for (let l = layers.length - 1; l >= 0; l -= 1) {
    const { inputs, outputs, weights } = layers[l] as DenseLayer;
    const from = all[l] as Float64Array;
    const grads = into?.[l];
    const next = new Float64Array(inputs);
    for (let o = 0; o < outputs; o += 1) {
      const g = back[o] as number;
      if (grads) grads.bias[o] = (grads.bias[o] as number) + g;
      for (let i = 0; i < inputs; i += 1) {
        const at = o * inputs + i;
        next[i] = (next[i] as number) + g * (weights[at] as number);
        if (grads) grads.weights[at] = (grads.weights[at] as number) + g * (from[i] as number);
      }
    }
    // A unit that was cut off at 0 passes nothing back; the input itself is never cut off.
    if (l > 0) for (let i = 0; i < inputs; i += 1) if ((from[i] as number) <= 0) next[i] = 0;
    back = next;
  }
  return back;
}

export type ClassifierLoss = {
  readonly logits: Float64Array;
  /** −ln softmax(logits)[label], nats. */
  readonly loss: number;
  /** d loss / d x, [inputs]. */
  readonly gradient: Float64Array;
};

/** Cross-entropy of one input and its gradient. Throws RangeError on a label the model does not have. */
export function lossGradient(model: DenseClassifier, x: Numbers, label: number): ClassifierLoss {
  const all = activations(model, x);
  const { loss, upstream } = crossEntropy(all.at(-1) as Float64Array, label);
  return { logits: all.at(-1) as Float64Array, loss, gradient: pullBack(model, all, upstream) };
}

/** Lead of the label's logit over the best other, and its gradient with respect to x. Negative: the model is wrong. */
export function marginGradient(
  model: DenseClassifier,
  x: Numbers,
  label: number,
): { readonly margin: number; readonly gradient: Float64Array } {
  const all = activations(model, x);
  const logits = all.at(-1) as Float64Array;
  checkLabel(logits, label);
  const others = logits.map((z, k) => (k === label ? -Infinity : z));
  const rival = others.indexOf(Math.max(...others));
  const upstream = new Float64Array(logits.length);
  upstream[label] = 1;
  upstream[rival] = -1;
  return {
    margin: (logits[label] as number) - (logits[rival] as number),
    gradient: pullBack(model, all, upstream),
  };
}

function crossEntropy(logits: Float64Array, label: number): { loss: number; upstream: Float64Array } {
  checkLabel(logits, label);
  const peak = Math.max(...logits);
  const total = logits.reduce((sum, z) => sum + Math.exp(z - peak), 0);
  const upstream = logits.map((z, k) => Math.exp(z - peak) / total - (k === label ? 1 : 0));
  return { loss: peak + Math.log(total) - (logits[label] as number), upstream };
}

function checkLabel(logits: Float64Array, label: number): void {
  if (!Number.isInteger(label) || label < 0 || label >= logits.length || logits.length < 2)
    throw new RangeError(`label ${label} is not one of ${logits.length} classes`);
}

export type LabelledInput = { readonly x: Numbers; readonly label: number };

/** Trains in place on all examples at once with AdamW. Returns the mean loss before each step, nats. */
export function trainDenseClassifier(
  model: DenseClassifier,
  examples: readonly LabelledInput[],
  { steps, learningRate, weightDecay = 0 }: { steps: number; learningRate: number; weightDecay?: number },
): number[] {
  if (examples.length === 0) throw new RangeError('nothing to train on');
  const parts = model.layers.flatMap(({ weights, bias }) => [weights, bias]);
  const optimizers = parts.map((part) => createOptimizer({ kind: 'adamw', weightDecay }, part.length));
  const grads = model.layers.map((layer) => ({
    ...layer,
    weights: new Float64Array(layer.weights.length),
    bias: new Float64Array(layer.bias.length),
  }));
  return Array.from({ length: steps }, () => {
    for (const { weights, bias } of grads) for (const part of [weights, bias]) part.fill(0);
    let loss = 0;
    for (const { x, label } of examples) {
      const all = activations(model, x);
      const { loss: own, upstream } = crossEntropy(all.at(-1) as Float64Array, label);
      loss += own / examples.length;
      pullBack(
        model,
        all,
        upstream.map((g) => g / examples.length),
        grads,
      );
    }
    const flat = grads.flatMap(({ weights, bias }) => [weights, bias]);
    parts.forEach((part, i) => {
      optimizers[i]?.step(part, flat[i] as Float64Array, learningRate);
    });
    return loss;
  });
}
