/** What a model looks like inside: where each head looks in one name, and how its letters lie in the plane. */
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { packSequences } from '@/lib/ml/gpt/batch';
import { type GptConfig, gptLayout, matrixOf } from '@/lib/ml/gpt/config';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { svd } from '@/lib/ml/svd';
import { encodeName, MAX_NAME_LENGTH } from '@/lib/thread/alphabet';
import { BOUNDARY_SIGN } from './mistakes';

export type Inside = {
  /** Characters of the name, boundary first. */
  readonly tokens: readonly string[];
  /** Attention of each layer and head, row-major [T, T] in [0, 1]. */
  readonly heads: readonly { readonly layer: number; readonly head: number; readonly weights: readonly number[] }[];
  /** −ln p of each character after the boundary, and of the end. */
  readonly nll: readonly number[];
  /** Token embeddings on their first two principal directions, [V] points, cut to [−1, 1]. */
  readonly letters: readonly { readonly token: string; readonly x: number; readonly y: number }[];
};

const runners = new Map<string, ReturnType<typeof createGptRunner>>();

/** Letters the alphabet has are kept, everything else is left out; an empty name becomes the boundary alone. */
export function cleanName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z_]/g, '')
    .slice(0, MAX_NAME_LENGTH);
}

let last: { readonly key: string; readonly weights: Checkpoint['weights']; readonly inside: Inside } | null = null;

/**
 * The same object as the last time where name and weights are the same: while a model trains the question comes ten times a
 * second, new weights to look into much more rarely.
 */
export function lookInside(config: GptConfig, weights: Checkpoint['weights'], text: string): Inside {
  const name = cleanName(text);
  const key = JSON.stringify({ config, name });
  const same = last?.key === key && last.weights.every((weight, i) => weight === weights[i]);
  if (last && same) return last.inside;
  last = { key, weights, inside: look(config, weights, name) };
  return last.inside;
}

function look(config: GptConfig, weights: Checkpoint['weights'], name: string): Inside {
  const key = JSON.stringify(config);
  const runner = runners.get(key) ?? createGptRunner(config, { maxTokens: config.context });
  runners.set(key, runner);
  runner.weights.set(weights);
  const batch = packSequences([encodeName(name)]);
  runner.forward(batch);
  runner.crossEntropy(batch);
  const { heads, layers, context } = config;
  const size = batch.size;
  return {
    tokens: [BOUNDARY_SIGN, ...name],
    heads: Array.from({ length: layers * heads }, (_, i) => {
      const layer = Math.floor(i / heads);
      const head = i % heads;
      const all = runner.attention(layer);
      return {
        layer,
        head,
        weights: Array.from({ length: size * size }, (_, at) => {
          const query = Math.floor(at / size);
          return Math.fround(all[(query * heads + head) * context + (at % size)] as number);
        }),
      };
    }),
    nll: Array.from(runner.nll.slice(0, size)),
    letters: planeOf(config, weights),
  };
}

/** Principal components of the token embeddings [V, d]: centred, then the first two left singular vectors times their values. */
function planeOf(config: GptConfig, weights: ArrayLike<number>): Inside['letters'] {
  const { rows, columns, offset } = matrixOf(gptLayout(config), 'wte');
  const mean = Array.from({ length: columns }, (_, c) => {
    let sum = 0;
    for (let r = 0; r < rows; r += 1) sum += weights[offset + r * columns + c] as number;
    return sum / rows;
  });
  const centred = Array.from(
    { length: rows * columns },
    (_, at) => (weights[offset + at] as number) - (mean[at % columns] ?? 0),
  );
  const { u, values } = svd(centred, rows, columns);
  const k = values.length;
  const points = Array.from({ length: rows }, (_, r) => ({
    x: (u[r * k] ?? 0) * (values[0] ?? 0),
    y: (u[r * k + 1] ?? 0) * (values[1] ?? 0),
  }));
  // Rare letters lie far out; they are drawn at the edge so that the others can be told apart.
  const sizes = points.map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y))).sort((a, b) => a - b);
  const reach = Math.max(1e-9, sizes[Math.floor(0.85 * sizes.length)] ?? 0);
  const clamp = (value: number) => Math.min(1, Math.max(-1, value / reach));
  return points.map(({ x, y }, id) => ({
    token: id === 0 ? BOUNDARY_SIGN : id === 27 ? '_' : String.fromCharCode(96 + id),
    x: clamp(x),
    y: clamp(y),
  }));
}
