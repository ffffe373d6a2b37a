"""The thirteen kinds of letters: what each is made from, when the book has a use for it, and which the file has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from cases import letter_forms as forms
from cases import letter_pages as pages
from cases import letter_referrals as referrals
from cases import letter_reports as reports
from cases.case import HANDLED, Channel, Status
from cases.letter import Letter, LetterKind, LetterState
from cases.letter_parts import Material, Part, say

S = Status
K = LetterKind
#: After consent, until the end is agreed.
AFTER_CONSENT = frozenset({S.CONSENTED, S.ASSESSED, S.PLANNED, S.SERVED, S.REVIEWED, S.ENDING})
#: What stands for the page's own number and for how many there are.
PAGE, PAGES_IN_ALL = "\ue000", "\ue001"


@dataclass(frozen=True)
class Sheet:
    """One kind of letter. `numbered`: it has a number of the register. `form`: signed where the people are, without
    a check before. `fits`: whether the book has a use for it now; `steps`: the steps of the book that ask for it."""

    compose: Callable[[Material], list[Part]]
    fits: Callable[[Material], bool]
    steps: tuple[str, ...]
    numbered: bool = True
    form: bool = False
    secret: bool = True


def during(*statuses: Status) -> Callable[[Material], bool]:
    return lambda material: material.case.status in statuses


def _confirmed(material: Material) -> bool:
    return material.case.confirmed_at is not None


def _referred(material: Material) -> bool:
    return bool(material.referrals)


def _came_or_goes(material: Material) -> bool:
    return _referred(material) or material.case.channel in (Channel.PARTNER, Channel.LETTER)


SHEETS: Mapping[LetterKind, Sheet] = {
    K.RESUME: Sheet(pages.resume, _confirmed, ("1.5",)),
    K.TASK: Sheet(pages.task, during(S.CONFIRMED, *HANDLED), ("1.6", "1.7"), secret=False),
    K.REQUEST: Sheet(pages.request, during(S.CONFIRMED, *HANDLED), ("1.7", "2.3")),
    K.CONSENT: Sheet(forms.consent, during(S.ASSIGNED, S.MET, S.REFUSED), ("1.7", "1.9"), numbered=False, form=True),
    K.REFUSAL: Sheet(forms.refusal, during(S.MET, S.REFUSED), ("1.10",), form=True),
    K.REFERRAL: Sheet(referrals.referral, _referred, ("1.4",)),
    K.RECEIPT: Sheet(referrals.receipt, _came_or_goes, ("1.4",), numbered=False, form=True),
    K.CASE_REPORT: Sheet(reports.case_report, during(*AFTER_CONSENT), ("2.7",)),
    K.PLAN: Sheet(reports.plan, during(*AFTER_CONSENT - {S.CONSENTED}), ("3.3",)),
    K.MONITORING_NOTE: Sheet(forms.monitoring_note, during(*AFTER_CONSENT), ("5.2",), numbered=False, form=True),
    K.MONITORING_REPORT: Sheet(reports.monitoring_report, during(S.SERVED, S.REVIEWED, S.ENDING), ("5.5",)),
    K.TERMINATION_FORM: Sheet(
        forms.termination_form, during(S.REVIEWED, S.ENDING), ("5.7",), numbered=False, form=True
    ),
    K.TERMINATION_REPORT: Sheet(reports.termination_report, during(S.ENDING), ("6.3", "6.4")),
}
#: One for each referral, one for each visit; of the others the case has one at a time.
OF_REFERRAL = frozenset({K.REFERRAL, K.RECEIPT})


def compose(kind: LetterKind, material: Material) -> dict[str, Any]:
    """The frozen content of a letter of that kind: JSON values, from which PDF and .docx are made."""
    sheet = SHEETS[kind]
    number = str(material.case.number)
    left = say("foot-secret", number=number) if sheet.secret else say("foot", number=number)
    letterhead = material.profile.letterhead
    return {
        "kind": str(kind),
        "title": say(f"title-{str(kind).replace('_', '-')}"),
        "head": {"lines": list(letterhead.lines), "address": letterhead.address},
        "foot": {"left": left, "pages": say("pages", page=PAGE, pages=PAGES_IN_ALL)},
        "parts": sheet.compose(material),
    }


def offered(material: Material) -> tuple[LetterKind, ...]:
    """The kinds that can be drafted now, those that are still missing first."""
    fitting = [kind for kind, sheet in SHEETS.items() if sheet.fits(material)]
    return tuple(sorted(fitting, key=lambda kind: present(material.letters, kind)))


def wanted(material: Material, steps: Iterable[str]) -> tuple[LetterKind, ...]:
    """The kinds that the book wants after these steps and that nobody has drafted yet."""
    done = set(steps)
    return tuple(k for k in offered(material) if done & {*SHEETS[k].steps} and not present(material.letters, k))


def all_fitting(material: Material) -> tuple[tuple[LetterKind, dict[str, Any]], ...]:
    """Every letter that fits the case as it stands, composed: one for each referral and for each visit."""
    made: list[tuple[LetterKind, dict[str, Any]]] = []
    for kind in offered(replace(material, letters=())):
        if kind in OF_REFERRAL and material.referrals:
            each = [replace(material, referral=referral) for referral in material.referrals]
        elif kind is K.MONITORING_NOTE and material.visits:
            each = [replace(material, about=entry) for entry in material.visits]
        else:
            each = [material]
        made += [(kind, compose(kind, one)) for one in each]
    return tuple(made)


STATES = (LetterState.DRAFT, LetterState.CHECKED, LetterState.SIGNED)


def present(letters: Iterable[Letter], *kinds: LetterKind, least: LetterState = LetterState.DRAFT) -> bool:
    """Whether the file has a letter of each of these kinds that stands, and has come at least so far (5.8)."""
    return not missing(letters, *kinds, least=least)


def missing(
    letters: Iterable[Letter], *kinds: LetterKind, least: LetterState = LetterState.DRAFT
) -> tuple[LetterKind, ...]:
    """Those of these kinds of which no letter stands that has come so far."""
    there = {
        letter.kind
        for letter in letters
        if letter.state is not LetterState.REPLACED and STATES.index(letter.state) >= STATES.index(least)
    }
    return tuple(kind for kind in kinds if kind not in there)
