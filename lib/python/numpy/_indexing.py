"""`a[...]`: integers, slices, ellipsis, newaxis (views); boolean and integer arrays (copies)."""

from ._dtypes import bool_dtype, int64_dtype
from ._strides import broadcast_shapes, broadcast_strides, gather, offsets, shape_text

_BAD_INDEX = "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices"


class Plan:
    """What an index selects: a shape, and either strides (a view) or a list of buffer positions."""

    __slots__ = ("shape", "strides", "start", "positions")

    def __init__(self, shape, strides, start, positions=None):
        self.shape, self.strides, self.start, self.positions = shape, strides, start, positions

    def buffer_positions(self):
        return offsets(self.shape, self.strides, self.start) if self.positions is None else self.positions


def plan_index(array, index):
    items = _expand(array, index if isinstance(index, tuple) else (index,))
    if any(kind == "array" for kind, _ in items):
        return _plan_advanced(array, items)
    return _plan_basic(array, items)


def _classify(array, item):
    """One entry of the index as (kind, value); a boolean array becomes one integer array per dimension it covers."""
    from ._create import asarray
    from ._ndarray import ndarray
    from ._scalars import bool_

    if item is None:
        return [("new", None)]
    if item is Ellipsis:
        return [("ellipsis", None)]
    if isinstance(item, slice):
        return [("slice", item)]
    if isinstance(item, (bool, bool_)):
        raise IndexError("a single boolean as an index is not in this NumPy subset")
    if isinstance(item, (list, ndarray)):
        found = asarray(item)
        if found.size == 0 and isinstance(item, list):
            found = found.astype(int64_dtype)
        if found.dtype is bool_dtype:
            return [("mask", found)]
        if found.dtype is not int64_dtype:
            raise IndexError("arrays used as indices must be of integer (or boolean) type")
        return [("int", found.item())] if found.ndim == 0 else [("array", found)]
    if isinstance(item, float) or not hasattr(item, "__index__"):
        raise IndexError(_BAD_INDEX)
    return [("int", item.__index__())]


def _expand(array, raw):
    items = [pair for item in raw for pair in _classify(array, item)]
    if sum(kind == "ellipsis" for kind, _ in items) > 1:
        raise IndexError("an index can only have a single ellipsis ('...')")
    used = sum(v.ndim if k == "mask" else k in ("int", "slice", "array") for k, v in items)
    if used > array.ndim:
        raise IndexError(f"too many indices for array: array is {array.ndim}-dimensional, but {used} were indexed")
    missing = [("slice", slice(None))] * (array.ndim - used)
    at = next((i for i, (k, _) in enumerate(items) if k == "ellipsis"), None)
    if at is None:
        items += missing
    else:
        # An ellipsis separates advanced indices even where it stands for no dimension.
        items[at : at + 1] = missing or [("gap", None)]
    out, axis = [], 0
    for kind, value in items:
        if kind == "mask":
            for k, n in enumerate(value.shape):
                if array.shape[axis + k] != n:
                    raise IndexError(
                        f"boolean index did not match indexed array along axis {axis + k}; size of axis is "
                        f"{array.shape[axis + k]} but size of corresponding boolean axis is {n}"
                    )
            out += [("array", part) for part in value.nonzero()]
            axis += value.ndim
        else:
            out.append((kind, value))
            axis += kind in ("int", "slice", "array")
    return out


def _checked(number, size, axis):
    if not -size <= number < size:
        raise IndexError(f"index {number} is out of bounds for axis {axis} with size {size}")
    return number + size if number < 0 else number


def _plan_basic(array, items):
    shape, strides, start, axis = [], [], array._start, 0
    for kind, value in items:
        if kind == "new":
            shape.append(1)
            strides.append(0)
            continue
        if kind == "gap":
            continue
        size, step = array.shape[axis], array._strides[axis]
        if kind == "int":
            start += _checked(value, size, axis) * step
        else:
            first, stop, by = value.indices(size)
            count = len(range(first, stop, by))
            shape.append(count)
            strides.append(step * by)
            start += first * step if count else 0
        axis += 1
    return Plan(tuple(shape), tuple(strides), start)


def _plan_advanced(array, items):
    """Integer arrays (and integers beside them) are broadcast together and take one block of the result's axes."""
    advanced, groups, axis, start, block = [], [[]], 0, array._start, None
    contiguous, seen_gap = True, False
    for kind, value in items:
        if kind == "gap":
            seen_gap = seen_gap or bool(advanced)
            continue
        if kind == "new":
            groups[-1].append((1, 0))
            seen_gap = seen_gap or bool(advanced)
            continue
        size, step = array.shape[axis], array._strides[axis]
        if kind == "slice":
            first, stop, by = value.indices(size)
            count = len(range(first, stop, by))
            groups[-1].append((count, step * by))
            start += first * step if count else 0
            seen_gap = seen_gap or bool(advanced)
        else:
            if advanced and seen_gap:
                contiguous = False
            if block is None:
                block = True
                groups.append([])
            advanced.append((value, size, step, axis))
        axis += 1
    return _assemble(advanced, groups, contiguous, start)


def _assemble(advanced, groups, contiguous, start):
    try:
        block_shape = broadcast_shapes(*(v.shape if hasattr(v, "shape") else () for v, *_ in advanced))
    except ValueError:
        listed = " ".join(shape_text(v.shape if hasattr(v, "shape") else ()) for v, *_ in advanced)
        raise IndexError(
            f"shape mismatch: indexing arrays could not be broadcast together with shapes {listed} "
        ) from None
    total = None
    for value, size, step, axis in advanced:
        if hasattr(value, "shape"):
            numbers = gather(
                value._buffer, block_shape, broadcast_strides(value.shape, value._strides, block_shape), value._start
            )
            moved = [_checked(n, size, axis) * step for n in numbers]
            total = moved if total is None else [a + b for a, b in zip(total, moved)]
        else:
            start += _checked(value, size, axis) * step
    before, after = groups
    if not contiguous:
        before, after = [], before + after
    lead = offsets([n for n, _ in before], [s for _, s in before])
    tail = offsets([n for n, _ in after], [s for _, s in after])
    positions = [start + a + b + c for a in lead for b in total or () for c in tail]
    shape = tuple(n for n, _ in before) + block_shape + tuple(n for n, _ in after)
    return Plan(shape, None, start, positions)
