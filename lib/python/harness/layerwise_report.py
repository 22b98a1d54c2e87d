"""Turns an exception into what the page shows: Python's own message, the learner's line, a trimmed traceback, a hint."""

import traceback

from layerwise_limits import OutputLimit, TimeLimit

HINTS = (
    (TimeLimit, "time"),
    (OutputLimit, "output"),
    (RecursionError, "recursion"),
    (MemoryError, "memory"),
    (SyntaxError, "syntax"),
    (ModuleNotFoundError, "module"),
    (ImportError, "import"),
    (AssertionError, "assertion"),
    (NameError, "name"),
    (EOFError, "input"),
    (SystemExit, "exit"),
    (KeyboardInterrupt, "exit"),
)
TRACEBACK_LIMIT = 8000


def hint_of(error):
    if isinstance(error, AttributeError) and "NumPy subset" in str(error):
        return "numpy"
    return next((hint for kind, hint in HINTS if isinstance(error, kind)), "other")


def describe(error, files):
    """A dict for the page. `files` are the names of the learner's files; frames of others are left out."""
    if isinstance(error, SyntaxError) and error.filename in files:
        place = {"file": error.filename, "line": error.lineno}
    else:
        place = _last_place(error, files)
    message = _text(error)
    if isinstance(error, AssertionError) and not message and place:
        message = _source_line(place)
    return {
        "type": type(error).__name__,
        "message": message[:4000],
        "hint": hint_of(error),
        "module": (error.name or "").partition(".")[0] if isinstance(error, ModuleNotFoundError) else None,
        "file": place["file"] if place else None,
        "line": place["line"] if place else None,
        "traceback": _trimmed(error, files),
    }


def _text(error):
    """A learner's exception class may fail to say what it is."""
    try:
        return str(error)
    except Exception:
        return ""


def _last_place(error, files):
    """The deepest of the learner's lines."""
    found = None
    for frame, line in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename in files:
            found = {"file": frame.f_code.co_filename, "line": line}
    return found


def _source_line(place):
    import linecache

    return linecache.getline(place["file"], place["line"]).strip()


def _trimmed(error, files):
    shown = traceback.TracebackException.from_exception(error, compact=True)
    seen, queue = set(), [shown]
    while queue:
        part = queue.pop()
        if part is None or id(part) in seen:
            continue
        seen.add(id(part))
        kept = [frame for frame in part.stack if frame.filename in files]
        part.stack = traceback.StackSummary.from_list(kept)
        queue += [part.__cause__, part.__context__]
    if isinstance(error, (TimeLimit, OutputLimit)):
        text = "".join(["Traceback (most recent call last):\n", *shown.stack.format()])
    else:
        text = "".join(shown.format())
    if len(text) > TRACEBACK_LIMIT:
        half = TRACEBACK_LIMIT // 2
        text = text[:half] + "\n  …\n" + text[-half:]
    return text.rstrip()
