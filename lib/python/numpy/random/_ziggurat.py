"""Standard normal numbers by the ziggurat of 256 layers, as in NumPy (Marsaglia & Tsang 2000, Doornik 2005).

The tables are computed on first use from the constant that defines the ziggurat, in 40-digit arithmetic.
NumPy ships them as literals with a few last digits rounded otherwise: the numbers agree to 14 significant digits.
"""

import math
from decimal import ROUND_FLOOR, Decimal, localcontext

_NORMAL_R = "3.6541528853610087963519472518"
_cache = {}


def _normal_tables():
    """ki (acceptance limits), wi (widths), fi (heights): layer i spans x in [0, wi·2^52)."""
    if "normal" in _cache:
        return _cache["normal"]
    with localcontext() as context:
        context.prec = 40
        scale, r = Decimal(2) ** 52, Decimal(_NORMAL_R)
        density = lambda x: (-x * x / 2).exp()  # noqa: E731
        v = _normal_area(r, density)
        ki, wi, fi = [0] * 256, [0.0] * 256, [0.0] * 256
        q = v / density(r)
        ki[0], wi[0], wi[255] = _whole(r / q * scale), float(q / scale), float(r / scale)
        fi[0], fi[255], x, above = 1.0, float(density(r)), r, r
        for i in range(254, 0, -1):
            x = (-2 * (v / x + density(x)).ln()).sqrt()
            ki[i + 1], above = _whole(x / above * scale), x
            fi[i], wi[i] = float(density(x)), float(x / scale)
    _cache["normal"] = ki, wi, fi
    return _cache["normal"]


def _normal_area(r, density):
    """Area of a layer: r·f(r) + the tail beyond r, by the continued fraction of the complementary error function."""
    fraction = Decimal(0)
    for k in range(400, 0, -1):
        fraction = k / (r + fraction)
    return r * density(r) + density(r) / (r + fraction)


def _whole(value):
    return int(value.to_integral_value(rounding=ROUND_FLOOR))


def standard_normal(bits):
    ki, wi, fi = _normal_tables()
    r = float(_NORMAL_R)
    while True:
        draw = bits.next64()
        layer = draw & 0xFF
        draw >>= 8
        negative, size = draw & 1, draw >> 1 & 0x000FFFFFFFFFFFFF
        x = size * wi[layer]
        if negative:
            x = -x
        if size < ki[layer]:
            return x
        if layer == 0:
            while True:
                tail = -math.log1p(-bits.next_double()) / r
                height = -math.log1p(-bits.next_double())
                if height + height > tail * tail:
                    return -(r + tail) if size >> 8 & 1 else r + tail
        elif (fi[layer - 1] - fi[layer]) * bits.next_double() + fi[layer] < math.exp(-0.5 * x * x):
            return x
