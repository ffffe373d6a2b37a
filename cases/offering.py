"""Handing an alert over to a colleague, who must accept it: until then the holder answers for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases.alert import Alert, Cause
from cases.duty import alive, held_by, yours
from cases.ending import off_the_table
from cases.ladder import carry_on
from cases.messages import Lane, Message
from cases.moves import Action, allow, roles_for
from cases.notices import Scene, card, tell
from cases.outcome import Clock, Event, EventKind, Look, Outcome, Reminder
from cases.phrases import Phrase, says
from cases.profile import Profile
from cases.refusals import Changed, NotAllowed, WrongMoment
from cases.staff import Role, Staff

#: Why a colleague does not take it over.
SAID_NO, SAID_NOTHING, IS_AWAY = "offer-no", "offer-silence", "offer-away"


def _alert(scene: Scene) -> Alert:
    assert scene.alert is not None
    return scene.alert


def colleagues(scene: Scene) -> tuple[Staff, ...]:
    """Who could be asked to take the alert over: reachable, not holding it already, those on duty first."""
    alert = _alert(scene)
    visit = roles_for(Action.VISIT_DONE)
    people = (
        person
        for person in scene.roster.people
        if person.active
        and person.reachable
        and person.role is not Role.ADMIN
        and person.id not in alert.takers
        and (alert.cause is not Cause.MISSED_VISIT or person.role in visit)
    )
    return tuple(sorted(people, key=lambda person: (not person.on_duty, person.name)))


def offer(scene: Scene, *, to: Staff, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """The holder asks a colleague to take it over; whoever was asked before is asked no more.

    Raises NotAllowed unless the asker holds it and the colleague can be called.
    """
    allow(Action.OFFER, by=by, case=scene.case)
    alert = held_by(scene, by)
    if to not in colleagues(scene):
        raise NotAllowed
    before = off_the_table(scene) if alert.offered_to != to.id else Outcome()
    kept, silence = alive(replace(alert, offered_to=to.id, offered_at=now), profile=profile, now=now)
    here = asking(replace(scene, alert=kept), profile=profile)
    event = Event(EventKind.ALERT_OFFERED, scene.case.ref, now, by=by.id, told={"alert": alert.ref, "to": int(to.id)})
    return before + Outcome(
        alerts=(kept,),
        events=(event,),
        reminders=(silence, Reminder(Clock.OFFER, alert.ref, now + timedelta(minutes=profile.answer_minutes))),
        messages=tell(EventKind.ALERT_OFFERED, here),
    )


def asking(scene: Scene, *, profile: Profile) -> Scene:
    """What the colleague must know: who asks, and how long the answer is waited for."""
    alert = _alert(scene)
    asked = scene.roster.by_id(alert.offered_to)
    holder = scene.roster.by_id(alert.taken_by)
    args = {"asked": asked.name if asked else says("nobody-name"), "minutes": round(profile.answer_minutes)}
    return replace(scene, actor=holder).with_args(**args)


def accept(scene: Scene, *, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """The colleague takes it over: from now on it is theirs, with the file, and everybody who must know hears it.

    Raises Changed for whoever is not asked, or not any more.
    """
    allow(Action.ACCEPT, by=by, case=scene.case)
    alert = _offered(scene, by)
    former = scene.roster.by_id(alert.taken_by)
    taken = replace(
        alert,
        taken_by=by.id,
        once=tuple(dict.fromkeys((*alert.once, by.id))),
        taken_at=now,
        companions=tuple(id for id in alert.companions if id != by.id),
        awaited=tuple(id for id in alert.awaited if id != by.id),
        told=tuple(dict.fromkeys((*alert.told, by.id))),
        offered_to=None,
        offered_at=None,
    )
    taken, silence = alive(taken, profile=profile, now=now)
    here = replace(scene, alert=taken, actor=by).with_args(former=former.name if former else says("nobody-name"))
    told = {"alert": alert.ref, "from": int(alert.taken_by) if alert.taken_by is not None else None}
    return Outcome(
        alerts=(taken,),
        events=(Event(EventKind.ALERT_HANDED_OVER, scene.case.ref, now, by=by.id, told=told),),
        reminders=(silence, Reminder(Clock.OFFER, alert.ref, None)),
        looks=(Look(scene.case.ref, by.id, now, "alert"),),
        messages=(*tell(EventKind.ALERT_HANDED_OVER, here), *_to_former(here, former), yours(here)),
    ) + carry_on(here, profile=profile, now=now)


def _to_former(scene: Scene, former: Staff | None) -> tuple[Message, ...]:
    """Who held it until now learns that it is no longer theirs, and can press nothing on its card."""
    if former is None or not former.active:
        return ()
    ref = _alert(scene).ref
    let_go = says("alert-let-go", number=scene.case.number)
    return (
        Message(former.chat, Phrase("offer-done", card(scene)), Lane.ESCALATION, slot=f"offer:{ref}"),
        Message(former.chat, let_go, Lane.REPLY, slot=f"mine:{ref}", replaces=True),
    )


def refuse(scene: Scene, *, by: Staff, now: datetime) -> Outcome:
    """The colleague can't: the holder hears that it is still theirs. Raises Changed for whoever is not asked."""
    allow(Action.DECLINE, by=by, case=scene.case)
    _offered(scene, by)
    return fell_through(scene, how=SAID_NO, by=by, now=now)


def unanswered(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """No answer in time: the holder hears that it is still theirs."""
    alert = _alert(scene)
    if not alert.is_open or alert.offered_to is None or alert.offered_at is None:
        return Outcome(reminders=(Reminder(Clock.OFFER, alert.ref, None),))
    return fell_through(scene, how=SAID_NOTHING, by=None, now=now)


def fell_through(scene: Scene, *, how: str, by: Staff | None, now: datetime) -> Outcome:
    """Nothing came of the offer; the holder answers for the alert as before."""
    alert = _alert(scene)
    asked = scene.roster.by_id(alert.offered_to)
    here = replace(scene, actor=by).with_args(asked=asked.name if asked else "", how=says(how))
    gone = asked is not None and not asked.reachable
    told = {"alert": alert.ref, "how": how}
    return Outcome(
        alerts=(replace(alert, offered_to=None, offered_at=None),),
        events=(Event(EventKind.OFFER_REFUSED, scene.case.ref, now, by=by.id if by else None, told=told),),
        reminders=(Reminder(Clock.OFFER, alert.ref, None),),
        messages=tuple(
            message
            for message in tell(EventKind.OFFER_REFUSED, here)
            if not (gone and asked is not None and message.to == asked.chat)
        ),
    )


def _offered(scene: Scene, by: Staff) -> Alert:
    alert = _alert(scene)
    if not alert.is_open:
        raise WrongMoment
    if alert.offered_to != by.id:
        raise Changed
    return alert
