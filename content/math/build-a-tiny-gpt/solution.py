"""Reference solution. / 参考答案。"""

import numpy as np


def make_weights(vocab=27, context=16, d=32, layers=2, amp=0.08):
    """Tensor number k is amp * sin(0.7 i + 0.003 i^2 + k), i counting its entries row by row."""
    made = []

    def tensor(rows, columns):
        i = np.arange(rows * columns, dtype=float)
        made.append(None)
        return (amp * np.sin(0.7 * i + 0.003 * i * i + (len(made) - 1))).reshape(rows, columns)

    wte, wpe = tensor(vocab, d), tensor(context, d)
    shapes = [("wq", d, d), ("wk", d, d), ("wv", d, d), ("wo", d, d), ("fc1", 4 * d, d), ("fc2", d, 4 * d)]
    blocks = [{name: tensor(rows, columns) for name, rows, columns in shapes} for _ in range(layers)]
    return {"wte": wte, "wpe": wpe, "layers": blocks, "head": tensor(vocab, d)}


def rms_norm(x):
    return x / np.sqrt((x * x).mean(axis=-1, keepdims=True) + 1e-5)


def attention(h, layer, heads):
    """h (T, d) -> (T, d). Each head works on its own d / heads columns."""
    T, d = h.shape
    q, k, v = [(h @ layer[name].T).reshape(T, heads, d // heads).transpose(1, 0, 2) for name in ["wq", "wk", "wv"]]
    s = q @ k.transpose(0, 2, 1) / np.sqrt(d // heads)
    s = np.where(np.tri(T) == 1, s, -np.inf)
    e = np.exp(s - s.max(axis=-1, keepdims=True))
    mixed = (e / e.sum(axis=-1, keepdims=True)) @ v  # (heads, T, d / heads)
    return mixed.transpose(1, 0, 2).reshape(T, d) @ layer["wo"].T


def gpt(ids, w, heads):
    """Token ids of length T -> logits (T, vocab)."""
    x = w["wte"][np.asarray(ids)] + w["wpe"][: len(ids)]
    for layer in w["layers"]:
        x = x + attention(rms_norm(x), layer, heads)
        x = x + np.maximum(0.0, rms_norm(x) @ layer["fc1"].T) @ layer["fc2"].T
    return rms_norm(x) @ w["head"].T


def count_gpt2(vocab, context, layers, d):
    """Parameters of GPT-2: biases everywhere, LayerNorms with gain and shift, MLP 4 d wide, output tied to wte."""
    f = 4 * d
    attention_layer = 4 * d * d + 4 * d
    mlp = 2 * d * f + f + d
    norms = 2 * 2 * d
    return vocab * d + context * d + layers * (attention_layer + mlp + norms) + 2 * d
