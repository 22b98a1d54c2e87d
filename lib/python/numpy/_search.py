"""Selecting, sorting, searching, counting."""

from bisect import bisect_left, bisect_right

from ._create import asarray, full
from ._dtypes import FLOAT, bool_dtype, float64_dtype, int64_dtype, promote
from ._ndarray import ndarray
from ._strides import broadcast_shapes, normalize_axis


def where(condition, x=None, y=None):
    condition = asarray(condition)
    if x is None and y is None:
        return nonzero(condition)
    if x is None or y is None:
        raise ValueError("either both or neither of x and y should be given")
    x, y = asarray(x), asarray(y)
    target = promote(x.dtype, y.dtype)
    shape = broadcast_shapes(condition.shape, x.shape, y.shape)
    from ._create import broadcast_to

    columns = [broadcast_to(a, shape)._flat() for a in (condition, x.astype(target), y.astype(target))]
    return ndarray._own([a if c else b for c, a, b in zip(*columns)], shape, target)


def nonzero(a):
    a = asarray(a)
    if a.ndim == 0:
        raise ValueError(
            "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead. "
            "If the context of this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`."
        )
    found = [i for i, v in enumerate(a._flat()) if v]
    out = []
    for n in reversed(a.shape):
        out.append(ndarray._own([i % n for i in found], (len(found),), int64_dtype))
        found = [i // n for i in found]
    return tuple(reversed(out))


def flatnonzero(a):
    return nonzero(asarray(a).ravel())[0]


def argwhere(a):
    from ._join import stack

    return stack(nonzero(a), 1)


def _key(dtype):
    """NaN sorts last."""
    return (lambda v: (v != v, v)) if dtype.rank == FLOAT else None


def _by_rows(a, axis, function, dtype):
    a = asarray(a)
    a, axis = (a.ravel(), 0) if axis is None else (a, axis)
    axis = normalize_axis(axis, a.ndim)
    moved = a.swapaxes(axis, -1)
    values, n, found = moved._flat(), moved.shape[-1], []
    for at in range(0, len(values), max(n, 1)):
        found += function(values[at : at + n])
    return ndarray._own(found, moved.shape, dtype or a.dtype).swapaxes(axis, -1)


def sort(a, axis=-1, kind=None, stable=None):
    a = asarray(a)
    key = _key(a.dtype)
    return _by_rows(a, axis, lambda row: sorted(row, key=key), None)


def argsort(a, axis=-1, kind=None, stable=None):
    """Always stable. NumPy's default is not: ask there for `kind='stable'` where ties matter."""
    a = asarray(a)
    if a.dtype.rank == FLOAT:
        return _by_rows(
            a, axis, lambda row: sorted(range(len(row)), key=lambda i: (row[i] != row[i], row[i])), int64_dtype
        )
    return _by_rows(a, axis, lambda row: sorted(range(len(row)), key=row.__getitem__), int64_dtype)


def lexsort(keys):
    keys = [asarray(k).tolist() for k in keys]
    return asarray(sorted(range(len(keys[0])), key=lambda i: tuple(k[i] for k in reversed(keys))), int)


def searchsorted(a, v, side="left"):
    ordered, v = asarray(a)._flat(), asarray(v)
    if side not in ("left", "right"):
        raise ValueError(f"search side must be 'left' or 'right' (got {side!r})")
    find = bisect_left if side == "left" else bisect_right
    found = [len(ordered) if x != x else find(ordered, x) for x in v._flat()]
    made = ndarray._own(found, v.shape, int64_dtype)
    return made if v.ndim else made[()]


def digitize(x, bins, right=False):
    return searchsorted(bins, x, side="left" if right else "right")


def unique(a, return_index=False, return_inverse=False, return_counts=False, axis=None):
    a = asarray(a)
    if axis is not None:
        return _unique_rows(a, axis, return_index, return_inverse, return_counts)
    values = a._flat()
    order = sorted(range(len(values)), key=lambda i: (values[i] != values[i], values[i]))
    kept, index, counts, inverse = [], [], [], [0] * len(values)
    for i in order:
        same = kept and (values[i] == kept[-1] or values[i] != values[i] and kept[-1] != kept[-1])
        if not same:
            kept.append(values[i])
            index.append(i)
            counts.append(0)
        counts[-1] += 1
        inverse[i] = len(kept) - 1
    made = [ndarray._own(kept, (len(kept),), a.dtype)]
    made += [asarray(index, int)] * return_index
    made += [asarray(inverse, int).reshape(a.shape)] * return_inverse
    made += [asarray(counts, int)] * return_counts
    return made[0] if len(made) == 1 else tuple(made)


def _unique_rows(a, axis, return_index, return_inverse, return_counts):
    from ._manipulate import moveaxis

    moved = moveaxis(a, axis, 0)
    rows = [tuple(row.ravel().tolist()) for row in moved]
    order = sorted(set(rows))
    place = {row: i for i, row in enumerate(order)}
    first = {}
    for i, row in enumerate(rows):
        first.setdefault(row, i)
    index = asarray([first[row] for row in order], int)
    made = [moveaxis(moved[index], 0, axis)]
    made += [index] * return_index
    made += [asarray([place[row] for row in rows], int)] * return_inverse
    made += [asarray([rows.count(row) for row in order], int)] * return_counts
    return made[0] if len(made) == 1 else tuple(made)


def bincount(x, weights=None, minlength=0):
    was_array = isinstance(x, ndarray)
    x = asarray(x)
    if x.ndim != 1:
        raise ValueError(
            "object too deep for desired array" if x.ndim else "object of too small depth for desired array"
        )
    if was_array and x.dtype is float64_dtype:
        raise TypeError("Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'")
    values = list(map(int, x._flat()))
    if values and min(values) < 0:
        raise ValueError("'list' argument must have no negative elements")
    length = max(max(values, default=-1) + 1, minlength)
    masses = [1] * len(values) if weights is None else asarray(weights).astype(float64_dtype)._flat()
    if len(masses) != len(values):
        raise ValueError("The weights and list don't have the same length.")
    counts = [0 if weights is None else 0.0] * length
    for v, mass in zip(values, masses):
        counts[v] += mass
    return ndarray._own(counts, (length,), int64_dtype if weights is None else float64_dtype)


def isin(element, test_elements, invert=False):
    element = asarray(element)
    wanted = set(asarray(test_elements)._flat())
    return ndarray._own([(v in wanted) != invert for v in element._flat()], element.shape, bool_dtype)


def take(a, indices, axis=None):
    a = asarray(a)
    a, axis = (a.ravel(), 0) if axis is None else (a, normalize_axis(axis, a.ndim))
    return a[(slice(None),) * axis + (indices,)]


def _along(a, indices, axis):
    a, indices = asarray(a), asarray(indices)
    if axis is None:
        a, axis = a.ravel(), 0
    axis = normalize_axis(axis, a.ndim)
    if indices.ndim != a.ndim:
        raise ValueError("`indices` and `arr` must have the same number of dimensions")
    from ._create import arange

    place = []
    for d, n in enumerate(a.shape):
        place.append(indices if d == axis else arange(n).reshape((1,) * d + (-1,) + (1,) * (a.ndim - d - 1)))
    return a, tuple(place)


def take_along_axis(arr, indices, axis=-1):
    a, place = _along(arr, indices, axis)
    return a[place]


def put_along_axis(arr, indices, values, axis):
    a, place = _along(arr, indices, axis)
    a[place] = values


def select(condlist, choicelist, default=0):
    out = full(broadcast_shapes(*(asarray(c).shape for c in condlist)), default)
    for condition, choice in reversed(list(zip(condlist, choicelist))):
        out = where(condition, choice, out)
    return out
