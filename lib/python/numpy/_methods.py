"""Attaches to `ndarray` the methods that are functions of the module as well."""

from . import _join, _manipulate, _numeric, _products, _reduce, _search
from ._ndarray import ndarray

_SAME = {
    _reduce: "sum_ prod mean var std max_ min_ any_ all_ argmax argmin cumsum cumprod",
    _join: "repeat",
    _manipulate: "squeeze diagonal trace",
    _search: "nonzero argsort searchsorted take",
    _numeric: "clip round_",
    _products: "dot",
}


def _method(function):
    def method(self, *args, **kwargs):
        return function(self, *args, **kwargs)

    method.__name__, method.__doc__ = function.__name__, function.__doc__
    return method


def _sort(self, axis=-1, kind=None, stable=None):
    self[...] = _search.sort(self, axis)


for _module, _names in _SAME.items():
    for _name in _names.split():
        setattr(ndarray, _name.rstrip("_"), _method(getattr(_module, _name)))
ndarray.sort = _sort


def _missing_attribute(self, name):
    names = [n for n in dir(ndarray) if not n.startswith("_")]
    from ._missing import DOC_PAGE

    raise AttributeError(
        f"'numpy.ndarray' object has no attribute {name!r} in this page's NumPy subset. Details: {DOC_PAGE}. "
        f"It has: {', '.join(names)}",
        name=name,
    )


ndarray.__getattr__ = _missing_attribute
