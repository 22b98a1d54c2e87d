import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed, formatInteger, formatPercent } from '@/lib/format-number';
import { GOAL, matrices, type params, type Result } from './core';
import { FULL_RATE, STEPS } from './tuning';

type Strings = LabStrings<typeof params, Result> & {
  readonly foreign: string;
  readonly shape: (rows: number, columns: number) => string;
  readonly freshTitle: string;
  readonly oldTitle: string;
  readonly steps: string;
  readonly empty: string;
  readonly lora: string;
  readonly full: string;
  readonly before: string;
  readonly trigram: string;
  readonly method: string;
  readonly fresh: string;
  readonly old: string;
  readonly trained: string;
  readonly file: string;
  readonly removed: string;
  readonly gain: string;
  readonly gainText: (share: string) => string;
  readonly budget: (trainable: number, budget: number) => string;
  readonly note: string;
  readonly keepNote: string;
};

const names = Object.fromEntries(matrices.map((name) => [name, name]));
const choices = (values: readonly string[]) => Object.fromEntries(values.map((value) => [value, value]));
const ranks = choices(['1', '2', '4', '8']);
const rates = choices(['0.005', '0.01', '0.02', '0.04']);

const en: Strings = {
  params: { targets: 'Matrices with an adapter', rank: 'Rank r', rate: 'Learning rate of the adapter', seed: 'Seed' },
  options: { targets: names, rank: ranks, rate: rates },
  columns: { method: 'Trained', step: 'Step', fresh: 'Loss on new names', old: 'Loss on old names' },
  work: () => `Train the adapter and, beside it, every weight: ${STEPS} steps each, a few seconds`,
  summary: ({ usable, trainable, parameters, lora, full, gain }) => {
    if (!usable) return en.foreign;
    const size = `The adapter has ${formatInteger(trainable)} of ${formatInteger(parameters)} parameters to train.`;
    const [first, last, other] = [lora[0], lora.at(-1), full.at(-1)];
    if (trainable === 0) return 'No matrix has an adapter, so there is nothing to train.';
    if (!first || !last) return `${size} It has not been trained yet.`;
    const course = `The loss on new names went from ${formatFixed(first.fresh, 2)} to ${formatFixed(last.fresh, 2)}, on old names from ${formatFixed(first.old, 2)} to ${formatFixed(last.old, 2)}.`;
    return gain === null || !other
      ? `${size} ${course}`
      : `${size} ${course} That is ${formatGain(gain)} of what training every weight gains (${formatFixed(other.fresh, 2)} on new names, ${formatFixed(other.old, 2)} on old ones).`;
  },
  foreign: 'This model reads other tokens than letters, so it cannot learn these names. Choose another model.',
  shape: (rows, columns) => `${rows} × ${columns}`,
  freshTitle: 'Loss on new names: test_parse_date_raises',
  oldTitle: 'Loss on old names: parse_date_header',
  steps: `${STEPS} steps`,
  empty: 'Not trained yet',
  lora: 'LoRA',
  full: 'every weight',
  before: 'before',
  trigram: 'counting 3 letters',
  method: 'What is trained',
  fresh: 'new',
  old: 'old',
  trained: 'Trained',
  file: 'To store',
  removed: 'Adapter taken out',
  gain: 'Of what training every weight gains',
  gainText: (share) => `goal ${share}`,
  budget: (trainable, budget) => `${formatInteger(trainable)} trained, goal at most ${formatInteger(budget)}`,
  note: `Loss in nats per token. alpha = 2r; both runs see the same batches. Every weight is trained at ${FULL_RATE}, the best of the rates tried for it.`,
  keepNote:
    'Its validation loss is measured on function names, of which it has forgotten much. If you keep it, the other labs work on this model until you choose another.',
};

const zh: Strings = {
  params: { targets: '加适配器的矩阵', rank: '秩 r', rate: '适配器的学习率', seed: '随机种子' },
  options: { targets: names, rank: ranks, rate: rates },
  columns: { method: '训练对象', step: '步', fresh: '新名字的损失', old: '旧名字的损失' },
  work: () => `训练适配器，再对照训练全部权重：各 ${STEPS} 步，几秒钟`,
  summary: ({ usable, trainable, parameters, lora, full, gain }) => {
    if (!usable) return zh.foreign;
    const size = `适配器有 ${formatInteger(trainable)} 个可训练参数，模型共 ${formatInteger(parameters)} 个。`;
    const [first, last, other] = [lora[0], lora.at(-1), full.at(-1)];
    if (trainable === 0) return '没有一个矩阵加了适配器，没有可训练的东西。';
    if (!first || !last) return `${size}还没有训练。`;
    const course = `新名字的损失从 ${formatFixed(first.fresh, 2)} 到 ${formatFixed(last.fresh, 2)}，旧名字的从 ${formatFixed(first.old, 2)} 到 ${formatFixed(last.old, 2)}。`;
    return gain === null || !other
      ? `${size}${course}`
      : `${size}${course}这是训练全部权重所得改进的 ${formatGain(gain)}（全部权重：新 ${formatFixed(other.fresh, 2)}，旧 ${formatFixed(other.old, 2)}）。`;
  },
  foreign: '这个模型的 token 不是字母，学不了这些名字。请换一个模型。',
  shape: (rows, columns) => `${rows} × ${columns}`,
  freshTitle: '新名字的损失：test_parse_date_raises',
  oldTitle: '旧名字的损失：parse_date_header',
  steps: `${STEPS} 步`,
  empty: '还没有训练',
  lora: 'LoRA',
  full: '全部权重',
  before: '适配之前',
  trigram: '数三个字母',
  method: '训练什么',
  fresh: '新名字',
  old: '旧名字',
  trained: '可训练',
  file: '要存储',
  removed: '取下适配器',
  gain: '达到全量微调改进的',
  gainText: (share) => `目标 ${share}`,
  budget: (trainable, budget) => `可训练 ${formatInteger(trainable)} 个，目标不超过 ${formatInteger(budget)} 个`,
  note: `损失单位是 nat/token。alpha = 2r，两边看到的批次相同。全部权重用的学习率是 ${FULL_RATE}，试过的里面对它最好的一个。`,
  keepNote: '护照上的验证损失是在函数名上测的，这些它已经忘了不少。保存以后，其他实验都会用它，直到你换回来。',
};

export const strings = { en, zh };
export type LoraStrings = Strings;
export const GAIN_GOAL = formatPercent(GOAL.gain);

/** One decimal, so that 84.98% does not read as the goal of 85%. */
export function formatGain(share: number): string {
  return `${formatFixed(share * 100, 1)}%`;
}
