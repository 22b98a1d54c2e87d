"""`np.linalg`: norms, solving, inverses, determinants, QR, symmetric eigenvalues and the SVD, for small matrices."""

import math

from . import _reduce, _ufuncs
from ._create import asarray, eye
from ._dtypes import float64_dtype
from ._ndarray import ndarray
from ._strides import normalize_axes

__all__ = ["LinAlgError", "det", "eigh", "eigvalsh", "inv", "matrix_rank", "norm", "qr", "solve", "svd"]


class LinAlgError(ValueError):
    """The matrix is singular or not square."""


def norm(x, ord=None, axis=None, keepdims=False):
    x = asarray(x).astype(float64_dtype)
    if axis is None and (ord is None or x.ndim not in (1, 2)):
        if ord is not None:
            raise ValueError("Improper number of dimensions to norm.")
        total = math.sqrt(_reduce.sum_(x * x))
        return asarray(total).reshape((1,) * x.ndim) if keepdims else float64_dtype.type(total)
    axes = normalize_axes(axis, x.ndim)
    if len(axes) == 1:
        return _vector_norm(x, ord, axes[0], keepdims)
    if len(axes) == 2:
        return _matrix_norm(x, ord, axes, keepdims)
    raise ValueError("Improper number of dimensions to norm.")


def _vector_norm(x, ord, axis, keepdims):
    size = _ufuncs.absolute(x)
    if ord in (None, 2):
        return _ufuncs.sqrt(_reduce.sum_(x * x, axis, keepdims=keepdims))
    if ord == math.inf:
        return _reduce.max_(size, axis, keepdims=keepdims)
    if ord == -math.inf:
        return _reduce.min_(size, axis, keepdims=keepdims)
    if ord == 0:
        return _reduce.sum_((x != 0).astype(float64_dtype), axis, keepdims=keepdims)
    if ord == 1:
        return _reduce.sum_(size, axis, keepdims=keepdims)
    if not isinstance(ord, (int, float)):
        raise ValueError(f"Invalid norm order '{ord}' for vectors")
    return _ufuncs.power(_reduce.sum_(_ufuncs.power(size, float(ord)), axis, keepdims=keepdims), 1.0 / ord)


def _matrix_norm(x, ord, axes, keepdims):
    rows, columns = axes
    if ord in (None, "fro", "f"):
        return _ufuncs.sqrt(_reduce.sum_(x * x, axes, keepdims=keepdims))
    if ord in (1, -1, math.inf, -math.inf):
        first, second = (rows, columns) if ord in (1, -1) else (columns, rows)
        sums = _reduce.sum_(_ufuncs.absolute(x), first, keepdims=True)
        found = (_reduce.max_ if ord > 0 else _reduce.min_)(sums, second, keepdims=True)
    elif ord in (2, -2, "nuc") and x.ndim == 2:
        s = svd(x, compute_uv=False)
        found = s.sum() if ord == "nuc" else s[0] if ord == 2 else s[-1]
        return asarray(found).reshape(1, 1) if keepdims else found
    else:
        raise ValueError("Invalid norm order for matrices.")
    if keepdims:
        return found
    kept = tuple(n for i, n in enumerate(x.shape) if i not in axes)
    return found.reshape(kept)[()]


def _rows(a, square=False):
    a = asarray(a).astype(float64_dtype)
    if a.ndim != 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be two-dimensional")
    if square and a.shape[0] != a.shape[1]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    return a.tolist()


def _eliminate(rows, right):
    """Gaussian elimination with partial pivoting, in place. Returns the sign and the pivots."""
    n, sign = len(rows), 1.0
    for i in range(n):
        best = max(range(i, n), key=lambda r: abs(rows[r][i]))
        if rows[best][i] == 0:
            return 0.0
        if best != i:
            rows[i], rows[best], sign = rows[best], rows[i], -sign
            right[i], right[best] = right[best], right[i]
        for r in range(i + 1, n):
            factor = rows[r][i] / rows[i][i]
            if factor:
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[i])]
                right[r] = [x - factor * y for x, y in zip(right[r], right[i])]
    return sign


def solve(a, b):
    rows, b = _rows(a, square=True), asarray(b).astype(float64_dtype)
    if b.ndim not in (1, 2) or b.shape[0] != len(rows):
        raise ValueError(
            f"solve: Input operand 1 has a mismatch in its core dimension 0 (size {b.shape[0] if b.ndim else 0} "
            f"is different from {len(rows)})"
        )
    right = [row if isinstance(row, list) else [row] for row in b.tolist()]
    if _eliminate(rows, right) == 0:
        raise LinAlgError("Singular matrix")
    found = [None] * len(rows)
    for i in reversed(range(len(rows))):
        left = list(right[i])
        for j in range(i + 1, len(rows)):
            left = [x - rows[i][j] * y for x, y in zip(left, found[j])]
        found[i] = [x / rows[i][i] for x in left]
    return ndarray._own([x for row in found for x in row], b.shape, float64_dtype)


def inv(a):
    rows = _rows(a, square=True)
    return solve(a, eye(len(rows)))


def det(a):
    rows = _rows(a, square=True)
    sign = _eliminate(rows, [[] for _ in rows])
    return float64_dtype.type(math.prod((rows[i][i] for i in range(len(rows))), start=sign))


def qr(a):
    """Reduced QR by Householder reflections, with LAPACK's signs."""
    r = _rows(a)
    n, m = len(r), len(r[0]) if r else 0
    q = eye(n).tolist()
    for k in range(min(n - 1, m)):
        length = math.hypot(*(r[i][k] for i in range(k, n)))
        if length == 0 or all(r[i][k] == 0 for i in range(k + 1, n)):
            continue
        beta = -math.copysign(length, r[k][k])
        v = [r[i][k] for i in range(k, n)]
        v[0] -= beta
        scale = 2.0 / sum(x * x for x in v)
        for matrix in (r, q):
            for j in range(len(matrix[0])):
                dot = scale * sum(v[i - k] * matrix[i][j] for i in range(k, n))
                for i in range(k, n):
                    matrix[i][j] -= dot * v[i - k]
    size = min(n, m)
    upper = [[r[i][j] if j >= i else 0.0 for j in range(m)] for i in range(size)]
    return asarray(q)[:size].T.copy(), asarray(upper).reshape(size, m)


def eigh(a):
    """Eigenvalues (rising) and eigenvectors (columns) of a symmetric matrix, by Jacobi rotations.

    The sign of an eigenvector is free; here its largest component is positive.
    """
    m = _rows(a, square=True)
    n = len(m)
    m = [[m[max(i, j)][min(i, j)] for j in range(n)] for i in range(n)]
    v = eye(n).tolist()
    for _ in range(60):
        if sum(m[i][j] ** 2 for i in range(n) for j in range(i)) <= 1e-300:
            break
        for p in range(n):
            for q in range(p + 1, n):
                _rotate(m, v, p, q)
    order = sorted(range(n), key=lambda i: m[i][i])
    columns = []
    for i in order:
        column = [row[i] for row in v]
        flip = max(column, key=abs) < 0
        columns.append([-x if flip else x for x in column])
    return asarray([m[i][i] for i in order], float), asarray(columns).T.copy()


def _rotate(m, v, p, q):
    if m[p][q] == 0:
        return
    theta = (m[q][q] - m[p][p]) / (2 * m[p][q])
    t = math.copysign(1.0, theta) / (abs(theta) + math.hypot(1.0, theta))
    c = 1 / math.hypot(1.0, t)
    s = t * c
    for row in (*m, *v):
        row[p], row[q] = c * row[p] - s * row[q], s * row[p] + c * row[q]
    for k in range(len(m)):
        m[p][k], m[q][k] = c * m[p][k] - s * m[q][k], s * m[p][k] + c * m[q][k]
    m[p][q] = m[q][p] = 0.0


def eigvalsh(a):
    return eigh(a)[0]


def svd(a, full_matrices=True, compute_uv=True):
    """Singular value decomposition by one-sided Jacobi. Signs of the vectors are free: compare U S Vᵀ, not U.

    With `compute_uv` pass `full_matrices=False`: the subset has the reduced form only.
    """
    rows = _rows(a)
    n, m = len(rows), len(rows[0]) if rows else 0
    if compute_uv and full_matrices and n != m:
        raise NotImplementedError("np.linalg.svd: this subset has full_matrices=False only (for matrices not square)")
    turned = n < m
    columns = [list(row) for row in rows] if turned else [list(c) for c in zip(*rows)]
    k = len(columns)
    v = eye(k).tolist()
    for _ in range(60):
        if not any([_orthogonalize(columns, v, p, q) for p in range(k) for q in range(p + 1, k)]):
            break
    sizes = [math.hypot(*c) for c in columns]
    order = sorted(range(k), key=lambda i: -sizes[i])
    s = asarray([sizes[i] for i in order], float)
    if not compute_uv:
        return s
    left = _completed(
        [[x / sizes[i] for x in columns[i]] if sizes[i] > 1e-300 else None for i in order], len(columns[0])
    )
    right = [v[i] for i in order]
    u, vt = (right, left) if turned else (left, right)
    return asarray(u, float).T.copy(), s, asarray(vt, float)


def _orthogonalize(columns, v, p, q):
    a, b = columns[p], columns[q]
    alpha, beta = sum(x * x for x in a), sum(x * x for x in b)
    gamma = sum(x * y for x, y in zip(a, b))
    if gamma == 0 or abs(gamma) <= 1e-16 * math.sqrt(alpha * beta):
        return False
    zeta = (beta - alpha) / (2 * gamma)
    t = math.copysign(1.0, zeta) / (abs(zeta) + math.hypot(1.0, zeta))
    c = 1 / math.hypot(1.0, t)
    s = c * t
    for rows in (columns, v):
        x, y = rows[p], rows[q]
        rows[p], rows[q] = [c * i - s * j for i, j in zip(x, y)], [s * i + c * j for i, j in zip(x, y)]
    return True


def _completed(vectors, n):
    """Fills the places of zero singular values with unit vectors orthogonal to the others."""
    for i, vector in enumerate(vectors):
        if vector is not None:
            continue
        for axis in range(n):
            trial = [float(j == axis) for j in range(n)]
            for other in vectors:
                if other is not None:
                    dot = sum(x * y for x, y in zip(trial, other))
                    trial = [x - dot * y for x, y in zip(trial, other)]
            size = math.hypot(*trial)
            if size > 1e-6:
                vectors[i] = [x / size for x in trial]
                break
    return vectors


def matrix_rank(a, tol=None):
    a = asarray(a)
    if a.ndim < 2:
        return int(bool(_reduce.any_(a != 0)))
    s = svd(a, compute_uv=False)
    limit = float(s[0]) * max(a.shape) * 2.220446049250313e-16 if tol is None and s.size else (tol or 0.0)
    return _reduce.sum_(s > limit)


def __getattr__(name):
    from ._missing import missing

    raise missing("numpy.linalg", name, __all__)
