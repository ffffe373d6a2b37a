"""The first contact by a person, within the decision's minutes: one tap, and reminders until it has been."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases.case import Case, Contact
from cases.clocks import by_day, last_mark
from cases.duty import alive
from cases.moves import Action, allow
from cases.notices import Scene, and_leads, tell
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import At, Until, says
from cases.profile import Profile
from cases.reports import contact_due, contact_ring
from cases.staff import Staff

#: After a try that failed, and once it is late, it is brought to mind again this often at least.
AGAIN = timedelta(minutes=60)


def _waits(case: Case) -> bool:
    return case.is_open and case.contacted_at is None


def rang(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """Half the time is gone, or all of it: whoever holds the case hears it; the leads when late or nobody does."""
    case = scene.case
    if not _waits(case):
        return Outcome(reminders=(Reminder(Clock.CONTACT, case.ref, None),))
    due = contact_due(case)
    percent = last_mark(case.reported_at, due, profile.contact_marks, now=now)
    coming = contact_ring(case, profile=profile, now=now)
    if coming is None:
        coming = now + min(AGAIN, max(due - case.reported_at, timedelta(minutes=15)))
        coming = coming if case.gravity == "TINGGI" else by_day(coming, profile)
    here = scene.with_args(due=At(due), left=Until(due))
    late = percent >= profile.contact_marks[-1]
    messages = and_leads(tell(EventKind.CONTACT_RANG, here), "contact", here, late=late)
    return Outcome(
        events=(Event(EventKind.CONTACT_RANG, case.ref, now, told={"percent": percent}),),
        reminders=(Reminder(Clock.CONTACT, case.ref, coming),),
        messages=messages,
    )


def record(scene: Scene, *, how: Contact, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """Reached ends the clock; not reached, or unsafe to call, starts it anew, and the leads hear of it."""
    allow(Action.CONTACT, by=by, case=scene.case)
    reached = how is Contact.REACHED
    case = replace(
        scene.case,
        contacted_at=scene.case.contacted_at or (now if reached else None),
        contact_tries=scene.case.contact_tries + 1,
    )
    again = None if case.contacted_at is not None else now + min(AGAIN, contact_due(case, start=now) - now)
    here = replace(scene, case=case, actor=by).with_args(how=says(f"contact-{how}"), tries=case.contact_tries)
    told = {"how": str(how), "try": case.contact_tries}
    outcome = Outcome(
        cases=(case,),
        events=(Event(EventKind.CONTACT_RECORDED, case.ref, now, by=by.id, told=told),),
        reminders=(Reminder(Clock.CONTACT, case.ref, again),),
        messages=tell(EventKind.CONTACT_RECORDED, here),
    )
    alert = scene.alert
    if alert is not None and alert.taken_by == by.id and alert.is_open:
        kept, silence = alive(alert, profile=profile, now=now)
        outcome += Outcome(alerts=(kept,), reminders=(silence,))
    return outcome
