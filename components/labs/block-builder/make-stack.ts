/** Random blocks, tokens and targets of a seed. Drawing them costs more than running them, so the last few draws are remembered. */
import type { MlpKind } from '@/lib/ml/tape/nn';
import { fromFlat, type Tensor } from '@/lib/ml/tape/tensor';
import { createRandom, type Random } from '@/lib/random';
import { type BlockWeights, type Stack, scaleBlock } from './stack';

export const WIDTH = 24;
export const TOKENS = 6;
export const VOCABULARY = 16;
const hiddenOf = (mlp: MlpKind) => (mlp === 'swiglu' ? 64 : 96);

/** Blocks drawn so far, by seed and kind of feed-forward network. */
const drawn = new Map<string, BlockWeights[]>();
const REMEMBER = 4;

export function makeStack(seed: number, mlp: MlpKind, depth: number, factor: number): Stack {
  const random = createRandom(seed).split('tokens');
  const input = normal(random, TOKENS, WIDTH, 1);
  const head = normal(random, VOCABULARY, WIDTH, 1 / Math.sqrt(WIDTH));
  const targets = Array.from({ length: TOKENS }, () => random.integer(VOCABULARY));
  const blocks = blocksOf(seed, mlp, depth).map((weights) => scaleBlock(weights, factor));
  return { input, blocks, head, targets };
}

function blocksOf(seed: number, mlp: MlpKind, depth: number): readonly BlockWeights[] {
  const key = `${mlp}/${seed}`;
  const known = drawn.get(key) ?? [];
  const oldest = drawn.keys().next().value;
  if (!drawn.has(key) && drawn.size >= REMEMBER && oldest !== undefined) drawn.delete(oldest);
  for (let i = known.length; i < depth; i += 1) known.push(drawBlock(createRandom(seed).split(`block${i}`), mlp));
  drawn.set(key, known);
  return known.slice(0, depth);
}

function drawBlock(random: Random, mlp: MlpKind): BlockWeights {
  const hidden = hiddenOf(mlp);
  const matrix = (outputs: number, inputs: number) => normal(random, outputs, inputs, 1 / Math.sqrt(inputs));
  const block = {
    wq: matrix(WIDTH, WIDTH),
    wk: matrix(WIDTH, WIDTH),
    wv: matrix(WIDTH, WIDTH),
    wo: matrix(WIDTH, WIDTH),
    fc1: matrix(hidden, WIDTH),
    fc2: matrix(WIDTH, hidden),
  };
  return mlp === 'swiglu' ? { ...block, gate: matrix(hidden, WIDTH) } : block;
}

function normal(random: Random, rows: number, columns: number, deviation: number): Tensor {
  const data = Float64Array.from({ length: rows * columns }, () => Math.fround(random.normal() * deviation));
  return fromFlat(data, [rows, columns], { precision: 'float64' });
}
