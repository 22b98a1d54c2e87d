"""Reference solution. / 参考答案。"""

import numpy as np


def dropout(x, p, u, training=True):
    """Inverted dropout of activations x, any shape; u has the shape of x."""
    x = np.asarray(x, dtype=float)
    if not training:
        return x
    keep = np.asarray(u) >= p
    return np.where(keep, x / (1 - p), 0.0)


def adam_step(w, g, state, lr, l2=0.0, decay=0.0, b1=0.9, b2=0.999, eps=1e-8):
    """One step of Adam, with an L2 penalty in the gradient or with decoupled weight decay."""
    w = np.asarray(w, dtype=float)
    g = np.asarray(g, dtype=float) + l2 * w
    t = state.get("t", 0) + 1
    m = b1 * state.get("m", np.zeros_like(w)) + (1 - b1) * g
    v = b2 * state.get("v", np.zeros_like(w)) + (1 - b2) * g * g
    state.update(t=t, m=m, v=v)
    w = w * (1 - lr * decay)
    return w - lr * (m / (1 - b1**t)) / (np.sqrt(v / (1 - b2**t)) + eps)


def early_stop(losses, patience):
    """(epoch with the lowest loss among those that were run, last epoch that was run)."""
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        if epoch - best >= patience:
            return best, epoch
    return best, len(losses) - 1
