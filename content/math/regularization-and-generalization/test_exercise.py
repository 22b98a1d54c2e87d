import numpy as np
from exercise import adam_step, dropout, early_stop

# torch 2.13: dropout with this mask and p = 0.5
X = [[-0.6512, -0.2878, -0.6277, 0.5769, 0.1349], [-0.4745, -0.2296, -0.7348, 0.9059, 1.9978]]
KEEP = [[0, 0, 1, 0, 1], [0, 0, 0, 0, 1]]
DROPPED = [[0.0, 0.0, -1.2554, 0.0, 0.2698], [0.0, 0.0, 0.0, 0.0, 3.9956]]

# torch 2.13 (float64), Adam and AdamW on Rosenbrock's valley, lr 0.1, weight_decay 0.1: after 1, 2, 3 and 10 steps
START = [-1.2, 1.0]
STEPS = [1, 2, 3, 10]
ADAM_L2 = [[-1.1000000000046357, 1.0999999999886234], [-1.0172396605369989, 1.1830087808219432], [-0.9709047850492045, 1.2240035270047294], [-1.0981183132975951, 1.0176661927878763]]
ADAMW = [[-1.0880000000046381, 1.0899999999886363], [-0.9963247851290958, 1.1601470898936668], [-0.9438230043333913, 1.1849443577129515], [-1.0238419138358712, 0.8779608185912147]]


def close(got, want, tolerance=1e-9):
    return np.allclose(np.asarray(got, dtype=float), np.asarray(want, dtype=float), rtol=0, atol=tolerance)


def walk(**options):
    w, state, path = np.array(START), {}, []
    for _ in range(10):
        x, y = w
        g = np.array([-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)])
        w = adam_step(w, g, state, 0.1, **options)
        path.append(w)
    return np.stack(path)[[step - 1 for step in STEPS]]


def test_evaluation_leaves_activations_alone():
    u = np.zeros((2, 5))
    assert close(dropout(X, 0.5, u, training=False), X), "outside training nothing is dropped and nothing is scaled"
    assert close(dropout(X, 0.0, u), X), "p = 0 drops nothing, whatever u says"


def test_dropout_agrees_with_pytorch():
    u = np.where(np.array(KEEP) == 1, 0.9, 0.1)
    got = dropout(X, 0.5, u)
    assert close(got, DROPPED), f"got {got}: survivors are divided by 1 - p, here doubled"


def test_the_mean_over_masks_is_the_input():
    x = np.array([1.0, 2.0, -3.0, 4.0])
    u = np.random.default_rng(0).random((10_000, 4))
    mean = dropout(np.ones((10_000, 1)) * x, 0.2, u).mean(axis=0)
    assert close(mean, x, 0.06), f"10,000 masks with p = 0.2 average to {mean}, not to {x}"


def test_l2_and_decay_walk_with_pytorch():
    assert close(walk(l2=0.1), ADAM_L2, 1e-8), f"with l2 = 0.1 torch's Adam stands at {ADAM_L2}, you at {walk(l2=0.1)}"
    assert close(walk(decay=0.1), ADAMW, 1e-8), f"with decay = 0.1 torch's AdamW stands at {ADAMW}, you at {walk(decay=0.1)}"


def test_decay_takes_the_same_share_of_every_weight():
    w = adam_step([100.0, 0.01], [0.0, 0.0], {}, 0.1, decay=0.1)
    assert close(w, [99.0, 0.0099]), f"without gradient one step leaves 1 - 0.1 * 0.1 = 0.99 of each weight; got {w}"
    w = adam_step([1.0, 1.0], [1000.0, 0.001], {}, 0.1, decay=0.1)
    assert close(w, [0.89, 0.89], 1e-4), f"gradients of any size: 0.99 * 1 - 0.1 = 0.89; got {w}"


def test_patience_counts_misses_in_a_row():
    losses = [0.71, 0.58, 0.52, 0.53, 0.51, 0.55, 0.56, 0.49]
    got = early_stop(losses, 2)
    assert tuple(got) == (4, 6), f"the lesson's run keeps epoch 4 and ends after epoch 6 (counted from 0), got {got}"
    got = early_stop(losses, 3)
    assert tuple(got) == (7, 7), f"with patience 3 it lives to see 0.49 in epoch 7, got {got}"


def test_early_stopping_at_the_edges():
    assert tuple(early_stop([3.0, 2.0, 1.0], 1)) == (2, 2), "a loss that always falls is never stopped"
    assert tuple(early_stop([1.0, 2.0, 3.0, 0.0], 1)) == (0, 1), "patience 1 stops at the first miss"
    got = early_stop([1.0, 3.0, 2.0, 0.5], 2)
    assert tuple(got) == (0, 2), f"from 3 down to 2 is still a miss, because the lowest so far is 1; got {got}: compare with the best epoch, not with the one before"
    assert tuple(early_stop([1.0, 1.0, 1.0], 2)) == (0, 2), "an equal loss is no new lowest: keep the earlier epoch"
