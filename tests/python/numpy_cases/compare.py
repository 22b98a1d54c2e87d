"""Runs the recorded cases of a group against the NumPy that is imported and lists the differences."""

import json

import cases
import outcome


def compare(text):
    """JSON of a fixture in, JSON `{count, missing, failures}` out."""
    fixture = json.loads(text)
    group, recorded = fixture["group"], fixture["cases"]
    tolerance = cases.TOLERANCES.get(group, 1e-12)
    failures = []
    for case, expected in recorded.items():
        try:
            actual = outcome.run(case)
        except outcome.OtherDtype as other:
            actual = {"t": "other dtype", "message": str(other)}
        found = outcome.differences(
            expected, actual, tolerance, group in cases.EXACT_MESSAGES, group in cases.EXACT_WARNINGS
        )
        if found:
            failures.append(f"{case}  →  {found}")
    known = set(recorded) | set(fixture["otherDtype"])
    missing = [case for case in cases.groups()[group] if case not in known]
    return json.dumps({"count": len(recorded), "missing": missing, "failures": failures})
