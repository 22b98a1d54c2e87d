/** Every operation against finite differences: its gradient, and the gradient of its gradient, in float64. */
import { describe, expect, test } from 'vitest';
import { add, div, maximum, mul, neg, pow, sub } from '@/lib/ml/tape/arithmetic';
import { expand, reshape, sumTo } from '@/lib/ml/tape/broadcast';
import { crossEntropy } from '@/lib/ml/tape/cross-entropy';
import { dropout } from '@/lib/ml/tape/dropout';
import { cos, erf, exp, gelu, log, relu, sigmoid, silu, sin, sqrt, square, tanh } from '@/lib/ml/tape/elementwise';
import { concat, gatherRows, pad, scatterRows, slice, transpose, where } from '@/lib/ml/tape/layout';
import { matmul } from '@/lib/ml/tape/matmul';
import { attention, linear, mlp, selfAttention } from '@/lib/ml/tape/nn';
import { layerNorm, rmsNorm } from '@/lib/ml/tape/norm';
import { max, mean, sum } from '@/lib/ml/tape/reduce';
import { rope } from '@/lib/ml/tape/rope';
import { logSoftmax, softmax } from '@/lib/ml/tape/softmax';
import { backward, gradientOf, zeroGrad } from '@/lib/ml/tape/tape';
import { fromFlat, item, type Shape, sizeOf, type Tensor, tensor } from '@/lib/ml/tape/tensor';
import { createRandom, type Random } from '@/lib/random';

type Inputs = [a: Tensor, b: Tensor, c: Tensor, d: Tensor, e: Tensor];
/** Takes as many inputs as it declares; the others are not there. */
type Operation = (...inputs: Inputs) => Tensor;
type Row = readonly [name: string, inputs: readonly Shape[], operation: Operation, range?: readonly [number, number]];

const positive = [0.4, 2] as const;
const condition = tensor([
  [1, 0, 1],
  [0, 0, 1],
]);

const operations: readonly Row[] = [
  [
    'add',
    [
      [2, 3],
      [2, 3],
    ],
    add,
  ],
  ['add, broadcast', [[2, 1], [3]], add],
  [
    'sub',
    [
      [2, 3],
      [1, 3],
    ],
    sub,
  ],
  [
    'mul',
    [
      [2, 3],
      [2, 3],
    ],
    mul,
  ],
  ['mul of a tensor and itself', [[3]], (x) => mul(x, x)],
  ['div', [[2, 3], [3]], div, positive],
  [
    'maximum',
    [
      [2, 3],
      [2, 3],
    ],
    maximum,
  ],
  ['neg', [[3]], neg],
  ['pow', [[3]], (x) => pow(x, 2.5), positive],
  ['exp', [[2, 3]], exp],
  ['log', [[2, 3]], log, positive],
  ['sqrt', [[2, 3]], sqrt, positive],
  ['square', [[2, 3]], square],
  ['sin', [[2, 3]], sin],
  ['cos', [[2, 3]], cos],
  ['tanh', [[2, 3]], tanh],
  ['sigmoid', [[2, 3]], sigmoid],
  ['relu', [[2, 3]], relu],
  ['erf', [[2, 3]], erf],
  ['silu', [[2, 3]], silu],
  ['gelu', [[2, 3]], (x) => gelu(x)],
  ['gelu, tanh form', [[2, 3]], (x) => gelu(x, 'tanh')],
  ['expand', [[2, 1]], (x) => expand(x, [3, 2, 4])],
  ['sumTo', [[3, 2, 4]], (x) => sumTo(x, [2, 1])],
  ['reshape', [[2, 3]], (x) => reshape(x, [3, 2])],
  ['sum', [[2, 3]], (x) => sum(x)],
  ['sum along an axis', [[2, 3, 2]], (x) => sum(x, { axis: 1 })],
  ['mean, axis kept', [[2, 3]], (x) => mean(x, { axis: -1, keepDims: true })],
  ['max', [[2, 3]], (x) => max(x)],
  ['max along an axis', [[2, 3, 2]], (x) => max(x, { axis: 1 })],
  ['transpose', [[2, 3]], (x) => transpose(x)],
  ['transpose in an order', [[2, 3, 4]], (x) => transpose(x, [2, 0, 1])],
  ['slice', [[3, 4]], (x) => slice(x, 1, 1, 3)],
  ['pad', [[2, 3]], (x) => pad(x, 0, 1, 2)],
  [
    'concat',
    [
      [2, 3],
      [2, 1],
    ],
    (x, y) => concat([x, y], 1),
  ],
  ['gatherRows', [[4, 2]], (x) => gatherRows(x, [3, 0, 3])],
  ['scatterRows', [[3, 2]], (x) => scatterRows(x, [1, 1, 0], 4)],
  ['where', [[2, 3], [3]], (x, y) => where(condition, x, y)],
  [
    'matmul',
    [
      [2, 3],
      [3, 4],
    ],
    matmul,
  ],
  [
    'matmul of stacks, broadcast',
    [
      [2, 1, 2, 3],
      [3, 3, 2],
    ],
    matmul,
  ],
  ['softmax', [[2, 4]], (x) => softmax(x)],
  ['softmax along the first axis', [[3, 2]], (x) => softmax(x, 0)],
  ['logSoftmax', [[2, 4]], (x) => logSoftmax(x)],
  ['crossEntropy', [[3, 4]], (x) => crossEntropy(x, [1, -1, 3], { ignoreIndex: -1, labelSmoothing: 0.1 })],
  ['crossEntropy, summed', [[2, 4]], (x) => crossEntropy(x, [1, 3], { reduction: 'sum' })],
  ['layerNorm', [[2, 4], [4], [4]], (x, gain, bias) => layerNorm(x, gain, bias)],
  ['rmsNorm', [[2, 4], [4]], (x, gain) => rmsNorm(x, gain)],
  ['dropout', [[3, 4]], (x) => dropout(x, 0.4, createRandom(5))],
  ['rope', [[2, 3, 4]], (x) => rope(x, [0, 3, 7])],
  ['linear', [[2, 3], [4, 3], [4]], (x, weight, bias) => linear(x, weight, bias)],
  [
    'attention',
    [
      [3, 2],
      [3, 2],
      [3, 4],
    ],
    (q, k, v) => attention(q, k, v, 'causal'),
  ],
  [
    'grouped attention with rope',
    [
      [3, 8],
      [8, 8],
      [4, 8],
      [4, 8],
      [8, 8],
    ],
    (x, wq, wk, wv, wo) =>
      selfAttention(x, { wq: wq, wk: wk, wv: wv, wo: wo }, { heads: 4, kvHeads: 2, positions: [0, 1, 2] }),
  ],
  [
    'mlp, swiglu',
    [
      [2, 3],
      [4, 3],
      [3, 4],
      [4, 3],
    ],
    (x, fc1, fc2, gate) => mlp(x, { fc1: fc1, fc2: fc2, gate: gate }, 'swiglu'),
  ],
];

const STEP = 1e-5;

function draw(shape: Shape, random: Random, [low, high]: readonly [number, number]): Tensor {
  const values = Array.from({ length: sizeOf(shape) }, () => low + (high - low) * random.next());
  return fromFlat(values, shape, { requiresGrad: true });
}

/** Fixed odd weights make a scalar of any output, so that no symmetry hides a wrong element. */
function weigh(y: Tensor): Tensor {
  return sum(
    mul(
      y,
      fromFlat(
        Array.from(y.data, (_, i) => Math.cos(1.7 * i + 0.3)),
        y.shape,
      ),
    ),
  );
}

function expectGradients(f: () => Tensor, leaves: readonly Tensor[], gradients: readonly Tensor[]): void {
  leaves.forEach(({ data }, which) => {
    data.forEach((value, i) => {
      data[i] = value + STEP;
      const above = item(f());
      data[i] = value - STEP;
      const below = item(f());
      data[i] = value;
      const want = (above - below) / (2 * STEP);
      const got = gradients[which]?.data[i] ?? Number.NaN;
      expect(Math.abs(got - want), `input ${which}, element ${i}: ${got} against ${want}`).toBeLessThan(
        1e-6 * Math.max(1, Math.abs(want)),
      );
    });
  });
}

const rows = operations.map(([name, shapes, operation, range]) => ({
  name,
  shapes,
  range: range ?? ([-1.5, 1.5] as const),
  apply: (inputs: readonly Tensor[]) => operation(...(inputs as Inputs)),
}));

describe.each(rows)('$name', ({ name, shapes, apply, range }) => {
  const random = createRandom(11).split(name);
  const inputs = shapes.map((shape) => draw(shape, random, range));

  test('has the gradient that nudging every input shows', () => {
    const f = () => weigh(apply(inputs));
    zeroGrad(inputs);
    backward(f());
    expectGradients(f, inputs, inputs.map(gradientOf));
  });

  test('has a gradient that can be differentiated again', () => {
    // Squared, so that a linear operation has a second derivative too.
    const slope = (): Tensor => {
      zeroGrad(inputs);
      backward(weigh(square(apply(inputs))), { record: true });
      return inputs.map((one) => weigh(gradientOf(one))).reduce(add);
    };
    const output = slope();
    zeroGrad(inputs);
    backward(output);
    expectGradients(slope, inputs, inputs.map(gradientOf));
  });
});
