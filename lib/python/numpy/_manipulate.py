"""Re-ordering axes and elements, diagonals, triangles."""

from ._create import array, asarray, broadcast_to, zeros
from ._dtypes import cast
from ._ndarray import ndarray
from ._strides import normalize_axis


def reshape(a, /, shape, *, copy=None):
    return asarray(a).reshape(shape)


def ravel(a):
    return asarray(a).ravel()


def transpose(a, axes=None):
    return asarray(a).transpose(axes) if axes is not None else asarray(a).T


permute_dims = transpose


def matrix_transpose(a):
    return asarray(a).mT


def swapaxes(a, axis1, axis2):
    return asarray(a).swapaxes(axis1, axis2)


def moveaxis(a, source, destination):
    a = asarray(a)
    source = [normalize_axis(s, a.ndim, "source") for s in _as_tuple(source)]
    destination = [normalize_axis(d, a.ndim, "destination") for d in _as_tuple(destination)]
    if len(source) != len(destination):
        raise ValueError("`source` and `destination` arguments must have the same number of elements")
    order = [n for n in range(a.ndim) if n not in source]
    for d, s in sorted(zip(destination, source)):
        order.insert(d, s)
    return a.transpose(order)


def _as_tuple(value):
    return tuple(value) if isinstance(value, (tuple, list)) else (value,)


def squeeze(a, axis=None):
    a = asarray(a)
    if axis is None:
        gone = [i for i, n in enumerate(a.shape) if n == 1]
    else:
        gone = [normalize_axis(x, a.ndim) for x in _as_tuple(axis)]
        if any(a.shape[i] != 1 for i in gone):
            raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
    kept = [i for i in range(a.ndim) if i not in gone]
    return a._share([a._shape[i] for i in kept], [a._strides[i] for i in kept], a._start)


def expand_dims(a, axis):
    a = asarray(a)
    axes = _as_tuple(axis)
    ndim = a.ndim + len(axes)
    places = [normalize_axis(x, ndim) for x in axes]
    if len(set(places)) != len(places):
        raise ValueError("repeated axis")
    return a[tuple(None if i in places else slice(None) for i in range(ndim)) + (Ellipsis,)]


def atleast_1d(a):
    a = asarray(a)
    return a.reshape(1) if a.ndim == 0 else a


def atleast_2d(a):
    a = asarray(a)
    return a if a.ndim >= 2 else a.reshape((1, a.size))


def flip(a, axis=None):
    a = asarray(a)
    axes = range(a.ndim) if axis is None else [normalize_axis(x, a.ndim) for x in _as_tuple(axis)]
    return a[tuple(slice(None, None, -1) if i in axes else slice(None) for i in range(a.ndim))]


def flipud(a):
    return flip(a, 0)


def fliplr(a):
    return flip(a, 1)


def roll(a, shift, axis=None):
    a = asarray(a)
    if axis is None:
        return roll(a.ravel(), shift, 0).reshape(a.shape)
    for amount, x in zip(_as_tuple(shift), _as_tuple(axis)):
        x = normalize_axis(x, a.ndim)
        n = a.shape[x]
        if n:
            order = [(i - amount) % n for i in range(n)]
            a = a[(slice(None),) * x + (asarray(order),)]
    return a.copy()


def diag(v, k=0):
    v = asarray(v)
    if v.ndim == 1:
        n = v.size + abs(k)
        made = zeros((n, n), v.dtype)
        for i, item in enumerate(v._flat()):
            made[i + max(0, -k), i + max(0, k)] = item
        return made
    if v.ndim != 2:
        raise ValueError("Input must be 1- or 2-d.")
    return diagonal(v, k)


def diagonal(a, offset=0, axis1=0, axis2=1):
    a = asarray(a)
    if a.ndim < 2:
        raise ValueError("diag requires an array of at least two dimensions")
    moved = moveaxis(a, (axis1, axis2), (-2, -1))
    rows, columns = moved.shape[-2:]
    count = max(0, min(rows + min(offset, 0), columns - max(offset, 0)))
    start = moved._start + max(0, -offset) * moved._strides[-2] + max(0, offset) * moved._strides[-1]
    made = moved._share(
        moved._shape[:-2] + (count,),
        moved._strides[:-2] + (moved._strides[-2] + moved._strides[-1],),
        start if count else moved._start,
    )
    made._readonly = True
    return made


def trace(a, offset=0):
    from ._reduce import sum_

    return sum_(diagonal(a, offset), -1)


def _triangle(a, k, keep_lower):
    a = asarray(a)
    if a.ndim < 2:
        a = broadcast_to(a, (a.size, a.size))
    rows, columns = a.shape[-2:]
    mask = [(j - i <= k) == keep_lower for i in range(rows) for j in range(columns)]
    zero = cast([0], array(0).dtype, a.dtype)[0]
    values, n = a._flat(), max(rows * columns, 1)
    return ndarray._own([v if mask[i % n] else zero for i, v in enumerate(values)], a.shape, a.dtype)


def tril(a, k=0):
    return _triangle(a, k, True)


def triu(a, k=0):
    return _triangle(a, k - 1, False)
