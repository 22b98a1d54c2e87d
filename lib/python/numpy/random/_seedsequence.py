"""`SeedSequence`: turns any integers into well-mixed seeds. O'Neill's seed_seq_fe128 as NumPy uses it."""

import secrets

_MASK = 0xFFFFFFFF
_INIT_A, _MULT_A, _INIT_B, _MULT_B = 0x43B0D7E5, 0x931E8875, 0x8B51F9DD, 0x58F38DED
_MIX_L, _MIX_R, _POOL = 0xCA01F9DD, 0x4973F715, 4


def _words(entropy):
    if isinstance(entropy, (list, tuple)) or getattr(entropy, "ndim", 0):
        return [w for item in entropy for w in _words(item)]
    value = entropy.__index__()
    if value < 0:
        raise ValueError("expected non-negative integer")
    found = []
    while value or not found:
        found.append(value & _MASK)
        value >>= 32
    return found


class SeedSequence:
    def __init__(self, entropy=None, *, spawn_key=()):
        self.entropy = secrets.randbits(128) if entropy is None else entropy
        self.spawn_key = tuple(spawn_key)
        self.n_children_spawned = 0
        words = _words(self.entropy)
        key = [w for item in self.spawn_key for w in _words(item)]
        if key:
            words += [0] * (_POOL - len(words))
        self.pool = _mixed(words + key)

    def generate_state(self, n_words, wide=False):
        """`n_words` seeds of 32 bits, or of 64 where `wide`."""
        state, factor, count = [], _INIT_B, n_words * (2 if wide else 1)
        for i in range(count):
            value = self.pool[i % _POOL] ^ factor
            factor = factor * _MULT_B & _MASK
            value = value * factor & _MASK
            state.append(value ^ value >> 16)
        return [state[i] | state[i + 1] << 32 for i in range(0, count, 2)] if wide else state

    def spawn(self, n_children):
        first = self.n_children_spawned
        self.n_children_spawned += n_children
        return [SeedSequence(self.entropy, spawn_key=(*self.spawn_key, first + i)) for i in range(n_children)]


def _mixed(words):
    factor = _INIT_A

    def hashed(value):
        nonlocal factor
        value = (value ^ factor) & _MASK
        factor = factor * _MULT_A & _MASK
        value = value * factor & _MASK
        return value ^ value >> 16

    def mix(x, y):
        value = (x * _MIX_L - y * _MIX_R) & _MASK
        return value ^ value >> 16

    pool = [hashed(words[i] if i < len(words) else 0) for i in range(_POOL)]
    for source in range(_POOL):
        for target in range(_POOL):
            if source != target:
                pool[target] = mix(pool[target], hashed(pool[source]))
    for word in words[_POOL:]:
        for target in range(_POOL):
            pool[target] = mix(pool[target], hashed(word))
    return pool
