/**
 * A decoder-only model taken apart: parameters and multiply-adds of each part. Sums are those of `lib/ml/cost`, which are tested
 * against the models that `transformers` builds and against PyTorch's FLOP counter.
 */
import { forwardFlops } from '@/lib/ml/cost/flops';
import { countParameters, linearShapes, type ModelShape } from '@/lib/ml/cost/model-shape';

export const partIds = ['embedding', 'position', 'attention', 'mlp', 'norm', 'head'] as const;
export type PartId = (typeof partIds)[number];

export type Part = {
  readonly id: PartId;
  readonly parameters: number;
  /** Of one forward pass, divided by its tokens. */
  readonly flops: number;
};

const isMlp = (name: string) => name === 'gate' || name === 'up' || name === 'down';

// #region take-apart
/** Parts of a model reading `tokens` tokens at once. The last part holds no parameters where it shares the embedding table. */
export function takeApart(shape: ModelShape, tokens: number): readonly Part[] {
  const { vocab, hidden, layers, context, family } = shape;
  const gpt = family === 'gpt';
  const linear = linearShapes(shape);
  const weigh = (mlp: boolean) =>
    linear
      .filter(({ name }) => isMlp(name) === mlp)
      .reduce((sum, { inputs, outputs, count }) => sum + (inputs * outputs + (gpt ? outputs : 0)) * count, 0);
  const flops = forwardFlops(shape, tokens);
  return [
    { id: 'embedding', parameters: vocab * hidden, flops: 0 },
    { id: 'position', parameters: gpt ? context * hidden : 0, flops: 0 },
    { id: 'attention', parameters: weigh(false), flops: (flops.projections + flops.attention) / tokens },
    { id: 'mlp', parameters: weigh(true), flops: flops.mlp / tokens },
    { id: 'norm', parameters: (2 * layers + 1) * (gpt ? 2 : 1) * hidden, flops: 0 },
    { id: 'head', parameters: gpt ? 0 : vocab * hidden, flops: flops.head / tokens },
  ];
}
// #endregion take-apart

/** Checked by a test for every shape the lab allows. */
export function sumsUp(shape: ModelShape, parts: readonly Part[]): boolean {
  return parts.reduce((sum, { parameters }) => sum + parameters, 0) === countParameters(shape);
}
