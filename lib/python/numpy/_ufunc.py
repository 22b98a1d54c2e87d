"""Universal functions: elementwise, broadcasting, typed. The table of them is in `_ufuncs.py`.

A ufunc has up to three loops, for bool, int64 and float64; the first one that every operand can be promoted to runs.
Each loop is (fast, safe, output dtype): `fast` is a C function mapped over the lists; where it raises (1/0, log(-1)),
the whole call is done again with `safe`, which returns what IEEE 754 says and reports the event.
"""

from itertools import accumulate, repeat

from . import _flags
from ._dtypes import (
    BOOL,
    BY_RANK,
    FLOAT,
    INT,
    bool_dtype,
    cast,
    float64_dtype,
    int64_dtype,
    promote,
    wrap_int64,
)
from ._strides import (
    broadcast_shapes,
    broadcast_strides,
    gather,
    normalize_axis,
    size_of,
)

_pending = set()


def flag(message):
    """Called by safe loops; one warning for each kind of event and call, as in NumPy."""
    _pending.add(message)


def _report(name):
    if _pending:
        events = sorted(_pending)
        _pending.clear()
        for event in events:
            _flags.warn(f"{event} encountered in {name}")


class UFuncTypeError(TypeError):
    """No loop for these operands, or a result that does not fit `out`."""


class ufunc:
    def __init__(self, name, nin, loops, identity=None, doc="", bools=True):
        self.__name__, self.nin, self.nout, self._loops, self.identity = name, nin, 1, loops, identity
        self.__doc__ = doc
        self._reported, self._bools = name, bools

    def __repr__(self):
        return f"<ufunc '{self.__name__}'>"

    def __call__(self, *args, out=None, where=True, dtype=None):
        if len(args) == self.nin + 1 and out is None:
            *args, out = args
        if len(args) != self.nin:
            raise TypeError(
                f"{self.__name__}() takes from {self.nin} to {self.nin + 1} positional arguments but "
                f"{len(args)} were given"
            )
        from ._create import operand
        from ._ndarray import ndarray

        if isinstance(out, tuple):
            (out,) = out
        arrays = [operand(a) for a in args]
        rank, loop = self._resolve(arrays, dtype)
        shape = arrays[0].shape if self.nin == 1 else broadcast_shapes(*(a.shape for a in arrays))
        if where is not True:
            return self._masked(arrays, rank, loop, shape, out, where)
        lists = [self._column(a, shape, rank) for a in arrays]
        values = self._run(loop, lists, size_of(shape))
        result_type = loop[2]
        if out is None:
            if not shape and all(a.ndim == 0 for a in arrays):
                return result_type.type(values[0])
            return ndarray._own(values, shape, result_type)
        return self._write(out, values, shape, result_type)

    def of_scalars(self, *args):
        """An operator between two scalars; NumPy names it in warnings ("scalar divide")."""
        from ._create import operand

        arrays = [operand(a) for a in args]
        rank, loop = self._resolve(arrays)
        lists = [cast(a._flat(), a.dtype, BY_RANK[rank]) for a in arrays]
        return loop[2].type(self._run(loop, lists, 1, f"scalar {self.__name__}")[0])

    def _resolve(self, arrays, dtype=None):
        wanted = max(a.dtype.rank for a in arrays)
        if dtype is not None:
            from ._dtypes import resolve

            wanted = resolve(dtype).rank
        if wanted != BOOL or self._bools:
            for rank in range(wanted, FLOAT + 1):
                if rank in self._loops:
                    return rank, self._loops[rank]
        kinds = tuple(a.dtype for a in arrays)
        if self._reported == "subtract" and wanted == BOOL:
            raise TypeError(
                "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` "
                "operator, or the logical_xor function instead."
            )
        if self._reported == "negative" and wanted == BOOL:
            raise TypeError(
                "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or "
                "the logical_not function instead."
            )
        raise UFuncTypeError(f"ufunc '{self._reported}' not supported for the input types {kinds}")

    @staticmethod
    def _column(array, shape, rank):
        if array.shape == shape:
            values = array._flat()
        elif array.size == 1:
            return repeat(cast([array._first()], array.dtype, BY_RANK[rank])[0])
        else:
            strides = broadcast_strides(array.shape, array._strides, shape)
            values = gather(array._buffer, shape, strides, array._start)
        return cast(values, array.dtype, BY_RANK[rank])

    def _run(self, loop, lists, count, name=None):
        fast, safe, result_type = loop
        if count == 0:
            return []
        if all(isinstance(column, repeat) for column in lists):
            lists = [[next(column)] * count for column in lists]
        try:
            values = list(map(fast, *lists))
        except (ZeroDivisionError, ValueError, OverflowError):
            if safe is None:
                raise
            values = list(map(safe, *lists))
            _report(name or self.__name__)
        return wrap_int64(values) if result_type is int64_dtype else values

    def _write(self, out, values, shape, result_type):
        if out.shape != shape:
            if broadcast_shapes(out.shape, shape) != out.shape:
                raise ValueError(
                    f"non-broadcastable output operand with shape {_text(out.shape)} doesn't match the "
                    f"broadcast shape {_text(shape)}"
                )
        if result_type.rank > out.dtype.rank:
            raise UFuncTypeError(
                f"Cannot cast ufunc '{self._reported}' output from {result_type!r} to {out.dtype!r} "
                "with casting rule 'same_kind'"
            )
        from ._ndarray import ndarray

        out._assign(slice(None) if out.ndim else (), ndarray._own(values, shape, result_type))
        return out

    def _masked(self, arrays, rank, loop, shape, out, where):
        """Computes only where the mask is true; elsewhere `out` keeps what it had."""
        from ._create import asarray, zeros

        mask = asarray(where)
        if mask.dtype is not bool_dtype:
            raise TypeError(
                "Cannot cast array data from " + repr(mask.dtype) + " to dtype('bool') according to the rule 'safe'"
            )
        shape = broadcast_shapes(shape, mask.shape)
        target = zeros(shape, dtype=loop[2]) if out is None else out
        chosen = self._column(mask, shape, BOOL)
        chosen = [next(chosen)] * size_of(shape) if isinstance(chosen, repeat) else chosen
        columns = [self._column(a, shape, rank) for a in arrays]
        columns = [[next(c)] * len(chosen) if isinstance(c, repeat) else c for c in columns]
        picked = [[v for v, keep in zip(c, chosen) if keep] for c in columns]
        fresh = iter(self._run(loop, picked, len(picked[0])))
        kept = gather(target._buffer, target.shape, target._strides, target._start)
        merged = [next(fresh) if keep else old for keep, old in zip(chosen, kept)]
        return self._write(target, merged, shape, loop[2])

    # Methods of binary ufuncs.

    def reduce(self, array, axis=0, keepdims=False, initial=None):
        from ._reduce import fold

        return fold(self, array, axis, keepdims, initial)

    def accumulate(self, array, axis=0):
        from ._create import asarray
        from ._manipulate import moveaxis
        from ._ndarray import ndarray

        array = asarray(array)
        axis = normalize_axis(axis, array.ndim)
        rank, (fast, safe, result_type) = self._resolve([array, array])
        moved = moveaxis(array, axis, -1)
        values, n, out = cast(moved._flat(), array.dtype, BY_RANK[rank]), moved.shape[-1], []
        for at in range(0, len(values), max(n, 1)):
            out += accumulate(values[at : at + n], safe or fast)
        _report(self.__name__)
        out = wrap_int64(out) if result_type is int64_dtype else out
        return moveaxis(ndarray._own(out, moved.shape, result_type), -1, axis)

    def outer(self, a, b):
        from ._create import asarray

        a, b = asarray(a), asarray(b)
        return self(a.reshape(a.shape + (1,) * b.ndim), b)

    def at(self, array, indices, values=None):
        """Unbuffered in-place operation: repeated indices are all applied, unlike `a[i] += v`."""
        from ._create import asarray
        from ._indexing import plan_index

        plan = plan_index(array, indices)
        places = plan.buffer_positions()
        columns = [self._column(asarray(v), plan.shape, array.dtype.rank) for v in ([] if values is None else [values])]
        loop = self._loops[array.dtype.rank]
        step = loop[1] or loop[0]
        for place, *extra in zip(places, *columns):
            array._buffer[place] = step(array._buffer[place], *extra)
        _report(self.__name__)


def _text(shape):
    from ._strides import shape_text

    return shape_text(shape)


def kinds(**loops):
    """`kinds(b=(fast, safe, 'b'), i=…, f=…)` as the table a ufunc holds."""
    rank = {"b": BOOL, "i": INT, "f": FLOAT}
    made = {"b": bool_dtype, "i": int64_dtype, "f": float64_dtype}
    return {rank[k]: (fast, safe, made[out]) for k, (fast, safe, out) in loops.items()}


def common_dtype(*arrays):
    return promote(*(a.dtype for a in arrays))
