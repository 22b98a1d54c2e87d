from exercise import decode, encode, merge, tokens_per_character, train

# The algorithm of minbpe's BasicTokenizer: most frequent pair, first seen wins a tie, no pre-tokenization.
ZH = '机器学习让机器从数据中学习。深度学习是机器学习的一种。'
ZH_RULES = [(229, 173), (256, 166), (257, 228), (258, 185), (259, 160), (230, 156), (261, 186), (262, 229), (263, 153), (264, 168), (265, 260), (228, 184)]
ZH_ENCODED = {'机器学习': [266], '深度': [230, 183, 177, 229, 186, 166], '数据学习机': [230, 149, 176, 230, 141, 174, 260, 262], '学': [257]}
# The lesson's six rules (ne, new, no, now, snow, news), on bytes.
WORD_RULES = [(110, 101), (256, 119), (110, 111), (258, 119), (115, 259), (257, 115)]


def test_merge_never_overlaps():
    got = merge([97, 97, 97, 98], (97, 97), 256)
    assert got == [256, 97, 98], f"aaab with (a, a) merged must be [256, 97, 98], got {got}: two old tokens go into each new one, so move on by two"


def test_three_merges_by_hand():
    rules = train("aaabdaaabac", 3)
    assert rules == [(97, 97), (256, 97), (257, 98)], f"merges {rules}: count again after every merge, on the merged sequence"
    got = encode("aaabdaaabac", rules)
    assert got == [258, 100, 258, 97, 99], f"aaabdaaabac becomes [258, 100, 258, 97, 99], got {got}"


def test_chinese_agrees_with_the_reference():
    rules = train(ZH, 12)
    assert rules == ZH_RULES, f"first merges {rules[:3]}, wanted {ZH_RULES[:3]}: start from UTF-8 bytes, ties go to the pair seen first"
    for text, ids in ZH_ENCODED.items():
        got = encode(text, ZH_RULES)
        assert got == ids, f"{text}: {got}, wanted {ids}. Apply the rules in the order they were learned"


def test_what_was_learned_first_wins():
    got = encode("newsnow", WORD_RULES)
    assert got == [257, 260], f"newsnow must become new + snow, [257, 260], got {got}: apply rule 1 everywhere, then rule 2, and so on; neither the longest token nor the leftmost pair goes first"


def test_everything_comes_back():
    rules = train(ZH + "the cat sat on the mat. the cat ate the rat.", 30)
    for text in ["", "a", "机器学习 and 🙂", "naïve café", "龘\n\ttabs", "the the the"]:
        got = decode(encode(text, rules), rules)
        assert got == text, f"{text!r} came back as {got!r}: byte-level BPE loses nothing"


def test_half_a_character_does_not_raise():
    got = decode([228, 189, 160, 229, 165], [])
    assert got == "你\ufffd", f"bytes of 你 and two thirds of 好 must give 你 and U+FFFD, got {got!r}: join all bytes first, then decode with errors='replace'"


def test_short_texts_stop_early():
    assert train("", 5) == [] and train("a", 5) == [], "fewer than two tokens: nothing can be merged"
    rules = train("abc", 5)
    assert rules == [(97, 98), (256, 99)], f"abc allows two merges and no more, got {rules}"
    assert tokens_per_character("", rules) == 0.0, "an empty text costs 0.0 per character, and no division by zero"


def test_cost_depends_on_the_training_text():
    text_zh, text_en = "学习数据", "the rat sat"
    assert tokens_per_character(text_zh, []) == 3.0, "without merges a Chinese character costs its three bytes"
    english = train("the cat sat on the mat. the cat ate the rat. that cat is fat.", 20)
    chinese = train(ZH, 20)
    assert tokens_per_character(text_zh, english) == 3.0, "merges learned from English never apply to Chinese bytes"
    assert tokens_per_character(text_zh, chinese) < 2.0, f"merges learned from Chinese must help: {tokens_per_character(text_zh, chinese)}"
    assert tokens_per_character(text_en, english) < tokens_per_character(text_en, []) == 1.0, "an English letter costs 1.0 at first, less with merges"
