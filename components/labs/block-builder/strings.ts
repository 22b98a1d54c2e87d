import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed } from '@/lib/format-number';
import type { params, Result, Values } from './core';
import { formatScale } from './number-text';

type Wiring = Pick<Values, 'residual' | 'norm' | 'mlp'>;
type Strings = LabStrings<typeof params, Result> & {
  readonly stream: string;
  readonly attention: string;
  readonly feedForward: (activation: string) => string;
  readonly residualPath: string;
  readonly normBox: string;
  readonly diagramText: (wiring: Wiring) => string;
  readonly sizeTitle: string;
  readonly alikeTitle: string;
  readonly gradientTitle: string;
  readonly noGradient: string;
  readonly baseline: string;
  readonly now: string;
  readonly limit: (value: number) => string;
  readonly blocks: (count: number) => string;
  readonly overflow: (block: number) => string;
  readonly beyond: string;
  readonly growth: string;
  readonly growthLimit: (limit: number) => string;
  readonly alike: string;
  readonly alikeLimit: (limit: number) => string;
  readonly gradients: string;
  readonly gradientLimit: (limit: number) => string;
  readonly range: (least: string, most: string) => string;
  readonly loss: string;
  readonly lossNote: string;
};
export type BlockStrings = Strings;

const mlps = { relu: 'ReLU', gelu: 'GELU', swiglu: 'SwiGLU' };
const kinds = { layernorm: 'LayerNorm', rmsnorm: 'RMSNorm' };

const en: Strings = {
  params: {
    residual: 'Residual paths',
    norm: 'Where the norm stands',
    depth: 'Blocks',
    mlp: 'Feed-forward',
    kind: 'Norm',
    factor: 'Weights, times',
    seed: 'Seed',
  },
  options: { norm: { none: 'nowhere', post: 'after +', pre: 'in branch' }, mlp: mlps, kind: kinds },
  columns: {
    block: 'block',
    size: 'size of the stream',
    baseline: '√(1 + block)',
    alike: 'cosine of tokens',
    gradient: 'gradient',
  },
  summary: ({ growth, alike, gradientRange, loss, overflow }, { depth, residual, norm }) => {
    const wiring = `${depth} blocks, ${residual ? 'with' : 'without'} residual paths, norm ${en.options?.norm?.[norm]}`;
    if (overflow > 0) return `${wiring}: numbers no longer fit into float32 at block ${overflow}.`;
    return `${wiring}: the stream ends at ${formatScale(growth)} times its start, the mean cosine between tokens at ${formatFixed(alike.at(-1) ?? 0, 3)}; gradients of the blocks run from ${formatScale(gradientRange?.[0] ?? 0)} to ${formatScale(gradientRange?.[1] ?? 0)}, the loss is ${loss === null ? '–' : formatScale(loss)}.`;
  },
  stream: 'stream',
  attention: 'attention',
  feedForward: (activation) => `FFN, ${activation}`,
  residualPath: 'residual',
  normBox: 'norm',
  diagramText: ({ residual, norm, mlp }) =>
    `A block: attention, then feed-forward with ${mlps[mlp]}; ${residual ? 'each output is added to its input' : 'each output replaces its input'}; norm: ${en.options?.norm?.[norm]}.`,
  sizeTitle: 'Size of the stream (root mean square)',
  alikeTitle: 'How alike tokens are (mean cosine; 1 = all one direction)',
  gradientTitle: 'Gradient of each block (last matrix of its FFN)',
  noGradient: 'no gradient: the forward pass overflowed',
  baseline: '√(1 + blocks)',
  now: 'your block',
  limit: (value) => `goal ${value}`,
  blocks: (count) => `${count} blocks`,
  overflow: (block) =>
    `Block ${block} gives numbers beyond 3.4 × 10³⁸, the largest float32: on a GPU they are inf, then nan. Add a norm or make the weights smaller.`,
  beyond: 'overflow',
  growth: 'Stream, end to start',
  growthLimit: (limit) => `goal: 1/${limit} to ${limit}`,
  alike: 'Tokens alike at the end',
  alikeLimit: (limit) => `goal: at most ${limit}`,
  gradients: 'Gradients of the blocks',
  gradientLimit: (limit) => `goal: 1/${limit} to ${limit}`,
  range: (least, most) => `${least} … ${most}`,
  loss: 'Loss before training',
  lossNote: 'a blind guess: ln 16 = 2.77',
};

const zh: Strings = {
  params: {
    residual: '残差连接',
    norm: '归一化放在哪里',
    depth: '层数',
    mlp: '前馈网络',
    kind: '归一化',
    factor: '权重乘以',
    seed: '随机种子',
  },
  options: { norm: { none: '不放', post: '相加后', pre: '支路里' }, mlp: mlps, kind: kinds },
  columns: { block: '层', size: '主干大小', baseline: '√(1 + 层数)', alike: '词元间余弦', gradient: '梯度' },
  summary: ({ growth, alike, gradientRange, loss, overflow }, { depth, residual, norm }) => {
    const wiring = `${depth} 层，${residual ? '有' : '没有'}残差连接，归一化${norm === 'none' ? '不放' : `放在${zh.options?.norm?.[norm]}`}`;
    if (overflow > 0) return `${wiring}：到第 ${overflow} 层，数值已超出 float32 的范围。`;
    return `${wiring}：主干末端是起点的 ${formatScale(growth)} 倍，词元间平均余弦 ${formatFixed(alike.at(-1) ?? 0, 3)}；各层梯度从 ${formatScale(gradientRange?.[0] ?? 0)} 到 ${formatScale(gradientRange?.[1] ?? 0)}，损失 ${loss === null ? '–' : formatScale(loss)}。`;
  },
  stream: '主干',
  attention: '注意力',
  feedForward: (activation) => `前馈 ${activation}`,
  residualPath: '残差',
  normBox: '归一化',
  diagramText: ({ residual, norm, mlp }) =>
    `一层：先注意力，后前馈网络（${mlps[mlp]}）；${residual ? '输出加到输入上' : '输出取代输入'}；归一化：${zh.options?.norm?.[norm]}。`,
  sizeTitle: '主干的大小（均方根）',
  alikeTitle: '词元有多像（平均余弦，1 为同一方向）',
  gradientTitle: '各层的梯度（前馈网络最后一个矩阵）',
  noGradient: '没有梯度：前向计算已溢出',
  baseline: '√(1 + 层数)',
  now: '你搭的层',
  limit: (value) => `目标 ${value}`,
  blocks: (count) => `${count} 层`,
  overflow: (block) =>
    `第 ${block} 层的数值超过 3.4 × 10³⁸，也就是 float32 的上限：在 GPU 上会变成 inf，再变成 nan。加上归一化，或把权重调小。`,
  beyond: '溢出',
  growth: '主干，末端比起点',
  growthLimit: (limit) => `目标：1/${limit} 到 ${limit}`,
  alike: '末端词元的相似度',
  alikeLimit: (limit) => `目标：不超过 ${limit}`,
  gradients: '各层的梯度',
  gradientLimit: (limit) => `目标：1/${limit} 到 ${limit}`,
  range: (least, most) => `${least} … ${most}`,
  loss: '训练前的损失',
  lossNote: '盲猜是 ln 16 = 2.77',
};

export const strings = { en, zh };
