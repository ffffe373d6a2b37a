"""An entry of a case: what somebody of the unit wrote down about one thing that was done. Nothing is overwritten."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, NewType

from cases.case import CaseRef, Status
from cases.handling import Handling
from cases.staff import StaffId

EntryRef = NewType("EntryRef", str)


class EntryKind(StrEnum):
    INTAKE = "intake"
    MEETING = "meeting"
    CONSENT = "consent"
    RIGHTS = "rights"
    GUARDIAN = "guardian"
    ATTEMPT = "attempt"
    ASSESSMENT = "assessment"
    FURTHER = "further"
    CONCLUSION = "conclusion"
    GOAL = "goal"
    NEEDS = "needs"
    PLAN = "plan"
    CONFERENCE = "conference"
    AGREEMENT = "agreement"
    SERVICE = "service"
    ACCOMPANIMENT = "accompaniment"
    RESULT = "result"
    MONITORING = "monitoring"
    DECISION = "decision"
    TERMINATION = "termination"
    FEEDBACK = "feedback"
    NOTE = "note"


@dataclass(frozen=True)
class Attached:
    """A voice note or a photo, by Telegram's own id and as the attachment that it is kept as."""

    kind: str
    file_id: str
    attachment: str = ""


@dataclass(frozen=True)
class Before:
    """Where the case stood before an entry moved it: what undoing it brings back."""

    status: Status
    handling: Handling


def stand(status: Status, handling: Handling) -> str:
    """A mark of where a case stands by the book: another one as soon as anything of it has changed.

    What only the clocks keep of it is left aside: a reminder that was postponed is nothing that was built upon.
    """
    kept = replace(handling, entered=0, entered_at=None, postponed=())
    return hashlib.sha256(f"{status}{kept!r}".encode()).hexdigest()[:24]


@dataclass(frozen=True)
class Entry:
    """`at` is when it happened, `written_at` when it was written down; `steps` are the steps of the book it tells of.

    `left` is the mark of where the case stood once this was written: only while it still does, nothing was built upon
    it. A correction is a new entry that names the one it corrects; that one stays, with who corrected it.
    """

    ref: EntryRef
    case: CaseRef
    kind: EntryKind
    at: datetime
    written_at: datetime
    by: StaffId
    steps: tuple[str, ...] = ()
    told: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[Attached, ...] = ()
    corrects: EntryRef | None = None
    corrected_by: EntryRef | None = None
    undone_at: datetime | None = None
    undone_by: StaffId | None = None
    before: Before | None = None
    left: str = ""
    version: int = 0

    @property
    def counts(self) -> bool:
        """Neither undone nor replaced by a correction."""
        return self.undone_at is None and self.corrected_by is None
