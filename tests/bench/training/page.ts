/** Runs in the browser: every contender in turn on one problem, round by round, so that a slow moment of the machine hits all. */
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

Object.assign(globalThis, { race });
