/**
 * The change ΔW that full fine-tuning would make, as a model of it that the page can decompose: one 32 × 32 matrix for
 * each kind of linear layer, built from terms of falling size plus noise. How fast they fall is the task's complexity.
 *
 * The energy ‖ΔW‖² is split among the layers by their number of parameters: Adam moves every weight by about the same
 * amount. Real updates differ in detail; what carries over is that no rank helps a layer that has no adapter.
 */

import { type LinearName, linearNames } from '@/lib/ml/cost/model-shape';
import { capturedEnergy, singularValues, svd, truncate, truncationError } from '@/lib/ml/svd';
import { createRandom } from '@/lib/random';

export const WIDTH = 32;

/** Ratio of one term to the one before, and the size of the noise in every entry. */
const tasks = {
  style: { decay: 0.5, noise: 0.002 },
  domain: { decay: 0.85, noise: 0.002 },
  skill: { decay: 0.97, noise: 0.2 },
} as const;
export type Task = keyof typeof tasks;

export type Update = {
  /** [WIDTH, WIDTH], row-major. */
  readonly change: readonly number[];
  /** Singular values, largest first. */
  readonly values: readonly number[];
};

/** What the last few tasks and seeds gave: the same arguments always give the same matrices. */
const remembered = new Map<string, Readonly<Record<LinearName, Update>>>();
const REMEMBER = 6;

export function makeUpdates(task: Task, seed: number): Readonly<Record<LinearName, Update>> {
  const key = `${task}/${seed}`;
  const known = remembered.get(key);
  if (known) return known;
  const made = Object.fromEntries(linearNames.map((name) => [name, makeUpdate(task, seed, name)])) as Record<
    LinearName,
    Update
  >;
  const oldest = remembered.keys().next().value;
  if (remembered.size >= REMEMBER && oldest !== undefined) remembered.delete(oldest);
  remembered.set(key, made);
  return made;
}

function makeUpdate(task: Task, seed: number, name: LinearName): Update {
  const { decay, noise } = tasks[task];
  const random = createRandom(seed).split(`${task}/${name}`);
  const vector = () => Array.from({ length: WIDTH }, () => random.normal() / Math.sqrt(WIDTH));
  const change = Array.from({ length: WIDTH * WIDTH }, () => noise * random.normal());
  for (let term = 0; term < WIDTH; term += 1) {
    const left = vector();
    const right = vector();
    const size = decay ** term;
    for (let i = 0; i < WIDTH; i += 1) {
      for (let j = 0; j < WIDTH; j += 1) {
        change[i * WIDTH + j] = (change[i * WIDTH + j] ?? 0) + size * (left[i] ?? 0) * (right[j] ?? 0);
      }
    }
  }
  // Float32 hides the last digit, in which the logarithm and cosine of two engines may differ.
  const stored = change.map(Math.fround);
  return { change: stored, values: singularValues(stored, WIDTH, WIDTH) };
}

export type Fit = {
  readonly change: readonly number[];
  /** The best B·A of the rank, and what it leaves of `change`. */
  readonly kept: readonly number[];
  readonly left: readonly number[];
  /** Share of the energy in each singular direction; adds up to 1. */
  readonly energies: readonly number[];
  readonly captured: number;
  /** ‖ΔW − BA‖_F ÷ ‖ΔW‖_F of the best BA. */
  readonly relativeError: number;
};

/** The best adapter of a rank for one update; rank 0 is no adapter. */
export function fitUpdate({ change, values }: Update, rank: number): Fit {
  const all = truncationError(values, 0);
  const kept = truncate(svd(change, WIDTH, WIDTH), rank);
  return {
    change,
    kept,
    left: change.map((value, at) => value - (kept[at] ?? 0)),
    energies: values.map((value) => (value / all) ** 2),
    captured: capturedEnergy(values, rank),
    relativeError: truncationError(values, rank) / all,
  };
}
