"""Runs an exercise in the page: the program itself, or its tests one after the other, within limits.

`emit(event)` is called with a dict for every piece of output and every finished test, so that the page knows what had
happened when a run must be killed from outside.
"""

import ast
import gc
import inspect
import io
import json
import linecache
import signal
import sys
import time
import types

import layerwise_loop
from layerwise_limits import (
    Isolation,
    LearnerCode,
    Output,
    OutputLimit,
    TimeLimit,
    raise_time_limit,
)
from layerwise_report import describe

EXERCISE, TESTS = "exercise.py", "test_exercise.py"


def run_json(request, emit_json):
    """The entry for the worker: JSON in, JSON out; `emit_json` takes JSON too."""
    wanted = json.loads(request)
    return json.dumps(run(wanted["files"], wanted["mode"], lambda event: emit_json(json.dumps(event))))


def run(files, mode, emit):
    started = time.perf_counter()
    output = Output(emit)
    signal.signal(signal.SIGINT, raise_time_limit)
    _prepare(files)
    with Isolation():
        sys.stdout = sys.stderr = output
        sys.stdin = io.StringIO("")
        sys.argv[:] = [EXERCISE]
        try:
            if mode == "test":
                tests, problem = _run_tests(files, output, emit)
            else:
                tests, problem = [], _attempt(lambda: _load("__main__", EXERCISE, files[EXERCISE]), files)
        finally:
            _finish(output)
    return {"tests": tests, "problem": problem, "ms": round((time.perf_counter() - started) * 1000, 1)}


def _prepare(files):
    """Everything that may be imported on the learner's behalf before their limits apply."""
    for name, source in files.items():
        linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    text = "\n".join(files.values())
    if "numpy" in text:
        import numpy  # noqa: F401
    if "asyncio" in text:
        layerwise_loop.install()


def _finish(output):
    for name in ("exercise", "test_exercise"):
        sys.modules.pop(name, None)
    output.full = False
    output.flush()
    gc.collect()


def _load(name, filename, source):
    module = types.ModuleType(name)
    module.__file__ = filename
    code = compile(source, filename, "exec", dont_inherit=True)
    before = sys.modules.get(name)
    sys.modules[name] = module
    try:
        exec(code, vars(module))
    finally:
        if name == "__main__":
            sys.modules[name] = before
    return module


def _attempt(action, files):
    """Runs `action`; None, or the description of what it raised."""
    try:
        with LearnerCode():
            action()
    except SystemExit as stop:
        return None if stop.code in (None, 0) else describe(stop, files)
    except BaseException as error:
        return describe(error, files)
    return None


def _names(source):
    """Names and purposes of the tests without running anything, in the order of the file."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return []
    found = [n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")]
    return [(n.name, _first_line(ast.get_docstring(n))) for n in found]


def _first_line(doc):
    return (doc or "").strip().partition("\n")[0]


def _run_tests(files, output, emit):
    names = _names(files[TESTS])
    emit({"kind": "tests", "names": [{"name": n, "doc": d} for n, d in names]})
    loaded = {}

    def load():
        _load("exercise", EXERCISE, files[EXERCISE])
        loaded["tests"] = _load("test_exercise", TESTS, files[TESTS])

    problem = _attempt(load, files)
    if problem is None and "tests" not in loaded:
        problem = describe(SystemExit("the program ended itself while it was imported"), files)
    if problem is not None:
        return [_skipped(n, d) for n, d in names], problem
    output.take()
    results = []
    for name, doc in names:
        emit({"kind": "start", "name": name})
        result, stop = _run_one(loaded["tests"], name, doc, files, output)
        results.append(result)
        emit({"kind": "test", "result": result})
        if stop:
            results += [_skipped(n, d) for n, d in names[len(results) :]]
            break
    return results, None


def _skipped(name, doc):
    return {"name": name, "doc": doc, "outcome": "skipped", "problem": None, "output": "", "ms": 0}


def _run_one(module, name, doc, files, output):
    test, started = getattr(module, name, None), time.perf_counter()
    stop = False
    try:
        needed = [p for p in inspect.signature(test).parameters.values() if p.default is p.empty]
        if needed:
            raise TypeError(
                f"{name}() takes arguments ({', '.join(p.name for p in needed)}): tests here are plain functions"
            )
        with LearnerCode():
            test()
        problem = None
    except BaseException as error:
        problem = describe(error, files)
        stop = isinstance(error, (TimeLimit, OutputLimit))
    ms = round((time.perf_counter() - started) * 1000, 1)
    outcome = "pass" if problem is None else "fail"
    output.flush() if not output.full else None
    return {"name": name, "doc": doc, "outcome": outcome, "problem": problem, "output": output.take(), "ms": ms}, stop
