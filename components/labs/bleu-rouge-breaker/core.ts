/**
 * One candidate sentence against one reference: BLEU with its n-grams, chrF, ROUGE with its longest common subsequence, and
 * next to them three facts read by rules (`./facts.ts`). Scores are those of sacreBLEU's sentence_bleu and sentence_chrf.
 *
 * Goal: BLEU of at least 60, by the tokenizer made for the language, while at least two of the three facts are wrong. One wrong
 * word costs up to n n-grams of each order n, so where it stands decides: at the edges it is cheap.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { type Bleu, sentenceBleu } from '@/lib/ml/metrics/bleu';
import { sentenceChrf } from '@/lib/ml/metrics/chrf';
import { countItems, listNgrams } from '@/lib/ml/metrics/ngram-overlap';
import { type CommonToken, lcsPath, rougeL, rougeN, rougeTokens } from '@/lib/ml/metrics/rouge';
import { tokenize } from '@/lib/ml/metrics/tokenize';
import { examples, type Language, languages, negations } from './examples';
import { type FactId, type Facts, factIds, readFacts } from './facts';

export const GOAL = { bleu: 60, wrong: 2 } as const;
export const ORDERS = 4;
export const scoreIds = ['bleu', 'chrf', 'rouge1', 'rouge2', 'rougeL'] as const;
export type ScoreId = (typeof scoreIds)[number];
export const scoreNames: Readonly<Record<ScoreId, string>> = {
  bleu: 'BLEU',
  chrf: 'chrF',
  rouge1: 'ROUGE-1',
  rouge2: 'ROUGE-2',
  rougeL: 'ROUGE-L',
};
/** What sacreBLEU advises for the language. */
export const advised = { en: '13a', zh: 'zh' } as const;

export const params = {
  language: { kind: 'choice', options: languages, default: 'en' },
  en: { kind: 'text', maxLength: 240, default: examples.en.paraphrase },
  zh: { kind: 'text', maxLength: 120, default: examples.zh.paraphrase },
  tokenizer: { kind: 'choice', options: ['advised', '13a', 'zh', 'char'], default: 'advised' },
  order: { kind: 'choice', options: ['1', '2', '3', '4'], default: '2' },
} as const;

/** Matched n-grams that occur more often than the reference has them are clipped: the first ones count. */
export type Ngram = { readonly text: string; readonly status: 'matched' | 'clipped' | 'absent' };
export type Verdict = 'right' | 'wrong' | 'unclear';
export type Fact = {
  readonly id: FactId;
  readonly stated: Facts[FactId];
  readonly expected: Facts[FactId];
  readonly verdict: Verdict;
};

export type Result = {
  readonly language: Language;
  readonly candidate: string;
  readonly reference: string;
  readonly tokenizer: '13a' | 'zh' | 'char';
  readonly isAdvised: boolean;
  readonly scores: Readonly<Record<ScoreId, number>>;
  /** Scores of the honest paraphrase: what a faithful sentence gets. */
  readonly baseline: Readonly<Record<ScoreId, number>>;
  readonly bleu: Bleu;
  /** By order, 1 first, in the order they stand in the candidate. */
  readonly ngrams: readonly (readonly Ngram[])[];
  readonly facts: readonly Fact[];
  readonly wrong: number;
  readonly candidateTokens: readonly string[];
  readonly referenceTokens: readonly string[];
  readonly path: readonly CommonToken[];
};

/** Words for English, characters for Chinese, of which rouge_score's own tokenizer would leave nothing. */
function tokensForRouge(text: string, language: Language): string[] {
  if (language === 'en') return rougeTokens(text);
  return tokenize(text.toLowerCase(), 'zh').filter((token) => /[\p{L}\p{N}]/u.test(token));
}

function scoreAll(
  candidate: string,
  language: Language,
  tokenizer: Result['tokenizer'],
): Readonly<Record<ScoreId, number>> {
  const { reference } = examples[language];
  const own = tokensForRouge(candidate, language);
  const other = tokensForRouge(reference, language);
  return {
    bleu: sentenceBleu(candidate, [reference], { tokenizer }).score,
    chrf: sentenceChrf(candidate, [reference]),
    rouge1: 100 * rougeN(own, other, 1).f1,
    rouge2: 100 * rougeN(own, other, 2).f1,
    rougeL: 100 * rougeL(own, other).f1,
  };
}

function markNgrams(candidate: readonly string[], reference: readonly string[], n: number): Ngram[] {
  const all = countItems(listNgrams(reference, n));
  const left = new Map(all);
  return listNgrams(candidate, n).map((text) => {
    const rest = left.get(text) ?? 0;
    left.set(text, rest - 1);
    return { text, status: rest > 0 ? 'matched' : all.has(text) ? 'clipped' : 'absent' };
  });
}

function compareFacts(candidate: string, reference: string, language: Language): Fact[] {
  const stated = readFacts(candidate, language);
  const expected = readFacts(reference, language);
  return factIds.map((id) => ({
    id,
    stated: stated[id],
    expected: expected[id],
    verdict: stated[id] === null ? 'unclear' : stated[id] === expected[id] ? 'right' : 'wrong',
  }));
}

function run(values: ParamValues<typeof params>): Result {
  const { language } = values;
  const tokenizer = values.tokenizer === 'advised' ? advised[language] : values.tokenizer;
  const candidate = values[language];
  const { reference, paraphrase } = examples[language];
  const facts = compareFacts(candidate, reference, language);
  const candidateTokens = tokensForRouge(candidate, language);
  const referenceTokens = tokensForRouge(reference, language);
  return {
    language,
    candidate,
    reference,
    tokenizer,
    isAdvised: tokenizer === advised[language],
    scores: scoreAll(candidate, language, tokenizer),
    baseline: scoreAll(paraphrase, language, tokenizer),
    bleu: sentenceBleu(candidate, [reference], { tokenizer }),
    ngrams: Array.from({ length: ORDERS }, (_, n) =>
      markNgrams(tokenize(candidate, tokenizer), tokenize(reference, tokenizer), n + 1),
    ),
    facts,
    wrong: facts.filter(({ verdict }) => verdict === 'wrong').length,
    candidateTokens,
    referenceTokens,
    path: lcsPath(candidateTokens, referenceTokens),
  };
}

export const core = defineCore({
  id: 'bleu-rouge-breaker',
  params,
  run,
  goal({ scores, wrong, isAdvised }) {
    const met = isAdvised && scores.bleu >= GOAL.bleu && wrong >= GOAL.wrong;
    if (met) return { met, progress: 1 };
    const near = (Math.min(1, scores.bleu / GOAL.bleu) + Math.min(1, wrong / GOAL.wrong)) / 2;
    return { met, progress: Math.min(0.99, isAdvised ? near : near / 2) };
  },
  solution: {
    en: 'The team told Anna to delete the 12 backups before the release on Monday.',
    zh: '团队要求安娜在周一发布之前删除那 12 份备份。',
    tokenizer: 'advised',
  },
  predict() {
    // What the wrong sentence gains over the faithful one, in each language: both must say the same.
    const gains = languages.map((language) => {
      const { reference, paraphrase } = examples[language];
      const bleu = (text: string) => sentenceBleu(text, [reference], { tokenizer: advised[language] }).score;
      return bleu(reference.replace(negations[language], '')) - bleu(paraphrase);
    });
    return gains.every((gain) => gain < -10) ? 'faithful' : gains.every((gain) => gain > 10) ? 'wrong' : 'alike';
  },
  table({ bleu, scores, baseline }) {
    return {
      columns: ['measure', 'matched', 'total', 'score', 'paraphrase'],
      rows: [
        ...bleu.counts.map((count, n) => [`p${n + 1}`, count, bleu.totals[n] ?? 0, bleu.precisions[n] ?? 0, '']),
        ['BP', bleu.candidateLength, bleu.referenceLength, bleu.brevityPenalty, ''],
        ...scoreIds.map((id) => [scoreNames[id], '', '', scores[id], baseline[id]]),
      ],
    };
  },
});
