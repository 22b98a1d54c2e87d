"""Rotary position embedding (RoPE), in NumPy.

1. angles is complete: how far each pair turns at each position.
2. rotate: repair the two lines marked TODO. Neighbours (0, 1), (2, 3), ... are pairs.
3. scores: write it. Queries and keys (T, d) at `positions` -> scaled dot products (T, T).
4. halves_to_pairs: write it. A checkpoint pairs feature i with i + d/2; put its
   features into the order that rotate expects.

1. angles 已写好：每一对在每个位置转过多少。
2. rotate：改好两处 TODO。相邻的特征 (0, 1)、(2, 3)……各成一对。
3. scores：自己写。位置为 positions 的查询和键 (T, d) -> 缩放后的点积 (T, T)。
4. halves_to_pairs：自己写。有的检查点把特征 i 和 i + d/2 配成一对；
   把特征排成 rotate 需要的顺序。
"""

import numpy as np


def angles(positions, d, base=10000.0):
    """Positions (T,) -> radians (T, d/2): position times base^(-2i/d)."""
    theta = base ** (-np.arange(0, d, 2) / d)
    return np.asarray(positions, dtype=float)[:, None] * theta


def rotate(x, positions, base=10000.0):
    """Vectors (T, d) -> the same vectors, each pair of neighbours turned."""
    x = np.asarray(x, dtype=float)
    a = angles(positions, x.shape[-1], base)
    half = x.shape[-1] // 2
    first, second = x[:, :half], x[:, half:]  # TODO: the first and second of each pair of neighbours
    y = np.zeros(x.shape)
    y[:, 0::2] = first * np.cos(a) - second * np.sin(a)
    y[:, 1::2] = second * np.cos(a) - first * np.sin(a)  # TODO: a rotation keeps lengths; this does not
    return y


def scores(q, k, positions, base=10000.0):
    """Queries and keys (T, d) at the same positions -> dot products after turning, divided by sqrt(d)."""
    # TODO: turn both, compare, scale
    return np.zeros((len(q), len(k)))


def halves_to_pairs(x):
    """Features [a0 .. an, b0 .. bn] of each row (T, d) -> [a0, b0, a1, b1, ...]."""
    # TODO: the columns change places, no number changes
    return np.asarray(x, dtype=float)
