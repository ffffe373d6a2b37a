"""A referral: another institution is asked for help, and we don't let go until it says that it has the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from cases.case import CaseRef
from cases.messages import ChatId
from cases.staff import StaffId

ReferralRef = NewType("ReferralRef", str)


class ReferralState(StrEnum):
    SENT = "sent"
    RECEIVED = "received"
    DECLINED = "declined"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


class AgencyKind(StrEnum):
    """To whom people are referred; the kinds of consent scope."""

    HEALTH = "kesehatan"
    PSYCHOLOGY = "psikologi"
    SOCIAL = "sosial"
    POLICE = "polisi"
    LEGAL = "hukum"
    PATBM = "patbm"
    PROVINCE = "provinsi"
    NATION = "nasional"
    REGENCY = "kabupaten_lain"


@dataclass(frozen=True)
class Agency:
    """An institution of the profile."""

    key: str
    kind: AgencyKind
    name: str
    address: str = ""


@dataclass(frozen=True)
class Partner:
    """Somebody of an agency whom the bot can write to; sees that agency's referrals and nothing else."""

    id: int
    chat: ChatId
    name: str
    agency: str
    active: bool = True
    reachable: bool = True


@dataclass(frozen=True)
class Progress:
    """What the receiver reported."""

    at: datetime
    text: str
    by: str


@dataclass(frozen=True)
class Referral:
    """`accompanied_by` is who goes along; for children and vulnerable people somebody must (rules 3 and 4 of East
    Kalimantan). `handover`: the whole case goes there (1.5 b, c, d). `scope`: what of the victim the receiver may see
    once it has said yes: identitas (name, age, disability), kontak (phone, address), kronologi (in the letter alone),
    as `cases.needs.SHARED`. That of the consent is another: to which kinds of institutions. `copies`: agencies that
    get a copy of the letter. `rung` counts reminders."""

    ref: ReferralRef
    case: CaseRef
    agency: str
    need: str
    state: ReferralState
    sent_at: datetime
    sent_by: StaffId
    scope: tuple[str, ...] = ()
    accompanied_by: str = ""
    must_accompany: bool = False
    told_victim: bool = False
    handover: bool = False
    route: str = ""
    copies: tuple[str, ...] = ()
    letter: str = ""
    received_at: datetime | None = None
    receiver: str = ""
    reason: str = ""
    outcome: str = ""
    ended_at: datetime | None = None
    next_on: date | None = None
    progress: tuple[Progress, ...] = ()
    rung: int = 0
    version: int = 0

    @property
    def is_open(self) -> bool:
        return self.state in (ReferralState.SENT, ReferralState.RECEIVED)
