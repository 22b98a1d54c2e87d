"""Shapes, strides and the walk from an n-dimensional view to a flat list. Strides count elements, not bytes."""

from itertools import zip_longest


def size_of(shape):
    total = 1
    for n in shape:
        total *= n
    return total


def c_strides(shape):
    strides, step = [], 1
    for n in reversed(shape):
        strides.append(step)
        step *= max(n, 1)
    return tuple(reversed(strides))


def is_contiguous(shape, strides):
    step = 1
    for n, s in zip(reversed(shape), reversed(strides)):
        if n == 0:
            return True
        if n != 1:
            if s != step:
                return False
            step *= n
    return True


def _merged(shape, strides):
    """The same walk with fewer, longer dimensions."""
    dims = []
    for n, s in zip(shape, strides):
        if n == 1:
            continue
        if dims and dims[-1][1] == n * s:
            dims[-1] = (dims[-1][0] * n, s)
        else:
            dims.append((n, s))
    return dims


def offsets(shape, strides, start=0):
    """Positions in the buffer of every element, in C order."""
    if 0 in shape:
        return []
    found = [start]
    for n, s in _merged(shape, strides):
        steps = range(0, n * s, s) if s else (0,) * n
        found = [o + d for o in found for d in steps]
    return found


def gather(buffer, shape, strides, start):
    """The elements in C order, as a new list."""
    if 0 in shape:
        return []
    dims = _merged(shape, strides)
    if not dims:
        return [buffer[start]]
    n, s = dims.pop()
    starts = offsets([d[0] for d in dims], [d[1] for d in dims], start)
    if s == 0:
        out = []
        for o in starts:
            out += [buffer[o]] * n
        return out
    out = []
    for o in starts:
        stop = o + n * s
        out += buffer[o : (stop if stop >= 0 else None) : s]
    return out


def shape_text(shape):
    return "(" + ",".join(str(n) for n in shape) + ("," if len(shape) == 1 else "") + ")"


def broadcast_shapes(*shapes):
    """The common shape, or NumPy's ValueError."""
    out = []
    for sizes in zip_longest(*(reversed(s) for s in shapes), fillvalue=1):
        wide = {n for n in sizes if n != 1}
        if len(wide) > 1:
            listed = " ".join(shape_text(s) for s in shapes)
            raise ValueError(f"operands could not be broadcast together with shapes {listed} ")
        out.append(wide.pop() if wide else 1)
    return tuple(reversed(out))


def broadcast_strides(shape, strides, target):
    """Strides that repeat an array of `shape` over `target`. The caller has checked that it fits."""
    lead = len(target) - len(shape)
    return (0,) * lead + tuple(0 if n == 1 and m != 1 else s for n, s, m in zip(shape, strides, target[lead:]))


class AxisError(ValueError, IndexError):
    """An axis that the array does not have."""


def normalize_axis(axis, ndim, name=""):
    try:
        number = axis.__index__()
    except AttributeError:
        raise TypeError(f"'{type(axis).__name__}' object cannot be interpreted as an integer") from None
    if not -ndim <= number < ndim:
        prefix = f"{name}: " if name else ""
        raise AxisError(f"{prefix}axis {number} is out of bounds for array of dimension {ndim}")
    return number % ndim


def normalize_axes(axis, ndim):
    """`axis` of a reduction (None, an int, a tuple) as a sorted tuple."""
    if axis is None:
        return tuple(range(ndim))
    if ndim == 0 and axis in (0, -1, ()):
        return ()
    if not isinstance(axis, (tuple, list)):
        return (normalize_axis(axis, ndim),)
    axes = sorted(normalize_axis(a, ndim) for a in axis)
    if len(set(axes)) != len(axes):
        raise ValueError("duplicate value in 'axis'")
    return tuple(axes)


def shape_tuple(shape):
    """The argument of `np.zeros` or `reshape` as a tuple of ints."""
    if isinstance(shape, (list, tuple)) or hasattr(shape, "tolist") and getattr(shape, "ndim", 0):
        return tuple(_size(n) for n in shape)
    return (_size(shape),)


def _size(n):
    try:
        return n.__index__()
    except AttributeError:
        raise TypeError(f"'{type(n).__name__}' object cannot be interpreted as an integer") from None
