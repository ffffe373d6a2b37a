"""The letters of a case that people have lived through, looked at: their words, and how they look on paper.

    check("the_story", await letters_of(office, case.ref))

keeps for each story one text file, `stories/<story>.txt`: of each letter all words, and each page as a mosaic of greys
that changes with the page. Of the stories in `PAINTED` the pages themselves are kept too. `RENEW_PICTURES=1` writes
both anew: look at them before keeping them.
"""

from __future__ import annotations

import json
import os
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from difflib import unified_diff
from functools import cache
from pathlib import Path
from typing import Any

from bot.letters import as_text, in_words
from bot.words import keys
from cases.case import CaseRef
from cases.entry import Entry, EntryKind
from cases.letter import LetterKind
from cases.letter_parts import Material
from cases.letters import OF_REFERRAL, compose, number_of
from cases.messages import Paper
from cases.staff import Role, Staff
from handlers.conversation.flows import FORMS_OF_STAFF
from handlers.letters import material
from handlers.scenes import scene_of_case
from letters.drawing import proofs
from tests.office import Office

STORIES = Path(__file__).parent / "stories"
PICTURES = Path(__file__).parent / "pictures"
#: Stories of which the pages are kept as pictures, small, and with every line of them to be seen.
PAINTED = frozenset({"by_the_forms"})
POINTS = 40.0
#: A mosaic is drawn from a picture of so many dots an inch; each of its signs stands for so many dots by so many.
COARSE, TILE = 9.0, 3
GREYS = " .:-=+*#%@"
#: The letters of a case: which, and its page in words for the typesetter (JSON).
Letters = Mapping[str, str]


async def letters_of(office: Office, case: CaseRef, *, by: Staff | None = None) -> Letters:
    """Every kind of letter of the case as it stands, in words for the typesetter: one for each referral and visit.

    Also those that the book has no use for at its end. Raises AssertionError where one says what nobody can read.
    """
    async with office.storage.work() as work:
        roster = await work.roster()
        staff = by or roster.having(Role.HEAD)[0]
        scene = await scene_of_case(work, case, actor=staff)
        gathered = await material(work, scene, staff, office.world, office.now)
    gathered = replace(_in_order(gathered), number=number_of(office.world.profile, 1, now=office.now))
    found: dict[str, str] = {}
    for kind in LetterKind:
        each = list(_each(kind, gathered))
        for nth, one in enumerate(each, start=1):
            name = f"{kind}-{nth}" if len(each) > 1 else str(kind)
            composed = json.loads(json.dumps(compose(kind, one)))
            found[name] = json.dumps(in_words(composed))
            wrong = unreadable(composed, json.loads(found[name]))
            assert not wrong, (name, wrong)
    return found


def _in_order(gathered: Material) -> Material:
    """What was written down in the same moment, in the order of what it says: the same in every run."""

    def told(entry: Entry) -> tuple[datetime, str, str]:
        return entry.at, str(entry.kind), json.dumps(entry.told, sort_keys=True, default=str)

    return replace(
        gathered,
        entries=tuple(sorted(gathered.entries, key=told)),
        parties=tuple(sorted(gathered.parties, key=lambda one: (one.kind, one.name))),
        referrals=tuple(sorted(gathered.referrals, key=lambda one: (one.sent_at, one.agency, one.need))),
    )


def _each(kind: LetterKind, gathered: Material) -> Iterator[Material]:
    visits = gathered.of_kind(EntryKind.MONITORING)
    if kind in OF_REFERRAL and gathered.referrals:
        for referral in gathered.referrals:
            yield replace(gathered, referral=referral)
    elif kind is LetterKind.MONITORING_NOTE and visits:
        for visit in visits:
            yield replace(gathered, about=visit)
    else:
        yield gathered


def unreadable(composed: Any, page: Any) -> list[str]:
    """What nobody can read on a page: keys of phrases and names of questions in the place of words, nothing's name,
    and the codes of buttons that have no words."""
    known = {*(key for key in keys("id") if "-" in key), *_steps()}
    words = {word for said in spoken(page) for word in re.findall(r"[\w-]+", said)}
    return sorted((words & known) | (words & {"None", "_skip", "_done", "True", "False"})) + sorted(_codes(composed))


def _codes(part: Any) -> Iterator[str]:
    """The codes of buttons that were pressed and have no words of their own on a letter."""
    if isinstance(part, dict):
        if "told" in part:
            yield from _coded(part["told"], part["value"])
        for inner in part.values():
            yield from _codes(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _codes(inner)


def _coded(key: str, value: Any) -> Iterator[str]:
    told = (value.get("ticks") or []) if isinstance(value, dict) else value
    for one in told if isinstance(told, list) else [told]:
        if one in _steps().get(key, ()) and f"{key}-{one}" not in keys("id"):
            yield f"{key}:{one}"


@cache
def _steps() -> dict[str, frozenset[str]]:
    """The questions of all forms, by their names, each with the codes of its buttons; none of them is a word."""
    return {
        name: frozenset() if callable(step.choices) else frozenset(choice.value for choice in step.choices)
        for flow in FORMS_OF_STAFF
        for name, step in flow.steps.items()
    }


def spoken(value: Any) -> Iterator[str]:
    """Everything on a page that can be read."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in ("kind", "mark"):
                yield from spoken(part)
    elif isinstance(value, list):
        for part in value:
            yield from spoken(part)
    elif isinstance(value, str):
        yield value


def check(story: str, letters: Letters) -> None:
    """The letters of that story say what they said and look as they did when somebody last looked at them."""
    said = "\n".join(line for name, page in letters.items() for line in _shown(name, page)) + "\n"
    file = STORIES / f"{story}.txt"
    painted = {
        f"{story}-{name}-{nth:02}.png": picture
        for name, page in (letters.items() if story in PAINTED else ())
        for nth, picture in enumerate(proofs(page, pixels_per_inch=POINTS), start=1)
    }
    if os.environ.get("RENEW_PICTURES"):
        file.write_text(said, encoding="utf-8")
        for old in PICTURES.glob(f"{story}-*.png"):
            old.unlink()
        for name, picture in painted.items():
            (PICTURES / name).write_bytes(picture)
    assert file.exists(), f"nobody has looked at the letters of {story}: RENEW_PICTURES=1"
    kept = file.read_text(encoding="utf-8")
    changed = unified_diff(kept.splitlines(), said.splitlines(), "kept", "now", lineterm="", n=2)
    assert said == kept, "\n".join(["", *changed])
    assert {*painted} == {picture.name for picture in PICTURES.glob(f"{story}-*.png")}
    assert not [name for name, picture in painted.items() if (PICTURES / name).read_bytes() != picture]


def _shown(name: str, page: str) -> Iterator[str]:
    yield f"===== {name}"
    yield from (line.rstrip() for line in as_text(Paper(name, page, "pdf", "")).splitlines())
    for nth, picture in enumerate(proofs(page, pixels_per_inch=COARSE), start=1):
        yield f"----- {nth}"
        yield from mosaic(picture)


def mosaic(png: bytes) -> Iterator[str]:
    """A picture in signs, darker for darker: the same page looks the same even where its dots are not."""
    rows = [[255 - sum(dot[:3]) // 3 for dot in row] for row in dots(png)]
    for top in range(0, len(rows), TILE):
        line = ""
        for left in range(0, len(rows[0]), TILE):
            tile = [grey for row in rows[top : top + TILE] for grey in row[left : left + TILE]]
            # Type is thin: half dark is as dark as it gets.
            line += GREYS[min(len(GREYS) - 1, sum(tile) * 2 * len(GREYS) // (len(tile) * 256))]
        yield line.rstrip()


def dots(png: bytes) -> list[list[tuple[int, ...]]]:
    """The dots of a picture in true colours, eight bits to each (as the typesetter draws them), row by row."""
    width, height, depth, colours = struct.unpack(">IIBB", png[16:26])
    assert (depth, colours) in ((8, 2), (8, 6)), "not a picture in true colours"
    each = 4 if colours == 6 else 3
    packed, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += length + 12
    raw, size = zlib.decompress(packed), width * each
    found, above = [], bytearray(size)
    for nth in range(height):
        start = nth * (size + 1)
        above = _unfiltered(raw[start], bytearray(raw[start + 1 : start + 1 + size]), above, each)
        found.append([tuple(above[n : n + each]) for n in range(0, size, each)])
    return found


def _unfiltered(way: int, line: bytearray, above: bytearray, each: int) -> bytearray:
    """One row without the filter under which it was packed (PNG, 9.2)."""
    if way == 0:
        return line
    if way == 2:
        return bytearray((one + over) & 255 for one, over in zip(line, above, strict=True))
    for n, over in enumerate(above):
        left, corner = (line[n - each], above[n - each]) if n >= each else (0, 0)
        guess = left if way == 1 else (left + over) // 2 if way == 3 else _nearest(left, over, corner)
        line[n] = (line[n] + guess) & 255
    return line


def _nearest(left: int, above: int, corner: int) -> int:
    across, down, both = abs(above - corner), abs(left - corner), abs(left + above - 2 * corner)
    if across <= down and across <= both:
        return left
    return above if down <= both else corner
