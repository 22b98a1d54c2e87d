"""Reference solution. / 参考答案。"""

import numpy as np


def sgd(w, g, state, lr, momentum=0.0):
    """Stochastic gradient descent; with momentum, along a running sum of gradients."""
    u = state.get("u", np.zeros_like(g))
    u = momentum * u + g
    state["u"] = u
    return w - lr * u


def adam(w, g, state, lr, b1=0.9, b2=0.999, eps=1e-8):
    """One step of Adam."""
    t = state.get("t", 0) + 1
    m = b1 * state.get("m", np.zeros_like(g)) + (1 - b1) * g
    v = b2 * state.get("v", np.zeros_like(g)) + (1 - b2) * g * g
    state.update(t=t, m=m, v=v)
    m_hat = m / (1 - b1**t)
    v_hat = v / (1 - b2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps)


def adamw(w, g, state, lr, b1=0.9, b2=0.999, eps=1e-8, decay=0.01):
    """One step of AdamW: w shrinks by lr * decay, and neither m nor v hears of it."""
    return adam(w * (1 - lr * decay), g, state, lr, b1, b2, eps)


def walk(step, gradient, start, steps, **options):
    """Positions after 0, 1, ..., steps updates, shape (steps + 1, d)."""
    w = np.asarray(start, dtype=float)
    state = {}
    path = [w]
    for _ in range(steps):
        w = step(w, gradient(w), state, **options)
        path.append(w)
    return np.stack(path)
