"""Books of other regencies that stand in where Perbup 58/2023 leaves something open: which of them, says the profile.

Crisis: what is done with a victim in danger, safety before the interview. Referral: the way to each kind of help, and
the rules that hold for all of them. The words stand in `bot/texts/*/outreach.ftl` and `book.ftl`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cases.phrases import Phrase, says
from cases.profile import Profile
from cases.referral import AgencyKind


@dataclass(frozen=True)
class CrisisStep:
    """One row of the SOP: its number, standard time in minutes (none: as the service takes), and who does it."""

    number: int
    code: str
    minutes: tuple[int, int] | None
    actors: tuple[str, ...]

    @property
    def standard(self) -> Phrase:
        if self.minutes is None:
            return says("crisis-open-ended")
        shortest, longest = self.minutes
        if shortest == longest:
            return says("crisis-minutes", minutes=str(shortest))
        return says("crisis-span", shortest=str(shortest), longest=str(longest))


@dataclass(frozen=True)
class CrisisBook:
    """The crisis steps of one SOP, in its order."""

    steps: tuple[CrisisStep, ...]
    source: str

    def source_of(self, step: CrisisStep) -> str:
        """What says so."""
        return f"{self.source} langkah {step.number}"


# Safety (5, 6) stands before the interview (7) and the consent (9): that order is the SOP's own.
PULANG_PISAU: tuple[CrisisStep, ...] = (
    CrisisStep(1, "identity", (5, 5), ("admin",)),
    CrisisStep(2, "calming", (15, 30), ("companion", "manager")),
    CrisisStep(3, "advice", (15, 15), ("chair", "secretary", "counsellor")),
    CrisisStep(4, "referral", (5, 5), ("chair",)),
    CrisisStep(5, "safety", (30, 30), ("companion",)),
    CrisisStep(6, "comfort", (60, 60), ("companion", "counsellor")),
    CrisisStep(7, "interview", (60, 60), ("companion",)),
    CrisisStep(8, "draft", (30, 30), ("manager", "chair")),
    CrisisStep(9, "agreement", (5, 5), ("victim", "family")),
    CrisisStep(10, "help", (60, 120), ("counsellor", "agency")),
    CrisisStep(11, "report", (60, 60), ("manager", "secretary")),
    CrisisStep(12, "monitoring", None, ("companion",)),
    CrisisStep(13, "filing", (10, 10), ("admin",)),
)
CRISIS: Mapping[str, CrisisBook] = {"pulang_pisau": CrisisBook(PULANG_PISAU, "SOP Pulang Pisau 8.or-3/2021")}


@dataclass(frozen=True)
class Flow:
    """The way to one kind of help: who does what, one after the other. The study names no times."""

    code: str
    kinds: tuple[AgencyKind, ...]
    actors: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the words of its steps."""
        return tuple(f"book-flow-{self.code}-{nth}" for nth in range(1, len(self.actors) + 1))


@dataclass(frozen=True)
class Rule:
    """One of the rules that hold for every referral. `accompany`: somebody of the unit must go along."""

    number: int
    accompany: bool = False

    @property
    def key(self) -> str:
        return f"book-rule-{self.number}"


@dataclass(frozen=True)
class ReferralBook:
    flows: tuple[Flow, ...]
    rules: tuple[Rule, ...]
    source: str

    def flow(self, kind: AgencyKind) -> Flow | None:
        """The way to that kind of institution, where the book has one."""
        return next((flow for flow in self.flows if kind in flow.kinds), None)


KALIMANTAN_TIMUR = ReferralBook(
    flows=(
        Flow("health", (AgencyKind.HEALTH,), ("manager", "doctor", "doctor", "doctor", "secretary", "secretary")),
        Flow("social", (AgencyKind.SOCIAL,), ("manager", "manager", "secretary", "chair", "chair", "secretary")),
        Flow("legal", (AgencyKind.LEGAL, AgencyKind.POLICE), ("manager", "lawyer", "lawyer", "lawyer")),
        Flow("home", (), ("secretary", "secretary", "chair", "companion", "companion")),
    ),
    rules=(Rule(1), Rule(2), Rule(3, accompany=True), Rule(4, accompany=True), Rule(5), Rule(6), Rule(7)),
    source="Kajian Kalimantan Timur",
)
REFERRAL: Mapping[str, ReferralBook] = {"kalimantan_timur": KALIMANTAN_TIMUR}


def crisis_book(profile: Profile) -> CrisisBook:
    """The crisis steps that hold in this regency, and where they stand."""
    return CRISIS[profile.crisis_book]


def crisis_steps(profile: Profile) -> tuple[CrisisStep, ...]:
    """The crisis steps that hold in this regency."""
    return crisis_book(profile).steps


def crisis_step(profile: Profile, number: str) -> CrisisStep | None:
    """The crisis step of that number."""
    return next((step for step in crisis_steps(profile) if str(step.number) == number), None)


def referral_book(profile: Profile) -> ReferralBook:
    """The ways of referring that hold in this regency."""
    return REFERRAL[profile.referral_book]
