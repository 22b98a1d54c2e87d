"""`np.testing`: the three assertions that tests use most, with messages that show the difference."""

from . import _numeric
from ._create import asarray, broadcast_arrays

__all__ = ["assert_allclose", "assert_array_almost_equal", "assert_array_equal", "assert_equal"]


def _fail(title, actual, desired, extra, err_msg):
    lines = ["", title, *([err_msg] if err_msg else []), *extra, f" ACTUAL: {actual!r}", f" DESIRED: {desired!r}"]
    raise AssertionError("\n".join(lines))


def _compare(actual, desired, close, title, err_msg):
    actual, desired = asarray(actual), asarray(desired)
    if actual.shape != desired.shape and actual.ndim and desired.ndim:
        _fail(title, actual, desired, [f"(shapes {actual.shape}, {desired.shape} mismatch)"], err_msg)
    left, right = broadcast_arrays(actual, desired)
    wrong = [(x, y) for x, y in zip(left._flat(), right._flat()) if not close(x, y)]
    if wrong:
        share = 100 * len(wrong) / max(left.size, 1)
        gap = max(abs(x - y) for x, y in wrong)
        extra = [f"Mismatched elements: {len(wrong)} / {left.size} ({share:.3g}%)", f"Max absolute difference: {gap}"]
        _fail(title, actual, desired, extra, err_msg)


def _equal(x, y):
    return x == y or x != x and y != y


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg="", verbose=True):
    def close(x, y):
        return bool(_numeric.isclose(x, y, rtol, atol, equal_nan))

    _compare(actual, desired, close, f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}", err_msg)


def assert_array_equal(actual, desired, err_msg="", verbose=True):
    _compare(actual, desired, _equal, "Arrays are not equal", err_msg)


def assert_array_almost_equal(actual, desired, decimal=6, err_msg="", verbose=True):
    def close(x, y):
        return _equal(x, y) or abs(x - y) < 1.5 * 10.0**-decimal

    _compare(actual, desired, close, f"Arrays are not almost equal to {decimal} decimals", err_msg)


def assert_equal(actual, desired, err_msg="", verbose=True):
    if isinstance(actual, (str, dict)) or isinstance(desired, (str, dict)):
        if actual != desired:
            _fail("Items are not equal:", actual, desired, [], err_msg)
        return
    assert_array_equal(actual, desired, err_msg)


def __getattr__(name):
    from ._missing import missing

    raise missing("numpy.testing", name, __all__)
