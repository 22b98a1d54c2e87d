import math

import numpy as np
from exercise import cross_entropy, kl_divergence

# torch 2.13, nn.functional.cross_entropy
LOGITS = [[-0.783, -0.7765, 0.815, 0.7331, 1.0847], [-0.3273, -1.606, 1.866, 2.462, 0.7423], [-0.1577, 0.9286, -0.0958, -1.5644, 0.7172], [-0.5442, 1.7763, 0.4603, 0.1737, -1.4305]]
MEAN = 2.900753619576994  # targets 0, 1, 2, 3
MEAN_OF_TWO = 2.4323157993686495  # targets 0, -100, 2, -100


def close(got, want, tolerance=1e-9):
    return abs(float(got) - want) <= tolerance


def test_agrees_with_pytorch():
    got = cross_entropy([[2.0, 1.0, 0.1]], [0])
    assert close(got, 0.41703001627783354), f"one position: got {got}, torch has 0.41703"
    got = cross_entropy(LOGITS, [0, 1, 2, 3])
    assert close(got, MEAN), f"four positions: got {got}, torch has {MEAN:.5f}; take each row's own target"


def test_a_model_that_knows_nothing_costs_log_v():
    for v in [2, 27, 65, 32000, 50257]:
        got = cross_entropy(np.zeros((1, v)), [v - 1])
        assert close(got, math.log(v)), f"equal logits over {v} classes: got {got}, ln {v} = {math.log(v):.4f}"


def test_ignored_positions_are_not_averaged_in():
    got = cross_entropy(LOGITS, [0, -100, 2, -100])
    assert close(got, MEAN_OF_TWO), f"got {got}, torch has {MEAN_OF_TWO:.5f}; {MEAN_OF_TWO / 2:.5f} would mean that you divided by all four positions"
    got = cross_entropy(LOGITS, [0, 4, 2, 4], ignore_index=4)
    assert close(got, MEAN_OF_TWO), f"ignore_index=4: got {got}; do not hard-code -100"


def test_what_stands_at_an_ignored_position_does_not_matter():
    changed = np.asarray(LOGITS)
    changed[1] = [90.0, -90.0, 90.0, -90.0, 90.0]
    before = cross_entropy(LOGITS, [0, -100, 2, 3])
    after = cross_entropy(changed, [0, -100, 2, 3])
    assert close(before, after) and before > 0, f"{before} became {after} when an ignored row changed"


def test_nothing_left_to_average():
    got = cross_entropy(LOGITS, [-100, -100, -100, -100])
    assert math.isnan(got), f"no position counts: got {got}; PyTorch says nan, and a silent 0 would look like a perfect model"


def test_large_logits_stay_finite():
    got = cross_entropy([[1000.0, 0.0]], [1])
    assert close(got, 1000.0), f"got {got}: use log_softmax, never log(softmax)"


def test_kl_both_ways():
    p, q = [0.5, 0.5], [0.75, 0.25]  # scipy 1.17.1
    forward, reverse = kl_divergence(p, q), kl_divergence(q, p)
    assert close(forward, 0.14384103622589042), f"KL(p||q) = {forward}, scipy has 0.14384"
    assert close(reverse, 0.13081203594113697), f"KL(q||p) = {reverse}, scipy has 0.13081"
    rng = np.random.default_rng(3)
    for _ in range(20):
        a, b = rng.random(6) + 0.01, rng.random(6) + 0.01
        assert kl_divergence(a / a.sum(), b / b.sum()) > 0, "two different distributions have a positive divergence"
        assert close(kl_divergence(a / a.sum(), a / a.sum()), 0.0), "a distribution costs nothing on top of itself"


def test_kl_with_zeros():
    truth, guess = [0.5, 0.25, 0.125, 0.125], [0.5, 0.25, 0.25, 0.0]
    forward, reverse = kl_divergence(truth, guess), kl_divergence(guess, truth)
    assert forward == float("inf"), f"the guess rules out what happens 1 time in 8: got {forward}, not infinity"
    both = kl_divergence([0.5, 0.5, 0.0], [0.75, 0.25, 0.0])
    assert close(both, 0.14384103622589042), f"the guess rules out what never happens: that costs nothing, got {both}"
    assert close(reverse, 0.25 * math.log(2)), f"what has p = 0 adds nothing to the sum: got {reverse}, not {0.25 * math.log(2):.4f}"
