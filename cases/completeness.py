"""Step 5.8: which documents of processes 1 to 5 the file must hold, and which of them are there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cases.case import Case
from cases.entry import Entry
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
#: Those that tell of one assessment and of what came of it: each round has its own.
OF_THE_ROUND = frozenset({LetterKind.CASE_REPORT, LetterKind.PLAN, LetterKind.MONITORING_REPORT})
#: Those by which it was given to somebody: a case that was opened again is given anew.
OF_THE_OPENING = frozenset({LetterKind.TASK, LetterKind.REQUEST})
#: Documents that are entries: which, and the step of this round that they tell of.
AS_ENTRIES = {"asesmen": "2.1", "hasil": "4.3", "laphasil": "4.5", "monev": "5.2"}
READY = frozenset({LetterState.CHECKED, LetterState.SIGNED})
#: Referrals that somebody may have received.
MADE = frozenset({ReferralState.SENT, ReferralState.RECEIVED, ReferralState.ENDED})


def checklist(case: Case, papers: Papers) -> tuple[Item, ...]:
    """The documents that this case needs, in the order of the book. What does not apply is not asked for: a receipt
    only if somebody was referred, informasi awal only after an emergency.

    What tells of an assessment and of what came of it must be of the present round; consent, task and receipts must
    be from after the case was opened last.
    """
    letters = {letter.kind for letter in papers.letters if letter.state in READY and _is_of_now(letter, case)}
    there = {name: kind in letters for name, kind in AS_LETTERS.items()}
    there |= {name: is_written(step, case, papers.entries) for name, step in AS_ENTRIES.items()}
    there |= {"identitas": _identity(case, papers.parties), "persetujuan": has_consent(case)}
    opened = case.handling.since(case.handling.opened)
    made = [one for one in papers.referrals if one.state in MADE and (opened is None or one.sent_at >= opened)]
    if made:
        there["terima"] = are_received(made, papers.letters)
    if case.emergency or "e" in routes(case):
        there["awal"] = papers.outreach
    return tuple(Item(name, there[name]) for name in ORDER if name in there)


def _is_of_now(letter: Letter, case: Case) -> bool:
    """Made in this round, or since the case was opened last, where its kind asks for that."""
    handling = case.handling
    since = None
    if letter.kind in OF_THE_ROUND:
        since = handling.since(handling.round)
    elif letter.kind in OF_THE_OPENING:
        since = handling.since(handling.opened)
    return since is None or letter.made_at >= since


def is_written(step: str, case: Case, entries: Iterable[Entry]) -> bool:
    """Whether an entry that was not undone tells of that step in this round."""
    stands = {entry.ref for entry in entries if entry.undone_at is None}
    done = case.handling.done
    return any(one.step == step and one.round == case.handling.round and one.entry in stands for one in done)


def are_received(made: Iterable[Referral], letters: Iterable[Letter]) -> bool:
    """Each referral has its receipt: somebody has told of it, or the signed form of it lies in the file."""
    signed = {one.about for one in letters if one.kind is LetterKind.RECEIPT and one.state in READY}
    return all(one.received_at is not None or one.ref in signed for one in made)


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


def has_consent(case: Case) -> bool:
    """The photo of the signed form, or the exception that two people answer for."""
    consent = case.handling.consent
    return (consent is not None and consent.agreed and bool(consent.photo_id)) or (
        case.handling.override is not None and case.handling.override.agreed_by is not None
    )
