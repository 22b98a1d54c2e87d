"""Runs an exercise's tests in CPython with real NumPy: `run_exercise.py <program.py> <test_exercise.py>`.

Prints one JSON object: the tests by name with null or their failure, and the seconds taken without imports of NumPy.
"""

import importlib.util
import json
import sys
import time

import numpy  # noqa: F401  imported before the clock starts


def load(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def main(program, tests):
    sys.dont_write_bytecode = True
    start = time.perf_counter()
    load("exercise", program)
    module = load("test_exercise", tests)
    results = {}
    for name, test in list(vars(module).items()):
        if name.startswith("test_") and callable(test):
            try:
                test()
                results[name] = None
            except Exception as problem:
                results[name] = f"{type(problem).__name__}: {problem}"
    return {"tests": results, "seconds": time.perf_counter() - start}


if __name__ == "__main__":
    report = main(*sys.argv[1:3])
    print(json.dumps(report))
