"""A subset of NumPy 2 in plain Python, for exercises in the page. What it has, and where it differs: README.md here.

The same programs give the same results with real NumPy: tests/python runs both over the whole subset.
"""

import math as _math

from . import linalg, random, testing
from ._create import (
    arange, array, asarray, broadcast_arrays, broadcast_to, empty, empty_like, eye, full, full_like, geomspace,
    identity, indices, linspace, logspace, meshgrid, ones, ones_like, tri, zeros, zeros_like,
)  # fmt: skip
from ._dtypes import dtype
from ._dtypes import promote as _promote
from ._dtypes import resolve as _resolve
from ._flags import errstate, geterr, seterr
from ._join import (
    append, array_split, column_stack, concat, concatenate, delete, hsplit, hstack, pad, repeat, split, stack, tile,
    vsplit, vstack,
)  # fmt: skip
from ._manipulate import (
    atleast_1d, atleast_2d, diag, diagonal, expand_dims, flip, fliplr, flipud, matrix_transpose, moveaxis, permute_dims,
    ravel, reshape, roll, squeeze, swapaxes, trace, transpose, tril, triu,
)  # fmt: skip
from ._methods import ndarray
from ._numeric import (
    allclose, array_equal, clip, convolve, diff, interp, isclose, nan_to_num, ndenumerate, ndindex,
)  # fmt: skip
from ._numeric import round_ as round
from ._printing import array2string, array_repr, array_str, get_printoptions, printoptions, set_printoptions
from ._products import cross, dot, einsum, inner, kron, matmul, outer, tensordot, vdot
from ._reduce import (
    argmax, argmin, count_nonzero, cumprod, cumsum, mean, prod, ptp, std, var,
)  # fmt: skip
from ._reduce import all_ as all
from ._reduce import any_ as any
from ._reduce import max_ as max
from ._reduce import min_ as min
from ._reduce import sum_ as sum
from ._scalars import bool_, float64, floating, generic, int64, integer, issubdtype, number
from ._search import (
    argsort, argwhere, bincount, digitize, flatnonzero, isin, lexsort, nonzero, put_along_axis, searchsorted, select,
    sort, take, take_along_axis, unique, where,
)  # fmt: skip
from ._statistics import average, histogram, median, percentile, quantile
from ._strides import broadcast_shapes
from ._ufunc import ufunc
from ._ufuncs import (
    absolute, add, arccos, arccosh, arcsin, arcsinh, arctan, arctan2, arctanh, bitwise_and, bitwise_not, bitwise_or,
    bitwise_xor, cbrt, ceil, copysign, cos, cosh, degrees, divide, equal, exp, exp2, expm1, fabs, float_power, floor,
    floor_divide, greater, greater_equal, hypot, invert, isfinite, isinf, isnan, left_shift, less, less_equal, log,
    log1p, log2, log10, logaddexp, logical_and, logical_not, logical_or, logical_xor, maximum, minimum, mod, multiply,
    negative, not_equal, positive, power, radians, reciprocal, remainder, right_shift, rint, sign, signbit, sin, sinh,
    sqrt, square, subtract, tan, tanh, true_divide, trunc,
)  # fmt: skip

abs, amax, amin = absolute, max, min
around = round
bool = bool_
pow = power
acos, asin, atan, atan2 = arccos, arcsin, arctan, arctan2
acosh, asinh, atanh = arccosh, arcsinh, arctanh
bitwise_invert = invert
deg2rad, rad2deg = radians, degrees
double = float64
inf, nan, pi, e, euler_gamma = _math.inf, _math.nan, _math.pi, _math.e, 0.5772156649015329
newaxis = None
__version__ = "2.4.6+layerwise.subset"


def result_type(*values):
    """The dtype that an operation on these arrays, dtypes or scalars gives."""
    return _promote(
        *(
            v.dtype if isinstance(v, (ndarray, generic)) else _resolve(v) if _names_dtype(v) else asarray(v).dtype
            for v in values
        )
    )


def _names_dtype(value):
    return isinstance(value, (str, type, dtype))


class finfo:
    """Limits of float64."""

    def __init__(self, dtype=float64):
        if _resolve(dtype).name != "float64":
            raise ValueError(f"data type {dtype!r} not inexact")
        self.bits, self.dtype = 64, _resolve(dtype)
        self.eps, self.max, self.min = (
            float64(2.0**-52),
            float64(1.7976931348623157e308),
            float64(-1.7976931348623157e308),
        )
        self.tiny = self.smallest_normal = float64(2.2250738585072014e-308)


class iinfo:
    """Limits of int64."""

    def __init__(self, dtype=int64):
        if _resolve(dtype).name != "int64":
            raise ValueError(f"Invalid integer data type {_resolve(dtype).kind!r}.")
        self.bits, self.min, self.max = 64, -(2**63), 2**63 - 1


def copy(a):
    return array(a)


def shape(a):
    return asarray(a).shape


def ndim(a):
    return asarray(a).ndim


def size(a, axis=None):
    return asarray(a).size if axis is None else asarray(a).shape[axis]


def isscalar(value):
    return isinstance(value, (generic, int, float, str))


def may_share_memory(a, b):
    return shares_memory(a, b)


def shares_memory(a, b):
    return isinstance(a, ndarray) and isinstance(b, ndarray) and a._buffer is b._buffer


__all__ = sorted(name for name in globals() if not name.startswith("_"))


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    from ._missing import missing

    raise missing("numpy", name, __all__)
