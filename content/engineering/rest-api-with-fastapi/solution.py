"""Reference solution. / 参考答案。"""


def type_error(name, value):
    """One entry of `detail`, as FastAPI 0.142 and Pydantic 2.13 write it."""
    msg = "Input should be a valid string"
    return {"type": "string_type", "loc": ["body", name], "msg": msg, "input": value}


def plural(n):
    return f"{n} character" if n == 1 else f"{n} characters"


def check_string(name, value, low, high):
    """None when value is a string of low to high characters, else one entry of `detail`."""
    if not isinstance(value, str):
        return type_error(name, value)
    size = len(value)
    if size < low:
        msg = f"String should have at least {plural(low)}"
        error = {"type": "string_too_short", "loc": ["body", name], "msg": msg, "input": value}
        return {**error, "ctx": {"min_length": low}}
    if size > high:
        msg = f"String should have at most {plural(high)}"
        error = {"type": "string_too_long", "loc": ["body", name], "msg": msg, "input": value}
        return {**error, "ctx": {"max_length": high}}
    return None


def validate(body, fields):
    """body: a dict; fields: {name: (low, high, default)}; default None means required."""
    values, detail = {}, []
    for name, (low, high, default) in fields.items():
        if name not in body:
            if default is None:
                error = {"type": "missing", "loc": ["body", name], "msg": "Field required", "input": body}
                detail.append(error)
            values[name] = default
            continue
        error = check_string(name, body[name], low, high)
        if error:
            detail.append(error)
        values[name] = body[name]
    return (422, {"detail": detail}) if detail else (200, values)


def serve(arrivals, service, working, waiting, patience, limit):
    """Returns a list of (status, time of the answer), one for each arrival."""
    free = [0.0] * working  # when each slot becomes free
    leaves = []  # when each request that had to wait leaves the line
    answers = []
    for t in arrivals:
        slot = free.index(min(free))
        start = max(t, free[slot])
        if start > t:
            if sum(leave > t for leave in leaves) >= waiting:
                answers.append((503, t))
                continue
            leaves.append(min(start, t + patience))
            if start > t + patience:
                answers.append((503, t + patience))
                continue
        free[slot] = start + service
        answers.append((200, start + service) if service <= limit else (504, start + limit))
    return answers
