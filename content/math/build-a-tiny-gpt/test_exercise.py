import numpy as np
from exercise import attention, count_gpt2, gpt, make_weights

# torch 2.13, float64: the same two-layer model with the same weights; logits at the last position.
TEXT_A, LOGITS_A = [0, 12, 9, 1, 13], [
    -0.5480720440219139, -0.6057622354360053, 0.08372244478152066, 0.31157766807015347,
    0.02451360135913378, -0.4688185161510746, 0.19980686414473905, -0.003640100064309093,
    0.3362705402924582, 0.44945512024308154, 0.18336179864662444, 0.19814695226980958,
    0.7048692600859122, 0.38846052801771047, -0.16907490421962296, 0.34632285665881674,
    0.11684415688113388, -0.32357262926801095, 0.25511572168975666, -0.271023898913174,
    -0.30292149303590016, 0.12127838859085271, 0.20010501629888983, 0.031775259644867895,
    -0.356448501050098, 0.16219469585926033, -0.011748336743388085,
]
TEXT_B, LOGITS_B = [0, 14, 15, 1, 8], [
    -0.32276413886580546, -0.3714109017945114, 0.009778012424101638, 0.2781439554307748,
    0.39261442357693754, -0.48422570372237744, 0.2977037558844252, -0.19277834083921183,
    0.4408245150104334, 0.42801890103605744, -0.18526838194934364, 0.22949437608076573,
    0.6136308423712564, -0.10174300324676766, 0.09612026542657603, 0.2924797759472968,
    0.032534802942880914, -0.31650271802979235, 0.40854537138050084, -0.3283265808047615,
    -0.5744500285515984, -0.2567630166441802, 0.06678753641406318, -0.07655708015619465,
    -0.32460603820840955, 0.10227371693469606, 0.12455820232801804,
]
# torch 2.13: mean cross-entropy over both texts, each with its next tokens.
NEXT_A, NEXT_B, MEAN_LOSS = [12, 9, 1, 13, 0], [14, 15, 1, 8, 0], 3.3561383282416686

W = make_weights()


def gap(got, want):
    return float(np.abs(np.asarray(got, dtype=float) - np.asarray(want, dtype=float)).max())


def test_shapes():
    assert attention(np.ones((3, 32)), W["layers"][0], 4).shape == (3, 32), "attention must return one vector of width 32 per token"
    shape = gpt(TEXT_A, W, 4).shape
    assert shape == (5, 27), f"5 tokens and a vocabulary of 27 need logits of shape (5, 27), got {shape}"


def test_heads_are_scaled_by_their_own_width():
    h = np.sin(np.arange(64, dtype=float)).reshape(2, 32)
    layer = {name: 3.0 * np.eye(32) for name in ["wq", "wk", "wv", "wo"]}
    got = attention(h, layer, 4)[1, :8]
    s = np.asarray([9.0 * h[1, :8] @ h[0, :8], 9.0 * h[1, :8] @ h[1, :8]]) / np.sqrt(8)
    e = np.exp(s - s.max())
    want = 9.0 * (e[0] * h[0, :8] + e[1] * h[1, :8]) / e.sum()
    assert gap(got, want) < 1e-9, "the first head sees columns 0 to 7 only, and its scores are divided by sqrt(8), the width of a head"


def test_first_token_sees_only_itself():
    h = np.cos(np.arange(96, dtype=float)).reshape(3, 32)
    layer = W["layers"][1]
    alone = attention(h[:1], layer, 4)
    together = attention(h, layer, 4)[:1]
    assert gap(alone, together) < 1e-12, "the first token's output must not depend on later tokens: mask with -inf before the softmax"


def test_logits_agree_with_pytorch():
    for text, want in [(TEXT_A, LOGITS_A), (TEXT_B, LOGITS_B)]:
        off = gap(gpt(text, W, 4)[-1], want)
        assert off < 1e-9, f"last logits of {text} are off by {off:.3g}. Positions added? Residual on the unnormalised x? Norm before the head?"


def test_loss_agrees_with_pytorch():
    losses = []
    for text, following in [(TEXT_A, NEXT_A), (TEXT_B, NEXT_B)]:
        z = gpt(text, W, 4)
        for row, target in zip(z, following):
            losses.append(np.log(np.exp(row - row.max()).sum()) + row.max() - row[target])
    mean = float(np.mean(losses))
    assert abs(mean - MEAN_LOSS) < 1e-9, f"mean loss {mean}, wanted {MEAN_LOSS}: about ln 27 = 3.30, for the weights know nothing"


def test_the_past_never_depends_on_the_future():
    before = gpt([0, 12, 9, 1, 13], W, 4)
    after = gpt([0, 12, 9, 1, 26], W, 4)
    assert gap(before[:4], after[:4]) < 1e-12, "another last token changed an earlier logit"
    assert gap(before[4], after[4]) > 1e-3, "another last token must change its own logits"


def test_a_single_token_works():
    one = gpt([5], W, 4)
    assert one.shape == (1, 27) and np.isfinite(one).all(), f"one token must give one finite row, got {one}"
    assert gap(one[0], gpt([5, 7, 9], W, 4)[0]) < 1e-12, "the first row must be the same with or without a continuation"


def test_gpt2_is_counted_to_the_digit():
    # transformers 5.18, GPT2LMHeadModel(...).num_parameters()
    small = count_gpt2(50257, 1024, 12, 768)
    assert small == 124439808, f"GPT-2 small has 124,439,808 parameters, got {small:,}; off by {small - 124439808:,}. Biases? Two norms a layer and one at the end, gain and shift each? Tied output?"
    xl = count_gpt2(50257, 1024, 48, 1600)
    assert xl == 1557611200, f"GPT-2 XL has 1,557,611,200 parameters, got {xl:,}"
