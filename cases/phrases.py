"""Words are keys: the core names what is to be said, `bot/texts/*.ftl` say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True)
class At:
    """A moment, shown as the hour and day of the unit's own zone."""

    at: datetime


@dataclass(frozen=True)
class Since:
    """How long ago something was, reckoned when the message really goes out."""

    at: datetime


@dataclass(frozen=True)
class Until:
    """How long there is still time, or how late it is, reckoned when the message really goes out."""

    at: datetime


@dataclass(frozen=True)
class Phrase:
    """One thing to say: a key of the texts and what goes into it. Plain strings are always shown as typed."""

    key: str
    args: Mapping[str, Arg] = field(default_factory=dict)


Arg = str | int | date | At | Since | Until | Phrase | tuple[Phrase, ...]


def says(key: str, **args: Arg) -> Phrase:
    """A phrase, written shortly."""
    return Phrase(key, args)
