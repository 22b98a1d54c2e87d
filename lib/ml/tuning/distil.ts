/**
 * Knowledge distillation: a student learns from the whole distribution of a teacher, not only from the one token that came next.
 *   loss = alpha · T² · KL(teacher ‖ student), both softened by T, + (1 − alpha) · cross-entropy, each the mean over positions
 * Source: Hinton, Vinyals & Dean 2015 (arXiv 1503.02531), §2; T² keeps the two gradients of one size when T changes.
 */
import type { Floats } from '@/lib/ml/kernels/kernels';

export type DistillationOptions = {
  /** T > 0: how far both distributions are flattened before they are compared. */
  readonly temperature: number;
  /** Weight of the teacher in [0, 1]; 0 is ordinary training. */
  readonly alpha: number;
  readonly vocab: number;
};

/** All in nats per token. */
export type DistillationLoss = { readonly loss: number; readonly kl: number; readonly crossEntropy: number };

/**
 * Loss over the first `size` rows of student and teacher [size, V]; writes d loss / d student logits into `dLogits`, where the
 * runner's `backward` looks for it. Throws RangeError on options out of range or arrays that are too short.
 */
export function distillationLoss(
  student: Floats,
  teacher: Floats,
  targets: Int32Array,
  size: number,
  options: DistillationOptions,
  dLogits: Floats,
): DistillationLoss {
  const { temperature: T, alpha, vocab } = checked(options, size, [student, teacher, dLogits], targets);
  // #region distillation
  const [hard, soft, wanted] = [new Float64Array(vocab), new Float64Array(vocab), new Float64Array(vocab)];
  let [kl, crossEntropy] = [0, 0];
  for (let row = 0; row < size; row += 1) {
    const [at, target] = [row * vocab, targets[row] as number];
    crossEntropy += softmaxRow(student, at, 1, hard) - (student[at + target] as number);
    // ln p − ln q is the difference of the logits over T and of the two log-sums; p sums to 1.
    kl += softmaxRow(student, at, T, soft) - softmaxRow(teacher, at, T, wanted);
    for (let i = 0; i < vocab; i += 1) {
      const p = wanted[i] as number;
      kl += (p * ((teacher[at + i] as number) - (student[at + i] as number))) / T;
      const fromTeacher = T * ((soft[i] as number) - p);
      const fromData = (hard[i] as number) - (i === target ? 1 : 0);
      dLogits[at + i] = (alpha * fromTeacher + (1 - alpha) * fromData) / size;
    }
  }
  const mean = { kl: kl / size, crossEntropy: crossEntropy / size };
  return { ...mean, loss: alpha * T * T * mean.kl + (1 - alpha) * mean.crossEntropy };
  // #endregion distillation
}

/** softmax(logits / T) of the row that starts at `at`, written to `p` [V]. Returns ln Σ exp(logits / T). */
function softmaxRow(logits: Floats, at: number, T: number, p: Float64Array): number {
  let top = -Infinity;
  for (let i = 0; i < p.length; i += 1) top = Math.max(top, (logits[at + i] as number) / T);
  let sum = 0;
  for (let i = 0; i < p.length; i += 1) {
    const value = Math.exp((logits[at + i] as number) / T - top);
    p[i] = value;
    sum += value;
  }
  for (let i = 0; i < p.length; i += 1) p[i] = (p[i] as number) / sum;
  return top + Math.log(sum);
}

function checked(
  options: DistillationOptions,
  size: number,
  rows: readonly Floats[],
  targets: Int32Array,
): DistillationOptions {
  const { temperature, alpha, vocab } = options;
  if (!(temperature > 0) || temperature === Infinity)
    throw new RangeError(`temperature must be above 0, got ${temperature}`);
  if (!(alpha >= 0 && alpha <= 1)) throw new RangeError(`alpha must be in [0, 1], got ${alpha}`);
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`size must be a positive integer, got ${size}`);
  if (rows.some((one) => one.length < size * vocab) || targets.length < size) {
    throw new RangeError(`the arrays are too short for ${size} rows of ${vocab}`);
  }
  return options;
}
