"""Reference solution. / 参考答案。"""

import numpy as np


def scores(q, k):
    """Queries (T, d_k), keys (S, d_k) -> scaled dot products (T, S)."""
    q = np.asarray(q, dtype=float)
    k = np.asarray(k, dtype=float)
    return q @ k.T / np.sqrt(q.shape[-1])


def attention_weights(q, k, causal=True):
    """Weights (T, T): row i says how much token i takes from every token."""
    s = scores(q, k)
    if causal:
        future = np.triu(np.ones(s.shape), 1)  # 1 where the key comes after the query
        s = np.where(future > 0, -np.inf, s)
    e = np.exp(s - s.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def self_attention(x, wq, wk, wv, causal=True):
    """Token vectors (T, d_model) -> outputs (T, d_v), weights (T, T)."""
    x = np.asarray(x, dtype=float)
    weights = attention_weights(x @ np.asarray(wq, dtype=float), x @ np.asarray(wk, dtype=float), causal)
    return weights @ (x @ np.asarray(wv, dtype=float)), weights
