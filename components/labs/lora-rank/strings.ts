import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatBytes, formatInteger, formatPercent } from '@/lib/format-number';
import type { TuningCost } from '@/lib/ml/cost/adapter-cost';
import { params, type Result } from './core';

type Strings = LabStrings<typeof params, Result> & {
  readonly presets: { readonly folk: string; readonly attention: string; readonly all: string };
  readonly targetsLabel: string;
  readonly energyTitle: string;
  readonly energyNote: string;
  readonly goalLine: (percent: string) => string;
  readonly memoryTitle: string;
  readonly memoryNote: (card: string, free: string) => string;
  readonly parts: (cost: TuningCost) => string;
  readonly trainable: string;
  readonly ofModel: (share: string) => string;
  readonly file: string;
  readonly budget: (bytes: string) => string;
  readonly spectrumTitle: (module: string) => string;
  readonly spectrumNote: (toy: number) => string;
  readonly cut: (rank: number) => string;
  readonly noAdapter: string;
  readonly mapTarget: string;
  readonly mapKept: string;
  readonly mapLeft: string;
  readonly error: (percent: string) => string;
};

const modules = { q: 'q', k: 'k', v: 'v', o: 'o', gate: 'gate', up: 'up', down: 'down' };
const ranks = Object.fromEntries(params.rank.options.map((rank) => [rank, rank]));
const models = { 'llama-2-7b': 'Llama 2 7B', 'llama-3-8b': 'Llama 3 8B', 'gpt-3-175b': 'GPT-3 175B' };

const en: Strings = {
  params: {
    model: 'Model',
    method: 'Method',
    rank: 'Rank r',
    targets: 'Layers with an adapter',
    task: 'What the model must learn',
    shown: 'Look into',
    seed: 'Seed',
  },
  options: {
    model: models,
    method: { full: 'full', lora: 'LoRA', qlora: 'QLoRA (NF4)' },
    rank: ranks,
    targets: modules,
    shown: modules,
    task: { style: 'a style', domain: 'a domain', skill: 'a new skill' },
  },
  columns: {
    module: 'Layer',
    shape: 'Shape',
    layers: 'Times',
    share: 'Share of energy',
    targeted: 'Adapter',
    trainable: 'Trainable',
    captured: 'Captured',
  },
  summary: ({ captured, cost, parameters, modules: all }, { method, rank }) => {
    const names = all.filter(({ targeted }) => targeted).map(({ name }) => name);
    const what =
      method === 'full'
        ? 'Full fine-tuning'
        : names.length === 0
          ? 'No layer has an adapter, which'
          : `Rank ${rank} on ${names.join(', ')}`;
    return `${what} trains ${formatInteger(cost.trainable)} parameters (${formatPercent(cost.trainable / parameters, 2)}), holds ${formatBytes(cost.total)} of weights and training states, and captures ${formatPercent(captured)} of the update.`;
  },
  presets: { folk: 'q, v', attention: 'attention', all: 'all linear' },
  targetsLabel: 'Layers with an adapter',
  energyTitle: 'Update captured',
  energyNote:
    'The whole area is the update that full fine-tuning would make. Width: these layers’ share of its energy. Filled, in %: what a rank-r adapter can hold of it at best.',
  goalLine: (percent) => `goal ${percent}`,
  memoryTitle: 'Memory',
  memoryNote: (card, free) => `The line is a ${card} card. Keep ${free} of it free for activations.`,
  parts: ({ weights, gradients, optimizer }) =>
    `weights ${formatBytes(weights)} + gradients ${formatBytes(gradients)} + optimizer ${formatBytes(optimizer)}`,
  trainable: 'Trainable parameters',
  ofModel: (share) => `${share} of the model`,
  file: 'File to hand on',
  budget: (limit) => `budget ${limit}`,
  spectrumTitle: (module) => `Energy of each singular direction of ΔW, layer ${module}`,
  spectrumNote: (toy) =>
    `A made ΔW, ${toy} wide, so r = ${toy} is already full rank; the real layers are thousands wide. Line: the sum so far.`,
  cut: (rank) => `r = ${rank}`,
  noAdapter: 'no adapter',
  mapTarget: 'ΔW wanted',
  mapKept: 'best B·A',
  mapLeft: 'left over',
  error: (percent) => `‖ΔW − BA‖ is ${percent} of ‖ΔW‖, which is √Σσᵢ² over the dropped directions.`,
};

const zh: Strings = {
  params: {
    model: '模型',
    method: '微调方式',
    rank: '秩 r',
    targets: '加适配器的层',
    task: '要学的东西',
    shown: '细看哪一层',
    seed: '随机种子',
  },
  options: {
    model: models,
    method: { full: '全参数', lora: 'LoRA', qlora: 'QLoRA（NF4）' },
    rank: ranks,
    targets: modules,
    shown: modules,
    task: { style: '换一种文风', domain: '一个新领域', skill: '一项新能力' },
  },
  columns: {
    module: '层',
    shape: '形状',
    layers: '个数',
    share: '能量占比',
    targeted: '适配器',
    trainable: '可训练参数',
    captured: '捕获比例',
  },
  summary: ({ captured, cost, parameters, modules: all }, { method, rank }) => {
    const names = all.filter(({ targeted }) => targeted).map(({ name }) => name);
    const what =
      method === 'full'
        ? '全参数微调'
        : names.length === 0
          ? '没有任何一层加适配器'
          : `在 ${names.join('、')} 上加秩为 ${rank} 的适配器`;
    return `${what}：训练 ${formatInteger(cost.trainable)} 个参数（占 ${formatPercent(cost.trainable / parameters, 2)}），权重与训练状态共占 ${formatBytes(cost.total)}，捕获了更新能量的 ${formatPercent(captured)}。`;
  },
  presets: { folk: '只加 q、v', attention: '注意力层', all: '全部线性层' },
  targetsLabel: '加适配器的层',
  energyTitle: '捕获的更新',
  energyNote:
    '整块面积是全参数微调会做的更新。宽度：这些层占更新能量的比例；填充（%）：秩为 r 的适配器最多能装下多少。',
  goalLine: (percent) => `目标 ${percent}`,
  memoryTitle: '显存',
  memoryNote: (card, free) => `竖线是一张 ${card} 显卡，其中 ${free} 要留给激活值。`,
  parts: ({ weights, gradients, optimizer }) =>
    `权重 ${formatBytes(weights)} + 梯度 ${formatBytes(gradients)} + 优化器 ${formatBytes(optimizer)}`,
  trainable: '可训练参数',
  ofModel: (share) => `占模型的 ${share}`,
  file: '交付的文件',
  budget: (limit) => `预算 ${limit}`,
  spectrumTitle: (module) => `${module} 层的 ΔW：每个奇异方向的能量`,
  spectrumNote: (toy) =>
    `这里的 ΔW 是造出来的，只有 ${toy} 维宽，r = ${toy} 就已满秩；真实的层有几千维宽。折线是累计值。`,
  cut: (rank) => `r = ${rank}`,
  noAdapter: '没有适配器',
  mapTarget: '想要的 ΔW',
  mapKept: '最好的 B·A',
  mapLeft: '剩下的',
  error: (percent) => `‖ΔW − BA‖ 是 ‖ΔW‖ 的 ${percent}，等于被舍去方向的 √Σσᵢ²。`,
};

export const strings = { en, zh };
export type LoraStrings = Strings;
