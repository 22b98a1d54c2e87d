"""Training examples out of nothing but text: causal and masked, in NumPy.

1. causal_example: repair the line marked TODO.
2. choose: repair the line marked TODO.
3. masked_example: write it. lots has one number in [0, 1) per position: below 0.8 a chosen
   position shows mask_id, from 0.8 the entry of random_ids, from 0.9 what it was.

1. causal_example：改好标有 TODO 的一行。
2. choose：改好标有 TODO 的一行。
3. masked_example：自己写。lots 给每个位置一个 [0, 1) 的数：选中的位置，小于 0.8 显示 mask_id，
   从 0.8 起显示 random_ids 里的对应项，从 0.9 起保持原样。
"""

import numpy as np

IGNORE = -100  # the label that a loss skips


def causal_example(ids):
    """Token ids (n,) -> inputs (n,), labels (n,): position t is scored on token t + 1."""
    ids = np.asarray(ids)
    labels = ids.copy()  # TODO: this asks each position for the token it can already see
    return ids.copy(), labels


def choose(ids, draws, special=(), rate=0.15):
    """True where a position is to be scored: its draw is below the rate and its token is not special."""
    ids, draws = np.asarray(ids), np.asarray(draws)
    return draws < rate  # TODO: [CLS], [SEP] and padding are never chosen


def masked_example(ids, chosen, lots, random_ids, mask_id):
    """ids, chosen, lots, random_ids (n,) -> inputs (n,), labels (n,)."""
    ids = np.asarray(ids)
    # TODO: 80% mask_id, 10% random, 10% unchanged; labels only where chosen
    return ids.copy(), ids.copy()
