import { formatFixed, formatPercent, formatSignificant } from '@/lib/format-number';
import { GOAL } from './core';
import { STEPS } from './schedule';
import type { BenchStrings } from './strings';
import { BATCH, CONSTANT_RATES } from './training';

const shapes = {
  constant: '恒定',
  linear: '线性',
  cosine: '余弦',
  wsd: '先平台后衰减（WSD）',
  restarts: '余弦，重启 2 次',
  inverse: '平方根倒数',
};

export const zh: BenchStrings = {
  params: {
    shape: '形状',
    peak: '峰值学习率',
    warmup: '预热步数',
    decayFrom: '从第几步开始衰减',
    floor: '下限，占峰值的比例',
    counting: '预热从几数起',
    seed: '随机种子',
  },
  options: {
    shape: shapes,
    counting: { zero: '从 0 数起（Transformers）', above: '从 1 数起（nanoGPT）' },
  },
  format: { floor: (value) => formatPercent(value, 0) },
  columns: {
    step: '步',
    rate: '学习率',
    mine: '你的调度的损失',
    ...Object.fromEntries(CONSTANT_RATES.map((rate) => [`constant${rate}`, `恒定 ${rate} 的损失`])),
  },
  summary: ({ gain, best, sum, outcome }, { shape, peak, warmup }) => {
    const schedule = `${shapes[shape]}，峰值 ${peak}，预热 ${warmup} 步，学习率总和 ${formatSignificant(sum)}。`;
    const loss = outcome?.mine.loss;
    if (gain === null || !best || loss === null || loss === undefined) {
      if (outcome) return `${schedule}正在训练。`;
      const low = best ? `恒定学习率里，${best.rate} 最后最低，是 ${formatFixed(best.loss, 3)}。` : '';
      return `${schedule}还没有训练。${low}`;
    }
    return `${schedule}最后的损失是 ${formatFixed(loss, 3)}，比最好的恒定学习率（${best.rate}，${formatFixed(best.loss, 3)}）${gain >= 0 ? '低' : '高'} ${formatFixed(Math.abs(gain), 3)}。`;
  },
  work: () => `用你的调度和 ${CONSTANT_RATES.length} 个恒定学习率各训练 ${STEPS} 步，要几秒`,
  rateTitle: '每一步的学习率',
  rateText: ({ rates }) =>
    `学习率从 ${formatSignificant(rates[0] ?? 0)} 开始，最高 ${formatSignificant(Math.max(...rates))}，最后是 ${formatSignificant(rates.at(-1) ?? 0)}。`,
  rateNote: '虚线：拿来比较的恒定学习率；橙色：其中最好的。',
  corner: (warmup, peak) => `预热在第 ${warmup} 步结束，学习率 ${peak}。可以拖动，也可以用方向键移动`,
  edge: (step) => `从第 ${step} 步开始衰减。可以拖动，也可以用方向键移动`,
  lossTitle: '验证损失（nat/token）',
  lossText: (result) =>
    `${result.outcome ? '你的调度和 ' : ''}${result.constants.length} 个恒定学习率的损失曲线${result.best ? `，其中最好的是 ${result.best.rate}，最后到 ${formatFixed(result.best.loss, 3)}` : ''}。`,
  waiting: '灰线：事先训练好的恒定学习率；橙线：其中最好的。训练之后，你的也会画上来。',
  waitingAll: '训练之后，这里会画出这个种子的曲线。',
  notYet: '还没有训练',
  mine: '你的',
  constant: (rate) => `恒定 ${rate}`,
  finalTitle: `每步 ${BATCH} 个名字，训练 ${STEPS} 步之后，在 1,024 个没见过的名字上`,
  run: '训练',
  loss: '损失',
  against: '与最好的恒定相比',
  best: '最好的恒定',
  difference: (value) => (Math.abs(value) < 0.0005 ? '0' : `${value > 0 ? '+' : ''}${formatFixed(value, 3)}`),
  needed: `目标是 ${formatFixed(-GOAL.gain, 2)}。`,
  brokeDown: '训练崩了',
  running: '…',
  more: '更多：预热的两种数法，以及下限',
  firstTitle: '同样的预热，两种数法',
  firstStep: '步',
  firstNote: (warmup) =>
    warmup === 0
      ? '没有预热，也就没有数法的差别。'
      : `Transformers 乘的是 k / ${warmup}：第 0 步算了梯度，却一点也不动。nanoGPT 乘的是 (k + 1) / ${warmup + 1}。两者都在第 ${warmup} 步到达峰值。`,
  transformers: 'Transformers',
  nanogpt: 'nanoGPT',
};
