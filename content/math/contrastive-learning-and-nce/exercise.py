"""InfoNCE with in-batch negatives, and what it does to one embedding.

1. normalize is complete: rows of length 1, so that dot products are cosines.
2. info_nce: repair the two lines marked TODO. Row i of q and row i of k are a pair;
   the other keys of the batch are the negatives. Mean over the queries, in nats.
3. query_gradient: write it. The gradient of that mean with respect to q[i],
   for plain dot products: (mean key under the softmax - own key) / (N tau).

1. normalize 已写好：每行长度为 1，点积就是余弦。
2. info_nce：改好两处 TODO。q 与 k 的第 i 行是一对，批次里别的键都是负例；对查询取平均，单位是奈特。
3. query_gradient：自己写。上述均值对 q[i] 的梯度（直接用点积）：（softmax 加权的平均键 − 自己的键）/ (N tau)。
"""

import numpy as np


def normalize(x):
    """Rows (N, d) -> rows of length 1."""
    x = np.asarray(x, dtype=float)
    return x / np.sqrt((x**2).sum(axis=1, keepdims=True))


def info_nce(q, k, tau):
    """Queries and keys (N, d) -> loss, a number."""
    z = np.asarray(q, dtype=float) @ np.asarray(k, dtype=float).T / tau  # (N, N)
    e = np.exp(z)  # TODO: logits of 1,000 must not overflow
    p = e / e.sum(axis=1, keepdims=True)
    return float(-np.log(p[:, 0]).mean())  # TODO: the right key of query i stands in column i


def query_gradient(q, k, tau, i):
    """Gradient of info_nce with respect to q[i], an array of length d."""
    q = np.asarray(q, dtype=float)
    k = np.asarray(k, dtype=float)
    # TODO: softmax of row i, then (mean key - own key) / (N tau)
    return np.zeros(len(q[0]))
