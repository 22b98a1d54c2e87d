/** A linear and a two-layer classifier of our glyphs, and one sign step on each: what the gradient promises, what happens. */
import { signStep, signStepGain } from '@/lib/ml/attack/adversarial';
import {
  createDenseClassifier,
  type DenseClassifier,
  marginGradient,
  trainDenseClassifier,
} from '@/lib/ml/attack/dense-classifier';
import { createRandom } from '@/lib/random';
import { drawGlyphs, type Glyph, PIXELS } from './glyphs';

export const kinds = ['linear', 'mlp'] as const;
export type Kind = (typeof kinds)[number];
export const SHOWN = 10;
export const MAX_EPSILON = 0.4;
const HIDDEN = 24;
const TRAINING = 120;
const ROUNDS = 12;
const STEPS_A_ROUND = 10;
const CURVE_POINTS = 40;
const RANDOM_TRIES = 8;

/** Trains one classifier from scratch; yields after each round. */
export function* trainGlyphs(kind: Kind, seed: number): Generator<number, DenseClassifier, void> {
  const random = createRandom(seed).split(kind);
  const widths = kind === 'linear' ? [PIXELS, 2] : [PIXELS, HIDDEN, 2];
  const model = createDenseClassifier(widths, random);
  const examples = drawGlyphs(TRAINING, createRandom(seed).split('training'));
  for (let round = 1; round <= ROUNDS; round += 1) {
    trainDenseClassifier(model, examples, { steps: STEPS_A_ROUND, learningRate: 0.01 });
    yield round / ROUNDS;
  }
  return model;
}

export type GlyphResult = {
  readonly glyph: Glyph;
  readonly attacked: Float64Array;
  readonly margin: number;
  /** Drop of the margin: ε·‖g‖₁ by first order, and measured. */
  readonly promised: number;
  readonly dropped: number;
  /** Mean measured drop, and share of flips, of steps as large with random signs. */
  readonly randomDrop: number;
  readonly randomFlips: number;
};

/** Test glyphs, never trained on. */
export function testGlyphs(seed: number): Glyph[] {
  return drawGlyphs(SHOWN, createRandom(seed).split('test'));
}

export function attackGlyph(model: DenseClassifier, glyph: Glyph, epsilon: number, seed: number): GlyphResult {
  const { margin, gradient } = marginGradient(model, glyph.x, glyph.label);
  // Not clipped to [0, 1]: a clip would cut some pixels' step short, and the promise is about the whole step.
  const attacked = signStep(glyph.x, gradient, { epsilon, targeted: true });
  const marginAt = (x: Float64Array) => marginGradient(model, x, glyph.label).margin;
  const random = createRandom(seed).split('signs');
  const tries = Array.from({ length: RANDOM_TRIES }, () =>
    marginAt(glyph.x.map((value) => value + (random.next() < 0.5 ? -epsilon : epsilon))),
  );
  return {
    glyph,
    attacked,
    margin,
    promised: signStepGain(gradient, epsilon),
    dropped: margin - marginAt(attacked),
    randomDrop: margin - tries.reduce((sum, one) => sum + one, 0) / tries.length,
    randomFlips: margin < 0 ? 0 : tries.filter((one) => one < 0).length / tries.length,
  };
}

/** Margin drop of sign steps of every size, with the gradient taken once, at the glyph. */
export function dropCurve(model: DenseClassifier, glyph: Glyph): { readonly step: number; readonly truth: number }[] {
  const { margin, gradient } = marginGradient(model, glyph.x, glyph.label);
  return Array.from({ length: CURVE_POINTS + 1 }, (_, i) => {
    const step = (MAX_EPSILON * i) / CURVE_POINTS;
    const moved = signStep(glyph.x, gradient, { epsilon: step, targeted: true });
    return { step, truth: margin - marginGradient(model, moved, glyph.label).margin };
  });
}
