"""A case: what was told, what the rules make of it, what an officer decided, and who holds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NewType

from cases.handling import Handling
from cases.messages import ChatId
from cases.staff import StaffId
from triage.decision import Decision
from triage.facts import Facts

CaseRef = NewType("CaseRef", str)
CaseNumber = NewType("CaseNumber", str)

RISKS = (None, "RENDAH", "SEDANG", "TINGGI")


class Status(StrEnum):
    """Where a case stands in Lampiran II: each status names the last thing that was reached."""

    UNFINISHED = "unfinished"
    REPORTED = "reported"
    CONFIRMED = "confirmed"  # 1.5
    ENTRUSTED = "entrusted"  # 1.5 b, c, d: handed over to others, and followed
    ASSIGNED = "assigned"  # 1.7
    MET = "met"  # 1.8
    REFUSED = "refused"  # 1.10: no consent
    CONSENTED = "consented"  # 1.10
    ASSESSED = "assessed"  # 2.7
    PLANNED = "planned"  # 3.5
    SERVED = "served"  # 4.6
    REVIEWED = "reviewed"  # 5.5, on the way to 5.7
    ENDING = "ending"  # 5.8, or 6.4 agreed
    CLOSED = "closed"  # 6.5


#: A case manager is at work.
HANDLED = frozenset(
    {
        Status.ASSIGNED,
        Status.MET,
        Status.REFUSED,
        Status.CONSENTED,
        Status.ASSESSED,
        Status.PLANNED,
        Status.SERVED,
        Status.REVIEWED,
        Status.ENDING,
    }
)


class Channel(StrEnum):
    """By which way a report came (1.1)."""

    CHAT = "chat"
    WALK_IN = "datang"
    TELEPHONE = "telepon"
    LETTER = "surat"
    SOCIAL_MEDIA = "medsos"
    PARTNER = "mitra"


class File(StrEnum):
    """Whose file this is, where victim and child offender of one event have files closed to each other."""

    WHOLE = ""
    VICTIM = "korban"
    CHILD_OFFENDER = "anak"


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
class Carried:
    """What a joined report tells that the case is judged by from then on: sexual violence, a child (or that nobody has
    said how old somebody is), somebody vulnerable, a duty to report to the police, or the advice to."""

    sexual: bool = False
    child: bool = False
    ageless: bool = False
    vulnerable: bool = False
    obliged: bool = False
    advised: bool = False


@dataclass(frozen=True)
class Joined:
    """Another report of the same event that a person has joined to this one; its time is kept (R-30).

    `police` is its duty as it stood then, `referrals` are those that went along: both are its own again if it is taken
    apart.
    """

    case: CaseRef
    number: CaseNumber
    reported_at: datetime
    by: StaffId
    at: datetime
    carried: Carried = field(default_factory=Carried)
    police: Police | None = None
    referrals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Readmission:
    """A wish that somebody may see the case again; it counts once a second lead has agreed."""

    who: StaffId
    by: StaffId
    at: datetime
    reason: str


@dataclass(frozen=True)
class Erasure:
    """A reporter's wish that what they told be erased (UU 27/2022 Ps 8); a person answers it within 72 hours.

    `kept`: why something stays, as keys of reasons; empty once erased or while nobody has answered.
    """

    asked_at: datetime
    due_at: datetime
    answered_at: datetime | None = None
    by: StaffId | None = None
    kept: tuple[str, ...] = ()


class Contact(StrEnum):
    """What came of a try to speak to the reporter."""

    REACHED = "reached"
    MISSED = "missed"
    UNSAFE = "unsafe"


@dataclass(frozen=True)
class Ruling:
    """What an officer made of the proposed decision (step 1.5), with the second person where one was needed.

    `types`: what it is after all, where it is neither KTP, KTA nor ABH (R-22); None leaves the decision's.
    """

    risk: str | None
    emergency: bool
    by: StaffId
    at: datetime
    reason: str = ""
    second: StaffId | None = None
    types: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Lowering:
    """A wish to lower TINGGI, to clear the emergency or to label it anew, which waits for a second officer."""

    risk: str | None
    emergency: bool
    by: StaffId
    at: datetime
    reason: str
    types: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Case:
    """One report and what became of it. `ref` is random and never says anything; `number` is for people.

    `excluded`: members of the unit from whom it is hidden; `acting`: who stands in for the manager until that day;
    `due_at`: the next thing that is due, for the order of lists. Without `reporter` it came by another way
    than the chat. `own_police`: its own duty, where that of a joined report has taken its place; `unheld_since`: it
    was handed to others as a whole, and from then on they had it no more. `distrusted`: whoever reported it may be the
    alleged offender, and learns nothing.
    """

    ref: CaseRef
    number: CaseNumber
    reporter: ChatId | None
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
    own_police: Police | None = None
    handling: Handling = field(default_factory=Handling)
    excluded: tuple[StaffId, ...] = ()
    readmission: Readmission | None = None
    acting: StaffId | None = None
    acting_until: date | None = None
    channel: Channel = Channel.CHAT
    entered_by: StaffId | None = None
    file: File = File.WHOLE
    sibling: CaseRef | None = None
    reports: tuple[Joined, ...] = ()
    joined_to: CaseRef | None = None
    due_at: datetime | None = None
    unheld_since: datetime | None = None
    erasure: Erasure | None = None
    distrusted: bool = False
    version: int = 0
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def risk(self) -> str | None:
        """The risk that holds: an officer's where there is one, else the proposed one."""
        return self.ruling.risk if self.ruling else self.decision.risk

    @property
    def types(self) -> tuple[str, ...]:
        """What kind of case it is: an officer's word where there is one, else the proposed one."""
        ruled = self.ruling.types if self.ruling else None
        return self.decision.case_types if ruled is None else ruled

    @property
    def emergency(self) -> bool:
        """Whether the emergency holds: an officer's word where there is one, else the rules' or the reporter's."""
        return self.ruling.emergency if self.ruling else (self.decision.emergency or self.declared)

    @property
    def gravity(self) -> str | None:
        """The risk by which a person is watched over: an emergency is at least TINGGI (R-04)."""
        return "TINGGI" if self.emergency else self.risk

    @property
    def carried(self) -> Carried:
        """All that the reports which were joined to it tell."""
        marks = tuple(one.carried for one in self.reports)
        return Carried(**{mark.name: any(getattr(one, mark.name) for one in marks) for mark in fields(Carried)})

    @property
    def is_open(self) -> bool:
        return self.status is not Status.CLOSED

    @property
    def is_unheld(self) -> bool:
        """Whether it was handed over, and nobody there has it: declined, ended or withdrawn."""
        return self.status is Status.ENTRUSTED and self.unheld_since is not None


def graver(one: str | None, other: str | None) -> bool:
    """Whether the first risk is graver than the second."""
    return RISKS.index(one) > RISKS.index(other)
