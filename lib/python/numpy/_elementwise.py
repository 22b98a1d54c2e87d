"""The functions of single elements behind the ufuncs: IEEE 754 results where Python raises, with the event reported."""

import math

from ._ufunc import flag

inf, nan = math.inf, math.nan


def _same(x):
    return x


def _divide(x, y):
    if y:
        return x / y
    if x != x or y != y:
        return nan
    if x == 0:
        flag("invalid value")
        return nan
    flag("divide by zero")
    return math.copysign(inf, x) * math.copysign(1.0, y)


def _floor_divide(x, y):
    if y:
        return x // y
    result = _divide(x, y)
    return result


def _floor_divide_int(x, y):
    if y:
        return x // y
    flag("divide by zero")
    return 0


def _remainder(x, y):
    try:
        return x % y
    except ZeroDivisionError:
        flag("invalid value")
        return nan


def _remainder_int(x, y):
    if y:
        return x % y
    flag("divide by zero")
    return 0


def _power(x, y):
    try:
        return math.pow(x, y)
    except OverflowError:
        flag("overflow")
        return -inf if x < 0 and y % 2 == 1 else inf
    except ValueError:
        if x == 0:
            flag("divide by zero")
            return math.copysign(inf, x) if y % 2 == 1 else inf
        flag("invalid value")
        return nan


def _power_int(x, y):
    if y < 0:
        raise ArithmeticError("Integers to negative integer powers are not allowed.")
    return pow(x, y, 2**64) if y > 64 else x**y


def _power_int_checked(x, y):
    try:
        return _power_int(x, y)
    except ArithmeticError as error:
        raise ValueError(str(error)) from None


def _overflowing(function, limit=lambda x: inf):
    def safe(x):
        try:
            return function(x)
        except OverflowError:
            flag("overflow")
            return limit(x)

    return safe


def _logarithm(function, pole=0.0):
    def safe(x):
        try:
            return function(x)
        except ValueError:
            if x == pole:
                flag("divide by zero")
                return -inf
            flag("invalid value")
            return nan

    return safe


def _domain(function):
    def safe(x):
        try:
            return function(x)
        except ValueError:
            flag("invalid value")
            return nan

    return safe


def _arctanh(x):
    try:
        return math.atanh(x)
    except ValueError:
        if abs(x) == 1:
            flag("divide by zero")
            return math.copysign(inf, x)
        flag("invalid value")
        return nan


def _hypot(x, y):
    return math.hypot(x, y)


def _logaddexp(x, y):
    if x == y:
        return x + math.log(2.0)
    high, low = (x, y) if x > y else (y, x)
    if high != high or low != low:
        return nan
    return high + math.log1p(math.exp(low - high))


def _maximum(x, y):
    return x if x >= y or x != x else y


def _minimum(x, y):
    return x if x <= y or x != x else y


def _sign(x):
    return (x > 0) - (x < 0)


def _sign_float(x):
    return x if x != x else float((x > 0) - (x < 0))


def _rounded(function):
    """math.floor and friends keep the sign of zero and pass infinities through, as C does."""

    def whole(x):
        if x - x != 0 or abs(x) >= 4503599627370496.0:
            return x
        return math.copysign(float(function(x)), x)

    return whole


def _reciprocal_int(x):
    if x:
        return int(1 / x)
    flag("divide by zero")
    return -(2**63)


def _shift_left(x, y):
    """A count outside 0 … 63 shifts everything out, as in NumPy."""
    return x << y if 0 <= y < 64 else 0


def _shift_right(x, y):
    return x >> (y if 0 <= y < 64 else 63)


def _never(x):
    return False
