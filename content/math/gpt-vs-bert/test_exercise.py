import numpy as np
from exercise import FAMILY, causal_mask, encoder_decoder, encoder_mask, reach, sheet

S, T = 3, 3

# torch 2.13, transformers 5.18: where the Jacobian of two-layer models with random weights is not zero;
# T5 with three source and three target positions
REFERENCE = {
    "encoder": ["111111"] * 6,  # BertModel
    "decoder": ["100000", "110000", "111000", "111100", "111110", "111111"],  # GPT2Model
    "encoder-decoder": ["111000", "111000", "111000", "111100", "111110", "111111"],  # T5Model
}
# A causal stack in which row 2 also reads token 6, by layers
ONE_CELL = {
    1: ["100000", "110001", "111000", "111100", "111110", "111111"],
    2: ["100000", "111111", "111001", "111101", "111111", "111111"],
    3: ["100000"] + ["111111"] * 5,
}


def bits(rows):
    return np.asarray([[character == "1" for character in row] for row in rows])


def run_stack(mask, x, layers=3, seed=5):
    """Masked attention with random weights and residual connections; x (T, d)."""
    rng = np.random.default_rng(seed)
    d = x.shape[1]
    for _ in range(layers):
        wq, wk, wv = (rng.normal(size=(d, d)) / np.sqrt(d) for _ in range(3))
        scores = np.where(mask, (x @ wq) @ (x @ wk).T / np.sqrt(d), -np.inf)
        e = np.exp(scores - scores.max(axis=-1, keepdims=True))
        x = x + np.tanh(e / e.sum(axis=-1, keepdims=True) @ (x @ wv))
    return x


def moves(mask):
    """Boolean (T, T): output i moves when input j does."""
    x = np.random.default_rng(1).normal(size=(S + T, 4))
    before = run_stack(mask, x)
    columns = []
    for token in range(S + T):
        changed = x.copy()
        changed[token] = changed[token] + 1.0
        columns.append(np.abs(run_stack(mask, changed) - before).max(axis=-1) > 1e-12)
    return np.stack(columns, axis=1)


def test_causal_reads_the_past():
    got = causal_mask(4)
    assert got[3, 0] and not got[0, 3], f"row 4 must read token 1, row 1 must not read token 4:\n{got}"
    assert got.sum() == 10, f"4 + 3 + 2 + 1 = 10 cells, diagonal included, got {got.sum()}"


def test_encoder_decoder_shapes():
    encoder, decoder, cross = encoder_decoder(4, 2)
    assert (encoder.shape, decoder.shape, cross.shape) == ((4, 4), (2, 2), (2, 4)), "queries are rows, keys are columns: cross-attention is (t, s)"
    assert encoder.all(), "the source is given, so it may be read in both directions"
    assert cross.all(), "every target token reads the whole source"
    assert decoder[1, 0] and not decoder[0, 1], "the target is written from left to right"


def test_sheets_agree_with_real_models():
    for family, rows in REFERENCE.items():
        got = reach(sheet(family, S, T), 2)
        assert np.array_equal(got, bits(rows)), f"{family}: expected\n{bits(rows).astype(int)}\ngot\n{np.asarray(got).astype(int)}"


def test_one_wrong_cell_spreads_with_depth():
    mask = np.tri(6) > 0
    mask[1, 5] = True
    for layers, rows in ONE_CELL.items():
        got = reach(mask, layers)
        assert np.array_equal(got, bits(rows)), f"{layers} layers: row 2 reads row 6, which knows everything one layer later; got\n{np.asarray(got).astype(int)}"


def test_no_layers_no_mixing():
    assert np.array_equal(reach(encoder_mask(3), 0), np.eye(3) > 0), "before the first block each row holds its own token only"
    nothing = np.zeros((3, 3), dtype=bool)
    assert np.array_equal(reach(nothing, 5), np.eye(3) > 0), "even if nothing is read, the residual connection keeps a row's own token"


def test_reach_is_what_moves():
    rng = np.random.default_rng(0)
    for _ in range(3):
        mask = (rng.random((S + T, S + T)) < 0.25) | (np.eye(S + T) > 0)
        got, truth = np.asarray(reach(mask, 3)), moves(mask)
        assert np.array_equal(got, truth), f"in a real stack these outputs (rows) move with these inputs (columns):\n{truth.astype(int)}\nreach says\n{got.astype(int)}"


def test_each_choice_can_do_its_task():
    behaviour = {family: moves(np.asarray(sheet(family, S, T))) for family in set(FAMILY.values())}
    for task, family in FAMILY.items():
        moved = behaviour[family]
        both_sides = moved[0, S + T - 1]  # the first row learns of the last token
        source_both = moved[0, S - 1]  # the first source row learns of the last source token
        early = any(moved[:token, token].any() for token in range(S, S + T))  # a later target token moves something before it
        if task.startswith(("tag", "embed")):
            assert both_sides, f"{task}: under {family} the first token never learns what the last one is"
        else:
            assert not early, f"{task}: under {family} a token that is not written yet changes earlier outputs"
        if task.startswith(("translate", "transcribe")):
            assert source_both, f"{task}: under {family} the first source token does not know the last one"
        if task.startswith("complete"):
            assert not source_both, f"{task}: all of it is text being written; under {family} part of it is treated as a finished source"
