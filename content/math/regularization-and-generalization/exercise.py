"""Dropout, weight decay and early stopping.

1. dropout: repair the two lines marked TODO. u holds a uniform random number in [0, 1) for each
   activation; an activation is dropped where u < p.
2. adam_step: l2 is right; decay is not there yet. state is a dict, empty before the first step.
3. early_stop: write it. losses are validation losses by epoch, counted from 0. Stop after `patience`
   epochs in a row that bring no new lowest loss. Return (best epoch, last epoch that was run).

1. dropout：改好两处 TODO。u 给每个激活值一个 [0, 1) 的随机数，u < p 的位置被丢弃。
2. adam_step：l2 已写好，decay 还没有。state 是字典，第一步之前为空。
3. early_stop：自己写。losses 是各轮的验证损失，轮数从 0 数起。连续 patience 轮没有创新低就停。
   返回（最好的那一轮，实际跑完的最后一轮）。
"""

import numpy as np


def dropout(x, p, u, training=True):
    """Inverted dropout of activations x, any shape; u has the shape of x."""
    x = np.asarray(x, dtype=float)
    # TODO: outside training, x comes back as it is
    keep = np.asarray(u) >= p
    return np.where(keep, x, 0.0)  # TODO: the mean over all masks must stay x


def adam_step(w, g, state, lr, l2=0.0, decay=0.0, b1=0.9, b2=0.999, eps=1e-8):
    """One step of Adam, with an L2 penalty in the gradient or with decoupled weight decay."""
    w = np.asarray(w, dtype=float)
    g = np.asarray(g, dtype=float) + l2 * w
    t = state.get("t", 0) + 1
    m = b1 * state.get("m", np.zeros_like(w)) + (1 - b1) * g
    v = b2 * state.get("v", np.zeros_like(w)) + (1 - b2) * g * g
    state.update(t=t, m=m, v=v)
    # TODO: decay
    return w - lr * (m / (1 - b1**t)) / (np.sqrt(v / (1 - b2**t)) + eps)


def early_stop(losses, patience):
    """(epoch with the lowest loss among those that were run, last epoch that was run)."""
    # TODO
    return len(losses) - 1, len(losses) - 1
