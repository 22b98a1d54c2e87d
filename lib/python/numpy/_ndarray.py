"""`ndarray`: a view (shape, strides, start) of a flat Python list. Slices, transposes and reshapes share the list.

The methods that are also functions (`a.sum()`) are attached in `_methods.py`. The file is long because it is one class:
everything here reads or makes its five slots.
"""

from . import _dtypes, _ufuncs
from ._dtypes import bool_dtype, cast, int64_dtype
from ._indexing import plan_index
from ._scalars import ARITHMETIC, COMPARISON
from ._strides import (
    broadcast_strides,
    c_strides,
    gather,
    is_contiguous,
    shape_text,
    shape_tuple,
    size_of,
)


class ndarray:
    __slots__ = ("_buffer", "_shape", "_strides", "_start", "dtype", "base", "_readonly")
    __hash__ = None

    def __init__(self, *args, **kwargs):
        raise TypeError("create arrays with np.array, np.zeros, np.empty …: this subset has no ndarray constructor")

    @classmethod
    def _own(cls, values, shape, dtype):
        """A new array that owns `values`, a flat list of elements of `dtype` in C order."""
        return cls._view(values, tuple(shape), c_strides(shape), 0, dtype, None)

    @classmethod
    def _view(cls, buffer, shape, strides, start, dtype, base, readonly=False):
        made = object.__new__(cls)
        made._buffer, made._shape, made._strides, made._start = buffer, shape, strides, start
        made.dtype, made.base, made._readonly = dtype, base, readonly
        return made

    def _share(self, shape, strides, start):
        root = self if self.base is None else self.base
        return ndarray._view(self._buffer, tuple(shape), tuple(strides), start, self.dtype, root, self._readonly)

    # Elements.

    def _flat(self):
        """All elements in C order. May be the buffer itself: callers must not change it."""
        if self._start == 0 and is_contiguous(self._shape, self._strides) and size_of(self._shape) == len(self._buffer):
            return self._buffer
        return gather(self._buffer, self._shape, self._strides, self._start)

    def _first(self):
        return self._buffer[self._start]

    def _assign(self, index, value):
        if self._readonly:
            raise ValueError("assignment destination is read-only")
        from ._create import asarray

        plan = plan_index(self, index)
        value = asarray(value)
        if isinstance(index, ndarray) and index.dtype is bool_dtype:
            _check_masked(value, plan.shape[0] if plan.shape else 0)
        lead = value.ndim - len(plan.shape)
        shape = value._shape
        if lead > 0 and all(n == 1 for n in shape[:lead]):
            value = value._share(shape[lead:], value._strides[lead:], value._start)
        fits = len(value._shape) <= len(plan.shape) and all(
            n in (1, m) for n, m in zip(reversed(value._shape), reversed(plan.shape))
        )
        if not fits:
            if plan.positions is not None:
                raise ValueError(
                    f"shape mismatch: value array of shape {shape_text(shape)} could not be broadcast to "
                    f"indexing result of shape {shape_text(plan.shape)}"
                )
            raise ValueError(
                f"could not broadcast input array from shape {shape_text(shape)} into shape {shape_text(plan.shape)}"
            )
        strides = broadcast_strides(value._shape, value._strides, plan.shape)
        values = cast(gather(value._buffer, plan.shape, strides, value._start), value.dtype, self.dtype)
        buffer = self._buffer
        for place, item in zip(plan.buffer_positions(), values):
            buffer[place] = item

    def __getitem__(self, index):
        if type(index) is int and len(self._shape) == 1:
            size = self._shape[0]
            if -size <= index < size:
                return self.dtype.type(self._buffer[self._start + (index % size) * self._strides[0]])
        plan = plan_index(self, index)
        if plan.positions is not None:
            buffer = self._buffer
            return ndarray._own([buffer[p] for p in plan.positions], plan.shape, self.dtype)
        if not plan.shape and not _has_ellipsis(index):
            return self.dtype.type(self._buffer[plan.start])
        return self._share(plan.shape, plan.strides, plan.start)

    def __setitem__(self, index, value):
        self._assign(index, value)

    def __len__(self):
        if not self._shape:
            raise TypeError("len() of unsized object")
        return self._shape[0]

    def __iter__(self):
        if not self._shape:
            raise TypeError("iteration over a 0-d array")
        return (self[i] for i in range(self._shape[0]))

    def __contains__(self, item):
        return bool((self == item).any())

    # Facts.

    @property
    def shape(self):
        return self._shape

    @shape.setter
    def shape(self, shape):
        self._shape, self._strides, self._start = self._reshaped(shape)

    @property
    def ndim(self):
        return len(self._shape)

    @property
    def size(self):
        return size_of(self._shape)

    @property
    def itemsize(self):
        return self.dtype.itemsize

    @property
    def nbytes(self):
        return self.size * self.dtype.itemsize

    @property
    def strides(self):
        return tuple(s * self.dtype.itemsize for s in self._strides)

    @property
    def T(self):
        return self._share(self._shape[::-1], self._strides[::-1], self._start)

    @property
    def mT(self):
        if len(self._shape) < 2:
            raise ValueError("matrix transpose with ndim < 2 is undefined")
        return self.swapaxes(-1, -2)

    @property
    def flat(self):
        return iter(self.ravel())

    # Conversions.

    def item(self, *at):
        if at:
            return self[at if len(at) > 1 else self._unraveled(at[0])].item()
        if self.size != 1:
            raise ValueError("can only convert an array of size 1 to a Python scalar")
        return self._first()

    def _unraveled(self, number):
        if isinstance(number, tuple):
            return number
        out = []
        for n in reversed(self._shape):
            number, rest = divmod(number, n)
            out.append(rest)
        return tuple(reversed(out))

    def tolist(self):
        def nested(shape, values):
            if len(shape) <= 1:
                return values
            step = size_of(shape[1:])
            return [nested(shape[1:], values[i * step : (i + 1) * step]) for i in range(shape[0])]

        return self._first() if not self._shape else nested(self._shape, list(self._flat()))

    def astype(self, dtype, copy=True):
        target = _dtypes.resolve(dtype)
        if target is self.dtype and not copy:
            return self
        return ndarray._own(list(cast(self._flat(), self.dtype, target)), self._shape, target)

    def copy(self):
        return ndarray._own(list(self._flat()), self._shape, self.dtype)

    __copy__ = copy

    def __deepcopy__(self, memo):
        return self.copy()

    def fill(self, value):
        self[...] = value

    def __bool__(self):
        if self.size == 1:
            return bool(self._first())
        if self.size == 0:
            raise ValueError(
                "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty."
            )
        raise ValueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")

    def _only(self):
        if self._shape:
            raise TypeError("only 0-dimensional arrays can be converted to Python scalars")
        return self._first()

    def __float__(self):
        return float(self._only())

    def __int__(self):
        return int(self._only())

    def __index__(self):
        if self._shape or self.dtype is not int64_dtype:
            raise TypeError("only integer scalar arrays can be converted to a scalar index")
        return self._first()

    def __repr__(self):
        from ._printing import array_repr

        return array_repr(self)

    def __str__(self):
        from ._printing import array_str

        return array_str(self)

    def __format__(self, spec):
        if not self._shape:
            return format(self._first(), spec)
        if spec:
            raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
        return str(self)

    # Shape.

    def _reshaped(self, shape):
        """Shape, strides and start of this array seen as `shape` without copying; ValueError if they do not agree."""
        wanted = list(shape_tuple(shape))
        unknown = [i for i, n in enumerate(wanted) if n < 0]
        if len(unknown) > 1:
            raise ValueError("can only specify one unknown dimension")
        if unknown:
            known = -size_of(wanted) if wanted[unknown[0]] == -1 else 0
            if known == 0 or self.size % known:
                raise _reshape_error(self.size, wanted)
            wanted[unknown[0]] = self.size // known
        if size_of(wanted) != self.size:
            raise _reshape_error(self.size, wanted)
        return tuple(wanted), c_strides(wanted), self._start

    def reshape(self, *shape):
        if len(shape) == 1 and not hasattr(shape[0], "__index__"):
            (shape,) = shape
        elif len(shape) == 1:
            shape = (shape[0],)
        wanted, strides, start = self._reshaped(shape)
        if is_contiguous(self._shape, self._strides):
            return self._share(wanted, strides, start)
        return ndarray._own(list(self._flat()), wanted, self.dtype)

    def ravel(self):
        return self.reshape(-1)

    def flatten(self):
        return ndarray._own(list(self._flat()), (self.size,), self.dtype)

    def transpose(self, *axes):
        from ._strides import normalize_axis

        if len(axes) == 1 and not hasattr(axes[0], "__index__"):
            (axes,) = axes
        if axes is None or len(axes) == 0:
            return self.T
        if len(axes) != self.ndim:
            raise ValueError("axes don't match array")
        order = [normalize_axis(a, self.ndim) for a in axes]
        if len(set(order)) != len(order):
            raise ValueError("repeated axis in transpose")
        return self._share([self._shape[a] for a in order], [self._strides[a] for a in order], self._start)

    def swapaxes(self, a, b):
        from ._strides import normalize_axis

        order = list(range(self.ndim))
        a, b = normalize_axis(a, self.ndim, "axis1"), normalize_axis(b, self.ndim, "axis2")
        order[a], order[b] = order[b], order[a]
        return self.transpose(order)

    def __matmul__(self, other):
        from ._products import matmul

        return matmul(self, other)

    def __rmatmul__(self, other):
        from ._products import matmul

        return matmul(other, self)

    def __imatmul__(self, other):
        self[...] = self @ other
        return self


def _check_masked(value, count):
    """`a[mask] = value` takes one value or exactly as many as the mask has True; NumPy words it differently from other indices."""
    if value.ndim > 1:
        raise TypeError(
            "NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has "
            f"{value.ndim} dimensions"
        )
    if value.ndim == 1 and value.size not in (1, count):
        raise ValueError(
            f"NumPy boolean array indexing assignment cannot assign {value.size} input values to the {count} "
            "output values where the mask is true"
        )


def _reshape_error(size, shape):
    """NumPy leaves out unknown dimensions at the front."""
    shown = list(shape)
    while shown and shown[0] < 0:
        shown.pop(0)
    text = ",".join("newaxis" if n < 0 else str(n) for n in shown) + ("," if len(shape) == 1 else "")
    return ValueError(f"cannot reshape array of size {size} into shape ({text})")


def _has_ellipsis(index):
    return index is Ellipsis or isinstance(index, tuple) and any(i is Ellipsis for i in index)


def _binary(name, reflected):
    def method(self, other):
        from ._create import is_operand

        if not is_operand(other):
            if name == "equal":
                return ndarray._own([False] * self.size, self._shape, bool_dtype)
            if name == "not_equal":
                return ndarray._own([True] * self.size, self._shape, bool_dtype)
            return NotImplemented
        function = getattr(_ufuncs, name)
        return function(other, self) if reflected else function(self, other)

    return method


def _in_place(name):
    def method(self, other):
        return getattr(_ufuncs, name)(self, other, out=self)

    return method


for _python, _name in {**ARITHMETIC, **COMPARISON}.items():
    setattr(ndarray, f"__{_python}__", _binary(_name, False))
    if _python in ARITHMETIC:
        setattr(ndarray, f"__r{_python}__", _binary(_name, True))
        setattr(ndarray, f"__i{_python}__", _in_place(_name))
ndarray.__neg__ = lambda self: _ufuncs.negative(self)
ndarray.__pos__ = lambda self: _ufuncs.positive(self)
ndarray.__abs__ = lambda self: _ufuncs.absolute(self)
ndarray.__invert__ = lambda self: _ufuncs.invert(self)
ndarray.__divmod__ = lambda self, other: (self // other, self % other)
ndarray.__rdivmod__ = lambda self, other: (other // self, other % self)
