"""Somebody acts for a case manager who is away, until a day that is named; then it ends by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from cases.case import Case
from cases.caseload import CAN_MANAGE
from cases.clocks import day_over
from cases.messages import Lane, Message
from cases.moves import Action, allow
from cases.notices import Scene
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import Arg, says
from cases.profile import Profile
from cases.refusals import NotAllowed, WrongMoment
from cases.staff import Staff


def delegate(scene: Scene, *, to: Staff, until: date, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """From now on, up to and including that day, this person stands in for the manager. Tells nobody by itself:
    whoever gets ten cases at once hears it once.

    Raises NotAllowed for somebody who can't hold a case, WrongMoment for a day that is gone or without a manager.
    """
    allow(Action.DELEGATE, by=by, case=scene.case)
    case = scene.case
    if to.role not in CAN_MANAGE or not to.active or to.id == case.manager or to.id in case.excluded:
        raise NotAllowed
    if case.manager is None or until < profile.local(now).date():
        raise WrongMoment
    stands_in = replace(case, acting=to.id, acting_until=until)
    told = {"to": int(to.id), "for": int(case.manager), "until": until.isoformat()}
    return Outcome(
        cases=(stands_in,),
        events=(Event(EventKind.CASE_DELEGATED, case.ref, now, by=by.id, told=told),),
        reminders=(Reminder(Clock.ACTING, case.ref, day_over(until, profile)),),
    )


def told(cases: int, *, manager: Staff, to: Staff, until: date, by: Staff) -> tuple[Message, ...]:
    """Both hear it once, however many cases it is about; so does who asked for it."""
    args: dict[str, Arg] = {"manager": manager.name, "name": to.name, "until": until, "count": cases}
    lines = ((to, "acting-yours"), (manager, "acting-for-you"), (by, "acting-set"))
    heard: dict[int, Message] = {}
    for person, key in lines:
        if person.active:
            heard.setdefault(
                int(person.chat), Message(person.chat, says(key, **args), Lane.REMINDER, slot=slot(manager, to))
            )
    return tuple(heard.values())


def slot(manager: Staff, to: Staff) -> str:
    """The one card of an absence: twenty cases that end together change one message."""
    return f"acting:{manager.id}:{to.id}"


def ended(case: Case, *, by: Staff | None, now: datetime) -> tuple[Case, Outcome]:
    """The manager stands for the case alone again."""
    over = replace(case, acting=None, acting_until=None)
    event = Event(EventKind.CASE_DELEGATED, case.ref, now, by=by.id if by else None, told={"over": True})
    return over, Outcome(cases=(over,), events=(event,), reminders=(Reminder(Clock.ACTING, case.ref, None),))


def rang(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """The day is over: it ends, and the card of both says so."""
    case = scene.case
    if case.acting is None or case.acting_until is None:
        return Outcome(reminders=(Reminder(Clock.ACTING, case.ref, None),))
    end = day_over(case.acting_until, profile)
    if now < end:
        return Outcome(reminders=(Reminder(Clock.ACTING, case.ref, end),))
    manager, to = scene.roster.by_id(case.manager), scene.roster.by_id(case.acting)
    _, outcome = ended(case, by=None, now=now)
    if manager is None or to is None:
        return outcome
    over = says("acting-over", name=to.name, manager=manager.name)
    return outcome + Outcome(
        messages=tuple(
            Message(person.chat, over, Lane.REST, slot=slot(manager, to), replaces=True)
            for person in (manager, to)
            if person.active
        )
    )
