"""Reference solution. / 参考答案。"""

import numpy as np


def log_sum_exp(z):
    """log(sum(exp(z))) of a vector, shape (V,) -> a number."""
    z = np.asarray(z, dtype=float)
    m = z.max()
    return m + np.log(np.exp(z - m).sum())


def softmax(z, temperature=1.0):
    """Logits (..., V) -> probabilities of the same shape, along the last axis."""
    z = np.asarray(z, dtype=float) / temperature
    shifted = z - z.max(axis=-1, keepdims=True)
    weights = np.exp(shifted)
    return weights / weights.sum(axis=-1, keepdims=True)


def expected_calibration_error(confidence, correct, bins=10):
    """Confidences (n,) in [0, 1] and hits (n,) of 0 or 1 -> a number in [0, 1]."""
    confidence = np.asarray(confidence, dtype=float)
    correct = np.asarray(correct, dtype=float)
    n = len(confidence)
    error = 0.0
    for b in range(bins):
        inside = [
            i
            for i in range(n)
            if confidence[i] <= (b + 1) / bins and (confidence[i] > b / bins or b == 0)
        ]
        if inside:
            accuracy = sum(correct[i] for i in inside) / len(inside)
            mean_confidence = sum(confidence[i] for i in inside) / len(inside)
            error += len(inside) / n * abs(accuracy - mean_confidence)
    return error
