/**
 * Four kinds of log line, how often each really comes (truth p) and how often you say it comes (guess q), and what the guess costs
 * in bits: H(p, q) = H(p) + KL(p‖q). Beside it KL(q‖p), and Huffman's code made from the guess, whose mean length can be counted.
 *
 * Both distributions are given as parts of a whole, which makes halves and eighths exact. All parts 0 is no distribution at all;
 * the uniform one then stands in for it, and the view says so.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { type Bits, crossEntropy, divergence, surprise } from './divergence';
import { codeLengths, codeWords, meanLength } from './huffman';

export const OUTCOMES = ['INFO', 'WARN', 'ERROR', 'FATAL'] as const;
/** The goal: a guess that is ruinous one way and nearly free the other, for a truth in which nothing is rare enough to ignore. */
export const GOAL = { reverse: 0.25, leastShare: 0.1 } as const;

export const params = {
  guess: { kind: 'vector', min: 0, max: 16, step: 1, default: [1, 3, 6, 6] },
  truth: { kind: 'vector', min: 0, max: 16, step: 1, default: [8, 4, 2, 2] },
  /** Which of the two the sliders move. */
  edit: { kind: 'choice', options: ['guess', 'truth'], default: 'guess' },
  /** The outcome whose share of the cost is written out. */
  pin: { kind: 'number', min: 0, max: OUTCOMES.length - 1, step: 1, default: 0 },
} as const;

export type Row = {
  readonly name: string;
  readonly p: number;
  readonly q: number;
  readonly surprise: Bits;
  /** p × surprise: what this outcome adds to the cross-entropy. */
  readonly share: Bits;
  /** Its word in the code made from the guess; null where the guess leaves it out. */
  readonly word: string | null;
};
export type Result = {
  readonly rows: readonly Row[];
  readonly entropy: number;
  readonly cross: Bits;
  readonly forward: Bits;
  readonly reverse: Bits;
  /** What saying "all equally likely" costs. */
  readonly uniform: number;
  readonly guessLength: Bits;
  readonly truthLength: number;
  /** Outcomes that happen although the guess excludes them. */
  readonly ruledOut: readonly string[];
  readonly empty: 'guess' | 'truth' | 'both' | null;
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function toShares(parts: readonly number[]): number[] {
  const total = sum(parts);
  return parts.map((part) => (total > 0 ? part / total : 1 / parts.length));
}

function run({ guess, truth }: ParamValues<typeof params>): Result {
  const [p, q] = [toShares(truth), toShares(guess)];
  const lengths = codeLengths(q);
  const words = codeWords(lengths);
  const best = meanLength(p, codeLengths(p));
  const floor = crossEntropy(p, p);
  const noGuess = sum(guess) === 0;
  const noTruth = sum(truth) === 0;
  return {
    rows: OUTCOMES.map((name, i) => {
      const [happens, said] = [p[i] ?? 0, q[i] ?? 0];
      const one = surprise(said);
      const share = happens === 0 ? 0 : one === 'inf' ? 'inf' : happens * one;
      return { name, p: happens, q: said, surprise: one, share, word: words[i] ?? null };
    }),
    // Neither can be infinite: p is measured against itself.
    entropy: floor === 'inf' ? 0 : floor,
    truthLength: best === 'inf' ? 0 : best,
    cross: crossEntropy(p, q),
    forward: divergence(p, q),
    reverse: divergence(q, p),
    uniform: Math.log2(OUTCOMES.length),
    guessLength: meanLength(p, lengths),
    ruledOut: OUTCOMES.filter((_, i) => (p[i] ?? 0) > 0 && q[i] === 0),
    empty: noGuess && noTruth ? 'both' : noGuess ? 'guess' : noTruth ? 'truth' : null,
  };
}

export const core = defineCore({
  id: 'surprise-meter',
  params,
  run,
  goal({ rows, forward, reverse, empty }: Result) {
    const honest = empty === null && rows.every(({ p }) => p >= GOAL.leastShare);
    const over = reverse === 'inf' ? 1 : Math.min(1, Math.max(0, reverse - GOAL.reverse));
    const met = honest && forward === 'inf' && over === 0;
    const progress = (forward === 'inf' ? 0.5 : 0.1) + 0.4 * (1 - over);
    return { met, progress: met ? 1 : honest ? progress : progress / 2 };
  },
  solution: { guess: [8, 4, 2, 0], truth: [8, 4, 2, 2] },
  /** Which guess costs fewer bits: "no idea", or one that is right about most and excludes the rarest? */
  predict() {
    const p = toShares([8, 4, 2, 2]);
    const price = (q: readonly number[]) => {
      const bits = crossEntropy(p, toShares(q));
      return bits === 'inf' ? Number.MAX_VALUE : bits;
    };
    const [even, bold] = [price([1, 1, 1, 1]), price([8, 5, 3, 0])];
    return even < bold ? 'even' : even > bold ? 'bold' : 'same';
  },
  table({ rows }: Result) {
    const text = (bits: Bits) => (bits === 'inf' ? '∞' : bits);
    return {
      columns: ['outcome', 'p', 'q', 'surprise', 'share', 'word'],
      rows: rows.map((row) => [row.name, row.p, row.q, text(row.surprise), text(row.share), row.word ?? '–']),
    };
  },
});
