import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed } from '@/lib/format-number';
import type { ReferenceId } from './bench';
import { BATCH } from './bench';
import { type core, GOAL, type Result } from './core';
import type { CutId } from './next-character';
import type { Scores, Verdict } from './scores';

type Strings = LabStrings<typeof core.params, Result> & {
  readonly next: (prefix: string) => string;
  readonly nextNote: string;
  readonly end: string;
  readonly full: string;
  readonly draw: string;
  readonly removeLast: string;
  readonly startOver: string;
  readonly cut: (id: CutId, value: number, kept: number, mass: string) => string;
  readonly barsText: (result: Result) => string;
  readonly tradeTitle: string;
  readonly tradeNote: string;
  readonly xAxis: string;
  readonly yAxis: string;
  readonly target: string;
  readonly yours: string;
  readonly temperatureLine: string;
  readonly reference: Readonly<Record<ReferenceId, string>>;
  readonly tradeText: (result: Result) => string;
  readonly waiting: string;
  readonly stale: string;
  readonly cooled: string;
  readonly wallTitle: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly wallMore: (count: number) => string;
  readonly scores: string;
  readonly score: Readonly<
    Record<'fresh' | 'words' | 'distinct' | 'novel' | 'shaped' | 'stutter' | 'modelNll' | 'trigramNll', string>
  >;
  readonly plain: string;
  readonly training: (nll: string) => string;
};

/** One decimal, so that 67.7% does not read as the goal of 68%. */
export const freshText = (share: number) => `${formatFixed(100 * share, 1)}%`;
const state = ({ fresh, words }: Scores) => [freshText(fresh), String(words)] as const;

const en: Strings = {
  params: {
    sampler: 'Sampler',
    temperature: 'Temperature T, applied first',
    k: 'k: keep the k most likely',
    p: 'p: keep the smallest set that reaches p',
    minP: 'min-p: keep what has this share of the largest p',
    alpha: 'α: plausible is what has this share of the largest p',
    amateur: 'Amateur to subtract',
    prefix: 'Type the start of a name',
    seed: 'Seed',
  },
  options: {
    sampler: {
      temperature: 'temperature only',
      'top-k': 'top-k',
      'top-p': 'top-p',
      'min-p': 'min-p',
      contrastive: 'contrastive',
      greedy: 'greedy',
    },
    amateur: { bigram: 'bigram counts', student: 'distilled student' },
  },
  columns: {
    item: 'character or sampler',
    p: 'p, model',
    q: 'p, after your sampler',
    fresh: 'new, real words',
    words: 'different words',
    distinct: 'distinct',
    novel: 'not in training set',
    modelNll: 'NLL, model',
    trigramNll: 'NLL, trigram',
  },
  summary: ({ next, batch, current }) => {
    const left = next.tokens.filter(({ q }) => q > 0).length;
    const first = `After “${next.prefix}” your sampler leaves ${left} of ${next.tokens.length} characters.`;
    if (!batch) return `${first} The ${BATCH} names are being drawn.`;
    const [fresh, words] = state(batch.scores);
    const plain = batch.references.plain;
    const beside = plain ? ` Plain sampling: ${state(plain)[0]} and ${state(plain)[1]}.` : '';
    return `${first} ${current ? `Of ${BATCH} names` : 'With the settings before, of the names'} ${fresh} are new and of real words, and they use ${words} different words.${beside}`;
  },
  next: (prefix) => (prefix === '' ? 'First character' : `Next character after “${prefix}”`),
  nextNote:
    'Outline: the model. Filled: what your sampler draws from. Below: what each filter would keep, most likely first.',
  end: 'end of the name',
  full: 'The context is full: only an end could follow.',
  draw: 'Draw one: ',
  removeLast: 'Delete last',
  startOver: 'Start over',
  cut: (id, value, kept, mass) =>
    `${id === 'contrastive' ? 'contrastive, α' : id} ${value}: keeps ${kept}, ${mass} of the probability`,
  barsText: ({ next }) =>
    next.tokens
      .slice(0, 6)
      .map(({ id, p, q }) => `${label(id, 'end')} ${formatFixed(p, 3)} → ${formatFixed(q, 3)}`)
      .join('; '),
  tradeTitle: 'Quality against variety',
  tradeNote: `Each point is ${BATCH} names. To the right: more different words. Up: fewer mistakes, fewer repeats. T = 1 is plain sampling; the others are top-k 5, top-p 0.9, min-p 0.1, contrastive with bigrams and α 0.1.`,
  xAxis: 'different real words',
  yAxis: 'new names of real words',
  target: 'goal',
  yours: 'yours',
  temperatureLine: 'temperature alone',
  reference: {
    plain: 'T = 1',
    greedy: 'greedy',
    cold: 'T = 0.3',
    cool: 'T = 0.6',
    hot: 'T = 1.4',
    'top-k': 'top-k',
    'top-p': 'top-p',
    'min-p': 'min-p',
    contrastive: 'contrastive',
  },
  tradeText: ({ batch }) =>
    batch
      ? [
          `yours: ${state(batch.scores).join(', ')} words`,
          ...Object.entries(batch.references).map(([id, scores]) => `${id}: ${state(scores).join(', ')} words`),
        ].join('; ')
      : 'no names yet',
  waiting: 'Drawing names…',
  stale: 'Drawing with the new settings…',
  cooled: `Below T = ${GOAL.temperature} cooling cuts the mistakes, and on a model this small T = 0.8 does so nearly as well as min-p. For the goal keep T at ${GOAL.temperature} or above and let a filter do it.`,
  wallTitle: 'The names',
  verdict: {
    fresh: 'new, real words',
    known: 'in the training set',
    again: 'drawn before',
    garbled: 'holds a word that is none',
    broken: 'not the shape of a name',
  },
  wallMore: (count) => `Show all ${count}`,
  scores: 'Scores',
  score: {
    fresh: 'new names of real words',
    words: 'different real words',
    distinct: 'distinct',
    novel: 'new, whatever the words',
    shaped: 'have the shape of a name',
    stutter: 'say one word twice',
    modelNll: 'mean −ln p (NLL) under the model, nats',
    trigramNll: 'mean −ln p (NLL) under trigram counts, nats',
  },
  plain: 'plain',
  training: (nll) =>
    `Real training names have a mean NLL of ${nll} under this model. Samples below that are more predictable than the data, not better.`,
};

const zh: Strings = {
  params: {
    sampler: '采样器（sampler）',
    temperature: '温度 T，最先起作用',
    k: 'k：只留概率最大的 k 个',
    p: 'p：留下累计概率达到 p 的最小集合',
    minP: 'min-p：留下不低于最大概率这一比例的',
    alpha: 'α：不低于最大概率这一比例才算合理',
    amateur: '要减去的业余模型（amateur）',
    prefix: '输入名字的开头',
    seed: '随机种子',
  },
  options: {
    sampler: {
      temperature: '只用温度',
      'top-k': 'top-k',
      'top-p': 'top-p',
      'min-p': 'min-p',
      contrastive: '对比解码',
      greedy: '贪心',
    },
    amateur: { bigram: '二元计数', student: '蒸馏的学生' },
  },
  columns: {
    item: '字符或采样器',
    p: '模型给的 p',
    q: '采样器之后的 p',
    fresh: '全新且词都真实',
    words: '不同的词',
    distinct: '互不相同',
    novel: '不在训练集里',
    modelNll: '模型的 NLL',
    trigramNll: '三元计数的 NLL',
  },
  summary: ({ next, batch, current }) => {
    const left = next.tokens.filter(({ q }) => q > 0).length;
    const first = `“${next.prefix}”之后，你的采样器在 ${next.tokens.length} 个字符里留下 ${left} 个。`;
    if (!batch) return `${first}正在抽 ${BATCH} 个名字。`;
    const [fresh, words] = state(batch.scores);
    const plain = batch.references.plain;
    const beside = plain ? `直接采样是 ${state(plain)[0]} 和 ${state(plain)[1]} 个词。` : '';
    return `${first}${current ? `${BATCH} 个名字里` : '按之前的设置，'}有 ${fresh} 是由真实的词组成的新名字，一共用到 ${words} 个不同的词。${beside}`;
  },
  next: (prefix) => (prefix === '' ? '第一个字符' : `“${prefix}”之后的下一个字符`),
  nextNote: '空心：模型的分布。实心：采样器实际从中抽取的分布。下面是每种过滤会留下哪些字符，按概率从大到小。',
  end: '名字结束',
  full: '上下文已满，后面只能结束。',
  draw: '抽一个：',
  removeLast: '删掉最后一个',
  startOver: '重新开始',
  cut: (id, value, kept, mass) =>
    `${id === 'contrastive' ? '对比解码 α' : id} ${value}：留下 ${kept} 个，占概率的 ${mass}`,
  barsText: ({ next }) =>
    next.tokens
      .slice(0, 6)
      .map(({ id, p, q }) => `${label(id, '结束')} ${formatFixed(p, 3)} → ${formatFixed(q, 3)}`)
      .join('；'),
  tradeTitle: '质量与多样性',
  tradeNote: `每个点是 ${BATCH} 个名字。越靠右，用到的不同的词越多；越靠上，出错和重复越少。T = 1 就是直接采样，其余的设置是 top-k 5、top-p 0.9、min-p 0.1、对比解码（二元计数，α 0.1）。`,
  xAxis: '用到的不同真实词',
  yAxis: '由真实的词组成的新名字',
  target: '目标区',
  yours: '你的',
  temperatureLine: '只调温度',
  reference: {
    plain: 'T = 1',
    greedy: '贪心',
    cold: 'T = 0.3',
    cool: 'T = 0.6',
    hot: 'T = 1.4',
    'top-k': 'top-k',
    'top-p': 'top-p',
    'min-p': 'min-p',
    contrastive: '对比解码',
  },
  tradeText: ({ batch }) =>
    batch
      ? [
          `你的：${state(batch.scores).join('，')} 个词`,
          ...Object.entries(batch.references).map(([id, scores]) => `${id}：${state(scores).join('，')} 个词`),
        ].join('；')
      : '还没有名字',
  waiting: '正在抽名字……',
  stale: '正在按新的设置抽……',
  cooled: `T 低于 ${GOAL.temperature} 时，减少错误的是降温；在这么小的模型上，T = 0.8 的效果和 min-p 差不多。要达成目标，请让 T 不低于 ${GOAL.temperature}，让过滤来减少错误。`,
  wallTitle: '抽到的名字',
  verdict: {
    fresh: '全新，词都真实',
    known: '训练集里有',
    again: '前面抽到过',
    garbled: '含有不存在的词',
    broken: '不像一个名字',
  },
  wallMore: (count) => `显示全部 ${count} 个`,
  scores: '得分',
  score: {
    fresh: '由真实的词组成的新名字',
    words: '不同的真实词',
    distinct: '互不相同',
    novel: '不在训练集里，不论词真假',
    shaped: '形状像一个名字',
    stutter: '同一个词说了两遍',
    modelNll: '模型给的平均 −ln p（NLL，nat）',
    trigramNll: '三元计数给的平均 −ln p（NLL，nat）',
  },
  plain: '直接采样',
  training: (nll) => `真实的训练名字在这个模型下平均 NLL 是 ${nll}。低于它的样本只是比数据更好猜，并不是更好。`,
};

/** A character as it is written; the boundary in words. */
export function label(id: number, end: string): string {
  return id === 0 ? end : id === 27 ? '_' : String.fromCharCode(96 + id);
}

export const strings = { en, zh };
export type ViewStrings = Strings;
