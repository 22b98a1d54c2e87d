import numpy as np
from exercise import IGNORE, causal_example, choose, masked_example

# transformers 5.18, DataCollatorForLanguageModeling: one row of ids ([CLS] 2, [SEP] 3, [MASK] 4) and what it made of it
IDS = [2, 20, 16, 27, 40, 39, 23, 48, 17, 20, 22, 24, 37, 22, 41, 43, 34, 19, 42, 3]
INPUTS = [2, 20, 16, 4, 40, 39, 23, 1, 4, 20, 22, 24, 37, 4, 4, 43, 34, 4, 42, 3]
LABELS = [-100, 20, -100, 27, 40, -100, -100, 48, 17, -100, -100, -100, -100, 22, 41, -100, -100, 19, -100, -100]


def same(got, want):
    got = np.asarray(got)
    return got.shape == np.asarray(want).shape and bool(np.all(got == np.asarray(want)))


def test_four_tokens_of_the_lesson():
    inputs, labels = causal_example([11, 12, 13, 14])
    assert same(inputs, [11, 12, 13, 14]), f"inputs are the ids themselves, got {inputs}"
    assert same(labels, [12, 13, 14, IGNORE]), f"labels {labels}: position t is scored on token t + 1, and nothing follows the last"


def test_a_lone_token_teaches_nothing():
    _, labels = causal_example([7])
    assert same(labels, [IGNORE]), f"labels {labels}: one token has no next token"


def test_special_tokens_are_never_chosen():
    chosen = choose([2, 30, 31, 3, 32], [0.01, 0.01, 0.5, 0.01, 0.15], special=(2, 3))
    assert same(chosen, [False, True, False, False, False]), f"chosen {chosen}: a low draw must not put [CLS] or [SEP] to the test, and a draw of exactly the rate is not below it"


def test_the_borders_of_80_10_10():
    inputs, labels = masked_example([30, 31, 32, 33, 34], np.asarray([True, True, True, True, False]), [0.79, 0.8, 0.89, 0.9, 0.0], [50, 51, 52, 53, 54], 4)
    assert same(inputs, [4, 51, 52, 33, 34]), f"inputs {inputs}: below 0.8 [MASK], from 0.8 random, from 0.9 unchanged; lots count only where chosen"
    assert same(labels, [30, 31, 32, 33, IGNORE]), f"labels {labels}: the unchanged position was chosen too and is scored"


def test_agrees_with_transformers():
    chosen = np.asarray(LABELS) != IGNORE
    shown, true = np.asarray(INPUTS), np.asarray(IDS)
    lots = np.where(shown == 4, 0.3, np.where(shown == true, 0.95, 0.85))
    inputs, labels = masked_example(IDS, chosen, lots, INPUTS, 4)
    assert same(inputs, INPUTS), f"inputs {inputs}\nexpected {INPUTS}"
    assert same(labels, LABELS), f"labels {labels}\nexpected {LABELS}"


def test_the_text_itself_is_left_alone():
    ids = np.asarray(IDS)
    causal_example(ids)
    masked_example(ids, np.ones(20) > 0, np.zeros(20), np.zeros(20), 4)
    assert same(ids, IDS), "the ids were changed in place: the next epoch would train on masks"


def test_shares_over_many_tokens():
    rng = np.random.default_rng(0)
    n = 4000
    ids = rng.integers(1000, 2000, size=n)
    chosen = choose(ids, rng.random(n))
    inputs, labels = masked_example(ids, chosen, rng.random(n), rng.integers(2000, 3000, size=n), 4)
    scored = labels != IGNORE
    assert abs(scored.mean() - 0.15) < 0.02, f"{scored.mean():.1%} of the positions are scored, expected about 15%"
    hidden, kept = (inputs[scored] == 4).mean(), (inputs[scored] == ids[scored]).mean()
    assert abs(hidden - 0.8) < 0.05 and abs(kept - 0.1) < 0.05, f"{hidden:.0%} hidden and {kept:.0%} unchanged, expected about 80 and 10"
    assert same(inputs[~scored], ids[~scored]), "a position that is not scored must show its own token"
