import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed } from '@/lib/format-number';
import { type core, type Fact, type Ngram, type Result, type ScoreId, scoreNames, type Verdict } from './core';
import type { Preset } from './examples';
import type { FactId } from './facts';

export const score = (value: number) => formatFixed(value, 1);

type Strings = LabStrings<typeof core.params, Result> & {
  readonly reference: string;
  readonly candidate: string;
  readonly presets: Readonly<Record<Preset, string>>;
  readonly facts: string;
  readonly factsNote: string;
  readonly factNames: Readonly<Record<FactId, string>>;
  readonly factValue: (id: FactId, value: Fact['stated']) => string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly instead: (value: string) => string;
  readonly scores: string;
  readonly scoreNames: Readonly<Record<ScoreId, string>>;
  readonly baseline: string;
  readonly anatomy: string;
  readonly statuses: Readonly<Record<Ngram['status'], string>>;
  readonly matchedOf: (count: number, total: number, n: number) => string;
  readonly tooShort: (n: number) => string;
  readonly brevity: (candidate: number, reference: number) => string;
  readonly smoothed: string;
  readonly tokenizerNote: (result: Result) => string;
  readonly lcs: string;
  readonly lcsCaption: (length: number, candidate: number, reference: number) => string;
  readonly lcsNote: string;
  readonly lcsEmpty: string;
};

const englishDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const chineseDays = '一二三四五六日';

const en: Strings = {
  params: {
    language: 'Sentence',
    en: 'Candidate, English',
    zh: 'Candidate, Chinese',
    tokenizer: 'Tokenizer of BLEU',
    order: 'n-grams of order',
  },
  options: {
    language: { en: 'English', zh: 'Chinese' },
    tokenizer: { advised: 'advised', '13a': '13a', zh: 'zh', char: 'char' },
    order: { '1': '1', '2': '2', '3': '3', '4': '4' },
  },
  columns: {
    measure: 'measure',
    matched: 'matched / candidate length',
    total: 'total / reference length',
    score: 'value',
    paraphrase: 'faithful paraphrase',
  },
  summary: ({ scores, baseline, facts, wrong }) => {
    const said = facts
      .map((fact) => `${en.factNames[fact.id]}: ${en.factValue(fact.id, fact.stated)}, ${en.verdicts[fact.verdict]}`)
      .join('; ');
    return `BLEU ${score(scores.bleu)}, chrF ${score(scores.chrf)}, ROUGE-L ${score(scores.rougeL)}; ${wrong} of 3 facts wrong (${said}). The faithful paraphrase has BLEU ${score(baseline.bleu)}.`;
  },
  reference: 'Reference',
  candidate: 'Candidate: edit it',
  presets: { paraphrase: 'Faithful paraphrase', reference: 'Reference', shuffled: 'Shuffled', short: 'Cut off' },
  facts: 'Three facts, read by rules over words',
  factsNote: 'No metric sees them. A fact is unclear when its words are missing or contradict each other.',
  factNames: { fate: 'The backups', count: 'How many', day: 'Until' },
  factValue: (id, value) =>
    value === null
      ? '–'
      : id === 'day'
        ? (englishDays[Number(value) - 1] ?? '–')
        : value === 'keep'
          ? 'are kept'
          : value === 'delete'
            ? 'are deleted'
            : String(value),
  verdicts: { right: 'right', wrong: 'wrong', unclear: 'unclear' },
  instead: (value) => `reference: ${value}`,
  scores: 'What the metrics say',
  scoreNames,
  baseline: 'Solid mark: the faithful paraphrase. Dashed: BLEU 60.',
  anatomy: 'Inside BLEU',
  statuses: { matched: 'matched', clipped: 'clipped: the reference has it less often', absent: 'not in the reference' },
  matchedOf: (count, total, n) => `${count} of ${total} ${n}-grams matched`,
  tooShort: (n) => `The candidate has fewer than ${n} tokens: this order is left out.`,
  brevity: (candidate, reference) => `brevity penalty, ${candidate} tokens for ${reference}`,
  smoothed: 'An order without any match counts as half a match, the next one as a quarter (exp smoothing).',
  tokenizerNote: ({ language, tokenizer, isAdvised, bleu }) =>
    isAdvised
      ? `${tokenizer} is the one sacreBLEU advises here: the reference has ${bleu.referenceLength} tokens.`
      : language === 'zh' && tokenizer === '13a'
        ? `13a splits at spaces and Western punctuation only: to it the whole Chinese reference is ${bleu.referenceLength} tokens. The goal does not count.`
        : `Another tokenizer, another scale: the reference now has ${bleu.referenceLength} tokens. The goal does not count.`,
  lcs: 'Inside ROUGE-L: the longest common subsequence',
  lcsCaption: (length, candidate, reference) =>
    `${length} tokens in the same order, of ${candidate} in the candidate (across) and ${reference} in the reference (down)`,
  lcsNote: 'Dots: the same token on both sides. Line: the longest run of them that only goes down and right.',
  lcsEmpty: 'The candidate has no tokens to compare.',
};

const zh: Strings = {
  params: {
    language: '句子',
    en: '候选句（英文）',
    zh: '候选句（中文）',
    tokenizer: 'BLEU 的分词器（tokenizer）',
    order: 'n-gram 的阶数',
  },
  options: {
    language: { en: '英文', zh: '中文' },
    tokenizer: { advised: '推荐的', '13a': '13a', zh: 'zh', char: 'char' },
    order: { '1': '1', '2': '2', '3': '3', '4': '4' },
  },
  columns: {
    measure: '量',
    matched: '匹配数 / 候选长度',
    total: '总数 / 参考长度',
    score: '值',
    paraphrase: '忠实的改写',
  },
  summary: ({ scores, baseline, facts, wrong }) => {
    const said = facts
      .map((fact) => `${zh.factNames[fact.id]}：${zh.factValue(fact.id, fact.stated)}，${zh.verdicts[fact.verdict]}`)
      .join('；');
    return `BLEU ${score(scores.bleu)}，chrF ${score(scores.chrf)}，ROUGE-L ${score(scores.rougeL)}；3 个事实里错了 ${wrong} 个（${said}）。忠实的改写 BLEU 是 ${score(baseline.bleu)}。`;
  },
  reference: '参考句',
  candidate: '候选句：动手改',
  presets: { paraphrase: '忠实的改写', reference: '照抄参考', shuffled: '打乱词序', short: '只写一半' },
  facts: '三个事实，按词语规则读出',
  factsNote: '下面的指标一个也看不见它们。词没出现，或者前后矛盾，就算“不明”。',
  factNames: { fate: '备份的去留', count: '数量', day: '期限' },
  factValue: (id, value) =>
    value === null
      ? '–'
      : id === 'day'
        ? `周${chineseDays[Number(value) - 1] ?? '–'}`
        : value === 'keep'
          ? '保留'
          : value === 'delete'
            ? '删除'
            : String(value),
  verdicts: { right: '对', wrong: '错', unclear: '不明' },
  instead: (value) => `参考：${value}`,
  scores: '各指标给的分',
  scoreNames,
  baseline: '实线刻度：忠实的改写。虚线：BLEU 60。',
  anatomy: '拆开 BLEU',
  statuses: { matched: '匹配', clipped: '被截断：参考里没有这么多次', absent: '参考里没有' },
  matchedOf: (count, total, n) => `${total} 个 ${n}-gram 里匹配 ${count} 个`,
  tooShort: (n) => `候选句不到 ${n} 个 token，这一阶不计入。`,
  brevity: (candidate, reference) => `长度惩罚（brevity penalty），${candidate} 个 token 对 ${reference} 个`,
  smoothed: '某一阶一个也没匹配上，就按半个匹配算，再有一阶按四分之一个（exp 平滑）。',
  tokenizerNote: ({ language, tokenizer, isAdvised, bleu }) =>
    isAdvised
      ? `${tokenizer} 是 sacreBLEU 在这里推荐的分词器：参考句有 ${bleu.referenceLength} 个 token。`
      : language === 'zh' && tokenizer === '13a'
        ? `13a 只在空格和西文标点处切分：整句中文参考在它眼里只有 ${bleu.referenceLength} 个 token。此时不算达标。`
        : `换了分词器，就换了刻度：参考句现在有 ${bleu.referenceLength} 个 token。此时不算达标。`,
  lcs: '拆开 ROUGE-L：最长公共子序列（LCS）',
  lcsCaption: (length, candidate, reference) =>
    `顺序一致的 token 有 ${length} 个；横向是候选句（${candidate} 个），纵向是参考句（${reference} 个）`,
  lcsNote: '点：两边是同一个 token。线：只向右下走、穿过最多点的一条路。',
  lcsEmpty: '候选句里没有可比的 token。',
};

export const strings = { en, zh };
export type ViewStrings = Strings;
