"""Step 5.8: which documents of processes 1 to 5 the file must hold, and which of them are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cases.case import Case
from cases.entry import Entry, EntryKind
from cases.gates import routes
from cases.letter import Letter, LetterKind, LetterState
from cases.party import Party, PartyKind
from cases.phrases import Phrase, says
from cases.referral import Referral, ReferralState


@dataclass(frozen=True)
class Papers:
    """What lies in the file beside the case itself. `outreach`: an outreach was recorded (informasi awal, 1.6)."""

    entries: tuple[Entry, ...] = ()
    letters: tuple[Letter, ...] = ()
    referrals: tuple[Referral, ...] = ()
    parties: tuple[Party, ...] = ()
    outreach: bool = False


@dataclass(frozen=True)
class Item:
    """One document of the list, by the name under which it is shown, and whether it is there."""

    name: str
    is_there: bool


#: Documents that are letters. A draft is none yet: it counts once a second person has checked it.
AS_LETTERS = {
    "resume": LetterKind.RESUME,
    "tugas": LetterKind.TASK,
    "permohonan": LetterKind.REQUEST,
    "laporan": LetterKind.CASE_REPORT,
    "rencana": LetterKind.PLAN,
    "lapmonev": LetterKind.MONITORING_REPORT,
}
READY = frozenset({LetterState.CHECKED, LetterState.SIGNED})
#: Referrals that somebody may have received.
_MADE = frozenset({ReferralState.SENT, ReferralState.RECEIVED, ReferralState.ENDED})


def checklist(case: Case, papers: Papers) -> tuple[Item, ...]:
    """The documents that this case needs, in the order of the book. What does not apply is not asked for: a receipt
    only if somebody was referred, informasi awal only after an emergency."""
    letters = {letter.kind for letter in papers.letters if letter.state in READY}
    counted = [entry for entry in papers.entries if entry.counts]
    kinds = {entry.kind for entry in counted}
    steps = {step for entry in counted for step in entry.steps}
    made = [referral for referral in papers.referrals if referral.state in _MADE]
    there = {name: kind in letters for name, kind in AS_LETTERS.items()}
    there |= {
        "identitas": _identity(case, papers.parties),
        "persetujuan": _consent(case),
        "asesmen": EntryKind.ASSESSMENT in kinds,
        "hasil": "4.3" in steps,
        "laphasil": "4.5" in steps,
        "monev": EntryKind.MONITORING in kinds and "5.2" in steps,
    }
    if made:
        received = all(referral.received_at is not None for referral in made)
        there["terima"] = received or LetterKind.RECEIPT in letters
    if case.emergency or "e" in routes(case):
        there["awal"] = papers.outreach
    return tuple(Item(name, there[name]) for name in ORDER if name in there)


ORDER = (
    "identitas",
    "terima",
    "resume",
    "awal",
    "tugas",
    "permohonan",
    "persetujuan",
    "asesmen",
    "laporan",
    "rencana",
    "hasil",
    "laphasil",
    "monev",
    "lapmonev",
)


def missing(items: Iterable[Item]) -> tuple[str, ...]:
    """The names of those that are not there."""
    return tuple(item.name for item in items if not item.is_there)


def named(names: Sequence[str]) -> tuple[Phrase, ...]:
    """Documents as people call them."""
    return tuple(says(f"paper-{name}") for name in names)


def _identity(case: Case, parties: Iterable[Party]) -> bool:
    """A record of the victim, or the name or card that was told: asked for, and never a reason to be sent away."""
    told = any(case.answers.get(step) not in (None, "", "_skip") for step in ("name", "card"))
    return told or any(party.kind is PartyKind.VICTIM and not party.removed for party in parties)


def _consent(case: Case) -> bool:
    """The photo of the signed form, or the exception that two people answer for."""
    consent = case.handling.consent
    return (consent is not None and consent.agreed and bool(consent.photo_id)) or (
        case.handling.override is not None and case.handling.override.agreed_by is not None
    )
