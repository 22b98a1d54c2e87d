"""Runs inside Pyodide at build time: compiles a zip of sources into a zip of .pyc, so that nobody compiles at each start.

The zip is stored, not deflated: it is gzipped as a whole for the way, which packs better, and imports faster.
"""

import importlib.util
import io
import marshal
import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)


def compile_zip(source_bytes, mount, wanted, optimize):
    """`wanted(name)` says which files stay; `mount` is the path the zip will have, for tracebacks."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bytes(source_bytes))) as source, zipfile.ZipFile(out, "w") as target:
        for name in sorted(source.namelist()):
            if name.endswith("/") or not wanted(name):
                continue
            data = source.read(name)
            if name.endswith(".py"):
                name, data = name + "c", compile_module(data, f"{mount}/{name}", optimize)
            target.writestr(zipfile.ZipInfo(name, EPOCH), data)
    return out.getvalue()


def compile_files(files, mount):
    """The same for sources given as a dict; docstrings stay, as they are documentation for the learner."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name in sorted(files):
            data = compile_module(files[name].encode(), f"{mount}/{name}", 0)
            target.writestr(zipfile.ZipInfo(name + "c", EPOCH), data)
    return out.getvalue()


def compile_module(source, path, optimize):
    """A .pyc that is never checked against its source: magic, flags (unchecked hash), eight bytes of hash, code."""
    code = compile(source, path, "exec", dont_inherit=True, optimize=optimize)
    header = importlib.util.MAGIC_NUMBER + (0b01).to_bytes(4, "little") + importlib.util.source_hash(source)
    return header + marshal.dumps(code)
