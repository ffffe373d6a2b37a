"""What is so of a case, as gates and others ask it: whose consent, signed or excepted, sexual or not, searched for."""

from __future__ import annotations

from datetime import timedelta

from cases.case import Case, File
from cases.handling import Attempt, Ground, OneSided, Override, Signer

#: Routes of 1.5 by which a whole case goes to others.
TO_OTHERS = frozenset({"b", "c", "d", "d*"})
#: With these the unit stays at work itself.
OURS = frozenset({"a", "e"})
#: An adult man to whom sexual violence was done is received like every victim of it (R-23).
RECEIVED = "TPKS_LAKI_DEWASA"
SEXUAL = frozenset({"seksual", "kbgo", "tppo", "eksploitasi", "perkawinan_paksa"})
SEXUAL_AMPK = frozenset({"A04", "A06", "A08", "A10"})
#: Violence of which it is known that it is no sexual violence.
PLAIN = frozenset({"fisik", "psikis", "penelantaran"})
#: The search for somebody (R-26).
TRIES, TRIES_WITHIN = 3, timedelta(days=30)


def relabelled(case: Case) -> bool:
    """Whether officers have said that it is neither KTP, KTA nor ABH, or no report at all (R-22)."""
    return case.ruling is not None and case.ruling.types is not None


def routes(case: Case) -> frozenset[str]:
    """The letters of 1.5 that hold for the case."""
    if relabelled(case):
        return frozenset({"f"})
    return frozenset(route.code for route in case.decision.routes)


def owes_only_information(case: Case) -> bool:
    """Neither KTP, KTA nor ABH: told of the fitting service, nothing else follows (1.5 f)."""
    received = RECEIVED in case.decision.tags and not relabelled(case)
    return not (case.emergency or routes(case) - {"f"} or received)


def is_child(case: Case) -> bool:
    """Whether whoever is asked for consent is not yet 18 (Ps 1 angka 6), or nobody knows.

    A grown woman signs for herself and the child she carries, also where a child has witnessed or done it.
    """
    if case.file is File.CHILD_OFFENDER:
        return True
    stages = {victim.stage for victim in case.facts.victims}
    if "anak" in stages or case.carried.child:
        return True
    if case.handling.grown is not None:
        return not case.handling.grown
    if case.carried.ageless:
        return True
    kinds = set(case.decision.case_types)
    if "KTA" in kinds:
        return not stages or None in stages
    return "ABH" in kinds and "KTP" not in kinds


def age_unknown(case: Case) -> bool:
    """Whether the case is treated as a child's only because nobody has said how old the victim is."""
    if case.file is File.CHILD_OFFENDER or case.handling.grown is not None or case.carried.child:
        return False
    return is_child(case) and all(victim.stage != "anak" for victim in case.facts.victims)


def is_sexual(case: Case) -> bool:
    """Sexual violence of any kind, or a sign of it; in any report of the event."""
    facts = case.facts
    return (
        case.carried.sexual
        or bool(SEXUAL & {*facts.violence} or SEXUAL_AMPK & {*facts.ampk})
        or facts.sexual_contact is True
    )


def is_vulnerable(case: Case) -> bool:
    """Whether a victim is vulnerable in body or mind: disability, pregnancy, serious psychological impact, thoughts of
    ending life."""
    facts = case.facts
    seen = any(one.disability or one.pregnant for one in facts.victims)
    shaken = facts.serious_psych_impact is True or facts.suicidal not in (None, "tidak")
    return seen or shaken or case.carried.vulnerable


def may_be_mediated(case: Case) -> bool:
    """Only violence of which it is known that it is no sexual violence; what nobody knows may be (UU 12/2022 Ps 23)."""
    return bool(PLAIN & {*case.facts.violence}) and not is_sexual(case)


def signed(case: Case) -> bool:
    """Consent on paper: the photo of the signed form, and not the alleged offender's hand (1.10)."""
    consent = case.handling.consent
    return consent is not None and consent.agreed and bool(consent.photo_id) and consent.by_whom is not Signer.OFFENDER


def excepted(case: Case) -> bool:
    """An exception that two people answer for, from the refusal that stands: not one from a refusal before it."""
    return _agreed(case) is not None


def _agreed(case: Case) -> Override | None:
    wish = wished(case)
    return wish if wish is not None and wish.agreed_by not in (None, wish.asked_by) else None


def wished(case: Case) -> Override | None:
    """The exception that was asked for since the refusal that stands."""
    wish, consent = case.handling.override, case.handling.consent
    if wish is None or consent is None or consent.agreed or wish.asked_at < consent.at:
        return None
    return wish


def has_refused(case: Case) -> bool:
    """Consent was refused by somebody who may; what the alleged offender refuses is void (R-17)."""
    consent = case.handling.consent
    return consent is not None and not consent.agreed and consent.by_whom is not Signer.OFFENDER


def ground_holds(case: Case, ground: Ground) -> bool:
    """Whether that exception is for this case (R-17): danger that a person has rated, or a child whose guardian has
    refused. What the law demands is for two people to judge."""
    if ground is Ground.LIFE:
        return case.gravity == "TINGGI"
    if ground is Ground.GUARDIAN:
        consent = case.handling.consent
        by_another = consent is not None and consent.by_whom is not Signer.VICTIM
        return by_another and is_child(case) and case.gravity == "TINGGI"
    return True


def searched(attempts: tuple[Attempt, ...]) -> bool:
    """Three tries within thirty days, one of them a visit, on different days.

    Which day a moment falls on only the profile's zone says: here they must at least reach over more than a day.
    """
    tries = sorted(set(attempts), key=lambda one: one.at)
    for first in tries:
        within = [one for one in tries if first.at <= one.at <= first.at + TRIES_WITHIN]
        spread = within[-1].at - first.at > timedelta(days=1)
        if len(within) >= TRIES and spread and any(one.is_visit for one in within):
            return True
    return False


def ended_without(case: Case) -> OneSided | None:
    """The end without signature, once a second person has agreed."""
    wish = case.handling.one_sided
    return wish if wish is not None and wish.agreed_by not in (None, wish.asked_by) else None
