/** The loss of classification and of language models, on logits. */

import { mul, neg } from './arithmetic';
import { sum } from './reduce';
import { logSoftmax } from './softmax';
import { allocate, precisionOf, shapeText, type Tensor, wrapData } from './tensor';

export type CrossEntropyOptions = {
  /** `mean` divides by the number of rows that count. Default. `none` gives one loss a row. */
  readonly reduction?: 'mean' | 'sum' | 'none';
  /** Rows with this target count neither in the sum nor in the mean. */
  readonly ignoreIndex?: number;
  /** Share a of the target that is spread evenly over all classes: (1 − a)·onehot + a/C. In [0, 1]. */
  readonly labelSmoothing?: number;
};

/**
 * −Σ q log softmax(logits) for logits [N, C] and class numbers [N], in nats.
 * Throws RangeError on other shapes, a class outside of [0, C), or a mean over no row. Szegedy 2016 §7 (label smoothing).
 */
export function crossEntropy(logits: Tensor, targets: ArrayLike<number>, options: CrossEntropyOptions = {}): Tensor {
  const { reduction = 'mean', ignoreIndex, labelSmoothing = 0 } = options;
  const [rows, classes] = logits.shape;
  if (logits.shape.length !== 2 || rows === undefined || classes === undefined || rows !== targets.length) {
    throw new RangeError(`crossEntropy: logits ${shapeText(logits.shape)} for ${targets.length} targets`);
  }
  if (!(labelSmoothing >= 0 && labelSmoothing <= 1))
    throw new RangeError(`label smoothing ${labelSmoothing} is not in [0, 1]`);
  const wanted = allocate(rows * classes, precisionOf(logits));
  let counted = 0;
  for (let row = 0; row < rows; row += 1) {
    const target = targets[row] as number;
    if (target === ignoreIndex) continue;
    if (!Number.isInteger(target) || target < 0 || target >= classes) {
      throw new RangeError(`target ${target} of row ${row} is not one of ${classes} classes`);
    }
    counted += 1;
    wanted.fill(labelSmoothing / classes, row * classes, (row + 1) * classes);
    wanted[row * classes + target] = 1 - labelSmoothing + labelSmoothing / classes;
  }
  const losses = neg(sum(mul(logSoftmax(logits), wrapData(wanted, logits.shape)), { axis: 1 }));
  if (reduction === 'none') return losses;
  if (reduction === 'sum') return sum(losses);
  if (counted === 0) throw new RangeError('crossEntropy: the mean over no row is not defined');
  return mul(sum(losses), 1 / counted);
}
