"""Runs every case in CPython with real NumPy and records the outcomes in tests/fixtures/numpy.

python3 -m venv .venv && .venv/bin/pip install numpy==2.4.6 && .venv/bin/python tests/python/record_numpy.py
"""

import json
import pathlib
import platform
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE / "numpy_cases"))

import cases  # noqa: E402
import numpy as np  # noqa: E402
import outcome  # noqa: E402

if hasattr(np, "_methods"):
    sys.exit("this is the subset, not NumPy: run outside lib/python")

target = HERE.parent / "fixtures" / "numpy"
target.mkdir(parents=True, exist_ok=True)
total = 0
for name, expressions in cases.groups().items():
    recorded, left_out = {}, []
    for case in expressions:
        try:
            recorded[case] = outcome.run(case)
        except outcome.OtherDtype:
            left_out.append(case)
    total += len(recorded)
    head = {"python": platform.python_version(), "numpy": np.__version__, "group": name, "otherDtype": left_out}
    lines = ",\n".join(
        f"  {json.dumps(case)}: {json.dumps(result, separators=(',', ':'))}" for case, result in recorded.items()
    )
    text = json.dumps(head, indent=1)[:-2] + ',\n "cases": {\n' + lines + "\n }\n}\n"
    (target / f"{name}.json").write_text(text)
    print(f"{name}: {len(recorded)} cases, {len(left_out)} left out")
print(f"{total} cases")
