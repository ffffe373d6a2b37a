"""What a joined report brings along, and takes back when it is taken apart: what the case is judged by, its duty to
report to the police, and its referrals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from cases import police
from cases.case import Carried, Case, CaseRef, Joined, Police
from cases.conditions import age_unknown, is_child, is_sexual, is_vulnerable, relabelled, signed
from cases.handling import Signer
from cases.messages import Message
from cases.notices import ALSO_LEADS, Scene, write
from cases.outcome import Outcome
from cases.profile import Profile
from cases.receipts import clock
from cases.referral import Referral


def marks_of(report: Case) -> Carried:
    """What the report itself tells; what was joined to it has marks of its own.

    Where nobody has said how old the victim is, that is carried too: the meeting asks. A child that is only accused
    makes nobody else's consent a guardian's.
    """
    own = replace(report, reports=())
    counts = not relabelled(own)
    ageless = age_unknown(own)
    return Carried(
        sexual=is_sexual(own),
        child=is_child(own) and not ageless,
        ageless=ageless and "KTA" in own.decision.case_types,
        vulnerable=is_vulnerable(own),
        obliged=counts and police.obliged(own.decision),
        advised=counts and police.advised(own.decision),
    )


def learnt(case: Case, report: Case) -> Case:
    """The case once a joined report tells more. What was known of it stays known."""
    now = marks_of(report)

    def marked(one: Joined) -> Joined:
        return replace(one, carried=_both(one.carried, now)) if one.case == report.ref else one

    return replace(case, reports=tuple(map(marked, case.reports)))


def _both(one: Carried, other: Carried) -> Carried:
    return Carried(**{name: value or getattr(other, name) for name, value in vars(one).items()})


def child_came_in(before: Case, scene: Scene) -> tuple[Message, ...]:
    """Somebody else than a guardian has signed, and now it is known that a child is concerned: whoever holds the case
    and those who answer for the unit hear it at once."""
    case = scene.case
    consent = case.handling.consent
    if is_child(before) or not is_child(case) or not signed(case):
        return ()
    if consent is None or consent.by_whom is Signer.GUARDIAN:
        return ()
    return write(ALSO_LEADS["child_joined"], scene)


def with_duty(case: Case, report: Case) -> Case:
    """The duty of the report is the case's from now on, with the earlier of two deadlines; one that was met is met."""
    duty, own = report.police, case.police
    if not case.reports:
        case = replace(case, own_police=own)
    if duty is None or (own is not None and (own.met_at is not None or duty.met_at is not None)):
        return case
    return replace(case, police=_earlier(own, duty))


def without_duty(case: Case, entry: Joined) -> Case:
    """The case, from which that report was taken, without a duty that was only the report's."""
    duty, theirs = case.police, entry.police
    brought_it = duty is not None and theirs is not None and duty.since == theirs.since
    if brought_it and (duty == theirs or police.is_open(case)):
        duty = None
        for other in (case.own_police, *(one.police for one in case.reports)):
            duty = _earlier(duty, other)
    return replace(case, police=duty, own_police=case.own_police if case.reports else None)


def _earlier(one: Police | None, other: Police | None) -> Police | None:
    found = [duty for duty in (one, other) if duty is not None]
    return min(found, key=lambda duty: (duty.met_at is None, duty.due_at), default=None)


def brought(referrals: Iterable[Referral], *, to: Case, profile: Profile, now: datetime) -> Outcome:
    """Referrals that are open go on with that case: a service must not end because a file moved. Of a case that was
    handed over as a whole they are services like any other from here."""
    moved = tuple(replace(one, case=to.ref, handover=False) for one in referrals if one.is_open)
    return Outcome(referrals=moved, reminders=tuple(clock(to, one, profile=profile, now=now) for one in moved))


def said_of(moved: Outcome, scene: Scene) -> Outcome:
    """Who holds the case learns which referrals are theirs to follow now."""
    count = len(moved.referrals)
    return Outcome(messages=write(ALSO_LEADS["referrals_moved"], scene.with_args(count=count))) if count else Outcome()


def entry_of(case: Case, report: CaseRef) -> Joined | None:
    """How that report stands among those of the case."""
    return next((one for one in case.reports if one.case == report), None)
