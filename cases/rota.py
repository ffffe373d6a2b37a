"""The rota as it was entered: patterns, single shifts, leave, holidays, swaps, who said "ready", words at handover.

Every entry says who entered it and when, and is never overwritten by another: it is ended, and stays. A day is a day
of the unit's own calendar and an hour one of its own clock; moments are aware UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar

from cases.staff import StaffId

#: An entry is read for so long after it is over: a late start still finds what it has to apply.
KEPT = timedelta(days=30)


class Holidays(StrEnum):
    """What a weekly pattern does on a holiday."""

    ALSO = "also"
    NOT = "not"
    ONLY = "only"


class SwapState(StrEnum):
    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class Entered:
    """What every entry keeps: who entered it and when, and when and by whom it was ended."""

    ref: str
    by: StaffId
    at: datetime
    ended_by: StaffId | None = None
    ended_at: datetime | None = None
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class Weekly(Entered):
    """A pattern: on these weekdays (1 is Monday) from one hour to another, over midnight where the end is not later.

    An end equal to the start means a whole day. `since` and `until` are days on which a shift may begin.
    """

    staff: StaffId
    weekdays: tuple[int, ...]
    start: time
    end: time
    since: date
    until: date | None = None
    holidays: Holidays = Holidays.ALSO


@dataclass(frozen=True, kw_only=True)
class Extra(Entered):
    """One shift beside every pattern."""

    staff: StaffId
    start: datetime
    end: datetime


@dataclass(frozen=True, kw_only=True)
class Leave(Entered):
    """Whole days, both included, on which somebody is not there."""

    staff: StaffId
    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class Holiday(Entered):
    """A holiday that moves from year to year; those of fixed days stand in the profile."""

    day: date
    name: str


@dataclass(frozen=True, kw_only=True)
class Swap(Entered):
    """One shift of one officer that is to go to another. Nothing changes until the other agrees."""

    giver: StaffId
    taker: StaffId
    start: datetime
    end: datetime
    state: SwapState = SwapState.ASKED
    answered_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Ready(Entered):
    """ "Siap?" was asked for this shift (`at`), and what came of it. `answer_by`: until then silence counts as yes
    where the question came late; else it is the start of the shift."""

    staff: StaffId
    start: datetime
    end: datetime
    answer_by: datetime
    yes: bool | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Note(Entered):
    """What the officer before says to the one after."""

    words: str


@dataclass(frozen=True)
class Standing:
    """A shift as the clock has last turned it: `on` is whether its officer was on duty for it, or came by hand."""

    staff: StaffId
    start: datetime
    end: datetime
    on: bool
    by_hand: bool = False


@dataclass(frozen=True, kw_only=True)
class Applied(Entered):
    """Up to when the rota was applied, and which shifts ran then. There is one such row."""

    until: datetime
    standing: tuple[Standing, ...] = ()


Entry = Weekly | Extra | Leave | Holiday | Swap | Ready | Note | Applied
Kind = TypeVar("Kind", bound=Entered)
KINDS: dict[str, type[Entry]] = {
    kind.__name__.lower(): kind for kind in (Weekly, Extra, Leave, Holiday, Swap, Ready, Note, Applied)
}
APPLIED = "applied"


@dataclass(frozen=True)
class Rota:
    """All entries that may still matter, in the order in which they were entered."""

    entries: tuple[Entry, ...] = ()

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """The entries of just that kind."""
        found: tuple[Any, ...] = self._by_kind.get(kind, ())
        return found

    @cached_property
    def _by_kind(self) -> Mapping[type, tuple[Entered, ...]]:
        found: dict[type, list[Entered]] = {}
        for entry in self.entries:
            found.setdefault(type(entry), []).append(entry)
        return {kind: tuple(entries) for kind, entries in found.items()}

    def by_ref(self, kind: type[Kind], ref: str) -> Kind | None:
        return next((entry for entry in self.of(kind) if entry.ref == ref), None)

    @property
    def is_used(self) -> bool:
        """Whether shifts were entered and not ended: else the unit works by the switch alone."""
        return any(isinstance(entry, Weekly | Extra) and entry.ended_at is None for entry in self.entries)

    @property
    def days_off(self) -> frozenset[date]:
        """The holidays that move from year to year, as they were entered and not ended."""
        return frozenset(holiday.day for holiday in self.of(Holiday) if holiday.ended_at is None)

    @property
    def applied(self) -> Applied | None:
        return next(iter(self.of(Applied)), None)


def over_at(entry: Entered) -> datetime | None:
    """From when on the entry need not be read any more; None while that is not known."""
    match entry:
        case Extra() | Swap() | Ready():
            return entry.end + KEPT
        case Note():
            return entry.at + KEPT
        case Leave():
            return _day_after(entry.last) + KEPT
        case Holiday():
            return _day_after(entry.day) + KEPT
        case Weekly():
            ends = [entry.ended_at] if entry.ended_at else []
            ends += [_day_after(entry.until)] if entry.until else []
            return min(ends) + KEPT if ends else None
        case _:
            return None


def _day_after(day: date) -> datetime:
    """The end of a day anywhere on earth."""
    return datetime.combine(day + timedelta(days=2), time(), tzinfo=UTC)
