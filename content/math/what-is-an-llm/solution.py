"""Reference solution. / 参考答案。"""

START, END = "<s>", "</s>"


def tokenize(sentence):
    """Words if there are spaces, else single characters; markers at both ends."""
    parts = sentence.split() if " " in sentence else list(sentence)
    return [START] + parts + [END]


def count_bigrams(sentences):
    """counts[before][after] = how often `after` came directly after `before`."""
    counts = {}
    for sentence in sentences:
        tokens = tokenize(sentence)
        for before, after in zip(tokens, tokens[1:]):
            row = counts.setdefault(before, {})
            row[after] = row.get(after, 0) + 1
    return counts


def vocabulary(counts):
    """Every token that can come next: all that were seen, and END."""
    return sorted({after for row in counts.values() for after in row})


def next_token_probability(counts, after, before, k=0.0):
    """P(after | before) with add-k smoothing; 0.0 if nothing is known about `before`."""
    row = counts.get(before, {})
    total = sum(row.values()) + k * len(vocabulary(counts))
    return (row.get(after, 0) + k) / total if total else 0.0


def sentence_probability(counts, sentence, k=0.0):
    """Product of the next-token probabilities, END included."""
    tokens = tokenize(sentence)
    result = 1.0
    for before, after in zip(tokens, tokens[1:]):
        result *= next_token_probability(counts, after, before, k)
    return result
