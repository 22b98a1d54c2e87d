import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed } from '@/lib/format-number';
import { degrees, GOAL, type params, type Result } from './core';

type Strings = LabStrings<typeof params, Result> & {
  readonly queryName: (n: number) => string;
  readonly keyName: (n: number) => string;
  readonly queryHandle: (n: number, angle: number) => string;
  readonly keyHandle: (n: number, angle: number) => string;
  readonly planeTitle: string;
  readonly planeNote: string;
  readonly planeText: (result: Result) => string;
  readonly pinLabel: string;
  readonly pinButton: (n: number, found: boolean) => string;
  readonly rowTitle: (n: number) => string;
  readonly rowNote: (loss: string) => string;
  readonly nceTitle: string;
  /** `sum`: of all answers, as a percentage. */
  readonly nceNote: (sum: string, loss: string) => string;
  readonly loss: string;
  readonly lossLimit: string;
  readonly foundName: string;
  readonly foundValue: (found: number, count: number) => string;
  readonly alignment: string;
  readonly alignmentNote: string;
  readonly chance: (loss: string) => string;
  readonly even: (loss: string) => string;
  readonly curve: string;
  readonly now: string;
  readonly unit: (steps: number) => string;
  readonly empty: string;
  readonly scramble: string;
};

const two = (value: number) => formatFixed(value, 2);
/** 1 as ₁, for the names of points. */
const subscript = (n: number) => String(n).replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit)));
const foundIn = ({ found }: Result) => found.filter(Boolean).length;

const en: Strings = {
  params: {
    pairs: 'Pairs in the batch, N',
    temperature: 'Temperature τ',
    step: 'Gradient steps',
    pin: 'Query written out',
    start: 'Start angles',
  },
  columns: {
    pair: 'Pair',
    query: 'Query angle',
    key: 'Key angle',
    cosine: 'Cosine',
    probability: 'Probability of own key',
    loss: 'Loss',
    found: 'Found',
  },
  summary: (result, { step, temperature }) =>
    `After ${step} steps at temperature ${two(temperature)}: loss ${formatFixed(result.loss, 3)}, chance is ${formatFixed(result.chance, 3)}. ${foundIn(result)} of ${result.count} queries find their own key; mean cosine of the pairs ${two(result.alignment)}.`,
  queryName: (n) => `q${subscript(n)}`,
  keyName: (n) => `k${subscript(n)}`,
  queryHandle: (n, angle) => `Query ${n}, ${degrees(angle)} degrees`,
  keyHandle: (n, angle) => `Key ${n}, ${degrees(angle)} degrees`,
  planeTitle: 'The batch on a circle',
  planeNote:
    'Rings are queries, squares keys; drag them. Thick lines: what the pinned query takes for its key. Arrows: where descent moves each point.',
  planeText: (result) =>
    `${result.count} queries and keys on a circle; ${foundIn(result)} queries are nearest to their own key. The mean cosine of the pairs is ${two(result.alignment)}.`,
  pinLabel: 'Query to write out; ✓ when its own key is the most similar',
  pinButton: (n, found) => `Query ${n}: ${found ? 'finds its key' : 'takes another key'}`,
  rowTitle: (n) => `Query ${n}: cosine and probability of every key`,
  rowNote: (loss) => `Tick: picking blindly, 1/N. Loss of this query: −ln of the blue bar = ${loss}.`,
  nceTitle: 'The same row under NCE: data or noise?',
  nceNote: (sum, loss) =>
    `Every key is asked about for itself, so the answers need not make 100%: here ${sum}. Noise: keys drawn evenly. Logistic loss of this row ${loss}. The arrows follow InfoNCE.`,
  loss: 'Loss of the batch',
  lossLimit: `goal: at most ${GOAL.loss}`,
  foundName: 'Own key found',
  foundValue: (found, count) => `${found} of ${count}`,
  alignment: 'Mean cosine of pairs',
  alignmentNote: '1: each pair coincides',
  chance: (loss) => `chance, ln N = ${loss}`,
  even: (loss) => `pairs evenly spread ${loss}`,
  curve: 'Loss over the steps',
  now: 'loss',
  unit: (steps) => `${steps} steps`,
  empty: 'Take a step.',
  scramble: 'Other start',
};

const zh: Strings = {
  params: {
    pairs: '批次里的对数 N',
    temperature: '温度 τ',
    step: '梯度步数',
    pin: '展开哪个查询',
    start: '起始角度',
  },
  columns: {
    pair: '对',
    query: '查询角度',
    key: '键角度',
    cosine: '余弦',
    probability: '认出自己键的概率',
    loss: '损失',
    found: '找对',
  },
  summary: (result, { step, temperature }) =>
    `温度 ${two(temperature)}，走了 ${step} 步：损失 ${formatFixed(result.loss, 3)}，瞎猜是 ${formatFixed(result.chance, 3)}。${result.count} 个查询里有 ${foundIn(result)} 个找到了自己的键；各对余弦的均值是 ${two(result.alignment)}。`,
  queryName: (n) => `q${subscript(n)}`,
  keyName: (n) => `k${subscript(n)}`,
  queryHandle: (n, angle) => `查询 ${n}，${degrees(angle)} 度`,
  keyHandle: (n, angle) => `键 ${n}，${degrees(angle)} 度`,
  planeTitle: '圆上的一个批次',
  planeNote: '圆圈是查询，方块是键，都可以拖。粗线：选中的查询把谁当成自己的键。箭头：梯度下降会把点推向哪边。',
  planeText: (result) =>
    `圆上有 ${result.count} 个查询和 ${result.count} 个键，其中 ${foundIn(result)} 个查询离自己的键最近。各对余弦的均值是 ${two(result.alignment)}。`,
  pinLabel: '展开哪个查询（✓ 表示与自己的键最相似）',
  pinButton: (n, found) => `查询 ${n}：${found ? '找到了自己的键' : '认错了键'}`,
  rowTitle: (n) => `查询 ${n}：与每个键的余弦和概率`,
  rowNote: (loss) => `竖线是瞎猜，1/N。这个查询的损失是蓝条的 −ln，即 ${loss}。`,
  nceTitle: '同一行换成 NCE 的问法：是数据还是噪声？',
  nceNote: (sum, loss) =>
    `每个键单独判断，所以各个回答加起来不必是 100%：这里是 ${sum}。噪声是均匀抽取的键。这一行的 logistic 损失是 ${loss}。箭头仍按 InfoNCE 走。`,
  loss: '批次的损失',
  lossLimit: `目标：不超过 ${GOAL.loss}`,
  foundName: '找到自己的键',
  foundValue: (found, count) => `${found} / ${count}`,
  alignment: '各对余弦的均值',
  alignmentNote: '1 表示每一对都重合',
  chance: (loss) => `瞎猜，ln N = ${loss}`,
  even: (loss) => `各对均匀铺开 ${loss}`,
  curve: '损失随步数的变化',
  now: '损失',
  unit: (steps) => `${steps} 步`,
  empty: '先走一步。',
  scramble: '换个起点',
};

export const strings = { en, zh };
export type PullStrings = Strings;
