import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatBytes, formatFixed, formatInteger, formatPercent } from '@/lib/format-number';
import { BASELINE, GOAL, type params, type Result } from './core';
import type { PartId } from './parts';
import type { Problem, PublicId } from './shape';

type Strings = LabStrings<typeof params, Result> & {
  readonly models: Readonly<Record<PublicId, string>>;
  readonly modelsTitle: string;
  readonly own: string;
  readonly parametersOf: string;
  readonly flopsOf: (tokens: string) => string;
  readonly baseline: string;
  readonly facts: {
    readonly bytes: string;
    readonly flops: string;
    readonly twoN: string;
    readonly blocks: string;
    readonly train: string;
  };
  readonly blocksNote: (rule: string) => string;
  readonly more: string;
  readonly parts: Readonly<Record<PartId, string>>;
  readonly notes: Readonly<Record<PartId, string>>;
  readonly columnPart: string;
  readonly columnParameters: string;
  readonly columnFlops: string;
  readonly total: string;
  readonly symbols: string;
  readonly problem: (problem: Exclude<Problem, null>, result: Result) => string;
  readonly goals: {
    readonly vocab: string;
    readonly size: (now: string) => string;
    readonly depth: string;
    readonly heads: (now: string) => string;
  };
};

const models: Readonly<Record<PublicId, string>> = {
  gpt2: 'GPT-2 small',
  'gpt2-medium': 'GPT-2 medium',
  'gpt2-large': 'GPT-2 large',
  'gpt2-xl': 'GPT-2 XL',
  'gpt-3-175b': 'GPT-3 175B',
  'llama-2-7b': 'Llama 2 7B',
  'llama-2-70b': 'Llama 2 70B',
  'llama-3-8b': 'Llama 3 8B',
};
const tokens = { '1': '1', '128': '128', '1024': '1,024', '4096': '4,096', '8192': '8,192', '32768': '32,768' };
const off = (parameters: number) =>
  `${parameters >= BASELINE ? '+' : '−'}${formatFixed(Math.abs(parameters / BASELINE - 1) * 100, 2)}%`;

const enParts: Readonly<Record<PartId, string>> = {
  embedding: 'Token embeddings',
  position: 'Positions',
  attention: 'Attention',
  mlp: 'MLP',
  norm: 'Norms',
  head: 'Output layer',
};
const zhParts: Readonly<Record<PartId, string>> = {
  embedding: '词元嵌入',
  position: '位置嵌入',
  attention: '注意力',
  mlp: '前馈网络',
  norm: '归一化',
  head: '输出层',
};

const en: Strings = {
  params: {
    vocab: 'Vocabulary V',
    hidden: 'Width d',
    layers: 'Layers L',
    heads: 'Heads',
    kvHeads: 'Key-value heads',
    ffn: 'MLP width f',
    family: 'Family',
    context: 'Learned positions C',
    tokens: 'Tokens read at once, T',
    pin: 'Part',
  },
  options: { family: { gpt: 'GPT', llama: 'Llama' }, tokens, pin: enParts },
  columns: {
    part: 'Part',
    parameters: 'Parameters',
    share: 'Share',
    flops: 'FLOPs per token',
    flopShare: 'Share of FLOPs',
  },
  summary: ({ name, parameters, flops, overTwoN, bytes }) =>
    `${name ? `${models[name]}: ` : ''}${formatInteger(parameters)} parameters, ${formatBytes(bytes)} in bfloat16. One token costs ${formatInteger(flops)} FLOPs, ${formatFixed(overTwoN, 2)} times the rule 2N.`,
  models,
  modelsTitle: 'Public models',
  own: 'your own',
  parametersOf: 'Parameters',
  flopsOf: (count) => `FLOPs per token, ${count} at once`,
  baseline: 'Thin bar: GPT-2 small',
  facts: {
    bytes: 'Weights in bfloat16',
    flops: 'FLOPs per token',
    twoN: 'FLOPs ÷ 2N',
    blocks: 'Blocks',
    train: 'Training, FLOPs per token',
  },
  blocksNote: (rule) => `rule 12·L·d²: ${rule}`,
  more: 'Heads, MLP, family, length',
  parts: enParts,
  notes: {
    embedding: 'Looked up, not multiplied: no FLOPs.',
    position: 'Learned in GPT; Llama rotates queries and keys instead and stores nothing.',
    attention: 'k = width of all key-value heads together. The number of query heads appears nowhere.',
    mlp: 'The largest part of a deep model.',
    norm: 'Too small to matter, needed to count to the digit.',
    head: 'GPT-2 reuses the embedding table: no parameters, but all the FLOPs.',
  },
  columnPart: 'Part',
  columnParameters: 'Parameters',
  columnFlops: 'FLOPs per token',
  total: 'Total',
  symbols: 'V vocabulary, d width, L layers, f MLP width, k width of keys, C positions, T tokens',
  problem: (problem, { shape, headDim }) =>
    problem === 'heads'
      ? `Heads must divide the width ${formatInteger(shape.hidden)}; a framework would refuse. Counted with ${shape.heads} heads of ${headDim}.`
      : `Key-value heads must divide the ${shape.heads} heads; a framework would refuse. Counted with ${shape.kvHeads}.`,
  goals: {
    vocab: `vocabulary of at least ${formatInteger(GOAL.vocab)}`,
    size: (now) => `as many parameters as GPT-2 small, within ${formatPercent(GOAL.apart, 0)} (now ${now})`,
    depth: `GPT family, at least ${GOAL.layers} layers`,
    heads: (now) => `heads ${GOAL.headDim} wide (now ${now})`,
  },
};

const zh: Strings = {
  params: {
    vocab: '词表大小 V',
    hidden: '宽度 d',
    layers: '层数 L',
    heads: '注意力头数',
    kvHeads: '键值头数',
    ffn: '前馈宽度 f',
    family: '家族',
    context: '可学习的位置数 C',
    tokens: '一次读入的词元数 T',
    pin: '部件',
  },
  options: { family: { gpt: 'GPT', llama: 'Llama' }, tokens, pin: zhParts },
  columns: { part: '部件', parameters: '参数量', share: '占比', flops: '每词元 FLOPs', flopShare: 'FLOPs 占比' },
  summary: ({ name, parameters, flops, overTwoN, bytes }) =>
    `${name ? `${models[name]}：` : ''}${formatInteger(parameters)} 个参数，用 bfloat16 存是 ${formatBytes(bytes)}。处理一个词元要 ${formatInteger(flops)} 次浮点运算，是经验公式 2N 的 ${formatFixed(overTwoN, 2)} 倍。`,
  models,
  modelsTitle: '公开的模型',
  own: '你自己的模型',
  parametersOf: '参数量',
  flopsOf: (count) => `每个词元的 FLOPs（一次读 ${count} 个）`,
  baseline: '细条：GPT-2 small',
  facts: {
    bytes: 'bfloat16 权重',
    flops: '每个词元的 FLOPs',
    twoN: 'FLOPs ÷ 2N',
    blocks: '各层合计',
    train: '训练时每个词元的 FLOPs',
  },
  blocksNote: (rule) => `经验公式 12·L·d²：${rule}`,
  more: '头数、前馈宽度、家族、长度',
  parts: zhParts,
  notes: {
    embedding: '只是查表，不做乘法，FLOPs 为 0。',
    position: 'GPT 学一张位置表；Llama 改为旋转查询和键，什么也不存。',
    attention: 'k 是所有键值头加起来的宽度。查询头的个数根本不出现。',
    mlp: '模型一深，它就是最大的一块。',
    norm: '小到可以忽略，但要算到个位就少不了它。',
    head: 'GPT-2 直接复用嵌入表：参数为 0，FLOPs 一点不少。',
  },
  columnPart: '部件',
  columnParameters: '参数量',
  columnFlops: '每词元 FLOPs',
  total: '合计',
  symbols: 'V 词表，d 宽度，L 层数，f 前馈宽度，k 键的宽度，C 位置数，T 词元数',
  problem: (problem, { shape, headDim }) =>
    problem === 'heads'
      ? `头数必须整除宽度 ${formatInteger(shape.hidden)}，否则框架会报错。这里按 ${shape.heads} 个头、每头 ${headDim} 维来算。`
      : `键值头数必须整除头数 ${shape.heads}，否则框架会报错。这里按 ${shape.kvHeads} 个来算。`,
  goals: {
    vocab: `词表不小于 ${formatInteger(GOAL.vocab)}`,
    size: (now) => `参数量与 GPT-2 small 相差不超过 ${formatPercent(GOAL.apart, 0)}（现在 ${now}）`,
    depth: `GPT 家族，至少 ${GOAL.layers} 层`,
    heads: (now) => `每个头宽 ${GOAL.headDim}（现在 ${now}）`,
  },
};

export const strings = { en, zh };
export type AnatomyStrings = Strings;
export { off };
