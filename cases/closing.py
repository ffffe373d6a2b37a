"""The end of a case. Nothing of it rings any more, but a report to the police that the unit still owes.

A case is closed in one of four ways: signed or for one of the three reasons without a signature (6.5), by a lead after
refusal (1.10), by a lead where nothing but information was owed (1.5 f), or once others have it and it has ended there.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases.advancing import Written, advance, for_good, moved
from cases.case import Status
from cases.ending import end, visit_answered
from cases.messages import Message
from cases.moves import Action, allow
from cases.notices import Scene, card, tell
from cases.outcome import Clock, EventKind, Outcome, Reminder
from cases.phrases import Phrase
from cases.police import after_closing
from cases.profile import Profile
from cases.referral import Referral, ReferralState
from cases.refusals import HelpIsOut, NeedsReason, NotReceived
from cases.staff import Staff
from cases.visit import VisitState

#: Clocks of the case itself; those of its steps, visits, alerts and referrals are stopped one by one.
CLOCKS = (Clock.CONTACT, Clock.CONFIRMATION, Clock.ASSIGNMENT)


def received_and_ended(referrals: tuple[Referral, ...]) -> bool:
    """Whether what was handed over has been received and has ended there: something was, and nothing is still open."""
    ended = [one for one in referrals if one.state is ReferralState.ENDED and one.received_at is not None]
    return bool(ended) and not any(one.is_open for one in referrals)


def may_close(scene: Scene, *, referrals: tuple[Referral, ...], by: Staff) -> None:
    """Raises what forbids it: NotAllowed, WrongMoment, what the gate lacks, HelpIsOut while an emergency is open or an
    officer of its alert is out there, NotReceived while nobody has confirmed what was handed over."""
    allow(Action.CLOSE, by=by, case=scene.case)
    alert = scene.alert
    if alert is not None and alert.is_open and (alert.needs_outreach or alert.outings):
        raise HelpIsOut
    if scene.case.status is Status.ENTRUSTED and not received_and_ended(referrals):
        raise NotReceived


def close(
    scene: Scene,
    written: Written,
    *,
    reason: str,
    referrals: tuple[Referral, ...] = (),
    by: Staff,
    profile: Profile,
    now: datetime,
) -> Outcome:
    """The case is closed with its report (6.5); every clock of it stops. Raises what `may_close` raises, and
    NeedsReason without a report or reason."""
    may_close(scene, referrals=referrals, by=by)
    if not reason.strip():
        raise NeedsReason
    outcome = for_good(
        advance(
            scene,
            Action.CLOSE,
            written,
            by=by,
            profile=profile,
            now=now,
            event=EventKind.CASE_CLOSED,
            changed=replace(scene.case, closed_at=now, lowering=None, due_at=None),
        )
    )
    here = replace(scene, case=moved(outcome), actor=by)
    outcome += Outcome(
        reminders=(
            *(Reminder(clock, here.case.ref, None) for clock in CLOCKS),
            *(Reminder(Clock.REFERRAL, referral.ref, None) for referral in referrals),
        ),
        messages=(
            Message(to=by.chat, phrase=Phrase("case-closed", card(here))),
            *(m for m in tell(EventKind.CASE_CLOSED, here) if m.to != by.chat),
            *after_closing(here),
        ),
    )
    if scene.visit is not None and scene.visit.state is VisitState.PLANNED:
        over = replace(scene.visit, state=VisitState.CANCELLED)
        outcome += Outcome(visits=(over,), reminders=(Reminder(Clock.VISIT, over.ref, None),))
    alert = scene.alert
    if alert is not None and alert.is_open:
        outcome += end(here, by=by, now=now)
    if scene.missed is not None and (alert is None or alert.ref != scene.missed.ref):
        outcome += visit_answered(here, by=by, now=now)
    return outcome
