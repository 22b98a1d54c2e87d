"""Softmax that never overflows, and a test of whether to believe it.

1. log_sum_exp is complete: read how it uses the maximum.
2. softmax: repair the two lines marked TODO.
3. expected_calibration_error: write it. Bin b covers (b/bins, (b+1)/bins];
   a confidence of exactly 0 belongs to the first bin. Empty bins count nothing.

1. log_sum_exp 已写好：看它怎样用最大值防溢出。
2. softmax：改好两处 TODO。
3. expected_calibration_error：自己写。第 b 个区间是 (b/bins, (b+1)/bins]，
   置信度恰为 0 的归入第一个区间，空区间不计入。
"""

import numpy as np


def log_sum_exp(z):
    """log(sum(exp(z))) of a vector, shape (V,) -> a number."""
    z = np.asarray(z, dtype=float)
    m = z.max()
    return m + np.log(np.exp(z - m).sum())


def softmax(z, temperature=1.0):
    """Logits (..., V) -> probabilities of the same shape, along the last axis."""
    z = np.asarray(z, dtype=float) / temperature
    shifted = z  # TODO: make the largest entry of every row 0
    weights = np.exp(shifted)
    return weights  # TODO: make every row sum to 1


def expected_calibration_error(confidence, correct, bins=10):
    """Confidences (n,) in [0, 1] and hits (n,) of 0 or 1 -> a number in [0, 1]."""
    confidence = np.asarray(confidence, dtype=float)
    correct = np.asarray(correct, dtype=float)
    # TODO: for every bin, weight |accuracy - mean confidence| by its share of n
    return 0.0
