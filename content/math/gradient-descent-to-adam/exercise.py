"""Momentum, Adam and AdamW, as PyTorch does them.

Every optimizer is called as step(w, g, state, lr, ...): w and g have one shape, state is a dict
that is empty before the first step and belongs to the optimizer. It returns the new weights and
leaves w itself alone.

1. sgd: repair the line marked TODO.
2. adam: repair the two lines marked TODO.
3. adamw: write it. You may call adam.

每个优化器都这样调用：step(w, g, state, lr, ...)。w 与 g 形状相同；state 是一个字典，
第一步之前为空，由优化器自己保管。返回新的权重，不改动 w 本身。

1. sgd：改好 TODO 那一行。
2. adam：改好两处 TODO。
3. adamw：自己写，可以调用 adam。
"""

import numpy as np


def sgd(w, g, state, lr, momentum=0.0):
    """Stochastic gradient descent; with momentum, along a running sum of gradients."""
    u = state.get("u", np.zeros_like(g))
    u = momentum * u + (1 - momentum) * g  # TODO: PyTorch sums gradients, it does not average them
    state["u"] = u
    return w - lr * u


def adam(w, g, state, lr, b1=0.9, b2=0.999, eps=1e-8):
    """One step of Adam."""
    t = state.get("t", 0) + 1
    m = b1 * state.get("m", np.zeros_like(g)) + (1 - b1) * g
    v = b2 * state.get("v", np.zeros_like(g)) + (1 - b2) * g * g
    state.update(t=t, m=m, v=v)
    m_hat = m / (1 - b1**t)
    v_hat = v  # TODO: v starts at zero too
    return w - lr * m_hat / (v_hat + eps)  # TODO: the step must not depend on the size of g


def adamw(w, g, state, lr, b1=0.9, b2=0.999, eps=1e-8, decay=0.01):
    """One step of AdamW: w shrinks by lr * decay, and neither m nor v hears of it."""
    # TODO
    return w


def walk(step, gradient, start, steps, **options):
    """Positions after 0, 1, ..., steps updates, shape (steps + 1, d)."""
    w = np.asarray(start, dtype=float)
    state = {}
    path = [w]
    for _ in range(steps):
        w = step(w, gradient(w), state, **options)
        path.append(w)
    return np.stack(path)
