import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatBytes, formatFixed, formatPercent } from '@/lib/format-number';
import type { CalculatorId } from './calculators';
import type { params, Result, Values } from './core';

export type PlannerStrings = LabStrings<typeof params, Result> & {
  readonly barsTitle: (card: string) => string;
  readonly stages: readonly [string, string, string, string];
  readonly parts: Readonly<Record<'weights' | 'gradients' | 'optimizer' | 'activations' | 'again', string>>;
  readonly holds: string;
  readonly free: (bytes: string) => string;
  readonly over: (bytes: string) => string;
  readonly sends: string;
  readonly ratio: (times: string) => string;
  readonly seconds: (seconds: string) => string;
  readonly again: string;
  readonly flops: (tera: string) => string;
  readonly machine: (values: Values, parameters: string, tokens: string) => string;
  readonly machineTitle: string;
  readonly offTask: string;
  readonly note: string;
  readonly auditLead: string;
  readonly inputs: string;
  readonly prints: string;
  readonly fine: string;
  readonly notFine: string;
  readonly lineWasFine: (output: string) => string;
  readonly calculators: Readonly<
    Record<CalculatorId, { readonly title: string; readonly engine: string; readonly why: string }>
  >;
};

const models = { 'gpt2-xl': 'GPT-2 XL', 'gpt-7.5b': 'GPT 7.5B', 'opt-13b': 'OPT-13B', 'gpt-3-175b': 'GPT-3 175B' };
const cards = {
  'v100-16': 'V100 16',
  'v100-32': 'V100 32',
  'rtx-4090': 'RTX 4090 24',
  'a100-40': 'A100 40',
  'a100-80': 'A100 80',
  'h100-80': 'H100 80',
  'h200-141': 'H200 141',
};
const numbers = (options: readonly string[]) =>
  Object.fromEntries(options.map((one) => [one, Number(one).toLocaleString('en-US')]));
const gpus = numbers(['1', '8', '64', '512', '1024']);
const sequence = numbers(['512', '1024', '2048']);
const batch = numbers(['1', '2', '4', '8', '16']);
const stageNumbers = { '0': '0', '1': '1', '2': '2', '3': '3' };
const cardName = (values: Values) => `${cards[values.card]} GB`;

function auditCount({ audits }: Result): readonly [number, number] {
  return [audits.filter(({ right }) => right).length, audits.length];
}

const judgements = (line: (n: number) => string, open: string, fine: string) => ({
  open,
  line1: line(1),
  line2: line(2),
  line3: line(3),
  line4: line(4),
  fine,
});
const enJudgements = judgements((n) => `line ${n}`, 'not judged', 'nothing wrong');
const zhJudgements = judgements((n) => `第 ${n} 行`, '未判断', '没有错');

const en: PlannerStrings = {
  params: {
    mode: 'What to do',
    stage: 'ZeRO stage',
    recompute: 'Recompute activations',
    batch: 'Sequences in a micro-batch',
    model: 'Model',
    gpus: 'GPUs',
    card: 'Card, memory in GB',
    sequence: 'Tokens in a sequence',
    recipe: 'Bytes of a gradient',
    optimizer: 'Optimizer',
    kv: 'Judgement: cache of Llama 2 7B',
    adam: 'Judgement: states on one GPU',
    gqa: 'Judgement: cache of Llama 2 70B',
    unit: 'Judgement: states at stage 2',
  },
  options: {
    mode: { plan: 'Plan a run', audit: 'Audit calculators' },
    stage: stageNumbers,
    recompute: { none: 'nothing', selective: 'attention core', full: 'whole layers' },
    batch,
    model: models,
    gpus,
    card: cards,
    sequence,
    recipe: { zero: '2 (ZeRO paper)', hf: '4 (Hugging Face)' },
    optimizer: { adamw: 'AdamW', adam8bit: '8-bit Adam', sgdm: 'SGD + momentum' },
    kv: enJudgements,
    adam: enJudgements,
    gqa: enJudgements,
    unit: enJudgements,
  },
  columns: {
    stage: 'Stage',
    weights: 'Weights, GB',
    gradients: 'Gradients, GB',
    optimizer: 'Optimizer, GB',
    activations: 'Activations, GB',
    total: 'Total, GB',
    fits: 'Fits',
    traffic: 'Sent, GB',
    extra: 'Extra FLOPs, %',
    calculator: 'Calculator',
    unit: 'Unit',
    prints: 'Prints',
    repaired: 'With the marked line repaired',
    engine: 'Engine',
  },
  summary: (result, values) => {
    if (values.mode === 'audit') {
      const [right, all] = auditCount(result);
      return `${right} of ${all} calculators are judged rightly.`;
    }
    const { chosen, capacity, fits, trafficRatio, extraFlops } = result;
    return `Stage ${chosen.stage}: each GPU holds ${formatBytes(chosen.total)}, which ${fits ? 'fits into' : 'is more than'} ${formatBytes(capacity)}. It sends ${formatBytes(chosen.traffic)} in a step, ${formatFixed(trafficRatio, 2)} times what plain data parallelism sends, and spends ${formatPercent(extraFlops)} extra FLOPs on recomputation.`;
  },
  barsTitle: (card) => `What one GPU holds; the line is its ${card}`,
  stages: ['0 · nothing shared (DDP)', '1 · share the optimizer', '2 · gradients too', '3 · weights too (FSDP)'],
  parts: {
    weights: 'weights',
    gradients: 'gradients',
    optimizer: 'optimizer and fp32 copy',
    activations: 'activations',
    again: 'layer being recomputed',
  },
  holds: 'On each GPU',
  free: (bytes) => `${bytes} free`,
  over: (bytes) => `${bytes} too much`,
  sends: 'Sent by each GPU in a step',
  ratio: (times) => `${times} × DDP`,
  seconds: (seconds) => `${seconds} s at 25 GB/s`,
  again: 'Extra FLOPs of recomputation',
  flops: (tera) => `${tera} TFLOP in a step`,
  machine: (values, parameters, tokens) =>
    `${models[values.model]} (${parameters} parameters) on ${gpus[values.gpus]} × ${cardName(values)}, ${tokens} tokens a sequence.`,
  machineTitle: 'Another model, machine or recipe',
  offTask: 'The goal asks for the settings this lab starts with.',
  note: 'A card’s GB are read as 10⁹ bytes. Activations of embeddings and logits, and what the framework takes for itself, are not counted. 25 GB/s is one 200 Gbit/s network port for each GPU.',
  auditLead:
    'Each calculator prints a number that differs from the engine’s. Mark the line that is wrong, or say that none is. The marked line is then replaced by the engine’s, and the calculator runs again.',
  inputs: 'Inputs, all correct: ',
  prints: 'The calculator prints',
  fine: 'No line is wrong: another convention',
  notFine: 'A convention does not explain this difference. What is the ratio of the two numbers?',
  lineWasFine: (output) => `With the engine’s line in its place it still prints ${output}. That line was fine.`,
  calculators: {
    kv: {
      title: 'KV cache of Llama 2 7B, 4,096 tokens',
      engine: 'The engine says',
      why: 'A token leaves a key and a value, so the line lacks a factor of 2.',
    },
    adam: {
      title: 'States of 7.5 B parameters, one GPU, AdamW',
      engine: 'The engine, 2-byte gradients',
      why: '18 bytes a parameter or 16: fp32 or 16-bit gradients. Both are in use; say which you count.',
    },
    gqa: {
      title: 'KV cache of Llama 2 70B, 4,096 tokens',
      engine: 'The engine says',
      why: 'The model has 64 query heads but caches only 8 key-value heads, so the answer is 8 times too large.',
    },
    unit: {
      title: 'States of 7.5 B parameters, stage 2, 64 GPUs, AdamW',
      engine: 'The engine says',
      why: 'It divides by 10⁹ and writes GiB. A GiB is 2³⁰ bytes, 7.4% more.',
    },
  },
};

const zh: PlannerStrings = {
  params: {
    mode: '做什么',
    stage: 'ZeRO 阶段',
    recompute: '重算哪些激活值',
    batch: '微批次里的序列数',
    model: '模型',
    gpus: 'GPU 数量',
    card: '显卡，显存（GB）',
    sequence: '序列长度（token）',
    recipe: '一个梯度几字节',
    optimizer: '优化器',
    kv: '判断：Llama 2 7B 的缓存',
    adam: '判断：一张卡上的训练状态',
    gqa: '判断：Llama 2 70B 的缓存',
    unit: '判断：阶段 2 的训练状态',
  },
  options: {
    mode: { plan: '规划一次训练', audit: '审查计算器' },
    stage: stageNumbers,
    recompute: { none: '不重算', selective: '只重算注意力核心', full: '整层重算' },
    batch,
    model: models,
    gpus,
    card: cards,
    sequence,
    recipe: { zero: '2（ZeRO 论文）', hf: '4（Hugging Face）' },
    optimizer: { adamw: 'AdamW', adam8bit: '8 bit Adam', sgdm: 'SGD + 动量' },
    kv: zhJudgements,
    adam: zhJudgements,
    gqa: zhJudgements,
    unit: zhJudgements,
  },
  columns: {
    stage: '阶段',
    weights: '权重（GB）',
    gradients: '梯度（GB）',
    optimizer: '优化器（GB）',
    activations: '激活值（GB）',
    total: '合计（GB）',
    fits: '放得下',
    traffic: '发送（GB）',
    extra: '多算的 FLOPs（%）',
    calculator: '计算器',
    unit: '单位',
    prints: '输出',
    repaired: '换掉标出的那行后',
    engine: '引擎',
  },
  summary: (result, values) => {
    if (values.mode === 'audit') {
      const [right, all] = auditCount(result);
      return `${all} 个计算器里判断对了 ${right} 个。`;
    }
    const { chosen, capacity, fits, trafficRatio, extraFlops } = result;
    return `阶段 ${chosen.stage}：每张 GPU 占用 ${formatBytes(chosen.total)}，${fits ? '放得进' : '超出了'} ${formatBytes(capacity)} 的显存。每步发送 ${formatBytes(chosen.traffic)}，是普通数据并行的 ${formatFixed(trafficRatio, 2)} 倍；重算多花 ${formatPercent(extraFlops)} 的 FLOPs。`;
  },
  barsTitle: (card) => `一张 GPU 上放了什么；竖线是它的 ${card}`,
  stages: ['0 · 都不切分（DDP）', '1 · 切分优化器状态', '2 · 再切分梯度', '3 · 再切分权重（FSDP）'],
  parts: {
    weights: '权重',
    gradients: '梯度',
    optimizer: '优化器与 fp32 副本',
    activations: '激活值',
    again: '正在重算的一层',
  },
  holds: '每张 GPU 占用',
  free: (bytes) => `还剩 ${bytes}`,
  over: (bytes) => `超出 ${bytes}`,
  sends: '每张 GPU 每步发送',
  ratio: (times) => `DDP 的 ${times} 倍`,
  seconds: (seconds) => `按 25 GB/s 要 ${seconds} 秒`,
  again: '重算多花的 FLOPs',
  flops: (tera) => `每步 ${tera} TFLOP`,
  machine: (values, parameters, tokens) =>
    `${models[values.model]}（${parameters} 个参数），${gpus[values.gpus]} × ${cardName(values)}，每条序列 ${tokens} 个 token。`,
  machineTitle: '换模型、机器或精度方案',
  offTask: '目标要求的是本实验一开始的设置。',
  note: '显卡的 GB 按 10⁹ 字节计。嵌入层和 logits 的激活值、框架自身的占用没有算进去。25 GB/s 相当于每张 GPU 有一个 200 Gbit/s 的网口。',
  auditLead:
    '每个计算器输出的数都和引擎的不同。标出写错的那一行，或者判断一行都没错。标出的那行会换成引擎的写法，再算一遍。',
  inputs: '输入（都没有错）：',
  prints: '计算器输出',
  fine: '没有写错，只是口径不同',
  notFine: '口径不同解释不了这个差别。两个数之比是多少？',
  lineWasFine: (output) => `换成引擎的写法，输出仍是 ${output}。这一行没有错。`,
  calculators: {
    kv: {
      title: 'Llama 2 7B 的 KV 缓存，4,096 个 token',
      engine: '引擎的结果',
      why: '每个 token 要存一个键和一个值，这一行少乘了 2。',
    },
    adam: {
      title: '75 亿参数的训练状态，单卡，AdamW',
      engine: '引擎，梯度 2 字节',
      why: '每个参数 18 字节还是 16 字节，取决于梯度用 fp32 还是 16 位。两种都有人用，说清算的是哪一种就好。',
    },
    gqa: {
      title: 'Llama 2 70B 的 KV 缓存，4,096 个 token',
      engine: '引擎的结果',
      why: '模型有 64 个查询头，但只缓存 8 个键值头，所以结果大了 8 倍。',
    },
    unit: {
      title: '75 亿参数的训练状态，阶段 2，64 张卡，AdamW',
      engine: '引擎的结果',
      why: '除以的是 10⁹，写的却是 GiB。1 GiB 是 2³⁰ 字节，多 7.4%。',
    },
  },
};

export const strings = { en, zh };
