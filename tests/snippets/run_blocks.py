"""Runs the Python of one lesson text in CPython. Reads a job from standard input, writes a report to the file it names.

All blocks marked `run` share one namespace, as a reader who types them one after another would have it; the others are
compiled. The numbers in the comments beside a `print` and at a block's end must be among those it prints.
Line numbers in tracebacks are those of the MDX file. No connection may leave this machine.
"""

import contextlib
import io
import json
import os
import re
import socket
import sys
import time
import tokenize
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


NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?")


def numbers(text):
    """As they are written, without the commas of thousands. A minus may be the typographic one."""
    return [found.rstrip(",").replace(",", "") for found in NUMBER.findall(text.replace("\u2212", "-"))]


def promised(code):
    """What the block says it prints: comments beside a `print` and the comment lines at its end."""
    tokens = list(tokenize.generate_tokens(io.StringIO(code).readline))
    silent = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.ENDMARKER, tokenize.INDENT, tokenize.DEDENT)
    last = max((token.end[0] for token in tokens if token.type not in silent), default=0)
    for token in tokens:
        if token.type == tokenize.COMMENT:
            before = token.line[: token.start[1]].strip()
            if before.startswith("print(") or not before and token.start[0] > last:
                yield token.start[0], token.string


def unkept(code, output):
    """The first number a comment promises and the run does not print, as (line within the block, message)."""
    printed = set(numbers(output))
    for line, comment in promised(code):
        # After a colon comes an explanation, except inside a printed dict.
        shown = comment if "{" in comment else re.split(": |：", comment)[0]
        for number in numbers(shown):
            if number not in printed:
                return line, f"the comment says {number}; printed was {output.strip()[-500:]!r}"
    return None


def run(job):
    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    report = []
    for block in job["blocks"]:
        start = time.perf_counter()
        output = io.StringIO()
        error = broken = None
        try:
            code = compile("\n" * block["line"] + block["code"], job["file"], "exec")
            if block["run"]:
                with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
                    exec(code, main.__dict__)
                broken = unkept(block["code"], output.getvalue())
        except BaseException as problem:  # SystemExit of a snippet is a failure too
            here = [frame for frame in traceback.extract_tb(problem.__traceback__) if frame.filename == job["file"]]
            line = here[-1].lineno if here else getattr(problem, "lineno", None) or block["line"]
            error = {"line": line, "message": f"{type(problem).__name__}: {problem}", "output": output.getvalue()[-2000:]}
        if broken:
            error = {"line": block["line"] + broken[0], "message": broken[1], "output": ""}
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
