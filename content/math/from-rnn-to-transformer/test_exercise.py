import numpy as np
from exercise import lstm_step, nudge_curve, rnn_step

# torch 2.13, nn.LSTM(3, 2) in float64 with these weights; the curve is the norm of autograd's Jacobian times D
WX = np.asarray([[0.49, -0.45, -0.36], [-0.24, 0.15, 0.23], [0.61, -0.46, -0.22], [-0.43, 0.36, 0.3], [-0.49, -0.46, -0.33], [-1.29, 1.15, 0.15], [-0.08, 0.1, 0.57], [-1.13, 0.99, -0.5]])
WH = np.asarray([[-0.84, 0.45], [-0.25, 0.68], [-0.54, 0.2], [-0.01, -0.16], [-0.13, 0.56], [-0.97, 0.81], [-0.51, 0.69], [0.19, -0.05]])
B = np.asarray([0.72, 0.94, -0.54, -0.07, 0.26, 1.0, 0.12, -0.17])
XS = [[-0.41, -0.49, -0.35], [-0.84, -0.45, 0.02], [0.17, -0.31, -0.84], [0.04, -0.73, -0.3], [-0.54, -0.42, 0.37], [-0.45, 0.83, -0.54]]
D = [0.6, 0.0, -0.8]
H6, C6 = [0.1616405294606807, 0.6587930879508008], [0.3377430462139157, 1.1287740684249998]
CURVE = [0.1706885850464461, 0.05757514631815306, 0.030852787134249555, 0.01530050127807796, 0.008907843793364168, 0.004626370642161156]

ONE = (np.asarray([[1.0]]), np.asarray([[0.9]]), np.asarray([0.0]))  # h = tanh(x + 0.9 h)


def close(got, want, tolerance=1e-8):
    got = np.asarray(got, dtype=float)
    return got.shape == np.asarray(want).shape and np.allclose(got, want, rtol=0, atol=tolerance)


def test_an_open_gate_keeps_the_cell():
    # forget gate 1, input gate 0: whatever comes in, the cell stays
    zeros = (np.zeros((4, 1)), np.zeros((4, 1)), np.asarray([-50.0, 50.0, 3.0, 0.0]))
    h, c = lstm_step((np.asarray([0.3]), np.asarray([0.7])), np.asarray([5.0]), *zeros)
    assert close(c, [0.7], 1e-12), f"the cell went from 0.7 to {c}: with f = 1 and i = 0 it must stay"
    assert close(h, [0.5 * np.tanh(0.7)], 1e-12), f"h = {h}, expected o * tanh(c) = 0.5 * tanh(0.7)"


def test_six_steps_agree_with_pytorch():
    state = (np.zeros(2), np.zeros(2))
    for x in XS:
        state = lstm_step(state, np.asarray(x), WX, WH, B)
    assert close(state[1], C6), f"c after six steps is {state[1]}, torch has {C6}"
    assert close(state[0], H6), f"h after six steps is {state[0]}, torch has {H6}"


def test_the_four_numbers_of_the_lesson():
    xs = [[1.0], [0.0], [0.0], [0.0]]
    curve = nudge_curve(rnn_step, ONE, xs, [1.0])
    assert close(curve, [0.42, 0.2441, 0.1671, 0.1246], 1e-4), f"got {curve}: difference of the two runs, divided by 2 * eps"


def test_finite_differences_find_the_derivative_of_pytorch():
    curve = nudge_curve(lstm_step, (WX, WH, B), XS, D)
    assert close(curve, CURVE), f"got {curve}, autograd says {CURVE}; a one-sided difference is off by about eps: read at +eps and at -eps, and take the length of the difference"


def test_a_single_step_and_sizes_without_sign():
    down = (np.asarray([[-2.0]]), np.asarray([[0.9]]), np.asarray([0.0]))
    curve = nudge_curve(rnn_step, down, [[0.0]], [1.0])
    assert close(curve, [2.0]), f"got {curve}: one step of slope -2 has size 2"


def test_inputs_are_left_as_they_were():
    xs = np.asarray(XS)
    before = xs.copy()
    nudge_curve(lstm_step, (WX, WH, B), xs, D)
    assert close(xs, before, 0), "nudge_curve changed xs itself: move a copy, or the second run starts from the first one's nudge"


def test_fifty_steps_separate_the_gates():
    def lstm(bias):
        b = np.zeros(4)
        b[1] = bias
        return np.asarray([[0.0], [0.0], [1.0], [0.0]]), np.zeros((4, 1)), b

    xs = np.zeros((50, 1))
    kept = [nudge_curve(lstm_step, lstm(bias), xs, [1.0]) for bias in (0.0, 4.0)]
    assert kept[0][0] > 0, "the nudge must be seen at step 1"
    for bias, curve, gate in zip((0, 4), kept, (0.5, 1 / (1 + np.exp(-4)))):
        share = curve[49] / curve[0]
        assert abs(share / gate**49 - 1) < 0.01, f"forget bias {bias}: {share:.2g} is left, expected gate ** 49 = {gate**49:.2g}"
