"""Joining, splitting, repeating, padding."""

from ._create import array, asarray, broadcast_to, zeros
from ._dtypes import cast, promote
from ._manipulate import _as_tuple, atleast_1d, atleast_2d, expand_dims
from ._ndarray import ndarray
from ._strides import normalize_axis, size_of


def concatenate(arrays, axis=0, dtype=None):
    arrays = [asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to concatenate")
    if axis is None:
        arrays, axis = [a.ravel() for a in arrays], 0
    if arrays[0].ndim == 0:
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    first = arrays[0]
    axis = normalize_axis(axis, first.ndim)
    for i, a in enumerate(arrays):
        if a.ndim != first.ndim:
            raise ValueError(
                "all the input arrays must have same number of dimensions, but the array at index 0 has "
                f"{first.ndim} dimension(s) and the array at index {i} has {a.ndim} dimension(s)"
            )
        for d in range(first.ndim):
            if d != axis and a.shape[d] != first.shape[d]:
                raise ValueError(
                    "all the input array dimensions except for the concatenation axis must match exactly, but along "
                    f"dimension {d}, the array at index 0 has size {first.shape[d]} and the array at index {i} has "
                    f"size {a.shape[d]}"
                )
    target = promote(*(a.dtype for a in arrays)) if dtype is None else array(0, dtype).dtype
    columns = [cast(a._flat(), a.dtype, target) for a in arrays]
    if axis == 0:
        values = [v for column in columns for v in column]
    else:
        outer = size_of(first.shape[:axis])
        steps = [size_of(a.shape[axis:]) for a in arrays]
        values = []
        for i in range(outer):
            for column, step in zip(columns, steps):
                values += column[i * step : (i + 1) * step]
    shape = list(first.shape)
    shape[axis] = sum(a.shape[axis] for a in arrays)
    return ndarray._own(values, shape, target)


concat = concatenate


def stack(arrays, axis=0):
    arrays = [asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to stack")
    if len({a.shape for a in arrays}) != 1:
        raise ValueError("all input arrays must have the same shape")
    axis = normalize_axis(axis, arrays[0].ndim + 1)
    return concatenate([expand_dims(a, axis) for a in arrays], axis)


def vstack(arrays):
    return concatenate([atleast_2d(a) for a in arrays], 0)


def hstack(arrays):
    arrays = [atleast_1d(a) for a in arrays]
    return concatenate(arrays, 0 if arrays and arrays[0].ndim == 1 else 1)


def column_stack(arrays):
    return concatenate([a.reshape(-1, 1) if a.ndim < 2 else a for a in map(asarray, arrays)], 1)


def array_split(a, indices_or_sections, axis=0):
    a = asarray(a)
    n = a.shape[axis]
    axis = normalize_axis(axis, a.ndim)
    if hasattr(indices_or_sections, "__index__") and not getattr(indices_or_sections, "ndim", 0):
        parts = int(indices_or_sections)
        if parts <= 0:
            raise ValueError("number sections must be larger than 0.")
        small, more = divmod(n, parts)
        borders = [0]
        for i in range(parts):
            borders.append(borders[-1] + small + (i < more))
    else:
        borders = [0, *[int(i) for i in indices_or_sections], None]
    lead = (slice(None),) * axis
    return [a[lead + (slice(x, y),)] for x, y in zip(borders, borders[1:])]


def split(a, indices_or_sections, axis=0):
    a = asarray(a)
    if hasattr(indices_or_sections, "__index__") and not getattr(indices_or_sections, "ndim", 0):
        if a.shape[axis] % int(indices_or_sections):
            raise ValueError("array split does not result in an equal division")
    return array_split(a, indices_or_sections, axis)


def hsplit(a, indices_or_sections):
    return split(a, indices_or_sections, 0 if asarray(a).ndim == 1 else 1)


def vsplit(a, indices_or_sections):
    return split(a, indices_or_sections, 0)


def repeat(a, repeats, axis=None):
    a = asarray(a)
    if axis is None:
        a, axis = a.ravel(), 0
    axis = normalize_axis(axis, a.ndim)
    counts = broadcast_to(asarray(repeats), (a.shape[axis],)).tolist()
    places = [i for i, n in enumerate(counts) for _ in range(n)]
    return a[(slice(None),) * axis + (asarray(places, int),)]


def tile(a, reps):
    a, reps = asarray(a), list(_as_tuple(reps))
    ndim = max(a.ndim, len(reps))
    a = a.reshape((1,) * (ndim - a.ndim) + a.shape)
    reps = [1] * (ndim - len(reps)) + reps
    for axis, n in enumerate(reps):
        a = concatenate([a] * n, axis) if n else a[(slice(None),) * axis + (slice(0, 0),)]
    return a.copy()


def append(a, values, axis=None):
    if axis is None:
        return concatenate([asarray(a).ravel(), asarray(values).ravel()])
    return concatenate([a, values], axis)


def delete(a, obj, axis=None):
    a = asarray(a)
    if axis is None:
        a, axis = a.ravel(), 0
    axis = normalize_axis(axis, a.ndim)
    n = a.shape[axis]
    if isinstance(obj, slice):
        gone = set(range(n)[obj])
    else:
        wanted = asarray(obj).ravel().tolist()
        if any(not -n <= i < n for i in wanted):
            bad = next(i for i in wanted if not -n <= i < n)
            raise IndexError(f"index {bad} is out of bounds for axis {axis} with size {n}")
        gone = {i % n for i in wanted}
    kept = asarray([i for i in range(n) if i not in gone], int)
    return a[(slice(None),) * axis + (kept,)]


def pad(a, pad_width, mode="constant", constant_values=0):
    """Constant or edge padding; `pad_width` as an int, a pair, or one pair per axis."""
    a = asarray(a)
    if mode not in ("constant", "edge"):
        raise ValueError(f"mode {mode!r} is not in this subset, which has 'constant' and 'edge'")
    widths = broadcast_to(asarray(pad_width), (a.ndim, 2)).tolist()
    made = zeros([n + before + after for n, (before, after) in zip(a.shape, widths)], a.dtype)
    made[...] = constant_values
    made[tuple(slice(before, before + n) for n, (before, _) in zip(a.shape, widths))] = a
    if mode == "edge":
        for axis, (before, after) in enumerate(widths):
            lead, n = (slice(None),) * axis, made.shape[axis]
            if before:
                made[lead + (slice(0, before),)] = made[lead + (slice(before, before + 1),)]
            if after:
                made[lead + (slice(n - after, n),)] = made[lead + (slice(n - after - 1, n - after),)]
    return made
