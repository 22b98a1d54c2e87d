"""`default_rng(seed)`: the part of `Generator` the lessons use, with the same numbers as NumPy for the same seed."""

import math

from .. import _search
from .._create import arange, asarray
from .._dtypes import (
    INT64_MAX,
    INT64_MIN,
    bool_dtype,
    float64_dtype,
    int64_dtype,
    resolve,
)
from .._ndarray import ndarray
from .._reduce import cumsum
from .._strides import broadcast_shapes, shape_tuple, size_of
from ._pcg64 import PCG64
from ._ziggurat import standard_normal


class Generator:
    """Random numbers from a bit generator. Make one with `np.random.default_rng(seed)`."""

    def __init__(self, bit_generator):
        self.bit_generator = bit_generator

    def __repr__(self):
        return "Generator(PCG64)"

    def _draw(self, size, draw):
        if size is None:
            return draw()
        shape = shape_tuple(size)
        return ndarray._own([draw() for _ in range(size_of(shape))], shape, float64_dtype)

    def random(self, size=None):
        """Uniform in [0, 1)."""
        return self._draw(size, self.bit_generator.next_double)

    def uniform(self, low=0.0, high=1.0, size=None):
        if size is None:
            size = broadcast_shapes(asarray(low).shape, asarray(high).shape) or None
        if size is None:
            return float(low) + (float(high) - float(low)) * self.random()
        return low + (asarray(high) - asarray(low)) * self.random(size)

    def standard_normal(self, size=None):
        bits = self.bit_generator
        return self._draw(size, lambda: standard_normal(bits))

    def normal(self, loc=0.0, scale=1.0, size=None):
        if (asarray(scale) < 0).any():
            raise ValueError("scale < 0")
        if size is None:
            size = broadcast_shapes(asarray(loc).shape, asarray(scale).shape) or None
        return loc + scale * self.standard_normal(size)

    def integers(self, low, high=None, size=None, dtype=None, endpoint=False):
        """Uniform integers from `low` up to and not including `high` (including it where `endpoint`)."""
        low, high = (0, low) if high is None else (low, high)
        kind = int64_dtype if dtype is None else resolve(dtype)
        if kind not in (int64_dtype, bool_dtype):
            raise TypeError(f"Unsupported dtype {kind!r} for integers")
        low, high = asarray(low), asarray(high)
        last = high if endpoint else high - 1
        if low.ndim or high.ndim:
            return self._integers_each(low, last, size)
        first, last = int(low), int(last)
        if first > last:
            raise ValueError("low > high" if endpoint else "low >= high" if low.item() != 0 else "high <= 0")
        if first < INT64_MIN or last > INT64_MAX:
            raise ValueError(
                "low is out of bounds for int64" if first < INT64_MIN else "high is out of bounds for int64"
            )
        if kind is bool_dtype:
            raise TypeError("this NumPy subset draws int64 only: compare with `== 1` for booleans")
        bounded, span = self.bit_generator.bounded, last - first
        if size is None:
            return int64_dtype.type(first + bounded(span))
        shape = shape_tuple(size)
        return ndarray._own([first + bounded(span) for _ in range(size_of(shape))], shape, int64_dtype)

    def _integers_each(self, low, last, size):
        from .._create import broadcast_to

        shape = broadcast_shapes(low.shape, asarray(last).shape) if size is None else shape_tuple(size)
        pairs = list(zip(broadcast_to(low, shape)._flat(), broadcast_to(asarray(last), shape)._flat()))
        if any(a > b for a, b in pairs):
            raise ValueError("low >= high")
        return ndarray._own([a + self.bit_generator.bounded(b - a) for a, b in pairs], shape, int64_dtype)

    def _interval(self, last):
        """Uniform on 0 … last by masking and rejecting: `shuffle` and `permutation` draw like this, the rest by Lemire."""
        if last == 0:
            return 0
        mask = (1 << last.bit_length()) - 1
        draw = self.bit_generator.next32 if last <= 0xFFFFFFFF else self.bit_generator.next64
        while (value := draw() & mask) > last:
            pass
        return value

    @staticmethod
    def _shuffle_list(items, draw, first=1):
        for i in range(len(items) - 1, first - 1, -1):
            j = draw(i)
            items[i], items[j] = items[j], items[i]
        return items

    def shuffle(self, x, axis=0):
        """In place, along the first axis."""
        if isinstance(x, list):
            self._shuffle_list(x, self._interval)
            return
        if not isinstance(x, ndarray):
            raise TypeError(f"'{type(x).__name__}' object does not support item assignment")
        if x.ndim == 0:
            raise TypeError("cannot shuffle a 0-dimensional array")
        order = asarray(self._shuffle_list(list(range(x.shape[axis])), self._interval), int)
        x[...] = _search.take(x, order, axis)

    def permutation(self, x, axis=0):
        if hasattr(x, "__index__") and not isinstance(x, ndarray):
            x = arange(x)
        x = asarray(x)
        order = asarray(self._shuffle_list(list(range(x.shape[axis])), self._interval), int)
        return _search.take(x, order, axis)

    def choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True):
        source = None if hasattr(a, "__index__") and not isinstance(a, ndarray) else asarray(a)
        population = int(a) if source is None else source.shape[axis]
        shape = () if size is None else shape_tuple(size)
        count = size_of(shape)
        if population <= 0 and count:
            raise ValueError(
                "a must be a positive integer unless no samples are taken"
                if source is None
                else "a cannot be empty unless no samples are taken"
            )
        if p is not None:
            p = self._checked_probabilities(p, population)
        if not replace and count > population:
            raise ValueError("Cannot take a larger sample than population when replace is False")
        if replace:
            found = self._with_replacement(population, count, p, size is None)
        elif p is not None:
            found = self._weighted_without(population, count, p)
        else:
            found = self._without(population, count, shuffle)
        order = asarray(found, int).reshape(shape)
        if source is None:
            return int(order) if size is None else order
        taken = _search.take(source, order, axis)
        return taken[()] if size is None and not taken.ndim else taken

    @staticmethod
    def _checked_probabilities(p, population):
        p = asarray(p).astype(float64_dtype)
        if p.ndim != 1:
            raise ValueError("p must be 1-dimensional")
        if p.size != population:
            raise ValueError("a and p must have same size")
        values = p.tolist()
        if any(v != v for v in values):
            raise ValueError("Probabilities contain NaN")
        if any(v < 0 for v in values):
            raise ValueError("Probabilities are not non-negative")
        if abs(math.fsum(values) - 1) > 1.5e-8:
            raise ValueError("Probabilities do not sum to 1. See Notes section of docstring for more information.")
        return values

    def _with_replacement(self, population, count, p, single):
        if p is None:
            return [self.bit_generator.bounded(population - 1) for _ in range(count)]
        steps = cumsum(asarray(p))
        steps = steps / steps[-1]
        draws = [self.bit_generator.next_double() for _ in range(count)]
        return _search.searchsorted(steps, asarray(draws, float), side="right").tolist()

    def _weighted_without(self, population, count, p):
        if sum(v > 0 for v in p) < count:
            raise ValueError("Fewer non-zero entries in p than size")
        p, found = list(p), []
        while len(found) < count:
            draws = [self.bit_generator.next_double() for _ in range(count - len(found))]
            for i in found:
                p[i] = 0.0
            steps = cumsum(asarray(p, float))
            new = _search.searchsorted(steps / steps[-1], asarray(draws, float), side="right").tolist()
            found += dict.fromkeys(new)
        return found

    def _without(self, population, count, shuffle):
        """A tail shuffle for large samples of large populations, Floyd's algorithm otherwise, as NumPy decides."""
        bounded = self.bit_generator.bounded
        if population > 10000 and count > population // (50 if shuffle else 20):
            whole = self._shuffle_list(list(range(population)), bounded, max(population - count, 1))
            return whole[population - count :]
        seen, found = set(), []
        for j in range(population - count, population):
            value = bounded(j)
            value = j if value in seen else value
            seen.add(value)
            found.append(value)
        return self._shuffle_list(found, bounded) if shuffle else found

    def spawn(self, n_children):
        return [Generator(PCG64(s)) for s in self.bit_generator.seed_seq.spawn(n_children)]


def default_rng(seed=None):
    """A `Generator` from a seed (an int, a sequence of ints, a SeedSequence), or from fresh entropy."""
    if isinstance(seed, Generator):
        return seed
    return Generator(seed if isinstance(seed, PCG64) else PCG64(seed))
