"""Reference solution. / 参考答案。"""

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
        row = tables[text]
        token = max(row, key=row.get)
        if token == END:
            return text
        text = text + (token,)


def best(tables):
    """The most probable finished text."""
    texts = all_texts(tables)
    return max(texts, key=texts.get)


def truth_share(tables, is_true):
    """P(true): is_true(text) says whether a text is true."""
    return sum(p for text, p in all_texts(tables).items() if is_true(text))


def likeliest_false(tables, is_true):
    """The most probable text that is possible and not true, or None."""
    false = {text: p for text, p in all_texts(tables).items() if p > 0 and not is_true(text)}
    return max(false, key=false.get) if false else None
