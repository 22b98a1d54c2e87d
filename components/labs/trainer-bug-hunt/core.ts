/** Mark the faulty lines of a fine-tuning script, repair it, and see what the run then reports. */
import { defineCore } from '@/lib/labs/core';
import { FAULTY, LINE_IDS, REPAIRS, type RepairId, type ShownLine, showScript } from './script';
import { CLASSES } from './tickets';
import { runTraining, type TrainingRun } from './training-run';

/** How far above the majority class's macro-F1 the run must come. */
export const MARGIN = 0.2;

export type Result = {
  readonly lines: readonly ShownLine[];
  readonly run: TrainingRun;
  /** Which of the two numbers compute_metrics returns. */
  readonly reportsMacroF1: boolean;
  readonly learningRate: string;
  readonly epochs: number;
  readonly marked: number;
  /** Marked lines that are faulty, and marked lines that are fine. */
  readonly found: number;
  readonly needless: number;
  readonly faults: number;
};

/** Steps of the way to a run that can be believed: it builds, trains, evaluates held out, reports macro-F1, beats the baseline. */
function runProgress({ run, reportsMacroF1 }: Result): number {
  const stage = { build: 0, train: 1, evaluate: 2, done: 3 }[run.stage];
  if (!run.evaluation) return stage / 6;
  const heldOut = run.evaluation.on === 'validation';
  const gain = run.evaluation.report.macroF1 - run.evaluation.baseline.macroF1;
  return (stage + Number(heldOut) + Number(reportsMacroF1) + Math.min(1, Math.max(0, gain / MARGIN))) / 6;
}

export const core = defineCore({
  id: 'trainer-bug-hunt',
  params: {
    marks: { kind: 'set', options: LINE_IDS, default: [] },
    repairs: { kind: 'set', options: REPAIRS, default: [] },
    seed: { kind: 'seed', default: 26 },
  },
  run: ({ marks, repairs, seed }): Result => {
    const active: ReadonlySet<RepairId> = new Set(repairs as readonly RepairId[]);
    const found = marks.filter((id) => FAULTY.some((fault) => fault === id)).length;
    return {
      lines: showScript(active, seed),
      run: runTraining(active, seed),
      reportsMacroF1: active.has('macro-f1'),
      learningRate: active.has('learning-rate') ? '2e-5' : '5e-2',
      epochs: active.has('more-epochs') ? 6 : 3,
      marked: marks.length,
      found,
      needless: marks.length - found,
      faults: FAULTY.length,
    };
  },
  goal: (result) => {
    const marks = Math.max(0, result.found - result.needless) / result.faults;
    const progress = 0.5 * marks + 0.5 * runProgress(result);
    const met = progress > 1 - 1e-9;
    return { met, progress: met ? 1 : progress };
  },
  solution: {
    marks: FAULTY,
    repairs: ['define-dataset', 'processing-class', 'tokenize', 'num-labels', 'evaluate', 'macro-f1', 'learning-rate'],
    seed: 26,
  },
  predict: predictedOutcome,
  table: ({ run }) => ({
    columns: ['class', 'support', 'precision', 'recall', 'f1', 'baselineF1'],
    rows: CLASSES.map((name, k) => {
      const own = run.evaluation?.report.classes[k];
      const base = (run.evaluation?.baseline ?? run.baseline).classes[k];
      return [name, base?.support ?? 0, own?.precision ?? '–', own?.recall ?? '–', own?.f1 ?? '–', base?.f1 ?? 0];
    }),
  }),
});

/** Everything that raises is repaired; the learning rate and the metric are not. */
function predictedOutcome(): string {
  const { evaluation } = runTraining(new Set(REPAIR_EXCEPTIONS), 26);
  if (!evaluation) return 'fails';
  const gain = evaluation.report.macroF1 - evaluation.baseline.macroF1;
  return evaluation.report.accuracy >= 0.7 && gain < MARGIN ? 'looks-good' : 'looks-bad';
}

const REPAIR_EXCEPTIONS: readonly RepairId[] = [
  'define-dataset',
  'processing-class',
  'tokenize',
  'num-labels',
  'evaluate',
];
