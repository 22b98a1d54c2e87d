/**
 * One query and one key of four pairs, placed at any two positions, under four ways of telling attention where they stand.
 * All keys in the window hold the same content, so that what differs between their scores is position alone.
 * Formulas and sources: `./position.ts`; scores are divided by √d as in Vaswani 2017, eq. 1.
 *
 * Goal: under RoPE, the token three back gets at least half of the attention at every position tried. Two things are needed:
 * key angles that undo the turn of three steps, and vectors long enough for a sharp softmax.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { dotProduct } from '@/lib/ml/attention';
import { softmax } from '@/lib/ml/softmax';
import { alibiSlopes, pairFrequencies, rotatePairs, sinusoid } from './position';

export const PAIRS = 4;
const WIDTH = 2 * PAIRS;
/** How many keys the query sees: distances 0 … 31. */
export const WINDOW = 32;
export const TARGET = 3;
export const SHARE = 0.5;
/** Every this many tokens the whole scene is tried at another place. */
const STRIDE = 17;

export const params = {
  method: { kind: 'choice', options: ['rope', 'sinusoidal', 'alibi', 'none'], default: 'rope' },
  /** Angle of the key's content in each pair, in degrees; the query's is 0. */
  key: { kind: 'vector', min: -180, max: 180, step: 1, default: [0, 0, 0, 0] },
  distance: { kind: 'number', min: 0, max: WINDOW - 1, step: 1, default: 3 },
  position: { kind: 'number', min: WINDOW - 1, max: 500, step: 1, default: WINDOW - 1 },
  /** Length of query and key in each pair. */
  length: { kind: 'number', min: 1, max: 6, step: 0.1, default: 2.5 },
  base: { kind: 'choice', options: ['100', '10000', '500000'], default: '10000' },
  /** Which of eight ALiBi heads: slopes 1/2, 1/4, … 1/256. */
  head: { kind: 'choice', options: ['1', '2', '4', '8'], default: '2' },
} as const;
export type Values = ParamValues<typeof params>;

type Point = readonly [x: number, y: number];
export type Pair = {
  /** Radians a token. */
  readonly frequency: number;
  readonly query: Point;
  readonly key: Point;
  /** What the pair adds to the score. */
  readonly part: number;
};
export type Result = {
  readonly pairs: readonly Pair[];
  /** What ALiBi adds; 0 for the others. */
  readonly bias: number;
  /** At each distance 0 … 31, the query at `position`. */
  readonly scores: readonly number[];
  readonly weights: readonly number[];
  /** Least and largest weight at each distance over all positions tried. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Least and largest score at the chosen distance over all positions tried. */
  readonly scoreRange: readonly [low: number, high: number];
  /** Distance with the largest weight. */
  readonly top: number;
};

const spread = (angles: readonly number[], length: number) =>
  angles.flatMap((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    return [length * Math.cos(angle), length * Math.sin(angle)];
  });

/** A vector as the score sees it: turned, shifted, or left alone. */
function place(x: readonly number[], position: number, { method, base }: Values): readonly number[] {
  if (method === 'rope') return rotatePairs(x, position, Number(base));
  if (method !== 'sinusoidal') return x;
  const added = sinusoid(x.length, position, Number(base));
  return x.map((value, i) => value + (added[i] ?? 0));
}

/** Content angle of the key, in whole degrees within ±180, that makes its arrow in one pair point where `angle` (radians) says. */
export function keyAngleFor(angle: number, pair: number, { method, position, distance, base }: Values): number {
  const turned = method === 'rope' ? (position - distance) * (pairFrequencies(WIDTH, Number(base))[pair] ?? 0) : 0;
  const degrees = Math.round(((angle - turned) * 180) / Math.PI);
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}

const slopeOf = ({ method, head }: Values) => (method === 'alibi' ? (alibiSlopes(8)[Number(head) - 1] ?? 0) : 0);

function scoresAt(position: number, values: Values): number[] {
  const query = place(spread([0, 0, 0, 0], values.length), position, values);
  const content = spread(values.key, values.length);
  const slope = slopeOf(values);
  return Array.from({ length: WINDOW }, (_, distance) => {
    const key = place(content, position - distance, values);
    return dotProduct(query, key) / Math.sqrt(WIDTH) - slope * distance;
  });
}

function pairsAt(values: Values): Pair[] {
  const query = place(spread([0, 0, 0, 0], values.length), values.position, values);
  const key = place(spread(values.key, values.length), values.position - values.distance, values);
  return pairFrequencies(WIDTH, Number(values.base)).map((frequency, i) => {
    const at = (x: readonly number[]): Point => [x[2 * i] ?? 0, x[2 * i + 1] ?? 0];
    return { frequency, query: at(query), key: at(key), part: dotProduct(at(query), at(key)) / Math.sqrt(WIDTH) };
  });
}

function run(values: Values): Result {
  const scores = scoresAt(values.position, values);
  const weights = softmax(scores);
  const [low, high] = [[...weights], [...weights]];
  const own = scores[values.distance] ?? 0;
  const scoreRange: [number, number] = [own, own];
  for (let position = params.position.min; position <= params.position.max; position += STRIDE) {
    const tried = scoresAt(position, values);
    softmax(tried).forEach((weight, i) => {
      low[i] = Math.min(low[i] ?? weight, weight);
      high[i] = Math.max(high[i] ?? weight, weight);
    });
    scoreRange[0] = Math.min(scoreRange[0], tried[values.distance] ?? own);
    scoreRange[1] = Math.max(scoreRange[1], tried[values.distance] ?? own);
  }
  return {
    pairs: pairsAt(values),
    bias: -slopeOf(values) * values.distance,
    scores,
    weights,
    low,
    high,
    scoreRange,
    top: weights.indexOf(Math.max(...weights)),
  };
}

export const core = defineCore({
  id: 'rope-dial',
  params,
  run,
  goal({ low }: Result, { method }) {
    const least = low[TARGET] ?? 0;
    const met = method === 'rope' && least >= SHARE;
    const progress = Math.min(1, least / SHARE) * (method === 'rope' ? 1 : 0.5);
    return { met, progress: met ? 1 : Math.min(0.99, progress) };
  },
  solution: { method: 'rope', key: [172, 17, 2, 0], length: 4, base: '10000' },
  /** Query and key both move 400 tokens on, under RoPE. */
  predict() {
    const at = (position: number) => scoresAt(position, { ...defaults, position })[TARGET] ?? 0;
    const change = at(WINDOW - 1 + 400) - at(WINDOW - 1);
    return Math.abs(change) < 1e-9 ? 'same' : change < 0 ? 'falls' : 'rises';
  },
  table({ scores, weights, low, high }: Result) {
    return {
      columns: ['distance', 'score', 'weight', 'low', 'high', 'uniform'],
      rows: weights.map((weight, i) => [i, scores[i] ?? 0, weight, low[i] ?? 0, high[i] ?? 0, 1 / WINDOW]),
    };
  },
});

const defaults: Values = {
  method: params.method.default,
  key: params.key.default,
  distance: params.distance.default,
  position: params.position.default,
  length: params.length.default,
  base: params.base.default,
  head: params.head.default,
};
