import random

from exercise import END, all_texts, best, greedy, likeliest_false, truth_share

# The tree of the lesson: how much is the cache? Only "five" is true.
CACHE = {
    (): {"Ten": 0.45, "Five": 0.35, "It's": 0.20},
    ("Ten",): {"dollars": 0.40, END: 0.35, "bucks": 0.25},
    ("Five",): {"dollars": 0.90, END: 0.06, "bucks": 0.04},
    ("It's",): {"ten": 0.60, "five": 0.30, "free": 0.10},
    **{(a, b): {END: 1.0} for a in ("Ten", "Five") for b in ("dollars", "bucks")},
    **{("It's", b): {END: 1.0} for b in ("ten", "five", "free")},
}

# Jurafsky & Martin, SLP3, section on beam search: yes .5, ok .4, ok after ok .7, then the end for certain.
# The branches the book gives no numbers for are ours.
YES_OK = {
    (): {"ok": 0.4, "yes": 0.5, END: 0.1},
    ("yes",): {"ok": 0.3, "yes": 0.4, END: 0.3},
    ("ok",): {"yes": 0.2, "ok": 0.7, END: 0.1},
    **{(a, b): {END: 1.0} for a in ("yes", "ok") for b in ("yes", "ok")},
}


def says_five(text):
    return "five" in " ".join(text).lower()


def random_tables(rng, depth=3):
    """Two or three tokens and END at every node, any order, some probabilities 0."""
    tables = {}

    def grow(prefix):
        tokens = ["a", "b", "c"][: rng.randint(2, 3)] + [END]
        if len(prefix) == depth:
            tokens = [END]
        rng.shuffle(tokens)
        weights = [rng.choice([0, 1, 2, 5, 9]) + (1 if token == END else 0) for token in tokens]
        tables[prefix] = {token: w / sum(weights) for token, w in zip(tokens, weights)}
        for token in tokens:
            if token != END:
                grow(prefix + (token,))

    grow(())
    return tables


def test_greedy_takes_the_likeliest_token_not_the_first():
    got = greedy(YES_OK)
    assert got == ("yes", "yes"), f"greedy must write ('yes', 'yes'), got {got}: yes has 0.5 although ok stands first in the table"


def test_the_textbook_tree():
    got = best(YES_OK)
    assert got == ("ok", "ok"), f"the most probable text is ('ok', 'ok') with 0.4 * 0.7 * 1.0 = 0.28, got {got}"
    assert abs(all_texts(YES_OK)[got] - 0.28) < 1e-12


def test_the_tree_of_the_lesson():
    assert greedy(CACHE) == ("Ten", "dollars"), f"greedy: {greedy(CACHE)}"
    assert best(CACHE) == ("Five", "dollars"), f"best: {best(CACHE)}"
    got = truth_share(CACHE, says_five)
    assert abs(got - 0.41) < 1e-12, f"0.315 + 0.021 + 0.014 + 0.060 = 0.41, got {got}: add up every true text, not only the best one"
    got = likeliest_false(CACHE, says_five)
    assert got == ("Ten", "dollars"), f"the likeliest falsehood is ('Ten', 'dollars') with 0.18, got {got}"


def test_silence_can_win():
    tables = {(): {"maybe": 0.6, END: 0.4}, ("maybe",): {"so": 0.5, "not": 0.5}, ("maybe", "so"): {END: 1.0}, ("maybe", "not"): {END: 1.0}}
    assert best(tables) == (), f"the empty text has 0.4, 'maybe so' 0.3: got {best(tables)}"
    assert greedy(tables) == ("maybe", "so"), f"greedy starts with maybe (0.6) and takes the earlier of a tie, got {greedy(tables)}"


def test_nothing_false_to_say():
    tables = {(): {"yes": 1.0, "no": 0.0}, ("yes",): {END: 1.0}, ("no",): {END: 1.0}}
    got = likeliest_false(tables, lambda text: text == ("yes",))
    assert got is None, f"'no' has probability 0, so no false text is possible: return None, got {got}"
    got = truth_share(tables, lambda text: text == ("yes",))
    assert abs(got - 1.0) < 1e-12, f"everything that can be said is true, got {got}"


def test_greedy_never_beats_the_best():
    rng = random.Random(0)
    beaten = 0
    for _ in range(60):
        tables = random_tables(rng)
        texts = all_texts(tables)
        assert abs(sum(texts.values()) - 1) < 1e-9
        top = texts[best(tables)]
        assert all(p <= top for p in texts.values()), f"a text with {max(texts.values())} is more probable than yours with {top}"
        beaten += texts[greedy(tables)] < top - 1e-12
    assert beaten > 0, "in some of 60 random trees greedy must miss the best text; does yours search instead of being greedy?"


def test_true_and_false_share_all_probability():
    rng = random.Random(1)
    for _ in range(30):
        tables = random_tables(rng)

        def is_true(text):
            return "a" in text

        share = truth_share(tables, is_true)
        rest = truth_share(tables, lambda text: not is_true(text))
        assert abs(share + rest - 1) < 1e-9, f"P(true) + P(false) = {share + rest}"
        lie = likeliest_false(tables, is_true)
        assert lie is None or not is_true(lie), f"{lie} is true"
        if lie is not None:
            assert all_texts(tables)[lie] <= rest + 1e-12
