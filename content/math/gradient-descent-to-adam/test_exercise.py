import numpy as np
from exercise import adam, adamw, sgd, walk

CURVATURES = np.array([1.0, 10.0])
START = [1.0, -2.0]

# torch 2.13 (float64) on f = (w1^2 + 10 w2^2) / 2 from (1, -2): positions after 1, 2, 3, 10 and 20 steps
STEPS = [1, 2, 3, 10, 20]
MOMENTUM = [[0.95, -1.0], [0.8574999999999999, 0.4000000000000001], [0.7313749999999999, 1.4600000000000002], [-0.31092291066962896, -0.17544953599999946], [-0.12113052590288934, 0.608159027789851]]
ADAM = [[0.900000001, -1.90000000005], [0.8004122297123382, -1.8001664857113877], [0.701586274504415, -1.7006233914339461], [0.07624916061975533, -1.024586835707361], [-0.27115409408744673, -0.22245242707521992]]
ADAMW = [[0.890000001, -1.88000000005], [0.781571856954161, -1.7614089501813404], [0.6751012231892006, -1.6443686829514537], [0.03360555596107574, -0.8828981727742696], [-0.24959413500335403, -0.07913297172112155]]


def bowl(w):
    return CURVATURES * w


def close(got, want, tolerance=1e-9):
    return np.allclose(np.asarray(got, dtype=float), np.asarray(want, dtype=float), rtol=0, atol=tolerance)


def test_momentum_sums_gradients():
    path = walk(sgd, lambda w: 2 * w, [1.0], 3, lr=0.1, momentum=0.9)
    assert close(path[1], [0.8]), f"the first step of momentum is a plain step, 1 - 0.1 * 2 = 0.8, got {path[1]}: do not scale g by 1 - momentum"
    assert close(path[2:], [[0.46], [0.062]]), f"the table in the lesson says 0.46, then 0.062; got {path[2]}, {path[3]}"


def test_momentum_walks_with_pytorch():
    path = walk(sgd, bowl, START, 20, lr=0.05, momentum=0.9)
    assert close(path[STEPS], MOMENTUM), f"after steps {STEPS} torch stands at {MOMENTUM}, you at {path[STEPS]}"


def test_adam_by_hand():
    state = {}
    w = adam(np.array([0.0]), np.array([4.0]), state, 0.1)
    assert close(w, [-0.1], 1e-6), f"the first step is lr times the sign of g, so -0.1; got {w}: is v corrected, is its root taken?"
    w = adam(w, np.array([-2.0]), state, 0.1)
    assert close(w, [-0.12663370396604007], 1e-6), f"the second step is 0.266 of lr, to -0.12663; got {w}"


def test_adam_walks_with_pytorch():
    path = walk(adam, bowl, START, 20, lr=0.1)
    assert close(path[STEPS], ADAM), f"after steps {STEPS} torch stands at {ADAM}, you at {path[STEPS]}; eps is added to the root, not under it"


def test_adam_ignores_the_size_of_gradients():
    plain = walk(adam, bowl, START, 15, lr=0.1)
    scaled = walk(adam, lambda w: 1000 * bowl(w), START, 15, lr=0.1)
    assert close(plain, scaled, 1e-6), f"gradients 1,000 times as large must give the same path; the ends differ: {plain[-1]} and {scaled[-1]}"


def test_a_gradient_of_zero_leaves_adam_in_place():
    w = adam(np.array([3.0]), np.array([0.0]), {}, 0.1)
    assert close(w, [3.0]), f"0 / (0 + eps) is 0, so w stays at 3; got {w}"


def test_adamw_walks_with_pytorch():
    w = np.array(START)
    adamw(w, bowl(w), {}, lr=0.1, decay=0.1)
    assert close(w, START), f"w itself was changed, from {START} to {w}: compute new weights instead of writing into w with *= or -="
    path = walk(adamw, bowl, START, 20, lr=0.1, decay=0.1)
    assert close(path[1], ADAMW[0]), f"the first step is 0.99 * w, then lr against the sign: {ADAMW[0]}; got {path[1]}"
    assert close(path[STEPS], ADAMW), f"after steps {STEPS} torch stands at {ADAMW}, you at {path[STEPS]}"


def test_decay_goes_past_the_division():
    # no gradient at all: what is left is pure decay, the same share of a large and of a small weight
    path = walk(adamw, lambda w: 0 * w, [100.0, 0.01], 10, lr=0.1, decay=0.1)
    assert close(path[10] / path[0], [0.99**10, 0.99**10]), f"ten steps without gradient leave 0.99^10 = 0.904 of every weight; got {path[10] / path[0]}: keep the decay out of g"
