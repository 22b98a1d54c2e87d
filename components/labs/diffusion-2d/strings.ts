import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed, formatPercent } from '@/lib/format-number';
import type { params, Result } from './core';

type Strings = LabStrings<typeof params, Result> & {
  readonly plotTitle: (step: number, time: number) => string;
  readonly level: (signal: number, noise: number) => string;
  readonly plotLabel: (result: Result) => string;
  readonly keySamples: string;
  readonly keyTruth: string;
  readonly keyArrows: string;
  readonly sure: string;
  readonly spread: string;
  readonly distance: string;
  readonly calls: string;
  readonly against: (truth: string, goal: string) => string;
  readonly perStep: (steps: number, calls: number, most: number) => string;
  readonly shares: string;
  readonly sharesNote: string;
  readonly modeName: (label: string, x: number, y: number) => string;
  readonly scheduleTitle: string;
  readonly scheduleNote: (left: string, gap: string) => string;
};

const two = (value: number) => formatFixed(value, 2);

const en: Strings = {
  params: {
    steps: 'Steps',
    guidance: 'Guidance scale w',
    sampler: 'Sampler',
    target: 'Class to draw',
    schedule: 'Noise schedule',
    step: 'Step',
    seed: 'Seed',
  },
  options: {
    sampler: { ddim: 'DDIM', ddpm: 'DDPM' },
    target: { A: 'A', B: 'B', C: 'C', all: 'no class' },
    schedule: { sd: 'Stable Diffusion', linear: 'linear (DDPM)', cosine: 'cosine' },
  },
  format: {
    steps: (steps) => `about ${Math.round(1000 / steps)} of the 1,000 noise levels a step`,
    guidance: (w) =>
      w === 0
        ? 'ignores the class'
        : w === 1
          ? 'the class as it is'
          : w < 1
            ? 'only partly heeds the class'
            : 'the class, exaggerated',
  },
  columns: {
    step: 'Step',
    time: 't',
    alphaBar: 'ᾱ',
    signal: '√ᾱ',
    noise: '√(1−ᾱ)',
    meanX: 'Mean x',
    meanY: 'Mean y',
    spread: 'Std of all samples',
  },
  summary: ({ final, ideal, distance, floor, step, last }, { guidance, target, steps, sampler }) => {
    const shares = final.shares.map((share) => formatPercent(share, 0)).join(' : ');
    const truth = ideal.shares.map((share) => formatPercent(share, 0)).join(' : ');
    const what = target === 'all' ? 'all data' : `class ${target} at w = ${guidance}`;
    const sure = target === 'all' ? '' : ` ${formatPercent(final.sure)} are unmistakable;`;
    return `${steps} ${sampler === 'ddim' ? 'DDIM' : 'DDPM'} steps draw ${what}:${sure} inside the modes they keep ${formatPercent(final.spread)} of the true spread, the modes get ${shares} (data ${truth}), distance to the data ${two(distance)} (two draws of the data: ${two(floor)}).${step < last ? ` Shown: step ${step}.` : ''}`;
  },
  plotTitle: (step, time) => (time < 0 ? `Step ${step}: finished` : `Step ${step}, noise level t = ${time}`),
  level: (signal, noise) => `x = ${two(signal)}·data + ${two(noise)}·noise`,
  plotLabel: ({ step, last, levels }) => {
    const level = levels[step];
    return `Step ${step} of ${last}: samples centred at (${two(level?.mean[0] ?? 0)}, ${two(level?.mean[1] ?? 0)}), standard deviation ${two(level?.spread ?? 0)}, over the true data noised to the same level`;
  },
  keySamples: 'samples, with 14 paths',
  keyTruth: 'true data at this noise level; rings: 2 standard deviations of each mode',
  keyArrows: '→ guided score',
  sure: 'Unmistakable (p ≥ 0.9)',
  spread: 'Spread inside the modes',
  distance: 'Distance to the data',
  calls: 'Score evaluations',
  against: (truth, goal) => `data ${truth} · goal ${goal}`,
  perStep: (steps, calls, most) => `${steps} steps × ${calls} · goal ≤ ${most} steps`,
  shares: 'Where the samples went',
  sharesNote: 'Mark: where as many true samples went.',
  modeName: (label, x, y) => `${label}, ${y > 0 ? 'upper' : 'lower'} ${x > 0 ? 'right' : 'left'}`,
  scheduleTitle: 'Signal left, √ᾱ',
  scheduleNote: (left, gap) =>
    `At t = 999 training still saw ${left} of the signal. Sampling starts from pure noise, so its centre is off by ${gap}; in a schedule that ends in pure noise (zero terminal SNR) it would be 0. Dashed: the other schedules.`,
};

const zh: Strings = {
  params: {
    steps: '步数',
    guidance: '引导强度 w',
    sampler: '采样器',
    target: '要画的类别',
    schedule: '噪声调度（noise schedule）',
    step: '步',
    seed: '随机种子',
  },
  options: {
    sampler: { ddim: 'DDIM', ddpm: 'DDPM' },
    target: { A: 'A', B: 'B', C: 'C', all: '不指定' },
    schedule: { sd: 'Stable Diffusion', linear: '线性（DDPM）', cosine: '余弦' },
  },
  format: {
    steps: (steps) => `1,000 个噪声级，每步跨约 ${Math.round(1000 / steps)} 级`,
    guidance: (w) =>
      w === 0 ? '完全不理会类别' : w === 1 ? '类别本来的样子' : w < 1 ? '只听一部分' : '把类别的特征放大',
  },
  columns: {
    step: '步',
    time: 't',
    alphaBar: 'ᾱ',
    signal: '√ᾱ',
    noise: '√(1−ᾱ)',
    meanX: '均值 x',
    meanY: '均值 y',
    spread: '全部样本的标准差',
  },
  summary: ({ final, ideal, distance, floor, step, last }, { guidance, target, steps, sampler }) => {
    const shares = final.shares.map((share) => formatPercent(share, 0)).join(' : ');
    const truth = ideal.shares.map((share) => formatPercent(share, 0)).join(' : ');
    const what = target === 'all' ? '全部数据' : `类别 ${target}（w = ${guidance}）`;
    const sure = target === 'all' ? '' : `${formatPercent(final.sure)} 的样本一眼可辨；`;
    return `${sampler === 'ddim' ? 'DDIM' : 'DDPM'} 用 ${steps} 步画${what}：${sure}峰内的散布是真实数据的 ${formatPercent(final.spread)}，各峰分到 ${shares}（数据是 ${truth}），与数据的距离 ${two(distance)}（两批真实数据之间 ${two(floor)}）。${step < last ? `图上是第 ${step} 步。` : ''}`;
  },
  plotTitle: (step, time) => (time < 0 ? `第 ${step} 步：完成` : `第 ${step} 步，噪声级 t = ${time}`),
  level: (signal, noise) => `x = ${two(signal)}·数据 + ${two(noise)}·噪声`,
  plotLabel: ({ step, last, levels }) => {
    const level = levels[step];
    return `第 ${step} 步，共 ${last} 步：样本中心在（${two(level?.mean[0] ?? 0)}，${two(level?.mean[1] ?? 0)}），标准差 ${two(level?.spread ?? 0)}；底下是加噪到同一级的真实数据`;
  },
  keySamples: '样本，另画 14 条轨迹',
  keyTruth: '加噪到这一级的真实数据；圆环：每个峰的 2 个标准差',
  keyArrows: '→ 引导后的分数（score）',
  sure: '一眼可辨（p ≥ 0.9）',
  spread: '峰内的散布',
  distance: '与数据的距离',
  calls: '分数计算次数',
  against: (truth, goal) => `数据 ${truth} · 目标 ${goal}`,
  perStep: (steps, calls, most) => `${steps} 步 × ${calls} · 目标 ≤ ${most} 步`,
  shares: '样本落在哪里',
  sharesNote: '竖线：同样多的真实数据落在哪里。',
  modeName: (label, x, y) => `${label}，${x > 0 ? '右' : '左'}${y > 0 ? '上' : '下'}`,
  scheduleTitle: '剩下的信号 √ᾱ',
  scheduleNote: (left, gap) =>
    `到 t = 999，训练时仍看得到 ${left} 的信号。采样却从纯噪声出发，中心因此偏了 ${gap}；末端信噪比为零（zero terminal SNR）时偏差才是 0。虚线是另外两种调度。`,
};

export const strings = { en, zh };
export type DiffusionStrings = Strings;
