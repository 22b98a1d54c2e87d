import numpy as np
from exercise import Value, numeric_slope, two_layers

# torch 2.13, float64: x, w0..w3, v0, v1 of two_layers, and the slope of each
NUMBERS = [0.7, 1.2, -0.3, -0.8, 0.5, 1.5, -2.0]
SLOPES = [2.9567869523358334, 0.7948110079489958, 1.135444297069994, -1.3949720713703602, -1.9928172448148005, 0.49298796667532435, -0.05992810352914344]


def close(got, want, tolerance=1e-9):
    return abs(float(got) - want) <= tolerance


def run(numbers):
    leaves = [Value(number) for number in numbers]
    return leaves, two_layers(leaves[0], leaves[1:5], leaves[5:])


def test_a_number_added_to_itself():
    a = Value(3.0)
    (a + a).backward()
    assert close(a.grad, 2.0), f"b = a + a moves 2 for every 1 of a, got {a.grad}: both inputs are the same node, so add the shares"


def test_product_and_a_second_route():
    a, b = Value(2.0), Value(3.0)  # torch 2.13: L = a*b + a
    (a * b + a).backward()
    assert close(a.grad, 4.0), f"a reaches L through a*b (rate b = 3) and directly (rate 1), got {a.grad}"
    assert close(b.grad, 2.0), f"b moves a*b at rate a = 2, got {b.grad}"


def test_tanh_neuron_agrees_with_pytorch():
    x1, x2, w1, w2, b = Value(2.0), Value(0.0), Value(-3.0), Value(1.0), Value(6.881373587019543)
    o = (x1 * w1 + x2 * w2 + b).tanh()
    o.backward()
    assert close(o.data, 0.7071067811865476), f"tanh(0.8814) is 0.7071, got {o.data}"
    want = [-1.5, 0.5, 1.0, 0.0, 0.5]
    got = [x1.grad, x2.grad, w1.grad, w2.grad, b.grad]
    assert np.allclose(got, want), f"slopes of x1 x2 w1 w2 b: got {got}, torch has {want}"


def test_a_node_waits_for_all_its_shares():
    a, b = Value(0.5), Value(0.8)
    s = a * b
    (s + s.tanh().tanh()).backward()  # one short route from s, one long
    t = float(np.tanh(0.4))
    rate = 1.0 + (1.0 - t * t) * (1.0 - float(np.tanh(t)) ** 2)
    assert close(s.grad, rate), f"s should collect {rate:.4f}, got {s.grad}: the share of the long route comes later"
    assert close(a.grad, 0.8 * rate), f"a.grad is {a.grad}, not {0.8 * rate:.4f}: s passed its gradient on before all of it had arrived"


def test_two_layers_agree_with_pytorch():
    leaves, out = run(NUMBERS)
    out.backward()
    assert close(out.data, 0.8593381570712735), f"output {out.data}"
    got = [leaf.grad for leaf in leaves]
    assert np.allclose(got, SLOPES, rtol=0, atol=1e-9), f"got {np.round(got, 4)}, torch has {np.round(SLOPES, 4)}"


def test_two_layers_agree_with_pushing():
    slope = numeric_slope(lambda at: at[0] ** 2 * at[1], [3.0, 2.0], 0)
    assert close(slope, 12.0, 1e-6), f"a*a*b at a = 3, b = 2 moves 12 per unit of a, got {slope}: (f(a + h) - f(a - h)) / 2h"
    rng = np.random.default_rng(7)
    for _ in range(5):
        numbers = [float(n) for n in rng.normal(size=7)]
        leaves, out = run(numbers)
        out.backward()
        for i, leaf in enumerate(leaves):
            slope = numeric_slope(lambda at: run(at)[1].data, numbers, i)
            assert close(slope, leaf.grad, 1e-6), f"number {i}: pushing says {slope:.6f}, backward says {leaf.grad:.6f}"


def test_gradients_pile_up_until_someone_empties_them():
    x = Value(2.0)
    (x * x).backward()
    assert close(x.grad, 4.0), f"first pass: {x.grad}"
    (x * x).backward()
    assert close(x.grad, 8.0), f"second pass without emptying: {x.grad}, PyTorch has 8: add to grad, never overwrite it"


def test_long_chains_and_numbers_that_were_not_used():
    x, unused = Value(1.0), Value(5.0)
    y = x
    for _ in range(2000):
        y = y + x
    y.backward()
    assert close(x.grad, 2001.0), f"2,000 additions: {x.grad}; a backward that calls itself would run out of stack"
    assert close(unused.grad, 0.0), "what never reached the output has gradient 0"
