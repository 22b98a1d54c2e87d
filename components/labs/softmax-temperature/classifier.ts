/**
 * A simulated classifier whose confidence at T = 1 is known to be too high: each logit is `OVERCONFIDENCE` times the one
 * its labels are drawn from, so the temperature that calibrates it is `OVERCONFIDENCE`, up to sampling noise.
 * The shape of Guo et al. 2017: a modern network is over-confident and one T > 1 repairs it.
 */
import { fitTemperature } from '@/lib/ml/metrics/calibration';
import { softmax } from '@/lib/ml/softmax';
import { createRandom } from '@/lib/random';

export const ANSWERS = 1000;
export const CLASSES = 6;
export const OVERCONFIDENCE = 1.8;
/** Standard deviation of the honest logits: gives an accuracy near 0.6. */
const SPREAD = 2;

export type Classifier = {
  readonly logits: readonly (readonly number[])[];
  readonly labels: readonly number[];
  /** Temperature of least cross-entropy on these very answers. */
  readonly fitted: number;
};

const made = new Map<number, Classifier>();

/** The classifier of a seed. Remembered, because fitting T costs more than everything else in the lab. */
export function simulateClassifier(seed: number): Classifier {
  const known = made.get(seed);
  if (known) return known;
  const random = createRandom(seed).split('classifier');
  const logits: number[][] = [];
  const labels: number[] = [];
  for (let i = 0; i < ANSWERS; i += 1) {
    const honest = Array.from({ length: CLASSES }, () => SPREAD * random.normal());
    labels.push(drawIndex(softmax(honest), random.next()));
    logits.push(honest.map((z) => OVERCONFIDENCE * z));
  }
  const classifier = { logits, labels, fitted: fitTemperature(logits, labels) };
  if (made.size > 20) made.clear();
  made.set(seed, classifier);
  return classifier;
}

function drawIndex(p: readonly number[], u: number): number {
  let left = u;
  for (let i = 0; i < p.length; i += 1) {
    left -= p[i] ?? 0;
    if (left < 0) return i;
  }
  return p.length - 1;
}
