"""What the learner reads when they ask for something the subset does not have."""

import difflib

DOC_PAGE = "lib/python/numpy/README.md"
_INSTEAD = {
    "float32": "float64", "float16": "float64", "int32": "int64", "int8": "int64", "uint8": "int64", "uint32": "int64",
    "uint64": "int64", "str_": "a Python list", "object_": "a Python list", "argpartition": "argsort",
    "partition": "sort", "seed": "default_rng(seed)", "randn": "default_rng(seed).standard_normal",
    "rand": "default_rng(seed).random", "randint": "default_rng(seed).integers", "vectorize": "a list comprehension",
    "matrix": "array", "nansum": "where(isnan(x), 0, x).sum()", "eig": "eigh (symmetric matrices)",
}  # fmt: skip


def missing(module, name, names):
    """An AttributeError that names what exists, the closest match first."""
    names = sorted(n for n in names if not n.startswith("_"))
    close = difflib.get_close_matches(name, names, 3, 0.75)
    hint = (
        f" Use {_INSTEAD[name]} instead."
        if name in _INSTEAD
        else f" Did you mean {' or '.join(close)}?"
        if close
        else ""
    )
    return AttributeError(
        f"module {module!r} has no attribute {name!r} in this page's NumPy subset.{hint} "
        f"Details: {DOC_PAGE}. It has: {', '.join(names)}",
        name=name,
    )
