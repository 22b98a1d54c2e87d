"""Order statistics and weighted means: median, percentile, quantile, average, histogram."""

import math

from . import _reduce, _ufuncs
from ._create import asarray, linspace
from ._dtypes import float64_dtype, int64_dtype
from ._ndarray import ndarray
from ._reduce import any_nan, chunks, finish, refuse_axis_of_scalar


def quantile(a, q, axis=None, keepdims=False, method="linear"):
    a, q = asarray(a), asarray(q)
    # Methods that pick an element keep its type; those that interpolate give floats.
    kind = a.dtype if method in ("lower", "higher", "nearest") else float64_dtype
    a = a.astype(kind)
    wanted = q.astype(float64_dtype)._flat()
    if not all(0 <= w <= 1 for w in wanted):
        raise ValueError("Quantiles must be in the range [0, 1]")
    pick = _METHODS.get(method)
    if pick is None:
        raise ValueError(f"method {method!r} is not in this subset, which has {', '.join(_METHODS)}")
    parts, shape, wide, _ = chunks(a, axis)
    if parts and not parts[0]:
        raise IndexError("index -1 is out of bounds for axis 0 with size 0")
    found = []
    for w in wanted:
        for part in parts:
            found.append(math.nan if kind is float64_dtype and any_nan(part) else pick(sorted(part), w))
    inner = wide if keepdims else shape
    if q.ndim == 0:
        return finish(found, shape, wide, keepdims, kind)
    return ndarray._own(found, q.shape + inner, kind)


def _linear(ordered, q):
    place = q * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    t, a, b = place - low, ordered[low], ordered[high]
    # NumPy's lerp, exact at both ends.
    return b - (b - a) * (1 - t) if t >= 0.5 else a + (b - a) * t


_METHODS = {
    "linear": _linear,
    "lower": lambda v, q: v[math.floor(q * (len(v) - 1))],
    "higher": lambda v, q: v[math.ceil(q * (len(v) - 1))],
    "midpoint": lambda v, q: (v[math.floor(q * (len(v) - 1))] + v[math.ceil(q * (len(v) - 1))]) / 2,
    "nearest": lambda v, q: v[round(q * (len(v) - 1))],
}


def percentile(a, q, axis=None, keepdims=False, method="linear"):
    wanted = asarray(q) / 100
    flat = wanted._flat() if isinstance(wanted, ndarray) else [wanted]
    if not all(0 <= w <= 1 for w in flat):
        raise ValueError("Percentiles must be in the range [0, 100]")
    return quantile(a, wanted, axis, keepdims, method)


def median(a, axis=None, keepdims=False):
    a = asarray(a).astype(float64_dtype)
    refuse_axis_of_scalar(a, axis)
    parts, shape, wide, _ = chunks(a, axis)
    found = []
    for part in parts:
        if not part:
            _reduce._warn_empty("Mean of empty slice")
        if not part or any_nan(part):
            found.append(math.nan)
            continue
        ordered, n = sorted(part), len(part)
        found.append(ordered[n // 2] if n % 2 else (ordered[n // 2 - 1] + ordered[n // 2]) / 2)
    return finish(found, shape, wide, keepdims, float64_dtype)


def average(a, axis=None, weights=None, returned=False, keepdims=False):
    a = asarray(a)
    if weights is None:
        found = _reduce.mean(a, axis, keepdims=keepdims)
        total = asarray(found) * 0 + a.size / asarray(found).size
        return (found, total) if returned else found
    weights = asarray(weights)
    if weights.shape != a.shape:
        if axis is None:
            raise TypeError("Axis must be specified when shapes of a and weights differ.")
        if weights.ndim != 1 or weights.shape[0] != a.shape[axis]:
            raise ValueError("Shape of weights must be consistent with shape of a along specified axis.")
        shape = [1] * a.ndim
        shape[axis] = -1
        weights = weights.reshape(shape)
    spread = weights + a * 0
    total = _reduce.sum_(spread, axis, keepdims=keepdims)
    if _reduce.any_(asarray(total) == 0):
        raise ZeroDivisionError("Weights sum to zero, can't be normalized")
    found = _ufuncs.divide(_reduce.sum_(a * spread, axis, keepdims=keepdims), total)
    return (found, asarray(total) * 1.0) if returned else found


def histogram(a, bins=10, range=None, density=False, weights=None):
    """Counts in equal bins, or between given edges; the last bin includes its right edge."""
    values = asarray(a).astype(float64_dtype)._flat()
    if isinstance(bins, int) or getattr(bins, "ndim", 1) == 0:
        low, high = range if range is not None else (min(values, default=0.0), max(values, default=1.0))
        if low > high:
            raise ValueError("max must be larger than min in range parameter.")
        if low == high:
            low, high = low - 0.5, high + 0.5
        edges = linspace(low, high, int(bins) + 1)
    else:
        edges = asarray(bins)
    borders = edges.tolist()
    if any(x > y for x, y in zip(borders, borders[1:])):
        raise ValueError("`bins` must increase monotonically, when an array")
    from bisect import bisect_right

    masses = [1] * len(values) if weights is None else asarray(weights)._flat()
    counts = [0] * (len(borders) - 1)
    for v, mass in zip(values, masses):
        if borders[0] <= v <= borders[-1]:
            counts[min(bisect_right(borders, v) - 1, len(counts) - 1)] += mass
    kind = int64_dtype if weights is None else asarray(weights).dtype
    made = asarray(counts).astype(kind)
    if density:
        widths = edges[1:] - edges[:-1]
        made = made / widths / _reduce.sum_(made)
    return made, edges
