/**
 * What the gradient promises of an attack, and what the attack does: on a linear classifier, on a network with one hidden layer,
 * and on the thread's GPT, where swapping a letter is not a small step at all.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { signStepGain } from '@/lib/ml/attack/adversarial';
import { marginGradient } from '@/lib/ml/attack/dense-classifier';
import { MAX_NAME_LENGTH } from '@/lib/thread/alphabet';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { attackGlyph, dropCurve, type GlyphResult, MAX_EPSILON, SHOWN, testGlyphs } from './glyph-attack';
import { type Given, measureKey, measureName, trainClassifiers } from './measuring';
import {
  type Candidate,
  estimateFlips,
  gradientPair,
  letterLosses,
  lossFactor,
  measuredPair,
  measureFlips,
  type StepPoint,
  stepCurve,
  untouchedLoss,
} from './name-attack';
import { cleanAttack, flippedPlaces, letterPlace, MAX_FLIPS, names } from './name-rules';

/**
 * Two flips must do this many times what the gradient's own pair does. Not a fixed number: a well-trained model is hardly surprised
 * by the name itself, so its surprise can grow far more than that of a model of a few hundred steps.
 */
export const GOAL = { times: 1.5 } as const;

export const params = {
  target: { kind: 'choice', options: ['linear', 'mlp', 'gpt'], default: 'gpt' },
  name: { kind: 'choice', options: names, default: 'sort_users_by_email' },
  /** The name after the flips; empty is the name itself. */
  attacked: { kind: 'text', maxLength: MAX_NAME_LENGTH, default: '' },
  /** Letter looked at, from 1. */
  place: { kind: 'number', min: 1, max: MAX_NAME_LENGTH, step: 1, default: 7 },
  shade: { kind: 'choice', options: ['estimate', 'measured'], default: 'estimate' },
  epsilon: { kind: 'number', min: 0, max: MAX_EPSILON, step: 0.01, default: 0.1 },
  glyph: { kind: 'number', min: 1, max: SHOWN, step: 1, default: 2 },
  seed: { kind: 'seed', default: 7 },
} as const;

/** The attack in small steps: what it does, against the straight line the gradient promises. */
export type Curve = { readonly points: readonly StepPoint[]; readonly slope: number };

export type NameResult = {
  readonly attacked: string;
  readonly flips: number;
  /** −ln p of each letter and of the end, before and after, nats. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly factor: number;
  readonly gradientName: string;
  readonly gradientFactor: number;
  /** Factor that the goal asks for, on this model and name. */
  readonly goalFactor: number;
  readonly candidates: readonly Candidate[];
  /** One for each candidate; null until it was measured. */
  readonly changes: readonly number[] | null;
  readonly randomFactor: number | null;
  /** Rank of the gradient's favourite among all replacements by measured change, 1 the worst for the model; null before. */
  readonly favouriteRank: number | null;
  /** The replacement on the curve, in the letter looked at. */
  readonly shown: { readonly place: number; readonly letter: string; readonly from: string };
  readonly curve: Curve;
};

export type GlyphsResult = {
  readonly results: readonly GlyphResult[];
  readonly picked: number;
  readonly flipped: number;
  readonly randomFlipped: number;
  readonly curve: Curve;
};

export type Result = { readonly name: NameResult; readonly glyphs: GlyphsResult | null };

function runName({ name, attacked: text, place, seed }: ParamValues<typeof params>, given: Given): NameResult {
  const { model } = given;
  const attacked = cleanAttack(name, text);
  const [before = new Float64Array(), after = before] = letterLosses(model, [name, attacked]);
  const candidates = estimateFlips(model, name, attacked);
  const fresh = given.measured?.key === measureKey(model, name, attacked, seed) ? given.measured : null;
  const pair = gradientPair(model, name);
  const gradientFactor = lossFactor(model, name, pair);
  const at = letterPlace(name, place);
  const shown = shownFlip(name, attacked, at, candidates);
  // A flip that was made is shown from the letter that stood there, with the other flip in place.
  const start = attacked.slice(0, at) + (name[at] ?? '') + attacked.slice(at + 1);
  const fromStart = start === attacked ? candidates : estimateFlips(model, name, start);
  const slope = fromStart.find((one) => one.place === at && one.letter === shown.letter)?.estimate ?? 0;
  return {
    attacked,
    flips: flippedPlaces(name, attacked).length,
    before,
    after,
    factor: untouchedLoss(after, name, attacked) / Math.max(1e-6, untouchedLoss(before, name, attacked)),
    gradientName: pair,
    gradientFactor,
    goalFactor: GOAL.times * Math.max(1, gradientFactor),
    candidates,
    changes: fresh?.changes ?? null,
    randomFactor: fresh?.randomFactor ?? null,
    favouriteRank: fresh ? rankOfFavourite(candidates, fresh.changes) : null,
    shown: { ...shown, from: name[at] ?? '' },
    curve: { points: stepCurve(model, name, start, at, shown.letter), slope },
  };
}

/** The flip made at this place, or the one the gradient would make there. */
function shownFlip(name: string, attacked: string, place: number, candidates: readonly Candidate[]) {
  const made = attacked[place] ?? '';
  if (made !== name[place]) return { place, letter: made };
  const here = candidates.filter((one) => one.place === place);
  const best = here.reduce<Candidate | null>((top, one) => (top && top.estimate >= one.estimate ? top : one), null);
  return { place, letter: best?.letter ?? made };
}

function rankOfFavourite(candidates: readonly Candidate[], changes: readonly number[]): number {
  const estimates = candidates.map(({ estimate }) => estimate);
  const favourite = changes[estimates.indexOf(Math.max(...estimates))] ?? 0;
  return changes.filter((change) => change > favourite).length + 1;
}

function runGlyphs({ target, epsilon, glyph, seed }: ParamValues<typeof params>, given: Given): GlyphsResult | null {
  const { trained } = given;
  if (target === 'gpt' || trained?.seed !== seed) return null;
  const model = trained[target];
  const results = testGlyphs(seed).map((one, i) => attackGlyph(model, one, epsilon, seed + i));
  const picked = results[glyph - 1] ?? results[0];
  if (!picked) return null;
  return {
    results,
    picked: results.indexOf(picked),
    flipped: results.filter(({ margin, dropped }) => margin > 0 && margin < dropped).length,
    randomFlipped: results.reduce((sum, { randomFlips }) => sum + randomFlips, 0),
    curve: {
      points: dropCurve(model, picked.glyph),
      slope: signStepGain(marginGradient(model, picked.glyph.x, picked.glyph.label).gradient, 1),
    },
  };
}

export const core = defineCore({
  id: 'attack-your-model',
  params,
  given: (): Given => ({ model: shippedCheckpoint(), measured: null, trained: null }),
  run: (values: ParamValues<typeof params>, given: Given): Result => ({
    name: runName(values, given),
    glyphs: runGlyphs(values, given),
  }),
  work: ({ target, name, attacked, seed }, given) =>
    target === 'gpt' ? measureName(given, name, cleanAttack(name, attacked), seed) : trainClassifiers(given, seed),
  workParams: ['target', 'name', 'attacked', 'seed'],
  autoWork: true,
  goal({ name }, { target }) {
    const met = target === 'gpt' && name.flips === MAX_FLIPS && name.factor >= name.goalFactor;
    const near = target === 'gpt' ? Math.log(Math.max(1, name.factor)) / Math.log(name.goalFactor) : 0;
    return { met, progress: met ? 1 : Math.min(0.99, near) };
  },
  /** Measures every replacement twice and takes the worst each time, on the first name where that is enough. */
  solve({ model }) {
    const tried = names.map((name) => {
      const attacked = measuredPair(model, name);
      const wanted = GOAL.times * Math.max(1, lossFactor(model, name, gradientPair(model, name)));
      return { name, attacked, ratio: lossFactor(model, name, attacked) / wanted };
    });
    const best = tried.reduce((top, one) => (top.ratio >= 1 || top.ratio >= one.ratio ? top : one));
    return { target: 'gpt', name: best.name, attacked: best.attacked };
  },
  solution: { target: 'gpt', name: 'sort_users_by_email', attacked: 'qort_uqers_by_email', place: 7 },
  predict() {
    const model = shippedCheckpoint();
    const name = params.name.default;
    const candidates = estimateFlips(model, name, name);
    const measuring = measureFlips(model, name, name, candidates);
    let state = measuring.next();
    while (!state.done) state = measuring.next();
    const rank = rankOfFavourite(candidates, state.value);
    return rank <= 3 ? 'top' : rank <= candidates.length / 4 ? 'quarter' : 'middle';
  },
  table({ name, glyphs }, { target }) {
    if (target === 'gpt') {
      return {
        columns: ['place', 'from', 'to', 'estimate', 'measured'],
        rows: name.candidates.map(({ place, letter, estimate }, i) => [
          place + 1,
          name.attacked[place] ?? '',
          letter,
          estimate,
          name.changes?.[i] ?? '–',
        ]),
      };
    }
    return {
      columns: ['glyph', 'margin', 'promised', 'dropped', 'randomDrop'],
      rows: (glyphs?.results ?? []).map(({ margin, promised, dropped, randomDrop }, i) => [
        i + 1,
        margin,
        promised,
        dropped,
        randomDrop,
      ]),
    };
  },
});
