"""Dot product, cosine, matrix product and rank-k error.

1. dot is complete: one loop, one sum.
2. cosine: repair the line marked TODO. Against a vector of zeros it is 0.0.
3. matmul: write it with dot. (m, n) times (n, p) gives (m, p); when the inner
   sizes differ, raise ValueError instead of returning something.
4. rank_error: the distance from a to its best approximation of rank k,
   k = 0 … min(m, n), from the singular values alone.

1. dot 已写好：一个循环，一个和。
2. cosine：改好标了 TODO 的那一行。与零向量的余弦规定为 0.0。
3. matmul：用 dot 写出来。(m, n) 乘 (n, p) 得 (m, p)；内侧两个数不等时抛出 ValueError。
4. rank_error：a 与它的最佳秩 k 近似相距多远，k = 0 … min(m, n)，只用奇异值来算。
"""

import numpy as np


def dot(a, b):
    """Two vectors of the same length -> a number."""
    total = 0.0
    for x, y in zip(a, b):
        total += x * y
    return total


def cosine(a, b):
    """Cosine of the angle between a and b, in [-1, 1]."""
    return dot(a, b)  # TODO: divide by both lengths; a zero vector gives 0.0


def matmul(a, b):
    """Lists of rows (m, n) and (n, p) -> list of rows (m, p)."""
    # TODO: entry (i, j) is dot(row i of a, column j of b)
    return [[0.0 for _ in b[0]] for _ in a]


def rank_error(a, k):
    """Frobenius norm of a minus its best approximation of rank k."""
    sigma = np.linalg.svd(np.asarray(a, dtype=float), full_matrices=False)[1]
    # TODO: what do the singular values after the first k add up to?
    return float(sigma[0])
