"""A GPT of two layers and four heads, in NumPy.

x = token embedding + position embedding
each layer:  x = x + attention(rms_norm(x));  x = x + relu(rms_norm(x) fc1^T) fc2^T
logits = rms_norm(x) head^T

1. make_weights and rms_norm are complete. Matrices are stored [out, in].
2. attention: repair the two lines marked TODO.
3. gpt and count_gpt2: write them.

1. make_weights、rms_norm 已写好，矩阵按 [输出, 输入] 存放。
2. attention：改好两处 TODO。
3. gpt、count_gpt2：自己写。
"""

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
    s = q @ k.transpose(0, 2, 1) / np.sqrt(d)  # TODO: divide by the root of which width?
    s = np.where(np.tri(T) == 1, s, 0.0)  # TODO: the future must end with weight 0
    e = np.exp(s - s.max(axis=-1, keepdims=True))
    mixed = (e / e.sum(axis=-1, keepdims=True)) @ v  # (heads, T, d / heads)
    return mixed.transpose(1, 0, 2).reshape(T, d) @ layer["wo"].T


def gpt(ids, w, heads):
    """Token ids of length T -> logits (T, vocab)."""
    # TODO: look up, add positions, run the layers, normalise, multiply with the head
    return np.zeros((len(ids), len(w["head"])))


def count_gpt2(vocab, context, layers, d):
    """Parameters of GPT-2: biases everywhere, LayerNorms with gain and shift, MLP 4 d wide, output tied to wte."""
    # TODO
    return 0
