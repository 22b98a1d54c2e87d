/**
 * Softmax with temperature over six named next tokens: p_i = e^(z_i/T) / Σ_j e^(z_j/T).
 * Around it: entropy in bits, the naive float32 form against the shifted one, and the calibration of a simulated
 * classifier at the same T (Guo et al. 2017, arXiv 1706.04599, §2 and §4.2).
 *
 * Goal: the top token has p = 0.90 ± 0.005 by temperature alone. "Alone" is a condition on the state, not on clicks:
 * at T = 1 the same logits must give the top token at most 0.80, so logits may be moved, but they cannot do T's work.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { expectedCalibrationError, type ReliabilityBin, reliabilityBins } from '@/lib/ml/metrics/calibration';
import { entropyBits, softmax, softmaxFloat32 } from '@/lib/ml/softmax';
import { simulateClassifier } from './classifier';

export const TOKENS = 6;
export const BINS = 10;
export const TARGET = 0.9;
export const TOLERANCE = 0.005;
/** At T = 1 the top token may have at most this much, or the goal is not the temperature's doing. */
export const MAX_AT_ONE = 0.8;

const params = {
  temperature: { kind: 'number', min: 0.1, max: 5, step: 0.01, default: 1 },
  logits: { kind: 'vector', min: -6, max: 6, step: 0.1, default: [3.2, 2.4, 1.8, 0.9, 0.1, -1.2] },
  offset: { kind: 'number', min: -120, max: 120, step: 1, default: 0 },
  /** Which token's formula is written out. */
  pin: { kind: 'number', min: 0, max: TOKENS - 1, step: 1, default: 0 },
  seed: { kind: 'seed', default: 7 },
} as const;

/** A float32 number, or in words what became of it. */
export type Float = number | 'inf' | 'nan';
export type FloatForm = {
  readonly exponentials: readonly Float[];
  readonly sum: Float;
  readonly p: readonly Float[];
  readonly verdict: 'fine' | 'overflow' | 'underflow';
};
export type Calibration = {
  readonly bins: readonly ReliabilityBin[];
  readonly ece: number;
  readonly confidence: number;
};
export type Result = {
  readonly p: readonly number[];
  readonly atOne: readonly number[];
  /** Index of the most probable token; of the first, if several tie. */
  readonly top: number;
  readonly bits: number;
  readonly bitsAtOne: number;
  /** (z_i + offset) / T, the exponents of the naive form. */
  readonly exponents: readonly number[];
  readonly naive: FloatForm;
  readonly safe: FloatForm;
  readonly now: Calibration;
  readonly one: Calibration;
  readonly accuracy: number;
  readonly fitted: number;
};

function nameFloat(x: number): Float {
  if (Number.isNaN(x)) return 'nan';
  return Number.isFinite(x) ? x : 'inf';
}

function float32Form(logits: readonly number[], temperature: number, shift: boolean): FloatForm {
  const { exponentials, sum, p } = softmaxFloat32(logits, temperature, shift);
  return {
    exponentials: exponentials.map(nameFloat),
    sum: nameFloat(sum),
    p: p.map(nameFloat),
    verdict: sum === Infinity ? 'overflow' : sum === 0 ? 'underflow' : 'fine',
  };
}

function calibrate(seed: number, temperature: number): Calibration & { readonly accuracy: number } {
  const { logits, labels } = simulateClassifier(seed);
  const confidence: number[] = [];
  const correct: boolean[] = [];
  logits.forEach((z, i) => {
    const p = softmax(z, temperature);
    const best = Math.max(...p);
    confidence.push(Math.min(1, best));
    correct.push(p.indexOf(best) === labels[i]);
  });
  const bins = reliabilityBins(confidence, correct, BINS);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    bins,
    ece: expectedCalibrationError(bins),
    confidence: mean(confidence),
    accuracy: mean(correct.map(Number)),
  };
}

function run({ logits, temperature, offset, seed }: ParamValues<typeof params>): Result {
  const shifted = logits.map((z) => z + offset);
  const p = softmax(shifted, temperature);
  const atOne = softmax(shifted);
  const { accuracy, ...now } = calibrate(seed, temperature);
  return {
    p,
    atOne,
    top: logits.indexOf(Math.max(...logits)),
    bits: entropyBits(p),
    bitsAtOne: entropyBits(atOne),
    exponents: shifted.map((z) => z / temperature),
    naive: float32Form(shifted, temperature, false),
    safe: float32Form(shifted, temperature, true),
    now,
    one: calibrate(seed, 1),
    accuracy,
    fitted: simulateClassifier(seed).fitted,
  };
}

export const core = defineCore({
  id: 'softmax-temperature',
  params,
  run,
  goal({ p, atOne, top }: Result) {
    const value = p[top] ?? 0;
    const miss = Math.max(0, Math.abs(value - TARGET) - TOLERANCE);
    const honest = (atOne[top] ?? 1) <= MAX_AT_ONE;
    const met = miss <= 1e-12 && honest;
    const progress = Math.max(0, 1 - miss / TARGET) * (honest ? 1 : 0.5);
    return { met, progress: met ? 1 : Math.min(0.99, progress) };
  },
  solution: { temperature: 0.34 },
  /** Does the classifier answer more questions right when T is lowered to 0.5? */
  predict() {
    const before = calibrate(params.seed.default, 1).accuracy;
    const after = calibrate(params.seed.default, 0.5).accuracy;
    return after > before ? 'rises' : after < before ? 'falls' : 'same';
  },
  table({ p, atOne, exponents, naive, safe }: Result, { logits }) {
    return {
      columns: ['token', 'logit', 'exponent', 'probability', 'baseline', 'naive', 'safe'],
      rows: logits.map((z, i) => [
        i + 1,
        z,
        exponents[i] ?? 0,
        p[i] ?? 0,
        atOne[i] ?? 0,
        naive.p[i] ?? 'nan',
        safe.p[i] ?? 'nan',
      ]),
    };
  },
});
