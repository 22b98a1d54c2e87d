"""Reference solution. / 参考答案。"""

import numpy as np


def log_softmax(z):
    """Logits (..., V) -> log-probabilities of the same shape, safe for large logits."""
    z = np.asarray(z, dtype=float)
    z = z - z.max(axis=-1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=-1, keepdims=True))


def kl_divergence(p, q):
    """KL(p||q) of two distributions (V,) in nats: what guess q costs on top when p is true."""
    p = np.asarray(p, dtype=float)
    q = np.asarray(q, dtype=float)
    happens = p > 0  # 0 * log 0 counts as 0
    if (q[happens] == 0).any():
        return float("inf")
    return float((p[happens] * np.log(p[happens] / q[happens])).sum())


def cross_entropy(logits, targets, ignore_index=-100):
    """Mean of -log p(target) over the positions that count; nan if none does, as in PyTorch."""
    logits = np.asarray(logits, dtype=float)
    targets = np.asarray(targets)
    counts = targets != ignore_index
    if not counts.any():
        return float("nan")
    rows = np.arange(len(targets))[counts]
    return float(-log_softmax(logits)[rows, targets[counts]].mean())
