"""A LoRA layer in NumPy.

Shapes: W [out, in] frozen, A [r, in], B [out, r], x [T, in]; y = x W^T + (alpha / r) x A^T B^T.
`dense_params` is done: read it, then fill in each TODO.

用 NumPy 写一个 LoRA 层。形状：W [out, in] 冻结，A [r, in]，B [out, r]，x [T, in]。
`dense_params` 已写好，先读它，再补全 TODO。
"""

import numpy as np


def dense_params(matrices):
    """matrices: list of (out, in, count). Numbers a full fine-tune of them would train."""
    return sum(count * out * inp for out, inp, count in matrices)


def lora_params(matrices, r):
    """Numbers LoRA trains: A is [r, in] and B is [out, r] for every matrix."""
    return 0  # TODO


def init_lora(out, inp, r, rng):
    """A random, B such that the layer starts as an exact copy of the base layer."""
    A = rng.normal(size=(r, inp)) / np.sqrt(inp)
    B = rng.normal(size=(out, r))  # TODO: this start changes the output before any training
    return A, B


def lora_forward(x, W, A, B, alpha):
    """y [T, out]. Go through the rank-r bottleneck; never build the [out, in] update."""
    r = A.shape[0]
    return x @ W.T  # TODO: add the low-rank path


def merge(W, A, B, alpha):
    """One plain matrix [out, in] that does the same as the layer. Leave W itself unchanged."""
    return W  # TODO


def lora_gradients(x, A, B, alpha, upstream):
    """upstream = dL/dy [T, out] -> (dL/dA [r, in], dL/dB [out, r])."""
    scale = alpha / A.shape[0]
    dA = np.zeros(A.shape)  # TODO: which matrix stands between A and the output?
    dB = scale * upstream.T @ (x @ A.T)
    return dA, dB
