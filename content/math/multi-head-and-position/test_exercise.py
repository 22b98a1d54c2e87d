import numpy as np
from exercise import halves_to_pairs, rotate, scores

# float64 values of RoFormer's eq. 34 (neighbours) and of transformers 5.18, apply_rotary_pos_emb (halves)
POSITIONS = [0, 3, 4, 100]
X = [
    [0.2259, -0.818, -1.8272, -0.6875, 0.9472, 0.541, 1.8853, 0.7038],
    [-0.8767, -1.0388, 1.787, -0.2437, 1.005, -1.3101, -0.5154, -0.2614],
    [-0.2083, 0.8905, 0.4114, 2.0039, 0.6346, -0.6512, -0.1486, 0.4304],
    [-0.1855, -0.3806, 0.8332, 0.9326, 0.1659, 2.1861, 0.0634, 0.2329],
]
NEIGHBOURS = [
    [0.2259, -0.818, -1.8272, -0.6875, 0.9472, 0.541, 1.8853, 0.7038],
    [1.0145218861422005, 0.9046842944024571, 1.7792045804308263, 0.29527910690390363, 1.0438448887330218, -1.2793650215110404, -0.5146134818780389, -0.26294502138158327],
    [0.8100865882976004, -0.42442768460640495, -0.40143092321951784, 2.0059208319081603, 0.6601334421093928, -0.6253018779827908, -0.15032040661065543, 0.42980215838965635],
    [-0.3526829138157396, -0.23426773636683224, -0.19176031001107396, -1.2357964976097224, -1.7499035673450183, 1.3207549072379705, 0.039832061341580564, 0.23806590870866112],
]
HALVES = [
    [0.2259, -0.818, -1.8272, -0.6875, 0.9472, 0.541, 1.8853, 0.7038],
    [0.726100813669444, -0.6052425221566584, 1.801655591113807, -0.24291470452712194, -1.1186623701495333, -1.558572725083256, -0.4615661285323684, -0.26212992260423273],
    [0.6164208297483016, 1.0737940396709624, 0.4170133389404601, 2.0021623734123044, -0.2571602820274067, -0.2530178854688255, -0.13202952376544005, 0.4384121354296747],
    [-0.07595409094925637, 1.5086351744817492, 0.3968306208125134, 0.9046896818012405, 0.23698952733838702, -1.6272398349095387, 0.7353687907339794, 0.32484111445808417],
]

# one query and one key: their dot product at several pairs of positions
Q = [1.0678, 0.3825, 0.4967, 1.0243]
K = [-0.2684, 0.172, 0.389, -1.8281]
DOTS = [((0, 0), -1.90011405), ((3, 1), -1.3528557644133943), ((1, 3), -1.8213088934974218), ((64, 0), -1.9502814901301893)]


def close(got, want, tolerance=1e-9):
    return np.allclose(np.asarray(got, dtype=float), np.asarray(want, dtype=float), rtol=0, atol=tolerance)


def test_position_zero_turns_nothing():
    y = rotate(X, [0, 0, 0, 0])
    assert close(y, X), f"at position 0 every angle is 0, so the vectors must come back as they were; got {y[0]}"


def test_one_pair_by_hand():
    # base 1 makes every pair turn by one radian a token: a quarter turn is position pi / 2
    y = rotate([[1.0, 0.0, 3.0, 4.0]], [np.pi / 2], base=1.0)
    assert close(y, [[0.0, 1.0, -4.0, 3.0]]), f"a quarter turn takes [1, 0] to [0, 1] and [3, 4] to [-4, 3], got {y[0]}"


def test_lengths_stay():
    y = rotate(X, [1, 17, 300, 4095])
    before = (np.asarray(X) ** 2).sum(axis=-1)
    after = (np.asarray(y) ** 2).sum(axis=-1)
    assert close(before, after, 1e-6), f"squared lengths went from {before} to {after}: [cos, -sin; sin, cos] keeps them"


def test_agrees_with_the_reference():
    y = rotate(X, POSITIONS)
    assert close(y, NEIGHBOURS), f"differs from the reference by up to {np.abs(np.asarray(y) - np.asarray(NEIGHBOURS)).max():.3g}"


def test_scores_at_reference_positions():
    for (m, n), want in DOTS:
        s = scores([Q, Q], [K, K], [m, n])
        assert close(s[0, 1] * 2.0, want), f"query at {m}, key at {n}: got {s[0, 1]}, want {want} / sqrt(4)"
    wide = [[1.0, 0.0] * 4, [1.0, 0.0] * 4]  # base 1 again: a third of pi apart, every pair adds cos(60 degrees)
    s = scores(wide, wide, [0.0, np.pi / 3], base=1.0)
    assert close(s[1, 0], 2.0 / np.sqrt(8)), f"four pairs of 0.5 each, divided by sqrt(8), are 0.7071; got {s[1, 0]}: pass base on, and scale by the width of q"


def test_a_common_shift_changes_no_score():
    here = scores(X, NEIGHBOURS, [0, 1, 2, 3])
    there = scores(X, NEIGHBOURS, [1000, 1001, 1002, 1003])
    assert not close(here, np.zeros((4, 4))), "scores are all zero: turn queries and keys, multiply, divide by sqrt(d)"
    assert close(here, there, 1e-8), f"moving everything by 1,000 changed a score by {np.abs(here - there).max():.3g}: turn queries and keys the same way"


def test_moving_only_the_keys_does_change_scores():
    moved = rotate(X, [5, 6, 7, 8]) @ rotate(X, [0, 1, 2, 3]).T / np.sqrt(8)
    assert not close(moved, scores(X, X, [0, 1, 2, 3]), 1e-3), "distance must matter: did rotate ignore the positions?"


def test_a_checkpoint_in_halves_gives_the_same_numbers():
    got = rotate(halves_to_pairs(X), POSITIONS)
    assert close(got, halves_to_pairs(HALVES)), "reorder first, turn then: it must equal the half-split rotation, reordered"
    assert close(halves_to_pairs([[1, 2, 3, 10, 20, 30]]), [[1, 10, 2, 20, 3, 30]]), "[1, 2, 3, 10, 20, 30] must become [1, 10, 2, 20, 3, 30]"
