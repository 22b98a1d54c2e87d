"""Tests for the exercise. 练习的测试。"""

import random

from exercise import check_string, serve, validate

FIELDS = {"text": (1, 8, None), "lang": (2, 2, "en")}
NEVER = 10**9


def test_a_good_body_comes_back_with_defaults_and_without_strangers():
    assert validate({"text": "hi"}, FIELDS) == (200, {"text": "hi", "lang": "en"}), "Fill in the default / 缺省值要补上"
    assert validate({"text": "hi", "extra": 1}, FIELDS) == (200, {"text": "hi", "lang": "en"}), "Return only declared fields / 只返回声明过的字段"


def test_limits_count_characters_not_bytes():
    assert check_string("text", "🙂" * 8, 1, 8) is None, "8 emoji are 8 characters and 32 bytes / 8 个表情是 8 个字符、32 个字节"
    assert check_string("text", "模型", 1, 2) is None, "2 characters, 6 bytes / 2 个字符，6 个字节"
    got = check_string("text", "x" * 9, 1, 8)
    assert got is not None and got["type"] == "string_too_long", f"9 of at most 8 must be refused / 9 个字符超过上限 8: {got}"


def test_errors_equal_those_of_fastapi():
    # Recorded: FastAPI 0.142.2, Pydantic 2.13.5, TestClient. Two wrong fields give two entries.
    bodies = [{"text": 42}, {"text": None}, {"text": ""}, {"text": "x" * 9, "lang": 7}, {"lang": "e"}]
    text, lang = ["body", "text"], ["body", "lang"]
    word = "Input should be a valid string"
    want = [
        [{"type": "string_type", "loc": text, "msg": word, "input": 42}],
        [{"type": "string_type", "loc": text, "msg": word, "input": None}],
        [{"type": "string_too_short", "loc": text, "msg": "String should have at least 1 character", "input": "", "ctx": {"min_length": 1}}],
        [
            {"type": "string_too_long", "loc": text, "msg": "String should have at most 8 characters", "input": "x" * 9, "ctx": {"max_length": 8}},
            {"type": "string_type", "loc": lang, "msg": word, "input": 7},
        ],
        [
            {"type": "missing", "loc": text, "msg": "Field required", "input": {"lang": "e"}},
            {"type": "string_too_short", "loc": lang, "msg": "String should have at least 2 characters", "input": "e", "ctx": {"min_length": 2}},
        ],
    ]
    for body, detail in zip(bodies, want):
        got = validate(body, FIELDS)
        assert got == (422, {"detail": detail}), f"{body}: FastAPI says {detail}, you say {got}"


def test_statuses_equal_those_measured_in_the_lesson():
    # The Line of this lesson on FastAPI 0.142.2, 0.3 s of work each.
    together = serve([0, 0, 0, 0], 0.3, working=1, waiting=1, patience=5, limit=5)
    assert [status for status, _ in together] == [200, 200, 503, 503], f"One works, one waits, the rest is refused / 一个算、一个等、其余拒绝: {together}"
    slow = serve([0, 0.1], 0.3, working=1, waiting=1, patience=0.05, limit=0.1)
    assert [status for status, _ in slow] == [504, 503], f"After a 504 the thread still computes: its slot is busy / 504 之后线程还在算，名额没空出来: {slow}"


def test_the_last_in_line_waits_for_all_before_it():
    got = serve([0] * 13, 1, working=4, waiting=8, patience=2, limit=5)
    want = [(200, 1)] * 4 + [(200, 2)] * 4 + [(200, 3)] * 4 + [(503, 0)]
    assert got == want, f"4 work, 8 wait up to 2 s (just in time is in time), the 13th is refused at once / 刚好等满 2 秒也算等到: {got}"


def test_who_loses_patience_leaves_at_that_moment_and_frees_the_place():
    got = serve([0, 0, 2, 10], 10, working=1, waiting=1, patience=2, limit=99)
    assert got == [(200, 10), (503, 2), (503, 4), (200, 20)], f"The second leaves at 2, so the third may wait, until 4 / 第二个在 2 时离开，第三个便可排队到 4: {got}"


def test_no_time_out_shortens_the_work():
    got = serve([0, 0, 1], 4, working=1, waiting=2, patience=NEVER, limit=1)
    assert got == [(504, 1), (504, 5), (504, 9)], f"Each 504 comes 1 s after its start; starts are at 0, 4, 8 / 每个 504 都在开始后 1 秒，开始时刻是 0、4、8: {got}"


def test_capacity_and_patience_hold_for_any_traffic():
    rng = random.Random(0)
    for _ in range(200):
        arrivals = sorted(rng.randint(0, 30) for _ in range(rng.randint(1, 25)))
        service, working, waiting, patience = rng.randint(1, 6), rng.randint(1, 3), rng.randint(0, 4), rng.randint(0, 8)
        answers = serve(arrivals, service, working, waiting, patience, NEVER)
        assert len(answers) == len(arrivals), "One answer for each request / 每个请求一个应答"
        starts = [time - service for status, time in answers if status == 200]
        assert starts, "Somebody must be served: the first finds an empty service / 第一个请求面对的是空闲的服务"
        for (status, time), t in zip(answers, arrivals):
            assert status in (200, 503), f"Nothing takes longer than the limit here, so no {status} / 这里不会超时"
            wait = time - service - t if status == 200 else time - t
            assert 0 <= wait <= patience, f"Arrived at {t}, waited {wait}, patience {patience} / 等待不能超过 patience"
        for s in starts:
            busy = sum(1 for other in starts if other <= s < other + service)
            assert busy <= working, f"{busy} compute at time {s}, but only {working} may / 同时计算的数量超过了 working"
