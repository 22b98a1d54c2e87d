"""Runs one case against whichever NumPy is imported and writes down what came of it, in JSON.

A case is a few statements, the last one an expression. Its outcome: the value with its type, dtype and shape; or the
first built-in exception class and the message; and the texts of the warnings.
"""

import ast
import builtins
import math
import warnings

import numpy as np

PRELUDE = """
import math
fv = np.array([0.5, -1.25, 2.0, 3.75])
fm = np.arange(12).reshape(3, 4) * 0.37 - 1.9
ft = (np.arange(24).reshape(2, 3, 4) * 7 % 11) * 0.5 - 2.25
fp = np.linspace(0.1, 2.5, 12).reshape(3, 4)
iv = np.array([3, -1, 4, 1])
im = np.arange(12).reshape(3, 4) * 5 % 7 - 2
it = np.arange(24).reshape(2, 3, 4) * 7 % 13 - 4
bv = np.array([True, False, False, True])
bm = np.arange(12).reshape(3, 4) % 3 == 0
bt = np.arange(24).reshape(2, 3, 4) % 5 < 2
f0, i0, b0 = np.array(1.5), np.array(-2), np.array(True)
fe, fe2 = np.zeros(0), np.zeros((0, 3))
odd = np.array([np.nan, np.inf, -np.inf, 0.0, -0.0, 1.0])
col, row = np.array([[1.0], [2.0], [3.0]]), np.array([[10, 20, 30, 40]])
"""
PRELUDE_CODE = compile(PRELUDE, "prelude", "exec")
DTYPES = {"float64", "int64", "bool"}


class OtherDtype(Exception):
    """Real NumPy answered in a dtype outside the subset (int8, float16 from bool operands)."""


def run(case):
    space = {"np": np}
    exec(PRELUDE_CODE, space)
    tree = ast.parse(case)
    *body, last = tree.body
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            exec(compile(ast.Module(body, []), "case", "exec"), space)
            value = encode(eval(compile(ast.Expression(last.value), "case", "eval"), space))
        except OtherDtype:
            raise
        except Exception as error:
            kind = next(
                c.__name__ for c in type(error).__mro__ if c.__module__ == "builtins" and hasattr(builtins, c.__name__)
            )
            value = {"t": "error", "type": kind, "message": str(error)}
    texts = sorted({str(w.message) for w in caught if issubclass(w.category, RuntimeWarning)})
    return {**value, "w": texts} if texts else value


def encode(value):
    if isinstance(value, np.ndarray):
        name = str(value.dtype)
        if name not in DTYPES:
            raise OtherDtype(name)
        return {
            "t": "array",
            "dtype": name,
            "shape": list(value.shape),
            "v": [plain(v) for v in value.ravel().tolist()],
        }
    if isinstance(value, np.generic):
        name = str(value.dtype)
        if name not in DTYPES:
            raise OtherDtype(name)
        return {"t": "scalar", "dtype": name, "v": plain(value.item())}
    if isinstance(value, (list, tuple)):
        return {"t": type(value).__name__ if type(value) in (list, tuple) else "tuple", "v": [encode(v) for v in value]}
    if value is None or isinstance(value, (bool, int, float, str)):
        return {"t": type(value).__name__, "v": plain(value)}
    if isinstance(value, np.dtype):
        return {"t": "dtype", "v": str(value)}
    raise TypeError(f"a case must not end in {type(value).__name__}")


def plain(value):
    """JSON has no NaN and no infinity, and loses the sign of zero in some readers."""
    if isinstance(value, float) and (not math.isfinite(value) or value == 0):
        return repr(value)
    return value


def differences(expected, actual, tolerance, exact_messages, check_warnings):
    """The first difference as a sentence, or None."""
    if expected["t"] != actual["t"]:
        return f"kind {expected['t']} became {actual['t']}: {actual.get('message', actual.get('v'))!r}"
    if check_warnings and expected.get("w", []) != actual.get("w", []):
        return f"warnings {expected.get('w')} became {actual.get('w')}"
    if expected["t"] == "error":
        if expected["type"] != actual["type"]:
            return f"{expected['type']} became {actual['type']}: {actual['message']}"
        if exact_messages and expected["message"] != actual["message"]:
            return f"message {expected['message']!r} became {actual['message']!r}"
        return None
    for key in ("dtype", "shape"):
        if expected.get(key) != actual.get(key):
            return f"{key} {expected.get(key)} became {actual.get(key)}"
    if expected["t"] in ("list", "tuple"):
        if len(expected["v"]) != len(actual["v"]):
            return f"length {len(expected['v'])} became {len(actual['v'])}"
        for one, two in zip(expected["v"], actual["v"]):
            found = differences(one, two, tolerance, exact_messages, check_warnings)
            if found:
                return found
        return None
    pairs = zip(expected["v"], actual["v"]) if expected["t"] == "array" else [(expected["v"], actual["v"])]
    for place, (one, two) in enumerate(pairs):
        if not same(one, two, tolerance):
            return f"element {place}: {one!r} became {two!r}"
    return None


def same(one, two, tolerance):
    if one == two and type(one) is type(two):
        return True
    floats = [float(x) if isinstance(x, str) and x in ("nan", "inf", "-inf", "0.0", "-0.0") else x for x in (one, two)]
    if not all(isinstance(x, float) for x in floats):
        return False
    a, b = floats
    if not (math.isfinite(a) and math.isfinite(b)):
        return repr(a) == repr(b)
    if a == b == 0:
        return True
    return abs(a - b) <= tolerance * max(1.0, abs(a), abs(b))
