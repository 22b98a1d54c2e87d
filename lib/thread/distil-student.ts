/**
 * A small student taught by a trained model. The teacher helps in two ways: with its whole distribution at every position
 * (Hinton 2015), and by writing names the student would not have (sequence-level distillation, Kim & Rush 2016, arXiv 1606.07947).
 * Without a teacher the same student is trained on the same names with the same seed and steps: the baseline.
 */
import { type Checkpoint, deriveCheckpoint } from '@/lib/ml/checkpoint';
import { createSequenceSet, type SequenceSet } from '@/lib/ml/gpt/batch';
import { type GptConfig, initGptWeights } from '@/lib/ml/gpt/config';
import { evaluateInSteps } from '@/lib/ml/gpt/evaluate';
import { createGptRunner } from '@/lib/ml/gpt/runner';
import { createOptimizer } from '@/lib/ml/optim/optimizer';
import { cosineWithWarmup } from '@/lib/ml/optim/schedule';
import { distillationLoss } from '@/lib/ml/tuning/distil';
import { createRandom } from '@/lib/random';
import { CONTEXT, encodeName, VOCAB } from './alphabet';
import { createBatchStream } from './batch-stream';
import { writeNames } from './written-names';

/** 1,408 parameters. Two heads, so that a head is four wide and the fast kernels fit. */
export const STUDENT: GptConfig = { layers: 1, heads: 2, kvHeads: 2, width: 8, context: CONTEXT, vocab: VOCAB };

export type Teaching = {
  readonly teacher: Checkpoint;
  readonly temperature: number;
  /** Weight of the teacher's distribution against the token that came next, in [0, 1]. */
  readonly alpha: number;
  /** Names the teacher writes and the student reads besides its own. */
  readonly written: number;
};

export type StudentOptions = {
  /** The student's own names. */
  readonly names: readonly string[];
  /** Null: the student learns alone. */
  readonly teaching: Teaching | null;
  /** Names to look at while training: the weights of the best look are kept, so that a student who overfits is stopped in time. */
  readonly watched: readonly string[];
  readonly steps: number;
  readonly seed: number;
};

export type CurvePoint = { readonly step: number; readonly loss: number };
export type StudentProgress = { readonly step: number; readonly curve: readonly CurvePoint[] };
/** `bestStep` is the look that was kept. */
export type Student = {
  readonly weights: Float32Array;
  readonly bestStep: number;
  readonly curve: readonly CurvePoint[];
};

const BATCH = 32;
const LEARNING_RATE = 0.02;
const WARMUP = 50;
const FLOOR = 0.1;
/** Looks in a training. */
const LOOKS = 20;

/**
 * Trains a student; yields after every step. The same options give the same student.
 * Throws RangeError on no names, steps below 1, or a teacher with another alphabet or a shorter context.
 */
export function* trainStudent(options: StudentOptions): Generator<StudentProgress, Student, void> {
  const { names, teaching, watched, steps, seed } = options;
  if (!Number.isInteger(steps) || steps < 1) throw new RangeError(`steps must be a positive integer, got ${steps}`);
  if (names.length === 0) throw new RangeError('a student needs at least one name');
  if (teaching && !canTeach(teaching.teacher)) {
    throw new RangeError(`a teacher needs the ${VOCAB} tokens of the names and a context of ${CONTEXT}`);
  }
  const random = createRandom(seed);
  const sequences = names.map(encodeName);
  const curve: CurvePoint[] = [];
  if (teaching) {
    const writing = writeNames(teaching.teacher, teaching.written, random.split('written'));
    for (let next = writing.next(); ; next = writing.next()) {
      if (next.done) {
        sequences.push(...next.value);
        break;
      }
      yield { step: 0, curve };
    }
  }
  const data = createSequenceSet(sequences);
  const batchSize = Math.min(BATCH, data.count);
  const maxTokens = batchSize * CONTEXT;
  const student = createGptRunner(STUDENT, { maxTokens });
  student.weights.set(initGptWeights(STUDENT, random.split('weights')));
  const teacher = teaching ? teacherRunner(teaching.teacher, maxTokens) : null;
  const optimizer = createOptimizer({ kind: 'adam', betas: [0.9, 0.99] }, student.layout.size);
  const schedule = {
    warmup: Math.min(WARMUP, Math.floor(steps / 10)),
    firstStep: 'above',
    total: steps,
    floor: FLOOR,
  } as const;
  const nextBatch = createBatchStream(data, batchSize, random.split('order'));
  const looking = createSequenceSet(watched.map(encodeName));
  let best = { loss: Infinity, step: 0, weights: Float32Array.from(student.weights) };

  for (let step = 0; step < steps; step += 1) {
    const batch = nextBatch();
    student.forward(batch);
    if (teaching && teacher) {
      teacher.forward(batch);
      const { temperature, alpha } = teaching;
      const how = { temperature, alpha, vocab: VOCAB };
      distillationLoss(student.logits, teacher.logits, batch.targets, batch.size, how, student.dLogits);
    } else student.crossEntropy(batch);
    student.backward(batch);
    optimizer.step(student.weights, student.grads, LEARNING_RATE * cosineWithWarmup(step, schedule));
    const done = step + 1;
    if (done === steps || Math.floor((done * LOOKS) / steps) > Math.floor((step * LOOKS) / steps)) {
      const { loss } = yield* evaluateQuietly(student, looking, () => ({ step: done, curve }));
      curve.push({ step: done, loss });
      if (loss < best.loss) best = { loss, step: done, weights: Float32Array.from(student.weights) };
    }
    yield { step: done, curve };
  }
  return { weights: best.weights, bestStep: best.step, curve };
}

/** The distilled student as a checkpoint whose parent is its teacher. `validationLoss` is left for who knows the full validation. */
export function studentCheckpoint(
  teacher: Checkpoint,
  student: Student,
  name: string,
  validationLoss: number,
  seed: number,
): Checkpoint {
  const change = { config: STUDENT, weights: student.weights, validationLoss, name, seed, step: student.bestStep };
  return deriveCheckpoint(teacher, change, `distil:${student.bestStep}`);
}

/** The same in one go, for scripts. */
export function distilStudent(options: StudentOptions): Student {
  const training = trainStudent(options);
  for (;;) {
    const { done, value } = training.next();
    if (done) return value;
  }
}

/** Whether this model reads the names of the thread. */
export function canTeach({ config }: Checkpoint): boolean {
  return config.vocab === VOCAB && config.context >= CONTEXT;
}

function teacherRunner({ config, weights }: Checkpoint, maxTokens: number) {
  const runner = createGptRunner(config, { maxTokens });
  runner.weights.set(weights);
  return runner;
}

/** Evaluates and yields something else meanwhile. */
function* evaluateQuietly<T>(
  runner: Parameters<typeof evaluateInSteps>[0],
  set: SequenceSet,
  meanwhile: () => T,
): Generator<T, { readonly loss: number }, void> {
  const evaluation = evaluateInSteps(runner, set);
  for (;;) {
    const { done, value } = evaluation.next();
    if (done) return value;
    yield meanwhile();
  }
}
