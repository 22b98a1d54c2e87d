/**
 * A language model counted in the page: p(next word | words before it) from a hundred sentences, add-k smoothing, and the
 * probability of a sentence as the product of its steps. Source: Jurafsky & Martin, SLP3, ch. 3.
 *
 * Goal: a finished sentence of at least five tokens, at least as long as the greedy one and more probable under the very
 * same model. The length condition matters: every further factor is below 1, so a shorter sentence would win for nothing.
 * The order must be 2 or 3: with order 1 no word depends on another and there is nothing to plan.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import {
  countNgrams,
  greedySentence,
  mostProbableSentence,
  type NgramModel,
  type NgramSettings,
  nextTokenDistribution,
  type ScoredSentence,
} from '@/lib/ml/counting/ngram';
import { createRandom } from '@/lib/random';
import { type CorpusId, corpora } from './corpora';
import { parseTokens } from './parse-tokens';

export const MAX_TOKENS = 14;
/** Fewer tokens than this are not a sentence worth comparing. */
export const MIN_TOKENS = 5;

const params = {
  /** `auto` is never offered: pages start with their own language, so that a shared link always says which one. */
  corpus: { kind: 'choice', options: ['auto', 'zh', 'en'], default: 'auto' },
  order: { kind: 'choice', options: ['1', '2', '3'], default: '2' },
  smoothing: { kind: 'number', min: 0, max: 1, step: 0.01, default: 0 },
  /** What has been written in each language, words apart by spaces. Unknown words are dropped when read. */
  zh: { kind: 'text', maxLength: 160, default: '' },
  en: { kind: 'text', maxLength: 160, default: '' },
  /** Whether the exact search is shown. */
  reveal: { kind: 'toggle', default: false },
  seed: { kind: 'seed', default: 1 },
} as const;

export type Values = ParamValues<typeof params>;

/** One chosen token and the factor it put into the product. */
export type Step = { readonly token: string; readonly p: number; readonly usedOrder: number };
export type Candidate = {
  readonly token: string;
  readonly p: number;
  readonly unigram: number;
  readonly count: number;
};
/** `logP` is null where the probability is 0: ln 0 is not a number. */
export type Sentence = {
  readonly tokens: readonly string[];
  /** p of each token given those before it. */
  readonly factors: readonly number[];
  readonly logP: number | null;
  readonly finished: boolean;
};

export type Result = {
  readonly corpus: CorpusId;
  readonly vocabularySize: number;
  readonly sentences: number;
  readonly steps: readonly Step[];
  /** Words of the text that the model has never seen. */
  readonly unknown: readonly string[];
  readonly written: Sentence;
  /** The words the next distribution is conditioned on; shorter than n − 1 after backing off. */
  readonly context: readonly string[];
  /** How often that context occurred. */
  readonly contextCount: number;
  /** What may come next, most probable first; empty once the sentence is finished or full. */
  readonly candidates: readonly Candidate[];
  /** The token that the seed draws here. */
  readonly drawn: string | null;
  readonly greedy: Sentence;
  /** The most probable sentence as long as the greedy one; null if none has p > 0. */
  readonly best: Sentence | null;
};

const models = new Map<CorpusId, NgramModel>();

function modelOf(corpus: CorpusId): NgramModel {
  const known = models.get(corpus);
  if (known) return known;
  const model = countNgrams(corpora[corpus], 3);
  models.set(corpus, model);
  return model;
}

function drawToken(candidates: readonly Candidate[], u: number): string | null {
  let left = u;
  for (const { token, p } of candidates) {
    left -= p;
    if (left < 0) return token;
  }
  return candidates[0]?.token ?? null;
}

function run(values: Values): Result {
  const corpus: CorpusId = values.corpus === 'zh' ? 'zh' : 'en';
  const model = modelOf(corpus);
  const settings: NgramSettings = { order: Number(values.order), k: values.smoothing };
  const { ids, unknown } = parseTokens(model, corpus, values[corpus], MAX_TOKENS);
  const word = (id: number) => model.vocabulary[id] ?? '';

  const steps = ids.map((id, t) => {
    const { p, usedOrder } = nextTokenDistribution(model, ids.slice(0, t), settings);
    return { token: word(id), p: p[id] ?? 0, usedOrder };
  });
  const finished = ids.at(-1) === model.end;
  const possible = steps.every(({ p }) => p > 0);
  const logP = possible ? steps.reduce((sum, { p }) => sum + Math.log(p), 0) : null;

  const next = nextTokenDistribution(model, ids, settings);
  const unigram = nextTokenDistribution(model, [], { order: 1, k: 0 }).p;
  const candidates =
    finished || ids.length >= MAX_TOKENS
      ? []
      : next.p
          .map((p, id) => ({ token: word(id), p, unigram: unigram[id] ?? 0, count: next.seen.counts.get(id) ?? 0 }))
          .filter(({ p }) => p > 0)
          .sort((a, b) => b.p - a.p); // stable: equal ones stay in order of first appearance

  const named = ({ tokens, logP: score, finished: done }: ScoredSentence): Sentence => ({
    tokens: tokens.map(word),
    factors: tokens.map((id, t) => nextTokenDistribution(model, tokens.slice(0, t), settings).p[id] ?? 0),
    logP: score,
    finished: done,
  });
  const greedy = greedySentence(model, settings, MAX_TOKENS);
  const best = mostProbableSentence(model, settings, greedy.tokens.length);
  return {
    corpus,
    vocabularySize: model.vocabulary.length,
    sentences: corpora[corpus].length,
    steps,
    unknown,
    written: { tokens: ids.map(word), factors: steps.map(({ p }) => p), logP, finished },
    context: next.usedOrder > 1 ? ids.slice(Math.max(0, ids.length - next.usedOrder + 1)).map(word) : [],
    contextCount: next.seen.total,
    candidates,
    drawn: drawToken(candidates, createRandom(values.seed).split(ids.join()).next()),
    greedy: named(greedy),
    best: best && named(best),
  };
}

export const core = defineCore({
  id: 'next-token-explorer',
  params,
  run,
  goal({ written, greedy }: Result, { order }) {
    const wanted = Math.max(MIN_TOKENS, greedy.tokens.length);
    const comparable = order !== '1' && greedy.finished && greedy.logP !== null;
    const longEnough = written.finished && written.tokens.length >= wanted;
    const advantage = (written.logP ?? Number.NEGATIVE_INFINITY) - (greedy.logP ?? 0);
    const met = comparable && longEnough && advantage > 1e-9;
    if (met) return { met, progress: 1 };
    const length = Math.min(1, written.tokens.length / wanted);
    const progress = longEnough ? 0.5 + 0.49 * Math.min(1, Math.exp(advantage)) : 0.5 * length;
    return { met, progress: comparable && written.logP !== null ? progress : 0 };
  },
  solution: { order: '2', smoothing: 0, en: 'please review my pull request .', zh: '请 帮忙 看 一下 代码 。' },
  /** Is the greedy sentence the most probable one of its length, in both corpora? */
  predict() {
    const beaten = (['zh', 'en'] as const).every((corpus) => {
      const settings = { order: 2, k: 0 };
      const greedy = greedySentence(modelOf(corpus), settings, MAX_TOKENS);
      const best = mostProbableSentence(modelOf(corpus), settings, greedy.tokens.length);
      return best !== null && best.logP > greedy.logP + 1e-9;
    });
    return beaten ? 'no' : 'yes';
  },
  table({ candidates }: Result) {
    return {
      columns: ['token', 'p', 'unigram', 'count'],
      rows: candidates.map(({ token, p, unigram, count }) => [token, p, unigram, count]),
    };
  },
});
