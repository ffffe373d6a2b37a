"""The triage decision of step 1.5: facts in, decision out, the same for ever.

It implements Perbup Luwu Utara 58/2023, Lampiran II, process 1, step 1.5 (a to f). The machine proposes, an
officer confirms. Rule of rules: a fact is true, false or unknown, and unknown raises where danger is at stake.
"""

from dataclasses import dataclass
from typing import Any

from triage.case_types import NO_REPORT, CaseType, case_types_and_tags, is_no_report
from triage.circumstances import circumstances
from triage.consent import Gate, consent_gate
from triage.criteria import fired_criteria
from triage.facts import Facts
from triage.jurisdiction import Jurisdiction, jurisdiction_rule
from triage.regencies import REGENCIES
from triage.routes import Route, routes_of
from triage.standing import (
    NO_WINDOWS,
    MedicalWindows,
    Risk,
    Standing,
    contact_within_minutes,
    is_emergency,
    medical_windows,
    risk_of,
)
from triage.version import RULES_VERSION

__all__ = ["RULES_VERSION", "Decision", "decide"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What should happen with a report, and every criterion that says so."""

    case_types: tuple[CaseType, ...]
    tags: tuple[str, ...] = ()
    risk: Risk | None = None
    emergency: bool = False
    jurisdiction: Jurisdiction | None = None
    routes: tuple[Route, ...] = ()
    contact_within_minutes: int | None = None
    consent_gate: Gate = "tidak_berlaku"
    police_report_3x24: bool = False
    criteria: tuple[str, ...] = ()
    medical_windows: MedicalWindows = NO_WINDOWS

    def to_json(self) -> dict[str, Any]:
        """The decision as JSON values, its keys in the order of the specification."""
        return {
            "case_types": list(self.case_types),
            "tags": list(self.tags),
            "risk": self.risk,
            "emergency": self.emergency,
            "jurisdiction": self.jurisdiction,
            "routes": [{"code": route.code, "deadline_minutes": route.deadline_minutes} for route in self.routes],
            "contact_within_minutes": self.contact_within_minutes,
            "consent_gate": self.consent_gate,
            "police_report_3x24": self.police_report_3x24,
            "criteria": list(self.criteria),
            "medical_windows": {
                "pep": self.medical_windows.pep,
                "contraception": self.medical_windows.contraception,
            },
        }


NOT_A_REPORT = Decision(case_types=NO_REPORT.types)


def decide(facts: Facts, *, ours: str = "73.22") -> Decision:
    """Judge a report for the regency whose code is `ours`; ValueError for a code that is no regency."""
    if ours not in REGENCIES:
        raise ValueError(f"ours: {ours!r} is not the code of a regency")
    it = circumstances(facts, ours=ours)
    fired = fired_criteria(it)
    if is_no_report(it, fired):
        return NOT_A_REPORT
    case_types, tags = case_types_and_tags(it)
    risk = risk_of(it, fired)
    emergency = is_emergency(fired)
    windows = medical_windows(it)
    case = Standing(it=it, case_types=case_types, risk=risk, emergency=emergency, windows=windows)
    jurisdiction = jurisdiction_rule(case).jurisdiction
    return Decision(
        case_types=case_types,
        tags=tags,
        risk=risk,
        emergency=emergency,
        jurisdiction=jurisdiction,
        routes=routes_of(case, jurisdiction),
        contact_within_minutes=contact_within_minutes(emergency=emergency, risk=risk),
        consent_gate=consent_gate(case),
        police_report_3x24=it.police_duty,
        criteria=fired,
        medical_windows=windows,
    )
