"""An alert: a call for somebody of the unit, which stays open until what it calls for was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, NewType

from cases.case import CaseRef
from cases.staff import StaffId

AlertRef = NewType("AlertRef", str)


class Cause(StrEnum):
    """Why the unit is called."""

    TRIAGE = "triage"
    DECLARED = "declared"
    WORDS = "words"
    UNSAFE_VISIT = "unsafe_visit"
    RAISED = "raised"
    UNFINISHED = "unfinished"
    REPORT = "report"
    MISSED_VISIT = "missed_visit"


#: Causes for which only a recorded outreach ends the alert; the others end when an officer has confirmed step 1.5.
NEEDS_OUTREACH = frozenset({Cause.TRIAGE, Cause.DECLARED, Cause.WORDS, Cause.UNSAFE_VISIT, Cause.RAISED})

LADDER_OF: dict[Cause, str] = {
    Cause.TRIAGE: "emergency",
    Cause.DECLARED: "emergency",
    Cause.WORDS: "emergency",
    Cause.UNSAFE_VISIT: "emergency",
    Cause.RAISED: "emergency",
    Cause.UNFINISHED: "unfinished",
    Cause.REPORT: "report",
    Cause.MISSED_VISIT: "visit",
}


class AlertState(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    ENDED = "ended"


@dataclass(frozen=True)
class Outing:
    """An officer on the way or out there: asked every so often whether they are safe.

    `asked_at` is empty while no question waits; `sign_at` is the last word from or about them, and `alarmed`
    are those who were told that something may have happened, and must hear that it has not.
    """

    who: StaffId
    since: datetime
    asked_at: datetime | None = None
    unanswered: int = 0
    needs_help: bool = False
    sign_at: datetime | None = None
    alarmed: tuple[StaffId, ...] = ()


@dataclass(frozen=True)
class Ending:
    """A wish to end an alert without outreach, which waits for a second person."""

    by: StaffId
    at: datetime
    reason: str


@dataclass(frozen=True)
class Stamp:
    """A crisis step that was done: when, and by whom."""

    at: datetime
    by: StaffId


@dataclass(frozen=True)
class Alert:
    """One call. `step` is the ladder's next step; `awaited` are those called last who have not said no.

    `wanted` is how many must take it: the first is `taken_by`, the others are `companions`, and until there are
    enough the ladder goes on. `once` are all who have ever taken it. `offered_to` was asked by the holder to take it
    over. `protected_at`: people on the spot protect the victim, `eta_at`: when the unit's own outreach can be there
    (R-25).
    """

    ref: AlertRef
    case: CaseRef
    cause: Cause
    raised_at: datetime
    deadline_at: datetime
    state: AlertState = AlertState.OPEN
    step: int = 0
    calls: int = 0
    climbing_since: datetime | None = None
    told: tuple[StaffId, ...] = ()
    awaited: tuple[StaffId, ...] = ()
    declined: tuple[StaffId, ...] = ()
    taken_by: StaffId | None = None
    taken_at: datetime | None = None
    sign_at: datetime | None = None
    asked_at: datetime | None = None
    outreach_at: datetime | None = None
    ended_at: datetime | None = None
    wanted: int = 1
    companions: tuple[StaffId, ...] = ()
    once: tuple[StaffId, ...] = ()
    offered_to: StaffId | None = None
    offered_at: datetime | None = None
    ending: Ending | None = None
    paged_at: datetime | None = None
    protected_at: datetime | None = None
    eta_at: datetime | None = None
    steps: Mapping[str, Stamp] = field(default_factory=dict)
    outings: tuple[Outing, ...] = ()
    version: int = 0

    def moved(self, by: timedelta) -> Alert:
        """The same alert on a clock that was set by so much: whatever it waits for is as far away as before."""
        changed: dict[str, Any] = {
            name: value + by
            for name in (one.name for one in fields(self))
            if isinstance(value := getattr(self, name), datetime)
        }
        outings = tuple(
            replace(
                one,
                since=one.since + by,
                asked_at=one.asked_at + by if one.asked_at else None,
                sign_at=one.sign_at + by if one.sign_at else None,
            )
            for one in self.outings
        )
        steps = {code: replace(stamp, at=stamp.at + by) for code, stamp in self.steps.items()}
        return replace(self, outings=outings, steps=steps, **changed)

    @property
    def needs_outreach(self) -> bool:
        return self.cause in NEEDS_OUTREACH

    @property
    def is_open(self) -> bool:
        return self.state is not AlertState.ENDED

    @property
    def takers(self) -> tuple[StaffId, ...]:
        """Who has taken it, the holder first."""
        return () if self.taken_by is None else (self.taken_by, *self.companions)

    @property
    def is_short(self) -> bool:
        """Open, and not yet taken by as many as it needs: the ladder goes on."""
        return self.is_open and len(self.takers) < self.wanted

    @property
    def calls_for_help(self) -> bool:
        """Open, and only a recorded outreach ends it."""
        return self.is_open and self.needs_outreach
