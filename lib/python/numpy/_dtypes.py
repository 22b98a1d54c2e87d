"""The three element types of the subset and how they combine.

Promotion follows NumPy 2: bool < int64 < float64. A Python scalar never widens further than its own kind.
"""

BOOL, INT, FLOAT = 0, 1, 2
INT64_MIN, INT64_MAX = -(2**63), 2**63 - 1


class dtype:
    """`dtype('float64')`, `dtype('int64')` or `dtype('bool')`; one object each, so `is` works."""

    __slots__ = ("name", "rank", "itemsize", "kind", "char", "type")
    _known = {}

    def __new__(cls, spec):
        return resolve(spec)

    @classmethod
    def _make(cls, name, rank, itemsize, kind, char):
        made = object.__new__(cls)
        made.name, made.rank, made.itemsize, made.kind, made.char = name, rank, itemsize, kind, char
        made.type = None  # set by _scalars
        return made

    def __repr__(self):
        return f"dtype({self.name!r})"

    def __str__(self):
        return self.name

    def __eq__(self, other):
        if other is None:
            return False
        try:
            return resolve(other) is self
        except TypeError:
            return False

    def __hash__(self):
        return hash(self.name)


bool_dtype = dtype._make("bool", BOOL, 1, "b", "?")
int64_dtype = dtype._make("int64", INT, 8, "i", "l")
float64_dtype = dtype._make("float64", FLOAT, 8, "f", "d")
BY_RANK = (bool_dtype, int64_dtype, float64_dtype)

_KNOWN = {
    bool: bool_dtype,
    int: int64_dtype,
    float: float64_dtype,
    "bool": bool_dtype,
    "?": bool_dtype,
    "bool_": bool_dtype,
    "int": int64_dtype,
    "int64": int64_dtype,
    "i8": int64_dtype,
    "<i8": int64_dtype,
    "l": int64_dtype,
    "float": float64_dtype,
    "float64": float64_dtype,
    "double": float64_dtype,
    "f8": float64_dtype,
    "<f8": float64_dtype,
    "d": float64_dtype,
}


def register(scalar_type, made):
    """Ties a scalar class (`np.float64`) to its dtype."""
    _KNOWN[scalar_type] = made
    made.type = scalar_type


def resolve(spec):
    """Whatever NumPy accepts as a dtype, as one of our three. None means float64, as in `np.zeros(3)`."""
    if isinstance(spec, dtype):
        return spec
    if spec is None:
        return float64_dtype
    try:
        return _KNOWN[spec]
    except (KeyError, TypeError):
        raise TypeError(
            f"data type {spec!r} is not in this NumPy subset, which has float64, int64 and bool "
            "(see lib/python/numpy/README.md)"
        ) from None


def promote(*dtypes):
    return BY_RANK[max(d.rank for d in dtypes)]


def wrap_int64(values):
    """Two's complement, as the hardware does it. `values` is a list; returned as it is when nothing overflows."""
    if values and (max(values) > INT64_MAX or min(values) < INT64_MIN):
        return [(v + 2**63) % 2**64 - 2**63 for v in values]
    return values


def cast(values, source, target):
    """A list of elements of `source` as a list of elements of `target` (unsafe casting, like `astype`)."""
    if source is target:
        return values
    if target is float64_dtype:
        return list(map(float, values))
    if target is bool_dtype:
        return list(map(bool, values))
    if source is bool_dtype:
        return list(map(int, values))
    return [_float_to_int(v) for v in values]


def _float_to_int(value):
    try:
        whole = int(value)
    except (ValueError, OverflowError):
        from . import _flags

        _flags.warn("invalid value encountered in cast")
        return INT64_MIN
    if INT64_MIN <= whole <= INT64_MAX:
        return whole
    from . import _flags

    _flags.warn("invalid value encountered in cast")
    return INT64_MIN
