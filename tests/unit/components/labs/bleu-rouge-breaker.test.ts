import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advised, core, GOAL, params, scoreIds } from '@/components/labs/bleu-rouge-breaker/core';
import { examples, type Language, languages } from '@/components/labs/bleu-rouge-breaker/examples';
import { readFacts } from '@/components/labs/bleu-rouge-breaker/facts';
import { completeValues } from '@/lib/labs/params';
import reference from '@/tests/fixtures/reference/text-overlap.json';

const at = (change: Readonly<Record<string, unknown>>) => {
  const values = completeValues(params, change);
  const result = core.run(values, undefined);
  return { result, goal: core.goal(result, values) };
};

type Bleu = { readonly score: number; readonly counts: number[]; readonly totals: number[]; readonly bp: number };
type Candidate = {
  readonly name: string;
  readonly input: { readonly language: Language; readonly candidate: string; readonly reference: string };
  readonly expected: Record<'bleu-13a' | 'bleu-zh' | 'bleu-char', Bleu> &
    Record<'chrf' | 'rouge1' | 'rouge2' | 'rougeL' | 'lcs', number>;
};
const candidates = (reference.cases as unknown as Candidate[]).filter((one) => one.name.startsWith('candidate/'));

test('the recorded candidates are the sentences of the lab', () => {
  expect(candidates.length).toBeGreaterThanOrEqual(14);
  for (const { input } of candidates) expect(examples[input.language].reference).toBe(input.reference);
  for (const language of languages) {
    const recorded = candidates.filter(({ input }) => input.language === language).map(({ input }) => input.candidate);
    expect(recorded).toEqual(expect.arrayContaining([...Object.values(examples[language]), core.solution[language]]));
  }
});

test.each(candidates)('shows the numbers of sacreBLEU and ROUGE: $name', ({ input, expected }) => {
  for (const tokenizer of ['13a', 'zh', 'char'] as const) {
    const { result } = at({ language: input.language, [input.language]: input.candidate, tokenizer });
    const want = expected[`bleu-${tokenizer}`];
    expect(result.scores.bleu).toBeCloseTo(want.score, 8);
    expect(result.bleu.brevityPenalty).toBeCloseTo(want.bp, 8);
    expect([result.bleu.counts, result.bleu.totals]).toEqual([want.counts, want.totals]);
    expect(result.scores.chrf).toBeCloseTo(expected.chrf, 8);
    for (const id of ['rouge1', 'rouge2', 'rougeL'] as const) {
      expect(result.scores[id]).toBeCloseTo(100 * expected[id], 8);
    }
    expect(result.path).toHaveLength(expected.lcs);
  }
});

describe.each(languages)('in %s', (language) => {
  test('the faithful paraphrase states every fact rightly and scores below 20', () => {
    const { result, goal } = at({ language });
    expect(result.facts.map(({ verdict }) => verdict)).toEqual(['right', 'right', 'right']);
    expect(result.scores.bleu).toBeLessThan(20);
    expect(goal.met).toBe(false);
    expect(result.scores).toEqual(result.baseline);
  });

  test('the solution says the opposite and meets the goal, with the advised tokenizer only', () => {
    const { result, goal } = at({ ...core.solution, language });
    expect(goal).toEqual({ met: true, progress: 1 });
    expect(result.wrong).toBe(2);
    for (const tokenizer of ['13a', 'zh', 'char'].filter((one) => one !== advised[language])) {
      expect(at({ ...core.solution, language, tokenizer }).goal.met).toBe(false);
    }
  });

  test('no candidate to start from meets the goal', () => {
    for (const text of Object.values(examples[language]))
      expect(at({ language, [language]: text }).goal.met).toBe(false);
  });
});

test('one wrong fact is not enough, and three wrong ones in the middle cost too much', () => {
  const one = at({ en: examples.en.reference.replace('Friday', 'Monday') });
  expect(one.result.scores.bleu).toBeGreaterThan(GOAL.bleu);
  expect([one.result.wrong, one.goal.met]).toEqual([1, false]);
  const three = at({ en: 'The team told Anna to delete the 120 backups before the release on Monday.' });
  expect([three.result.wrong, three.goal.met]).toEqual([3, false]);
});

test('13a sees three tokens in the Chinese reference', () => {
  expect(at({ language: 'zh', tokenizer: '13a' }).result.bleu.referenceLength).toBe(3);
});

test('a repeated word is clipped to what the reference has', () => {
  const { result } = at({ en: 'The the team the.', order: '1' });
  expect(result.ngrams[0]?.filter(({ text }) => text === 'the').map(({ status }) => status)).toEqual([
    'matched',
    'matched',
  ]);
  const more = at({ en: 'the the the the the the the' }).result.ngrams[0] ?? [];
  expect(more.filter(({ status }) => status === 'clipped')).toHaveLength(5);
});

test.each([
  ['en', 'Do not delete the 12 backups.', { fate: 'keep', count: 12, day: null }],
  ['en', "Anna mustn't keep a dozen backups past Friday", { fate: 'delete', count: 12, day: 5 }],
  ['en', 'Anna was forbidden to remove twelve backups', { fate: 'keep', count: 12, day: null }],
  ['en', 'Keep them. No, delete them on Monday or Friday: 12 or 13.', { fate: null, count: null, day: null }],
  ['en', 'Nothing about it', { fate: null, count: null, day: null }],
  ['zh', '别删那一百二十份备份，周日再说', { fate: 'keep', count: 120, day: 7 }],
  ['zh', '周五前不得不删除 12 份', { fate: 'delete', count: 12, day: 5 }],
  ['zh', '分别保留两份，星期天', { fate: 'keep', count: 2, day: 7 }],
  ['zh', '未来删除', { fate: 'delete', count: null, day: null }],
  ['zh', '保留，又删除；周一或周二', { fate: null, count: null, day: null }],
] as const)('reads the facts of %s “%s”', (language, text, facts) => {
  expect(readFacts(text, language)).toEqual(facts);
});

test('the prediction is answered from the scores', () => {
  expect(core.predict()).toBe('wrong');
});

test('marks as many n-grams as BLEU counts, and keeps every score within 0 and 100', () => {
  const words = fc.constantFrom(
    'the',
    'team',
    'not',
    '12',
    'backups',
    'Friday',
    '.',
    '备份',
    '不要',
    '删除',
    '，',
    '🙂',
  );
  const texts = fc.array(words, { maxLength: 20 }).map((list) => list.join(' '));
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom(...languages),
      fc.constantFrom(...params.tokenizer.options),
      (text, language, tokenizer) => {
        const { result } = at({ language, [language]: text, tokenizer });
        result.ngrams.forEach((list, n) => {
          expect(list.filter(({ status }) => status === 'matched')).toHaveLength(result.bleu.counts[n] ?? -1);
          expect(list).toHaveLength(result.bleu.totals[n] ?? -1);
        });
        for (const id of scoreIds) expect(result.scores[id] >= 0 && result.scores[id] <= 100 + 1e-9, id).toBe(true);
      },
    ),
  );
});
