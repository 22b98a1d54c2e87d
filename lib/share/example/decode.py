"""A second reader of share codes, written from ../README.md alone: it shows that the page is enough, and is a start for other languages.

    python3 decode.py lw1s…                 prints what a code holds, as JSON
    python3 decode.py --check vectors.json  compares itself with the published samples

Python 3.9 or later and nothing else. It reads bare codes; finding them in pasted text is left out.
"""
import base64, datetime, json, re, sys, zlib

STATES = ["todo", "doing", "done", "skipped"]
PAGES = [0xFF, 0x20, 0x00, 0x01, 0x03, 0x04, 0x06]
HOME = [*range(101, 118), *range(201, 215), *range(301, 316), *range(401, 415)]
KNOWN = TITLE, PERSON, DAY, DUE, NOTES, PATH, CHANGED, LESSONS, PACKED, RUNS = 1, 2, 3, 4, 5, 6, 7, 0x81, 0x82, 0x83

class Refused(Exception):
    """Its text is the reason."""

def need(condition, reason="malformed"):
    if not condition:
        raise Refused(reason)

def unzigzag(u):
    return u // 2 if u % 2 == 0 else -(u + 1) // 2

class Reader:
    def __init__(self, data):
        self.data = data

    def take(self, size):
        need(size <= len(self.data))
        taken, self.data = self.data[:size], self.data[size:]
        return taken

    def varint(self, most=2**28 - 1):
        value = 0
        for i in range(4):
            byte = self.take(1)[0]
            value |= (byte & 0x7F) << 7 * i
            if byte < 0x80:
                need(value <= most)
                return value
        raise Refused("malformed")

    def step(self, previous, most):
        """A date told by its distance from the previous one; None for no date."""
        u = self.varint()
        date = None if u == 0 else previous + unzigzag(u - 1)
        need(date is None or 0 <= date <= most)
        return date

    def text(self, limit):
        head = self.varint()
        data = self.take(head >> 1)
        try:
            text = narrow(Reader(data)) if head & 1 else data.decode("utf-8")
        except UnicodeDecodeError:
            raise Refused("malformed") from None
        need(len(text.encode("utf-16-le")) // 2 <= limit, "too-long")
        return text

    def lessons(self):
        head = self.varint()
        ids = list(HOME) if head & 1 else []
        total = len(ids) + (head >> 1)
        need(total <= 4096, "too-long")
        while len(ids) < total:
            step, previous = self.varint(), ids[-1] if ids else 100
            first, run = (previous + 1, (step + 1) // 2) if step & 1 else (previous + unzigzag(step // 2), 1)
            need(len(ids) + run <= total)
            ids += range(first, first + run)
        need(ids and len(set(ids)) == len(ids) and min(ids) >= 1 and max(ids) <= 65535)
        return ids

    def reference(self):
        version = self.varint(1000000)
        need(len(self.data) <= 32, "too-long")
        name = self.take(len(self.data)).decode("latin-1")
        need(version >= 1 and re.fullmatch("[A-Za-z0-9_-]{1,32}", name))
        return {"id": name, "version": version}

def narrow(reader):
    text = ""
    while reader.data:
        a = reader.take(1)[0]
        need(a < 0xF7 or a == 0xFF, "newer-version")
        page = 0 if a < 0x80 or a == 0xFF else a - 0x80 + 0x30 if a < 0xF0 else PAGES[a - 0xF0]
        further = reader.take(0 if a < 0x80 else 3 if a == 0xFF else 1)
        point = a if a < 0x80 else page << 8 | int.from_bytes(further, "big")
        need(point <= 0x10FFFF and not 0xD800 <= point <= 0xDFFF)
        text += chr(point)
    return text

def unseal(code):
    """The payload of one code with nothing around it."""
    need(re.fullmatch("lw[1-9][a-z][A-Za-z0-9_-]{7,}", code), "not-a-code")
    need(len(code) % 4 != 1, "damaged")
    data = base64.urlsafe_b64decode(code[4:] + "=" * (-len(code) % 4))
    need(base64.urlsafe_b64encode(data).decode().rstrip("=") == code[4:], "damaged")
    size = 1 if data[0] < 0x80 else 2
    payload = data[size:-4]
    need(len(payload) == (data[0] & 0x7F | (data[1] << 7 if size == 2 else 0)), "damaged")
    need(zlib.crc32(code[:4].encode() + data[:-4]) == int.from_bytes(data[-4:], "big"), "damaged")
    need(code[2] == "1" and code[3] in "ps", "newer-version")
    return payload

def sections_of(payload):
    reader, sections, skipped = Reader(payload), {}, 0
    while reader.data:
        tag, data = reader.take(1)[0], reader.take(reader.varint())
        need(tag in KNOWN or tag < 0x80, "newer-version")
        need(tag not in sections)
        if tag in KNOWN:
            sections[tag] = Reader(data)
        skipped += tag not in KNOWN
    return sections, skipped

def field(name, sections, tag, read):
    """A section as a field of the value; nothing when it is absent or empty."""
    value = read(sections[tag]) if tag in sections else None
    need(tag not in sections or not sections[tag].data)
    return {} if value in (None, "") else {name: value}

def iso(days):
    return str(datetime.date(2020, 1, 1) + datetime.timedelta(days))

def read_path(s):
    need(PATH in s and LESSONS in s)
    lessons = [{"id": i} for i in field("ids", s, LESSONS, Reader.lessons)["ids"]]
    i = due = 0
    while DUE in s and s[DUE].data:
        date = s[DUE].step(due, 9999)
        need(i < len(lessons))
        if date is not None:
            lessons[i]["due"] = due = date
        i += 1
    i = 0
    while NOTES in s and s[NOTES].data:
        i += s[NOTES].varint() + 1
        need(i <= len(lessons))
        note = s[NOTES].text(400)
        lessons[i - 1].update({"note": note} if note else {})
    start = field("start", s, DAY, lambda r: iso(r.varint(36523)))
    title = field("title", s, TITLE, lambda r: r.text(120))
    return {**s[PATH].reference(), "title": "", **title, **field("mentor", s, PERSON, lambda r: r.text(60)), **start, "lessons": lessons}

def read_snapshot(s):
    need(DAY in s and (PACKED in s) != (RUNS in s))
    taken = previous = field("day", s, DAY, lambda r: r.varint(36523))["day"]
    states = s[PACKED if PACKED in s else RUNS]
    ids, numbers = states.lessons(), []
    if PACKED in s:
        packed = states.take(-(-len(ids) // 4))
        numbers = [packed[i >> 2] >> 2 * (i & 3) & 3 for i in range(len(ids))]
    while len(numbers) < len(ids):
        run = states.varint()
        need(len(numbers) + (run >> 2) + 1 <= len(ids))
        numbers += [run & 3] * ((run >> 2) + 1)
    lessons = [{"id": i, "state": STATES[n]} for i, n in zip(ids, numbers)]
    for lesson in lessons:
        if CHANGED in s and s[CHANGED].data and lesson["state"] != "todo":
            date = s[CHANGED].step(previous, 36523)
            if date is not None:
                lesson["changed"], previous = iso(date), date
    need(not states.data and (CHANGED not in s or not s[CHANGED].data))
    path = {"path": s[PATH].reference()} if PATH in s else {}
    return {"taken": iso(taken), **field("name", s, PERSON, lambda r: r.text(60)), **path, "lessons": lessons}

def decode(code):
    sections, skipped = sections_of(unseal(code))
    kind, read = ("path", read_path) if code[3] == "p" else ("snapshot", read_snapshot)
    return {"kind": kind, "value": read(sections), "skippedSections": skipped}

def reason_of(code):
    try:
        return decode(code) and None
    except Refused as refused:
        return str(refused)

if __name__ == "__main__":
    if sys.argv[1:2] == ["--check"]:
        samples = json.load(open(sys.argv[2], encoding="utf-8"))
        inside = [s for s in samples["refused"] if s["reason"] in ("malformed", "newer-version", "too-long") and " " not in s["text"]]
        wrong = [s["name"] for s in samples["codes"] if decode(s["code"]) != {k: s[k] for k in ("kind", "value", "skippedSections")}]
        wrong += [s["name"] for s in inside if reason_of(s["text"]) != s["reason"]]
        sys.exit(f"wrong: {wrong}" if wrong else print(len(samples["codes"]), "codes and", len(inside), "refusals agree"))
    print(json.dumps(decode(sys.argv[1]), ensure_ascii=False, indent=1))
