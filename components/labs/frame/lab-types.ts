/** What the frame and every lab agree on. A lab imports these, never another lab. */
import type { ComponentType } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import type { ParamTable, ParamValues } from '@/lib/labs/params';

/** The words of `lab.yaml` in one language, passed by the server so that they weigh nothing in the lab's chunk. */
export type LabText = {
  readonly id: string;
  readonly title: string;
  readonly claim: string;
  readonly goal: string;
  readonly predict: {
    readonly question: string;
    readonly options: readonly { readonly id: string; readonly text: string }[];
    readonly reveal: string;
  };
  /** What the numbers are tested against. */
  readonly reference: string;
};

export type LabProps = {
  readonly locale: Locale;
  readonly text: LabText;
  /** Start values given by the lesson; hostile until clamped like any other. */
  readonly start?: Readonly<Record<string, unknown>>;
  /** True on the lab's own page: the state then lives in the URL. */
  readonly standalone?: boolean;
  /** Called once, when the goal is first met. */
  readonly onGoal?: () => void;
};

export type LabViewProps<T extends ParamTable, R> = {
  readonly locale: Locale;
  readonly values: ParamValues<T>;
  readonly result: R;
  /** Changes some parameters; values are clamped. Consecutive changes of the same names within a second are one undo step. */
  readonly set: (change: Partial<ParamValues<T>>) => void;
  /** True until the learner has asked for less: views may animate. False under reduced motion. */
  readonly motion: boolean;
  /** State of the lab's long work; null for labs without any. */
  readonly work: WorkState | null;
};

/** Long work of a lab: its state, and what a learner can do with it. */
export type WorkState = {
  readonly phase: 'idle' | 'running' | 'paused' | 'failed';
  /** Units of work, as `core.work` counts them. */
  readonly done: number;
  readonly total: number;
  /** Share that is done, in [0, 1]. */
  readonly progress: number;
  /** Seconds left by the pace so far; null before a pace can be told. */
  readonly secondsLeft: number | null;
  readonly start: () => void;
  /** Stops at once; what was last reported stands. */
  readonly cancel: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Pauses and does one more step. */
  readonly step: () => void;
};

export type LabView<T extends ParamTable, R> = ComponentType<LabViewProps<T, R>>;

/** Words of a lab in one language that its own code needs. */
export type LabStrings<T extends ParamTable, R> = {
  /** Label of each parameter. */
  readonly params: { readonly [K in keyof T]: string };
  /** Label of each option of choice and set parameters. */
  readonly options?: { readonly [K in keyof T]?: Readonly<Record<string, string>> };
  /** Unit or formatted value shown beside a slider, by parameter. Default: the number. */
  readonly format?: { readonly [K in keyof T]?: (value: number) => string };
  /** Heading of each column of the data table, by the keys `core.table` returns. */
  readonly columns: Readonly<Record<string, string>>;
  /** What is to be seen now, in one or two sentences: read aloud after each change. */
  readonly summary: (result: R, values: ParamValues<T>) => string;
  /** What the button says that starts the lab's long work, and what it will cost: "Train 300 steps, about 10 s". */
  readonly work?: (values: ParamValues<T>) => string;
};
