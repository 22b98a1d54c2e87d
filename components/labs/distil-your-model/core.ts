/**
 * Distil the learner's own tiny GPT into a student a third its size, beside the same student alone: same names, seed and steps.
 * What is compared is the share of the gap between the student alone and the teacher that teaching closes. The loss is in
 * lib/ml/tuning/distil.ts, the training in lib/thread/distil-student.ts.
 */
import { defineCore } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { countGptParameters } from '@/lib/ml/gpt/config';
import { canTeach, STUDENT } from '@/lib/thread/distil-student';
import { shippedCheckpoint } from '@/lib/thread/shipped';
import { shareElsewhere } from './dark-knowledge';
import { type Given, keyOf, type Lesson, teach } from './school';

/** Share of the gap to close, with at least so many own names. Checked over seeds by tests/bench/thresholds. */
export const GOAL = { closed: 0.25, own: 200 } as const;

export const params = {
  temperature: { kind: 'number', min: 0.5, max: 8, step: 0.5, default: 4 },
  alpha: { kind: 'number', min: 0, max: 1, step: 0.1, default: 0.5 },
  written: { kind: 'choice', options: ['0', '200', '1000', '4000'], default: '0' },
  own: { kind: 'choice', options: ['100', '200', '1000', '10000'], default: '200' },
  seed: { kind: 'seed', default: 1 },
} as const;

export type Result = {
  /** False for a model with another alphabet or a shorter context, which cannot teach these names. */
  readonly usable: boolean;
  readonly teacherParameters: number;
  readonly studentParameters: number;
  readonly alone: Lesson | null;
  readonly taught: Lesson | null;
  readonly teacherLoss: number | null;
  /** Share of the gap that teaching closed, negative if it did harm; null until known, or when the teacher is no better than the student alone. */
  readonly closed: number | null;
  readonly hopeless: boolean;
  readonly student: NonNullable<Given['outcome']>['student'];
};

type Values = ParamValues<typeof params>;

const questionOf = ({ temperature, alpha, written, own, seed }: Values) => ({
  temperature,
  alpha,
  written: Number(written),
  own: Number(own),
  seed,
});

/** Below this many nats between student and teacher there is nothing to close. */
const NO_GAP = 0.05;

function run(values: Values, { model, outcome }: Given): Result {
  // An outcome of other settings says nothing about these.
  const fresh = outcome?.key === keyOf(model, questionOf(values)) ? outcome : null;
  const [alone, taught, teacherLoss] = [
    fresh?.alone.loss ?? null,
    fresh?.taught.loss ?? null,
    fresh?.teacherLoss ?? null,
  ];
  const gap = alone === null || teacherLoss === null ? null : alone - teacherLoss;
  const hopeless = gap !== null && gap < NO_GAP;
  return {
    usable: canTeach(model),
    teacherParameters: countGptParameters(model.config),
    studentParameters: countGptParameters(STUDENT),
    alone: fresh?.alone ?? null,
    taught: fresh?.taught ?? null,
    teacherLoss,
    closed: gap === null || hopeless || alone === null || taught === null ? null : (alone - taught) / gap,
    hopeless,
    student: fresh?.student ?? null,
  };
}

export const core = defineCore({
  id: 'distil-your-model',
  params,
  given: (): Given => ({ model: shippedCheckpoint(), outcome: null }),
  run,
  work: (values, given) => teach(given, questionOf(values)),
  goal({ closed, student }, { own }) {
    if (closed === null || student === null) return { met: false, progress: 0 };
    const enough = Number(own) >= GOAL.own;
    const met = enough && closed >= GOAL.closed;
    return { met, progress: met ? 1 : Math.min(enough ? 0.99 : 0.5, Math.max(0, closed / GOAL.closed)) };
  },
  solution: { temperature: 1, alpha: 1, written: '4000', own: '200' },
  predict() {
    const share = shareElsewhere(shippedCheckpoint());
    return share < 0.1 ? 'little' : share < 0.6 ? 'some' : 'most';
  },
  table({ alone, taught }) {
    const steps = alone?.curve ?? [];
    return {
      columns: ['step', 'alone', 'taught'],
      rows: steps.map(({ step, loss }) => [step, loss, taught?.curve.find((one) => one.step === step)?.loss ?? '–']),
    };
  },
});
