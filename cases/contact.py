"""The first contact by a person, within the decision's minutes: one tap, and reminders until it has been."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases.case import Case, Contact
from cases.clocks import last_mark
from cases.duty import alive
from cases.moves import Action, allow
from cases.notices import Scene, and_leads, tell
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import At, Until, says
from cases.profile import Profile
from cases.reports import by_day_unless_grave, contact_due, contact_ring
from cases.safe_contact import SafeContact
from cases.safe_words import for_caller
from cases.staff import Staff

#: After a try that failed it is brought to mind again so soon.
AGAIN = timedelta(minutes=60)
#: Once it is late, at TINGGI this often at least; else when as much time again is gone, within these bounds.
OFTEN, DAY = timedelta(minutes=15), timedelta(days=1)


def _waits(case: Case) -> bool:
    return case.is_open and case.contacted_at is None


def rang(scene: Scene, *, profile: Profile, now: datetime, safe: SafeContact | None = None) -> Outcome:
    """Half the time is gone, or all of it: whoever holds the case hears it; the leads when late or nobody does."""
    case = scene.case
    if not _waits(case):
        return Outcome(reminders=(Reminder(Clock.CONTACT, case.ref, None),))
    due = contact_due(case)
    percent = last_mark(case.reported_at, due, profile.contact_marks, now=now)
    coming = contact_ring(case, profile=profile, now=now)
    if coming is None:
        coming = by_day_unless_grave(now + _late_again(case), case, profile)
    if scene.alert is not None and scene.alert.is_open and scene.alert.outings:
        # Somebody is on the way there: who rides is not asked to telephone, and who waits is not told that nobody has.
        return Outcome(reminders=(Reminder(Clock.CONTACT, case.ref, coming),))
    here = scene.with_args(due=At(due), left=Until(due), safe=for_caller(safe or SafeContact(), now))
    late = percent >= profile.contact_marks[-1]
    messages = and_leads(tell(EventKind.CONTACT_RANG, here), "contact", here, late=late)
    return Outcome(
        events=(Event(EventKind.CONTACT_RANG, case.ref, now, told={"percent": percent}),),
        reminders=(Reminder(Clock.CONTACT, case.ref, coming),),
        messages=messages,
    )


def _late_again(case: Case) -> timedelta:
    """What has a day is not asked after every hour once the day is over."""
    within = contact_due(case) - case.reported_at
    if case.emergency or case.gravity == "TINGGI":
        return min(AGAIN, max(within, OFTEN))
    return min(DAY, max(within, AGAIN))


def record(scene: Scene, *, how: Contact, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """Reached ends the clock; not reached, or unsafe to call, starts it anew, and the leads hear of it."""
    allow(Action.CONTACT, by=by, case=scene.case)
    reached = how is Contact.REACHED
    case = replace(
        scene.case,
        contacted_at=scene.case.contacted_at or (now if reached else None),
        contact_tries=scene.case.contact_tries + 1,
    )
    soon = by_day_unless_grave(now + min(AGAIN, contact_due(case, start=now) - now), case, profile)
    again = None if case.contacted_at is not None else soon
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
