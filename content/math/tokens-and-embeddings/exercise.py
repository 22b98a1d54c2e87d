"""Byte-level byte-pair encoding: learn merges, encode, decode, measure.

1. count_pairs is complete. Tokens 0-255 are bytes; merge number m makes token 256 + m.
2. merge: repair the line marked TODO. Replace from left to right, never overlapping.
3. train, encode, decode, tokens_per_character: write them.
   train stops early when fewer than two tokens are left; the first pair seen wins a tie.

1. count_pairs 已写好。0–255 号是字节，第 m 次合并产生 256 + m 号词元。
2. merge：改好 TODO 那一行。从左到右替换，不许重叠。
3. train、encode、decode、tokens_per_character：自己写。
   剩下不足两个词元时提前停止；次数相同，先出现的一对优先。
"""


def count_pairs(ids):
    """{(left, right): how often they stand side by side}, in order of first appearance."""
    counts = {}
    for pair in zip(ids, ids[1:]):
        counts[pair] = counts.get(pair, 0) + 1
    return counts


def merge(ids, pair, new_id):
    """Every occurrence of `pair` becomes `new_id`."""
    out, i = [], 0
    while i < len(ids):
        if i + 1 < len(ids) and (ids[i], ids[i + 1]) == pair:
            out.append(new_id)
            i += 1  # TODO: how many old tokens does the new one stand for?
        else:
            out.append(ids[i])
            i += 1
    return out


def train(text, merges):
    """A list of at most `merges` pairs, in the order learned."""
    # TODO: bytes of the text; then count, take the most frequent pair, merge, repeat
    return []


def encode(text, rules):
    """Token ids of `text`: the bytes, with each rule applied in the order learned."""
    # TODO
    return list(text.encode("utf-8"))


def decode(ids, rules):
    """The text back. Bytes that are no whole character become U+FFFD; nothing may raise."""
    # TODO: what bytes does token 256 + m stand for? Its two parts may be merges themselves.
    return ""


def tokens_per_character(text, rules):
    """How many tokens a character of `text` costs on average; 0.0 for an empty text."""
    # TODO
    return 0.0
