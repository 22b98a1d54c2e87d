"""Floating-point warnings: what NumPy says when it divides by zero, and `np.errstate` to silence it."""

import os
import sys
import warnings

_KINDS = {"divide": "divide", "over": "overflow", "under": "underflow", "invalid": "invalid"}
_state = {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}
_HERE = os.path.dirname(__file__)


def warn(message):
    """Reports a floating-point event by the current `errstate`. The first word of the message is the kind."""
    word = message.split()[0]
    kind = next(k for k, first in _KINDS.items() if first == word)
    mode = _state[kind]
    if mode == "raise":
        raise FloatingPointError(message)
    if mode == "warn":
        warnings.warn(message, RuntimeWarning, stacklevel=_caller_depth())


def _caller_depth():
    depth, frame = 1, sys._getframe(1)
    while frame.f_back and os.path.dirname(frame.f_code.co_filename).startswith(_HERE):
        depth, frame = depth + 1, frame.f_back
    return depth


class errstate:
    """Context manager: `with np.errstate(divide='ignore', invalid='raise'): …`."""

    def __init__(self, *, all=None, divide=None, over=None, under=None, invalid=None):
        given = {"divide": divide, "over": over, "under": under, "invalid": invalid}
        self._wanted = {k: v if v is not None else all for k, v in given.items()}
        for mode in self._wanted.values():
            if mode not in (None, "ignore", "warn", "raise"):
                raise ValueError(f"invalid error mode {mode!r}: this subset has 'ignore', 'warn' and 'raise'")

    def __enter__(self):
        self._before = dict(_state)
        _state.update({k: v for k, v in self._wanted.items() if v is not None})
        return self

    def __exit__(self, *exc):
        _state.update(self._before)


def seterr(**modes):
    before = dict(_state)
    _state.update({k: v for k, v in errstate(**modes)._wanted.items() if v is not None})
    return before


def geterr():
    return dict(_state)
