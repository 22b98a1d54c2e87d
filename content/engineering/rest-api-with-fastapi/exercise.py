"""The contract and the line of a model service, without a server.

1. type_error is complete: the shape of one entry of FastAPI's 422.
2. check_string: repair the line marked TODO and add the missing limit.
3. validate: write it. Report every wrong field, in the order of `fields`; ignore unknown keys.
4. serve: write it. First come, first served; times ascend, and equal times keep their order.
   - At most `working` compute at once, each for `service` s; a slot is busy until its work ends.
   - If no slot is free, at most `waiting` may wait; one more is answered 503 at once.
   - Who cannot start within `patience` s is answered 503 at that moment and leaves;
     a start just in time counts as started.
   - Work longer than `limit` s is answered 504 at start + limit, but its slot stays busy.
   A slot or place given up at time t is free for who arrives at t.

模型服务的契约与排队，不需要真的服务器。
1. type_error 已写好：FastAPI 的 422 里一条错误长这样。
2. check_string：改好 TODO 那一行，再补上缺少的上限检查。
3. validate：自己写。按 fields 的顺序报告所有错误字段，忽略多余的键。
4. serve：自己写。先到先服务，到达时间递增，时间相同则按先后顺序。
   - 同时最多 working 个在算，每个占 service 秒；算完之前名额一直被占。
   - 没有空名额时，最多 waiting 个排队，再来的立刻 503。
   - 等 patience 秒还没开始的，到点返回 503 并离开（刚好等到算开始）。
   - 计算超过 limit 秒的，在“开始 + limit”时返回 504，但名额仍被占。
   t 时刻让出的名额或位子，t 时刻到的人可以用。
"""


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
    size = len(value.encode())  # TODO: the limit counts characters, not bytes
    if size < low:
        msg = f"String should have at least {plural(low)}"
        error = {"type": "string_too_short", "loc": ["body", name], "msg": msg, "input": value}
        return {**error, "ctx": {"min_length": low}}
    # TODO: the same for high: string_too_long, "at most", max_length
    return None


def validate(body, fields):
    """body: a dict; fields: {name: (low, high, default)}; default None means required.

    Returns (200, {name: value}) or (422, {"detail": [entries]}). A missing required field gives
    {"type": "missing", "loc": ["body", name], "msg": "Field required", "input": body}.
    """
    # TODO
    return 200, dict(body)


def serve(arrivals, service, working, waiting, patience, limit):
    """Returns a list of (status, time of the answer), one for each arrival."""
    # TODO: remember when each slot becomes free and when each waiting request leaves the line
    return [(200, t + service) for t in arrivals]
