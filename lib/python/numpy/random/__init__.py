"""`np.random`: `default_rng(seed)` and what it is made of. The legacy functions (`np.random.seed`, `randn`) are left out."""

from ._generator import Generator, default_rng
from ._pcg64 import PCG64
from ._seedsequence import SeedSequence

__all__ = ["PCG64", "Generator", "SeedSequence", "default_rng"]


def __getattr__(name):
    from .._missing import missing

    raise missing("numpy.random", name, __all__)
