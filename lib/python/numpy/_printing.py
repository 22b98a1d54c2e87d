"""`repr` and `str` of arrays, laid out as NumPy lays them out."""

import math
from contextlib import contextmanager

from ._dtypes import bool_dtype, float64_dtype

_options = {"precision": 8, "suppress": False, "linewidth": 75, "threshold": 1000, "edgeitems": 3}


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None):
    given = {"precision": precision, "threshold": threshold, "edgeitems": edgeitems, "linewidth": linewidth,
             "suppress": suppress}  # fmt: skip
    _options.update({k: v for k, v in given.items() if v is not None})


def get_printoptions():
    return dict(_options)


@contextmanager
def printoptions(**options):
    before = dict(_options)
    set_printoptions(**options)
    try:
        yield dict(_options)
    finally:
        _options.update(before)


def array_repr(a):
    dtype = (
        ""
        if a.size and a.dtype in (float64_dtype, bool_dtype) or a.size and a.dtype.kind == "i"
        else f", dtype={a.dtype}"
    )
    if a.size == 0:
        shape = "" if a.shape == (0,) else f", shape={a.shape}"
        return f"array([]{shape}{dtype})"
    shape = f", shape={a.shape}" if a.size > _options["threshold"] else ""
    return "array(" + array2string(a, ", ", "array(") + shape + dtype + ")"


def array_str(a):
    if a.ndim == 0:
        return str(a[()])
    return "[]" if a.size == 0 else array2string(a, " ", "")


def array2string(a, separator=" ", prefix=""):
    shown = a.size > _options["threshold"]
    edge = _options["edgeitems"]
    form = _formatter(a.dtype, _leading_trailing(a, edge)._flat() if shown else a._flat(), a.ndim == 0)
    width = _options["linewidth"] - (1 if prefix else 0)
    return _lay_out(a, form, " " * len(prefix), width, separator.rstrip() or separator, separator, edge if shown else 0)


def _leading_trailing(a, edge):
    """The corners that will be printed, so that the column width fits them and not the rest."""
    for axis, n in enumerate(a.shape):
        if n > 2 * edge:
            kept = [*range(edge), *range(n - edge, n)]
            a = a[(slice(None),) * axis + (kept,)]
    return a


def _formatter(dtype, values, scalar):
    if dtype is bool_dtype:
        return str if scalar else lambda v: str(v).rjust(5)
    if dtype is float64_dtype:
        return _float_formatter(values)
    width = max((len(str(v)) for v in values), default=0)
    return lambda v: str(v).rjust(width)


def _float_formatter(values):
    finite = [abs(v) for v in values if math.isfinite(v)]
    nonzero = [v for v in finite if v]
    high, low = max(nonzero, default=0.0), min(nonzero, default=0.0)
    scientific = bool(nonzero) and (high >= 1e8 or not _options["suppress"] and (low < 0.0001 or high / low > 1000.0))
    text = _scientific(finite) if scientific else _positional(finite)
    left = max((len(text(v).split(".")[0]) for v in values if math.isfinite(v)), default=1)
    right = max((len(text(v).split(".")[1]) for v in values if math.isfinite(v)), default=0)
    special = [len("nan") if v != v else len("-inf" if v < 0 else "inf") for v in values if not math.isfinite(v)]
    left = max([left, *(n - right - 1 for n in special)])

    def form(v):
        if not math.isfinite(v):
            return ("nan" if v != v else "inf" if v > 0 else "-inf").rjust(left + right + 1)
        whole, _, fraction = text(v).partition(".")
        return f"{whole.rjust(left)}.{fraction.ljust(right)}"

    return form


def _fixed(v):
    """Shortest digits that read back, cut at `precision` decimals; always with a point."""
    precision = _options["precision"]
    plain = format(v, "f") if v == int(v) and abs(v) < 1e16 else repr(v)
    if "e" in plain:
        from decimal import Decimal

        plain = format(Decimal(plain), "f")
    whole, _, fraction = plain.partition(".")
    if len(fraction.rstrip("0")) > precision:
        whole, _, fraction = format(v, f".{precision}f").partition(".")
    return f"{whole}.{fraction.rstrip('0')}"


def _positional(finite):
    return _fixed


def _scientific(finite):
    def parts(v):
        mantissa, _, exponent = format(v, f".{_options['precision']}e").partition("e")
        short = repr(float(v))
        digits = _significant(short)
        if len(digits) - 1 <= _options["precision"]:
            mantissa = ("-" if math.copysign(1.0, v) < 0 else "") + digits[0] + "." + digits[1:]
        whole, _, fraction = mantissa.partition(".")
        return whole, fraction.rstrip("0"), exponent

    longest = max((len(parts(v)[1]) for v in finite), default=0)
    digits = max((len(parts(v)[2]) for v in finite), default=3) - 1

    def text(v):
        whole, fraction, exponent = parts(v)
        return f"{whole}.{fraction.ljust(longest, '0')}e{exponent[0]}{exponent[1:].rjust(digits, '0')}"

    return text


def _significant(short):
    digits = short.lstrip("-").partition("e")[0].replace(".", "").lstrip("0").rstrip("0")
    return digits or "0"


def _lay_out(a, form, hanging, width, comma, separator, edge):
    """NumPy's recursive layout: rows wrap at the line width, one blank line for each further dimension."""
    ndim = a.ndim

    def extend(done, line, word, limit, indent):
        if len(line) + len(word) > limit and len(line) > len(indent):
            return done + line.rstrip() + "\n", indent + word
        return done, line + word

    def level(index, indent, limit):
        axis = len(index)
        left = ndim - axis
        if left == 0:
            return form(a[index].item())
        inner, limit_inner = indent + " ", limit - 1
        n = a.shape[axis]
        cut = edge and n > 2 * edge
        head, tail = (edge, edge) if cut else (0, n)
        if left == 1:
            done, line = "", indent
            room = limit - max(len(separator.rstrip()), 1)
            words = [level((*index, i), inner, limit_inner) for i in range(head)]
            for word in words:
                done, line = extend(done, line, word, room, indent)
                line += separator
            if cut:
                done, line = extend(done, line, "...", room, indent)
                line += separator
            for i in range(tail, 1, -1):
                done, line = extend(done, line, level((*index, n - i), inner, limit_inner), room, indent)
                line += separator
            done, line = extend(done, line, level((*index, n - 1), inner, limit_inner), limit - 1, indent)
            body = (done + line)[len(indent) :]
            return "[" + body + "]"
        gap = separator.rstrip() + "\n" * (left - 1)
        parts = [inner_text(index, i, inner, limit_inner) for i in range(head)]
        if cut:
            parts.append("...")
        parts += [inner_text(index, n - i, inner, limit_inner) for i in range(tail, 0, -1)]
        return "[" + (gap + indent).join(parts) + "]"

    def inner_text(index, i, indent, limit):
        return level((*index, i), indent, limit)

    return level((), hanging + " ", width)
