"""What a run may use: time, output, imports. Each limit ends the run with an exception that `except Exception` lets pass."""

import builtins
import sys
import time

OUTPUT_LIMIT = 64 * 1024
FLUSH_SECONDS = 0.05
# Deeper than this the interpreter itself runs out of stack in a browser and dies, so programs may not ask for more.
DEEPEST_RECURSION = 1500
# The bridge to the page: an exercise computes, it does not reach the browser or the network.
BRIDGES = {"js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core", "micropip", "ctypes", "_ctypes"}
HARNESS_FILES = {"layerwise_limits", "layerwise_report", "layerwise_runner", "layerwise_loop"}


class TimeLimit(BaseException):
    """The program ran longer than a run may take."""


class OutputLimit(BaseException):
    """The program printed more than a run may print."""


def raise_time_limit(signum, frame):
    """Handler of SIGINT, which the worker raises after the deadline, again and again until the program ends.

    A signal that arrives while the harness itself is at work is ignored: it is about to end the run anyway.
    """
    if not LearnerCode.running or frame is not None and frame.f_globals.get("__name__") in HARNESS_FILES:
        return
    raise TimeLimit


class LearnerCode:
    """`with LearnerCode():` around the learner's program: only there may the time limit strike."""

    running = False

    def __enter__(self):
        LearnerCode.running = True

    def __exit__(self, *exc):
        LearnerCode.running = False
        return False


class Output:
    """Collects what is printed, sends it on in pieces and stops a program that prints without end."""

    encoding, errors, closed, newlines, line_buffering = "utf-8", "strict", False, None, True

    def __init__(self, emit):
        self._emit, self._parts, self._used, self._sent_at = emit, [], 0, time.monotonic() - FLUSH_SECONDS
        self.transcript, self.full = [], False

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self.full:
            raise OutputLimit
        room = OUTPUT_LIMIT - self._used
        self._used += len(text)
        piece = text[:room]
        self._parts.append(piece)
        self.transcript.append(piece)
        if len(text) > room:
            self.full = True
            self.flush()
            raise OutputLimit
        waited = time.monotonic() - self._sent_at
        if waited > 10 * FLUSH_SECONDS or waited > FLUSH_SECONDS and text.endswith("\n"):
            self.flush()
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        if self._parts:
            self._emit({"kind": "output", "text": "".join(self._parts)})
            self._parts = []
        self._sent_at = time.monotonic()

    def take(self):
        """What was printed since the last call."""
        text = "".join(self.transcript)
        self.transcript = []
        return text

    def isatty(self):
        return False

    def writable(self):
        return True

    def readable(self):
        return False

    seekable = readable

    def fileno(self):
        raise OSError("the output of an exercise has no file descriptor")


class BridgeGuard:
    """First on `sys.meta_path`: refuses the modules that lead out of Python."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name.partition(".")[0] in BRIDGES:
            raise ModuleNotFoundError(
                f"No module named {name!r}: exercises cannot reach the browser or the network", name=name
            )
        return None


class Isolation:
    """What a run may have changed is put back after it: builtins, sys settings, NumPy's names, the bridge modules."""

    def __enter__(self):
        self._builtins = dict(vars(builtins))
        self._recursion = sys.getrecursionlimit()
        self._streams = sys.stdout, sys.stderr, sys.stdin
        self._path, self._argv, self._meta = list(sys.path), list(sys.argv), list(sys.meta_path)
        self._numpy = {
            name: (module, dict(vars(module)))
            for name, module in sys.modules.items()
            if name.partition(".")[0] == "numpy"
        }
        self._hidden = {name: sys.modules.pop(name) for name in list(sys.modules) if name.partition(".")[0] in BRIDGES}
        sys.meta_path.insert(0, BridgeGuard)
        self._set_limit = set_limit = sys.setrecursionlimit
        sys.setrecursionlimit = lambda limit: set_limit(min(limit, DEEPEST_RECURSION))
        return self

    def __exit__(self, *exc):
        vars(builtins).update(self._builtins)
        for name in set(vars(builtins)) - set(self._builtins):
            delattr(builtins, name)
        sys.setrecursionlimit = self._set_limit
        sys.setrecursionlimit(self._recursion)
        sys.stdout, sys.stderr, sys.stdin = self._streams
        sys.path[:], sys.argv[:], sys.meta_path[:] = self._path, self._argv, self._meta
        for name, (module, names) in self._numpy.items():
            sys.modules[name] = module
            vars(module).update(names)
        sys.modules.update(self._hidden)
        return False
