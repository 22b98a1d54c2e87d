"""A bigram language model over English words and Chinese characters.

1. tokenize, count_bigrams and vocabulary are complete: read them first.
2. next_token_probability: add k to the counts, in the numerator and in the sum.
3. sentence_probability: write it. Every sentence starts after START and ends with END.

1. tokenize、count_bigrams、vocabulary 已写好，先读一遍。
2. next_token_probability：把 k 加到计数上，分子和总和都要加。
3. sentence_probability：自己写。每句从 START 之后开始，以 END 结束。
"""

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
    total = sum(row.values())
    # TODO: every one of the len(vocabulary(counts)) tokens gets k extra counts
    return row.get(after, 0) / total if total else 0.0


def sentence_probability(counts, sentence, k=0.0):
    """Product of the next-token probabilities, END included."""
    # TODO
    return 0.0
