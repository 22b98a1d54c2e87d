"""Tests for the exercise. 练习的测试。"""

import numpy as np
from exercise import macro_f1, pad_batch, softmax_rows, train_head


def test_batch_is_as_wide_as_its_longest_sequence():
    ids, mask = pad_batch([[2, 7, 3], [2, 8, 9, 7, 3]])
    assert ids.shape == (2, 5), f"Longest sequence has 5 tokens, so (2, 5); got {ids.shape} / 应只补到本批最长的 5"
    assert ids.tolist() == [[2, 7, 3, 0, 0], [2, 8, 9, 7, 3]]
    assert mask.tolist() == [[1, 1, 1, 0, 0], [1, 1, 1, 1, 1]], "Mask: 1 on real tokens, 0 on padding / 真实词元为 1"


def test_mask_follows_length_not_the_pad_value():
    ids, mask = pad_batch([[5, 0, 6], [5]], pad_id=0)
    assert mask.tolist() == [[1, 1, 1], [1, 0, 0]], "A real token may equal pad_id: do not test ids == pad_id / 不能靠比较 pad_id"
    ids, mask = pad_batch([[5, 1], [6]], pad_id=9)
    assert ids.tolist() == [[5, 1], [6, 9]], "Fill with the given pad_id / 用传入的 pad_id 填充"


def test_macro_f1_agrees_with_scikit_learn():
    # scikit-learn 1.9.1: f1_score(..., average="macro")
    true, pred = [0, 1, 2, 2, 1, 0, 2, 1, 0, 2], [0, 2, 2, 2, 1, 0, 1, 1, 0, 0]
    assert abs(macro_f1(true, pred, 3) - 0.6984126984126983) < 1e-12


def test_a_class_never_predicted_costs_a_full_share():
    # scikit-learn 1.9.1 with zero_division=0
    assert abs(macro_f1([0, 0, 1, 2], [0, 0, 0, 0], 3) - 0.2222222222222222) < 1e-12, "No division by zero / 注意除零"
    blind, useful = macro_f1([0] * 8 + [1] * 2, [0] * 10, 2), macro_f1([0] * 8 + [1] * 2, [0] * 6 + [1] * 4, 2)
    assert abs(blind - 4 / 9) < 1e-12 and abs(useful - 16 / 21) < 1e-12, "Both are right 8 times of 10 / 两者准确率都是 0.8"


def test_head_follows_pytorch_for_three_steps():
    # torch 2.13: SGD(lr=0.5) on cross_entropy(X @ W.T + b, y), float64, from zeros
    X = np.array([[1.0, 0.0], [0.0, 2.0], [-1.0, 1.0], [2.0, -1.0]])
    W, b = train_head(X, [0, 1, 2, 0], 3, steps=3, lr=0.5)
    want = [[0.5956776909743622, -0.42475898719845373], [-0.12183179820884156, 0.369357111803249]]
    want.append([-0.4738458927655205, 0.05540187539520472])
    assert np.abs(W - np.array(want)).max() < 1e-9, f"W differs from PyTorch / 与 PyTorch 不一致: {W.tolist()}"
    assert np.abs(b - np.array([0.17657166710172412, -0.11245236522107749, -0.06411930188064659])).max() < 1e-9


def test_head_learns_and_leaves_the_features_frozen():
    rng = np.random.default_rng(0)
    y = np.array([0, 1, 2] * 20)
    centres = np.array([[3.0, 0.0, 0.0, 0.0], [0.0, 3.0, 0.0, 0.0], [0.0, 0.0, 3.0, 0.0]])
    X = centres[y] + 0.3 * rng.normal(size=(60, 4))
    before = X.tolist()
    W, b = train_head(X, y, 3, steps=50, lr=0.5)
    assert X.tolist() == before, "The features are frozen: do not write into X / 特征是冻结的，不要改写 X"
    probabilities = softmax_rows(X @ W.T + b)
    assert macro_f1(y, probabilities.argmax(axis=1), 3) > 0.95
    assert np.abs(W.sum(axis=0)).max() < 1e-9, "Gradients over classes cancel, so the columns of W sum to 0 / 各类梯度之和为零"
