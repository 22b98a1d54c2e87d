import type { LabStrings } from '@/components/labs/frame/lab-types';
import { type core, onlyKeysMoved, type Result } from './core';

type Strings = LabStrings<typeof core.params, Result> & {
  readonly token: (n: number) => string;
  readonly matrices: string;
  readonly query: string;
  readonly key: string;
  readonly value: string;
  /** Accessible name of one cell. */
  readonly cell: (matrix: string, row: number, column: number) => string;
  readonly pinRow: (n: number) => string;
  readonly planeTitle: string;
  readonly planeNote: string;
  readonly planeText: (result: Result, row: number) => string;
  readonly weights: string;
  readonly weightsNote: string;
  readonly readsFrom: string;
  readonly out: string;
  readonly valueTitle: string;
  readonly valueNote: string;
  readonly valueText: (result: Result, row: number) => string;
  readonly ledger: (n: number) => string;
  readonly steps: {
    readonly product: string;
    readonly scaled: string;
    readonly unscaled: string;
    readonly masked: string;
    readonly exponential: string;
    readonly weight: string;
    readonly contribution: string;
  };
  readonly hidden: string;
  readonly sum: string;
  readonly startMark: string;
  readonly yourHead: string;
  readonly loading: string;
  readonly yourHeadNote: (width: number) => string;
  /** Accessible name of a row, then what stands in it. `place` counts from 1, the boundary. */
  readonly pickRow: (character: string, place: number, says: string) => string;
  readonly headText: (character: string, most: string, weight: string) => string;
  readonly queryOf: (character: string, numbers: string) => string;
  readonly keyOf: (character: string, numbers: string) => string;
  readonly ledgerHead: {
    readonly key: string;
    readonly vector: string;
    readonly product: string;
    readonly score: (width: number) => string;
    readonly weight: string;
  };
};

const heads = { '1': '1', '2': '2', '3': '3', '4': '4' };
const two = (value: number | undefined) => (value ?? 0).toFixed(2);

function strongest(weights: readonly number[]): number {
  return weights.indexOf(Math.max(...weights)) + 1;
}

const en: Strings = {
  params: {
    q: 'Queries Q',
    k: 'Keys K',
    v: 'Values V',
    causal: 'Causal mask: no token sees the ones after it',
    scaled: 'Divide scores by √d',
    row: 'Token written out',
    name: 'A function name',
    head: 'Head of the first layer',
  },
  options: { head: heads },
  columns: {
    query: 'query',
    key: 'key',
    product: 'q·k',
    score: 'score',
    visible: 'visible',
    weight: 'weight',
    startWeight: 'weight at the start',
  },
  summary: (result, values) => {
    const row = result.weights[values.row - 1] ?? [];
    const out = result.out[values.row - 1] ?? [];
    const copy = result.weights[2]?.[0] ?? 0;
    return (
      `Token ${values.row} reads most from token ${strongest(row)}: weights ${row.map(two).join(', ')}, output (${out.map(two).join(', ')}). Token 3 copies token 1 with weight ${copy.toFixed(3)}.` +
      (onlyKeysMoved(values) ? '' : ' Q or V has been changed; the goal wants them as they were.')
    );
  },
  token: (n) => `token ${n}`,
  matrices: 'The three vectors of each token',
  query: 'query',
  key: 'key',
  value: 'value',
  cell: (matrix, row, column) => `${matrix}, token ${row}, number ${column}`,
  pinRow: (n) => `Write out token ${n}`,
  planeTitle: 'Queries and keys in the plane',
  planeNote: 'Drag a tip. q·k is the length of q times the shadow k throws on its line.',
  planeText: (result, row) =>
    `Plane with three queries and three keys. For query ${row}: ${(result.products[row - 1] ?? []).map((s, j) => `q·k${j + 1} = ${two(s)}`).join(', ')}.`,
  weights: 'Attention weights',
  weightsNote: 'Each row sums to 1.',
  readsFrom: 'reads from',
  out: 'output',
  valueTitle: 'Values, mixed by the pinned row',
  valueNote: 'Dot area is the weight. The output is their weighted mean.',
  valueText: (result, row) =>
    `Values and the output of token ${row} at (${(result.out[row - 1] ?? []).map(two).join(', ')}).`,
  ledger: (n) => `Token ${n}, number by number`,
  steps: {
    product: 'q·k',
    scaled: '÷ √2',
    unscaled: 'not scaled',
    masked: 'mask',
    exponential: 'e^(s−max)',
    weight: '÷ sum = weight',
    contribution: 'weight × v',
  },
  hidden: '−∞ (hidden)',
  sum: 'sum',
  startMark: 'mark: weight with the start values of Q and K',
  yourHead: 'The same formula in your GPT',
  loading: 'Loading the model…',
  yourHeadNote: (width) =>
    `One head of that model: ${width} numbers for each query and key, always causal. Nobody typed them in; training found them. The dot · stands for the start of the name. Choose a row to see its numbers.`,
  pickRow: (character, place, says) => `Row ${place}, “${character}”: ${says}`,
  headText: (character, most, weight) => `“${character}” looks most at “${most}”, with weight ${weight}.`,
  queryOf: (character, numbers) => `q of “${character}” = (${numbers})`,
  keyOf: (character, numbers) => `k of “${character}”, which it looks at most = (${numbers})`,
  ledgerHead: {
    key: 'looks at',
    vector: 'k',
    product: 'q·k',
    score: (width: number) => `÷ √${width}`,
    weight: 'weight',
  },
};

const zh: Strings = {
  params: {
    q: '查询 Q（query）',
    k: '键 K（key）',
    v: '值 V（value）',
    causal: '因果掩码：看不到后面的词元',
    scaled: '得分除以 √d',
    row: '展开哪个词元',
    name: '一个函数名',
    head: '第一层的哪个头',
  },
  options: { head: heads },
  columns: {
    query: 'query',
    key: 'key',
    product: 'q·k',
    score: '得分',
    visible: '可见',
    weight: '权重',
    startWeight: '初始权重',
  },
  summary: (result, values) => {
    const row = result.weights[values.row - 1] ?? [];
    const out = result.out[values.row - 1] ?? [];
    const copy = result.weights[2]?.[0] ?? 0;
    return (
      `词元 ${values.row} 主要从词元 ${strongest(row)} 读取：权重 ${row.map(two).join('、')}，输出 (${out.map(two).join(', ')})。词元 3 照抄词元 1 的权重是 ${copy.toFixed(3)}。` +
      (onlyKeysMoved(values) ? '' : 'Q 或 V 已被改动，而目标要求它们保持初始值。')
    );
  },
  token: (n) => `词元 ${n}`,
  matrices: '每个词元的三个向量',
  query: '查询',
  key: '键',
  value: '值',
  cell: (matrix, row, column) => `${matrix}，词元 ${row}，第 ${column} 个数`,
  pinRow: (n) => `展开词元 ${n}`,
  planeTitle: '平面上的查询与键',
  planeNote: '可以拖动箭头。q·k 等于 q 的长度乘以 k 在 q 所在直线上的投影。',
  planeText: (result, row) =>
    `平面上有三个查询向量和三个键向量。对查询 ${row}：${(result.products[row - 1] ?? []).map((s, j) => `q·k${j + 1} = ${two(s)}`).join('，')}。`,
  weights: '注意力权重',
  weightsNote: '每一行加起来等于 1。',
  readsFrom: '读取自',
  out: '输出',
  valueTitle: '按选中那一行的权重混合 V',
  valueNote: '圆点面积表示权重，输出是它们的加权平均。',
  valueText: (result, row) =>
    `三个值向量，以及词元 ${row} 的输出 (${(result.out[row - 1] ?? []).map(two).join(', ')})。`,
  ledger: (n) => `词元 ${n}：每一步的数`,
  steps: {
    product: 'q·k',
    scaled: '÷ √2',
    unscaled: '不缩放',
    masked: '掩码',
    exponential: 'e^(s−max)',
    weight: '÷ 总和 = 权重',
    contribution: '权重 × v',
  },
  hidden: '−∞（看不到）',
  sum: '总和',
  startMark: '刻度：Q、K 取初始值时的权重',
  yourHead: '同一个公式，在你的 GPT 里',
  loading: '正在载入模型……',
  yourHeadNote: (width) =>
    `这是这个模型里的一个头：每个 q 和 k 有 ${width} 个数，总是带因果掩码。这些数不是手填的，是训练得到的。圆点 · 代表名字的开头。点一行，看它的数字。`,
  pickRow: (character, place, says) => `第 ${place} 行“${character}”：${says}`,
  headText: (character, most, weight) => `“${character}”看得最多的是“${most}”，权重 ${weight}。`,
  queryOf: (character, numbers) => `“${character}”的 q = (${numbers})`,
  keyOf: (character, numbers) => `它看得最多的“${character}”的 k = (${numbers})`,
  ledgerHead: { key: '看向', vector: 'k', product: 'q·k', score: (width) => `÷ √${width}`, weight: '权重' },
};

export const strings = { en, zh };
export type ViewStrings = Strings;
