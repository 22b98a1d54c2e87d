"""The ufuncs of the subset: arithmetic, powers and logarithms, trigonometry, comparison, logic, rounding."""

import math
import operator as op

from ._elementwise import (
    _arctanh,
    _divide,
    _domain,
    _floor_divide,
    _floor_divide_int,
    _hypot,
    _logaddexp,
    _logarithm,
    _maximum,
    _minimum,
    _never,
    _overflowing,
    _power,
    _power_int_checked,
    _reciprocal_int,
    _remainder,
    _remainder_int,
    _rounded,
    _same,
    _shift_left,
    _shift_right,
    _sign,
    _sign_float,
)
from ._ufunc import kinds, ufunc


def _float(name, fast, safe=None, doc=""):
    return ufunc(name, 1, kinds(f=(fast, safe, "f")), doc=doc)


def _compare(name, function):
    loop = (function, None, "b")
    return ufunc(name, 2, kinds(b=loop, i=loop, f=loop))


def _logical(name, function, identity):
    loop = (function, None, "b")
    return ufunc(name, 2, kinds(b=loop, i=loop, f=loop), identity=identity)


add = ufunc("add", 2, kinds(b=(op.or_, None, "b"), i=(op.add, None, "i"), f=(op.add, None, "f")), identity=0)
subtract = ufunc("subtract", 2, kinds(i=(op.sub, None, "i"), f=(op.sub, None, "f")), bools=False)
multiply = ufunc("multiply", 2, kinds(b=(op.and_, None, "b"), i=(op.mul, None, "i"), f=(op.mul, None, "f")), identity=1)
divide = ufunc("divide", 2, kinds(f=(op.truediv, _divide, "f")))
true_divide = divide
floor_divide = ufunc(
    "floor_divide", 2, kinds(i=(op.floordiv, _floor_divide_int, "i"), f=(op.floordiv, _floor_divide, "f"))
)
remainder = ufunc("remainder", 2, kinds(i=(op.mod, _remainder_int, "i"), f=(op.mod, _remainder, "f")))
mod = remainder
power = ufunc("power", 2, kinds(i=(_power_int_checked, None, "i"), f=(math.pow, _power, "f")))
float_power = ufunc("float_power", 2, kinds(f=(math.pow, _power, "f")))
negative = ufunc("negative", 1, kinds(i=(op.neg, None, "i"), f=(op.neg, None, "f")), bools=False)
positive = ufunc("positive", 1, kinds(i=(op.pos, None, "i"), f=(op.pos, None, "f")), bools=False)
absolute = ufunc("absolute", 1, kinds(b=(_same, None, "b"), i=(abs, None, "i"), f=(abs, None, "f")))
abs_ = absolute
fabs = _float("fabs", abs)
square = ufunc("square", 1, kinds(i=(lambda x: x * x, None, "i"), f=(lambda x: x * x, None, "f")))
reciprocal = ufunc(
    "reciprocal", 1, kinds(i=(_reciprocal_int, None, "i"), f=(lambda x: 1.0 / x, lambda x: _divide(1.0, x), "f"))
)
sign = ufunc("sign", 1, kinds(i=(_sign, None, "i"), f=(_sign_float, None, "f")), bools=False)

exp = _float("exp", math.exp, _overflowing(math.exp))
exp2 = _float("exp2", math.exp2, _overflowing(math.exp2)) if hasattr(math, "exp2") else _float("exp2", lambda x: 2.0**x)
expm1 = _float("expm1", math.expm1, _overflowing(math.expm1))
log = _float("log", math.log, _logarithm(math.log))
log2 = _float("log2", math.log2, _logarithm(math.log2))
log10 = _float("log10", math.log10, _logarithm(math.log10))
log1p = _float("log1p", math.log1p, _logarithm(math.log1p, -1.0))
sqrt = _float("sqrt", math.sqrt, _domain(math.sqrt))
cbrt = _float("cbrt", math.cbrt) if hasattr(math, "cbrt") else None
sin = _float("sin", math.sin, _domain(math.sin))
cos = _float("cos", math.cos, _domain(math.cos))
tan = _float("tan", math.tan, _domain(math.tan))
arcsin = _float("arcsin", math.asin, _domain(math.asin))
arccos = _float("arccos", math.acos, _domain(math.acos))
arctan = _float("arctan", math.atan)
sinh = _float("sinh", math.sinh, _overflowing(math.sinh, lambda x: math.copysign(math.inf, x)))
cosh = _float("cosh", math.cosh, _overflowing(math.cosh))
tanh = _float("tanh", math.tanh)
arcsinh = _float("arcsinh", math.asinh)
arccosh = _float("arccosh", math.acosh, _domain(math.acosh))
arctanh = _float("arctanh", math.atanh, _arctanh)
degrees = _float("degrees", lambda x: x * (180.0 / math.pi))
radians = _float("radians", lambda x: x * (math.pi / 180.0))
arctan2 = ufunc("arctan2", 2, kinds(f=(math.atan2, None, "f")))
hypot = ufunc("hypot", 2, kinds(f=(_hypot, None, "f")))
copysign = ufunc("copysign", 2, kinds(f=(math.copysign, None, "f")))
logaddexp = ufunc("logaddexp", 2, kinds(f=(_logaddexp, None, "f")))

maximum = ufunc("maximum", 2, kinds(b=(op.or_, None, "b"), i=(_maximum, None, "i"), f=(_maximum, None, "f")))
minimum = ufunc("minimum", 2, kinds(b=(op.and_, None, "b"), i=(_minimum, None, "i"), f=(_minimum, None, "f")))

equal = _compare("equal", op.eq)
not_equal = _compare("not_equal", op.ne)
less = _compare("less", op.lt)
less_equal = _compare("less_equal", op.le)
greater = _compare("greater", op.gt)
greater_equal = _compare("greater_equal", op.ge)
logical_and = _logical("logical_and", lambda x, y: bool(x) and bool(y), True)
logical_or = _logical("logical_or", lambda x, y: bool(x) or bool(y), False)
logical_xor = _logical("logical_xor", lambda x, y: bool(x) != bool(y), False)
_not = (op.not_, None, "b")
logical_not = ufunc("logical_not", 1, kinds(b=_not, i=_not, f=_not))


def _bits(name, function, identity=None):
    table = kinds(b=(function, None, "b"), i=(function, None, "i"))
    return ufunc(name, 2, table, identity=identity)


bitwise_and = _bits("bitwise_and", op.and_, -1)
bitwise_or = _bits("bitwise_or", op.or_, 0)
bitwise_xor = _bits("bitwise_xor", op.xor, 0)
invert = ufunc("invert", 1, kinds(b=(op.not_, None, "b"), i=(op.invert, None, "i")))
bitwise_not = invert
left_shift = ufunc("left_shift", 2, kinds(i=(_shift_left, None, "i")))
right_shift = ufunc("right_shift", 2, kinds(i=(_shift_right, None, "i")))

floor = ufunc("floor", 1, kinds(b=(_same, None, "b"), i=(_same, None, "i"), f=(_rounded(math.floor), None, "f")))
ceil = ufunc("ceil", 1, kinds(b=(_same, None, "b"), i=(_same, None, "i"), f=(_rounded(math.ceil), None, "f")))
trunc = ufunc("trunc", 1, kinds(b=(_same, None, "b"), i=(_same, None, "i"), f=(_rounded(math.trunc), None, "f")))
rint = _float("rint", _rounded(round))


isnan = ufunc("isnan", 1, kinds(b=(_never, None, "b"), i=(_never, None, "b"), f=(math.isnan, None, "b")))
isinf = ufunc("isinf", 1, kinds(b=(_never, None, "b"), i=(_never, None, "b"), f=(math.isinf, None, "b")))
isfinite = ufunc(
    "isfinite", 1, kinds(b=(lambda x: True, None, "b"), i=(lambda x: True, None, "b"), f=(math.isfinite, None, "b"))
)
signbit = ufunc("signbit", 1, kinds(f=(lambda x: math.copysign(1.0, x) < 0, None, "b")))

if cbrt is None:  # Python before 3.11
    cbrt = _float("cbrt", lambda x: math.copysign(abs(x) ** (1 / 3), x))
