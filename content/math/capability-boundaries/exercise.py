"""Greedy, best and true, on next-token tables of any depth.

tables[prefix] = {token: probability}, where prefix is a tuple of tokens. A text is
finished when END has been written. Example: {(): {"yes": 0.6, END: 0.4}, ("yes",): {END: 1.0}}

1. all_texts is complete: every finished text with its probability.
2. greedy: repair it. It must follow the likeliest token until END; on a tie, the earlier one.
3. best: the most probable finished text (on a tie, the earlier in all_texts).
4. truth_share: the probability that a sampled text is true.
5. likeliest_false: the most probable text that is false; None if every possible text is true.

tables[前缀] = {词元: 概率}，前缀是词元的元组，写出 END 就算写完。
1. all_texts 已写好：每个写完的文本及其概率。
2. greedy：改好它。每步取概率最大的词元，直到 END；并列时取靠前的。
3. best：概率最大的文本（并列时取 all_texts 里靠前的）。
4. truth_share：抽样得到真话的概率。
5. likeliest_false：概率最大的假话；如果可能的文本全为真，返回 None。
"""

END = "</s>"


def all_texts(tables, prefix=(), p=1.0):
    """{text: probability} of every finished text that starts with prefix. END is not part of the text."""
    found = {}
    for token, q in tables[prefix].items():
        if token == END:
            found[prefix] = p * q
        else:
            found.update(all_texts(tables, prefix + (token,), p * q))
    return found


def greedy(tables):
    """The text that greedy writes, as a tuple of tokens without END."""
    text = ()
    while True:
        token = list(tables[text])[0]  # TODO: the likeliest token, not the first in the table
        if token == END:
            return text
        text = text + (token,)


def best(tables):
    """The most probable finished text."""
    # TODO
    return ()


def truth_share(tables, is_true):
    """P(true): is_true(text) says whether a text is true."""
    # TODO
    return 0.0


def likeliest_false(tables, is_true):
    """The most probable text that is possible and not true, or None."""
    # TODO
    return ()
