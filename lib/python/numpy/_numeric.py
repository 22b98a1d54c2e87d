"""Clipping, rounding, comparing with tolerance, differences, interpolation, convolution."""

import math
from bisect import bisect_right

from . import _reduce, _ufuncs
from ._create import asarray, zeros
from ._dtypes import bool_dtype, float64_dtype, int64_dtype, promote
from ._ndarray import ndarray
from ._strides import broadcast_shapes, normalize_axis


def clip(a, a_min=None, a_max=None, *, out=None, min=None, max=None):
    low, high = (a_min if min is None else min), (a_max if max is None else max)
    result = asarray(a)
    if low is not None:
        result = _ufuncs.maximum(result, low)
    if high is not None:
        result = _ufuncs.minimum(result, high)
    if low is None and high is None:
        result = _ufuncs.positive(result)
    if out is not None:
        out[...] = result
        return out
    return result


def round_(a, decimals=0):
    """Half to even on the scaled value, as NumPy does it (not as Python's `round` does)."""
    a = asarray(a)
    if a.dtype is not float64_dtype:
        if decimals < 0:
            scale = 10**-decimals
            found = (_ufuncs.rint(a / scale) * scale).astype(int64_dtype)
            return found if a.ndim else found[()]
        return a.copy() if a.ndim else a[()]
    if decimals == 0:
        return _ufuncs.rint(a)
    scale = 10.0 ** abs(decimals)
    if decimals > 0:
        return _ufuncs.divide(_ufuncs.rint(_ufuncs.multiply(a, scale)), scale)
    return _ufuncs.multiply(_ufuncs.rint(_ufuncs.divide(a, scale)), scale)


def diff(a, n=1, axis=-1):
    a = asarray(a)
    if a.ndim == 0:
        raise ValueError("diff requires input that is at least one dimensional")
    lead = (slice(None),) * normalize_axis(axis, a.ndim)
    for _ in range(n):
        step = _ufuncs.not_equal if a.dtype is bool_dtype else _ufuncs.subtract
        a = step(a[lead + (slice(1, None),)], a[lead + (slice(None, -1),)])
    return a


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    a, b = asarray(a).astype(float64_dtype), asarray(b).astype(float64_dtype)
    shape = broadcast_shapes(a.shape, b.shape)
    from ._create import broadcast_to

    def close(x, y):
        if x == y:
            return True
        if x != x or y != y:
            return equal_nan and x != x and y != y
        return not math.isinf(x) and not math.isinf(y) and abs(x - y) <= atol + rtol * abs(y)

    found = [close(x, y) for x, y in zip(broadcast_to(a, shape)._flat(), broadcast_to(b, shape)._flat())]
    made = ndarray._own(found, shape, bool_dtype)
    return made if shape else made[()]


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return bool(_reduce.all_(isclose(a, b, rtol, atol, equal_nan)))


def array_equal(a1, a2, equal_nan=False):
    a1, a2 = asarray(a1), asarray(a2)
    if a1.shape != a2.shape:
        return False
    if equal_nan:
        return all(x == y or x != x and y != y for x, y in zip(a1._flat(), a2._flat()))
    return bool(_reduce.all_(_ufuncs.equal(a1, a2)))


def nan_to_num(x, nan=0.0, posinf=None, neginf=None):
    x = asarray(x)
    if x.dtype is not float64_dtype:
        return x.copy()
    biggest = 1.7976931348623157e308
    high, low = (biggest if posinf is None else posinf), (-biggest if neginf is None else neginf)
    swap = {math.inf: high, -math.inf: low}
    return ndarray._own([float(nan) if v != v else float(swap.get(v, v)) for v in x._flat()], x.shape, float64_dtype)


def interp(x, xp, fp):
    """Linear interpolation between given points, constant outside."""
    xs, ys, x = asarray(xp).astype(float)._flat(), asarray(fp).astype(float)._flat(), asarray(x)
    if not xs:
        raise ValueError("array of sample points is empty")
    if len(xs) != len(ys):
        raise ValueError("fp and xp are not of the same length.")

    def at(v):
        if v >= xs[-1]:
            return ys[-1]
        if v < xs[0]:
            return ys[0]
        i = bisect_right(xs, v) - 1
        return (ys[i + 1] - ys[i]) / (xs[i + 1] - xs[i]) * (v - xs[i]) + ys[i]

    made = ndarray._own([at(float(v)) for v in x._flat()], x.shape, float64_dtype)
    return made if x.ndim else made[()]


def convolve(a, v, mode="full"):
    a, v = asarray(a), asarray(v)
    if a.size == 0 or v.size == 0:
        raise ValueError(("a" if a.size == 0 else "v") + " cannot be empty")
    if v.size > a.size:
        a, v = v, a
    target = promote(a.dtype, v.dtype)
    out = zeros(a.size + v.size - 1, target)
    for i, weight in enumerate(v._flat()):
        out[i : i + a.size] += a * weight
    if mode == "full":
        return out
    if mode == "same":
        start = (v.size - 1) // 2
        return out[start : start + a.size].copy()
    if mode == "valid":
        return out[v.size - 1 : a.size].copy()
    raise ValueError(f"mode {mode!r} is not one of 'full', 'same', 'valid'")


def ndindex(*shape):
    from itertools import product

    shape = shape[0] if len(shape) == 1 and not hasattr(shape[0], "__index__") else shape
    return product(*(range(n) for n in shape))


def ndenumerate(a):
    a = asarray(a)
    return ((place, a[place]) for place in ndindex(a.shape))
