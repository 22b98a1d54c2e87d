/** The lab's long work: the student alone, then with its teacher, each measured on names that neither training nor choosing saw. */
import type { WorkProgress } from '@/lib/labs/core';
import type { Checkpoint } from '@/lib/ml/checkpoint';
import { createSequenceSet, type SequenceSet } from '@/lib/ml/gpt/batch';
import { evaluateInSteps } from '@/lib/ml/gpt/evaluate';
import { createGptRunner, type GptRunner } from '@/lib/ml/gpt/runner';
import { CONTEXT, encodeName } from '@/lib/thread/alphabet';
import {
  type CurvePoint,
  canTeach,
  STUDENT,
  studentCheckpoint,
  type Teaching,
  trainStudent,
} from '@/lib/thread/distil-student';
import { functionNames } from '@/lib/thread/names';

export const STEPS = 1000;
/** Validation names that are looked at while training, to stop in time; losses are reported on the next ones. */
const WATCHED = 120;
const REPORTED = 500;
const EVALUATED_AT_ONCE = 32;

export type Lesson = { readonly curve: readonly CurvePoint[]; readonly loss: number | null; readonly bestStep: number };
export type Outcome = {
  readonly key: string;
  readonly alone: Lesson;
  readonly taught: Lesson;
  /** Of the teacher, on the same names as the students'; null until measured. */
  readonly teacherLoss: number | null;
  /** The taught student, measured on all validation names; null until everything is done. */
  readonly student: Checkpoint | null;
};
export type Given = { readonly model: Checkpoint; readonly outcome: Outcome | null };
export type Question = Omit<Teaching, 'teacher'> & { readonly own: number; readonly seed: number };

const NOT_YET: Lesson = { curve: [], loss: null, bestStep: 0 };

export function keyOf({ id }: Checkpoint, question: Question): string {
  return JSON.stringify([id, question]);
}

export function* teach(given: Given, question: Question): Generator<WorkProgress<Given>, Given, void> {
  const { model } = given;
  if (!canTeach(model)) return given;
  const { own, seed, ...how } = question;
  const { train, validation } = functionNames();
  const watched = validation.slice(0, WATCHED);
  const reported = createSequenceSet(validation.slice(WATCHED, WATCHED + REPORTED).map(encodeName));
  let outcome: Outcome = {
    key: keyOf(model, question),
    alone: NOT_YET,
    taught: NOT_YET,
    teacherLoss: null,
    student: null,
  };
  let done = 0;
  const report = () => ({ done, total: 2 * STEPS, given: () => ({ model, outcome }) });
  function* measure(config: Checkpoint['config'], weights: Float32Array, set: SequenceSet) {
    const evaluation = evaluateInSteps(runnerOf(config, weights), set);
    for (;;) {
      const next = evaluation.next();
      if (next.done) return next.value.loss;
      yield report();
    }
  }

  const teacherLoss = yield* measure(model.config, model.weights, reported);
  outcome = { ...outcome, teacherLoss };
  for (const which of ['alone', 'taught'] as const) {
    const teaching = which === 'alone' ? null : { ...how, teacher: model };
    const begun = done;
    const training = trainStudent({ names: train.slice(0, own), teaching, watched, steps: STEPS, seed });
    for (let next = training.next(); ; next = training.next()) {
      if (!next.done) {
        done = begun + next.value.step;
        outcome = { ...outcome, [which]: { ...NOT_YET, curve: [...next.value.curve] } };
        yield report();
        continue;
      }
      const { weights, curve, bestStep } = next.value;
      const loss = yield* measure(STUDENT, weights, reported);
      outcome = { ...outcome, [which]: { curve, bestStep, loss } };
      if (which === 'taught') {
        const full = yield* measure(STUDENT, weights, createSequenceSet(validation.map(encodeName)));
        outcome = { ...outcome, student: studentCheckpoint(model, next.value, model.name, full, seed) };
      }
      break;
    }
  }
  return { model, outcome };
}

function runnerOf(config: Checkpoint['config'], weights: Float32Array): GptRunner {
  const runner = createGptRunner(config, { maxTokens: EVALUATED_AT_ONCE * CONTEXT });
  runner.weights.set(weights);
  return runner;
}
