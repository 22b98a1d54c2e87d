/**
 * Five questions, and what the rule-based model knows of each: which facts it needs, how it would look for them, how it
 * would compute, and what it half remembers. The right answers are not used by the model.
 */
import type { Locale } from '@/lib/i18n/locale';

export const QUESTIONS = ['weights', 'memory', 'percent', 'cost', 'lisbon'] as const;
export type QuestionId = (typeof QUESTIONS)[number];

/** A fact to be read from an observation by pattern. */
export type Fact = {
  readonly name: string;
  /** The number is the first group. Accepts what a tool may write: 1642 or 1,642. */
  readonly pattern: Readonly<Record<Locale, RegExp>>;
  /** Short queries, tried in turn. */
  readonly queries: Readonly<Record<Locale, readonly string[]>>;
  /** Stale or wrong, as memory is. */
  readonly memory: string;
};
export type Question = {
  readonly text: Readonly<Record<Locale, string>>;
  readonly facts: readonly Fact[];
  /** Numbers read from the question itself, in order. */
  readonly given: RegExp | null;
  /** Expression over {facts by name} and {1}, {2} … given by the question; null when the fact is the answer. */
  readonly expression: string | null;
  /** Right answer; null when the wiki does not say. */
  readonly answer: string | null;
};

const N = String.raw`(\d[\d,]*(?:\.\d+)?)`;
const fact = (name: string, [en, zh]: readonly [string, string], queries: Fact['queries'], memory: string): Fact => ({
  name,
  pattern: { en: new RegExp(en.replace('#', N)), zh: new RegExp(zh.replace('#', N)) },
  queries,
  memory,
});

const heron = { en: ['cluster Heron'], zh: ['Heron 集群'] };
const finch = { en: ['cluster Finch'], zh: ['Finch 集群'] };

export const questions: Readonly<Record<QuestionId, Question>> = {
  weights: {
    text: {
      en: 'How many MB do the weights of Tern-2 take in bf16, at 2 bytes a parameter?',
      zh: 'Tern-2 的权重用 bf16 存放（每个参数 2 字节），占多少 MB？',
    },
    facts: [
      fact(
        'parameters',
        ['Tern-2[^.]*?# million', 'Tern-2[^。]*?参数量 # 百万'],
        { en: ['Tern-2 parameters'], zh: ['Tern-2 参数'] },
        '1500',
      ),
    ],
    given: null,
    expression: '{parameters} * 2',
    answer: '3284',
  },
  memory: {
    text: {
      en: 'How many GB of GPU memory does Heron have more than Finch, over all nodes?',
      zh: '把所有节点加起来，Heron 的显存比 Finch 多多少 GB？',
    },
    facts: [
      fact('heronNodes', ['Heron[^.]*?# nodes', 'Heron[^。]*?# 个节点'], heron, '32'),
      fact('heronEach', ['Heron[^.]*?# GB', 'Heron[^。]*?# GB'], heron, '512'),
      fact('finchNodes', ['Finch[^.]*?# nodes', 'Finch[^。]*?# 个节点'], finch, '40'),
      fact('finchEach', ['Finch[^.]*?# GB', 'Finch[^。]*?# GB'], finch, '80'),
    ],
    given: null,
    expression: '{heronNodes} * {heronEach} - {finchNodes} * {finchEach}',
    answer: '18720',
  },
  percent: {
    text: { en: 'What is 17% of 48392?', zh: '48392 的 17% 是多少？' },
    facts: [],
    given: /(\d[\d,]{4,})/,
    expression: '{1} * 0.17',
    answer: '8226.64',
  },
  cost: {
    text: {
      en: 'What do 12 Heron nodes cost for 168 hours, in dollars?',
      zh: '租 12 个 Heron 节点、连续 168 小时，要多少美元？',
    },
    facts: [
      fact(
        'price',
        ['Heron node costs # dollars', 'Heron 节点每小时 # 美元'],
        { en: ['Heron price'], zh: ['Heron 价目'] },
        '20',
      ),
    ],
    given: null,
    expression: '12 * 168 * {price}',
    answer: '47376',
  },
  lisbon: {
    text: { en: 'How many employees does the Lisbon office have?', zh: '里斯本办公室有多少名员工？' },
    facts: [
      fact(
        'employees',
        ['Lisbon[^.]*?# employees', '里斯本[^。]*?# 名员工'],
        { en: ['Lisbon office', 'Lisbon'], zh: ['里斯本办公室', '里斯本'] },
        '50',
      ),
    ],
    given: null,
    expression: null,
    answer: null,
  },
};
