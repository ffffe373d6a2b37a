"""Which kind of case it is (KTP, KTA, ABH, LAINNYA or no report at all) and the tags that go with it.

Rows of one code are one rule. All rows that apply count; C0 goes before them all, C13 stands where none
gave a type.
"""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from triage.circumstances import Circumstances
from triage.facts import Sex, Stage
from triage.words import Words

CaseType = Literal["KTP", "KTA", "ABH", "LAINNYA", "BUKAN_LAPORAN"]
ORDER: tuple[CaseType, ...] = ("KTP", "KTA", "ABH")
U12 = 12


class CaseRule(NamedTuple):
    """When a case gets a type or a tag."""

    code: str
    applies: Callable[[Circumstances], bool | None]
    types: tuple[CaseType, ...]
    tags: tuple[str, ...]
    words: Words
    basis: str


def _has(it: Circumstances, stage: Stage | None) -> bool:
    return it.claimed and any(each == stage for each, _ in it.stages)


def _has_adult(it: Circumstances, sex: Sex | None) -> bool:
    return it.claimed and ("dewasa", sex) in it.stages


def _may_be_woman(it: Circumstances) -> bool:
    return it.claimed and ((None, "P") in it.stages or (None, None) in it.stages)


def _offender_under_12(it: Circumstances) -> bool:
    age = it.facts.offender.age
    return age is not None and age < U12


NO_REPORT = CaseRule(
    "C0",
    lambda it: it.facts.is_report is False and not it.claimed,
    ("BUKAN_LAPORAN",),
    (),
    Words(
        "Bukan laporan: percobaan, gurauan, atau jualan, dan tidak ada tanda bahaya",
        "Not a report: a test, a joke or selling something, and no sign of danger",
    ),
    "kebijakan kabupaten",
)

CASE_RULES: tuple[CaseRule, ...] = (
    CaseRule(
        "C1",
        lambda it: _has(it, "anak"),
        ("KTA",),
        (),
        Words("Korban anak, belum 18 tahun", "A victim is a child, not yet 18"),
        "Perbup 58/2023 Pasal 1 angka 6, Lamp. II 1.5.a",
    ),
    CaseRule(
        "C1",
        lambda it: _has(it, "janin"),
        ("KTA",),
        ("JANIN",),
        Words("Korban anak dalam kandungan", "A victim is a child in the womb"),
        "Perbup 58/2023 Pasal 1 angka 6",
    ),
    CaseRule(
        "C2",
        lambda it: it.fisik and it.pregnant,
        ("KTA",),
        ("JANIN",),
        Words("Kekerasan fisik terhadap korban hamil", "Physical violence against a pregnant victim"),
        "Perbup 58/2023 Pasal 1 angka 6",
    ),
    CaseRule(
        "C3",
        lambda it: _has_adult(it, "P"),
        ("KTP",),
        (),
        Words("Korban perempuan dewasa", "A victim is an adult woman"),
        "Perbup 58/2023 Lamp. II 1.5.a",
    ),
    CaseRule(
        "C4",
        lambda it: _has_adult(it, None),
        ("KTP",),
        ("SEMENTARA",),
        Words(
            "Korban dewasa, jenis kelamin belum diketahui: sementara KTP",
            "A victim is an adult of unknown sex: KTP for the time being",
        ),
        "kebijakan kabupaten atas Perbup 58/2023 Lamp. II 1.5",
    ),
    CaseRule(
        "C5",
        lambda it: _has(it, None),
        ("KTA",),
        ("SEMENTARA",),
        Words(
            "Umur korban belum diketahui: sementara KTA",
            "The age of a victim is not known: KTA for the time being",
        ),
        "kebijakan kabupaten atas Perbup 58/2023 Lamp. II 1.5",
    ),
    CaseRule(
        "C5",
        _may_be_woman,
        ("KTP",),
        ("SEMENTARA",),
        Words(
            "Umur korban belum diketahui, dan bukan laki-laki: sementara juga KTP",
            "The age of a victim is not known, and the sex is not L: also KTP for the time being",
        ),
        "kebijakan kabupaten atas Perbup 58/2023 Lamp. II 1.5",
    ),
    CaseRule(
        "C6",
        lambda it: _has_adult(it, "L"),
        (),
        ("LAKI_DEWASA",),
        Words("Korban laki-laki dewasa", "A victim is an adult man"),
        "Perbup 58/2023 Lamp. II 1.5.f",
    ),
    CaseRule(
        "C6",
        lambda it: it.sexual and _has_adult(it, "L"),
        (),
        ("TPKS_LAKI_DEWASA",),
        Words("Korban laki-laki dewasa, kekerasan seksual", "A victim is an adult man, sexual violence"),
        "UU 12/2022 Pasal 39, 41; Perpres 55/2024 Pasal 5",
    ),
    CaseRule(
        "C7",
        lambda it: it.facts.offender.stage == "anak",
        ("ABH",),
        (),
        Words("Terduga pelaku anak", "The alleged offender is a child"),
        "UU 11/2012 Pasal 1; Perbup 58/2023 Lamp. II 1.5.c",
    ),
    CaseRule(
        "C7",
        _offender_under_12,
        ("ABH",),
        ("U12_PASAL21",),
        Words("Terduga pelaku belum 12 tahun", "The alleged offender is not yet 12"),
        "UU 11/2012 Pasal 21",
    ),
    CaseRule(
        "C8",
        lambda it: it.facts.child_witness,
        ("ABH",),
        ("ANAK_SAKSI",),
        Words("Ada anak yang menjadi saksi", "A child is a witness"),
        "UU 11/2012 Pasal 1",
    ),
    CaseRule(
        "C9",
        lambda it: "A02" in it.facts.ampk,
        ("ABH",),
        (),
        Words("Anak yang berhadapan dengan hukum", "A child in contact with the law"),
        "Perbup 58/2023 Pasal 1 angka 17 (A02), Lamp. II 1.5.c",
    ),
    CaseRule(
        "C10",
        lambda it: it.facts.historical,
        (),
        ("HISTORIS_ANAK",),
        Words(
            "Kekerasan di masa lalu, saat korban masih anak",
            "Violence of the past, in the victim's childhood",
        ),
        "kebijakan kabupaten",
    ),
    CaseRule(
        "C11",
        lambda it: it.facts.coi_desa or it.facts.offender.official,
        (),
        ("KONFLIK_KEPENTINGAN",),
        Words(
            "Terduga pelaku petugas, atau ada konflik kepentingan di desa",
            "The alleged offender is an official, or the village has a conflict of interest",
        ),
        "Perbup 58/2023 Pasal 4; kebijakan kabupaten",
    ),
    CaseRule(
        "C12",
        lambda it: (it.sexual or it.forced_marriage) and not it.police_duty,
        (),
        ("LAPOR_POLISI_DIANJURKAN",),
        Words(
            "Kekerasan seksual atau perkawinan paksa tanpa wajib lapor: laporan ke polisi dianjurkan",
            "Sexual violence or forced marriage without a duty to report: a report to the police is advised",
        ),
        "UU 12/2022 Pasal 39, 41",
    ),
)

OTHERWISE = CaseRule(
    "C13",
    lambda it: True,
    ("LAINNYA",),
    (),
    Words("Bukan KTP, KTA, atau ABH", "Neither KTP, KTA nor ABH"),
    "Perbup 58/2023 Lamp. II 1.5.f",
)

ALL_RULES = (NO_REPORT, *CASE_RULES, OTHERWISE)

CASE_TYPE_WORDS: dict[str, Words] = {
    "KTP": Words("Kekerasan terhadap perempuan", "Violence against women"),
    "KTA": Words("Kekerasan terhadap anak", "Violence against children"),
    "ABH": Words("Anak yang berhadapan dengan hukum", "A child in contact with the law"),
    "LAINNYA": OTHERWISE.words,
    "BUKAN_LAPORAN": Words("Bukan laporan", "Not a report"),
}
TAG_WORDS: dict[str, Words] = {
    "ANAK_SAKSI": Words("Ada anak sebagai saksi", "A child is a witness"),
    "HISTORIS_ANAK": Words("Kekerasan di masa kecil korban", "Violence in the victim's childhood"),
    "JANIN": Words("Anak dalam kandungan", "A child in the womb"),
    "KONFLIK_KEPENTINGAN": Words("Konflik kepentingan: jangan lewat desa", "Conflict of interest: not by the village"),
    "LAKI_DEWASA": Words("Korban laki-laki dewasa", "An adult man is a victim"),
    "LAPOR_POLISI_DIANJURKAN": Words("Laporan ke polisi dianjurkan", "A report to the police is advised"),
    "SEMENTARA": Words(
        "Sementara: umur atau jenis kelamin belum diketahui", "For the time being: age or sex is not known"
    ),
    "TPKS_LAKI_DEWASA": Words(
        "Korban laki-laki dewasa, kekerasan seksual: tetap diterima",
        "An adult man, sexual violence: received all the same",
    ),
    "U12_PASAL21": Words("Terduga pelaku belum 12 tahun: Pasal 21", "The alleged offender is under 12: Pasal 21"),
}


def is_no_report(it: Circumstances, fired: Sequence[str]) -> bool:
    """C0: nothing but noise, and not one sign of danger in it."""
    return not fired and bool(NO_REPORT.applies(it))


def case_types_and_tags(it: Circumstances) -> tuple[tuple[CaseType, ...], tuple[str, ...]]:
    """The case types in the order KTP, KTA, ABH (or LAINNYA alone), and the sorted tags."""
    types: set[str] = set()
    tags: set[str] = set()
    for rule in CASE_RULES:
        if rule.applies(it):
            types.update(rule.types)
            tags.update(rule.tags)
    return tuple(kind for kind in ORDER if kind in types) or OTHERWISE.types, tuple(sorted(tags))
