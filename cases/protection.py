"""Protection by people who are there, until the unit itself can be (R-25), and the question whether it has arrived."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from cases.alert import Alert, AlertState
from cases.clocks import by_day, first_mark
from cases.crisis import run_cards, still_at_it
from cases.messages import Message
from cases.moves import Action, allow
from cases.notices import ALSO_LEADS, Scene, and_leads, tell, write
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.profile import Profile
from cases.refusals import NotAllowed, WrongMoment
from cases.remote import is_protected
from cases.staff import Staff

#: "Sudah sampai?" comes back once a day, by day: whoever is on the road then has had a night.
ASK_AGAIN = timedelta(days=1)
#: A question this long after the expected arrival is not the first one.
SECOND_AFTER = timedelta(hours=12)
#: An arrival is not expected sooner than this.
SOONEST = timedelta(hours=1)


def may_protect(scene: Scene, by: Staff) -> Alert:
    """The alert, if this person may still record a protection of it; else NotAllowed or WrongMoment.

    Who was called may do so even if the alert went back meanwhile: what is true is kept, and the ladder goes on.
    """
    allow(Action.PROTECT, by=by, case=scene.case)
    alert = scene.alert
    assert alert is not None
    if by.id not in (*alert.takers, *alert.told):
        raise NotAllowed
    if not alert.calls_for_help or alert.outreach_at is not None:
        raise WrongMoment
    return alert


def protect(
    scene: Scene, *, by: Staff, told: Mapping[str, Any], safe: bool, eta: datetime, profile: Profile, now: datetime
) -> Outcome:
    """Somebody there is with the victim. Only if the victim is safe with them does it meet the clock of 1.6.

    It is recorded as protection, never as the outreach, which is still asked for: from `eta` on, until it is recorded.
    Told again later that the victim is not safe there, the clock of the outreach runs again.
    """
    alert = may_protect(scene, by)
    eta = max(eta, now + SOONEST)
    event = Event(
        EventKind.PROTECTED,
        scene.case.ref,
        now,
        by=by.id,
        told={**told, "alert": alert.ref, "safe": safe, "meets": safe, "eta": eta},
    )
    if safe:
        alert = replace(alert, protected_at=alert.protected_at or now, eta_at=eta)
        clocks: tuple[Reminder, ...] = (
            Reminder(Clock.OUTREACH, alert.ref, None),
            Reminder(Clock.ARRIVAL, alert.ref, by_day(eta, profile)),
        )
    else:
        alert, clocks = _unprotected(alert, profile=profile, now=now)
    signs: tuple[Reminder, ...] = ()
    if by.id in alert.takers or (not safe and alert.asked_at is None):
        # From somebody else it is no word of the holder; but where nobody is safe, no holder may be silent for long,
        # and who was asked already has no longer for it.
        alert, signs = still_at_it(alert, profile=profile, now=now)
    here = replace(scene, alert=alert, actor=by)
    messages = tell(EventKind.PROTECTED, here) if safe else write(ALSO_LEADS["unprotected"], here)
    return Outcome(
        alerts=(alert,),
        events=(event,),
        reminders=(*clocks, *signs),
        messages=(*_but(messages, by), *run_cards(here, profile=profile, again=True)),
    )


def _unprotected(alert: Alert, *, profile: Profile, now: datetime) -> tuple[Alert, tuple[Reminder, ...]]:
    if alert.protected_at is None:
        return alert, ()
    ring = first_mark(alert.raised_at, alert.deadline_at, profile.outreach_marks, now=now)
    again = ring or now + timedelta(minutes=profile.silent_minutes)
    running = (Reminder(Clock.OUTREACH, alert.ref, again), Reminder(Clock.ARRIVAL, alert.ref, None))
    return replace(alert, protected_at=None, eta_at=None), running


def _but(messages: tuple[Message, ...], by: Staff) -> tuple[Message, ...]:
    return tuple(message for message in messages if message.to != by.chat)


def arrival_rang(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """The unit should be there by now: its holder is asked, and from the second time on the leads are told too."""
    alert = scene.alert
    assert alert is not None
    if alert.state is AlertState.ENDED or not is_protected(alert) or alert.eta_at is None:
        return Outcome(reminders=(Reminder(Clock.ARRIVAL, alert.ref, None),))
    second = now - alert.eta_at >= SECOND_AFTER
    told = {"alert": alert.ref, "second": second}
    return Outcome(
        events=(Event(EventKind.ARRIVAL_RANG, scene.case.ref, now, told=told),),
        reminders=(Reminder(Clock.ARRIVAL, alert.ref, by_day(now + ASK_AGAIN, profile)),),
        messages=and_leads(tell(EventKind.ARRIVAL_RANG, scene), "arrival", scene, late=second),
    )
