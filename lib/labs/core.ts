/**
 * What every lab's `core.ts` exports as `core`: a pure, total, seeded function from parameter values to a result,
 * and a goal that is a predicate over that result. No clock, no Math.random, no DOM, no React.
 */
import type { ParamTable, ParamValues } from './params';

/** How far the learner is from the goal. `progress` is in [0, 1] and equals 1 exactly when `met`. */
export type GoalState = { readonly met: boolean; readonly progress: number };

/** A number or word of the result, shown in the data table with at most 6 significant digits unless it is text. */
export type Cell = number | string;

export type LabCore<T extends ParamTable, R> = {
  /** Same as the folder's name. Permanent. */
  readonly id: string;
  readonly params: T;
  /** Everything the views show. Must be total: finite numbers for every value the table allows. Under 16 ms. */
  readonly run: (values: ParamValues<T>) => R;
  readonly goal: (result: R, values: ParamValues<T>) => GoalState;
  /** Values that meet the goal, for the contract test and for "show me one solution". */
  readonly solution: Partial<ParamValues<T>>;
  /** Id of the right option of the prediction in `lab.yaml`, computed from the model, not written down. */
  readonly predict: () => string;
  /** Plain numbers of the result for the data table. `columns` are keys of the lab's strings. */
  readonly table: (
    result: R,
    values: ParamValues<T>,
  ) => { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };
  /** Set when the lab advances by steps: the name of its number parameter, and the last step for these values. */
  readonly play?: { readonly param: keyof T & string; readonly last: (result: R) => number };
};

/** Identity that infers the table's literal types. */
export function defineCore<const T extends ParamTable, R>(core: LabCore<T, R>): LabCore<T, R> {
  return core;
}

export type AnyLabCore = LabCore<ParamTable, unknown>;
