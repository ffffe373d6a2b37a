"""The whole decision table as one page of Markdown, made from the rows that decide."""

from collections.abc import Iterable

from triage.case_types import ALL_RULES
from triage.circumstances import DEFINITIONS
from triage.consent import GATE_RULES
from triage.criteria import CRITERIA
from triage.jurisdiction import JURISDICTION_RULES
from triage.routes import ROUTE_RULES
from triage.standing import CONTACT_RULES, POLICE_DUTY, POLICE_DUTY_BASIS, RISK_RULES
from triage.version import RULES_VERSION
from triage.words import Language, Words, lasting

TITLE = Words("Tabel keputusan triase", "The triage decision table")
VERSION = Words("Versi aturan", "Version of the rules")
HEADINGS = {
    "words": Words("Arti kata", "What the words mean"),
    "risk": Words("Risiko: baris pertama yang cocok", "Risk: the first row that fits"),
    "criteria": Words("Kriteria risiko dan keadaan darurat", "Criteria of risk and emergency"),
    "types": Words("Jenis kasus dan tanda", "Case types and tags"),
    "contact": Words("Kontak pertama oleh petugas", "First contact by a person"),
    "jurisdiction": Words("Kewenangan: baris pertama yang cocok", "Jurisdiction: the first row that fits"),
    "routes": Words("Rute, dalam urutan ini", "Routes, in this order"),
    "consent": Words("Gerbang persetujuan: baris pertama yang cocok", "Consent gate: the first row that fits"),
    "police": Words("Laporan polisi 3×24 jam", "Police report within 3×24 hours"),
}
COLUMNS = {
    "term": Words("Kata", "Word"),
    "meaning": Words("Arti", "Meaning"),
    "code": Words("Kode", "Code"),
    "when": Words("Bila", "When"),
    "gives": Words("Menjadi", "Gives"),
    "agency": Words("Tujuan", "Agency"),
    "deadline": Words("Paling lambat", "Within"),
    "basis": Words("Dasar", "Basis"),
}

Row = tuple[str, ...]


def decision_table(*, language: Language = "id") -> str:
    """Every rule with its words and its citation."""

    def section(heading: str, columns: str, rows: Iterable[Row]) -> str:
        names = tuple(COLUMNS[column].spoken(language) for column in columns.split())
        lines = [f"## {HEADINGS[heading].spoken(language)}", "", _line(names), _line(("---",) * len(names))]
        return "\n".join([*lines, *map(_line, rows)])

    def say(words: Words) -> str:
        return words.spoken(language)

    types = ((rule.code, say(rule.words), ", ".join((*rule.types, *rule.tags)), rule.basis) for rule in ALL_RULES)
    routes = ((rule.code, say(rule.when), say(rule.agency), say(rule.deadline), rule.basis) for rule in ROUTE_RULES)
    parts = [
        f"# {say(TITLE)}",
        f"{say(VERSION)}: {RULES_VERSION}",
        section("words", "term meaning", ((say(term), say(meaning)) for term, meaning in DEFINITIONS.items())),
        section("criteria", "code when basis", ((row.code, say(row.words), row.basis) for row in CRITERIA)),
        section("risk", "gives when basis", ((row.risk or "–", say(row.words), row.basis) for row in RISK_RULES)),
        section("types", "code when gives basis", types),
        section(
            "contact",
            "when deadline",
            ((say(rule.words), say(lasting(rule.minutes))) for rule in CONTACT_RULES),
        ),
        section(
            "jurisdiction",
            "gives when basis",
            ((rule.jurisdiction or "–", say(rule.words), rule.basis) for rule in JURISDICTION_RULES),
        ),
        section("routes", "code when agency deadline basis", routes),
        section("consent", "gives when basis", ((rule.gate, say(rule.words), rule.basis) for rule in GATE_RULES)),
        section("police", "when basis", [(say(POLICE_DUTY), POLICE_DUTY_BASIS)]),
    ]
    return "\n\n".join(parts)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
