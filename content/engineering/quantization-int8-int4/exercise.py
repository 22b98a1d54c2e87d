"""Four quantizers in NumPy.

1. absmax       one scale for the whole array, symmetric: 0 stays 0.
2. affine       unsigned 8 bits with a zero point, for lopsided ranges.
3. absmax_rows  one scale per row (per output channel of a weight matrix).
4. mixed_matmul LLM.int8(): outlier columns in floating point, the rest in INT8.
`dequantize` and `relative_error` are done: read them first. Fill in each TODO.

四个量化器：整体 absmax、带零点的 uint8、逐行 absmax，以及把离群列留在浮点的 INT8 矩阵乘（LLM.int8()）。
`dequantize`、`relative_error` 已写好，先读它们，再补全 TODO。
"""

import numpy as np


def dequantize(q, scale):
    return q * scale


def relative_error(approx, exact):
    """||approx - exact|| / ||exact|| over all elements."""
    return float(np.sqrt(((approx - exact) ** 2).sum() / (exact**2).sum()))


def absmax(x, bits):
    """x -> (q, scale): q whole numbers in [-qmax, qmax], qmax = 2^(bits-1) - 1, scale a float."""
    qmax = 2 ** (bits - 1) - 1
    scale = 1.0  # TODO: the largest |x| must land on qmax; an all-zero x keeps scale 1.0
    return np.clip(np.round(x / scale), -qmax, qmax), scale


def affine(x):
    """x -> (q, scale, zero_point): q in [0, 255], x ~ (q - zero_point) * scale. The range always includes 0."""
    low, high = min(float(x.min()), 0.0), max(float(x.max()), 0.0)
    scale, zero_point = 1.0, 0  # TODO
    return np.clip(np.round(x / scale) + zero_point, 0, 255), scale, zero_point


def absmax_rows(W, bits):
    """W [out, in] -> (q [out, in], scale [out, 1]); a row of zeros keeps scale 1.0."""
    q, scale = absmax(W, bits)  # TODO: one scale per row, not one for all
    return q, np.zeros((W.shape[0], 1)) + scale


def mixed_matmul(X, W, threshold=6.0):
    """X [T, K] @ W [K, N]; columns of X that reach the threshold in magnitude stay in floating point.

    The rest: INT8 with one scale per row of X and one per column of W.
    """
    outlier = np.abs(X).max(axis=0) > 1e9  # TODO: which columns of X hold an outlier?
    X_float = np.where(outlier[None, :], X, 0.0)
    X_int, W_int = X - X_float, np.where(outlier[:, None], 0.0, W)
    qx, sx = absmax_rows(X_int, 8)
    qw, sw = absmax_rows(W_int.T, 8)
    return X_float @ W + (qx @ qw.T) * sx  # TODO: one of the two sets of scales is still missing
