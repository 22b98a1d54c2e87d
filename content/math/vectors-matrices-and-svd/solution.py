"""Reference solution. / 参考答案。"""

import numpy as np


def dot(a, b):
    """Two vectors of the same length -> a number."""
    total = 0.0
    for x, y in zip(a, b):
        total += x * y
    return total


def cosine(a, b):
    """Cosine of the angle between a and b, in [-1, 1]."""
    lengths = dot(a, a) ** 0.5 * dot(b, b) ** 0.5
    return dot(a, b) / lengths if lengths > 0 else 0.0


def matmul(a, b):
    """Lists of rows (m, n) and (n, p) -> list of rows (m, p)."""
    if len(a[0]) != len(b):
        raise ValueError(f"inner sizes differ: ({len(a)}, {len(a[0])}) times ({len(b)}, {len(b[0])})")
    columns = [[row[j] for row in b] for j in range(len(b[0]))]
    return [[dot(row, column) for column in columns] for row in a]


def rank_error(a, k):
    """Frobenius norm of a minus its best approximation of rank k."""
    sigma = np.linalg.svd(np.asarray(a, dtype=float), full_matrices=False)[1]
    return float(np.sqrt((sigma[k:] ** 2).sum()))
