import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed, formatPercent, formatSignificant } from '@/lib/format-number';
import type { params, Result } from './core';

type Strings = LabStrings<typeof params, Result> & {
  readonly size: string;
  readonly bitsPerWeight: string;
  readonly ordinaryError: string;
  readonly quantized: string;
  readonly sizeParts: (size: Result['size']) => string;
  readonly heatMap: string;
  readonly heatMapNote: string;
  readonly rowLabel: string;
  readonly rowError: string;
  readonly outlierMark: string;
  readonly line: (count: number, group: boolean) => string;
  readonly before: string;
  readonly after: string;
  readonly levels: (used: number, all: number, step: string) => string;
  readonly inspect: string;
  readonly maxError: string;
  readonly bound: string;
  readonly meanSquare: string;
  readonly sqnr: string;
  readonly sqnrNote: string;
  readonly zeroed: string;
};

const en: Strings = {
  params: {
    bits: 'Bits per code',
    granularity: 'One scale for',
    scheme: 'Scheme',
    outlier: 'One weight grown ×',
    data: 'Weights',
    row: 'Row',
    column: 'Weight',
    seed: 'Seed',
  },
  options: {
    granularity: {
      tensor: 'whole matrix',
      row: 'each row',
      g32: '32 weights',
      g16: '16 weights',
      g8: '8 weights',
      g4: '4 weights',
    },
    scheme: { symmetric: 'absmax', affine: 'zero-point' },
    data: { matrix: 'matrix 8 × 64', vector: 'worked vector' },
  },
  columns: {
    index: 'Weight',
    weight: 'Original',
    code: 'Code',
    restored: 'Restored',
    error: 'Error',
    scale: 'Scale',
    zeroPoint: 'Zero point',
  },
  summary: ({ size, relativeError, zeroed }, { bits, outlier }) =>
    `${bits}-bit codes cost ${formatSignificant(size.total)} bits per weight with everything counted. The ordinary weights are off by ${formatPercent(relativeError)} and ${formatPercent(zeroed)} of them became 0${outlier > 1 ? `, with one weight grown ${outlier} times` : ''}.`,
  size: 'Size',
  bitsPerWeight: 'bits per weight',
  ordinaryError: 'error of the ordinary weights',
  quantized: 'yours',
  sizeParts: ({ codes, scales, zeroPoints }) =>
    `${codes} code + ${formatSignificant(scales)} scale${zeroPoints > 0 ? ` + ${formatSignificant(zeroPoints)} zero point` : ''}`,
  heatMap: 'Error of each weight, compared with the typical weight of its row',
  heatMapNote:
    'The stronger the colour, the larger the error beside the typical weight of the row. Lines are borders of groups.',
  rowLabel: 'Row',
  rowError: 'error',
  outlierMark: 'the grown weight',
  line: (count, group) => (group ? `The ${count} weights of this group` : `The ${count} weights of this row`),
  before: 'original',
  after: 'restored',
  levels: (used, all, step) => `${used} of ${all} levels in use here, ${step} apart`,
  inspect: 'Inspect weight',
  maxError: 'Largest error',
  bound: 'its bound, half a step',
  meanSquare: 'Mean squared error',
  sqnr: 'SQNR',
  sqnrNote: 'outlier included, so it flatters',
  zeroed: 'Ordinary weights now 0',
};

const zh: Strings = {
  params: {
    bits: '每个编码的位数',
    granularity: '多少权重共用一个缩放系数',
    scheme: '量化方式',
    outlier: '把一个权重放大 ×',
    data: '权重',
    row: '行',
    column: '第几个权重',
    seed: '随机种子',
  },
  options: {
    granularity: { tensor: '整个矩阵', row: '每行', g32: '每 32 个', g16: '每 16 个', g8: '每 8 个', g4: '每 4 个' },
    scheme: { symmetric: '对称（absmax）', affine: '非对称（zero-point）' },
    data: { matrix: '8 × 64 矩阵', vector: '课文里的向量' },
  },
  columns: {
    index: '序号',
    weight: '原值',
    code: '编码',
    restored: '还原值',
    error: '误差',
    scale: '缩放系数',
    zeroPoint: '零点',
  },
  summary: ({ size, relativeError, zeroed }, { bits, outlier }) =>
    `${bits} 位编码，连同缩放系数全部算上，每个权重占 ${formatSignificant(size.total)} 位。普通权重的相对误差为 ${formatPercent(relativeError)}，其中 ${formatPercent(zeroed)} 变成了 0${outlier > 1 ? `；有一个权重放大了 ${outlier} 倍` : ''}。`,
  size: '体积',
  bitsPerWeight: '位 / 权重',
  ordinaryError: '普通权重的相对误差',
  quantized: '当前',
  sizeParts: ({ codes, scales, zeroPoints }) =>
    `编码 ${codes} + 缩放系数 ${formatSignificant(scales)}${zeroPoints > 0 ? ` + 零点 ${formatSignificant(zeroPoints)}` : ''}`,
  heatMap: '每个权重的误差，与该行权重的典型大小相比',
  heatMapNote: '颜色越浓，误差相对该行权重的典型大小越大。竖线是分组的边界。',
  rowLabel: '行',
  rowError: '误差',
  outlierMark: '被放大的权重',
  line: (count, group) => (group ? `这一组的 ${count} 个权重` : `这一行的 ${count} 个权重`),
  before: '原值',
  after: '还原值',
  levels: (used, all, step) => `这里用到 ${all} 级中的 ${used} 级，级差 ${step}`,
  inspect: '查看权重',
  maxError: '最大误差',
  bound: '上界：半个级差',
  meanSquare: '均方误差（MSE）',
  sqnr: '信噪比（SQNR）',
  sqnrNote: '把离群值也算了进去，所以偏高',
  zeroed: '变成 0 的普通权重',
};

export const strings = { en, zh };

/** A weight with three decimals: rows line up and 0 reads as 0. */
export const formatWeight = (weight: number): string => formatFixed(weight, 3);
