"""How far does a nudge to the first input travel? An RNN and an LSTM, in NumPy.

A state is a pair (h, c). The RNN leaves c alone.
1. rnn_step is complete.
2. lstm_step: repair the two lines marked TODO.
3. nudge_curve: write it. Read the sequence twice, with the first input moved by
   +eps and by -eps along direction; return, for each step, the length (Euclidean) of the
   difference of the two h, divided by 2 * eps.

状态是一对 (h, c)，RNN 不动 c。
1. rnn_step 已写好。
2. lstm_step：改好两处 TODO。
3. nudge_curve：自己写。把第 1 个输入沿 direction 挪动 +eps 和 -eps，各读一遍序列；
   返回每一步两个 h 之差的长度，再除以 2 * eps。
"""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def rnn_step(state, x, wx, wh, b):
    """State (h, c), input x (I,); wx (H, I), wh (H, H), b (H,) -> next state."""
    h, c = state
    return np.tanh(wx @ x + wh @ h + b), c


def lstm_step(state, x, wx, wh, b):
    """wx (4H, I), wh (4H, H), b (4H,); rows as in PyTorch: input, forget, cell, output."""
    h, c = state
    i, f, g, o = np.split(wx @ x + wh @ h + b, 4)
    i, f, g, o = sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o)
    c = i * g  # TODO: keep the part of the old cell that the forget gate lets through
    h = o * c  # TODO: what is shown of the cell must stay between -1 and 1
    return h, c


def nudge_curve(step, weights, xs, direction, eps=1e-5):
    """xs (T, I), direction (I,) -> sizes (T,). weights = (wx, wh, b); wh has H columns; start from zeros."""
    xs = np.asarray(xs, dtype=float)
    # TODO: two runs, one difference per step
    return np.zeros(len(xs))
