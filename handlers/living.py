"""Whoever holds an alert and does something about it is there: they need not be asked "still at it?"."""

from __future__ import annotations

from datetime import datetime

from cases.alert import Alert
from cases.duty import alive
from cases.messages import Message
from cases.outcome import Outcome
from cases.phrases import says
from cases.staff import Staff
from handlers.conversation.engine import World
from storage import Work


async def sign_of_life(work: Work, ref: str, outcome: Outcome, staff: Staff, world: World, now: datetime) -> Outcome:
    """The silence of every alert that they hold and did something about starts anew.

    `ref` is what was pressed for: the alert, its case or its visit; `outcome` is what came of it. An alert that this
    changes already is left to it.
    """
    settled = {alert.ref for alert in outcome.alerts}
    held = [alert for alert in await work.alerts_held_by(staff.id) if alert.ref not in settled]
    if not held:
        return Outcome()
    about = {ref, *(form.subject for form in outcome.dialogues), *(look.case for look in outcome.looks)}
    about |= {event.case for event in outcome.events}
    signs = Outcome()
    for alert in held:
        visit = await work.planned_visit(alert.case)
        if about & {alert.ref, alert.case, visit.ref if visit is not None else alert.ref}:
            signs += await _alive(work, alert, staff, world, now)
    return signs


async def _alive(work: Work, alert: Alert, staff: Staff, world: World, now: datetime) -> Outcome:
    kept, silence = alive(alert, profile=world.profile, now=now)
    outcome = Outcome(alerts=(kept,), reminders=(silence,))
    case = await work.case(alert.case)
    if alert.asked_at is None or case is None:
        return outcome
    answered = says("alert-kept", number=case.number)
    return outcome + Outcome(messages=(Message(staff.chat, answered, slot=f"still:{alert.ref}", replaces=True),))
