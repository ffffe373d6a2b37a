"""What must be there before a move: conditions of the book that can't be walked around. Each raises what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from cases.case import Case
from cases.conditions import (
    OURS,
    TO_OTHERS,
    ended_without,
    excepted,
    ground_holds,
    has_refused,
    may_be_mediated,
    owes_only_information,
    searched,
    signed,
    wished,
)
from cases.conditions import is_child as is_child
from cases.conditions import is_sexual as is_sexual
from cases.conditions import routes as routes
from cases.handling import Signer, Unilateral
from cases.refusals import (
    MayNotStart,
    NeedsConsent,
    NeedsGround,
    NeedsGuardian,
    NeedsProof,
    NeedsReview,
    NeedsSignature,
    NeedsStep,
    NoMediation,
    NotForOthers,
    WrongMoment,
)
from cases.staff import StaffId

#: After so many rounds of assessment, or so long, somebody who answers for the unit looks at it (R-27).
ROUNDS_WITHOUT_REVIEW = 3
LONG = timedelta(days=180)


def consented(case: Case) -> None:
    """No assessment, plan or service before consent on paper, or the exception that two people answer for (1.10)."""
    if excepted(case):
        return
    if not signed(case):
        raise NeedsConsent
    guardian_where_a_child(case)


def erasure_asked(case: Case) -> None:
    """Nothing is erased that nobody asked for, and a wish is answered once."""
    if case.erasure is None or case.erasure.answered_at is not None:
        raise WrongMoment


@dataclass(frozen=True)
class After:
    """These steps must have been done in this round; from process 2 on consent must stand."""

    steps: tuple[str, ...]

    @property
    def asks_consent(self) -> bool:
        return any("2" <= step < "5" for step in self.steps)

    def __call__(self, case: Case) -> None:
        if self.asks_consent:
            consented(case)
        for step in self.steps:
            if not case.handling.has(step):
                raise NeedsStep(step=step)


def after(*steps: str) -> After:
    """The gate that asks for these steps."""
    return After(steps)


def of_a_child(case: Case) -> None:
    """Only a child has a guardian."""
    if not is_child(case):
        raise WrongMoment


def not_spoken_to(case: Case) -> None:
    """Whoever reported it is called for the first time only once."""
    if case.contacted_at is not None:
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


def override_holds(case: Case) -> None:
    """A wish to go on, from the refusal that stands, with a reason, on a ground that is there."""
    override_asked(case)
    wish = wished(case)
    if wish is None:
        raise WrongMoment
    if not wish.reason.strip() or not ground_holds(case, wish.ground):
        raise NeedsGround


def mediation(case: Case) -> None:
    """Never in sexual violence, also where nobody knows whether it is (UU 12/2022 Ps 23)."""
    consented(case)
    if not may_be_mediated(case):
        raise NoMediation


def visited_since_served(case: Case) -> None:
    """Somebody saw the person after the last service: visits before it say nothing of what came of it (5.2, R-16)."""
    service, visit = case.handling.last("4.1"), case.handling.last("5.2")
    if visit is None or (service is not None and visit.at < service.at):
        raise NeedsStep(step="5.2")


def may_start_a_round(case: Case) -> None:
    """Another assessment (5.6) after what was found at a visit; after the third round, or half a year, only with a
    review (R-27). Not after an end without signature: that case is closed and opened again."""
    not_one_sided(case)
    visited_since_served(case)
    handling = case.handling
    began = handling.started_at or min(done.at for done in handling.done)
    visit = handling.last("5.2")
    long = visit is not None and visit.at - began >= LONG
    if (long or handling.round >= ROUNDS_WITHOUT_REVIEW) and handling.reviewed < handling.round:
        raise NeedsReview


def not_one_sided(case: Case) -> None:
    """Not once the end without a signature was agreed."""
    if ended_without(case) is not None:
        raise WrongMoment


def may_present(case: Case) -> None:
    """To present the plan of termination there must be somebody to present it to, and complete papers (5.8)."""
    not_one_sided(case)
    if not case.handling.has("5.8"):
        raise NeedsStep(step="5.8")


def presented(case: Case) -> None:
    """Nobody signs what was not shown (6.1)."""
    may_present(case)
    if not case.handling.has("6.1"):
        raise NeedsStep(step="6.1")


def one_sided_asked(case: Case) -> None:
    """There is a wish to end without a signature that nobody has agreed to yet."""
    wish = case.handling.one_sided
    if wish is None or wish.agreed_by is not None:
        raise WrongMoment


def one_sided_proven(case: Case) -> None:
    """A wish with a reason and what it needs: the search for who is lost, whether others are safe after a death
    (6.4, R-26), and a refusal that is not the alleged offender's."""
    one_sided_asked(case)
    wish = case.handling.one_sided
    assert wish is not None
    consent = case.handling.consent
    tried = (*case.handling.attempts, *wish.attempts)
    void = consent is not None and not consent.agreed and consent.by_whom is Signer.OFFENDER
    if (
        not wish.reason.strip()
        or (wish.ground is Unilateral.LOST and not searched(tried))
        or (wish.ground is Unilateral.DEAD and wish.others_safe is None)
        or (wish.ground is Unilateral.REFUSES and void)
    ):
        raise NeedsProof


def signed_or_one_sided(case: Case) -> None:
    """Closed only with the signed form (6.2, 6.3) and complete papers (5.8), or for one of the three reasons (6.4)."""
    if ended_without(case) is not None:
        return
    if not case.handling.has("5.8", "6.3"):
        raise NeedsSignature


def refused(case: Case) -> None:
    """Refusal ends handling; not while somebody has asked for an exception. One by the alleged offender is void."""
    wish = wished(case)
    if not has_refused(case) or (wish is not None and wish.agreed_by is None):
        raise WrongMoment


def only_information(case: Case) -> None:
    """Neither KTP, KTA nor ABH: told of the fitting service, nothing else follows (1.5 f)."""
    if not owes_only_information(case):
        raise MayNotStart


def for_others(case: Case) -> None:
    """Handed over as a whole only where the routes say so and the unit itself has nothing to do (1.5 b, c, d).

    The village only while the risk is RENDAH, also in the eyes of who rated it again; an emergency only elsewhere.
    """
    found = routes(case)
    here = case.emergency and "e*" not in found
    graver = "b" in found and case.risk != "RENDAH"
    if here or graver or not found & TO_OTHERS or found & OURS:
        raise NotForOthers


def in_emergency(case: Case) -> None:
    """Before 1.5 nothing of a case goes out, but to save somebody (1.6)."""
    if not case.emergency:
        raise WrongMoment


def may_share(case: Case) -> None:
    """With consent; without it only in an emergency, or before anybody was asked by route b, c or d of 1.5, or by an
    exception that two people answer for (rules of East Kalimantan: with the victim's consent).

    After a refusal an emergency opens it no further than `routing.permitted` says, which sees the alert too: to those
    who save a life, and only while help is called for.
    """
    if case.emergency or excepted(case) or signed(case):
        return
    if has_refused(case) or not routes(case) & TO_OTHERS:
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


def who_would_lower(case: Case) -> StaffId | None:
    return case.lowering.by if case.lowering is not None else None


def who_would_override(case: Case) -> StaffId | None:
    return case.handling.override.asked_by if case.handling.override is not None else None


def who_would_end(case: Case) -> StaffId | None:
    return case.handling.one_sided.asked_by if case.handling.one_sided is not None else None


def who_manages(case: Case) -> StaffId | None:
    return case.manager
