/**
 * Metrics of a classifier from its confusion matrix. Undefined ratios (no prediction, no example of a class) count 0,
 * as scikit-learn's `zero_division=0` does. Tested against scikit-learn.
 * Source: Jurafsky & Martin, Speech and Language Processing, 3rd ed. draft, chapter on text classification.
 */
export type ClassScores = {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** True examples of the class. */
  readonly support: number;
};
export type ClassificationReport = {
  readonly accuracy: number;
  readonly macroF1: number;
  readonly weightedF1: number;
  readonly classes: readonly ClassScores[];
};

/**
 * Counts [true class][predicted class], shape [classes, classes]. Predictions outside the classes of the task cannot occur.
 * Throws RangeError if lengths differ or a label is not an integer in [0, classes).
 */
export function confusionMatrix(
  truth: readonly number[],
  predicted: readonly number[],
  classes: number,
): readonly (readonly number[])[] {
  if (truth.length !== predicted.length) {
    throw new RangeError(`confusionMatrix: ${truth.length} labels but ${predicted.length} predictions`);
  }
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  truth.forEach((label, i) => {
    const row = counts[label];
    const column = predicted[i] ?? -1;
    if (!row || row[column] === undefined) {
      throw new RangeError(`confusionMatrix: labels must be in [0, ${classes}), got ${label} and ${column}`);
    }
    row[column] += 1;
  });
  return counts;
}

// #region classification-report
/** Accuracy, macro and support-weighted F1, and the scores of each class, from counts [true][predicted]. */
export function classificationReport(counts: readonly (readonly number[])[]): ClassificationReport {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const classes = counts.map((row, k): ClassScores => {
    const hits = row[k] ?? 0;
    const support = sum(row);
    const predicted = sum(counts.map((other) => other[k] ?? 0));
    return {
      precision: ratio(hits, predicted),
      recall: ratio(hits, support),
      f1: ratio(2 * hits, support + predicted),
      support,
    };
  });
  const total = sum(classes.map(({ support }) => support));
  return {
    accuracy: ratio(sum(counts.map((row, k) => row[k] ?? 0)), total),
    macroF1: ratio(sum(classes.map(({ f1 }) => f1)), classes.length),
    weightedF1: ratio(sum(classes.map(({ f1, support }) => f1 * support)), total),
    classes,
  };
}
// #endregion classification-report

/** What always answering the most frequent class of `trainLabels` scores on `truth`. Ties go to the lower class. */
export function majorityBaseline(
  trainLabels: readonly number[],
  truth: readonly number[],
  classes: number,
): ClassificationReport {
  const counts = new Array<number>(classes).fill(0);
  for (const label of trainLabels) counts[label] = (counts[label] ?? 0) + 1;
  const majority = counts.indexOf(Math.max(...counts));
  return classificationReport(confusionMatrix(truth, new Array<number>(truth.length).fill(majority), classes));
}
