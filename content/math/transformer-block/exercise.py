"""The parts around attention: LayerNorm, RMSNorm, SwiGLU, in NumPy.

1. layer_norm: repair the two lines marked TODO. Each row is one token.
2. rms_norm: write it. Divide each row by sqrt(mean of its squares + eps), times gain.
3. swiglu: write it. x (T, d), w_gate and w_up (d, f), w_down (f, d):
   (silu(x w_gate) * (x w_up)) w_down. silu is given.

1. layer_norm：改好两处 TODO。每一行是一个词元。
2. rms_norm：自己写。每行除以 sqrt(平方的均值 + eps)，再乘 gain。
3. swiglu：自己写。x (T, d)，w_gate 和 w_up (d, f)，w_down (f, d)：
   (silu(x w_gate) * (x w_up)) w_down。silu 已给出。
"""

import numpy as np


def silu(z):
    """z * sigmoid(z), without overflow for very negative z."""
    z = np.asarray(z, dtype=float)
    e = np.exp(-np.abs(z))
    return z * np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def layer_norm(x, gain, bias, eps=1e-5):
    """Tokens (T, d), gain and bias (d,) -> (T, d)."""
    x = np.asarray(x, dtype=float)
    mean = x.mean(axis=0, keepdims=True)  # TODO: over the features of each token
    variance = x.var(axis=-1, keepdims=True, ddof=1)  # TODO: divided by d
    return (x - mean) / np.sqrt(variance + eps) * np.asarray(gain) + np.asarray(bias)


def rms_norm(x, gain, eps=1e-5):
    """Tokens (T, d), gain (d,) -> (T, d)."""
    # TODO: no mean, no bias
    return np.zeros(np.asarray(x, dtype=float).shape)


def swiglu(x, w_gate, w_up, w_down):
    """Tokens (T, d) -> (T, d) by way of f gated hidden units."""
    # TODO: two projections, one gates the other, one projection back
    return np.zeros(np.asarray(x, dtype=float).shape)
