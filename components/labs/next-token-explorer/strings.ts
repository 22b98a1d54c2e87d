import type { LabStrings } from '@/components/labs/frame/lab-types';
import type { core, Result, Sentence } from './core';

type Strings = LabStrings<typeof core.params, Result> & {
  readonly corpusNote: (result: Result) => string;
  readonly sentence: string;
  readonly empty: string;
  readonly typeHere: string;
  readonly unknown: (words: readonly string[]) => string;
  readonly cutAt: (token: string, p: string) => string;
  readonly startOver: string;
  readonly removeLast: string;
  readonly takeTop: string;
  readonly draw: string;
  readonly product: string;
  readonly impossible: string;
  readonly nats: (value: string) => string;
  readonly bits: (value: string) => string;
  readonly next: string;
  readonly after: (context: readonly string[], count: number) => string;
  readonly noContext: string;
  readonly atStart: string;
  readonly backedOff: (used: number) => string;
  readonly unseen: string;
  readonly unigramMark: (uniform: string) => string;
  readonly append: (token: string, p: string) => string;
  readonly rest: (count: number, p: string) => string;
  readonly finished: string;
  readonly full: string;
  readonly race: string;
  readonly raceNote: string;
  readonly yours: string;
  readonly greedy: string;
  readonly best: (length: number) => string;
  readonly bestHidden: string;
  readonly bestNone: string;
  readonly notFinished: string;
  readonly tokens: (count: number) => string;
  /** Tokens as a reader of this language writes them. */
  readonly join: (tokens: readonly string[]) => string;
};

const bitsOf = (logP: number) => (-logP / Math.LN2).toFixed(2);

/** Words as they are read: Chinese closed up, English with spaces but none before the full stop. */
function join(tokens: readonly string[]): string {
  const latin = tokens.some((token) => /[a-z]/.test(token));
  return latin ? tokens.join(' ').replace(/ \./g, '.') : tokens.join('');
}

const score = (sentence: Sentence, none: string) =>
  sentence.logP === null ? none : Math.exp(sentence.logP).toPrecision(3);

const en: Strings = {
  params: {
    corpus: 'Corpus',
    order: 'Order n: the model sees the last n − 1 words',
    smoothing: 'Add-k smoothing, k',
    zh: 'Chinese sentence',
    en: 'English sentence',
    reveal: 'Show the best sentence of that length (exact search)',
    seed: 'Seed',
  },
  options: {
    corpus: { auto: 'page language', zh: 'Chinese', en: 'English' },
    order: { '1': 'n = 1', '2': 'n = 2', '3': 'n = 3' },
  },
  columns: { token: 'token', p: 'p(token | context)', unigram: 'p without context', count: 'count after context' },
  summary: ({ written, candidates, greedy, vocabularySize }) => {
    const top = candidates[0];
    const next = top
      ? ` Most probable next: “${top.token}”, p = ${top.p.toFixed(3)} (uniform: 1/${vocabularySize}).`
      : '';
    const mine =
      written.tokens.length === 0
        ? 'Nothing is written yet.'
        : `“${join(written.tokens)}” has P = ${score(written, '0')}${written.logP === null ? '' : `, ${bitsOf(written.logP)} bits`}.`;
    return `${mine}${next} The greedy sentence “${join(greedy.tokens)}”${greedy.finished ? '' : ' …'} has P = ${score(greedy, '0')}.`;
  },
  corpusNote: ({ sentences, vocabularySize }) =>
    `counted now from ${sentences} sentences, ${vocabularySize} different words`,
  sentence: 'Your sentence',
  empty: 'Choose the first word below.',
  typeHere: 'or type it',
  unknown: (words) => `Not in the vocabulary, left out: ${words.join(', ')}`,
  cutAt: (token, p) => `${token}, p = ${p}. Cut the sentence after this word`,
  startOver: 'Start over',
  removeLast: 'Delete last word',
  takeTop: 'Take the most probable',
  draw: 'Draw at random',
  product: 'P(sentence)',
  impossible: '0: one factor is 0, so the product is 0',
  nats: (value) => `ln P = ${value} nats`,
  bits: (value) => `${value} bits of surprise`,
  next: 'Next word',
  after: (context, count) => `after “${join(context)}”, seen ${count} ${count === 1 ? 'time' : 'times'}`,
  noContext: 'whatever came before',
  atStart: 'at the start of a sentence',
  backedOff: (used) => `These words were never seen together, so the model falls back to n = ${used}.`,
  unseen: 'These words were never seen together: with smoothing, every word is equally probable.',
  unigramMark: (uniform) => `mark: p without context (n = 1); uniform would be ${uniform} each`,
  append: (token, p) => `Append ${token}, p = ${p}`,
  rest: (count, p) => `${count} more words, together p = ${p}`,
  finished: 'The full stop ends the sentence. Delete a word or start over to go on.',
  full: 'The sentence is as long as this lab allows.',
  race: 'Largest step or largest product?',
  raceNote: 'Surprise in bits, −log₂ P: each word adds its own. The shorter bar is the more probable sentence.',
  yours: 'Yours',
  greedy: 'Greedy: always the most probable word',
  best: (length) => `The best of all with ${length} tokens`,
  bestHidden: 'Try it yourself first; the switch below shows it.',
  bestNone: 'No sentence of this length is possible.',
  notFinished: 'no full stop yet',
  tokens: (count) => `${count} ${count === 1 ? 'token' : 'tokens'}`,
  join,
};

const zh: Strings = {
  params: {
    corpus: '语料',
    order: '阶数 n：模型只看前 n − 1 个词',
    smoothing: '加 k 平滑（add-k），k',
    zh: '中文句子',
    en: '英文句子',
    reveal: '显示同样长度里概率最大的句子（精确搜索）',
    seed: '随机种子',
  },
  options: {
    corpus: { auto: '跟随页面语言', zh: '中文', en: '英文' },
    order: { '1': 'n = 1', '2': 'n = 2', '3': 'n = 3' },
  },
  columns: { token: '词', p: 'p(词 | 上文)', unigram: '不看上文的 p', count: '在该上文后的次数' },
  summary: ({ written, candidates, greedy, vocabularySize }) => {
    const top = candidates[0];
    const next = top
      ? `下一个词最可能是“${top.token}”，p = ${top.p.toFixed(3)}（均匀分布是 1/${vocabularySize}）。`
      : '';
    const mine =
      written.tokens.length === 0
        ? '还没有写下任何词。'
        : `“${join(written.tokens)}”的概率 P = ${score(written, '0')}${written.logP === null ? '' : `，即 ${bitsOf(written.logP)} 比特`}。`;
    return `${mine}${next}每步选最大得到“${join(greedy.tokens)}${greedy.finished ? '' : '……'}”，P = ${score(greedy, '0')}。`;
  },
  corpusNote: ({ sentences, vocabularySize }) => `由 ${sentences} 句话现场统计，共 ${vocabularySize} 个不同的词`,
  sentence: '你的句子',
  empty: '从下面选第一个词。',
  typeHere: '也可以直接输入',
  unknown: (words) => `词表里没有，已略去：${words.join('、')}`,
  cutAt: (token, p) => `${token}，p = ${p}。删掉这个词之后的部分`,
  startOver: '重新开始',
  removeLast: '删掉最后一个词',
  takeTop: '选概率最大的',
  draw: '按概率抽一个',
  product: 'P(句子)',
  impossible: '0：有一个因子是 0，乘积就是 0',
  nats: (value) => `ln P = ${value} 奈特`,
  bits: (value) => `惊讶度 ${value} 比特`,
  next: '下一个词',
  after: (context, count) => `上文是“${join(context)}”，出现过 ${count} 次`,
  noContext: '不管前面是什么',
  atStart: '句首',
  backedOff: (used) => `这几个词没有连着出现过，模型退回到 n = ${used}。`,
  unseen: '这几个词没有连着出现过：有平滑时，每个词的概率都一样。',
  unigramMark: (uniform) => `刻度：不看上文（n = 1）的概率；均匀分布则每个词 ${uniform}`,
  append: (token, p) => `接上“${token}”，p = ${p}`,
  rest: (count, p) => `其余 ${count} 个词，合计 p = ${p}`,
  finished: '句号结束了这句话。想继续，就删掉一个词或重新开始。',
  full: '已经到了这个实验允许的最大长度。',
  race: '每步最大，还是乘积最大？',
  raceNote: '惊讶度（比特）等于 −log₂ P，每个词各加一份。条越短，句子的概率越高。',
  yours: '你的句子',
  greedy: '贪心：每步都选概率最大的词',
  best: (length) => `所有 ${length} 个词（含句号）的句子里概率最大的`,
  bestHidden: '先自己试试；打开下方开关就会显示。',
  bestNone: '没有这个长度的句子。',
  notFinished: '还没有句号',
  tokens: (count) => `${count} 个词`,
  join,
};

export const strings = { en, zh };
export type ViewStrings = Strings;
