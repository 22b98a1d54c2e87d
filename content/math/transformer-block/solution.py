"""Reference solution. / 参考答案。"""

import numpy as np


def silu(z):
    """z * sigmoid(z), without overflow for very negative z."""
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return z * np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def layer_norm(x, gain, bias, eps=1e-5):
    """Tokens (T, d), gain and bias (d,) -> (T, d)."""
    x = np.asarray(x, dtype=float)
    mean = x.mean(axis=-1, keepdims=True)
    variance = x.var(axis=-1, keepdims=True)
    return (x - mean) / np.sqrt(variance + eps) * np.asarray(gain) + np.asarray(bias)


def rms_norm(x, gain, eps=1e-5):
    """Tokens (T, d), gain (d,) -> (T, d)."""
    x = np.asarray(x, dtype=float)
    return x / np.sqrt((x**2).mean(axis=-1, keepdims=True) + eps) * np.asarray(gain)


def swiglu(x, w_gate, w_up, w_down):
    """Tokens (T, d) -> (T, d) by way of f gated hidden units."""
    x = np.asarray(x, dtype=float)
    return (silu(x @ np.asarray(w_gate)) * (x @ np.asarray(w_up))) @ np.asarray(w_down)
