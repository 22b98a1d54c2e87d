"""PCG64 (XSL-RR 128/64): NumPy's default bit generator, bit for bit."""

from ._seedsequence import SeedSequence

_MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645
_MASK64, _MASK128 = 2**64 - 1, 2**128 - 1


class PCG64:
    def __init__(self, seed=None):
        self.seed_seq = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)
        a, b, c, d = self.seed_seq.generate_state(4, wide=True)
        self._increment = ((c << 64 | d) << 1 | 1) & _MASK128
        self._state = ((self._increment + (a << 64 | b)) * _MULTIPLIER + self._increment) & _MASK128
        self._half = None

    def next64(self):
        state = self._state = (self._state * _MULTIPLIER + self._increment) & _MASK128
        value, turn = (state >> 64 ^ state) & _MASK64, state >> 122
        return (value >> turn | value << (64 - turn)) & _MASK64 if turn else value

    def next32(self):
        """Half of a 64-bit draw; the other half waits for the next call."""
        if self._half is not None:
            value, self._half = self._half, None
            return value
        value = self.next64()
        self._half = value >> 32
        return value & 0xFFFFFFFF

    def next_double(self):
        return (self.next64() >> 11) * 1.1102230246251565e-16

    def bounded(self, span):
        """Uniform on 0 … span inclusive, by Lemire's multiplication with rejection."""
        if span == 0:
            return 0
        if span < 0xFFFFFFFF:
            draw, bits = self.next32, 32
        elif span == 0xFFFFFFFF:
            return self.next32()
        elif span == _MASK64:
            return self.next64()
        else:
            draw, bits = self.next64, 64
        count, mask = span + 1, 2**bits - 1
        product = draw() * count
        if product & mask < count:
            threshold = (mask - span) % count
            while product & mask < threshold:
                product = draw() * count
        return product >> bits

    @property
    def state(self):
        return {
            "bit_generator": "PCG64",
            "state": {"state": self._state, "inc": self._increment},
            "has_uint32": int(self._half is not None),
            "uinteger": self._half or 0,
        }

    @state.setter
    def state(self, value):
        self._state, self._increment = value["state"]["state"], value["state"]["inc"]
        self._half = value["uinteger"] if value["has_uint32"] else None
