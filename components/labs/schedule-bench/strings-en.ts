import type { LabStrings } from '@/components/labs/frame/lab-types';
import { formatFixed, formatPercent, formatSignificant } from '@/lib/format-number';
import { type core, GOAL, type Result, type Values } from './core';
import { STEPS } from './schedule';
import { BATCH, CONSTANT_RATES } from './training';

const shapes = {
  constant: 'Constant',
  linear: 'Linear',
  cosine: 'Cosine',
  wsd: 'Plateau, then decay (WSD)',
  restarts: 'Cosine, 2 restarts',
  inverse: 'Inverse square root',
};

export const en = {
  params: {
    shape: 'Shape',
    peak: 'Peak learning rate',
    warmup: 'Warm-up steps',
    decayFrom: 'Decay starts at step',
    floor: 'Floor, as a share of the peak',
    counting: 'Counting of the warm-up',
    seed: 'Seed',
  },
  options: {
    shape: shapes,
    counting: { zero: 'from 0 (Transformers)', above: 'from 1 (nanoGPT)' },
  },
  format: { floor: (value: number) => formatPercent(value, 0) },
  columns: {
    step: 'step',
    rate: 'learning rate',
    mine: 'loss, your schedule',
    ...Object.fromEntries(CONSTANT_RATES.map((rate) => [`constant${rate}`, `loss, constant ${rate}`])),
  },
  summary: ({ gain, best, sum, outcome }: Result, { shape, peak, warmup }: Values) => {
    const schedule = `${shapes[shape]}, peak ${peak}, ${warmup} steps of warm-up; the rates add up to ${formatSignificant(sum)}.`;
    const loss = outcome?.mine.loss;
    if (gain === null || !best || loss === null || loss === undefined) {
      if (outcome) return `${schedule} It is being trained.`;
      const low = best ? ` Among the constant rates ${best.rate} ends lowest, at ${formatFixed(best.loss, 3)}.` : '';
      return `${schedule} Not trained yet.${low}`;
    }
    return `${schedule} It ends at ${formatFixed(loss, 3)}, ${formatFixed(Math.abs(gain), 3)} ${gain >= 0 ? 'below' : 'above'} the best constant rate (${best.rate}, ${formatFixed(best.loss, 3)}).`;
  },
  work: () =>
    `Train with your schedule and ${CONSTANT_RATES.length} constant rates, ${STEPS} steps each: a few seconds`,
  rateTitle: 'Learning rate of each step',
  rateText: ({ rates }: Result) =>
    `The rate starts at ${formatSignificant(rates[0] ?? 0)}, is highest with ${formatSignificant(Math.max(...rates))} and ends at ${formatSignificant(rates.at(-1) ?? 0)}.`,
  rateNote: 'Dashed: the constant rates it is compared with; orange: the best of them.',
  corner: (warmup: number, peak: number) =>
    `End of the warm-up: step ${warmup}, rate ${peak}. Drag, or move with arrow keys`,
  edge: (step: number) => `The decay starts at step ${step}. Drag, or move with arrow keys`,
  lossTitle: 'Validation loss, nats per token',
  lossText: (result: Result) =>
    `Loss curves of ${result.outcome ? 'the schedule and of ' : ''}${result.constants.length} constant rates${result.best ? `; the best, ${result.best.rate}, ends at ${formatFixed(result.best.loss, 3)}` : ''}.`,
  waiting: 'Grey: the constant rates, trained beforehand; orange: the best of them. Train to add yours.',
  waitingAll: 'Train to see the curves from this seed.',
  notYet: 'not trained yet',
  mine: 'yours',
  constant: (rate: number) => `constant ${rate}`,
  finalTitle: `After ${STEPS} steps of ${BATCH} names, on 1,024 names it has not seen`,
  run: 'Run',
  loss: 'loss',
  against: 'against the best constant',
  best: 'best constant',
  difference: (value: number) => (Math.abs(value) < 0.0005 ? '0' : `${value > 0 ? '+' : ''}${formatFixed(value, 3)}`),
  needed: `The goal is ${formatFixed(-GOAL.gain, 2)}.`,
  brokeDown: 'broke down',
  running: '…',
  more: 'More: two ways to count a warm-up, and a floor',
  firstTitle: 'The same warm-up, counted in two ways',
  firstStep: 'step',
  firstNote: (warmup: number) =>
    warmup === 0
      ? 'Without a warm-up there is nothing to count.'
      : `Transformers multiplies by k / ${warmup}: step 0 computes a gradient and moves nothing. nanoGPT multiplies by (k + 1) / ${warmup + 1}. Both reach the peak at step ${warmup}.`,
  transformers: 'Transformers',
  nanogpt: 'nanoGPT',
} satisfies LabStrings<typeof core.params, Result> & Record<string, unknown>;
