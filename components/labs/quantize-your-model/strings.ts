import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatBytes, formatFixed, formatSignificant } from '@/lib/format-number';
import { GOAL, type params, type Result } from './core';
import { SAMPLE } from './losses';

type Strings = LabStrings<typeof params, Result> & {
  readonly plotTitle: string;
  readonly plotNote: string;
  readonly measuring: string;
  readonly code: (bits: number) => string;
  readonly fp32: string;
  readonly goalLine: string;
  readonly uniform: string;
  readonly trigram: string;
  readonly atWidth: (bits: string) => string;
  readonly bitsPerWeight: string;
  readonly size: string;
  readonly loss: string;
  readonly matricesTitle: string;
  readonly matricesNote: string;
  readonly matrix: string;
  readonly zeroed: string;
  readonly error: string;
  readonly sampleNote: string;
};

const increaseText = (increase: number) => `${increase < 0 ? '−' : '+'}${formatFixed(Math.abs(increase), 3)}`;

const en: Strings = {
  params: {
    bits: 'Bits per code',
    group: 'One scale for',
    outlier: 'One weight × 50',
    scheme: 'Scheme',
  },
  options: {
    group: { tensor: 'each matrix', row: 'each row', g16: '16 weights', g8: '8 weights' },
    scheme: { symmetric: 'absmax', affine: 'zero-point', nf4: 'NF4 (4 bits)' },
  },
  columns: {
    group: 'One scale for',
    bits: 'Code bits',
    bitsPerWeight: 'Bits per weight',
    loss: 'Validation loss',
    increase: 'Increase',
  },
  summary: ({ chosen, base }, { group, outlier }) => {
    const size = `${chosen.bits}-bit codes with ${{ tensor: 'one scale a matrix', row: 'one scale a row', g16: 'a scale for every 16 weights', g8: 'a scale for every 8 weights' }[group]} cost ${formatSignificant(chosen.bitsPerWeight)} bits per weight, ${formatBytes(chosen.bytes)} in all.`;
    if (chosen.loss === null || base === null || chosen.increase === null) return `${size} The loss is being measured.`;
    return `${size} The validation loss goes from ${formatFixed(base, 3)} to ${formatFixed(chosen.loss, 3)} (${increaseText(chosen.increase)})${outlier ? ', with one weight grown 50 times' : ''}.`;
  },
  plotTitle: 'Validation loss against bits per code',
  plotNote: 'Lower is better. A line that leaves at the top is worse than guessing.',
  measuring: 'Measuring the loss of each width…',
  code: (bits) => `${bits}`,
  fp32: 'float32',
  goalLine: `goal: +${GOAL.increase}`,
  uniform: 'guessing',
  trigram: 'counting three letters',
  atWidth: (bits) => `With ${bits}-bit codes`,
  bitsPerWeight: 'bits / weight',
  size: 'size',
  loss: 'loss',
  matricesTitle: 'What each matrix loses',
  matricesNote: 'Relative error: ‖W − Ŵ‖ ÷ ‖W‖. The grown weight sits in wpe, the position embedding.',
  matrix: 'Matrix',
  zeroed: 'weights now 0',
  error: 'relative error',
  sampleNote: `A code is the small integer stored in place of a weight; with its scale it gives the weight back, rounded. Losses in this lab are measured on ${SAMPLE} validation names, the same each time. Scales are stored in half precision and counted.`,
};

const zh: Strings = {
  params: {
    bits: '每个编码的位数',
    group: '多少权重共用一个缩放系数',
    outlier: '把一个权重放大 50 倍',
    scheme: '量化方式',
  },
  options: {
    group: { tensor: '整个矩阵', row: '每行', g16: '每 16 个', g8: '每 8 个' },
    scheme: { symmetric: '对称（absmax）', affine: '非对称（zero-point）', nf4: 'NF4（4 位）' },
  },
  columns: {
    group: '共用范围',
    bits: '编码位数',
    bitsPerWeight: '位 / 权重',
    loss: '验证损失',
    increase: '上升',
  },
  summary: ({ chosen, base }, { group, outlier }) => {
    const size = `${chosen.bits} 位编码、${{ tensor: '每个矩阵一个缩放系数', row: '每行一个缩放系数', g16: '每 16 个权重一个缩放系数', g8: '每 8 个权重一个缩放系数' }[group]}，每个权重共占 ${formatSignificant(chosen.bitsPerWeight)} 位，整个模型 ${formatBytes(chosen.bytes)}。`;
    if (chosen.loss === null || base === null || chosen.increase === null) return `${size}损失正在测量。`;
    return `${size}${outlier ? '有一个权重放大了 50 倍；' : ''}验证损失从 ${formatFixed(base, 3)} 变为 ${formatFixed(chosen.loss, 3)}（${increaseText(chosen.increase)}）。`;
  },
  plotTitle: '验证损失随编码位数的变化',
  plotNote: '越低越好。从上边出去的线，比瞎猜还差。',
  measuring: '正在逐个位数测量损失……',
  code: (bits) => `${bits}`,
  fp32: 'float32',
  goalLine: `目标：+${GOAL.increase}`,
  uniform: '瞎猜',
  trigram: '数三个字母',
  atWidth: (bits) => `${bits} 位编码时`,
  bitsPerWeight: '位 / 权重',
  size: '大小',
  loss: '损失',
  matricesTitle: '每个矩阵损失了什么',
  matricesNote: '相对误差：‖W − Ŵ‖ ÷ ‖W‖。放大的那个权重在位置嵌入 wpe 里。',
  matrix: '矩阵',
  zeroed: '变成 0 的权重',
  error: '相对误差',
  sampleNote: `编码（code）是代替权重存下来的小整数，配上缩放系数就还原出舍入过的权重。这里的损失都在同样的 ${SAMPLE} 个验证函数名上测量。缩放系数以半精度存储，也算进大小。`,
};

export const strings = { en, zh };
export type QuantizeStrings = Strings;
export { increaseText };
