"""What an institution is asked for, and what is said of it: codes that stand on buttons; anything else is typed."""

from __future__ import annotations

from collections.abc import Mapping

from cases.phrases import Phrase, says
from cases.referral import AgencyKind

#: Examination for the court needs a letter of the police (SOP Tana Toraja): treatment never waits for it.
NEEDS: Mapping[AgencyKind, tuple[str, ...]] = {
    AgencyKind.HEALTH: ("medis", "jiwa", "visum"),
    AgencyKind.PSYCHOLOGY: ("psikolog", "konsel"),
    AgencyKind.SOCIAL: ("peksos", "rehab", "rumah"),
    AgencyKind.POLICE: ("lindung", "lapor"),
    AgencyKind.LEGAL: ("hukum", "sidang"),
    AgencyKind.PATBM: ("damping", "pantau"),
    AgencyKind.PROVINCE: ("koord", "rumah", "psikolog"),
    AgencyKind.NATION: ("koord", "pulang"),
    AgencyKind.REGENCY: ("tangani", "koord"),
}
CODES = frozenset(code for codes in NEEDS.values() for code in codes)

#: What of the victim a receiver may be told: on its phone once it has said yes, and in its letter.
IDENTITY, CONTACT, CHRONOLOGY = "identitas", "kontak", "kronologi"
SHARED = (IDENTITY, CONTACT, CHRONOLOGY)


def need_in_words(need: str) -> Phrase:
    """A need as people read it."""
    return says(f"need-{need}") if need in CODES else says("as-typed", text=need)


#: Reasons to decline, to withdraw, and to take a case back; each code stands in one of them.
DECLINES, WITHDRAWALS, RETURNS = (
    ("penuh", "wenang", "layanan"),
    ("perlu", "korban", "salah"),
    ("risiko", "desa", "tolak", "minta"),
)
RESULTS = ("tuntas", "luput", "pindah")
_STEPS = {
    **dict.fromkeys(DECLINES, "rfwhy"),
    **dict.fromkeys(WITHDRAWALS, "rfdraw"),
    **dict.fromkeys(RETURNS, "rfback"),
}


def reason_key(reason: str) -> str:
    """The question that has that reason among its answers."""
    return _STEPS.get(reason, "rfwhy")


def reason_in_words(reason: str) -> Phrase:
    """Why a referral was declined or withdrawn, as people read it."""
    return says(f"{reason_key(reason)}-{reason}") if reason in _STEPS else says("as-typed", text=reason)


def result_in_words(outcome: str) -> Phrase:
    """What came of a service, as people read it."""
    return says(f"rfres-{outcome}") if outcome in RESULTS else says("as-typed", text=outcome)
