"""Runs the Python of one lesson text in CPython. Reads a job from standard input, writes a report to the file it names.

All blocks marked `run` share one namespace, as a reader who types them one after another would have it; the others are
compiled. Line numbers in tracebacks are those of the MDX file. No connection may leave this machine.
"""

import contextlib
import io
import json
import os
import socket
import sys
import time
import traceback
import types


def stay_on_this_machine():
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["HF_DATASETS_OFFLINE"] = "1"
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def check(sock, address):
        if sock.family == socket.AF_UNIX:
            return
        host = address[0]
        if host not in ("127.0.0.1", "::1", "localhost"):
            raise OSError(f"a snippet tried to reach {host}")

    def guarded(original):
        def call(sock, address):
            check(sock, address)
            return original(sock, address)

        return call

    socket.socket.connect = guarded(connect)
    socket.socket.connect_ex = guarded(connect_ex)


def run(job):
    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    report = []
    for block in job["blocks"]:
        start = time.perf_counter()
        output = io.StringIO()
        error = None
        try:
            code = compile("\n" * block["line"] + block["code"], job["file"], "exec")
            if block["run"]:
                with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
                    exec(code, main.__dict__)
        except BaseException as problem:  # SystemExit of a snippet is a failure too
            here = [frame for frame in traceback.extract_tb(problem.__traceback__) if frame.filename == job["file"]]
            line = here[-1].lineno if here else getattr(problem, "lineno", None) or block["line"]
            error = {"line": line, "message": f"{type(problem).__name__}: {problem}", "output": output.getvalue()[-2000:]}
        report.append({"line": block["line"], "run": block["run"], "seconds": time.perf_counter() - start, "error": error})
        if error and block["run"]:
            break  # what follows builds on this block
    return report


if __name__ == "__main__":
    stay_on_this_machine()
    job = json.load(sys.stdin)
    result = run(job)
    with open(job["report"], "w", encoding="utf-8") as file:
        json.dump(result, file)
    sys.stdout.flush()
    os._exit(0)  # a server thread left behind by a snippet must not keep the process
