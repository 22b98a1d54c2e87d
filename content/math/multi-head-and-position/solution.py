"""Reference solution. / 参考答案。"""

import numpy as np


def angles(positions, d, base=10000.0):
    """Positions (T,) -> radians (T, d/2): position times base^(-2i/d)."""
    theta = base ** (-np.arange(0, d, 2) / d)
    return np.asarray(positions, dtype=float)[:, None] * theta


def rotate(x, positions, base=10000.0):
    """Vectors (T, d) -> the same vectors, each pair of neighbours turned."""
    x = np.asarray(x, dtype=float)
    a = angles(positions, x.shape[-1], base)
    first, second = x[:, 0::2], x[:, 1::2]
    y = np.zeros(x.shape)
    y[:, 0::2] = first * np.cos(a) - second * np.sin(a)
    y[:, 1::2] = first * np.sin(a) + second * np.cos(a)
    return y


def scores(q, k, positions, base=10000.0):
    """Queries and keys (T, d) at the same positions -> dot products after turning, divided by sqrt(d)."""
    turned_q = rotate(q, positions, base)
    turned_k = rotate(k, positions, base)
    return turned_q @ turned_k.T / np.sqrt(turned_q.shape[-1])


def halves_to_pairs(x):
    """Features [a0 .. an, b0 .. bn] of each row (T, d) -> [a0, b0, a1, b1, ...]."""
    x = np.asarray(x, dtype=float)
    half = x.shape[-1] // 2
    y = np.zeros(x.shape)
    y[:, 0::2] = x[:, :half]
    y[:, 1::2] = x[:, half:]
    return y
