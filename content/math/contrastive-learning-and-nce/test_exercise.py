import numpy as np
from exercise import info_nce, normalize, query_gradient

# the three pairs of the lesson
Q3 = [[1.0, 0.0], [0.0, 1.0], [0.6, 0.8]]
K3 = [[0.8, 0.6], [-0.6, 0.8], [0.0, 1.0]]

# torch 2.13, F.cross_entropy(q @ k.T / tau, arange(4)) and its gradient by autograd
Q = [[1.0428, 0.1235, 0.7563], [-0.4669, 1.4605, -0.1145], [-1.053, 0.8829, 1.9163], [0.4816, 0.376, 1.4597]]
K = [[0.662, -0.2734, -0.1941], [-0.3438, 0.664, 1.4407], [0.7818, -1.0795, -0.0062], [-0.3824, 1.2985, 0.0207]]
DOT_LOSS = 2.6575998217513854
DOT_GRADIENT = [[-0.10719703603938013, 0.06671662273554085, 0.15803250565719243], [0.008052008259275115, 0.09625333122648894, -0.27440899409710096], [-0.2799347907568135, 0.44975983976032996, 0.3203512522138121], [0.04999919338066427, -0.1927918307546111, 0.2545271900061134]]


def test_three_pairs_by_hand():
    got = info_nce(Q3, K3, 0.5)
    want = -np.log([0.7920, 0.3162, 0.3662]).mean()
    assert abs(got - want) < 1e-3, f"the lesson's batch costs {want:.3f} at temperature 0.5, got {got}: is the right key in column i?"


def test_equal_similarities_cost_the_chance_level():
    for n in (2, 16, 64):
        same = np.ones((n, 3))
        assert abs(info_nce(same, same, 0.07) - np.log(n)) < 1e-9, f"if all keys look alike, each has probability 1/{n}: the loss is ln {n}"


def test_loss_agrees_with_pytorch():
    got = info_nce(Q, K, 1.0)
    assert abs(got - DOT_LOSS) < 1e-9, f"plain dot products, tau = 1: torch says {DOT_LOSS}, got {got}"
    for tau, want in ((1.0, 1.5508060098696879), (0.1, 7.208652826053277)):
        got = info_nce(normalize(Q), normalize(K), tau)
        assert abs(got - want) < 1e-9, f"cosines, tau = {tau}: torch says {want}, got {got}"


def test_low_temperature_does_not_overflow():
    got = info_nce([[100.0, 0.0], [0.0, 100.0]], [[100.0, 0.0], [0.0, 100.0]], 0.01)
    assert got == 0, f"logits of 1,000,000, all right: the loss is 0, got {got}; subtract each row's maximum first"
    got = info_nce([[1.0, 0.0], [0.0, 1.0]], [[0.0, 1.0], [1.0, 0.0]], 0.0005)
    assert abs(got - 2000) < 1e-6, f"wrong by a cosine of 1 at tau 0.0005 costs 2,000 nats, got {got}: take the log of the sum, not of a probability that has become 0"


def test_twins_cost_log_two():
    eye = np.eye(4)
    twins = np.concatenate([eye, eye])  # every key stands twice in the batch
    got = info_nce(twins, twins, 0.02)
    assert abs(got - np.log(2)) < 1e-9, f"a perfect model cannot tell a key from its twin: ln 2, got {got}"


def test_gradient_agrees_with_pytorch():
    for i in range(4):
        got = np.asarray(query_gradient(Q, K, 1.0, i), dtype=float)
        assert np.allclose(got, DOT_GRADIENT[i], rtol=0, atol=1e-9), f"query {i}: torch says {DOT_GRADIENT[i]}, got {got}"
    got = np.asarray(query_gradient([[1.0, 0.0], [0.0, 1.0]], [[0.0, 1.0], [1.0, 0.0]], 0.001, 0), dtype=float)
    assert np.allclose(got, [500.0, -500.0]), f"logits of 0 and 1,000: all probability lies on the wrong key, (wrong key - own key) / (2 * 0.001) is [500, -500], got {got}; subtract the maximum here, too"


def test_gradient_is_the_slope_of_your_loss():
    rng = np.random.default_rng(1)
    q, k = rng.normal(size=(5, 3)), rng.normal(size=(5, 3))
    for c in range(3):
        up, down = q.copy(), q.copy()
        up[2, c] += 1e-5
        down[2, c] -= 1e-5
        slope = (info_nce(up, k, 0.5) - info_nce(down, k, 0.5)) / 2e-5
        got = query_gradient(q, k, 0.5, 2)[c]
        assert abs(got - slope) < 1e-6, f"component {c}: moving q[2] a little changes the loss by {slope}, your gradient says {got}; is it divided by N and by tau?"
