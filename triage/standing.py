"""How grave a case is, how fast a person must answer, and how long medicine can still help."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from triage.case_types import CaseType
from triage.circumstances import CONTRACEPTION_HOURS, PEP_HOURS, Circumstances
from triage.words import Words

Risk = Literal["TINGGI", "SEDANG", "RENDAH"]


@dataclass(frozen=True, slots=True)
class MedicalWindows:
    """Whole hours left for PEP against HIV and for emergency contraception; None where there is no window."""

    pep: int | None = None
    contraception: int | None = None


NO_WINDOWS = MedicalWindows()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A case after its type and risk are known: what jurisdiction, routes and the consent gate look at."""

    it: Circumstances
    case_types: tuple[CaseType, ...]
    risk: Risk | None
    emergency: bool
    windows: MedicalWindows

    @property
    def protects(self) -> bool:
        """A woman or a child is to be protected: KTP or KTA."""
        return "KTP" in self.case_types or "KTA" in self.case_types

    @property
    def abh(self) -> bool:
        """A child in contact with the law."""
        return "ABH" in self.case_types


class RiskRule(NamedTuple):
    """When a case has which risk; None where nothing is claimed that could be rated."""

    risk: Risk | None
    applies: Callable[[Circumstances, Sequence[str]], bool]
    words: Words
    basis: str


RISK_RULES: tuple[RiskRule, ...] = (
    RiskRule(
        "TINGGI",
        lambda it, fired: any(code.startswith("T") for code in fired),
        Words("Ada kriteria T", "Any criterion T"),
        "Perbup 58/2023 Lamp. II 1.5.a",
    ),
    RiskRule(
        "SEDANG",
        lambda it, fired: any(code.startswith("S") for code in fired),
        Words("Ada kriteria S", "Any criterion S"),
        "Perbup 58/2023 Lamp. II 1.5.a",
    ),
    RiskRule(
        "RENDAH",
        lambda it, fired: it.claimed,
        Words("Ada laporan kekerasan atau bahaya, tanpa kriteria T dan S", "Something is claimed, no T and no S"),
        "Perbup 58/2023 Lamp. II 1.5.b",
    ),
    RiskRule(
        None,
        lambda it, fired: True,
        Words("Tidak ada kekerasan atau bahaya yang dilaporkan", "Nothing is claimed"),
        "Perbup 58/2023 Lamp. II 1.5.f",
    ),
)


class ContactRule(NamedTuple):
    """How soon a person must make the first contact."""

    minutes: int
    applies: Callable[[bool, Risk | None], bool]
    words: Words


POLICE_DUTY = Words(
    "Kekerasan seksual atau perkawinan paksa yang disampaikan korban, tenaga kesehatan, psikolog, atau pekerja "
    "sosial: UPTD PPA wajib melapor ke polisi paling lama 3×24 jam",
    "Sexual violence or forced marriage, told by the victim, health staff, a psychologist or a social worker: "
    "UPTD PPA must report to the police within 3×24 hours",
)
POLICE_DUTY_BASIS = "UU 12/2022 Pasal 41"

CONTACT_RULES: tuple[ContactRule, ...] = (
    ContactRule(15, lambda emergency, risk: emergency, Words("keadaan darurat", "an emergency")),
    ContactRule(60, lambda emergency, risk: risk == "TINGGI", Words("risiko TINGGI", "the risk is TINGGI")),
    ContactRule(360, lambda emergency, risk: risk == "SEDANG", Words("risiko SEDANG", "the risk is SEDANG")),
    ContactRule(1440, lambda emergency, risk: True, Words("selain itu", "otherwise")),
)


def risk_of(it: Circumstances, fired: Sequence[str]) -> Risk | None:
    """How grave it is, for every case type alike: the first row that fits."""
    return next(rule.risk for rule in RISK_RULES if rule.applies(it, fired))


def is_emergency(fired: Sequence[str]) -> bool:
    """Any E: an overlay on every case type, which never waits for identity or consent."""
    return any(code.startswith("E") for code in fired)


def contact_within_minutes(*, emergency: bool, risk: Risk | None) -> int:
    """Minutes until a person must have made the first contact."""
    return next(rule.minutes for rule in CONTACT_RULES if rule.applies(emergency, risk))


def medical_windows(it: Circumstances) -> MedicalWindows:
    """Hours left after sexual violence whose hour is known; urgency only, not medical advice."""
    hours = it.facts.hours_since
    if hours is None or not it.medical_contact:
        return NO_WINDOWS
    all_male = all(victim.sex == "L" for victim in it.victims)
    return MedicalWindows(
        pep=PEP_HOURS - hours if hours <= PEP_HOURS else None,
        contraception=CONTRACEPTION_HOURS - hours if hours <= CONTRACEPTION_HOURS and not all_male else None,
    )
