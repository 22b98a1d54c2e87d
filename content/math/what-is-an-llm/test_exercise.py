from exercise import END, START, count_bigrams, next_token_probability, sentence_probability, vocabulary

ENGLISH = ["the build failed", "the build passed", "the test failed"]
CHINESE = ["构建失败", "构建通过", "测试失败"]


def close(got, want):
    return abs(got - want) < 1e-12


def test_every_row_adds_up_to_one():
    counts = count_bigrams(ENGLISH + CHINESE)
    for k in [0.0, 0.1, 1.0]:
        for before in counts:
            total = sum(next_token_probability(counts, after, before, k) for after in vocabulary(counts))
            assert close(total, 1.0), f"k={k}: the row of {before!r} adds up to {total}: k must be added len(vocabulary) times to the sum"


def test_counted_by_hand():
    # the: build 2, test 1. build: failed 1, passed 1. So 1 * 2/3 * 1/2 * 1
    english = count_bigrams(ENGLISH)
    assert close(next_token_probability(english, "build", "the"), 2 / 3), "build follows the in 2 of 3 sentences"
    got = sentence_probability(english, "the build failed")
    assert close(got, 1 / 3), f"P(the build failed) = 1 * 2/3 * 1/2 * 1 = 1/3, got {got}"
    got = sentence_probability(count_bigrams(CHINESE), "构建失败")
    assert close(got, 1 / 3), f"P(构建失败) = 2/3 * 1 * 1/2 * 1 * 1 = 1/3, got {got}"


def test_the_sentences_it_can_write_add_up_to_one():
    counts = count_bigrams(ENGLISH)
    total = sum(sentence_probability(counts, s) for s in ENGLISH)
    assert close(total, 1.0), f"the three sentences share all the probability there is, yours add up to {total}"


def test_a_sentence_must_end():
    got = sentence_probability(count_bigrams(ENGLISH), "the build")
    assert close(got, 0.0), f"no sentence ended after build, so 'the build' has probability 0, got {got}: multiply by P(END | last token)"


def test_smoothing_by_hand():
    # test was followed once, by failed; six tokens can come next: (0 + 1) / (1 + 6)
    counts = count_bigrams(ENGLISH)
    assert len(vocabulary(counts)) == 6
    assert close(next_token_probability(counts, "passed", "test"), 0.0), "without smoothing an unseen pair has probability 0"
    got = next_token_probability(counts, "passed", "test", k=1.0)
    assert close(got, 1 / 7), f"expected 1/7, got {got}"
    # <s>: the 3 -> 4/9; the: test 1 -> 2/9; test: passed 0 -> 1/7; passed: END 1 -> 2/7
    got = sentence_probability(counts, "the test passed", k=1.0)
    assert close(got, 4 / 9 * 2 / 9 * 1 / 7 * 2 / 7), f"expected 4/9 * 2/9 * 1/7 * 2/7, got {got}"


def test_unknown_context():
    counts = count_bigrams(ENGLISH)
    assert close(next_token_probability(counts, "failed", "deploy"), 0.0), "nothing known and k = 0: return 0.0, do not divide by zero"
    got = next_token_probability(counts, "failed", "deploy", k=0.5)
    assert close(got, 1 / 6), f"nothing known and k > 0: all six tokens are equally likely, got {got}"


def test_two_languages_share_the_first_token():
    counts = count_bigrams(ENGLISH + CHINESE)
    assert close(next_token_probability(counts, "the", START), 1 / 2), "three of six sentences start with the"
    assert close(sentence_probability(counts, "构建失败"), 1 / 6), "half of 1/3: the model must first choose the language"
    assert close(next_token_probability(counts, END, "败"), 1.0), "败 always ends its sentence"
