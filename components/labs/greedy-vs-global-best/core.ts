/**
 * Nine two-token answers to one question, with their probabilities and with what no probability says: which of them are true.
 * Server + cache = 110 and server − cache = 100, so the cache costs 5; whatever says "five" is true, the rest is false.
 * Greedy, exact search and sampling over the same tree. Sources: Jurafsky & Martin, SLP3, beam search (greedy against the
 * globally most probable sequence); Holtzman 2021, arXiv 2104.08315 (one meaning split over several spellings).
 *
 * Goal: a sampled answer is true in at least 60% of draws, the single most probable answer is false, and greedy finds a
 * different one. A tie for the first place between a true and a false answer does not count.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { createRandom } from '@/lib/random';
import { BRANCHES, type Leaf, normalize, WHOLE, walkTree } from './tree';

export const DRAWS = 100;
export const TRUE_SHARE = 0.6;
export const nodes = ['first', 'a', 'b', 'c'] as const;
export type Node = (typeof nodes)[number];

export const meanings = ['ten', 'five', 'free'] as const;
export type Meaning = (typeof meanings)[number];
/** What each answer says, by first and second token. */
const says: readonly (readonly Meaning[])[] = [
  ['ten', 'ten', 'ten'],
  ['five', 'five', 'five'],
  ['ten', 'five', 'free'],
];
export const TRUTH: Meaning = 'five';

const row = (weights: readonly [number, number, number]) =>
  ({ kind: 'vector', min: 0, max: WHOLE, step: 1, default: weights }) as const;

export const params = {
  first: row([45, 35, 20]),
  a: row([40, 35, 25]),
  b: row([90, 6, 4]),
  c: row([60, 30, 10]),
  /** The row under the sliders. */
  node: { kind: 'choice', options: nodes, default: 'first' },
  seed: { kind: 'seed', default: 18 },
} as const;

export type Values = ParamValues<typeof params>;
export type Answer = Leaf & {
  /** "A1" to "C3". */
  readonly key: string;
  readonly says: Meaning;
  readonly true: boolean;
  readonly drawn: number;
};
export type Result = {
  readonly first: readonly number[];
  readonly after: readonly (readonly number[])[];
  readonly answers: readonly Answer[];
  readonly greedy: Answer;
  readonly best: Answer;
  readonly trueShare: number;
  readonly byMeaning: Readonly<Record<Meaning, number>>;
};

/** Ancestral sampling: a first token by its row, then a second one by the row that the first leads to. */
function drawAnswers(seed: number, first: readonly number[], after: readonly (readonly number[])[]): number[] {
  const random = createRandom(seed);
  const pick = (p: readonly number[]) => {
    let left = random.next();
    const at = p.findIndex((value) => {
      left -= value;
      return left < 0;
    });
    return at < 0 ? p.findLastIndex((value) => value > 0) : at;
  };
  const counts = Array.from({ length: BRANCHES * BRANCHES }, () => 0);
  for (let i = 0; i < DRAWS; i += 1) {
    const a = pick(first);
    const leaf = a * BRANCHES + pick(after[a] ?? []);
    counts[leaf] = (counts[leaf] ?? 0) + 1;
  }
  return counts;
}

function run(values: Values): Result {
  const first = normalize(values.first);
  const after = [values.a, values.b, values.c].map(normalize);
  const { leaves, greedy, best } = walkTree(first, after);
  const counts = drawAnswers(values.seed, first, after);
  const answers = leaves.map((leaf, i): Answer => {
    const meaning = says[leaf.first]?.[leaf.second] ?? 'free';
    const key = `${'ABC'[leaf.first] ?? ''}${leaf.second + 1}`;
    return { ...leaf, key, says: meaning, true: meaning === TRUTH, drawn: counts[i] ?? 0 };
  });
  const at = (index: number) => answers[index] ?? (answers[0] as Answer);
  const share = (meaning: Meaning) => answers.reduce((sum, { says, p }) => sum + (says === meaning ? p : 0), 0);
  const byMeaning = { ten: share('ten'), five: share('five'), free: share('free') };
  return { first, after, answers, greedy: at(greedy), best: at(best), trueShare: byMeaning[TRUTH], byMeaning };
}

/** The three conditions of the goal, for the goal and for the marks in the view. */
export function judge({ answers, greedy, best, trueShare }: Result) {
  const top = (truth: boolean) => Math.max(...answers.map((answer) => (answer.true === truth ? answer.p : 0)));
  return {
    trueEnough: trueShare >= TRUE_SHARE - 1e-9,
    bestIsFalse: top(false) > top(true) + 1e-9,
    greedyDiffers: greedy.key !== best.key,
    /** Largest false probability over largest true one, at most 1. */
    lead: Math.min(1, top(false) / Math.max(top(true), 1e-9)),
  };
}

export const core = defineCore({
  id: 'greedy-vs-global-best',
  params,
  run,
  goal(result: Result) {
    const { trueEnough, bestIsFalse, greedyDiffers, lead } = judge(result);
    const met = trueEnough && bestIsFalse && greedyDiffers;
    const progress = Math.min(1, result.trueShare / TRUE_SHARE, lead) * (greedyDiffers ? 1 : 0.5);
    return { met, progress: met ? 1 : Math.min(0.99, progress) };
  },
  solution: { first: [30, 45, 25], a: [95, 3, 2], b: [34, 33, 33], c: [20, 80, 0] },
  /** Most of the probability is on true answers. Must the most probable answer then be true? */
  predict() {
    const { first, a, b, c } = core.solution;
    const result = run({ first, a, b, c, node: 'first', seed: 0 } as Values);
    return result.trueShare > 0.5 && !result.best.true ? 'no' : 'yes';
  },
  table({ answers }: Result) {
    return {
      columns: ['answer', 'first', 'second', 'product', 'uniform', 'drawn', 'truth'],
      rows: answers.map((answer) => [
        answer.key,
        answer.factors[0],
        answer.factors[1],
        answer.p,
        1 / answers.length,
        answer.drawn,
        answer.true ? '✓' : '✗',
      ]),
    };
  },
});
