/**
 * What every lab's `core.ts` exports as `core`: a pure, total, seeded function from parameter values to a result,
 * and a goal that is a predicate over that result. No clock, no Math.random, no DOM, no React.
 */
import type { ParamTable, ParamValues } from './params';

/** How far the learner is from the goal. `progress` is in [0, 1] and equals 1 exactly when `met`. */
export type GoalState = { readonly met: boolean; readonly progress: number };

/** A number or word of the result, shown in the data table with at most 6 significant digits unless it is text. */
export type Cell = number | string;

/**
 * Sent while work goes on: how far it is and, where the view draws it live, what stands so far. A function is called only for
 * the reports that are sent, about ten a second.
 */
export type WorkProgress<G> = { readonly done: number; readonly total: number; readonly given?: G | (() => G) };

/**
 * Long work as a generator: pure and seeded like everything in a core. Between two yields lie at most 50 ms, so that it can be
 * reported, and run to its end in a test. It returns the new `given`.
 */
export type Work<G> = Generator<WorkProgress<G>, G, void>;

export type LabCore<T extends ParamTable, R, G = void> = {
  /** Same as the folder's name. Permanent. */
  readonly id: string;
  readonly params: T;
  /**
   * What the lab works on besides its parameters, before any work was done: the shipped model, say. Must survive
   * `structuredClone`. The view may hand in another one, such as the learner's own model.
   */
  readonly given?: () => G;
  /** Everything the views show. Must be total: finite numbers for every value the table allows. Under 16 ms. */
  readonly run: (values: ParamValues<T>, given: G) => R;
  /** What takes longer than a frame. Runs in the lab's worker; its outcome becomes `given` of the next `run`. */
  readonly work?: (values: ParamValues<T>, given: G) => Work<G>;
  /** Parameters the work depends on; when one changes, the outcome no longer holds. Default: all. */
  readonly workParams?: readonly (keyof T & string)[];
  /** Work of well under a second starts by itself once the learner rests; other work waits for a press. */
  readonly autoWork?: boolean;
  readonly goal: (result: R, values: ParamValues<T>) => GoalState;
  /** Values that meet the goal (after `work`, where there is any), for the contract test and for "show me one solution". */
  readonly solution: Partial<ParamValues<T>>;
  /** Set where the learner's own model asks for another solution than the shipped one. At most a tenth of a second. */
  readonly solve?: (given: G) => Partial<ParamValues<T>>;
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
export function defineCore<const T extends ParamTable, R, G = void>(core: LabCore<T, R, G>): LabCore<T, R, G> {
  return core;
}

/** The start of a lab's `given`. Labs without one get undefined, which is what their `run` expects. */
export function startGiven<T extends ParamTable, R, G>(core: LabCore<T, R, G>): G {
  return core.given ? core.given() : (undefined as G);
}

/** Runs work to its end, for tests and scripts. */
export function finishWork<G>(work: Work<G>): G {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

export type AnyLabCore = LabCore<ParamTable, unknown, unknown>;
