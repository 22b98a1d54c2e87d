import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOptimizer, type OptimizerSpec } from '@/lib/ml/optim/optimizer';
import reference from '@/tests/fixtures/reference/optim.json';

type Options = {
  lr: number;
  momentum?: number;
  dampening?: number;
  nesterov?: boolean;
  weight_decay?: number;
  betas?: [number, number];
  eps?: number;
  alpha?: number;
};
type Trajectory = {
  name: string;
  input: {
    function: string;
    lambda: number[] | null;
    w0: number[];
    optimizer: string;
    options: Options;
    steps: number;
  };
  expected: { w: number[][]; loss: number[]; finalState: Record<string, number[]> };
};
const casesOf = <T>(prefix: string) =>
  (reference.cases as unknown as { name: string }[]).filter((one) => one.name.startsWith(prefix)) as T[];
const trajectories = casesOf<Trajectory>('trajectory/');

function specOf(
  name: string,
  { momentum, dampening, nesterov, weight_decay, betas, eps, alpha }: Options,
): OptimizerSpec {
  const decay = weight_decay === undefined ? {} : { weightDecay: weight_decay };
  const small = eps === undefined ? {} : { eps };
  if (name === 'rmsprop') return { kind: 'rmsprop', ...small, ...(alpha === undefined ? {} : { alpha }) };
  if (name === 'adagrad') return { kind: 'adagrad', ...small };
  if (name.startsWith('adam')) {
    return { kind: name === 'adamw' ? 'adamw' : 'adam', ...small, ...decay, ...(betas ? { betas } : {}) };
  }
  return {
    kind: 'sgd',
    ...decay,
    ...(momentum === undefined ? {} : { momentum }),
    ...(dampening === undefined ? {} : { dampening }),
    ...(nesterov === undefined ? {} : { nesterov }),
  };
}

function gradientOf(lambda: number[] | null, w: ArrayLike<number>): number[] {
  const [x = 0, y = 0] = Array.from(w);
  return lambda ? lambda.map((l, i) => l * (w[i] ?? 0)) : [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];
}

function run({ input }: Trajectory, precision: 'float32' | 'float64') {
  const create = precision === 'float64' ? Float64Array : Float32Array;
  const weights = create.from(input.w0);
  const optimizer = createOptimizer(specOf(input.optimizer, input.options), weights.length, precision);
  const path = [Array.from(weights)];
  for (let k = 0; k < input.steps; k += 1) {
    optimizer.step(weights, create.from(gradientOf(input.lambda, weights)), input.options.lr);
    path.push(Array.from(weights));
  }
  return { path, optimizer };
}

function expectClose(got: number, want: number, { abs, rel }: { abs: number; rel: number }) {
  expect(Math.abs(got - want)).toBeLessThanOrEqual(abs + rel * Math.abs(want));
}

test('two functions with eleven optimizers are there', () => {
  expect(trajectories).toHaveLength(2 * 11);
});

test.each(trajectories.map((one) => [one.name, one] as const))('follows PyTorch along %s', (_, one) => {
  const { path, optimizer } = run(one, 'float64');
  expect(path).toHaveLength(one.expected.w.length);
  one.expected.w.forEach((want, k) => {
    want.forEach((value, i) => {
      expectClose(path[k]?.[i] ?? Number.NaN, value, reference.tolerance.float64);
    });
  });
  for (const [name, want] of Object.entries(one.expected.finalState)) {
    const state = name === 'm' || name === 'momentumBuffer' ? optimizer.m : optimizer.v;
    want.forEach((value, i) => {
      expectClose(state[i] ?? Number.NaN, value, reference.tolerance.float64);
    });
  }
  expect(optimizer.steps).toBe(one.input.steps);
});

test.each(trajectories.map((one) => [one.name, one] as const))('float32 stays near PyTorch along %s', (_, one) => {
  const { path } = run(one, 'float32');
  const steps = one.input.function === 'rosenbrock' ? 10 : one.input.steps;
  for (let k = 0; k <= steps; k += 1) {
    one.expected.w[k]?.forEach((value, i) => {
      expectClose(path[k]?.[i] ?? Number.NaN, value, reference.tolerance.float32);
    });
  }
});

type Trace = { name: string; input: { optimizer: string; options: Options; steps: number }; expected: { w: number[] } };
test.each(casesOf<Trace>('trace/').map((one) => [one.name, one] as const))(
  'follows PyTorch along %s',
  (_, { input, expected }) => {
    const weights = Float64Array.of(1);
    const optimizer = createOptimizer(specOf(input.optimizer, input.options), 1, 'float64');
    for (const want of expected.w) {
      // Close to 0 the trace of RMSprop is a chain of cancellations, hence an absolute bound.
      expect(Math.abs((weights[0] ?? Number.NaN) - want)).toBeLessThan(1e-12);
      optimizer.step(weights, Float64Array.of(2 * (weights[0] ?? 0)), input.options.lr);
    }
  },
);

type FirstStep = {
  name: string;
  input: { gradient: number; lr: number; betas: [number, number]; eps: number };
  expected: { w1: number };
};
test.each(casesOf<FirstStep>('adam-first-step/').map((one) => [one.name, one] as const))(
  'agrees with PyTorch on %s',
  (_, { input, expected }) => {
    const weights = Float64Array.of(0);
    createOptimizer({ kind: 'adam', betas: input.betas, eps: input.eps }, 1, 'float64').step(
      weights,
      Float64Array.of(input.gradient),
      input.lr,
    );
    expectClose(weights[0] ?? Number.NaN, expected.w1, { abs: 0, rel: 1e-8 });
  },
);

type Average = { name: string; input: { x: number[]; beta: number }; expected: { ema: number[]; corrected: number[] } };
test('the first moment of Adam is the moving average of the gradients', () => {
  const [found] = casesOf<Average>('ema/');
  if (!found) throw new Error('the fixture has no moving average');
  const { x, beta } = found.input;
  const optimizer = createOptimizer({ kind: 'adam', betas: [beta, 0.999] }, 1, 'float64');
  const weights = Float64Array.of(0);
  x.forEach((value, k) => {
    optimizer.step(weights, Float64Array.of(value), 0.1);
    const average = optimizer.m[0] ?? Number.NaN;
    expectClose(average, found.expected.ema[k] ?? Number.NaN, reference.tolerance.float64);
    expectClose(
      average / (1 - beta ** optimizer.steps),
      found.expected.corrected[k] ?? Number.NaN,
      reference.tolerance.float64,
    );
  });
});

const number = fc.double({ min: -100, max: 100, noNaN: true });
const problem = fc.record({
  w: fc.array(number, { minLength: 3, maxLength: 3 }),
  g: fc.array(fc.array(number, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
  rate: fc.double({ min: 1e-4, max: 1, noNaN: true }),
});
type Problem = { w: number[]; g: number[][]; rate: number };

function after({ w, g, rate }: Problem, spec: OptimizerSpec): number[] {
  const weights = Float64Array.from(w);
  const optimizer = createOptimizer(spec, 3, 'float64');
  for (const grads of g) optimizer.step(weights, Float64Array.from(grads), rate);
  return Array.from(weights);
}

test('the first step of Adam is rate · |g| / (|g| + eps), against the gradient', () => {
  fc.assert(
    fc.property(number, fc.double({ min: 1e-10, max: 1, noNaN: true }), (g, eps) => {
      const weights = Float64Array.of(0);
      createOptimizer({ kind: 'adam', eps }, 1, 'float64').step(weights, Float64Array.of(g), 0.25);
      expect(weights[0]).toBeCloseTo((-0.25 * g) / (Math.abs(g) + eps), 10);
    }),
  );
});

test('AdamW without weight decay is Adam', () => {
  fc.assert(
    fc.property(problem, (one) => {
      expect(after(one, { kind: 'adamw', weightDecay: 0 })).toEqual(after(one, { kind: 'adam' }));
    }),
  );
});

test('AdamW shrinks every weight by the same factor, whatever its gradient; L2 in Adam does not', () => {
  const one = { w: [1, 1, 1], g: [[0.01, 1, 100]], rate: 0.1 };
  const bare = after(one, { kind: 'adam' });
  for (const [i, w] of after(one, { kind: 'adamw', weightDecay: 0.5 }).entries()) {
    expect((bare[i] ?? 0) - w).toBeCloseTo(0.05, 12);
  }
  for (const [i, w] of after(one, { kind: 'adam', weightDecay: 0.5 }).entries()) {
    expect(Math.abs((bare[i] ?? 0) - w)).toBeLessThan(1e-6);
  }
});

test('momentum 0 is plain SGD', () => {
  fc.assert(
    fc.property(problem, (one) => {
      const plain = one.w.map((w, i) => one.g.reduce((at, grads) => at - one.rate * (grads[i] ?? 0), w));
      expect(after(one, { kind: 'sgd', momentum: 0 })).toEqual(plain);
    }),
  );
});

test.each([
  { kind: 'sgd', momentum: 0.9, dampening: 0.3 },
  { kind: 'adamw' },
  { kind: 'rmsprop' },
  { kind: 'adagrad' },
] satisfies OptimizerSpec[])('goes on after a pause as if there had been none: $kind', (spec) => {
  fc.assert(
    fc.property(problem, fc.nat(5), (one, pause) => {
      const weights = Float64Array.from(one.w);
      let optimizer = createOptimizer(spec, 3, 'float64');
      one.g.forEach((grads, k) => {
        if (k === pause) {
          const state = optimizer.exportState();
          optimizer.step(Float64Array.of(0, 0, 0), Float64Array.of(9, 9, 9), 1);
          optimizer = createOptimizer(spec, 3, 'float64');
          optimizer.importState(state);
        }
        optimizer.step(weights, Float64Array.from(grads), one.rate);
      });
      expect(Array.from(weights)).toEqual(after(one, spec));
    }),
  );
});

test('decays by 0.01 in AdamW and not at all in the others unless told, as PyTorch does', () => {
  const one = { w: [1, -2, 3], g: [[1, 2, 3]], rate: 0.1 };
  expect(after(one, { kind: 'adamw' })).toEqual(after(one, { kind: 'adamw', weightDecay: 0.01 }));
  expect(after(one, { kind: 'adam' })).toEqual(after(one, { kind: 'adam', weightDecay: 0 }));
});

test('AdamW reaches a target in a hundred steps, as the test of transformers asks', () => {
  const target = [0.4, 0.2, -0.5];
  const weights = Float32Array.of(0.1, -0.2, -0.1);
  const optimizer = createOptimizer({ kind: 'adamw', weightDecay: 0 }, 3);
  for (let k = 0; k < 100; k += 1) {
    // Gradient of the mean squared error.
    optimizer.step(
      weights,
      weights.map((w, i) => (2 * (w - (target[i] ?? 0))) / 3),
      0.2,
    );
  }
  target.forEach((want, i) => {
    expect(Math.abs((weights[i] ?? Number.NaN) - want)).toBeLessThan(0.01);
  });
});

test('refuses what cannot be', () => {
  expect(() => createOptimizer({ kind: 'sgd' }, 0)).toThrow(RangeError);
  expect(() => createOptimizer({ kind: 'sgd', nesterov: true }, 1)).toThrow('Nesterov');
  expect(() => createOptimizer({ kind: 'adam', betas: [0.9, 1] }, 1)).toThrow('beta');
  expect(() => createOptimizer({ kind: 'adam', eps: -1 }, 1)).toThrow('eps');
  expect(() => createOptimizer({ kind: 'rmsprop', alpha: 2 }, 1)).toThrow('alpha');
  expect(() => createOptimizer({ kind: 'sgd', weightDecay: Number.NaN }, 1)).toThrow('weightDecay');
  const optimizer = createOptimizer({ kind: 'sgd' }, 2);
  expect(() => optimizer.step(new Float32Array(2), new Float32Array(3), 1)).toThrow(RangeError);
  expect(() => optimizer.step(new Float32Array(2), new Float32Array(2), -1)).toThrow('learning rate');
  expect(() => optimizer.importState({ steps: 1, m: new Float32Array(3), v: new Float32Array(3) })).toThrow(RangeError);
});
