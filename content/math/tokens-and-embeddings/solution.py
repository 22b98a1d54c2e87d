"""Reference solution. / 参考答案。"""


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
            i += 2
        else:
            out.append(ids[i])
            i += 1
    return out


def train(text, merges):
    """A list of at most `merges` pairs, in the order learned."""
    ids, rules = list(text.encode("utf-8")), []
    while len(rules) < merges and len(ids) > 1:
        counts = count_pairs(ids)
        pair = max(counts, key=counts.get)
        ids = merge(ids, pair, 256 + len(rules))
        rules.append(pair)
    return rules


def encode(text, rules):
    """Token ids of `text`: the bytes, with each rule applied in the order learned."""
    ids = list(text.encode("utf-8"))
    for m, pair in enumerate(rules):
        ids = merge(ids, pair, 256 + m)
    return ids


def decode(ids, rules):
    """The text back. Bytes that are no whole character become U+FFFD; nothing may raise."""
    pieces = [bytes([byte]) for byte in range(256)]
    for left, right in rules:
        pieces.append(pieces[left] + pieces[right])
    return b"".join(pieces[i] for i in ids).decode("utf-8", errors="replace")


def tokens_per_character(text, rules):
    """How many tokens a character of `text` costs on average; 0.0 for an empty text."""
    return len(encode(text, rules)) / len(text) if text else 0.0
