/**
 * A short stretch of real training of the thread's model, recorded for one weight matrix, so that every number an optimizer keeps
 * for any one weight can be worked out again from the gradients it saw.
 */
import type { Work } from '@/lib/labs/core';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { createSequenceSet } from '@/lib/ml/gpt/batch';
import { gptLayout, matrixOf } from '@/lib/ml/gpt/config';
import { evaluateInSteps } from '@/lib/ml/gpt/evaluate';
import { createGptTrainer } from '@/lib/ml/gpt/trainer';
import { createOptimizer, type OptimizerSpec } from '@/lib/ml/optim/optimizer';
import { encodeName } from '@/lib/thread/alphabet';
import { functionNames } from '@/lib/thread/names';

export const methods = ['adam', 'adam-l2', 'adamw', 'momentum'] as const;
export type Method = (typeof methods)[number];
/** Matrices every model of the thread has. */
export const matrices = [
  'wte',
  'wpe',
  'layer0.wq',
  'layer0.wk',
  'layer0.wv',
  'layer0.wo',
  'layer0.fc1',
  'layer0.fc2',
  'lmHead',
] as const;
export type MatrixName = (typeof matrices)[number];

export const STEPS = 60;
export const WEIGHT_DECAY = 0.01;
export const BETAS = [0.9, 0.999] as const;
export const EPS = 1e-8;
/** Names a step. */
export const BATCH = 16;

export type Trace = {
  readonly key: string;
  readonly steps: number;
  readonly rows: number;
  readonly columns: number;
  /** [steps, rows · columns] */
  readonly grads: Float32Array;
  /** [rows · columns], before and after. */
  readonly first: Float32Array;
  readonly last: Float32Array;
  /** What weight decay did to each weight over the run, given the gradients seen: see `decayOf`. */
  readonly decay: Decay;
  /** Of the whole model after these steps, nats per token. */
  readonly validationLoss: number;
};

export type Decay = {
  /** Root mean square of the gradients a weight saw, [size]. */
  readonly gradient: Float32Array;
  /** Share of the weight taken away by L2 in Adam and by AdamW, beyond what Adam alone does, [size]. */
  readonly l2: Float32Array;
  readonly decoupled: Float32Array;
};

export function specOf(method: Method): OptimizerSpec {
  switch (method) {
    case 'adam':
      return { kind: 'adam', betas: BETAS, eps: EPS };
    case 'adam-l2':
      return { kind: 'adam', betas: BETAS, eps: EPS, weightDecay: WEIGHT_DECAY };
    case 'adamw':
      return { kind: 'adamw', betas: BETAS, eps: EPS, weightDecay: WEIGHT_DECAY };
    case 'momentum':
      return { kind: 'sgd', momentum: 0.9 };
  }
}

/** What suits each method on this model. */
export function rateOf(method: Method): number {
  return method === 'momentum' ? 0.01 : 0.003;
}

export function keyOf(model: Checkpoint, method: Method, matrix: MatrixName, seed: number): string {
  return [model.id, method, matrix, seed].join(' ');
}

export function* recordTrace(model: Checkpoint, method: Method, matrix: MatrixName, seed: number): Work<Trace> {
  const { rows, columns, offset, size } = matrixOf(gptLayout(model.config), matrix);
  const data = createSequenceSet(functionNames().train.map(encodeName));
  const rate = rateOf(method);
  const trainer = createGptTrainer({
    config: model.config,
    data,
    batchSize: BATCH,
    optimizer: specOf(method),
    learningRate: () => rate,
    seed,
    weights: model.weights,
  });
  const { weights, grads } = trainer.runner;
  const first = Float32Array.from(weights.subarray(offset, offset + size));
  const seen = new Float32Array(STEPS * size);
  for (let k = 0; k < STEPS; k += 1) {
    trainer.step();
    seen.set(grads.subarray(offset, offset + size), k * size);
    yield { done: k + 1, total: STEPS };
  }
  const last = Float32Array.from(weights.subarray(offset, offset + size));
  const decay = yield* quietly(decayOf(seen, first));
  const heldOut = functionNames().validation.map(encodeName);
  const { loss: validationLoss } = yield* quietly(evaluateInSteps(trainer.runner, heldOut));
  return {
    key: keyOf(model, method, matrix, seed),
    steps: STEPS,
    rows,
    columns,
    grads: seen,
    first,
    last,
    decay,
    validationLoss,
  };
}

/**
 * Adam, Adam with L2 and AdamW over the same gradients [steps, size] from the same weights [size]: what the two kinds of decay
 * take away. L2 is part of the gradient, so Adam divides it by √v̂ as well; AdamW takes learning rate · decay from every weight.
 */
export function* decayOf(grads: Float32Array, first: Float32Array): Generator<void, Decay, void> {
  const size = first.length;
  const steps = grads.length / size;
  const ends: Float64Array[] = [];
  for (const method of ['adam', 'adam-l2', 'adamw'] as const) {
    const weights = Float64Array.from(first);
    const optimizer = createOptimizer(specOf(method), size, 'float64');
    for (let k = 0; k < steps; k += 1) {
      optimizer.step(weights, grads.subarray(k * size, (k + 1) * size), rateOf(method));
    }
    ends.push(weights);
    yield;
  }
  const gradient = new Float32Array(size);
  for (let at = 0; at < grads.length; at += 1) {
    const i = at % size;
    gradient[i] = (gradient[i] as number) + (grads[at] as number) ** 2 / steps;
  }
  const [bare, withL2, withDecay] = ends as [Float64Array, Float64Array, Float64Array];
  const share = (of: Float64Array) =>
    Float32Array.from(first, (w, i) => (w === 0 ? 0 : ((bare[i] as number) - (of[i] as number)) / w));
  return { gradient: gradient.map(Math.sqrt), l2: share(withL2), decoupled: share(withDecay) };
}

/** What comes after the training steps is not counted among them. */
function* quietly<T>(rest: Generator<unknown, T, void>): Generator<{ done: number; total: number }, T, void> {
  for (;;) {
    const { done, value } = rest.next();
    if (done) return value;
    yield { done: STEPS, total: STEPS };
  }
}

/** What one step did to one weight. Momentum has no v, and nothing to correct. */
export type WeightStep = {
  readonly g: number;
  readonly m: number;
  readonly v: number;
  readonly mHat: number;
  readonly vHat: number;
  /** Change of the weight. */
  readonly change: number;
  readonly w: number;
};

/** The life of weight `index` under a method, from the gradients of the trace. */
export function replay({ grads, first, steps }: Trace, index: number, method: Method): WeightStep[] {
  const optimizer = createOptimizer(specOf(method), 1, 'float64');
  const size = first.length;
  const w = Float64Array.of(first[index] as number);
  const g = new Float64Array(1);
  const corrects = method !== 'momentum';
  return Array.from({ length: steps }, (_, k) => {
    const before = w[0] as number;
    g[0] = grads[k * size + index] as number;
    optimizer.step(w, g, rateOf(method));
    const m = optimizer.m[0] as number;
    const v = optimizer.v[0] as number;
    return {
      g: g[0] as number,
      m,
      v,
      mHat: corrects ? m / (1 - BETAS[0] ** (k + 1)) : m,
      vHat: corrects ? v / (1 - BETAS[1] ** (k + 1)) : 0,
      change: (w[0] as number) - before,
      w: w[0] as number,
    };
  });
}
