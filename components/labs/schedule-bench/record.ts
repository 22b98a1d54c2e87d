/** Records the constant runs that are shown before the learner trains, for `recorded-constants.ts`. Not part of the page. */
import { finishWork } from '@/lib/labs/core';
import { CONSTANT_RATES, createBench, type Trained, trainWith } from './training';

/** One run a constant rate, rounded to what a plot can show. */
export function recordConstants(seed: number): Trained[] {
  const bench = createBench();
  const rounded = (loss: number) => Number(loss.toFixed(4));
  return CONSTANT_RATES.map((rate) => {
    const { curve, loss } = finishWork(trainWith(bench, { rate: () => rate, seed }));
    return {
      curve: curve.map((point) => ({ step: point.step, loss: rounded(point.loss) })),
      loss: loss === null ? null : rounded(loss),
    };
  });
}
