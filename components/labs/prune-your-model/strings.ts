import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatBytes, formatFixed, formatInteger, formatPercent } from '@/lib/format-number';
import type { params, Result } from './core';
import type { Method, Storage } from './masks';
import { plans, SAMPLE } from './tune';

type Strings = LabStrings<typeof params, Result> & {
  readonly plotTitle: string;
  readonly plotNote: (steps: number) => string;
  readonly press: string;
  readonly oneShot: string;
  readonly tuned: (steps: number) => string;
  readonly notTuned: string;
  readonly base: string;
  readonly uniform: string;
  readonly trigram: string;
  readonly lossAt: (percent: string) => string;
  readonly dense: (loss: string) => string;
  readonly masksTitle: (percent: string, all: string) => string;
  readonly masksNote: string;
  readonly mask: (name: string, percent: string) => string;
  readonly bytesTitle: string;
  readonly bytesNote: string;
  readonly storages: Readonly<Record<Storage, string>>;
  readonly notPossible: string;
  readonly onlyHalf: string;
  readonly sampleNote: string;
};

const tunedSteps = (steps: number) => steps * (plans.length + 1);

const en: Strings = {
  params: {
    method: 'What goes',
    sparsity: 'Sparsity of the pruned matrices',
    steps: 'Fine-tuning steps, mask kept',
    seed: 'Seed',
  },
  options: {
    method: { magnitude: 'smallest weights', random: 'random weights', 'two-of-four': '2 of every 4' },
  },
  format: { sparsity: (percent) => formatPercent(percent / 100), steps: (steps) => (steps === 0 ? 'one-shot' : '') },
  columns: { method: 'What goes', sparsity: 'Sparsity', oneShot: 'Loss, one-shot', tuned: 'Loss, fine-tuned' },
  summary: ({ sparsity, chosen, base, bytes, smallest }, { method, steps }) => {
    const what = { magnitude: 'the smallest weights', random: 'random weights', 'two-of-four': 'two of every four' }[
      method
    ];
    const size = `Setting ${what} to 0 empties ${formatPercent(sparsity)} of the attention and MLP matrices. The model takes ${formatBytes(bytes.dense ?? 0)} stored with its zeros and ${formatBytes(smallest)} at best.`;
    if (!chosen || base === null) return `${size} Its loss is not measured yet.`;
    const after =
      chosen.tuned === null
        ? `not measured with ${steps} steps yet`
        : `${formatFixed(chosen.tuned, 3)} after ${steps} steps`;
    return `${size} The validation loss goes from ${formatFixed(base, 3)} to ${formatFixed(chosen.oneShot, 3)} right after pruning, ${steps === 0 ? 'without fine-tuning' : after}.`;
  },
  work: ({ steps }) =>
    steps === 0
      ? 'Measure every sparsity, one-shot (about 1 s)'
      : `Measure every sparsity, ${formatInteger(tunedSteps(steps))} steps in all (about ${Math.ceil(tunedSteps(steps) / 900)} s for a small model)`,
  plotTitle: 'Validation loss against sparsity',
  plotNote: (steps) =>
    `Thin: right after pruning.${steps > 0 ? ` Thick: after ${steps} steps of fine-tuning.` : ''} A line that leaves at the top is worse than guessing.`,
  press: 'Press the button above to measure.',
  oneShot: 'One-shot',
  tuned: (steps) => `After ${steps} steps`,
  notTuned: 'not measured with these steps',
  base: 'unpruned',
  uniform: 'guessing',
  trigram: 'goal: counting three letters',
  lossAt: (percent) => `Loss at ${percent} sparsity`,
  dense: (loss) => `The unpruned model after the same steps: ${loss}.`,
  masksTitle: (percent, all) => `What is left: ${percent} of these matrices is 0, ${all} of the whole model`,
  masksNote:
    'Colour: sign and size of the weights that stay. Empty: 0. The number is the layer; wq, wk, wv and wo are its attention, fc1 and fc2 its MLP. Embeddings and head are not pruned.',
  mask: (name, percent) => `${name}: ${percent} zeros`,
  bytesTitle: 'What the whole model takes to store, in float32',
  bytesNote:
    'Zeros anywhere in a matrix do not make a dense kernel faster: it multiplies them like any number. Sparse tensor cores speed up 2:4; the rest needs kernels of its own and usually far more than half zeros.',
  storages: {
    dense: 'dense, zeros stored',
    csr: 'CSR: value + 4-byte column',
    bitmap: 'bitmap: 1 bit a weight + values',
    'two-of-four': '2:4: values + 2 bits each',
  },
  notPossible: 'pattern does not fit',
  onlyHalf: '2:4 is always 50%.',
  sampleNote: `Losses in this lab are measured on ${SAMPLE} validation names, the same each time.`,
};

const zh: Strings = {
  params: {
    method: '去掉哪些',
    sparsity: '被剪矩阵的稀疏度',
    steps: '微调步数（保持掩码）',
    seed: '随机种子',
  },
  options: {
    method: { magnitude: '最小的权重', random: '随机的权重', 'two-of-four': '每 4 个去 2 个' },
  },
  format: { sparsity: (percent) => formatPercent(percent / 100), steps: (steps) => (steps === 0 ? '不微调' : '') },
  columns: { method: '去掉哪些', sparsity: '稀疏度', oneShot: '刚剪完的损失', tuned: '微调后的损失' },
  summary: ({ sparsity, chosen, base, bytes, smallest }, { method, steps }) => {
    const what = { magnitude: '绝对值最小的权重', random: '随机选的权重', 'two-of-four': '每四个里较小的两个' }[method];
    const size = `把${what}设为 0，注意力和 MLP 的矩阵有 ${formatPercent(sparsity)} 是 0。连零一起存要 ${formatBytes(bytes.dense ?? 0)}，最省的存法要 ${formatBytes(smallest)}。`;
    if (!chosen || base === null) return `${size}损失还没有测。`;
    const after =
      chosen.tuned === null ? `微调 ${steps} 步后的还没有测` : `微调 ${steps} 步后是 ${formatFixed(chosen.tuned, 3)}`;
    return `${size}验证损失原来是 ${formatFixed(base, 3)}，刚剪完是 ${formatFixed(chosen.oneShot, 3)}，${steps === 0 ? '没有微调' : after}。`;
  },
  work: ({ steps }) =>
    steps === 0
      ? '测量每个稀疏度，不微调（大约 1 秒）'
      : `测量每个稀疏度，共微调 ${formatInteger(tunedSteps(steps))} 步（小模型大约 ${Math.ceil(tunedSteps(steps) / 900)} 秒）`,
  plotTitle: '验证损失随稀疏度的变化',
  plotNote: (steps) => `细线：刚剪完。${steps > 0 ? `粗线：微调 ${steps} 步之后。` : ''}从上边出去的线，比瞎猜还差。`,
  press: '按上面的按钮开始测量。',
  oneShot: '刚剪完',
  tuned: (steps) => `微调 ${steps} 步后`,
  notTuned: '这个步数还没有测',
  base: '未剪枝',
  uniform: '瞎猜',
  trigram: '目标：数三个字母',
  lossAt: (percent) => `稀疏度 ${percent} 时的损失`,
  dense: (loss) => `不剪枝、同样微调这些步：${loss}。`,
  masksTitle: (percent, all) => `剩下的权重：这些矩阵的 ${percent} 是 0，占整个模型的 ${all}`,
  masksNote:
    '颜色表示留下的权重的正负和大小，空白是 0。数字是第几层；wq、wk、wv、wo 属于注意力，fc1、fc2 属于 MLP。嵌入和输出层没有剪。',
  mask: (name, percent) => `${name}：${percent} 是 0`,
  bytesTitle: '整个模型存下来要多大（float32）',
  bytesNote:
    '零散的 0 不会让稠密矩阵乘法变快：它照样一个个地乘。2:4 能用稀疏张量核心（sparse tensor core）加速；其余的要专门的算子，通常还要远多于一半的 0。',
  storages: {
    dense: '稠密：零也存',
    csr: 'CSR：数值 + 4 字节列号',
    bitmap: '位图：每个权重 1 位 + 数值',
    'two-of-four': '2:4：数值 + 各 2 位',
  },
  notPossible: '不符合这种排列',
  onlyHalf: '2:4 固定是 50%。',
  sampleNote: `这里的损失都在同样的 ${SAMPLE} 个验证函数名上测量。`,
};

export const strings = { en, zh };
export type PruneStrings = Strings;

/** Colour of each way to prune, as stroke. */
export const strokes: Readonly<Record<Method, string>> = {
  magnitude: 'stroke-data-1',
  random: 'stroke-data-2',
  'two-of-four': 'stroke-data-4',
};
