/**
 * Shapes of decoder-only transformers: which matrices they hold, and how many parameters in all.
 * Counted in closed form; equal to the models that `transformers` builds from the same configuration.
 */
export type ModelShape = {
  readonly vocab: number;
  readonly hidden: number;
  readonly layers: number;
  readonly heads: number;
  /** Heads of keys and values; fewer than `heads` is grouped-query attention. */
  readonly kvHeads: number;
  readonly ffn: number;
  /** Llama: gate, up and down. GPT: up and down, every linear layer and norm with a bias, learned positions, tied head. */
  readonly family: 'llama' | 'gpt';
  /** Longest input; counts only where positions are learned. */
  readonly context: number;
};

export const linearNames = ['q', 'k', 'v', 'o', 'gate', 'up', 'down'] as const;
export type LinearName = (typeof linearNames)[number];

/** A linear layer y = W x with W [outputs, inputs], once in each of `count` layers. */
export type LinearShape = {
  readonly name: LinearName;
  readonly outputs: number;
  readonly inputs: number;
  readonly count: number;
};

/** Public configurations: Touvron 2023 (Llama 2), Llama 3 model card, Brown 2020 table 2.1 (GPT-3 175B). */
export const modelShapes = {
  'llama-2-7b': {
    vocab: 32000,
    hidden: 4096,
    layers: 32,
    heads: 32,
    kvHeads: 32,
    ffn: 11008,
    family: 'llama',
    context: 4096,
  },
  'llama-3-8b': {
    vocab: 128256,
    hidden: 4096,
    layers: 32,
    heads: 32,
    kvHeads: 8,
    ffn: 14336,
    family: 'llama',
    context: 8192,
  },
  'gpt-3-175b': {
    vocab: 50257,
    hidden: 12288,
    layers: 96,
    heads: 96,
    kvHeads: 96,
    ffn: 49152,
    family: 'gpt',
    context: 2048,
  },
} as const satisfies Readonly<Record<string, ModelShape>>;

/** The linear layers inside the blocks, in the order of `linearNames`. Embeddings and the output head are not among them. */
export function linearShapes({ hidden, layers, heads, kvHeads, ffn, family }: ModelShape): readonly LinearShape[] {
  const kv = (hidden / heads) * kvHeads;
  const all: readonly LinearShape[] = [
    { name: 'q', outputs: hidden, inputs: hidden, count: layers },
    { name: 'k', outputs: kv, inputs: hidden, count: layers },
    { name: 'v', outputs: kv, inputs: hidden, count: layers },
    { name: 'o', outputs: hidden, inputs: hidden, count: layers },
    { name: 'gate', outputs: ffn, inputs: hidden, count: layers },
    { name: 'up', outputs: ffn, inputs: hidden, count: layers },
    { name: 'down', outputs: hidden, inputs: ffn, count: layers },
  ];
  return family === 'llama' ? all : all.filter(({ name }) => name !== 'gate');
}

export function countWeights(shapes: readonly LinearShape[]): number {
  return shapes.reduce((sum, { outputs, inputs, count }) => sum + outputs * inputs * count, 0);
}

/** All parameters of the model: linear layers, embeddings, head, norms, biases. */
export function countParameters(shape: ModelShape): number {
  const { vocab, hidden, layers, context, family } = shape;
  const linear = linearShapes(shape);
  const embeddings = vocab * hidden;
  if (family === 'llama') return countWeights(linear) + 2 * embeddings + (2 * layers + 1) * hidden;
  const biases = linear.reduce((sum, { outputs, count }) => sum + outputs * count, 0);
  const norms = (2 * layers + 1) * 2 * hidden;
  return countWeights(linear) + embeddings + context * hidden + biases + norms;
}
