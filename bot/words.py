"""Turns phrases into what people read: Project Fluent texts, escaped for Telegram, times in the unit's own zone."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache
from html import escape, unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, FluentResource

from cases.languages import LANGUAGES, WHOLE
from cases.phrases import Arg, At, Phrase, Since, Until

FOLDER = Path(__file__).resolve().parent / "texts"
OUR_TAGS = re.compile(r"</?[biu]>")
#: Fluent refuses parts of more than 2,500 signs; what is longer than this is put in behind it.
LONG = 1000
#: Args with these names are lists whose parts stand on lines of their own.
ON_LINES = frozenset({"lines", "news", "reasons", "rights", "attempts"})
#: Short things that somebody is to look through at one glance.
AT_A_GLANCE = frozenset({"offers"})
#: What begins with the end of the line before it, each.
BENEATH = frozenset({"people"})
BETWEEN = {**dict.fromkeys(ON_LINES, "\n"), **dict.fromkeys(AT_A_GLANCE, " · "), **dict.fromkeys(BENEATH, "")}


class MissingText(LookupError):
    """A phrase for which no text was written, or whose text wants what it was not given. It names the key alone."""


@cache
def _bundle(language: str) -> FluentBundle:
    # Behind a language whose plurals nobody has described stands the first one, for its rules.
    bundle = FluentBundle([language, WHOLE[0]], use_isolating=False)
    for path in sorted((FOLDER / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def keys(language: str) -> frozenset[str]:
    """All phrases that a language has of its own."""
    return frozenset(_bundle(language)._messages)


def render(phrase: Phrase, *, language: str, zone: ZoneInfo, now: datetime, markup: bool = True) -> str:
    """The words of a phrase; what a language that was only begun lacks is said in Indonesian, phrase by phrase.

    With `markup` they are Telegram's HTML, and whatever people typed is escaped in it.

    Raises MissingText when the phrase has no text, or its text wants something that it was not given.
    """
    page = _Page(language if language in LANGUAGES else LANGUAGES[0], zone, now)
    words = page.words(phrase).strip()
    # What people typed is escaped, so all tags in it are ours: without markup they go, and what was typed stays.
    return words if markup else unescape(OUR_TAGS.sub("", words))


def plain(key: str, *, language: str) -> str:
    """A phrase that needs nothing, as it stands on a button."""
    return render(
        Phrase(key), language=language, zone=ZoneInfo("UTC"), now=datetime.min.replace(tzinfo=UTC), markup=False
    )


class _Page:
    def __init__(self, language: str, zone: ZoneInfo, now: datetime) -> None:
        self.zone, self.now = zone, now
        self.bundle = _bundle(language)
        self.whole = _bundle(WHOLE[0]) if language not in WHOLE else self.bundle

    def words(self, phrase: Phrase) -> str:
        args = {name: self.value(name, value) for name, value in phrase.args.items()}
        return self.text(phrase.key, args)

    def text(self, key: str, args: dict[str, Any]) -> str:
        bundle = self.bundle if self.bundle.has_message(key) else self.whole
        if not bundle.has_message(key):
            raise MissingText(key)
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise MissingText(key)
        long = {name: value for name, value in args.items() if isinstance(value, str) and len(value) > LONG}
        held = {name: f"\ue000{index}\ue001" for index, name in enumerate(long)}
        words, errors = bundle.format_pattern(pattern, {**args, **held})
        if errors:
            raise MissingText(key)
        for name, mark in held.items():
            words = str(words).replace(mark, long[name])
        return str(words)

    def value(self, name: str, value: Arg) -> str | int:
        match value:
            case str():
                return escape(value, quote=False)
            case Phrase():
                return self.words(value)
            case tuple():
                parts = [part for part in map(self.words, value) if part]
                return self.between(name, parts).join(parts)
            case At(at):
                return self.moment(at)
            case Since(at):
                return self.span(self.now - at)
            case Until(at):
                left = at - self.now
                if abs(left) < timedelta(minutes=1):
                    return self.text("time-now", {})
                if left >= timedelta(0):
                    return self.text("time-left", {"span": self.span(left)})
                return self.text("time-late", {"span": self.span(-left)})
            case date():
                return self.day(value)
            case _:
                return value

    @staticmethod
    def between(name: str, parts: list[str]) -> str:
        """What stands between the parts of a list: where one has a comma of its own, a comma would hide its end."""
        if name in BETWEEN:
            return BETWEEN[name]
        return "; " if any("," in part for part in parts) else ", "

    def moment(self, at: datetime) -> str:
        local, today = at.astimezone(self.zone), self.now.astimezone(self.zone).date()
        clock = self.text("time-clock", {"hour": f"{local:%H}", "minute": f"{local:%M}", "zone": f"{local:%Z}"})
        if local.date() == today:
            return clock
        return f"{self.day(local.date())} {clock}"

    def day(self, day: date) -> str:
        weekday = self.text(f"weekday-{day.isoweekday()}", {})
        month = self.text(f"month-{day.month}", {})
        return self.text("time-day", {"weekday": weekday, "day": str(day.day), "month": month, "year": str(day.year)})

    def span(self, length: timedelta) -> str:
        minutes = max(0, int(length.total_seconds() // 60))
        if minutes == 0:
            return self.text("span-moment", {})
        if minutes < 60:
            return self.text("span-minutes", {"minutes": minutes})
        hours, rest = divmod(minutes, 60)
        if hours < 24:
            return self.text("span-hours" if rest else "span-hours-even", {"hours": hours, "minutes": rest})
        days, hours = divmod(hours, 24)
        if not hours:
            return self.text("span-days-even", {"days": days})
        return self.text("span-days", {"days": days, "hours": hours})
