"""What people tell, who they are and the token are nowhere in plain bytes: not in the database, its log, or ours."""

from __future__ import annotations

import base64
import struct
from pathlib import Path

from tests.stories.stage import MANAGER, OFFICER, REPORTER, SECOND, STAFF, TOKEN, Stage
from tests.stories.words import shown

NAME = "Hasnawati Binti Daeng Macora"
STORY = "suami saya memukul dengan gagang sapu kemarin malam di dapur"
PHONE = "081234998877"
PLANTED = (NAME, STORY, "gagang sapu", PHONE, PHONE[1:], *(name for _, name, _, _ in STAFF))


def ways(text: str) -> dict[str, bytes]:
    """The ways in which a text can lie about on a disk."""
    raw = text.encode()
    return {
        "utf-8": raw,
        "utf-16": text.encode("utf-16-le"),
        "hex": raw.hex().encode(),
        "base64": base64.b64encode(raw)[:-4],
        "json": text.encode("unicode_escape"),
    }


def number_ways(number: int) -> dict[str, bytes]:
    return {
        **ways(str(number)),
        "big endian": struct.pack(">q", number),
        "little endian": struct.pack("<q", number),
        "sqlite integer": struct.pack(">i", number) if number < 2**31 else struct.pack(">q", number)[2:],
    }


def found(folder: Path, *, texts: tuple[str, ...], numbers: tuple[int, ...]) -> set[tuple[str, str, str]]:
    """Where which planted thing lies in which way."""
    hits = set()
    for path in folder.rglob("*"):
        if not path.is_file() or path.name == "simulator.log":
            continue
        held = path.read_bytes()
        for text in texts:
            hits |= {(path.name, text, way) for way, piece in ways(text).items() if piece in held}
        for number in numbers:
            hits |= {(path.name, str(number), way) for way, piece in number_ways(number).items() if piece in held}
    return hits


def test_nothing_told_lies_in_plain_bytes(story: Stage) -> None:
    reporter, officer = story.phone(REPORTER), story.phone(OFFICER)
    reporter.say(f"Nama saya {NAME}. {STORY}. Telepon {PHONE}")
    reporter.wait_for()
    reporter.key(shown("button-urgent"))
    officer.press(shown("button-take"), after=0)
    officer.wait_for("gagang sapu", after=0)
    reporter.send("photo", caption=f"foto dari {NAME}")
    reporter.send("contact", number=PHONE, name=NAME)
    reporter.send("location", latitude=-2.55123, longitude=120.32456)
    officer.wait_for(PHONE[-4:], after=0)
    story.phone(SECOND).block()
    story.simulator.advance(hours=2)
    officer.wait_for(shown("alert-still-there"), after=0)
    story.kill()

    assert "DEBUG" in story.log.read_text()
    people = (REPORTER, OFFICER, SECOND, MANAGER)
    assert found(story.folder, texts=(*PLANTED, TOKEN), numbers=people) == set()


def test_the_search_finds_what_is_planted(tmp_path: Path) -> None:
    """The test above can fail: each way is found where it lies."""
    for index, piece in enumerate([*ways(STORY).values(), *number_ways(REPORTER).values()]):
        (tmp_path / str(index)).write_bytes(b"xx" + piece + b"yy")
    hits = found(tmp_path, texts=(STORY,), numbers=(REPORTER,))
    assert {way for _, what, way in hits if what == STORY} == set(ways(STORY))
    assert {way for _, what, way in hits if what == str(REPORTER)} == set(number_ways(REPORTER))


def test_no_trouble_writes_the_token(story: Stage) -> None:
    """401, 404, 409, 5xx, broken answers, lost connections: the log names them and never the token."""
    reporter = story.phone(REPORTER)
    for kind, more in (
        ("error", {"status": 401}),
        ("error", {"status": 404}),
        ("error", {"status": 500}),
        ("error", {"status": 502}),
        ("malformed", {}),
        ("reset", {}),
        ("busy", {"retry_after": 1}),
        ("lost_answer", {}),
    ):
        story.simulator.fault(kind, times=1, methods=["sendMessage"], **more)
        reporter.say("/bantuan")
        reporter.wait_for(shown("help").splitlines()[0])
    for kind in ("malformed", "reset"):
        story.simulator.fault(kind, times=1, methods=["getUpdates"])
        reporter.say("/bantuan")
        reporter.wait_for(shown("help").splitlines()[0])
    story.stop()
    log = story.log.read_text()
    assert "no clear answer from Telegram" in log
    assert TOKEN not in log
    assert TOKEN.split(":")[1] not in log
