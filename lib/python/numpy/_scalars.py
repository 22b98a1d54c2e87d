"""What an element of an array is when taken out: `np.float64`, `np.int64`, `np.bool_`.

As in NumPy, float64 is a Python float, while int64 and bool_ are not int and bool; arithmetic keeps the kind.
"""

from . import _dtypes


class generic:
    """Base of all scalars. Methods of arrays (`.sum()`, `.astype()`) work on them too."""

    __slots__ = ()
    __array_priority__ = -1000000.0

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        from ._create import asarray

        return getattr(asarray(self), name)

    def astype(self, dtype, copy=True):
        from ._create import asarray

        return asarray(self).astype(dtype)[()]

    def __getitem__(self, index):
        if index == () or index is Ellipsis or index is None:
            from ._create import asarray

            return asarray(self)[index]
        raise IndexError("invalid index to scalar variable.")


class number(generic):
    __slots__ = ()


class integer(number):
    __slots__ = ()


class floating(number):
    __slots__ = ()


def _binary(name, reflected=False):
    def method(self, other):
        from . import _ufuncs
        from ._create import is_operand
        from ._ndarray import ndarray

        if isinstance(other, str) and name in ("equal", "not_equal"):
            return bool_(name == "not_equal")
        if isinstance(other, ndarray) and other.ndim or not is_operand(other):
            return NotImplemented
        function = getattr(_ufuncs, name)
        if isinstance(other, (list, tuple, ndarray)):
            return function(other, self) if reflected else function(self, other)
        return function.of_scalars(other, self) if reflected else function.of_scalars(self, other)

    return method


def _unary(name):
    def method(self):
        from . import _ufuncs

        return getattr(_ufuncs, name)(self)

    return method


ARITHMETIC = {
    "add": "add", "sub": "subtract", "mul": "multiply", "truediv": "divide", "floordiv": "floor_divide",
    "mod": "remainder", "pow": "power", "and": "bitwise_and", "or": "bitwise_or", "xor": "bitwise_xor",
    "lshift": "left_shift", "rshift": "right_shift",
}  # fmt: skip
COMPARISON = {
    "eq": "equal", "ne": "not_equal", "lt": "less", "le": "less_equal", "gt": "greater", "ge": "greater_equal",
}  # fmt: skip


def _with_operators(cls):
    for python, name in ARITHMETIC.items():
        setattr(cls, f"__{python}__", _binary(name))
        setattr(cls, f"__r{python}__", _binary(name, reflected=True))
    for python, name in COMPARISON.items():
        setattr(cls, f"__{python}__", _binary(name))
    cls.__neg__, cls.__pos__, cls.__abs__ = _unary("negative"), _unary("positive"), _unary("absolute")
    cls.__divmod__ = lambda self, other: (self // other, self % other)
    cls.__rdivmod__ = lambda self, other: (other // self, other % self)
    return cls


@_with_operators
class float64(float, floating):
    dtype = _dtypes.float64_dtype
    ndim, size, shape = 0, 1, ()

    def __repr__(self):
        return f"np.float64({float.__repr__(self)})"

    def __str__(self):
        return float.__repr__(self)

    __hash__ = float.__hash__

    def __round__(self, digits=None):
        return float.__round__(self) if digits is None else float64(float.__round__(self, digits))

    def item(self):
        return float(self)

    tolist = item


@_with_operators
class int64(integer):
    __slots__ = ("_value",)
    dtype = _dtypes.int64_dtype
    ndim, size, shape = 0, 1, ()

    def __init__(self, value=0):
        self._value = int(value)
        if not _dtypes.INT64_MIN <= self._value <= _dtypes.INT64_MAX:
            raise OverflowError("Python int too large to convert to C long")

    def __repr__(self):
        return f"np.int64({self._value})"

    def __str__(self):
        return str(self._value)

    def __format__(self, spec):
        return format(self._value, spec)

    def __hash__(self):
        return hash(self._value)

    def __int__(self):
        return self._value

    __index__ = __trunc__ = __floor__ = __ceil__ = __int__

    def __float__(self):
        return float(self._value)

    def __bool__(self):
        return self._value != 0

    def __invert__(self):
        return int64(~self._value)

    def __round__(self, digits=None):
        return self._value if digits is None else int64(round(self._value, digits))

    def item(self):
        return self._value

    tolist = item

    def bit_count(self):
        return abs(self._value).bit_count()


@_with_operators
class bool_(generic):
    __slots__ = ("_value",)
    dtype = _dtypes.bool_dtype
    ndim, size, shape = 0, 1, ()

    def __init__(self, value=False):
        self._value = bool(value)

    def __repr__(self):
        return f"np.{self._value}_"

    def __str__(self):
        return str(self._value)

    def __format__(self, spec):
        return format(str(self._value) if not spec else self._value, spec)

    def __hash__(self):
        return hash(self._value)

    def __bool__(self):
        return self._value

    def __int__(self):
        return int(self._value)

    def __float__(self):
        return float(self._value)

    def __invert__(self):
        return bool_(not self._value)

    def item(self):
        return self._value

    tolist = item


bool_.__name__ = bool_.__qualname__ = "bool"
for _cls in (float64, int64, bool_):
    _dtypes.register(_cls, _cls.dtype)
_dtypes._KNOWN[integer] = _dtypes.int64_dtype


def issubdtype(given, kind):
    """`np.issubdtype(a.dtype, np.floating)`."""
    first = given if isinstance(given, type) and issubclass(given, generic) else _dtypes.resolve(given).type
    second = kind if isinstance(kind, type) and issubclass(kind, generic) else _dtypes.resolve(kind).type
    return issubclass(first, second)
