"""Tests for the exercise. 练习的测试。"""

import numpy as np
from exercise import dense_params, init_lora, lora_forward, lora_gradients, lora_params, merge

# Reference: PyTorch 2.13 autograd, float64; rank 2, alpha 4.
W = np.array(
    [
        [2.4679, -0.0778, 0.267, -0.3013, -0.1968],
        [1.198, -0.4838, 1.454, 0.2157, -1.34],
        [-0.1311, 1.0528, -0.2702, -1.6746, 0.0722],
        [-0.0926, -0.9661, -0.2114, 0.6781, 1.493],
    ]
)
A = np.array([[-0.4113, -0.2712, 0.1122, -0.5089, -0.3194], [0.0697, 0.0775, 0.2131, -0.0506, 0.2106]])
B = np.array([[-0.2106, 0.2536], [-0.7745, -0.0593], [0.1893, 0.0352], [-0.6973, -0.4479]])
X = np.array([[0.9923, -0.1101, 0.0069, 2.3229, -0.0964], [-1.6874, -0.9638, -0.8042, 0.3385, -0.3784]])
UPSTREAM = np.array([[0.9141, -0.2823, -1.3892, 1.1056], [-0.332, -0.5037, 1.9301, 1.1014]])
Y = np.array(
    [
        [2.383916462472, 4.259445473778, -4.728904982476, 3.644213796518001],
        [-4.907921950868, -3.350380718066, -0.8946714041260001, 0.19959649130199986],
    ]
)
DA = np.array(
    [
        [-2.1937392210180002, 0.11127522765399993, -0.10622397109400007, -4.64308011647, 0.15086198783199997],
        [1.032370283806, 0.9897544718939999, 0.767476357338, -1.6977878528040002, 0.42001996424800003],
    ]
)


def test_counts_of_published_configurations():
    gpt3 = [(12288, 12288, 2 * 96)]  # W_q and W_v in 96 layers
    assert lora_params(gpt3, 4) == 18_874_368, f"GPT-3, r = 4: got {lora_params(gpt3, 4)}"
    llama = [(4096, 4096, 4 * 32), (11008, 4096, 2 * 32), (4096, 11008, 32)]  # every linear layer of a 7B
    assert lora_params(llama, 16) == 39_976_960, "A is [r, in], B is [out, r]: r * (in + out) each / 每个矩阵 r*(in+out)"
    assert dense_params(llama) == 6_476_005_376


def test_a_fresh_layer_is_the_base_layer():
    fresh_a, fresh_b = init_lora(4, 5, 2, np.random.default_rng(0))
    assert np.abs(fresh_a).max() > 0, "A must not be zero as well, or nothing ever learns / A 不能也是零，否则永远学不动"
    assert lora_forward(X, W, fresh_a, fresh_b, 4).tolist() == (X @ W.T).tolist(), "Step 0 must equal the base / 第 0 步输出必须与原层一致"


def test_forward_matches_pytorch():
    assert np.abs(lora_forward(X, W, A, B, 4) - Y).max() < 1e-10, "Check alpha / r and the transposes / 检查 alpha/r 与转置"


def test_merged_equals_unmerged_and_keeps_the_base():
    before = W.tolist()
    merged = merge(W, A, B, 4)
    assert W.tolist() == before, "merge() wrote into W: the base is shared / merge() 改写了共享的 W"
    assert np.abs(X @ merged.T - lora_forward(X, W, A, B, 4)).max() < 1e-10
    assert np.abs(merged - W).max() > 0.1, "merge() added nothing / merge() 没有加上更新"


def test_gradients_match_pytorch():
    d_a, d_b = lora_gradients(X, A, B, 4, UPSTREAM)
    assert d_a.shape == A.shape and np.abs(d_a - DA).max() < 1e-9, "dA = scale * (upstream @ B)^T @ x"
    assert d_b.shape == B.shape


def test_at_step_zero_only_b_moves():
    fresh_a, fresh_b = init_lora(4, 5, 2, np.random.default_rng(1))
    d_a, d_b = lora_gradients(X, fresh_a, fresh_b, 4, UPSTREAM)
    assert np.abs(d_a).max() == 0.0 and np.abs(d_b).max() > 0, "With B = 0 the gradient of A is zero / B = 0 时 A 的梯度为零"
    stuck_a, stuck_b = lora_gradients(X, np.zeros((2, 5)), np.zeros((4, 2)), 4, UPSTREAM)
    assert np.abs(stuck_a).max() == 0.0 and np.abs(stuck_b).max() == 0.0, "Both zero: a dead layer / 全零即死层"


def test_merge_holds_for_random_shapes():
    rng = np.random.default_rng(7)
    for out, inp, r in [(3, 6, 1), (6, 3, 2), (5, 5, 5)]:
        w, a, b = rng.normal(size=(out, inp)), rng.normal(size=(r, inp)), rng.normal(size=(out, r))
        x = rng.normal(size=(4, inp))
        gap = lora_forward(x, w, a, b, 16) - x @ merge(w, a, b, 16).T
        assert np.abs(gap).max() < 1e-9, f"out={out}, in={inp}, r={r}"
