"""A monitoring visit (step 5.2): planned by risk, answered in one tap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from cases.case import CaseRef

VisitRef = NewType("VisitRef", str)


class VisitState(StrEnum):
    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Visit:
    """One planned visit. `index` counts from the plan's start, `started_on`; `nth` counts all visits of the case."""

    ref: VisitRef
    case: CaseRef
    nth: int
    index: int
    started_on: date
    due_on: date
    risk: str | None
    state: VisitState = VisitState.PLANNED
    outcome: str = ""
    postponed: tuple[str, ...] = ()
    done_at: datetime | None = None
    version: int = 0
