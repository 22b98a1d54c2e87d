/**
 * Optimizers on flat parameters, with PyTorch's formulas: bias correction, eps outside the square root, weight decay as L2 in SGD
 * and Adam and decoupled in AdamW. Sources: Sutskever 2013 (momentum, Nesterov), Kingma & Ba 2015 (arXiv 1412.6980),
 * Loshchilov & Hutter 2019 (arXiv 1711.05101), Tieleman & Hinton 2012 (RMSprop), Duchi 2011 (Adagrad).
 */
import type { Floats } from '@/lib/ml/kernels/kernels';

/** What is left out takes the default of PyTorch, so AdamW decays weights by 0.01 unless told otherwise, and the others by 0. */
export type OptimizerSpec =
  | {
      readonly kind: 'sgd';
      readonly momentum?: number;
      readonly dampening?: number;
      readonly nesterov?: boolean;
      readonly weightDecay?: number;
    }
  | {
      readonly kind: 'adam' | 'adamw';
      readonly betas?: readonly [number, number];
      readonly eps?: number;
      readonly weightDecay?: number;
    }
  | { readonly kind: 'rmsprop'; readonly alpha?: number; readonly eps?: number; readonly weightDecay?: number }
  | { readonly kind: 'adagrad'; readonly eps?: number; readonly weightDecay?: number };

export type OptimizerState = { readonly steps: number; readonly m: Floats; readonly v: Floats };

export type Optimizer = {
  readonly spec: OptimizerSpec;
  /** One update of the weights in place. Throws RangeError if lengths differ from `size` or the rate is negative or NaN. */
  readonly step: (weights: Floats, grads: Floats, learningRate: number) => void;
  /** Updates done. */
  readonly steps: number;
  /** First moment (Adam) or momentum buffer (SGD), [size]; all 0 where the optimizer has none. */
  readonly m: Floats;
  /** Second moment (Adam), mean square (RMSprop) or sum of squares (Adagrad), [size]. */
  readonly v: Floats;
  /** A copy of all that the next step depends on, for a pause. */
  readonly exportState: () => OptimizerState;
  /** Goes on from there. Throws RangeError if the state is of another size. */
  readonly importState: (state: OptimizerState) => void;
};

/** The update number `step`, counted from 1. */
type Update = (weights: Floats, grads: Floats, learningRate: number, step: number) => void;

/** For `size` parameters; nothing is allocated after this. Throws RangeError on a constant that PyTorch would refuse. */
export function createOptimizer(
  spec: OptimizerSpec,
  size: number,
  precision: 'float32' | 'float64' = 'float32',
): Optimizer {
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`size must be a positive integer, got ${size}`);
  const create = () => (precision === 'float64' ? new Float64Array(size) : new Float32Array(size));
  const m = create();
  const v = create();
  const update = createUpdate(spec, m, v);
  let steps = 0;
  return {
    spec,
    m,
    v,
    get steps() {
      return steps;
    },
    step(weights, grads, learningRate) {
      if (weights.length !== size || grads.length !== size) {
        throw new RangeError(`${weights.length} weights and ${grads.length} gradients for an optimizer of ${size}`);
      }
      if (!(learningRate >= 0)) throw new RangeError(`the learning rate must be 0 or more, got ${learningRate}`);
      steps += 1;
      update(weights, grads, learningRate, steps);
    },
    exportState: () => ({ steps, m: m.slice(), v: v.slice() }),
    importState(state) {
      if (state.m.length !== size || state.v.length !== size) {
        throw new RangeError(`a state of ${state.m.length} for an optimizer of ${size}`);
      }
      m.set(state.m);
      v.set(state.v);
      steps = state.steps;
    },
  };
}

function createUpdate(spec: OptimizerSpec, m: Floats, v: Floats): Update {
  const weightDecay = spec.weightDecay ?? (spec.kind === 'adamw' ? 0.01 : 0);
  atLeastZero('weightDecay', weightDecay);
  switch (spec.kind) {
    case 'sgd': {
      const { momentum = 0, dampening = 0, nesterov = false } = spec;
      atLeastZero('momentum', momentum);
      if (nesterov && (momentum === 0 || dampening !== 0)) {
        throw new RangeError('Nesterov momentum needs a momentum above 0 and no dampening');
      }
      return momentum === 0 ? plainSgd(weightDecay) : momentumSgd(m, { momentum, dampening, nesterov, weightDecay });
    }
    case 'adam':
    case 'adamw': {
      const { betas = [0.9, 0.999], eps = 1e-8 } = spec;
      for (const beta of betas) {
        if (!(beta >= 0 && beta < 1)) throw new RangeError(`each beta must be in [0, 1), got ${beta}`);
      }
      atLeastZero('eps', eps);
      return adam(m, v, { betas, eps, weightDecay, decoupled: spec.kind === 'adamw' });
    }
    case 'rmsprop': {
      const { alpha = 0.99, eps = 1e-8 } = spec;
      if (!(alpha >= 0 && alpha <= 1)) throw new RangeError(`alpha must be in [0, 1], got ${alpha}`);
      atLeastZero('eps', eps);
      return scaledByRoot(v, { keep: alpha, add: 1 - alpha, eps, weightDecay });
    }
    case 'adagrad': {
      const { eps = 1e-10 } = spec;
      atLeastZero('eps', eps);
      return scaledByRoot(v, { keep: 1, add: 1, eps, weightDecay });
    }
  }
}

function atLeastZero(name: string, value: number): void {
  if (!(value >= 0)) throw new RangeError(`${name} must be 0 or more, got ${value}`);
}

function plainSgd(weightDecay: number): Update {
  return (weights, grads, learningRate) => {
    for (let i = 0; i < weights.length; i += 1) {
      const w = weights[i] as number;
      weights[i] = w - learningRate * ((grads[i] as number) + weightDecay * w);
    }
  };
}

type MomentumOptions = { momentum: number; dampening: number; nesterov: boolean; weightDecay: number };

// #region momentum
/** The buffer starts as the first gradient itself, which is therefore not dampened. */
function momentumSgd(m: Floats, { momentum, dampening, nesterov, weightDecay }: MomentumOptions): Update {
  return (weights, grads, learningRate, step) => {
    const share = step === 1 ? 1 : 1 - dampening;
    for (let i = 0; i < weights.length; i += 1) {
      const w = weights[i] as number;
      const g = (grads[i] as number) + weightDecay * w;
      const buffer = momentum * (m[i] as number) + share * g;
      m[i] = buffer;
      weights[i] = w - learningRate * (nesterov ? g + momentum * buffer : buffer);
    }
  };
}
// #endregion momentum

type AdamOptions = { betas: readonly [number, number]; eps: number; weightDecay: number; decoupled: boolean };

// #region adam
function adam(m: Floats, v: Floats, { betas: [beta1, beta2], eps, weightDecay, decoupled }: AdamOptions): Update {
  return (weights, grads, learningRate, step) => {
    const stepSize = learningRate / (1 - beta1 ** step);
    const rootCorrection = Math.sqrt(1 - beta2 ** step);
    const shrink = decoupled ? 1 - learningRate * weightDecay : 1;
    const l2 = decoupled ? 0 : weightDecay;
    for (let i = 0; i < weights.length; i += 1) {
      const w = weights[i] as number;
      const g = (grads[i] as number) + l2 * w;
      const mean = beta1 * (m[i] as number) + (1 - beta1) * g;
      const square = beta2 * (v[i] as number) + (1 - beta2) * g * g;
      m[i] = mean;
      v[i] = square;
      weights[i] = shrink * w - (stepSize * mean) / (Math.sqrt(square) / rootCorrection + eps);
    }
  };
}
// #endregion adam

type RootOptions = { keep: number; add: number; eps: number; weightDecay: number };

/** RMSprop keeps a decaying mean of squares, Adagrad the sum of all of them; both divide the gradient by its root. */
function scaledByRoot(v: Floats, { keep, add, eps, weightDecay }: RootOptions): Update {
  return (weights, grads, learningRate) => {
    for (let i = 0; i < weights.length; i += 1) {
      const w = weights[i] as number;
      const g = (grads[i] as number) + weightDecay * w;
      const square = keep * (v[i] as number) + add * g * g;
      v[i] = square;
      weights[i] = w - (learningRate * g) / (Math.sqrt(square) + eps);
    }
  };
}
