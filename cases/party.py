"""The people of a case, each a record of their own: victims, reporters, alleged offenders, guardians."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from cases.case import CaseRef

PartyRef = NewType("PartyRef", str)


class PartyKind(StrEnum):
    VICTIM = "victim"
    REPORTER = "reporter"
    OFFENDER = "offender"
    GUARDIAN = "guardian"


@dataclass(frozen=True)
class Party:
    """One person of one case. Empty means not known; nothing of it is needed to be helped (R-09)."""

    ref: PartyRef
    case: CaseRef
    kind: PartyKind
    name: str = ""
    sex: str = ""
    age: int | None = None
    born_on: date | None = None
    nik: str = ""
    phone: str = ""
    address: str = ""
    relation: str = ""
    education: str = ""
    occupation: str = ""
    disability: str = ""
    note: str = ""
    removed: bool = False
    version: int = 0


@dataclass(frozen=True)
class Match:
    """Another record that seems to be the same person: found by blind indices, confirmed only by a person."""

    party: PartyRef
    case: CaseRef
    kind: PartyKind
    by: str
