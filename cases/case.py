"""A case: what was told, what the rules make of it, what an officer decided, and who holds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, NewType

from cases.messages import ChatId
from cases.staff import StaffId
from triage.decision import Decision
from triage.facts import Facts

CaseRef = NewType("CaseRef", str)
CaseNumber = NewType("CaseNumber", str)

RISKS = (None, "RENDAH", "SEDANG", "TINGGI")


class Status(StrEnum):
    """Where a case stands. The steps between `assigned` and `closed` are Lampiran II, processes 2 to 6."""

    UNFINISHED = "unfinished"
    REPORTED = "reported"
    CONFIRMED = "confirmed"
    ASSIGNED = "assigned"
    CLOSED = "closed"


class Contact(StrEnum):
    """What came of a try to speak to the reporter."""

    REACHED = "reached"
    MISSED = "missed"
    UNSAFE = "unsafe"


@dataclass(frozen=True)
class Ruling:
    """What an officer made of the proposed decision (step 1.5), with the second person where one was needed."""

    risk: str | None
    emergency: bool
    by: StaffId
    at: datetime
    reason: str = ""
    second: StaffId | None = None


@dataclass(frozen=True)
class Lowering:
    """A wish to lower TINGGI or to clear the emergency, which waits for a second officer."""

    risk: str | None
    emergency: bool
    by: StaffId
    at: datetime
    reason: str


@dataclass(frozen=True)
class Police:
    """The duty to report sexual violence to the police (UU 12/2022 Ps 41): its time, and how it was met."""

    since: datetime
    due_at: datetime
    met_at: datetime | None = None
    by: StaffId | None = None
    number: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Case:
    """One report and what became of it. `ref` is random and never says anything; `number` is for people."""

    ref: CaseRef
    number: CaseNumber
    reporter: ChatId
    reported_at: datetime
    status: Status
    answers: Mapping[str, Any]
    facts: Facts
    decision: Decision
    kecamatan: str = ""
    language: str = "id"
    declared: bool = False
    ruling: Ruling | None = None
    lowering: Lowering | None = None
    confirmed_at: datetime | None = None
    manager: StaffId | None = None
    assigned_at: datetime | None = None
    contacted_at: datetime | None = None
    contact_tries: int = 0
    closed_at: datetime | None = None
    police: Police | None = None
    version: int = 0
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def risk(self) -> str | None:
        """The risk that holds: an officer's where there is one, else the proposed one."""
        return self.ruling.risk if self.ruling else self.decision.risk

    @property
    def emergency(self) -> bool:
        """Whether the emergency holds: an officer's word where there is one, else the rules' or the reporter's."""
        return self.ruling.emergency if self.ruling else (self.decision.emergency or self.declared)

    @property
    def gravity(self) -> str | None:
        """The risk by which a person is watched over: an emergency is at least TINGGI (R-04)."""
        return "TINGGI" if self.emergency else self.risk

    @property
    def is_open(self) -> bool:
        return self.status is not Status.CLOSED


def graver(one: str | None, other: str | None) -> bool:
    """Whether the first risk is graver than the second."""
    return RISKS.index(one) > RISKS.index(other)
