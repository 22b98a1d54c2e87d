"""Reference solution. / 参考答案。"""

import numpy as np

IGNORE = -100  # the label that a loss skips


def causal_example(ids):
    """Token ids (n,) -> inputs (n,), labels (n,): position t is scored on token t + 1."""
    ids = np.asarray(ids)
    labels = np.full(len(ids), IGNORE)
    labels[:-1] = ids[1:]
    return ids.copy(), labels


def choose(ids, draws, special=(), rate=0.15):
    """True where a position is to be scored: its draw is below the rate and its token is not special."""
    ids, draws = np.asarray(ids), np.asarray(draws)
    return (draws < rate) & ~np.isin(ids, list(special))


def masked_example(ids, chosen, lots, random_ids, mask_id):
    """ids, chosen, lots, random_ids (n,) -> inputs (n,), labels (n,)."""
    ids, chosen, lots = np.asarray(ids), np.asarray(chosen), np.asarray(lots)
    inputs = np.where(chosen & (lots < 0.8), mask_id, ids)
    inputs = np.where(chosen & (lots >= 0.8) & (lots < 0.9), np.asarray(random_ids), inputs)
    return inputs, np.where(chosen, ids, IGNORE)
