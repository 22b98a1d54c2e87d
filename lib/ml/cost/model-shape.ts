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
  /** Rows of the table of learned positions where there are more than `context`: OPT keeps two spare ones. */
  readonly positions?: number;
  /** Mixture of experts: so many MLPs a layer beside a router, and how many of them each token goes through. Default: 1. */
  readonly experts?: number;
  readonly topK?: number;
};

export const linearNames = ['q', 'k', 'v', 'o', 'gate', 'up', 'down'] as const;
export type LinearName = (typeof linearNames)[number];

/** A linear layer y = W x with W [outputs, inputs], `count` times in the model: once a layer, or once for each expert of it. */
export type LinearShape = {
  readonly name: LinearName;
  readonly outputs: number;
  readonly inputs: number;
  readonly count: number;
};

const gpt2 = { vocab: 50257, family: 'gpt', context: 1024 } as const;
const llama2 = { vocab: 32000, family: 'llama', context: 4096 } as const;

/**
 * Public configurations: Radford 2019 (GPT-2), Brown 2020 table 2.1 (GPT-3 175B), Zhang 2022 (OPT), Touvron 2023 (Llama 2),
 * the model card of Llama 3, Jiang 2024 (Mixtral), and the 7.5 B model of Megatron-LM (Narayanan 2021, table 1).
 */
export const modelShapes = {
  gpt2: { ...gpt2, hidden: 768, layers: 12, heads: 12, kvHeads: 12, ffn: 3072 },
  'gpt2-medium': { ...gpt2, hidden: 1024, layers: 24, heads: 16, kvHeads: 16, ffn: 4096 },
  'gpt2-large': { ...gpt2, hidden: 1280, layers: 36, heads: 20, kvHeads: 20, ffn: 5120 },
  'gpt2-xl': { ...gpt2, hidden: 1600, layers: 48, heads: 25, kvHeads: 25, ffn: 6400 },
  'gpt-7.5b': {
    vocab: 51200,
    hidden: 4096,
    layers: 36,
    heads: 32,
    kvHeads: 32,
    ffn: 16384,
    family: 'gpt',
    context: 2048,
  },
  'opt-13b': {
    vocab: 50272,
    hidden: 5120,
    layers: 40,
    heads: 40,
    kvHeads: 40,
    ffn: 20480,
    family: 'gpt',
    context: 2048,
    positions: 2050,
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
  'llama-2-7b': { ...llama2, hidden: 4096, layers: 32, heads: 32, kvHeads: 32, ffn: 11008 },
  'llama-2-13b': { ...llama2, hidden: 5120, layers: 40, heads: 40, kvHeads: 40, ffn: 13824 },
  'llama-2-70b': { ...llama2, hidden: 8192, layers: 80, heads: 64, kvHeads: 8, ffn: 28672 },
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
  'mixtral-8x7b': {
    ...llama2,
    hidden: 4096,
    layers: 32,
    heads: 32,
    kvHeads: 8,
    ffn: 14336,
    context: 32768,
    experts: 8,
    topK: 2,
  },
} as const satisfies Readonly<Record<string, ModelShape>>;

/** The linear layers inside the blocks, in the order of `linearNames`. Embeddings and the output head are not among them. */
export function linearShapes({
  hidden,
  layers,
  heads,
  kvHeads,
  ffn,
  family,
  experts = 1,
}: ModelShape): readonly LinearShape[] {
  const kv = (hidden / heads) * kvHeads;
  const all: readonly LinearShape[] = [
    { name: 'q', outputs: hidden, inputs: hidden, count: layers },
    { name: 'k', outputs: kv, inputs: hidden, count: layers },
    { name: 'v', outputs: kv, inputs: hidden, count: layers },
    { name: 'o', outputs: hidden, inputs: hidden, count: layers },
    { name: 'gate', outputs: ffn, inputs: hidden, count: layers * experts },
    { name: 'up', outputs: ffn, inputs: hidden, count: layers * experts },
    { name: 'down', outputs: hidden, inputs: ffn, count: layers * experts },
  ];
  return family === 'llama' ? all : all.filter(({ name }) => name !== 'gate');
}

export function countWeights(shapes: readonly LinearShape[]): number {
  return shapes.reduce((sum, { outputs, inputs, count }) => sum + outputs * inputs * count, 0);
}

/** All parameters of the model: linear layers, router, embeddings, head, norms, biases. */
export function countParameters(shape: ModelShape): number {
  const { vocab, hidden, layers, context, family, positions = context } = shape;
  const linear = linearShapes(shape);
  const embeddings = vocab * hidden;
  const weights = countWeights(linear) + routerWeights(shape);
  if (family === 'llama') return weights + 2 * embeddings + (2 * layers + 1) * hidden;
  const biases = linear.reduce((sum, { outputs, count }) => sum + outputs * count, 0);
  const norms = (2 * layers + 1) * 2 * hidden;
  return weights + embeddings + positions * hidden + biases + norms;
}

/** Parameters that take part in the answer to one token: all, except for the experts that the router leaves out. */
export function countActiveParameters(shape: ModelShape): number {
  const { experts = 1, topK = 1 } = shape;
  const mlp = countWeights(
    linearShapes(shape).filter(({ name }) => name === 'gate' || name === 'up' || name === 'down'),
  );
  return countParameters(shape) - (mlp / experts) * (experts - topK);
}

/** Weights of the routers, one [experts, hidden] a layer; none where there is one MLP. */
export function routerWeights({ hidden, layers, experts = 1 }: ModelShape): number {
  return experts === 1 ? 0 : layers * hidden * experts;
}

/** Numbers in one attention head. */
export function headDim({ hidden, heads }: Pick<ModelShape, 'hidden' | 'heads'>): number {
  return hidden / heads;
}
