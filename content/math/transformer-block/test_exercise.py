import numpy as np
from exercise import layer_norm, rms_norm, silu, swiglu

# torch 2.13: nn.functional.layer_norm, rms_norm, silu and linear, float64
X = [
    [-4.4975, 3.1824, 0.5534, 0.5621],
    [3.9884, -4.2366, -0.4085, 1.9278],
    [-2.6442, -1.0875, -0.4389, -3.5387],
]
GAIN = [0.6551, 1.3265, 1.0431, 1.4401]
BIAS = [-0.1147, -0.3056, 0.2853, -0.2254]
LAYER = [
    [-1.161853856200581, 1.2353767702958576, 0.5114707541233391, 0.09135337276966057],
    [0.6723757606660855, -2.2830474966309606, 0.03733181650542224, 0.533516840870337],
    [-0.49715414769323035, 0.6016446031776671, 1.5496905516540975, -2.1152076918149243],
]
RMS = [
    [-1.0587321887360237, 1.5169433618502475, 0.20743041963574646, 0.29087981237283866],
    [0.8506258596418748, -1.8296035346673434, -0.1387235776713894, 0.9038303087986508],
    [-0.7579972976882875, -0.6312512875734421, -0.2003352089181071, -2.229986086983497],
]
XF = [
    [-0.0436, -0.1089, -0.0747],
    [0.8318, 1.1343, -0.4477],
]
GATE = [
    [-0.464, -0.0895, 0.5654, 0.1641],
    [0.0549, -0.0034, 0.2241, -0.8967],
    [0.2378, 0.1308, -0.0749, 0.8384],
]
UP = [
    [-0.2137, 0.219, -0.8977, 0.2437],
    [0.7914, 0.1026, 0.0689, -0.0495],
    [0.8922, -1.1801, 0.163, -0.7516],
]
DOWN = [
    [-0.5714, -0.2731, 0.5202],
    [0.4833, 0.9551, 0.4349],
    [1.0707, -0.0311, 0.9877],
    [0.2426, 0.7106, -1.5907],
]
OUT = [
    [-0.0005015433016296082, 0.00027869033487597597, -0.0015022488736057648],
    [-0.43687033135919456, -0.11917604188739367, -0.2153020519236526],
]

ONES = [1.0, 1.0, 1.0, 1.0]
ZEROS = [0.0, 0.0, 0.0, 0.0]


def close(got, want, tolerance=1e-9):
    return np.allclose(np.asarray(got, dtype=float), np.asarray(want, dtype=float), rtol=0, atol=tolerance)


def test_one_token_by_hand():
    y = layer_norm([[1.0, 2.0, 3.0, 4.0]], ONES, ZEROS)
    assert close(y, [[-1.3416354, -0.4472118, 0.4472118, 1.3416354]], 1e-6), f"[1, 2, 3, 4] has mean 2.5 and variance 1.25 (divided by 4); got {y[0]}"
    y = rms_norm([[1.0, 2.0, 3.0, 4.0]], ONES)
    assert close(y, [[0.3651481, 0.7302963, 1.0954444, 1.4605925]], 1e-6), f"the squares of [1, 2, 3, 4] have the mean 7.5; got {y[0]}"


def test_layer_norm_agrees_with_pytorch():
    y = layer_norm(X, GAIN, BIAS)
    assert close(y, LAYER), f"differs from torch by up to {np.abs(np.asarray(y) - np.asarray(LAYER)).max():.3g}: mean and variance run along the last axis"


def test_rms_norm_agrees_with_pytorch():
    y = rms_norm(X, GAIN)
    assert close(y, RMS), f"differs from torch by up to {np.abs(np.asarray(y) - np.asarray(RMS)).max():.3g}: eps stands inside the root, and gain multiplies each feature"


def test_swiglu_agrees_with_pytorch():
    y = swiglu(XF, GATE, UP, DOWN)
    assert np.asarray(y).shape == (2, 3), f"two tokens of width 3 go in, so (2, 3) must come out, got {np.asarray(y).shape}"
    assert close(y, OUT), f"differs from torch by up to {np.abs(np.asarray(y) - np.asarray(OUT)).max():.3g}: silu belongs to the gate alone"


def test_rows_without_spread_stay_finite():
    y = layer_norm([[3.0, 3.0, 3.0, 3.0]], ONES, ZEROS)
    assert close(y, [ZEROS]), f"a constant row has variance 0; eps inside the root gives 0, got {y[0]}"
    y = rms_norm([ZEROS], ONES)
    assert close(y, [ZEROS]), f"a zero row stays zero, got {y[0]}"
    assert close(silu([-750.0, 0.0, 750.0]), [0.0, 0.0, 750.0]), "silu far from zero must not overflow"


def test_what_each_norm_ignores():
    x = np.asarray(X)
    assert close(layer_norm(x + 100, GAIN, BIAS), layer_norm(x, GAIN, BIAS), 1e-6), "adding 100 to every feature must not change LayerNorm"
    assert close(rms_norm(x * 1000, GAIN), rms_norm(x, GAIN), 1e-5), "a token 1,000 times as large must give the same RMSNorm"
    assert not close(rms_norm(x + 100, GAIN), rms_norm(x, GAIN), 1e-2), "RMSNorm does not subtract the mean, so a common offset shows"


def test_no_token_notices_another():
    changed = np.asarray(X).copy()
    changed[2] = [9.0, -9.0, 90.0, 0.5]
    for name, f in [("layer_norm", lambda x: layer_norm(x, GAIN, BIAS)), ("rms_norm", lambda x: rms_norm(x, GAIN))]:
        assert close(f(X)[:2], f(changed)[:2]), f"{name}: changing token 3 changed another token's output"
        assert not close(f(X)[2], f(changed)[2]), f"{name}: changing token 3 must change its own output"
