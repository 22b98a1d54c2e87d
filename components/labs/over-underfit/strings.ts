import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatInteger, formatSignificant } from '@/lib/format-number';
import type { params, Result, Values, Verdict } from './core';
import { LAST } from './training';

type Strings = LabStrings<typeof params, Result> & {
  readonly fitTitle: string;
  readonly fitText: (result: Result, values: Values) => string;
  readonly truth: string;
  readonly model: string;
  readonly trainPoints: string;
  readonly validationPoints: string;
  readonly errorTitle: string;
  readonly errorText: (result: Result) => string;
  readonly errorNote: string;
  readonly train: string;
  readonly validation: string;
  readonly plain: string;
  readonly goalLine: (error: string) => string;
  readonly noiseLine: (error: string) => string;
  readonly stepAxis: (last: number) => string;
  readonly play: string;
  readonly pause: string;
  readonly toBest: (step: number) => string;
  readonly toEnd: string;
  readonly stepNow: (step: number) => string;
  readonly verdict: (verdict: Verdict) => string;
  readonly norm: string;
  readonly test: string;
  readonly testClosed: string;
  readonly testNote: string;
};

const short = (value: number) => formatSignificant(value, 3);
const decays = { '0': '0', '0.001': '0.001', '0.01': '0.01', '0.1': '0.1', '1': '1', '10': '10' };

const enVerdict = {
  under: 'Underfitting: even the training error is high. More capacity or less regularization, not more data.',
  over: 'Overfitting: training error low, validation error far above what is within reach.',
  fine: 'About right: the validation error is close to the best within reach.',
};
const zhVerdict = {
  under: '欠拟合：连训练误差都高。该加容量或减正则，加数据没用。',
  over: '过拟合：训练误差低，验证误差却远高于做得到的水平。',
  fine: '差不多：验证误差接近做得到的最好水平。',
};

const en: Strings = {
  params: {
    degree: 'Degree of the polynomial',
    decay: 'Weight decay λ (L2)',
    dropout: 'Dropout rate p',
    checkpoint: 'Checkpoint',
    seed: 'Seed of the data',
  },
  options: { decay: decays },
  columns: { step: 'step', train: 'training error', validation: 'validation error', plain: 'validation, plain' },
  summary: ({ shown, verdict }, { degree, decay, dropout }) =>
    `Degree ${degree}, λ = ${decay}, p = ${dropout}, step ${formatInteger(shown.step)}: training error ${short(shown.train)}, validation error ${short(shown.validation)}. ${enVerdict[verdict]}`,
  fitTitle: 'The curve',
  fitText: ({ shown }, { degree }) =>
    `Polynomial of degree ${degree} after ${formatInteger(shown.step)} steps, over 12 training points, 40 validation points and the true curve, a sine.`,
  truth: 'true curve',
  model: 'polynomial',
  trainPoints: 'training',
  validationPoints: 'validation',
  errorTitle: 'Mean squared error, by training step',
  errorText: ({ run, best }) =>
    `From step 0 to ${formatInteger(run[LAST]?.step ?? 0)} the training error goes from ${short(run[0]?.train ?? 0)} to ${short(run[LAST]?.train ?? 0)}, the validation error from ${short(run[0]?.validation ?? 0)} to ${short(run[LAST]?.validation ?? 0)}, lowest at step ${formatInteger(best.step)} with ${short(best.validation)}.`,
  errorNote: 'Both axes are logarithmic. Press anywhere to look at that checkpoint.',
  train: 'training',
  validation: 'validation',
  plain: 'validation, λ = p = 0',
  goalLine: (error) => `goal ${error}`,
  noiseLine: (error) => `noise ${error}`,
  stepAxis: (last) => `step ${formatInteger(last)}`,
  play: 'Play',
  pause: 'Pause',
  toBest: (step) => `Best: step ${formatInteger(step)}`,
  toEnd: 'Last step',
  stepNow: (step) => `step ${formatInteger(step)}`,
  verdict: (verdict) => enVerdict[verdict],
  norm: 'Size of the weights ‖w‖',
  test: 'Test error',
  testClosed: 'sealed',
  testNote: 'Opened once the goal is met: whoever chooses by it has no test set left.',
};

const zh: Strings = {
  params: {
    degree: '多项式阶数',
    decay: '权重衰减 λ（L2）',
    dropout: 'Dropout 比例 p',
    checkpoint: '检查点',
    seed: '数据的随机种子',
  },
  options: { decay: decays },
  columns: { step: '步', train: '训练误差', validation: '验证误差', plain: '验证误差（不加正则）' },
  summary: ({ shown, verdict }, { degree, decay, dropout }) =>
    `${degree} 阶，λ = ${decay}，p = ${dropout}，第 ${formatInteger(shown.step)} 步：训练误差 ${short(shown.train)}，验证误差 ${short(shown.validation)}。${zhVerdict[verdict]}`,
  fitTitle: '拟合的曲线',
  fitText: ({ shown }, { degree }) =>
    `训练 ${formatInteger(shown.step)} 步后的 ${degree} 阶多项式；另有 12 个训练点、40 个验证点和真实曲线（正弦）。`,
  truth: '真实曲线',
  model: '多项式',
  trainPoints: '训练点',
  validationPoints: '验证点',
  errorTitle: '均方误差随训练步数的变化',
  errorText: ({ run, best }) =>
    `从第 0 步到第 ${formatInteger(run[LAST]?.step ?? 0)} 步，训练误差从 ${short(run[0]?.train ?? 0)} 变到 ${short(run[LAST]?.train ?? 0)}，验证误差从 ${short(run[0]?.validation ?? 0)} 变到 ${short(run[LAST]?.validation ?? 0)}，第 ${formatInteger(best.step)} 步最低，为 ${short(best.validation)}。`,
  errorNote: '两条轴都是对数刻度。点图上任意处，就看那个检查点。',
  train: '训练',
  validation: '验证',
  plain: '验证，λ = p = 0',
  goalLine: (error) => `目标 ${error}`,
  noiseLine: (error) => `噪声 ${error}`,
  stepAxis: (last) => `第 ${formatInteger(last)} 步`,
  play: '播放',
  pause: '暂停',
  toBest: (step) => `最低点：第 ${formatInteger(step)} 步`,
  toEnd: '最后一步',
  stepNow: (step) => `第 ${formatInteger(step)} 步`,
  verdict: (verdict) => zhVerdict[verdict],
  norm: '权重的大小 ‖w‖',
  test: '测试误差',
  testClosed: '未开封',
  testNote: '达成目标后才打开：谁拿它做选择，谁就没有测试集了。',
};

export const strings = { en, zh };
export type FitStrings = Strings;
