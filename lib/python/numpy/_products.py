"""Products: matmul, dot, einsum, outer, inner, tensordot, kron."""

import math
import operator as op

from ._create import asarray, broadcast_to
from ._dtypes import (
    FLOAT,
    bool_dtype,
    cast,
    float64_dtype,
    int64_dtype,
    promote,
    wrap_int64,
)
from ._ndarray import ndarray
from ._strides import broadcast_shapes, gather, normalize_axis, shape_text, size_of


def _plain_product(a, b):
    return sum(map(op.mul, a, b))


_float_product = getattr(math, "sumprod", _plain_product)


def _product_of(dtype):
    """How two lists are multiplied and added: floats with extended precision where Python has it (3.12)."""
    if dtype is bool_dtype:
        return lambda a, b: any(map(op.and_, a, b))
    if dtype is float64_dtype:
        return lambda a, b: float(_float_product(a, b))
    return _plain_product


def _promoted(a, b):
    target = promote(a.dtype, b.dtype)
    return a.astype(target, copy=False), b.astype(target, copy=False), target


def _rows_by_columns(a, b, n, k, m, product):
    """a: n rows of k, b: m columns of k (already transposed), both flat."""
    columns = [b[j * k : (j + 1) * k] for j in range(m)]
    out = []
    for i in range(n):
        row = a[i * k : (i + 1) * k]
        out += [product(row, column) for column in columns]
    return out


def matmul(x1, x2, out=None):
    a, b = asarray(x1), asarray(x2)
    for number, operand in enumerate((a, b)):
        if operand.ndim == 0:
            raise ValueError(
                f"matmul: Input operand {number} does not have enough dimensions (has 0, gufunc core with "
                "signature (n?,k),(k,m?)->(n?,m?) requires 1)"
            )
    a, b, target = _promoted(a, b)
    left, right = (a.reshape(1, -1) if a.ndim == 1 else a), (b.reshape(-1, 1) if b.ndim == 1 else b)
    (n, k), (k2, m) = left.shape[-2:], right.shape[-2:]
    if k != k2:
        raise ValueError(
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
            f"(n?,k),(k,m?)->(n?,m?) (size {k2} is different from {k})"
        )
    batch = broadcast_shapes(left.shape[:-2], right.shape[:-2])
    wide = broadcast_to(left, batch + (n, k))._flat()
    tall = broadcast_to(right, batch + (k, m)).swapaxes(-1, -2)._flat()
    product, values = _product_of(target), []
    for i in range(size_of(batch)):
        values += _rows_by_columns(
            wide[i * n * k : (i + 1) * n * k], tall[i * k * m : (i + 1) * k * m], n, k, m, product
        )
    shape = batch + (() if a.ndim == 1 else (n,)) + (() if b.ndim == 1 else (m,))
    made = ndarray._own(wrap_int64(values) if target is int64_dtype else values, shape, target)
    if out is not None:
        out[...] = made
        return out
    return made if shape else made[()]


def dot(a, b, out=None):
    a, b = asarray(a), asarray(b)
    if a.ndim == 0 or b.ndim == 0:
        return a * b
    axis = 0 if b.ndim == 1 else b.ndim - 2
    if a.shape[-1] != b.shape[axis]:
        raise ValueError(
            f"shapes {shape_text(a.shape)} and {shape_text(b.shape)} not aligned: {a.shape[-1]} (dim "
            f"{a.ndim - 1}) != {b.shape[axis]} (dim {axis})"
        )
    made = tensordot(a, b, ([a.ndim - 1], [axis]))
    if out is not None:
        out[...] = made
        return out
    return made if made.ndim else made[()]


def inner(a, b):
    a, b = asarray(a), asarray(b)
    if a.ndim == 0 or b.ndim == 0:
        return a * b
    if a.shape[-1] != b.shape[-1]:
        raise ValueError(
            f"shapes {shape_text(a.shape)} and {shape_text(b.shape)} not aligned: {a.shape[-1]} (dim "
            f"{a.ndim - 1}) != {b.shape[-1]} (dim {b.ndim - 1})"
        )
    made = tensordot(a, b, ([a.ndim - 1], [b.ndim - 1]))
    return made if made.ndim else made[()]


def vdot(a, b):
    return dot(asarray(a).ravel(), asarray(b).ravel())


def outer(a, b):
    a, b = asarray(a).ravel(), asarray(b).ravel()
    return a.reshape(-1, 1) * b


def tensordot(a, b, axes=2):
    a, b = asarray(a), asarray(b)
    if hasattr(axes, "__index__"):
        left, right = list(range(a.ndim - axes, a.ndim)), list(range(axes))
    else:
        left, right = ([x] if hasattr(x, "__index__") else list(x) for x in axes)
    left, right = [normalize_axis(x, a.ndim) for x in left], [normalize_axis(x, b.ndim) for x in right]
    if len(left) != len(right) or any(a.shape[x] != b.shape[y] for x, y in zip(left, right)):
        raise ValueError("shape-mismatch for sum")
    a, b, target = _promoted(a, b)
    rows, columns = [x for x in range(a.ndim) if x not in left], [x for x in range(b.ndim) if x not in right]
    k = size_of([a.shape[x] for x in left])
    n, m = size_of([a.shape[x] for x in rows]), size_of([b.shape[x] for x in columns])
    values = _rows_by_columns(
        a.transpose(rows + left)._flat(), b.transpose(columns + right)._flat(), n, k, m, _product_of(target)
    )
    shape = [a.shape[x] for x in rows] + [b.shape[x] for x in columns]
    return ndarray._own(wrap_int64(values) if target is int64_dtype else values, shape, target)


def kron(a, b):
    a, b = asarray(a), asarray(b)
    ndim = max(a.ndim, b.ndim)
    a, b = a.reshape((1,) * (ndim - a.ndim) + a.shape), b.reshape((1,) * (ndim - b.ndim) + b.shape)
    pairs = a.reshape([n for x in a.shape for n in (x, 1)]) * b.reshape([n for x in b.shape for n in (1, x)])
    return pairs.reshape([x * y for x, y in zip(a.shape, b.shape)])


def cross(a, b):
    a, b = asarray(a), asarray(b)
    if a.shape[-1] != 3 or b.shape[-1] != 3:
        raise ValueError(
            "Both input arrays must be (arrays of) 3-dimensional vectors, but they are "
            f"{a.shape[-1]} and {b.shape[-1]} dimensional instead."
        )
    from ._join import stack

    parts = [a[..., i] * b[..., j] - a[..., j] * b[..., i] for i, j in ((1, 2), (2, 0), (0, 1))]
    return stack([asarray(p) for p in parts], -1)


def einsum(subscripts, *operands):
    """Einstein summation over any number of operands, with `...`, repeated and summed labels."""
    arrays = [asarray(a) for a in operands]
    inputs, output = _parse(subscripts, arrays)
    sizes = {}
    for labels, a in zip(inputs, arrays):
        for label, n in zip(labels, a.shape):
            if sizes.setdefault(label, n) not in (n, 1) and n != 1:
                raise ValueError(
                    f"operands could not be broadcast together with remapped shapes "
                    f"[original->remapped]: label {label!r} has sizes {sizes[label]} and {n}"
                )
            sizes[label] = max(sizes[label], n) if n and sizes[label] else 0
    unknown = [label for label in output if label not in sizes]
    if unknown:
        raise ValueError(
            f"einstein sum subscripts string included output subscript '{unknown[0]}' which never appeared in an input"
        )
    summed = [label for label in sizes if label not in output]
    target = promote(*(a.dtype for a in arrays))
    order = list(output) + summed
    shape = [sizes[label] for label in order]
    if size_of(shape) > 4_000_000:
        raise MemoryError(f"einsum over {size_of(shape):,} index combinations is too much for this NumPy subset")
    columns = [
        cast(gather(a._buffer, shape, _label_strides(labels, a, order), a._start), a.dtype, target)
        for labels, a in zip(inputs, arrays)
    ]
    while len(columns) > 2:
        columns[:2] = [list(map(op.mul, columns[0], columns[1]))]
    length = size_of([sizes[label] for label in summed])
    product, out_shape = _product_of(target), shape[: len(output)]
    ones = [1.0 if target.rank == FLOAT else True if target is bool_dtype else 1] * length
    values = []
    for i in range(size_of(out_shape)):
        part = slice(i * length, (i + 1) * length)
        values.append(product(columns[0][part], columns[1][part] if len(columns) > 1 else ones))
    made = ndarray._own(wrap_int64(values) if target is int64_dtype else values, out_shape, target)
    return made if out_shape else made[()]


def _label_strides(labels, a, order):
    strides = dict.fromkeys(order, 0)
    for label, n, s in zip(labels, a._shape, a._strides):
        strides[label] += s if n != 1 else 0
    return [strides[label] for label in order]


def _parse(subscripts, arrays):
    text = subscripts.replace(" ", "")
    left, arrow, right = text.partition("->")
    terms = left.split(",")
    if len(terms) != len(arrays):
        few = "more" if len(arrays) > len(terms) else "fewer"
        raise ValueError(f"{few} operands provided to einstein sum function than specified in the subscripts string")
    hidden = max((a.ndim - len(t.replace("...", "")) for t, a in zip(terms, arrays) if "..." in t), default=0)
    inputs = []
    for term, a in zip(terms, arrays):
        named = len(term.replace("...", ""))
        if not term.replace("...", "").isalpha() and named:
            raise ValueError(f"invalid subscript in {term!r}: letters and '...' only")
        if "..." not in term and named != a.ndim:
            raise ValueError(
                f"operand has {'more' if a.ndim > named else 'fewer'} dimensions than subscripts given in "
                "einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions."
                if a.ndim > named
                else "einstein sum subscripts string contains too many subscripts for operand"
            )
        first, dots, rest = term.partition("...")
        own = a.ndim - named
        labels = list(first) + ([("dim", hidden - own + i) for i in range(own)] if dots else []) + list(rest)
        inputs.append(labels)
    spread = [("dim", i) for i in range(hidden)]
    if arrow:
        if len(set(right.replace("...", ""))) != len(right.replace("...", "")):
            raise ValueError("einstein sum subscripts string includes output subscript multiple times")
        first, dots, rest = right.partition("...")
        return inputs, list(first) + (spread if dots else []) + list(rest)
    letters = [c for term in terms for c in term if c != "."]
    return inputs, spread + sorted(c for c in set(letters) if letters.count(c) == 1)
