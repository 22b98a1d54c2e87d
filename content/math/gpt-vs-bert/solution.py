"""Reference solution. / 参考答案。"""

import numpy as np


def encoder_mask(n):
    """(n, n): everyone reads everyone."""
    return np.ones((n, n), dtype=bool)


def causal_mask(n):
    """(n, n): each token reads itself and what stands before it."""
    return np.tri(n) > 0


def encoder_decoder(s, t):
    """Encoder self-attention (s, s), decoder self-attention (t, t), cross-attention (t, s)."""
    return encoder_mask(s), causal_mask(t), np.ones((t, s), dtype=bool)


def sheet(family, s, t):
    """The (s + t, s + t) mask of "encoder", "decoder" or "encoder-decoder"."""
    if family == "encoder":
        return encoder_mask(s + t)
    if family == "decoder":
        return causal_mask(s + t)
    encoder, decoder, cross = encoder_decoder(s, t)
    mask = np.zeros((s + t, s + t), dtype=bool)
    mask[:s, :s] = encoder
    mask[s:, :s] = cross
    mask[s:, s:] = decoder
    return mask


def reach(mask, layers):
    """Boolean (T, T): input j can change output i after `layers` blocks, each keeping its own stream."""
    n = len(mask)
    step = np.eye(n) + np.asarray(mask, dtype=float)
    know = np.eye(n)
    for _ in range(layers):
        know = (step @ know > 0).astype(float)
    return know > 0


FAMILY = {
    "tag the names in a sentence": "encoder",
    "embed tickets for search": "encoder",
    "complete code at the cursor": "decoder",
    "translate, reading the source in both directions": "encoder-decoder",
    "transcribe a recording": "encoder-decoder",
}
