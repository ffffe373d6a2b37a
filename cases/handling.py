"""What the book asks to be kept of a case on its way: steps done, the signed consent, guardian, reviews, the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from cases.staff import StaffId


class Signer(StrEnum):
    """Who signed a consent or refused it (1.10)."""

    VICTIM = "korban"
    GUARDIAN = "wali"
    FAMILY = "keluarga"
    OFFENDER = "pelaku"


class Ground(StrEnum):
    """Why handling goes on although consent was refused (R-17): saving a life, a child whose guardian refuses while
    the risk is TINGGI, a duty by law."""

    LIFE = "nyawa"
    GUARDIAN = "wali"
    LAW = "undang"


class Unilateral(StrEnum):
    """The three reasons for an end without the victim's signature (6.4)."""

    DEAD = "meninggal"
    LOST = "hilang"
    REFUSES = "menolak"


#: The eight rights that every victim is told (SOP Tana Toraja 2017).
RIGHTS = ("medis", "psikologis", "hukum", "sosial", "rahasia", "penasihat", "aman", "terbaik")


#: Steps of the report itself: they are not done again when a case is opened once more.
BEFORE_ASSIGNMENT = frozenset({"1.1", "1.2", "1.3", "1.4", "1.5", "1.6"})


@dataclass(frozen=True)
class Done:
    """A step of the book that was done: when it happened, through whom, and the entry that tells of it."""

    step: str
    at: datetime
    by: StaffId | None = None
    entry: str = ""
    round: int = 1


@dataclass(frozen=True)
class Guardian:
    """Who stands for a child. Never the alleged offender; `named_by_unit` where nobody else was there."""

    name: str
    relation: str
    by: StaffId
    at: datetime
    is_offender: bool = False
    named_by_unit: bool = False


@dataclass(frozen=True)
class Consent:
    """The answer on paper (1.10). It is not the chat's "ya", and only agreed with the photo of the signed form.

    `scope`: kinds of agencies with whom what is needed may be shared.
    """

    agreed: bool
    by_whom: Signer
    at: datetime
    recorded_by: StaffId
    scope: tuple[str, ...] = ()
    photo_id: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Override:
    """A wish to go on although consent was refused; it counts once a second person has agreed (R-17)."""

    ground: Ground
    reason: str
    asked_by: StaffId
    asked_at: datetime
    agreed_by: StaffId | None = None
    agreed_at: datetime | None = None


@dataclass(frozen=True)
class Attempt:
    """One try to find somebody (R-26)."""

    at: datetime
    how: str
    by: StaffId

    @property
    def is_visit(self) -> bool:
        return self.how == "visit"


@dataclass(frozen=True)
class OneSided:
    """A wish to end without the victim's signature; it counts once somebody who answers for the unit has agreed."""

    ground: Unilateral
    reason: str
    asked_by: StaffId
    asked_at: datetime
    attempts: tuple[Attempt, ...] = ()
    others_safe: bool | None = None
    agreed_by: StaffId | None = None
    agreed_at: datetime | None = None


@dataclass(frozen=True)
class Postponed:
    """A step that its holder put off, and why. Its time by the book stays; until then it is not brought to mind."""

    step: str
    until: date
    reason: str
    by: StaffId
    at: datetime


@dataclass(frozen=True)
class Handling:
    """Where the work on a case stands. `round` counts assessments: 5.6 starts the next; `reviewed` is the last round
    that somebody who answers for the unit has looked at (R-27). `grown`: what was seen at the meeting where the report
    did not say whether the victim is a child. The case came to its status at `entered_at`, when so
    many steps had been done (`entered`). `accompanied_until` is when accompaniment was ended in this round, before its
    longest time. `opened` is the round with which the case was opened last: from 1.7 on nothing
    that was done before a reopening counts. `began` is when each round after the first began."""

    done: tuple[Done, ...] = ()
    round: int = 1
    reviewed: int = 0
    started_at: datetime | None = None
    guardian: Guardian | None = None
    consent: Consent | None = None
    override: Override | None = None
    one_sided: OneSided | None = None
    attempts: tuple[Attempt, ...] = ()
    rights: tuple[str, ...] = ()
    grown: bool | None = None
    checked_at: datetime | None = None
    opened: int = 1
    entered: int = 0
    entered_at: datetime | None = None
    postponed: tuple[Postponed, ...] = ()
    accompanied_until: datetime | None = None
    began: tuple[datetime, ...] = ()

    def last(self, step: str) -> Done | None:
        """The step as it was done last in this round; what comes before 2.1 counts in every round since the opening,
        what comes before 1.7 also from before a reopening."""
        since = 1 if step in BEFORE_ASSIGNMENT else self.opened if step < "2" else self.round
        return next((one for one in reversed(self.done) if one.step == step and one.round >= since), None)

    def first(self, *steps: str) -> Done | None:
        """The earliest of these in this round, by when it happened."""
        found = [one for one in self.done if one.step in steps and one.round == self.round]
        return min(found, key=lambda one: one.at, default=None)

    def has(self, *steps: str) -> bool:
        """Whether all of these were done, in this round."""
        return all(self.last(step) is not None for step in steps)

    def with_done(self, steps: Iterable[str], *, at: datetime, by: StaffId | None, entry: str = "") -> Handling:
        """These steps are done now; a step may be done again."""
        more = tuple(Done(step, at, by, entry, self.round) for step in steps)
        return replace(self, done=(*self.done, *more))

    def undone(self, *steps: str) -> Handling:
        """These steps no longer count in this round: they have to be done again."""
        return replace(self, done=tuple(one for one in self.done if one.step not in steps or one.round != self.round))

    def next_round(self, now: datetime) -> Handling:
        """Assessment begins anew (5.6): processes 2 to 5 count from here."""
        return replace(self, round=self.round + 1, began=(*self.began, now), accompanied_until=None)

    def since(self, round: int) -> datetime | None:
        """When that round began; None for the first. Of older cases: when the round before it ended."""
        back = self.round - round
        if round <= 1 or back < 0:
            return None
        if back < len(self.began):
            return self.began[-1 - back]
        return max((one.at for one in self.done if one.round < round), default=None)

    @property
    def may_go_on(self) -> bool:
        """Signed consent, or an exception that two people answer for."""
        signed = self.consent is not None and self.consent.agreed
        return signed or (self.override is not None and self.override.agreed_by is not None)
