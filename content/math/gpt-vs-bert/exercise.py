"""Masks of the three families, what they let through, and which one a task needs.

A mask is a boolean array, True where the row may read the column. s source tokens come first,
then t target tokens.

1. encoder_mask is complete; repair causal_mask.
2. encoder_decoder: write it. Return three masks: encoder self-attention (s, s), decoder
   self-attention (t, t), cross-attention (t, s).
3. sheet: put a family's mask on one sheet, (s + t, s + t).
4. reach: which inputs can change which outputs after some layers, with residual connections.
5. FAMILY: choose "encoder", "decoder" or "encoder-decoder" for each task.

掩码是布尔数组，True 表示“这一行可以读那一列”。先是 s 个原文词元，再是 t 个目标词元。
1. encoder_mask 已写好；改好 causal_mask。
2. encoder_decoder：返回编码器自注意力、解码器自注意力、交叉注意力三张掩码。
3. sheet：把一个家族的掩码画在一张 (s + t, s + t) 的纸上。
4. reach：叠若干层之后（有残差连接），哪些输入能改变哪些输出。
5. FAMILY：为每个任务选一个家族。
"""

import numpy as np


def encoder_mask(n):
    """(n, n): everyone reads everyone."""
    return np.ones((n, n), dtype=bool)


def causal_mask(n):
    """(n, n): each token reads itself and what stands before it."""
    return np.triu(np.ones((n, n))) > 0  # TODO: this reads the future


def encoder_decoder(s, t):
    """Encoder self-attention (s, s), decoder self-attention (t, t), cross-attention (t, s)."""
    # TODO
    return encoder_mask(s), encoder_mask(t), np.zeros((t, s), dtype=bool)


def sheet(family, s, t):
    """The (s + t, s + t) mask of "encoder", "decoder" or "encoder-decoder"."""
    if family == "encoder":
        return encoder_mask(s + t)
    if family == "decoder":
        return causal_mask(s + t)
    # TODO: upper left encoder, lower left cross, lower right decoder, upper right nothing
    return encoder_mask(s + t)


def reach(mask, layers):
    """Boolean (T, T): input j can change output i after `layers` blocks, each keeping its own stream."""
    # TODO: start from the identity; one layer adds whatever the rows that it reads know
    return np.asarray(mask)


FAMILY = {
    # Both neighbours of a token decide its label; nothing is written.
    "tag the names in a sentence": "decoder",
    # One vector a text, every token may matter to every other.
    "embed tickets for search": "decoder",
    # Given the code so far, go on; what comes later does not exist yet.
    "complete code at the cursor": "encoder",
    # The question is known whole before the first word of the answer; then word after word.
    "translate, reading the source in both directions": "encoder",
    # Sound in, text out, two sequences of different kinds.
    "transcribe a recording": "encoder",
}
