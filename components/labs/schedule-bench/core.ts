/**
 * A schedule against constant rates, on a real training run of equal length. A high rate finds a good region and cannot settle in
 * it, a low rate settles and gets nowhere: a decay lets a run have both. Sources: Loshchilov & Hutter 2017 (arXiv 1608.03983),
 * Hu et al. 2024 (WSD, arXiv 2404.06395), Goyal et al. 2017 (warm-up, arXiv 1706.02677).
 */
import { defineCore, finishWork, type WorkProgress } from '@/lib/labs/core';
import type { ParamValues } from '@/lib/labs/params';
import { recordedConstants } from './recorded-constants';
import { rateAt, type Schedule, STEPS, shapes } from './schedule';
import { CONSTANT_RATES, createBench, type Trained, trainWith } from './training';

/** Nats per token below the best constant rate. Checked over five seeds by tests/bench/thresholds/schedule-bench.ts. */
export const GOAL = { gain: 0.06 } as const;

export const params = {
  shape: { kind: 'choice', options: shapes, default: 'constant' },
  peak: { kind: 'number', min: 0.001, max: 0.06, step: 0.001, default: 0.01 },
  warmup: { kind: 'number', min: 0, max: 200, step: 5, default: 40 },
  decayFrom: { kind: 'number', min: 0, max: STEPS, step: 10, default: 320 },
  floor: { kind: 'number', min: 0, max: 0.5, step: 0.05, default: 0 },
  counting: { kind: 'choice', options: ['zero', 'above'], default: 'zero' },
  seed: { kind: 'seed', default: 1 },
} as const;
export type Values = ParamValues<typeof params>;

export type Outcome = {
  readonly key: string;
  readonly mine: Trained;
  /** In the order of CONSTANT_RATES; as many as are done. */
  readonly constants: readonly Trained[];
};
export type Given = { readonly outcome: Outcome | null };

export type Result = {
  /** Learning rate of every update, STEPS of them. */
  readonly rates: readonly number[];
  /** The sum of the rates: how far the run could walk. */
  readonly sum: number;
  readonly outcome: Outcome | null;
  /** Runs at the constant rates, as many as are known: those of the outcome, before it those recorded from the default seed. */
  readonly constants: readonly Trained[];
  readonly best: { readonly rate: number; readonly loss: number } | null;
  /** How many nats per token the schedule is below the best constant rate; null until all have run. */
  readonly gain: number | null;
};

function scheduleOf({ shape, peak, warmup, decayFrom, floor, counting }: Values): Schedule {
  return { shape, peak, warmup, decayFrom, floor, counting };
}
const keyOf = (values: Values): string => JSON.stringify([scheduleOf(values), values.seed]);

function run(values: Values, given: Given): Result {
  const { seed } = values;
  const schedule = scheduleOf(values);
  const rates = Array.from({ length: STEPS }, (_, k) => rateAt(k, schedule));
  const outcome = given.outcome?.key === keyOf(values) ? given.outcome : null;
  const constants = outcome?.constants.length
    ? outcome.constants
    : seed === params.seed.default
      ? recordedConstants
      : [];
  const finished = constants.flatMap(({ loss }, i) => (loss === null ? [] : [{ rate: CONSTANT_RATES[i] ?? 0, loss }]));
  const complete = constants.length === CONSTANT_RATES.length;
  const best = complete
    ? finished.reduce((low, one) => (one.loss < low.loss ? one : low), finished[0] ?? { rate: 0, loss: Infinity })
    : null;
  const mine = outcome?.mine.loss ?? null;
  return {
    rates,
    sum: rates.reduce((total, rate) => total + rate, 0),
    outcome,
    constants,
    best: best && Number.isFinite(best.loss) ? best : null,
    // What was recorded may differ a little from what this machine computes, so a gain waits for runs of one make.
    gain:
      best && Number.isFinite(best.loss) && mine !== null && constants === outcome?.constants ? best.loss - mine : null,
  };
}

function* work(values: Values): Generator<WorkProgress<Given>, Given, void> {
  const key = keyOf(values);
  const schedule = scheduleOf(values);
  const { seed } = values;
  const total = STEPS * (1 + CONSTANT_RATES.length);
  const bench = createBench();
  const constants: Trained[] = [];
  const mine = yield* reported(trainWith(bench, { rate: (k) => rateAt(k, schedule), seed }), 0, total, (now) => ({
    outcome: { key, mine: now, constants: [] },
  }));
  for (const [i, rate] of CONSTANT_RATES.entries()) {
    const trained = yield* reported(trainWith(bench, { rate: () => rate, seed }), STEPS * (i + 1), total, (now) => ({
      outcome: { key, mine, constants: [...constants, now] },
    }));
    constants.push(trained);
  }
  return { outcome: { key, mine, constants } };
}

/** One run among several: its progress as part of the whole, and what stands so far as the lab's `given`. */
function* reported(
  steps: Generator<WorkProgress<Trained>, Trained, void>,
  offset: number,
  total: number,
  wrap: (now: Trained) => Given,
): Generator<WorkProgress<Given>, Trained, void> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    const { given } = value;
    yield {
      done: offset + value.done,
      total,
      ...(typeof given === 'function' ? { given: () => wrap(given()) } : {}),
    };
  }
}

/** A quarter of the steps are enough to tell; tests/bench/thresholds/schedule-bench.txt has the whole. */
const PREDICT_STEPS = 100;
let predicted: string | null = null;
function predict(): string {
  if (predicted === null) {
    const bench = createBench();
    const end = (shape: 'constant' | 'cosine') => {
      const schedule: Schedule = { shape, peak: 0.01, warmup: 0, decayFrom: 0, floor: 0, counting: 'zero' };
      const rate = (k: number) => rateAt(k, schedule, PREDICT_STEPS);
      return finishWork(trainWith(bench, { rate, seed: params.seed.default, steps: PREDICT_STEPS })).loss ?? Infinity;
    };
    const ahead = end('cosine') - end('constant');
    predicted = Math.abs(ahead) < 0.005 ? 'same' : ahead > 0 ? 'constant' : 'cosine';
  }
  return predicted;
}

export const core = defineCore({
  id: 'schedule-bench',
  params,
  given: (): Given => ({ outcome: null }),
  run,
  work,
  goal({ gain }) {
    if (gain === null) return { met: false, progress: 0 };
    const met = gain >= GOAL.gain;
    return { met, progress: met ? 1 : Math.min(0.99, Math.max(0, gain / GOAL.gain)) };
  },
  solution: { shape: 'wsd', peak: 0.025, warmup: 20, decayFrom: 240, floor: 0, counting: 'zero' },
  predict,
  table({ rates, outcome, constants }) {
    const marks = [0, 1, 2, 5, ...Array.from({ length: STEPS / 20 }, (_, i) => 20 * (i + 1))];
    const lossAt = (trained: Trained | undefined, step: number) =>
      trained?.curve.find((point) => point.step === step)?.loss ?? '–';
    return {
      columns: ['step', 'rate', 'mine', ...CONSTANT_RATES.map((rate) => `constant${rate}`)],
      rows: marks.map((step) => [
        step,
        rates[step] ?? '–',
        lossAt(outcome?.mine, step),
        ...CONSTANT_RATES.map((_, i) => lossAt(constants[i], step)),
      ]),
    };
  },
});
