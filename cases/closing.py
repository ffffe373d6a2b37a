"""The end of a case. Nothing of it rings any more, but a report to the police that the unit still owes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases.case import Status
from cases.ending import end, visit_answered
from cases.messages import Message
from cases.moves import Action, allow
from cases.notices import Scene, card, tell
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import Phrase
from cases.police import after_closing
from cases.refusals import WrongMoment
from cases.staff import Staff
from cases.visit import VisitState


def close(scene: Scene, *, reason: str, by: Staff, now: datetime) -> Outcome:
    """The case is closed with a reason. An emergency that is still open can't be closed away (WrongMoment)."""
    allow(Action.CLOSE, by=by, case=scene.case)
    alert = scene.alert
    if alert is not None and alert.is_open and alert.needs_outreach:
        raise WrongMoment
    case = replace(scene.case, status=Status.CLOSED, closed_at=now, lowering=None)
    here = replace(scene, case=case, actor=by)
    outcome = Outcome(
        cases=(case,),
        events=(Event(EventKind.CASE_CLOSED, case.ref, now, by=by.id, told={"reason": reason}),),
        reminders=tuple(
            Reminder(clock, case.ref, None) for clock in (Clock.CONTACT, Clock.CONFIRMATION, Clock.ASSIGNMENT)
        ),
        messages=(
            Message(to=by.chat, phrase=Phrase("case-closed", card(here))),
            *(m for m in tell(EventKind.CASE_CLOSED, here) if m.to != by.chat),
            *after_closing(here),
        ),
    )
    if scene.visit is not None:
        over = replace(scene.visit, state=VisitState.CANCELLED)
        outcome += Outcome(visits=(over,), reminders=(Reminder(Clock.VISIT, over.ref, None),))
    if alert is not None and alert.is_open:
        outcome += end(here, by=by, now=now)
    if scene.missed is not None and (alert is None or alert.ref != scene.missed.ref):
        outcome += visit_answered(here, by=by, now=now)
    return outcome
