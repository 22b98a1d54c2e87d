import numpy as np
from exercise import expected_calibration_error, softmax


def close(got, want, tolerance=1e-9):
    return np.allclose(np.asarray(got, dtype=float), np.asarray(want, dtype=float), rtol=0, atol=tolerance)


def test_every_row_sums_to_one():
    p = softmax([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0]])
    assert close(p.sum(axis=-1), [1.0, 1.0]), f"each row must sum to 1, yours sum to {p.sum(axis=-1)}: divide by the sum along the last axis"
    assert close(p[1], [1 / 3, 1 / 3, 1 / 3]), "equal logits must give equal probabilities: normalise each row by itself"


def test_reference_values_at_three_temperatures():
    # torch 2.13: softmax([1, 2, 3] / T)
    want = {
        1.0: [0.09003057317038045, 0.2447284710547976, 0.6652409557748218],
        0.5: [0.015876239976466765, 0.11731042782619838, 0.8668133321973349],
        2.0: [0.1863237232258476, 0.3071958857184984, 0.506480391055654],
    }
    for t in want:
        got = softmax([1.0, 2.0, 3.0], temperature=t)
        assert close(got, want[t]), f"T={t}: expected {want[t]}, got {got}: divide the logits by T before the exponential"


def test_logits_of_a_thousand_do_not_overflow():
    got = softmax([1000.0, 1001.0, 998.0])
    assert close(got, [0.25949646034241913, 0.7053845126982412, 0.03511902695933973]), f"got {got}: exp(1000) is inf, so subtract the row's maximum first"
    tiny = softmax([-2000.0, -2000.0])
    assert close(tiny, [0.5, 0.5]), f"got {tiny}: without the shift every exponential is 0 and you divide 0 by 0"
    rows = softmax([[1000.0, 1000.0], [-1000.0, -1000.0]])
    assert close(rows, [[0.5, 0.5], [0.5, 0.5]]), f"got {rows}: each row needs its own maximum; that of the whole array leaves the low row with 0 / 0"


def test_adding_a_constant_changes_nothing():
    z = np.asarray([[0.3, -1.2, 2.5, 0.0], [5.0, 4.0, -3.0, 1.0]])
    for c in [-700.0, -3.0, 0.5, 40.0, 700.0]:
        assert close(softmax(z + c), softmax(z)), f"softmax(z + {c}) differs from softmax(z): only differences between logits may matter"


def test_a_masked_logit_gets_exactly_zero():
    got = softmax([0.5, -np.inf, -1.0, -np.inf])
    assert close(got, [0.8175744761936437, 0.0, 0.18242552380635632, 0.0]), f"got {got}: a logit of -inf must end as probability 0"


def test_ece_reference_value():
    confidence = [0.285, 0.881, 0.463, 0.679, 0.817, 0.491, 0.919, 0.084, 0.068, 0.223, 0.545, 0.611]
    correct = [1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 0, 1]
    got = expected_calibration_error(confidence, correct, bins=5)
    assert close(got, 0.34733333333333327), f"expected 0.347333, got {got}: gap per bin, weighted by the bin's share of all predictions"


def test_ece_bin_edges():
    # 0.5 belongs to (0, 0.5]; 1.0 belongs to (0.5, 1]; 0.0 to the first bin
    got = expected_calibration_error([0.0, 0.5, 1.0, 1.0], [0, 1, 1, 0], bins=2)
    assert close(got, 0.375), f"expected 0.375, got {got}: the upper edge is inside its bin, and neither 0.0 nor 1.0 may be lost"


def test_ece_by_hand():
    confidence = [0.75] * 4 + [0.25] * 4
    correct = [1, 1, 1, 0] + [0, 0, 0, 1]
    assert close(expected_calibration_error(confidence, correct), 0.0), "three right out of four at 0.75 is perfect calibration"
    got = expected_calibration_error([0.65] * 4 + [0.95] * 4, [1, 1, 1, 0] * 2)
    assert close(got, 0.15), f"the lesson's table: 0.05 + 0.10 = 0.15, got {got}; a bin that is too modest adds to the error as well"
    worse = expected_calibration_error([1.0] * 8, correct)
    assert close(worse, 0.5), f"always sure, right half the time: the error is 0.5, got {worse}"
