import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed } from '@/lib/format-number';
import type { params, Result, Row } from './core';
import type { Bits } from './divergence';

type Strings = LabStrings<typeof params, Result> & {
  readonly happens: string;
  readonly said: string;
  readonly partsOf: (outcome: string, edit: 'guess' | 'truth') => string;
  readonly pinned: (outcome: string) => string;
  readonly surpriseHead: string;
  readonly wordHead: string;
  readonly surprise: (row: Row) => string;
  readonly word: (row: Row) => string;
  readonly formula: (row: Row) => string;
  readonly empty: (what: NonNullable<Result['empty']>) => string;
  readonly barsTitle: string;
  readonly bars: Readonly<Record<'entropy' | 'cross' | 'guessLength' | 'truthLength' | 'forward' | 'reverse', string>>;
  readonly ofWhich: (result: Result) => string;
  readonly marks: (result: Result) => string;
  readonly note: (result: Result) => string;
};

/** Three decimals, or ∞. */
export const show = (bits: Bits) => (bits === 'inf' ? '∞' : formatFixed(bits, 3));
const three = (value: number) => formatFixed(value, 3);
/** A probability as the argument of a logarithm: sixteenths need four decimals. */
const four = (value: number) => formatFixed(value, 4);
/** Whether two prices are the same to all digits shown. */
const same = (a: Bits, b: Bits) => show(a) === show(b);

const en: Strings = {
  params: {
    guess: 'Parts of the guess',
    truth: 'Parts of the truth',
    edit: 'The sliders set the parts of',
    pin: 'Outcome written out',
  },
  options: { edit: { guess: 'the guess', truth: 'the truth' } },
  columns: {
    outcome: 'outcome',
    p: 'truth p',
    q: 'guess q',
    surprise: '−log₂ q (bits)',
    share: 'p · surprise',
    word: 'code word',
  },
  summary: (result) =>
    `Entropy of the truth: ${three(result.entropy)} bits. Cross-entropy of the guess: ${show(result.cross)} bits. ` +
    `KL(truth‖guess) = ${show(result.forward)}, KL(guess‖truth) = ${show(result.reverse)}. ` +
    (result.guessLength === 'inf'
      ? 'The code made from the guess cannot write every line.'
      : `The code made from the guess needs ${three(result.guessLength)} bits a line.`),
  happens: 'truth p: how often it comes',
  said: 'guess q: how often you say it comes',
  partsOf: (outcome, edit) => `Parts of ${outcome} in the ${edit}`,
  pinned: (outcome) => `Write out ${outcome}`,
  surpriseHead: 'surprise of q',
  wordHead: 'code word',
  surprise: ({ surprise }) => (surprise === 'inf' ? '∞ bits' : `${formatFixed(surprise, 2)} bits`),
  word: ({ word }) => (word === null ? 'no word' : word === '' ? 'empty' : word),
  formula: ({ name, p, q, surprise, share }) =>
    surprise === 'inf'
      ? `${name}: the guess says never, so its surprise is −log₂ 0 = ∞. It comes with p = ${three(p)}${p > 0 ? ', and the mean is infinite with it.' : ', so nobody ever pays.'}`
      : `${name}: surprise −log₂ ${four(q)} = ${show(surprise)} bits; it comes with p = ${three(p)} and adds ${three(p)} × ${show(surprise)} = ${show(share)} bits.`,
  empty: (what) =>
    what === 'both'
      ? 'Neither has a single part: both count as uniform.'
      : `The ${what} has no part left, which is no distribution. Until you give it one it counts as uniform.`,
  barsTitle: 'Bits per line',
  bars: {
    entropy: 'Entropy H(p)',
    cross: 'Cross-entropy H(p, q)',
    guessLength: 'Huffman code of the guess',
    truthLength: 'Huffman code of the truth',
    forward: 'KL(truth‖guess)',
    reverse: 'KL(guess‖truth)',
  },
  ofWhich: ({ entropy, forward }) => `${three(entropy)} + ${show(forward)}`,
  marks: ({ entropy, uniform }) =>
    `Solid line: the entropy, ${three(entropy)}; no code averages less. Dashed line: “all equally likely”, ${three(uniform)}.`,
  note: (result) => {
    const { ruledOut, cross, entropy, uniform, guessLength, forward, reverse } = result;
    if (ruledOut.length > 0) {
      return `You rule out ${ruledOut.join(' and ')}, which does come: −log₂ 0 = ∞, and the code has no word for it.`;
    }
    if (same(cross, entropy)) return 'The guess is the truth: no price on top, and no guess can do better.';
    if (same(forward, reverse)) return 'Here both directions happen to cost the same. Move one slider and they part.';
    if (reverse === 'inf')
      return 'You expect something that never comes. One way that is merely a waste, the other way infinite.';
    if (cross !== 'inf' && cross > uniform)
      return 'This costs more than knowing nothing: a uniform guess would be cheaper.';
    if (cross !== 'inf' && guessLength !== 'inf' && guessLength < cross) {
      return 'The code needs whole bits, so it rounds your guess. Here the rounding happens to help, but never below the entropy.';
    }
    return 'What lies above the entropy is the price of the wrong guess.';
  },
};

const zh: Strings = {
  params: { guess: '猜测的份数', truth: '真相的份数', edit: '滑块调的是谁的份数', pin: '展开哪一项' },
  options: { edit: { guess: '猜测', truth: '真相' } },
  columns: {
    outcome: '结果',
    p: '真相 p',
    q: '猜测 q',
    surprise: '−log₂ q（比特）',
    share: 'p · 意外程度',
    word: '码字',
  },
  summary: (result) =>
    `真相的熵 ${three(result.entropy)} 比特，猜测的交叉熵 ${show(result.cross)} 比特。` +
    `KL(真相‖猜测) = ${show(result.forward)}，KL(猜测‖真相) = ${show(result.reverse)}。` +
    (result.guessLength === 'inf'
      ? '按猜测编的码写不出所有日志。'
      : `按猜测编的码平均每行 ${three(result.guessLength)} 位。`),
  happens: '真相 p：实际占多少',
  said: '猜测 q：你说占多少',
  partsOf: (outcome, edit) => `${outcome} 在${edit === 'guess' ? '猜测' : '真相'}里的份数`,
  pinned: (outcome) => `展开 ${outcome}`,
  surpriseHead: '意外程度',
  wordHead: '码字',
  surprise: ({ surprise }) => (surprise === 'inf' ? '∞ 比特' : `${formatFixed(surprise, 2)} 比特`),
  word: ({ word }) => (word === null ? '没有码字' : word === '' ? '空' : word),
  formula: ({ name, p, q, surprise, share }) =>
    surprise === 'inf'
      ? `${name}：猜测说它绝不出现，意外程度 −log₂ 0 = ∞。它实际占 p = ${three(p)}，${p > 0 ? '平均也就跟着无穷大。' : '所以谁也不用付这笔账。'}`
      : `${name}：意外程度 −log₂ ${four(q)} = ${show(surprise)} 比特；它占 p = ${three(p)}，贡献 ${three(p)} × ${show(surprise)} = ${show(share)} 比特。`,
  empty: (what) =>
    what === 'both'
      ? '两边都一份不剩，暂时都当作均匀分布。'
      : `${what === 'guess' ? '猜测' : '真相'}一份不剩，不成其为分布。在你分给它之前，暂时当作均匀分布。`,
  barsTitle: '平均每行要多少比特',
  bars: {
    entropy: '熵 H(p)',
    cross: '交叉熵 H(p, q)',
    guessLength: '按猜测编的哈夫曼码',
    truthLength: '按真相编的哈夫曼码',
    forward: 'KL(真相‖猜测)',
    reverse: 'KL(猜测‖真相)',
  },
  ofWhich: ({ entropy, forward }) => `${three(entropy)} + ${show(forward)}`,
  marks: ({ entropy, uniform }) =>
    `实线是熵 ${three(entropy)}，谁也短不过它；虚线是“各占一份”的均匀猜测 ${three(uniform)}。`,
  note: (result) => {
    const { ruledOut, cross, entropy, uniform, guessLength, forward, reverse } = result;
    if (ruledOut.length > 0) {
      return `你排除了 ${ruledOut.join('、')}，可它真会出现：−log₂ 0 = ∞，码本里也没有它的码字。`;
    }
    if (same(cross, entropy)) return '猜测就是真相：一分冤枉钱都不花，也没有更便宜的猜法。';
    if (same(forward, reverse)) return '这里两个方向碰巧一样贵。随便动一个滑块，它们就分开了。';
    if (reverse === 'inf') return '你期待了绝不会来的东西。一个方向上只是浪费，另一个方向上是无穷大。';
    if (cross !== 'inf' && cross > uniform) return '这比一无所知还贵：猜均匀分布反而更省。';
    if (cross !== 'inf' && guessLength !== 'inf' && guessLength < cross) {
      return '码字只能是整数位，等于把你的猜测取了整。这里取整碰巧帮了忙，但无论如何低不过熵。';
    }
    return '高出熵的那一段，就是猜错的代价。';
  },
};

export const strings = { en, zh };
export type MeterStrings = Strings;
