"""Lampiran II of Perbup Luwu Utara 58/2023 as a table: every step with who, what is needed, how long, what comes out.

The signs in the flow charts that say who acts are lost in the text; who was gathered from the wording alone is marked
as inferred (R-01). A page of process 2 is lost too: 2.4 to 2.6 keep their numbers as a proposal, without a time (R-02).
The words stand in `bot/texts/*/book.ftl`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cases.letter import LetterKind


class Who(StrEnum):
    """The eight columns of the tables."""

    CLIENT = "K"
    COMPANION = "P"
    PATBM = "B"
    SCHOOL = "S"
    HEALTH = "F"
    UNIT = "U"
    SOCIAL = "D"
    POLICE = "L"


@dataclass(frozen=True)
class Actor:
    """Who acts in a step; `inferred` where no wording says so outright."""

    who: Who
    inferred: bool = False


class Unit(StrEnum):
    MINUTES = "minutes"
    DAYS = "days"
    MONTHS = "months"


class Pace(StrEnum):
    """What is about safety runs day and night, paperwork on working days (R-15)."""

    CALENDAR = "calendar"
    WORKING = "working"


@dataclass(frozen=True)
class Span:
    """A standard time of the book; from `shortest` to `longest` where it names two."""

    longest: int
    unit: Unit
    shortest: int | None = None

    @property
    def minutes(self) -> int:
        """The longest time in minutes; a month has thirty days (R-15)."""
        return self.longest * {Unit.MINUTES: 1, Unit.DAYS: 1440, Unit.MONTHS: 43200}[self.unit]

    @property
    def days(self) -> int:
        """The longest time in whole days; 0 for what is told in minutes."""
        return self.longest * {Unit.MINUTES: 0, Unit.DAYS: 1, Unit.MONTHS: 30}[self.unit]


@dataclass(frozen=True)
class Branch:
    """Where a step leads under a condition: its letter in the book, and the step, or none where others go on."""

    code: str
    to: str = ""


PERBUP = "Perbup 58/2023, Lampiran II"
PROPOSAL = "usulan"


@dataclass(frozen=True)
class BookStep:
    """One step. `time` counts at `pace` from the first of `since` that was done; `needs` and `outputs` are papers (a
    `LetterKind` where one of our letters fits) and things; `gate` names what the step can't be passed without."""

    number: str
    actors: tuple[Actor, ...]
    time: Span | None = None
    needs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    pace: Pace = Pace.WORKING
    branches: tuple[Branch, ...] = ()
    gate: str = ""
    optional: bool = False
    source: str = PERBUP

    @property
    def process(self) -> int:
        return int(self.number.partition(".")[0])

    @property
    def key(self) -> str:
        """The key of its words."""
        return f"book-{self.number.replace('.', '-')}"

    def branch_key(self, branch: Branch) -> str:
        """The key of the words of a branch."""
        return f"book-branch-{self.number.replace('.', '-')}-{branch.code}"

    @property
    def is_proposal(self) -> bool:
        """Whether the source lost it, and the text is ours."""
        return self.source == PROPOSAL

    @property
    def letters(self) -> tuple[LetterKind, ...]:
        """The letters of ours that come out of it."""
        return tuple(LetterKind(output) for output in self.outputs if output in LETTERS)


LETTERS = frozenset(LetterKind)


def by(sure: str, maybe: str = "") -> tuple[Actor, ...]:
    """Who acts, in the letters of the columns: what the wording says, then what is only inferred."""
    return (*(Actor(Who(letter)) for letter in sure), *(Actor(Who(letter), inferred=True) for letter in maybe))


def minutes(count: int) -> Span:
    return Span(count, Unit.MINUTES)


def days(count: int) -> Span:
    return Span(count, Unit.DAYS)


L = LetterKind
PEN, CAR, CAMERA, IDENTITY = "atk", "kendaraan", "kamera", "identitas"
DATA, ASSESSED = "data", "hasil_asesmen"
FIELD = (CAR, PEN, L.TASK)
CALENDAR = Pace.CALENDAR

STEPS: tuple[BookStep, ...] = (
    # Process 1: first steps and identification. Minutes run by the clock: somebody waits for help.
    BookStep("1.1", by("K", "PBSFL"), minutes(10), (IDENTITY,), pace=CALENDAR),
    BookStep("1.2", by("", "PBSFUDL"), minutes(15), (IDENTITY,), since=("1.1",), pace=CALENDAR),
    BookStep("1.3", by("", "PBSFU"), minutes(60), since=("1.2",), pace=CALENDAR, optional=True),
    BookStep("1.4", by("U", "BSFDL"), minutes(30), (L.REFERRAL,), (L.RECEIPT,), ("1.2",), CALENDAR, optional=True),
    BookStep(
        "1.5",
        by("U"),
        minutes(60),
        (PEN,),
        (L.RESUME,),
        since=("1.4", "1.2"),
        pace=CALENDAR,
        branches=(Branch("a", "1.7"), Branch("b"), Branch("c"), Branch("d"), Branch("e", "1.6"), Branch("f")),
    ),
    # Only from branch e, and its day counts from the report.
    BookStep("1.6", by("PU", "FL"), days(1), FIELD, ("informasi_awal",), ("1.1",), CALENDAR, optional=True),
    BookStep("1.7", by("UPB"), minutes(120), (L.REQUEST,), (DATA,), ("1.6", "1.5"), CALENDAR),
    BookStep("1.8", by("P"), days(1), FIELD, (DATA,), ("1.7",), CALENDAR),
    BookStep("1.9", by("PK"), days(1), FIELD, (DATA,), ("1.8",)),
    BookStep(
        "1.10",
        by("K"),
        days(1),
        (*FIELD, L.CONSENT),
        (L.CONSENT,),
        since=("1.9", "1.8"),
        branches=(Branch("setuju", "2.1"), Branch("menolak", "6.4")),
        gate="consent",
    ),
    # Process 2: assessment.
    BookStep("2.1", by("P"), minutes(120), (*FIELD, L.CONSENT), (ASSESSED,), ("5.6", "1.10"), gate="consent"),
    BookStep("2.2", by("PUFDLSB"), minutes(60), FIELD, (ASSESSED,), ("2.1",), optional=True),
    BookStep("2.3", by("U"), days(2), (L.REQUEST,), ("persetujuan_penyedia",), ("2.2", "2.1"), optional=True),
    BookStep("2.4", by("", "FD"), outputs=(ASSESSED,), since=("2.3",), optional=True, source=PROPOSAL),
    BookStep("2.5", by("", "PU"), outputs=(ASSESSED,), since=("2.4",), optional=True, source=PROPOSAL),
    BookStep("2.6", by("", "PK"), since=("2.5", "2.1"), optional=True, source=PROPOSAL),
    BookStep("2.7", by("PU"), minutes(60), (PEN,), (L.CASE_REPORT,), ("2.6", "2.5", "2.4", "2.2", "2.1")),
    # Process 3: plan. Several needs of 3.2 may apply at once.
    BookStep("3.1", by("", "P"), minutes(60), (L.CASE_REPORT,), since=("2.7",)),
    BookStep(
        "3.2",
        by("", "PUFDLB"),
        days(1),
        (L.CASE_REPORT,),
        (DATA,),
        since=("3.1",),
        branches=(Branch("a", "4.1"), Branch("b", "4.1"), Branch("c", "4.1"), Branch("d", "4.1"), Branch("e", "4.1")),
    ),
    BookStep("3.3", by("", "UP"), days(1), (L.CASE_REPORT,), (L.PLAN,), ("3.2",)),
    BookStep("3.4", by("", "KPBSFUDL"), days(1), (L.CASE_REPORT,), (DATA,), ("3.3", "3.2"), optional=True),
    BookStep("3.5", by("", "PK"), days(1), (CAR, "hasil_konferensi"), (DATA,), ("3.4", "3.3"), gate="plan"),
    # Process 4: services. They are for a person, not for a file: their days run on.
    BookStep("4.1", by("", "PFUDLB"), days(7), (L.PLAN,), (DATA,), ("3.5",), CALENDAR),
    BookStep("4.2", by("", "PFUDLB"), minutes(60), since=("4.1",)),
    BookStep("4.3", by("", "PFUDLB"), days(1), (CAMERA, CAR), ("dokumen_hasil",), ("4.2", "4.1")),
    BookStep("4.4", by("", "P"), Span(3, Unit.MONTHS, shortest=1), (PEN,), (DATA,), ("4.1", "3.5"), CALENDAR),
    BookStep("4.5", by("", "P"), days(1), (PEN,), ("laporan_hasil",), ("4.4",)),
    BookStep("4.6", by("", "P"), days(1), (PEN,), ("dokumen_hasil",), ("4.5",)),
    # Process 5: monitoring. The book gives no interval: the profile's visit plan does.
    BookStep("5.1", by("", "P"), minutes(30), (PEN, "form_monitoring"), since=("4.1",)),
    BookStep("5.2", by("", "PK"), days(1), (PEN, "form_monitoring"), (L.MONITORING_NOTE,), ("5.1",), CALENDAR),
    BookStep("5.3", by("", "UP"), days(1), (L.MONITORING_NOTE, "dokumen_hasil"), since=("5.2",), optional=True),
    BookStep("5.4", by("", "KPBSFUDL"), days(1), (L.MONITORING_NOTE, "dokumen_hasil"), since=("5.3",), optional=True),
    BookStep(
        "5.5",
        by("", "PU"),
        days(1),
        (PEN,),
        (L.MONITORING_REPORT,),
        since=("5.4", "5.3", "5.2"),
        branches=(Branch("perlu", "5.6"), Branch("pulih", "5.7")),
    ),
    BookStep("5.6", by("", "P"), days(1), (PEN, "form_asesmen"), since=("5.5",), branches=(Branch("ulang", "2.1"),)),
    BookStep("5.7", by("", "P"), minutes(120), (PEN,), since=("5.5",)),
    BookStep("5.8", by("", "PU"), days(1), (PEN, L.CASE_REPORT, L.MONITORING_REPORT), since=("5.7",), gate="papers"),
    # Process 6: termination.
    BookStep("6.1", by("", "PK"), days(1), (L.CASE_REPORT, L.MONITORING_REPORT), since=("5.8",)),
    BookStep("6.2", by("", "P"), days(1), (L.TERMINATION_FORM,), (L.TERMINATION_FORM,), ("6.1",)),
    BookStep("6.3", by("", "K"), minutes(120), (L.TERMINATION_FORM,), since=("6.2", "6.1"), gate="signature"),
    BookStep(
        "6.4",
        by("", "PU"),
        minutes(120),
        (L.CASE_REPORT, L.MONITORING_REPORT),
        branches=(Branch("meninggal", "6.5"), Branch("hilang", "6.5"), Branch("menolak", "6.5")),
        gate="reason",
        optional=True,
    ),
    BookStep(
        "6.5",
        by("", "PU"),
        minutes(120),
        (L.CASE_REPORT, L.MONITORING_REPORT, L.TERMINATION_FORM),
        (L.TERMINATION_REPORT,),
        since=("6.3", "6.4"),
        gate="signature",
    ),
)
BY_NUMBER: Mapping[str, BookStep] = {step.number: step for step in STEPS}
PROCESSES: Mapping[int, tuple[BookStep, ...]] = {
    process: tuple(step for step in STEPS if step.process == process) for process in range(1, 7)
}
