"""Cases as lists and the board show them: one line each, by urgency, and how many stand where, late or in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from cases.case import Case, CaseNumber, CaseRef, Status
from cases.staff import StaffId

#: From here on what is late is long late.
LONG = timedelta(days=3)
#: What is due within this time is soon due.
SOON = timedelta(days=1)
#: Ranks below this have nobody who holds them.
HELD = 2
#: 23:59 in Papua: a moment at which it is still the same day everywhere in Indonesia.
_LAST_MINUTE = time(14, 59, tzinfo=UTC)


@dataclass(frozen=True)
class CaseLine:
    """One case of a list. `next_at`: until when the next thing is to be done; nothing is due without it."""

    ref: CaseRef
    number: CaseNumber
    status: Status
    risk: str | None
    emergency: bool
    reported_at: datetime
    manager: StaffId | None = None
    acting: StaffId | None = None
    next_at: datetime | None = None
    kecamatan: str = ""


class Lateness(StrEnum):
    """How the next thing of a case lies to now."""

    LONG_LATE = "long_late"
    LATE = "late"
    SOON = "soon"
    LATER = "later"
    NOTHING = "nothing"


@dataclass(frozen=True)
class BoardCell:
    """So many open cases stand at this status and are so late."""

    status: Status
    lateness: Lateness
    count: int


def lateness(next_at: datetime | None, *, now: datetime) -> Lateness:
    """How late that is now."""
    if next_at is None:
        return Lateness.NOTHING
    if next_at < now:
        return Lateness.LONG_LATE if next_at < now - LONG else Lateness.LATE
    return Lateness.SOON if next_at < now + SOON else Lateness.LATER


def rank(case: Case) -> int | None:
    """The place of a case in lists, the most urgent at 0: without a case manager, then emergencies; None: closed.

    What was entrusted to others waits for no case manager, until they have it no more.
    """
    if not case.is_open:
        return None
    waits = case.is_unheld if case.status is Status.ENTRUSTED else case.manager is None
    return (0 if waits else HELD) + (0 if case.emergency else 1)


def visit_until(due_on: date) -> datetime:
    """Until when a visit of that day is to be made, for the order of lists."""
    return datetime.combine(due_on, _LAST_MINUTE)


def earliest(*moments: datetime | None) -> datetime | None:
    """The first of these that there is."""
    return min((moment for moment in moments if moment is not None), default=None)
