"""Cross-entropy as a training loop needs it, and KL divergence, in nats.

1. log_softmax is complete.
2. kl_divergence: right for most inputs, wrong in two ways. Repair the lines marked TODO.
3. cross_entropy is yours: logits (N, V), targets (N,) with the number of the right
   class, or ignore_index where a position does not count (padding, the prompt).

1. log_softmax 已写好。
2. kl_divergence：多数输入都对，但有两处错误，改好标了 TODO 的行。
3. cross_entropy 由你来写：logits (N, V)；targets (N,) 是正确类别的编号，
   不计入的位置（补齐、提示词）填 ignore_index。
"""

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
    happens = q > 0  # TODO: which outcomes can be left out of the sum? Not those that q rules out
    if not happens.any():
        return float("inf")  # TODO: when is the price infinite?
    return float((p[happens] * np.log(p[happens] / q[happens])).sum())


def cross_entropy(logits, targets, ignore_index=-100):
    """Mean of -log p(target) over the positions that count; nan if none does, as in PyTorch."""
    logits = np.asarray(logits, dtype=float)
    targets = np.asarray(targets)
    # TODO
    return 0.0
