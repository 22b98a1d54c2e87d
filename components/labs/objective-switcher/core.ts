/**
 * One sentence as a training example of causal and of masked language modelling (`./objective.ts`): what each position is shown,
 * what it may look at, what it is scored on, and the two numbers that trade against each other: how many positions are scored,
 * and how much of the true sentence a scored one sees.
 *
 * Goal: the masking rate at which a masked prediction sees no more than a causal one does on average, within `TOLERANCE`.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { createRandom } from '@/lib/random';
import {
  causalExample,
  drawFates,
  type Example,
  type Fate,
  IGNORE,
  maskedExample,
  maySee,
  meanSight,
} from './objective';
import { cutText, MASK, MIN_TOKENS, sentences, strays } from './sentences';

export const TOLERANCE = 0.05;
/** With fewer tokens one draw decides everything, and the goal is luck. */
export const GOAL_TOKENS = 10;

export const params = {
  objective: { kind: 'choice', options: ['causal', 'masked'], default: 'causal' },
  sentence: { kind: 'choice', options: ['en', 'zh', 'own'], default: 'en' },
  own: { kind: 'text', maxLength: 160, default: '' },
  rate: { kind: 'number', min: 0.05, max: 0.95, step: 0.01, default: 0.15 },
  /** The position looked at, from 1. Clamped to the sentence. */
  pin: { kind: 'number', min: 1, max: 24, step: 1, default: 4 },
  seed: { kind: 'seed', default: 8 },
} as const;

export type Values = ParamValues<typeof params>;
export type Objective = Values['objective'];
export type Position = {
  readonly token: string;
  /** What the model is shown here. */
  readonly shown: string;
  readonly fate: Fate;
  /** The token it is scored on, or null. */
  readonly target: string | null;
};
export type Point = { readonly scored: number; readonly sight: number };
export type Result = {
  readonly objective: Objective;
  readonly positions: readonly Position[];
  readonly example: Example;
  /** Row = looking position, column = what it looks at, row-major: 2 a true token, 1 a hidden or replaced one, 0 out of sight. */
  readonly sightMap: readonly (0 | 1 | 2)[];
  readonly scored: number;
  readonly now: Point;
  readonly causal: Point;
  /** One point for each number of chosen positions. */
  readonly masked: readonly Point[];
  readonly pin: number;
  /** The learner's own text was too short, so the default sentence stands in. */
  readonly tooShort: boolean;
};

function tokensOf({ sentence, own }: Values): { readonly tokens: readonly string[]; readonly tooShort: boolean } {
  if (sentence !== 'own') return { tokens: sentences[sentence].split(' '), tooShort: false };
  const tokens = cutText(own);
  return tokens.length >= MIN_TOKENS
    ? { tokens, tooShort: false }
    : { tokens: sentences.en.split(' '), tooShort: true };
}

function run(values: Values): Result {
  const { objective, rate, seed } = values;
  const { tokens, tooShort } = tokensOf(values);
  const lost = tokens.some((token) => /\p{Script=Han}/u.test(token)) ? strays.zh : strays.en;
  // Ids in order of first appearance, [MASK] first.
  const vocabulary = [...new Set([MASK, ...tokens, ...lost])];
  const ids = tokens.map((token) => vocabulary.indexOf(token));
  const random = createRandom(seed).split('strays');
  const strayIds = ids.map(() => vocabulary.indexOf(lost[random.integer(lost.length)] ?? MASK));

  const count = tokens.length;
  const maskedAt = (share: number) => {
    const fates = drawFates(count, share, seed);
    return { fates, example: maskedExample(ids, fates, 0, strayIds) };
  };
  const pointOf = (example: Example, kind: Objective): Point => ({
    scored: example.labels.filter((label) => label !== IGNORE).length / count,
    sight: meanSight(ids, example, kind),
  });
  const { fates, example: masked } = maskedAt(rate);
  const causal = causalExample(ids);
  const example = objective === 'causal' ? causal : masked;
  const word = (id: number | undefined) => vocabulary[id ?? 0] ?? MASK;
  const now = pointOf(example, objective);
  return {
    objective,
    positions: tokens.map((token, i) => ({
      token,
      shown: word(example.inputs[i]),
      fate: objective === 'causal' ? 'context' : (fates[i] ?? 'context'),
      target: example.labels[i] === IGNORE ? null : word(example.labels[i]),
    })),
    example,
    sightMap: tokens.flatMap((_, from) =>
      tokens.map((__, to) => (!maySee(objective, from, to) ? 0 : example.inputs[to] === ids[to] ? 2 : 1)),
    ),
    scored: Math.round(now.scored * count),
    now,
    causal: pointOf(causal, 'causal'),
    masked: tokens.map((_, i) => pointOf(maskedAt((i + 1) / count).example, 'masked')),
    pin: Math.min(values.pin, count),
    tooShort,
  };
}

export const core = defineCore({
  id: 'objective-switcher',
  params,
  run,
  goal({ objective, positions, now, causal }: Result) {
    const miss = Math.max(0, Math.abs(now.sight - causal.sight) - TOLERANCE);
    const fair = objective === 'masked' && positions.length >= GOAL_TOKENS;
    const met = fair && miss <= 1e-9;
    return { met, progress: met ? 1 : fair ? Math.max(0, Math.min(0.99, 1 - 2 * miss)) : 0 };
  },
  solution: { objective: 'masked', sentence: 'en', rate: 0.5, seed: 8 },
  /** Positions scored by causal modelling for each one of MLM at 15%, on 512 tokens. */
  predict() {
    const ids = Array.from({ length: 512 }, (_, i) => i);
    const scored = ({ labels }: Example) => labels.filter((label) => label !== IGNORE).length;
    const ratio = scored(causalExample(ids)) / scored(maskedExample(ids, drawFates(512, 0.15, 1), 0, []));
    return ratio < 1.5 ? 'same' : ratio < 5 ? 'three' : 'seven';
  },
  table({ positions, example }: Result) {
    return {
      columns: ['position', 'token', 'shown', 'input', 'target', 'label'],
      rows: positions.map(({ token, shown, target }, i) => [
        i + 1,
        token,
        shown,
        example.inputs[i] ?? 0,
        target ?? '–',
        example.labels[i] ?? IGNORE,
      ]),
    };
  },
});
