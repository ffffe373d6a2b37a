"""What must be there before a move: conditions of the book that can't be walked around. Each raises what is missing."""

from __future__ import annotations

from collections.abc import Callable

from cases.case import Case
from cases.refusals import (
    MayNotStart,
    NeedsConsent,
    NeedsGuardian,
    NeedsReview,
    NeedsSignature,
    NeedsStep,
    NoMediation,
    NotForOthers,
    WrongMoment,
)

#: Routes of 1.5 by which a whole case goes to others.
TO_OTHERS = frozenset({"b", "c", "d", "d*"})
#: With these the unit stays at work itself.
OURS = frozenset({"a", "e"})
#: After so many rounds of assessment somebody who answers for the unit looks at it (R-27).
ROUNDS_WITHOUT_REVIEW = 3
SEXUAL = frozenset({"seksual", "kbgo", "tppo", "eksploitasi", "perkawinan_paksa"})
ADULT = 18


def routes(case: Case) -> frozenset[str]:
    """The letters of 1.5 that hold for the case."""
    return frozenset(route.code for route in case.decision.routes)


def is_child(case: Case) -> bool:
    """Whether one of those who are harmed, or a child in contact with the law, is not yet 18 (Ps 1 angka 6)."""
    kinds = set(case.decision.case_types)
    ages = [victim.age for victim in case.facts.victims]
    return bool({"KTA", "ABH"} & kinds) or any(age is not None and age < ADULT for age in ages)


def is_sexual(case: Case) -> bool:
    """Sexual violence of any kind; what is not known counts as no sexual violence only where kinds were told."""
    facts = case.facts
    return bool(SEXUAL & {*facts.violence}) or facts.sexual_contact is True or "A10" in facts.ampk


def consented(case: Case) -> None:
    """No assessment, plan or service before consent on paper, or the exception that two people answer for (1.10)."""
    if not case.handling.may_go_on:
        raise NeedsConsent


def after(*steps: str) -> Callable[[Case], None]:
    """These steps must have been done in this round; from process 2 on consent must stand."""

    def gate(case: Case) -> None:
        if any("2" <= step < "5" for step in steps):
            consented(case)
        for step in steps:
            if not case.handling.has(step):
                raise NeedsStep(step=step)

    return gate


def of_a_child(case: Case) -> None:
    """Only a child has a guardian."""
    if not is_child(case):
        raise WrongMoment


def guardian_where_a_child(case: Case) -> None:
    """A child's consent needs a guardian who is not the alleged offender; else the unit names one."""
    guardian = case.handling.guardian
    if is_child(case) and (guardian is None or guardian.is_offender):
        raise NeedsGuardian


def override_asked(case: Case) -> None:
    """There is a wish to go on that nobody has agreed to yet."""
    wish = case.handling.override
    if wish is None or wish.agreed_by is not None:
        raise WrongMoment


def mediation(case: Case) -> None:
    """Never in sexual violence, also where one of its signs is there (UU 12/2022 Ps 23)."""
    consented(case)
    if is_sexual(case):
        raise NoMediation


def may_start_a_round(case: Case) -> None:
    """Another assessment (5.6) after what was found at a visit; after the third round only with a review (R-27)."""
    after("5.2")(case)
    if case.handling.round >= ROUNDS_WITHOUT_REVIEW and case.handling.reviewed < case.handling.round:
        raise NeedsReview


def not_one_sided(case: Case) -> None:
    """To present the plan of termination there must be somebody to present it to."""
    if case.handling.one_sided is not None and case.handling.one_sided.agreed_by is not None:
        raise WrongMoment


def one_sided_asked(case: Case) -> None:
    """There is a wish to end without a signature that nobody has agreed to yet."""
    wish = case.handling.one_sided
    if wish is None or wish.agreed_by is not None:
        raise WrongMoment


def signed_or_one_sided(case: Case) -> None:
    """Closed only with the signed form (6.2, 6.3), or for one of the three reasons (6.4)."""
    wish = case.handling.one_sided
    if case.handling.has("6.3") or (wish is not None and wish.agreed_by is not None):
        return
    raise NeedsSignature


def refused(case: Case) -> None:
    """Refusal ends handling; not while somebody has asked for an exception. One by the alleged offender is void."""
    consent, wish = case.handling.consent, case.handling.override
    if consent is None or consent.agreed or (wish is not None and wish.agreed_by is None):
        raise WrongMoment


def only_information(case: Case) -> None:
    """Neither KTP, KTA nor ABH: told of the fitting service, nothing else follows (1.5 f)."""
    if case.emergency or routes(case) - {"f"}:
        raise MayNotStart


def for_others(case: Case) -> None:
    """Handed over as a whole only where the routes say so and the unit itself has nothing to do (1.5 b, c, d)."""
    found = routes(case)
    if case.emergency or not found & TO_OTHERS or found & OURS:
        raise NotForOthers


def may_share(case: Case) -> None:
    """With consent; before it, and without it, only in an emergency, by route b, c or d, or for another kind of case
    by exception that two people answer for (rules of East Kalimantan: with the victim's consent)."""
    if case.handling.may_go_on or case.emergency:
        return
    consent = case.handling.consent
    if consent is not None and not consent.agreed:
        raise NeedsConsent
    if not routes(case) & TO_OTHERS:
        raise NeedsConsent


def not_joined(case: Case) -> None:
    """A report that was joined to another is opened there."""
    if case.joined_to is not None:
        raise WrongMoment


def child_on_both_sides(case: Case) -> None:
    """Two files only where a child is accused and somebody was harmed, and only once (UU 11/2012 Ps 19)."""
    kinds = set(case.decision.case_types)
    if "ABH" not in kinds or not kinds & {"KTP", "KTA"} or case.sibling is not None:
        raise WrongMoment
