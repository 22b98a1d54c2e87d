"""One head of causal self-attention, in NumPy.

1. scores is complete: one dot product for every (query, key) pair, scaled.
2. attention_weights: repair the two lines marked TODO.
3. self_attention: write it. x (T, d_model), wq and wk (d_model, d_k),
   wv (d_model, d_v); return outputs (T, d_v) and weights (T, T).

1. scores 已写好：每对（查询，键）一个点积，再缩放。
2. attention_weights：改好两处 TODO。
3. self_attention：自己写。返回输出 (T, d_v) 与权重 (T, T)。
"""

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
        s = s * (1 - future)  # TODO: the future must end with weight 0, not with score 0
    e = np.exp(s)  # TODO: scores of 1,000 must not overflow
    return e / e.sum(axis=-1, keepdims=True)


def self_attention(x, wq, wk, wv, causal=True):
    """Token vectors (T, d_model) -> outputs (T, d_v), weights (T, T)."""
    x = np.asarray(x, dtype=float)
    # TODO: project x three times, weigh, mix the values
    return np.zeros((len(x), len(wv[0]))), np.eye(len(x))
