/**
 * Embeddings learned by counting: how often each word stands beside each context, as positive pointwise mutual information,
 * squeezed into a few numbers a word by a truncated SVD. Levy & Goldberg 2014 show that word2vec's skip-gram with negative
 * sampling factorizes the same matrix, shifted by a constant. The map is the best flat picture of those vectors.
 *
 * Goal: a new word placed by its contexts alone, and a word of two senses placed between them.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { contexts, countContexts, type FrameId, framesOf, lessons, type Word, words } from './corpus';
import { flatten, type Point } from './flatten';
import { cosine, positivePmi, truncatedVectors } from './word-vectors';

/** Numbers in a vector. */
export const WIDTH = 10;
export const GOAL = { cosine: 0.9, sentences: 4, apart: 0.05 } as const;

export const params = {
  taught: { kind: 'set', options: lessons, default: ['feed'] },
  /** Percent of apple's sentences that are about the company. */
  company: { kind: 'number', min: 0, max: 100, step: 5, default: 20 },
  picked: { kind: 'choice', options: words, default: 'cat' },
} as const;

export type Neighbour = { readonly word: Word; readonly cosine: number };
export type Result = {
  readonly points: readonly (Point & { readonly word: Word })[];
  /** Share of the vectors' spread that the flat picture keeps. */
  readonly kept: number;
  /** All other words, nearest first, for each word. */
  readonly neighbours: Readonly<Record<Word, readonly Neighbour[]>>;
  readonly sentences: readonly FrameId[];
  /** Sentences in which both the picked word and the new word stand. */
  readonly shared: readonly FrameId[];
  readonly zibNearCat: boolean;
  readonly zibCat: number;
  readonly applePear: number;
  readonly appleSamsung: number;
  readonly taught: number;
};

type Vectors = Readonly<Record<Word, readonly number[]>>;

function learn(taught: ParamValues<typeof params>['taught'], company: number): Vectors {
  const weights = positivePmi(countContexts(taught, company / 100), words.length, contexts.length);
  const rows = truncatedVectors(weights, words.length, contexts.length, WIDTH);
  return Object.fromEntries(words.map((word, i) => [word, rows[i] ?? []])) as unknown as Vectors;
}

/** The picture of the start, which later ones are turned to: rotations and mirrors of a map mean nothing. */
const first = flatten(Object.values(learn(params.taught.default, params.company.default)));

function run({ taught, company, picked }: ParamValues<typeof params>): Result {
  const vectors = learn(taught, company);
  const { points, kept } = flatten(Object.values(vectors), first.points);
  const near = (word: Word) =>
    words
      .filter((other) => other !== word)
      .map((other) => ({ word: other, cosine: cosine(vectors[word], vectors[other]) }))
      .sort((a, b) => b.cosine - a.cosine);
  const neighbours = Object.fromEntries(words.map((word) => [word, near(word)])) as unknown as Result['neighbours'];
  const sentences = framesOf(picked, taught);
  return {
    points: words.map((word, i) => ({ word, ...(points[i] ?? { x: 0, y: 0 }) })),
    kept,
    neighbours,
    sentences,
    shared: sentences.filter((id) => taught.some((one) => one === id)),
    zibNearCat: neighbours.cat[0]?.word === 'zib' && neighbours.zib[0]?.word === 'cat',
    zibCat: cosine(vectors.zib, vectors.cat),
    applePear: cosine(vectors.apple, vectors.pear),
    appleSamsung: cosine(vectors.apple, vectors.samsung),
    taught: taught.length,
  };
}

/** The three conditions of the goal, in the order they are shown. */
export function conditions(result: Result): readonly [near: boolean, few: boolean, between: boolean] {
  const { zibNearCat, zibCat, taught, applePear, appleSamsung } = result;
  return [
    zibNearCat && zibCat >= GOAL.cosine,
    taught > 0 && taught <= GOAL.sentences,
    Math.abs(applePear - appleSamsung) <= GOAL.apart,
  ];
}

export const core = defineCore({
  id: 'embedding-map',
  params,
  run,
  goal(result) {
    const [near, few, between] = conditions(result);
    const met = near && few && between;
    const { zibCat, applePear, appleSamsung } = result;
    const parts = [
      Math.min(1, Math.max(0, zibCat) / GOAL.cosine),
      Number(few),
      1 - Math.min(1, Math.abs(applePear - appleSamsung)),
    ];
    return { met, progress: met ? 1 : Math.min(0.99, parts.reduce((sum, part) => sum + part, 0) / parts.length) };
  },
  solution: { taught: ['feed', 'sofa', 'stroke', 'mouse'], company: 55 },
  /** Where is apple when half of its sentences are about the company? */
  predict() {
    const { applePear, appleSamsung } = run({ taught: params.taught.default, company: 50, picked: 'apple' });
    if (Math.min(applePear, appleSamsung) > 0.5) return 'between';
    return Math.max(applePear, appleSamsung) > 0.9 ? 'one' : 'nowhere';
  },
  table({ points, neighbours }) {
    return {
      columns: ['word', 'x', 'y', 'nearest', 'cosine'],
      rows: points.map(({ word, x, y }) => {
        const [nearest] = neighbours[word];
        return [word, x, y, nearest?.word ?? '', nearest?.cosine ?? 0];
      }),
    };
  },
});
