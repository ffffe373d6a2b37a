"""Letters that are typeset when they go out: the words of a page, as PDF or as an editable copy, or as plain text.

A letter is always in Indonesian, whoever reads the message around it. Nothing that was typed is read as markup.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.words import keys, render
from cases.messages import Paper
from cases.phrases import Arg, Phrase
from letters.document import write
from letters.drawing import typeset

log = logging.getLogger("laporaman.letters")

LANGUAGE = "id"
SECONDS_A_LETTER_MAY_TAKE = 20
#: No phrase of a letter reckons from now: its days stand in it.
NEVER = datetime(2000, 1, 1, tzinfo=UTC)
UTC_ZONE = ZoneInfo("UTC")


async def made(paper: Paper) -> bytes | None:
    """The letter as bytes, made beside the loop; None, and a line in the log, where that does not work out."""
    try:
        return await asyncio.wait_for(asyncio.to_thread(_make, paper), SECONDS_A_LETTER_MAY_TAKE)
    except Exception as problem:
        # Whatever it was, the letter must not be lost over it: its words go as text.
        log.error("a letter could not be made form=%s (%s)", paper.form, type(problem).__name__)
        return None


def _make(paper: Paper) -> bytes:
    page = json.dumps(in_words(json.loads(paper.page)))
    return write(page) if paper.form == "docx" else typeset(page)


def in_words(page: Any) -> Any:
    """The page with all its phrases in words; the words of several lines are one string with line breaks."""
    match page:
        case {"say": str(key), "args": dict(args)}:
            return _said(key, args)
        case {"say": str(key)}:
            return _said(key, {})
        case {"told": str(key), "value": value}:
            words = _told(key, value)
            return _labelled(key, words) if page.get("label") else words
        case Mapping():
            return {name: _lines(name, value) for name, value in page.items()}
        case list():
            return [in_words(part) for part in page]
        case str():
            return clean(page)
        case _:
            return page


#: Where a list is no list of parts but words on lines of their own.
WORDS = frozenset({"words", "under", "above", "title", "name", "dated", "left", "draft"})


def _lines(name: str, value: Any) -> Any:
    if name in WORDS:
        return _joined(value)
    if name == "items":
        # Boxes with words, or words alone.
        return [[one[0], _joined(one[1])] if _is_box(one) else _joined(one) for one in value]
    if name == "rows":
        return [[_joined(cell) for cell in row] for row in value]
    if name in ("to", "lines"):
        return [_joined(one) for one in value]
    return in_words(value)


def _is_box(one: Any) -> bool:
    return isinstance(one, list) and len(one) == 2 and isinstance(one[0], bool)


def _joined(words: Any) -> Any:
    if isinstance(words, list):
        return "\n".join(filter(None, map(_joined, words)))
    return in_words(words)


def _said(key: str, args: Mapping[str, Any]) -> str:
    phrase = Phrase(key, {name: _arg(value) for name, value in args.items()})
    return clean(render(phrase, language=LANGUAGE, zone=UTC_ZONE, now=NEVER, markup=False))


def _arg(value: Any) -> Arg:
    """Typed letters that run the other way must not carry the sentence around them along."""
    if isinstance(value, int):
        return value
    words = str(_joined(value))
    return f"\u2068{words}\u2069" if any(_turns(sign) for sign in words) else words


def _turns(sign: str) -> bool:
    return "\u0590" <= sign <= "\u08ff" or "\u200e" <= sign <= "\u200f" or "\u202a" <= sign <= "\u202e"


def _told(key: str, value: Any) -> str:
    """An answer of a form: what was chosen has words of its own, what was typed stands as it is."""
    if isinstance(value, list):
        return _listed([_told(key, one) for one in value])
    if isinstance(value, Mapping):
        told = [_told(key, value.get("ticks") or []), clean(str(value.get("text") or ""))]
        sent = _said(f"letter-told-{value.get('kind')}", {}) if value.get("file_id") else ""
        return _listed([*told, sent])
    if isinstance(value, bool):
        return _said("letter-yes" if value else "letter-no", {})
    chosen = f"{key}-{value}"
    return _said(chosen, {}) if chosen in keys(LANGUAGE) else clean(str(value))


def _listed(some: Iterable[str]) -> str:
    """Behind each other, apart by a sign that stands in none of them."""
    said = [words for words in some if words]
    return ("; " if any("," in words for words in said) else ", ").join(said)


def _labelled(key: str, words: str) -> str:
    """An answer behind the name of its question, where that has one."""
    if f"label-{key}" not in keys(LANGUAGE):
        return words
    label = render(Phrase(f"label-{key}"), language=LANGUAGE, zone=UTC_ZONE, now=NEVER, markup=False)
    return f"{label}: {words}"


def clean(words: str) -> str:
    """As it was typed, but for what no machine can print: a sign shows that something stood there."""
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return "".join(map(_printable, words))


def _printable(sign: str) -> str:
    code = ord(sign)
    if sign in "\t\n":
        return " " if sign == "\t" else sign
    broken = code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE
    return "\ufffd" if broken else sign


def as_text(paper: Paper) -> str:
    """The same letter in lines, for when there is no file."""
    page = in_words(json.loads(paper.page))
    found: list[str] = [page["title"]]
    for part in page["parts"]:
        found += _plain(part)
    return "\n".join(line for line in found if line)


def _plain(part: Mapping[str, Any]) -> list[str]:
    kind = part["kind"]
    if kind == "together":
        return [line for inner in part["parts"] for line in _plain(inner)]
    if kind == "ticks":
        return [f"[{'x' if ticked else ' '}] {words}" for ticked, words in part["items"]]
    if kind == "clauses":
        return [line for label, items in part["clauses"] for line in (label, *items)]
    if kind in ("rows", "letter", "table"):
        above = [part["dated"], *part["to"]] if kind == "letter" else part.get("head", [])
        return [*above, *(": ".join(filter(None, row)) for row in part["rows"])]
    if kind == "signs":
        return [line for one in part["columns"] for line in (one["above"], one["title"], one["name"])]
    return [*([part["words"]] if "words" in part else []), *part.get("items", [])]
