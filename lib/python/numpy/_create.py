"""Making arrays: from lists, filled, ranges, patterns; and what counts as an operand."""

import math

from . import _dtypes
from ._dtypes import BY_RANK, cast, float64_dtype, int64_dtype
from ._ndarray import ndarray
from ._scalars import bool_, float64, generic, int64
from ._strides import (
    broadcast_shapes,
    broadcast_strides,
    shape_text,
    shape_tuple,
    size_of,
)

_RANK = {bool: 0, int: 1, float: 2, bool_: 0, int64: 1, float64: 2}


def is_operand(value):
    return isinstance(value, (int, float, list, tuple, range, ndarray, generic))


def _scalar_rank(value):
    rank = _RANK.get(type(value))
    if rank is None:
        rank = (
            0 if isinstance(value, bool) else 1 if isinstance(value, int) else 2 if isinstance(value, float) else None
        )
    return rank


def operand(value):
    """An argument of a ufunc as an array. Python ints too big for int64 are refused as NumPy refuses them."""
    return value if isinstance(value, ndarray) else asarray(value)


def _flatten(value, depth, shape, out, ranks):
    """Nested sequences into one list, checking that they are rectangular."""
    if isinstance(value, ndarray):
        if depth + value.ndim > len(shape) or value.shape != tuple(shape[depth:]):
            _ragged(depth, shape)
        out += value._flat()
        ranks.add(value.dtype.rank)
        return
    if isinstance(value, (list, tuple, range)):
        if depth >= len(shape) or len(value) != shape[depth]:
            _ragged(depth, shape)
        for item in value:
            _flatten(item, depth + 1, shape, out, ranks)
        return
    if depth != len(shape):
        _ragged(depth, shape)
    rank = _scalar_rank(value)
    if rank is None:
        raise TypeError(
            f"cannot make an array of {type(value).__name__}: this NumPy subset holds float64, int64 and "
            "bool only (see lib/python/numpy/README.md)"
        )
    ranks.add(rank)
    out.append(value.item() if isinstance(value, generic) else value)


def _ragged(depth, shape):
    found = shape_text(tuple(shape[:depth])) if depth else "(" + str(shape[0] if shape else "") + ",)"
    raise ValueError(
        "setting an array element with a sequence. The requested array has an inhomogeneous shape after "
        f"{max(depth, 1)} dimensions. The detected shape was {found} + inhomogeneous part."
    )


def _probe(value):
    """The shape by following first elements."""
    shape = []
    while True:
        if isinstance(value, ndarray):
            return shape + list(value.shape)
        if not isinstance(value, (list, tuple, range)):
            return shape
        shape.append(len(value))
        if not value:
            return shape
        value = value[0]


def array(value, dtype=None, copy=True, ndmin=0):
    if isinstance(value, ndarray):
        target = value.dtype if dtype is None else _dtypes.resolve(dtype)
        made = value.astype(target, copy=bool(copy))
    else:
        if hasattr(value, "__iter__") and not isinstance(value, (list, tuple, range, str, bytes, dict, set, generic)):
            value = list(value) if hasattr(value, "__len__") else value
        shape, values, ranks = _probe(value), [], set()
        _flatten(value, 0, shape, values, ranks)
        natural = BY_RANK[max(ranks)] if ranks else float64_dtype
        target = natural if dtype is None else _dtypes.resolve(dtype)
        if natural is int64_dtype and values and target is not float64_dtype:
            if max(values) > _dtypes.INT64_MAX or min(values) < _dtypes.INT64_MIN:
                raise OverflowError("Python int too large to convert to C long")
            values = list(map(int, values)) if 0 in ranks else values
        if natural is float64_dtype:
            values = list(map(float, values))
        made = ndarray._own(list(cast(values, natural, target)), shape, target)
    while made.ndim < ndmin:
        made = made.reshape((1,) + made.shape)
    return made


def asarray(value, dtype=None):
    if isinstance(value, ndarray):
        return value if dtype is None else value.astype(dtype, copy=False)
    if dtype is None:
        rank = _RANK.get(type(value))
        if rank is not None:
            item = value.item() if isinstance(value, generic) else value
            if rank == 1 and not _dtypes.INT64_MIN <= item <= _dtypes.INT64_MAX:
                raise OverflowError("Python int too large to convert to C long")
            return ndarray._own([item], (), BY_RANK[rank])
    return array(value, dtype)


def full(shape, fill_value, dtype=None):
    shape = shape_tuple(shape)
    if any(n < 0 for n in shape):
        raise ValueError("negative dimensions are not allowed")
    value = asarray(fill_value)
    target = value.dtype if dtype is None else _dtypes.resolve(dtype)
    value = value.astype(target)
    if value.ndim == 0:
        return ndarray._own([value._first()] * size_of(shape), shape, target)
    made = full(shape, 0, target)
    made[...] = value
    return made


def zeros(shape, dtype=None):
    return full(shape, 0, _dtypes.resolve(dtype))


def ones(shape, dtype=None):
    return full(shape, 1, _dtypes.resolve(dtype))


def empty(shape, dtype=None):
    """Zeros here; with NumPy whatever was in memory. Write before you read."""
    return zeros(shape, dtype)


def _like(prototype, dtype, shape):
    prototype = asarray(prototype)
    return (prototype.shape if shape is None else shape), prototype.dtype if dtype is None else dtype


def zeros_like(a, dtype=None, shape=None):
    return zeros(*_like(a, dtype, shape))


def ones_like(a, dtype=None, shape=None):
    return ones(*_like(a, dtype, shape))


def empty_like(a, dtype=None, shape=None):
    return zeros(*_like(a, dtype, shape))


def full_like(a, fill_value, dtype=None, shape=None):
    shape, dtype = _like(a, dtype, shape)
    return full(shape, fill_value, dtype)


def arange(start, stop=None, step=1, dtype=None):
    if stop is None:
        start, stop = 0, start
    kinds = [asarray(v).dtype for v in (start, stop, step)]
    natural = _dtypes.promote(int64_dtype, *kinds)
    start, stop, step = (asarray(v).item() for v in (start, stop, step))
    if step == 0:
        raise ZeroDivisionError("division by zero")
    if natural is int64_dtype:
        values = list(range(start, stop, step))
    else:
        count = max(0, math.ceil((stop - start) / step))
        # NumPy fixes the step as (first + step) − first, which rounds differently from `step` itself.
        delta = (start + step) - start
        values = [float(start + i * delta) for i in range(count)]
    target = natural if dtype is None else _dtypes.resolve(dtype)
    return ndarray._own(list(cast(values, natural, target)), (len(values),), target)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None):
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    start, stop = float(start), float(stop)
    parts = num - 1 if endpoint else num
    step = (stop - start) / parts if parts > 0 else math.nan
    if parts > 0 and step != 0:
        values = [i * step + start for i in range(num)]
    else:
        values = [start + i * (stop - start) / max(parts, 1) for i in range(num)]
    if endpoint and num > 1:
        values[-1] = stop
    made = ndarray._own(values, (num,), float64_dtype)
    if dtype is not None:
        target = _dtypes.resolve(dtype)
        if target is int64_dtype:
            from ._ufuncs import floor

            made = floor(made)
        made = made.astype(target)
    return (made, float64(step)) if retstep else made


def logspace(start, stop, num=50, endpoint=True, base=10.0):
    from ._ufuncs import power

    return power(float(base), linspace(start, stop, num, endpoint))


def geomspace(start, stop, num=50, endpoint=True):
    if start == 0 or stop == 0:
        raise ValueError("Geometric sequence cannot include zero")
    made = logspace(math.log10(start), math.log10(stop), num, endpoint)
    if num > 0:
        made[0] = start
        if num > 1 and endpoint:
            made[-1] = stop
    return made


def eye(N, M=None, k=0, dtype=None):
    columns = N if M is None else M
    made = zeros((N, columns), dtype)
    for i in range(max(0, -k), min(N, columns - k)):
        made[i, i + k] = 1
    return made


def identity(n, dtype=None):
    return eye(n, dtype=dtype)


def tri(N, M=None, k=0, dtype=None):
    columns = N if M is None else M
    target = _dtypes.resolve(dtype)
    values = [1 if j - i <= k else 0 for i in range(N) for j in range(columns)]
    return ndarray._own(list(cast(values, int64_dtype, target)), (N, columns), target)


def broadcast_to(a, shape):
    a, shape = asarray(a), shape_tuple(shape)
    try:
        fits = broadcast_shapes(a.shape, shape) == shape
    except ValueError:
        fits = False
    if not fits:
        raise ValueError(
            "operands could not be broadcast together with remapped shapes [original->remapped]: "
            f"{shape_text(a.shape)}  and requested shape {shape_text(shape)}"
        )
    root = a if a.base is None else a.base
    return ndarray._view(
        a._buffer, shape, broadcast_strides(a.shape, a._strides, shape), a._start, a.dtype, root, readonly=True
    )


def broadcast_arrays(*arrays):
    arrays = [asarray(a) for a in arrays]
    shape = broadcast_shapes(*(a.shape for a in arrays))
    return tuple(broadcast_to(a, shape) for a in arrays)


def meshgrid(*axes, indexing="xy"):
    axes = [asarray(a).ravel() for a in axes]
    n = len(axes)
    grids = [a.reshape((1,) * i + (-1,) + (1,) * (n - 1 - i)) for i, a in enumerate(axes)]
    shape = tuple(a.size for a in axes)
    out = [broadcast_to(g, shape).copy() for g in grids]
    if indexing == "xy" and n > 1:
        out = [g.swapaxes(0, 1).copy() for g in out]
    return tuple(out)


def indices(dimensions):
    from ._join import stack

    return stack(meshgrid(*(arange(n) for n in dimensions), indexing="ij"))
