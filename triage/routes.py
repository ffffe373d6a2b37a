"""Where a case goes and until when: a set of routes, each with its agency and its own clock.

The regulation allows several needs at once (3.2), so routes do not exclude each other: help in an emergency
goes first, and the ordinary way of the case follows.
"""

from collections.abc import Callable
from typing import Literal, NamedTuple

from triage.jurisdiction import Jurisdiction
from triage.standing import Standing
from triage.words import Words, lasting

RouteCode = Literal["e", "e*", "b", "a", "d", "d*", "c", "f"]

HOUR = 60
DAY = 1440
ASSIGNED = 295  # minutes of the steps 1.1 to 1.5 and 1.7: 10 + 15 + 60 + 30 + 60 + 120
TOLD = 175  # minutes of the steps 1.1 to 1.5


class Route(NamedTuple):
    """A way the case goes, and the minutes from the report until it must have gone."""

    code: RouteCode
    deadline_minutes: int


class RouteRule(NamedTuple):
    """When a case goes to an agency, and by when; a route with two agencies has a row for each."""

    code: RouteCode
    applies: Callable[[Standing, Jurisdiction | None], bool]
    deadline_minutes: Callable[[Standing], int]
    agency: Words
    when: Words
    deadline: Words
    basis: str


def _outreach(case: Standing) -> int:
    hours_left = [hours for hours in (case.windows.pep, case.windows.contraception) if hours]
    return max(HOUR, min([DAY, *(hours * HOUR for hours in hours_left)]))


def _handed_over(case: Standing) -> int:
    return HOUR if case.emergency else DAY


def _child_handed_over(case: Standing) -> int:
    return HOUR if case.emergency or case.it.facts.detained else DAY


def _ours_too(case: Standing, jurisdiction: Jurisdiction | None) -> bool:
    return jurisdiction == "KABUPATEN" or (jurisdiction in ("PROVINSI", "NASIONAL") and case.it.victim_may_be_here)


_A_DAY, _AN_HOUR = lasting(DAY), lasting(HOUR)
_HANDED_OVER = Words(f"{_A_DAY.id}; {_AN_HOUR.id} dalam keadaan darurat", f"{_A_DAY.en}; {_AN_HOUR.en} in an emergency")

ROUTE_RULES: tuple[RouteRule, ...] = (
    RouteRule(
        "e",
        lambda case, jurisdiction: case.emergency and case.it.victim_may_be_here,
        _outreach,
        Words("Tim penjangkauan, bersama polisi 110 dan ambulans 119", "Outreach team, with 110 and 119"),
        Words(
            "Darurat, korban di kabupaten ini atau belum diketahui di mana",
            "Emergency, the victim is in this regency or nobody knows where",
        ),
        Words(
            f"{_A_DAY.id}, atau sisa jendela medis yang terpendek bila kurang dari itu, paling cepat {_AN_HOUR.id}",
            f"{_A_DAY.en}, or the shortest medical window left if that is less, but not under {_AN_HOUR.en}",
        ),
        "Perbup 58/2023 Lamp. II 1.5.e, 1.6",
    ),
    RouteRule(
        "e*",
        lambda case, jurisdiction: case.emergency and not case.it.victim_may_be_here,
        lambda case: HOUR,
        Words(
            "SAPA 129, Kemlu, atau UPTD PPA di tempat korban; serah terima dengan konfirmasi",
            "SAPA 129, the foreign ministry or the unit there; handed over with confirmation",
        ),
        Words("Darurat, korban di tempat lain", "Emergency, the victim is elsewhere"),
        _AN_HOUR,
        "kebijakan kabupaten atas Perbup 58/2023 Lamp. II 1.5.e",
    ),
    RouteRule(
        "b",
        lambda case, jurisdiction: case.protects and jurisdiction == "DESA",
        lambda case: DAY,
        Words("PATBM", "PATBM, the village's own protection group"),
        Words("Kewenangan DESA", "The jurisdiction is DESA"),
        _A_DAY,
        "Perbup 58/2023 Lamp. II 1.5.b; kebijakan kabupaten",
    ),
    RouteRule(
        "d",
        lambda case, jurisdiction: case.protects and jurisdiction == "PROVINSI",
        _handed_over,
        Words("UPTD PPA Provinsi", "UPTD PPA of the province"),
        Words("Kewenangan PROVINSI", "The jurisdiction is PROVINSI"),
        _HANDED_OVER,
        "Perbup 58/2023 Lamp. II 1.5.d; kebijakan kabupaten",
    ),
    RouteRule(
        "d",
        lambda case, jurisdiction: case.protects and jurisdiction == "NASIONAL",
        _handed_over,
        Words("KemenPPPA, tembusan UPTD PPA Provinsi", "KemenPPPA, with a copy to the UPTD PPA of the province"),
        Words("Kewenangan NASIONAL", "The jurisdiction is NASIONAL"),
        _HANDED_OVER,
        "Perbup 58/2023 Lamp. II 1.5.d; kebijakan kabupaten",
    ),
    RouteRule(
        "a",
        lambda case, jurisdiction: case.protects and _ours_too(case, jurisdiction),
        lambda case: ASSIGNED,
        Words("UPTD PPA / DP3AP2KB", "UPTD PPA / DP3AP2KB"),
        Words(
            "Kewenangan KABUPATEN; atau di samping d bila korban di kabupaten ini atau belum diketahui di mana",
            "The jurisdiction is KABUPATEN; or beside d when the victim is here or nobody knows where",
        ),
        lasting(ASSIGNED),
        "Perbup 58/2023 Lamp. II 1.5.a, 1.7",
    ),
    RouteRule(
        "d*",
        lambda case, jurisdiction: case.protects and jurisdiction == "KAB_LAIN",
        _handed_over,
        Words(
            "UPTD PPA kabupaten/kota itu, tembusan UPTD PPA Provinsi",
            "UPTD PPA of that regency, with a copy to the province",
        ),
        Words("Kewenangan KAB_LAIN", "The jurisdiction is KAB_LAIN"),
        _HANDED_OVER,
        "kebijakan kabupaten atas Perbup 58/2023 Lamp. II 1.5.d",
    ),
    RouteRule(
        "c",
        lambda case, jurisdiction: case.abh,
        _child_handed_over,
        Words("Dinas Sosial setempat", "Dinas Sosial of the place"),
        Words("ABH", "ABH"),
        Words(
            f"{_A_DAY.id}; {_AN_HOUR.id} bila ditahan atau darurat",
            f"{_A_DAY.en}; {_AN_HOUR.en} if detained or in an emergency",
        ),
        "Perbup 58/2023 Lamp. II 1.5.c; kebijakan kabupaten",
    ),
    RouteRule(
        "f",
        lambda case, jurisdiction: "LAINNYA" in case.case_types,
        lambda case: TOLD,
        Words(
            "Informasi tentang UPTD PPA dan layanan yang sesuai",
            "Information about UPTD PPA and the fitting service",
        ),
        Words("LAINNYA", "LAINNYA"),
        lasting(TOLD),
        "Perbup 58/2023 Lamp. II 1.5.f",
    ),
)


def routes_of(case: Standing, jurisdiction: Jurisdiction | None) -> tuple[Route, ...]:
    """All routes of a case, in the order in which they are taken."""
    return tuple(
        Route(rule.code, rule.deadline_minutes(case)) for rule in ROUTE_RULES if rule.applies(case, jurisdiction)
    )


def route_rule(code: RouteCode, jurisdiction: Jurisdiction | None) -> RouteRule:
    """The row behind a decided route: for d the jurisdiction says which agency it is."""
    rows = [rule for rule in ROUTE_RULES if rule.code == code]
    return rows[-1] if jurisdiction == "NASIONAL" else rows[0]
