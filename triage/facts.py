"""What we know of a report, and nothing more: every fact is true, false or unknown (None).

Facts can't be wrong: impossible values are refused when they are built, in code or from JSON.
"""

from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

from triage.people import UNKNOWN, Access, Offender, Person, Sex, Stage, Victim, read_offender, read_victims
from triage.reading import (
    Mistakes,
    Readers,
    WrongFacts,
    checked,
    known,
    mistakes_in,
    one_of,
    read_count,
    read_fields,
    read_place,
    read_truth,
    several_of,
    shown,
)

__all__ = ["Access", "Facts", "Offender", "Person", "Sex", "Stage", "Victim", "WrongFacts", "facts_from"]

Reporter = Literal["korban", "keluarga", "pihak_ketiga", "tenaga_kesehatan", "psikolog", "peksos", "petugas", "lainnya"]
Violence = Literal[
    "fisik",
    "psikis",
    "seksual",
    "kbgo",
    "penelantaran",
    "eksploitasi",
    "tppo",
    "perkawinan_paksa",
    "hilang",
    "lainnya",
]
Ampk = Literal[
    "A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A10", "A11", "A12", "A13", "A14", "A15"
]  # fmt: skip
Suicidal = Literal["tidak", "ideasi", "niat_rencana", "percobaan"]
Consent = Literal["belum", "setuju", "menolak"]
ConsentBy = Literal["korban", "wali", "terduga_pelaku"]


_NEVER_NONE = ("victims", "offender", "violence", "ampk")


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Everything that the decision may look at. Times are whole hours and days, places Kemendagri codes."""

    reporter: Reporter | None = None
    is_report: bool | None = None
    victims: tuple[Victim, ...] = ()
    offender: Offender = UNKNOWN
    violence: tuple[Violence, ...] = ()
    ampk: tuple[Ampk, ...] = ()
    ongoing_now: bool | None = None
    safe_now: bool | None = None
    severe_injury: bool | None = None
    injury: bool | None = None
    repeated: bool | None = None
    weapon: bool | None = None
    strangulation: bool | None = None
    death_threat: bool | None = None
    threats: bool | None = None
    escalating: bool | None = None
    beaten_pregnant: bool | None = None
    extreme_jealousy: bool | None = None
    recent_separation: bool | None = None
    confined: bool | None = None
    no_safe_caregiver: bool | None = None
    serious_psych_impact: bool | None = None
    sexual_contact: bool | None = None
    recent: bool | None = None
    historical: bool | None = None
    child_witness: bool | None = None
    detained: bool | None = None
    patbm_active: bool | None = None
    coi_desa: bool | None = None
    village_ok: bool | None = None
    needs_cross_coordination: bool | None = None
    suicidal: Suicidal | None = None
    hours_since: int | None = None
    days_until: int | None = None
    prior_reports: int | None = None
    loc_victim: str | None = None
    loc_incident: str | None = None
    loc_offender: str | None = None
    consent: Consent | None = None
    consent_given_by: ConsentBy | None = None
    consent_refused_by: ConsentBy | None = None

    def __post_init__(self) -> None:
        mistakes = mistakes_in(self, FACTS)
        mistakes += [f"{name}: unknown is empty here, not None" for name in _NEVER_NONE if getattr(self, name) is None]
        if mistakes:
            raise WrongFacts(mistakes)

    def to_json(self) -> dict[str, Any]:
        """Only what is known; `facts_from` reads it back to equal facts."""
        return known(self)


def facts_from(given: object) -> Facts:
    """Read the facts of one report from JSON values; raises WrongFacts with every mistake."""
    if not isinstance(given, dict):
        raise WrongFacts([f"facts: {shown(given)} is not an object"])
    mistakes: Mistakes = []
    found = read_fields(FACTS, given, mistakes)
    if mistakes:
        raise WrongFacts(mistakes)
    return checked(Facts, found)


_TRUTHS = {field.name: read_truth for field in fields(Facts) if field.type == bool | None}
FACTS: Readers = _TRUTHS | {
    "reporter": one_of(get_args(Reporter)),
    "victims": read_victims,
    "offender": read_offender,
    "violence": several_of(get_args(Violence)),
    "ampk": several_of(get_args(Ampk)),
    "suicidal": one_of(get_args(Suicidal)),
    "hours_since": read_count,
    "days_until": read_count,
    "prior_reports": read_count,
    "loc_victim": read_place,
    "loc_incident": read_place,
    "loc_offender": read_place,
    "consent": one_of(get_args(Consent)),
    "consent_given_by": one_of(get_args(ConsentBy)),
    "consent_refused_by": one_of(get_args(ConsentBy)),
}
