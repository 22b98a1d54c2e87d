import numpy as np
from exercise import attention_weights, self_attention

Q = [[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]
V = [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]

# torch 2.13, scaled_dot_product_attention on five random tokens, is_causal=True
Q5 = [[-0.059, 1.5107, -1.4988, 0.7056], [-1.3942, 0.9252, -0.0283, -0.0549], [-0.5139, -0.8512, 1.5058, 0.207], [1.3796, -0.602, -0.4483, -0.3615], [-0.4072, 0.9494, -0.3183, 1.874]]
K5 = [[0.4866, 1.0673, -0.7813, -0.9292], [-0.6829, -0.2627, 0.1017, -0.5871], [-0.0465, -0.05, -0.4613, -0.1298], [-2.3181, 1.4021, -0.1668, 0.1055], [0.5935, 0.4854, 0.8036, 0.6781]]
V5 = [[0.1729, -0.2799, -0.3935, -1.2942], [0.803, 0.9186, 1.2909, -0.5115], [0.6148, 1.3038, 0.8068, 0.5575], [-1.428, 1.6119, -0.804, -0.237], [0.9646, -0.999, -0.5149, 1.0478]]
OUT5 = [
    [0.1729, -0.2799, -0.3935, -1.2942],
    [0.5159336783494859, 0.3725771679128055, 0.5235067097474589, -0.8680891286396721],
    [0.6699222475347226, 0.8926849816101452, 0.9409622634503706, -0.2785090528570855],
    [0.38954776047695544, 0.5701491262428771, 0.3447594558132151, -0.4789662654693491],
    [-0.2754404777559184, 0.7091883447098005, -0.3382236686864042, 0.053952823915633136],
]


def close(got, want, tolerance=1e-9):
    return np.allclose(np.asarray(got, dtype=float), np.asarray(want, dtype=float), rtol=0, atol=tolerance)


def test_rows_sum_to_one():
    w = attention_weights(Q5, K5)
    assert close(w.sum(axis=-1), np.ones(5)), f"row sums {w.sum(axis=-1)}: if early rows fall short, the mask was applied after the softmax"


def test_three_tokens_by_hand():
    w = attention_weights(Q, Q, causal=False)
    assert close(w[2], [0.24825507825772308, 0.24825507825772308, 0.5034898434845538]), f"row C without a mask: {w[2]}"
    w = attention_weights(Q, Q, causal=True)
    assert close(w[0], [1.0, 0.0, 0.0]), f"the first token can only see itself, got {w[0]}: a score of 0 still gets weight, use -inf"
    assert close(w[1], [0.33023845067334306, 0.6697615493266569, 0.0]), f"row B with the mask: {w[1]}"


def test_large_scores_stay_finite():
    w = attention_weights([[1000.0, 0.0], [1000.0, 1000.0]], [[1000.0, 0.0], [0.0, 1000.0]])
    assert close(w, [[1.0, 0.0], [0.5, 0.5]]), f"got {w}: subtract each row's maximum before the exponential"


def test_agrees_with_pytorch_on_five_tokens():
    # x is the identity, so the projections are Q5, K5 and V5 themselves
    out, _ = self_attention(np.eye(5), Q5, K5, V5)
    assert close(out, OUT5), f"outputs differ from torch by up to {np.abs(np.asarray(out) - np.asarray(OUT5)).max():.3g}"


def test_projections_are_applied_to_x():
    x = np.asarray([[1.0, 2.0], [0.0, 1.0], [3.0, -1.0]])
    swap = np.asarray([[0.0, 1.0], [1.0, 0.0]])
    zero = np.zeros((2, 2))
    # all scores 0: every visible token weighs the same, and wv swaps the columns
    out, w = self_attention(x, zero, zero, swap)
    assert close(w[2], [1 / 3, 1 / 3, 1 / 3]), f"equal scores must give equal weights, got {w[2]}"
    assert close(out, [[2.0, 1.0], [1.5, 0.5], [2 / 3, 4 / 3]]), f"got {out}: outputs are weights @ (x @ wv), a running mean of the values here"


def test_the_past_never_depends_on_the_future():
    x = np.asarray(Q5)
    changed = x.copy()
    changed[4] = [9.0, -9.0, 9.0, -9.0]
    before, _ = self_attention(x, np.eye(4), np.eye(4), np.eye(4))
    after, _ = self_attention(changed, np.eye(4), np.eye(4), np.eye(4))
    assert close(before[:4], after[:4]), "changing token 5 changed an earlier output: the future leaks"
    assert not close(before[4], after[4]), "changing token 5 must change its own output"


def test_without_a_mask_order_means_nothing():
    x = np.asarray(Q5)
    order = [3, 0, 4, 1, 2]
    shuffled = np.asarray([Q5[i] for i in order])
    out, _ = self_attention(x, np.eye(4), np.eye(4), np.eye(4), causal=False)
    got, _ = self_attention(shuffled, np.eye(4), np.eye(4), np.eye(4), causal=False)
    assert close(got, [out[i] for i in order]), "shuffling the tokens must shuffle the outputs and change nothing else"
