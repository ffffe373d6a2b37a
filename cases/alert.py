"""An alert: a call for somebody of the unit, which stays open until what it calls for was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

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
}


class AlertState(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    ENDED = "ended"


@dataclass(frozen=True)
class Alert:
    """One call. `step` is the ladder's next step; `awaited` are those called last who have not said no."""

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
    version: int = 0

    @property
    def needs_outreach(self) -> bool:
        return self.cause in NEEDS_OUTREACH

    @property
    def is_open(self) -> bool:
        return self.state is not AlertState.ENDED

    @property
    def calls_for_help(self) -> bool:
        """Open, and only a recorded outreach ends it."""
        return self.is_open and self.needs_outreach
