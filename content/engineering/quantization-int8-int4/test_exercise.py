"""Tests for the exercise. 练习的测试。"""

import numpy as np
from exercise import absmax, absmax_rows, affine, dequantize, mixed_matmul, relative_error

# Reference: torch 2.13 (round half to even), float64.
VECTOR = np.array([1.2, -0.5, -4.3, 1.2, -3.1, 0.8, 2.4, 5.4])
SKEWED = np.array([0.776, 3.417, 0.133, -1.799, -4.27, 0.799, 0.442, 0.317])
WEIGHTS = np.array(
    [
        [0.311, -0.0183, -0.5393, -0.502, 0.1994, 0.297, 0.339, 1.1917],
        [-3.3614, 0.1872, 6.747999999999999, -0.3333, 0.1187, 0.9139, -0.3069, -0.1532],
        [-1.9316, -0.4729, 0.7483, -1.0235, 1.5039, 0.816, 0.971, -0.935],
    ]
)
X = np.array(
    [
        [-1.2968, 0.2043, 4.887, 0.2175, -0.9115, -0.7608],
        [-0.371, -0.3869, 0.822, 0.7365, 0.5109, 0.3289],
        [0.564, -0.8461, 24.942, -0.5184, -0.7022, 0.3941],
    ]
)
W = np.array(
    [
        [-1.8117, 1.4588, -0.4224, 0.2849],
        [0.7609, 0.6262, 0.0672, 0.5913],
        [-0.4947, -0.8793, 0.4054, 0.0984],
        [0.4333, 1.0209, -1.5445, -2.0408],
        [0.2839, -0.296, -0.7049, -1.7884],
        [1.5151, -0.7408, 0.3205, 0.1666],
    ]
)
MIXED = np.array(
    [
        [-1.2393238551838301, -5.006274976039432, 2.6157522549569094, 1.2875173185095168],
        [0.932637319353339, -1.1521740454212908, -0.930104983883068, -2.617689118631037],
        [-13.832055627505733, -22.2512269600372, 11.229021203859507, 4.4864470404464],
    ]
)


def test_absmax_int8_and_int4_of_the_vector_in_the_text():
    q, scale = absmax(VECTOR, 8)
    assert q.tolist() == [28, -12, -101, 28, -73, 19, 56, 127], f"scale = max|x| / 127; got {q.tolist()}"
    assert abs(np.abs(dequantize(q, scale) - VECTOR).max() - 0.018897637795275646) < 1e-12
    assert absmax(VECTOR, 4)[0].tolist() == [2, -1, -6, 2, -4, 1, 3, 7], "INT4 uses -7..7 / INT4 用 -7..7"


def test_error_never_exceeds_half_a_step():
    x = np.random.default_rng(0).normal(size=(40, 25))
    for bits in (8, 6, 4, 3):
        q, scale = absmax(x, bits)
        assert np.abs(q).max() == 2 ** (bits - 1) - 1, "The largest |x| must use the last code / 最大值应落在最后一个码上"
        assert np.abs(dequantize(q, scale) - x).max() <= scale / 2 + 1e-12


def test_affine_matches_pytorch_and_keeps_zero_exact():
    q, scale, zero_point = affine(SKEWED)
    assert abs(scale - 0.030145098039215685) < 1e-12 and zero_point == 142, f"got {scale}, {zero_point}"
    assert q.tolist() == [168, 255, 146, 82, 0, 169, 157, 153]
    for x in (np.array([0.0, 0.3, 1.0, 2.05]), np.array([3.0, 5.0]), np.array([-4.0, -1.0])):
        q, scale, zero_point = affine(x)
        assert 0 <= zero_point <= 255 and q.min() >= 0 and q.max() <= 255
        assert np.abs((q - zero_point) * scale - x).max() <= scale / 2 + 1e-9, "Extend the range to include 0 / 范围要包含 0"


def test_rows_get_their_own_scale():
    q, scale = absmax_rows(WEIGHTS, 4)
    assert scale.shape == (3, 1), f"One scale per row, shape (3, 1); got {scale.shape}"
    assert q[0].tolist() == [2, 0, -3, -3, 1, 2, 2, 7] and q[2].tolist() == [-7, -2, 3, -4, 5, 3, 4, -3]
    mse = ((dequantize(q, scale) - WEIGHTS) ** 2).mean()
    assert abs(mse - 0.023718742440476216) < 1e-12, "Per tensor it would be 0.0734 / 整体一个缩放时是 0.0734"


def test_zeros_do_not_divide_by_zero():
    q, scale = absmax(np.zeros(3), 8)
    assert q.tolist() == [0, 0, 0] and scale == 1.0
    q, scale = absmax_rows(np.array([[0.0, 0.0], [1.0, -2.0]]), 8)
    assert q.tolist() == [[0, 0], [64, -127]], "A row of zeros stays zeros / 全零行保持为零"


def test_mixed_matmul_matches_the_reference():
    y = mixed_matmul(X, W, 6.0)
    assert np.abs(y - MIXED).max() < 1e-9, "Undo both sets of scales: rows of X and columns of W / 两组缩放都要还原"


def test_keeping_one_column_in_float_rescues_the_rest():
    exact = X @ W
    rescued, plain = relative_error(mixed_matmul(X, W, 6.0), exact), relative_error(mixed_matmul(X, W, 1e9), exact)
    assert rescued < 0.001 < 0.01 < plain, f"with split {rescued:.5f}, without {plain:.5f}"
    assert np.abs(mixed_matmul(X, W, 0.0) - exact).max() < 1e-9, "Threshold 0: nothing is quantized / 阈值为 0 时不量化"
