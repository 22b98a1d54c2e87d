import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed, formatPercent } from '@/lib/format-number';
import { type params, type Result, TARGET, type Values } from './core';

type Strings = LabStrings<typeof params, Result> & {
  readonly methodNote: Readonly<Record<Values['method'], string>>;
  readonly query: (position: number) => string;
  readonly keyAt: (position: number) => string;
  readonly pair: (number: number) => string;
  readonly perToken: (angle: string) => string;
  readonly dialText: (pair: number, part: string) => string;
  readonly adds: string;
  readonly keyAngle: string;
  readonly keyAngleOf: (pair: number) => string;
  readonly weightsTitle: string;
  readonly weightAt: (distance: number, share: string) => string;
  readonly weightsText: (result: Result) => string;
  readonly scale: (top: string) => string;
  readonly tokensBack: (count: number) => string;
  readonly weightsNote: string;
  readonly scoreNow: string;
  readonly sumOfPairs: string;
  readonly withBias: (bias: string) => string;
  readonly scoreEverywhere: string;
  readonly range: (low: string, high: string) => string;
  readonly placeFree: string;
  readonly placeBound: string;
  readonly leastAtTarget: (distance: number) => string;
  readonly goalLine: (share: string) => string;
};
export type RopeStrings = Strings;

const bases = { '100': '100', '10000': '10,000', '500000': '500,000' };
const heads = { '1': '1/2', '2': '1/4', '4': '1/16', '8': '1/256' };

const en: Strings = {
  params: {
    method: 'Position enters by',
    key: 'Angle of the key in each pair',
    distance: 'Distance from query back to key',
    position: 'Query position (key follows)',
    length: 'Length of query and key in each pair',
    base: 'Base of the frequencies',
    head: 'Slope of this ALiBi head',
  },
  options: {
    method: { rope: 'RoPE', sinusoidal: 'sinusoidal', alibi: 'ALiBi', none: 'nothing' },
    base: bases,
    head: heads,
  },
  columns: {
    distance: 'distance',
    score: 'score',
    weight: 'weight',
    low: 'least weight, any position',
    high: 'largest weight, any position',
    uniform: 'uniform',
  },
  summary: (result, { method, distance, position }) => {
    const [low, high] = result.scoreRange;
    const moved =
      high - low < 5e-4
        ? `the same at every position`
        : `between ${formatFixed(low, 3)} and ${formatFixed(high, 3)} depending on the position`;
    return `${en.options?.method?.[method]}: query at ${position}, key ${distance} back, score ${formatFixed(result.scores[distance] ?? 0, 3)}, ${moved}. The largest weight, ${formatPercent(result.weights[result.top] ?? 0)}, is at distance ${result.top}; distance ${TARGET} has at least ${formatPercent(result.low[TARGET] ?? 0)} everywhere.`;
  },
  methodNote: {
    rope: 'Each arrow is turned by its position times the rate of its pair. Drag an arrow of the key.',
    sinusoidal: 'A vector of sines and cosines is added to query and key, here without learned projections.',
    alibi: 'Nothing turns. The score loses slope × distance.',
    none: 'Nothing tells where a token stands: equal contents, equal scores.',
  },
  query: (position) => `query at position ${position}`,
  keyAt: (position) => `key at position ${position}`,
  pair: (number) => `pair ${number}`,
  perToken: (angle) => `${angle} a token`,
  dialText: (pair, part) => `Dial of pair ${pair}: arrows of query and key. It adds ${part} to the score.`,
  adds: 'adds',
  keyAngle: 'key',
  keyAngleOf: (pair) => `Angle of the key in pair ${pair}, in degrees`,
  weightsTitle: 'Attention by distance',
  weightAt: (distance, share) => `distance ${distance}: ${share}`,
  weightsText: (result) =>
    `Weight at distances 0 to 31. Largest: ${formatPercent(result.weights[result.top] ?? 0)} at distance ${result.top}.`,
  scale: (top) => `top = ${top}`,
  tokensBack: (count) => `${count} tokens back`,
  weightsNote:
    'All 32 keys hold the same content. Dashed: a uniform share. Brackets: the range over positions 31 to 500; no bracket means it never moves.',
  scoreNow: 'Score here',
  sumOfPairs: 'sum of the four pairs',
  withBias: (bias) => `four pairs and a bias of ${bias}`,
  scoreEverywhere: 'At this distance, anywhere',
  range: (low, high) => `${low} … ${high}`,
  placeFree: 'independent of the position',
  placeBound: 'depends on the position',
  leastAtTarget: (distance) => `Least weight at distance ${distance}`,
  goalLine: (share) => `goal ${share}`,
};

const zh: Strings = {
  params: {
    method: '位置怎样进入得分',
    key: '键在每一对里的角度',
    distance: '从查询往回到键的距离',
    position: '查询的位置（键跟着走）',
    length: '查询和键在每一对里的长度',
    base: '频率的底数',
    head: '这个 ALiBi 头的斜率',
  },
  options: {
    method: { rope: 'RoPE', sinusoidal: '正弦', alibi: 'ALiBi', none: '什么都不加' },
    base: bases,
    head: heads,
  },
  columns: {
    distance: '距离',
    score: '得分',
    weight: '权重',
    low: '各位置中最小的权重',
    high: '各位置中最大的权重',
    uniform: '均匀分配',
  },
  summary: (result, { method, distance, position }) => {
    const [low, high] = result.scoreRange;
    const moved =
      high - low < 5e-4 ? '在任何位置都一样' : `随位置在 ${formatFixed(low, 3)} 与 ${formatFixed(high, 3)} 之间变动`;
    return `${zh.options?.method?.[method]}：查询在位置 ${position}，键在它前面 ${distance} 个词元，得分 ${formatFixed(result.scores[distance] ?? 0, 3)}，${moved}。最大的权重 ${formatPercent(result.weights[result.top] ?? 0)} 在距离 ${result.top} 处；距离 ${TARGET} 处在各位置至少有 ${formatPercent(result.low[TARGET] ?? 0)}。`;
  },
  methodNote: {
    rope: '每支箭头转过“位置 × 这一对的转速”。拖动键的箭头试试。',
    sinusoidal: '给查询和键各加上一串正弦、余弦值；这里没有学出来的投影。',
    alibi: '什么都不转，得分减去“斜率 × 距离”。',
    none: '没有任何位置信息：内容相同，得分就相同。',
  },
  query: (position) => `查询，位置 ${position}`,
  keyAt: (position) => `键，位置 ${position}`,
  pair: (number) => `第 ${number} 对`,
  perToken: (angle) => `每词元 ${angle}`,
  dialText: (pair, part) => `第 ${pair} 对的转盘：查询和键的箭头，给得分贡献 ${part}。`,
  adds: '贡献',
  keyAngle: '键',
  keyAngleOf: (pair) => `键在第 ${pair} 对里的角度，单位：度`,
  weightsTitle: '注意力随距离的分布',
  weightAt: (distance, share) => `距离 ${distance}：${share}`,
  weightsText: (result) =>
    `距离 0 到 31 的权重。最大的是距离 ${result.top} 处的 ${formatPercent(result.weights[result.top] ?? 0)}。`,
  scale: (top) => `顶端 = ${top}`,
  tokensBack: (count) => `往回 ${count} 个词元`,
  weightsNote: '32 个键的内容完全相同。虚线：均匀分配。竖线：位置从 31 变到 500 时权重的范围；没有竖线，就是纹丝不动。',
  scoreNow: '此处的得分',
  sumOfPairs: '四对贡献之和',
  withBias: (bias) => `四对之和，再加偏置 ${bias}`,
  scoreEverywhere: '同样的距离，换个位置',
  range: (low, high) => `${low} … ${high}`,
  placeFree: '与位置无关',
  placeBound: '随位置而变',
  leastAtTarget: (distance) => `距离 ${distance} 处的最小权重`,
  goalLine: (share) => `目标 ${share}`,
};

export const strings = { en, zh };
