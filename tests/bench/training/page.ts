/** Runs in the browser: every contender in turn on one problem, round by round, so that a slow moment of the machine hits all. */
import { core } from '@/components/labs/train-a-gpt/core';
import { shapeOf } from '@/components/labs/train-a-gpt/settings';
import { defaultValues } from '@/lib/labs/params';
import { createSequenceSet } from '@/lib/ml/gpt/batch';
import { evaluateLoss } from '@/lib/ml/gpt/evaluate';
import { createGptTrainer } from '@/lib/ml/gpt/trainer';
import { encodeName } from '@/lib/thread/alphabet';
import { BASELINE_LOSSES } from '@/lib/thread/baseline-losses';
import { functionNames } from '@/lib/thread/names';
import { createJax } from './jax';
import { createOurs } from './ours';
import { type Contender, makeProblem, type SizeName } from './problem';
import { createTensorflow } from './tensorflow';

export type Race = {
  readonly parameters: number;
  readonly tokens: number;
  readonly results: readonly {
    readonly name: string;
    readonly losses: readonly number[];
    readonly msPerStep: number;
  }[];
};

const ROUNDS = 9;
const ROUND_MS = 250;
const WARM_STEPS = 5;
const LOOK_EVERY = 20;
const defaultSettings = defaultValues(core.params);

async function race(size: SizeName): Promise<Race> {
  const problem = makeProblem(size);
  const contenders: (readonly [string, Contender])[] = [
    ['ours, WebAssembly SIMD', createOurs(problem, 'simd')],
    ['ours, TypeScript', createOurs(problem, 'plain')],
    ['@tensorflow/tfjs, wasm', await createTensorflow(problem)],
    ['@jax-js/jax, wasm', await createJax(problem)],
  ];
  const entries = [];
  for (const [name, contender] of contenders) {
    const losses: number[] = [];
    for (let i = 0; i < WARM_STEPS; i += 1) losses.push(await contender.step());
    entries.push({ name, contender, losses, times: [] as number[] });
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { contender, times } of entries) {
      const begun = performance.now();
      let steps = 0;
      do {
        await contender.step();
        steps += 1;
      } while (performance.now() - begun < ROUND_MS);
      times.push((performance.now() - begun) / steps);
    }
  }
  return {
    parameters: problem.weights.length,
    tokens: problem.batch.size,
    results: entries.map(({ name, losses, times }) => ({
      name,
      losses,
      msPerStep: times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN,
    })),
  };
}

export type Milestone = {
  readonly seed: number;
  readonly bigramMs: number;
  readonly trigramMs: number;
  readonly steps: number;
};

/** How long a run with the lab's default settings takes, looks at the validation loss included, until it beats counting. */
function milestone(seed: number): Milestone {
  const { train, validation } = functionNames();
  const settings = { ...defaultSettings, seed };
  const trainer = createGptTrainer({ ...shapeOf(settings), data: createSequenceSet(train.map(encodeName)), seed });
  const sample = createSequenceSet(validation.slice(0, 256).map(encodeName));
  const begun = performance.now();
  let bigramMs = Number.POSITIVE_INFINITY;
  while (trainer.steps < settings.steps) {
    trainer.step();
    if (trainer.steps % LOOK_EVERY !== 0) continue;
    const { loss } = evaluateLoss(trainer.runner, sample);
    const now = performance.now() - begun;
    if (loss < BASELINE_LOSSES.bigram) bigramMs = Math.min(bigramMs, now);
    if (loss < BASELINE_LOSSES.trigram) return { seed, bigramMs, trigramMs: now, steps: trainer.steps };
  }
  return { seed, bigramMs, trigramMs: Number.POSITIVE_INFINITY, steps: trainer.steps };
}

Object.assign(globalThis, { race, milestone });
