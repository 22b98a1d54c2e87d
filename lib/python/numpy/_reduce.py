"""Reductions: sum, mean, max, argmax … over any axes. Sums add in NumPy's order (pairwise along the last axis)."""

import math
import operator as op
from functools import reduce
from itertools import accumulate

from . import _flags, _ufuncs
from ._create import asarray
from ._dtypes import (
    BY_RANK,
    INT,
    bool_dtype,
    float64_dtype,
    int64_dtype,
    resolve,
    wrap_int64,
)
from ._ndarray import ndarray
from ._strides import gather, normalize_axes, normalize_axis, size_of
from ._ufunc import ufunc


def chunks(array, axis):
    """The elements under each output position: (list of lists, output shape, shape with kept axes, adds pairwise)."""
    axes = normalize_axes(axis, array.ndim)
    kept = [a for a in range(array.ndim) if a not in axes]
    order = kept + list(axes)
    shape = [array._shape[a] for a in order]
    values = gather(array._buffer, shape, [array._strides[a] for a in order], array._start)
    out_shape = tuple(shape[: len(kept)])
    length, count = size_of(shape[len(kept) :]), size_of(out_shape)
    wide = tuple(1 if a in axes else n for a, n in enumerate(array._shape))
    # NumPy runs along memory: the innermost axis is added pairwise, outer axes one row after the other.
    pairwise = not axes or axes[-1] == array.ndim - 1
    return [values[i * length : (i + 1) * length] for i in range(count)], out_shape, wide, pairwise


def refuse_axis_of_scalar(array, axis):
    """`np.sum(3.0, axis=0)` is allowed by NumPy, `np.mean(3.0, axis=0)` is not."""
    if axis is not None and array.ndim == 0:
        normalize_axis(axis, 0)


def finish(values, out_shape, wide, keepdims, dtype, out=None):
    shape = wide if keepdims else out_shape
    if out is not None:
        out[...] = ndarray._own(values, shape, dtype)
        return out
    if not shape:
        return dtype.type(values[0])
    return ndarray._own(values, shape, dtype)


def pairwise_sum(values):
    """NumPy's summation: eight running sums in blocks of at most 128, halves above that."""
    n = len(values)
    if n < 8:
        return reduce(op.add, values, 0.0)
    if n <= 128:
        whole = n - n % 8
        r = [reduce(op.add, values[j:whole:8]) for j in range(8)]
        total = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]))
        return reduce(op.add, values[whole:], total)
    half = n // 2
    half -= half % 8
    return pairwise_sum(values[:half]) + pairwise_sum(values[half:])


def running_sum(values):
    return reduce(op.add, values, 0.0)


def _numeric(array, dtype):
    """Sums and products of bool are int64, as with NumPy on 64-bit machines."""
    target = resolve(dtype) if dtype is not None else BY_RANK[max(array.dtype.rank, INT)]
    return array.astype(target, copy=False), target


def sum_(a, axis=None, dtype=None, out=None, keepdims=False, initial=0, where=True):
    a = asarray(a)
    if where is not True:
        from ._search import where as choose

        a = choose(where, a, asarray(0).astype(a.dtype))
    a, target = _numeric(a, dtype)
    parts, shape, wide, pairwise = chunks(a, axis)
    if target is float64_dtype:
        add = pairwise_sum if pairwise else running_sum
        values = [add(part) + initial for part in parts]
    else:
        values = wrap_int64([reduce(op.add, part, initial) for part in parts])
    return finish(values, shape, wide, keepdims, target, out)


def prod(a, axis=None, dtype=None, out=None, keepdims=False, initial=1):
    a, target = _numeric(asarray(a), dtype)
    parts, shape, wide, _ = chunks(a, axis)
    one = 1.0 if target is float64_dtype else 1
    values = [reduce(op.mul, part, one * initial) for part in parts]
    values = wrap_int64(values) if target is int64_dtype else values
    return finish(values, shape, wide, keepdims, target, out)


def _mean_of(parts, pairwise):
    add = pairwise_sum if pairwise else running_sum
    return [add(part) / len(part) for part in parts]


def mean(a, axis=None, dtype=None, out=None, keepdims=False):
    a = asarray(a).astype(float64_dtype, copy=False)
    refuse_axis_of_scalar(a, axis)
    parts, shape, wide, pairwise = chunks(a, axis)
    if parts and not parts[0]:
        _warn_empty("Mean of empty slice")
        _flags.warn(f"invalid value encountered in {'divide' if shape else 'scalar divide'}")
        return finish([math.nan] * len(parts), shape, wide, keepdims, float64_dtype, out)
    return finish(_mean_of(parts, pairwise), shape, wide, keepdims, float64_dtype, out)


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, correction=None):
    a = asarray(a).astype(float64_dtype, copy=False)
    ddof = ddof if correction is None else correction
    refuse_axis_of_scalar(a, axis)
    parts, shape, wide, pairwise = chunks(a, axis)
    add, values = (pairwise_sum if pairwise else running_sum), []
    for part in parts:
        free = len(part) - ddof
        if free <= 0:
            _warn_empty("Degrees of freedom <= 0 for slice")
            _flags.warn(f"invalid value encountered in {'divide' if shape else 'scalar divide'}")
        if not part:
            values.append(math.nan)
            continue
        centre = add(part) / len(part)
        total = add([(x - centre) * (x - centre) for x in part])
        values.append(total / free if free > 0 else math.nan if total == 0 else math.inf)
    return finish(values, shape, wide, keepdims, float64_dtype, out)


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, correction=None):
    found = _ufuncs.sqrt(var(a, axis, None, None, ddof, keepdims, correction=correction))
    if out is not None:
        out[...] = found
        return out
    return found


def _warn_empty(message):
    import warnings

    warnings.warn(message, RuntimeWarning, stacklevel=_flags._caller_depth())


def _extreme(pick, name):
    def reduction(a, axis=None, out=None, keepdims=False, initial=None):
        a = asarray(a)
        parts, shape, wide, _ = chunks(a, axis)
        if initial is not None:
            start = asarray(initial).astype(a.dtype).item()
            parts = [[start, *part] for part in parts]
        if parts and not parts[0]:
            raise ValueError(f"zero-size array to reduction operation {name} which has no identity")
        values = list(map(pick, parts))
        if a.dtype is float64_dtype:
            values = [math.nan if any_nan(part) else v for part, v in zip(parts, values)]
        return finish(values, shape, wide, keepdims, a.dtype, out)

    return reduction


def any_nan(values):
    return True in map(math.isnan, values)


max_ = _extreme(max, "maximum")
min_ = _extreme(min, "minimum")


def ptp(a, axis=None, keepdims=False):
    return _ufuncs.subtract(max_(a, axis, keepdims=keepdims), min_(a, axis, keepdims=keepdims))


def _logical(test):
    def reduction(a, axis=None, out=None, keepdims=False):
        parts, shape, wide, _ = chunks(asarray(a), axis)
        return finish([test(part) for part in parts], shape, wide, keepdims, bool_dtype, out)

    return reduction


any_ = _logical(any)
all_ = _logical(all)


def count_nonzero(a, axis=None, keepdims=False):
    parts, shape, wide, _ = chunks(asarray(a), axis)
    found = [len(part) - reduce(lambda n, v: n + (not v), part, 0) for part in parts]
    return finish(found, shape, wide, keepdims, int64_dtype)


def _position(pick, name):
    def reduction(a, axis=None, out=None, keepdims=False):
        a = asarray(a)
        if axis is not None and a.ndim:
            axis = normalize_axis(axis, a.ndim)
        parts, shape, wide, _ = chunks(a, axis)
        if parts and not parts[0]:
            raise ValueError(f"attempt to get {name} of an empty sequence")
        values = []
        for part in parts:
            if a.dtype is float64_dtype and any_nan(part):
                values.append(next(i for i, v in enumerate(part) if v != v))
            else:
                values.append(part.index(pick(part)))
        return finish(values, shape, wide, keepdims, int64_dtype, out)

    return reduction


argmax = _position(max, "argmax")
argmin = _position(min, "argmin")


def _running(function):
    def cumulative(a, axis=None, dtype=None, out=None):
        a, target = _numeric(asarray(a), dtype)
        a = a.ravel() if axis is None else a
        axis = normalize_axis(-1 if axis is None else axis, a.ndim)
        moved = a.swapaxes(axis, -1)
        values, n, found = moved._flat(), moved.shape[-1], []
        for at in range(0, len(values), max(n, 1)):
            found += accumulate(values[at : at + n], function)
        found = wrap_int64(found) if target is int64_dtype else found
        made = ndarray._own(found, moved.shape, target).swapaxes(axis, -1)
        if out is not None:
            out[...] = made
            return out
        return made

    return cumulative


cumsum = _running(op.add)
cumprod = _running(op.mul)


def fold(function: ufunc, a, axis, keepdims, initial=None):
    """`ufunc.reduce`."""
    special = {"add": sum_, "multiply": prod}.get(function.__name__)
    a = asarray(a)
    if special is not None:
        return special(a, axis, keepdims=keepdims, **({} if initial is None else {"initial": initial}))
    rank, (fast, safe, result) = function._resolve([a, a])
    a = a.astype(BY_RANK[rank], copy=False)
    parts, shape, wide, _ = chunks(a, axis)
    start = function.identity if initial is None else initial
    if parts and not parts[0] and start is None:
        raise ValueError(f"zero-size array to reduction operation {function.__name__} which has no identity")
    step = safe or fast
    values = [reduce(step, part) if part else start for part in parts]
    if result is bool_dtype:
        values = list(map(bool, values))
    return finish(values, shape, wide, keepdims, result)
