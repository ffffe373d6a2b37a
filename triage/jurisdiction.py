"""Whose authority a case is: village, regency, another regency, province or nation; the first row that fits.

Perbup 58/2023 1.5.d speaks of criteria for province and nation without giving them; here the places of the
victim, the incident and the alleged offender give them.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import Literal, NamedTuple

from triage.reading import ABROAD
from triage.standing import Standing
from triage.words import Words

Jurisdiction = Literal["DESA", "KABUPATEN", "KAB_LAIN", "PROVINSI", "NASIONAL"]

PROVINCE_LENGTH = len("73")
_dangers = attrgetter(
    "ongoing_now",
    "severe_injury",
    "repeated",
    "weapon",
    "strangulation",
    "death_threat",
    "threats",
)


class JurisdictionRule(NamedTuple):
    """When an authority has a case; None where no authority is asked."""

    jurisdiction: Jurisdiction | None
    applies: Callable[[Standing], bool]
    words: Words
    basis: str


def _abroad(case: Standing) -> bool:
    return any(place.startswith(ABROAD) for place in case.it.places)


def _provinces(case: Standing) -> int:
    return len({place[:PROVINCE_LENGTH] for place in case.it.places})


def _village_can_take(case: Standing) -> bool:
    """Everything that a village needs is known: whatever is unknown keeps the case with the regency."""
    it, facts = case.it, case.it.facts
    return (
        case.protects
        and not case.abh
        and case.risk == "RENDAH"
        and facts.safe_now is True
        and all(danger is False for danger in _dangers(facts))
        and facts.suicidal == "tidak"
        and facts.patbm_active is True
        and facts.coi_desa is False
        and facts.offender.official is False
        and facts.village_ok is True
        and it.victim_place == it.ours
    )


JURISDICTION_RULES: tuple[JurisdictionRule, ...] = (
    JurisdictionRule(
        None,
        lambda case: not (case.protects or case.abh),
        Words("LAINNYA: tanpa kewenangan", "LAINNYA: nobody's authority"),
        "Perbup 58/2023 Lamp. II 1.5.f",
    ),
    JurisdictionRule(
        "NASIONAL",
        _abroad,
        Words("Ada tempat di luar negeri", "A place is abroad"),
        "UU 12/2022 Pasal 74; Perbup 58/2023 Lamp. II 1.5.d",
    ),
    JurisdictionRule(
        "NASIONAL",
        lambda case: _provinces(case) > 1,
        Words("Lebih dari satu provinsi", "More than one province"),
        "UU 12/2022 Pasal 74; Perbup 58/2023 Lamp. II 1.5.d",
    ),
    JurisdictionRule(
        "PROVINSI",
        lambda case: len(case.it.places) > 1,
        Words("Lebih dari satu kabupaten/kota dalam satu provinsi", "More than one regency of one province"),
        "UU 23/2014 Lampiran H; Perbup 58/2023 Lamp. II 1.5.d",
    ),
    JurisdictionRule(
        "KAB_LAIN",
        lambda case: bool(case.it.places) and case.it.ours not in case.it.places,
        Words("Satu kabupaten/kota, bukan kabupaten ini", "One regency, and not this one"),
        "UU 23/2014 Lampiran H; UU 12/2022 Pasal 39",
    ),
    JurisdictionRule(
        "DESA",
        _village_can_take,
        Words(
            "KTP atau KTA tanpa ABH, risiko RENDAH, korban aman di kabupaten ini, dan semua ini "
            "diketahui: tidak sedang berlangsung, tanpa luka berat, tidak berulang, tanpa senjata, "
            "cekikan, ancaman, atau pikiran bunuh diri, PATBM aktif, tanpa konflik kepentingan, terduga "
            "pelaku bukan petugas, desa boleh menangani",
            "KTP or KTA without ABH, the risk is RENDAH, the victim is safe in this regency, and all of "
            "this is known: not going on, no severe injury, not repeated, no weapon, strangulation, "
            "threats or suicidal thoughts, PATBM active, no conflict of interest, the alleged offender no"
            " official, the village is welcome",
        ),
        "Perbup 58/2023 Lamp. II 1.5.b",
    ),
    JurisdictionRule(
        "KABUPATEN",
        lambda case: True,
        Words("Kabupaten ini, atau belum ada tempat yang diketahui", "This regency, or no place is known"),
        "UU 23/2014 Lampiran H; Perbup 58/2023 Lamp. II 1.5.a",
    ),
)


def jurisdiction_rule(case: Standing) -> JurisdictionRule:
    """The first row that fits; the last one always does."""
    return next(rule for rule in JURISDICTION_RULES if rule.applies(case))
