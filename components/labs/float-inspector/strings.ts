import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatInteger, formatPercent } from '@/lib/format-number';
import type { ScaledGradients } from '@/lib/ml/quant/loss-scaling';
import type { params, Result } from './core';
import type { Source } from './gradients';
import { powerOfTwo, writePlain } from './number-text';
import type { Outcome } from './reading';

type Strings = LabStrings<typeof params, Result> & {
  readonly examples: string;
  readonly unreadable: string;
  readonly bits: (format: string) => string;
  readonly bitsHint: string;
  readonly sign: string;
  readonly exponent: (bits: number) => string;
  readonly fraction: (bits: number) => string;
  readonly bit: (place: string, index: number, on: boolean) => string;
  readonly subnormalNote: string;
  readonly formatsTitle: string;
  readonly formatColumn: string;
  readonly stored: string;
  readonly error: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly neighbours: (format: string, gap: string | null) => string;
  readonly typed: string;
  readonly none: string;
  readonly gradientsTitle: string;
  readonly gradientsNote: (names: string, tokens: string) => string;
  readonly sources: Readonly<Record<Source, string>>;
  readonly fate: (fate: ScaledGradients) => string;
  readonly zones: readonly [lost: string, subnormal: string, full: string];
  readonly ranges: string;
  readonly rangesNote: string;
  readonly lostColumn: string;
  readonly overflowColumn: string;
};

const formats = { fp32: 'fp32', bf16: 'bf16', fp16: 'fp16', e5m2: 'fp8 e5m2', e4m3fn: 'fp8 e4m3' };
const share = (count: number, of: number) => formatPercent(of === 0 ? 0 : count / of, 2);

const en: Strings = {
  params: { value: 'A number, or a sum of two', format: 'Format', scale: 'Loss scale' },
  options: { format: formats },
  format: { scale: (log) => `× ${powerOfTwo(log)} = ${formatInteger(2 ** log)}` },
  columns: {
    format: 'Format',
    stored: 'Stored',
    error: 'Relative error',
    below: 'Next below',
    above: 'Next above',
    bits: 'Bits',
    underflow: 'Gradients now 0',
    subnormal: 'Subnormal gradients',
    overflow: 'Gradients overflowed',
  },
  summary: ({ readings, fates, typed }, { value, format, scale }) => {
    const reading = readings.find(({ id }) => id === format);
    const fate = fates[format];
    const what =
      typed === 'NaN' ? `“${value}” is not a number` : `${value} becomes ${writePlain(reading?.stored ?? 0)}`;
    return `In ${formats[format]}, ${what}. With the loss scaled by ${powerOfTwo(scale)}, ${share(fate.underflow, fate.nonZero)} of the recorded gradients become 0 and ${formatInteger(fate.overflow)} overflow there; in bf16, ${share(fates.bf16.underflow, fates.bf16.nonZero)} and ${formatInteger(fates.bf16.overflow)}.`;
  },
  examples: 'Try',
  unreadable: 'Write a number such as 0.1, 1e-8, 2^-24 or inf, a sum such as 2048 + 1, or bits such as 0x3c01.',
  bits: (format) => `Bits in ${format}`,
  bitsHint: 'Press a bit to flip it. Arrow keys move along.',
  sign: 'sign',
  exponent: (bits) => `exponent, ${bits} bits`,
  fraction: (bits) => `fraction, ${bits} bits`,
  bit: (place, index, on) => `${place}, bit ${index}: ${on ? 1 : 0}`,
  subnormalNote: 'subnormal: the exponent is at its least, so no leading 1 and fewer digits',
  formatsTitle: 'What each format keeps',
  formatColumn: 'Format',
  stored: 'stored',
  error: 'relative error',
  outcomes: {
    exact: 'exact',
    rounded: 'rounded',
    subnormal: 'subnormal, fewer bits',
    saturated: 'too large: cut to max',
    underflow: 'too small: 0',
    overflow: 'too large: ∞',
    nan: 'not a number',
  },
  neighbours: (format, gap) => `Neighbours in ${format}${gap === null ? '' : `, in steps of ${gap} from here on`}`,
  typed: 'typed',
  none: 'none',
  gradientsTitle: 'Gradients of one batch',
  gradientsNote: (names, tokens) =>
    `Recorded from a tiny GPT after 500 training steps: ${names} names, ${tokens} tokens, mean loss. Sideways: the size of a gradient, as a power of two; upward: how many are of that size. The scale moves all of them to the right. Colours: what the chosen format makes of them.`,
  sources: { logits: 'at the logits', weights: 'of the weights' },
  fate: ({ underflow, subnormal, overflow, nonZero }) =>
    `${formatInteger(nonZero)}: ${share(underflow, nonZero)} become 0, ${share(subnormal, nonZero)} subnormal, ${formatInteger(overflow)} overflow`,
  zones: ['becomes 0 or overflows', 'subnormal', 'full precision'],
  ranges: 'Ranges of the formats',
  rangesNote: 'Solid: full precision. Light: subnormal. An arrow: the range goes on beyond the picture.',
  lostColumn: 'now 0',
  overflowColumn: 'overflow',
};

const zh: Strings = {
  params: { value: '一个数，或两数之和', format: '格式', scale: '损失缩放（loss scale）' },
  options: { format: formats },
  format: { scale: (log) => `× ${powerOfTwo(log)} = ${formatInteger(2 ** log)}` },
  columns: {
    format: '格式',
    stored: '存成',
    error: '相对误差',
    below: '下一个更小的数',
    above: '下一个更大的数',
    bits: '二进制位',
    underflow: '变成 0 的梯度',
    subnormal: '次正规的梯度',
    overflow: '溢出的梯度',
  },
  summary: ({ readings, fates, typed }, { value, format, scale }) => {
    const reading = readings.find(({ id }) => id === format);
    const fate = fates[format];
    const what = typed === 'NaN' ? `“${value}”不是一个数` : `${value} 存成 ${writePlain(reading?.stored ?? 0)}`;
    return `在 ${formats[format]} 里，${what}。损失放大 ${powerOfTwo(scale)} 倍时，记录的梯度有 ${share(fate.underflow, fate.nonZero)} 变成 0，${formatInteger(fate.overflow)} 个溢出；换成 bf16，则是 ${share(fates.bf16.underflow, fates.bf16.nonZero)} 和 ${formatInteger(fates.bf16.overflow)} 个。`;
  },
  examples: '试试',
  unreadable:
    '请写一个数，例如 0.1、1e-8、2^-24 或 inf；也可以写两数之和，例如 2048 + 1；或者直接写二进制位，例如 0x3c01。',
  bits: (format) => `${format} 的各个位`,
  bitsHint: '点一个位就能翻转它，方向键左右移动。',
  sign: '符号',
  exponent: (bits) => `指数，${bits} 位`,
  fraction: (bits) => `尾数，${bits} 位`,
  bit: (place, index, on) => `${place}，第 ${index} 位：${on ? 1 : 0}`,
  subnormalNote: '次正规数：指数已到最小，没有隐含的 1，有效位变少',
  formatsTitle: '每种格式留下什么',
  formatColumn: '格式',
  stored: '存成',
  error: '相对误差',
  outcomes: {
    exact: '精确',
    rounded: '舍入',
    subnormal: '次正规，位数变少',
    saturated: '太大：截到最大值',
    underflow: '太小：变成 0',
    overflow: '太大：变成 ∞',
    nan: '不是数',
  },
  neighbours: (format, gap) => `${format} 里左右相邻的数${gap === null ? '' : `，从这里往外步长 ${gap}`}`,
  typed: '输入',
  none: '没有',
  gradientsTitle: '一个批次的梯度',
  gradientsNote: (names, tokens) =>
    `从训练了 500 步的小 GPT 记录：${names} 个函数名，${tokens} 个 token，损失取平均。横向是梯度的大小（2 的幂），纵向是有多少个这么大；缩放把它们整体右移。颜色表示所选格式会怎样存它们。`,
  sources: { logits: 'logits 上的梯度', weights: '权重的梯度' },
  fate: ({ underflow, subnormal, overflow, nonZero }) =>
    `共 ${formatInteger(nonZero)} 个：${share(underflow, nonZero)} 变成 0，${share(subnormal, nonZero)} 是次正规数，${formatInteger(overflow)} 个溢出`,
  zones: ['变成 0 或溢出', '次正规', '全精度'],
  ranges: '各种格式的范围',
  rangesNote: '实色：全精度。浅色：次正规。箭头：范围超出了这张图。',
  lostColumn: '变成 0',
  overflowColumn: '溢出',
};

export const strings = { en, zh };
export type InspectorStrings = Strings;
