"""Taking an alert, keeping it, giving it back, and meeting it with a recorded outreach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from cases.alert import Alert, AlertState, Cause
from cases.case import Case
from cases.clocks import first_mark, last_mark, next_morning
from cases.ending import end, off_the_table
from cases.ladder import carry_on, drop, restart
from cases.messages import Button, Lane, Message
from cases.moves import Action, allow
from cases.notices import (
    ALSO_LEADS,
    Press,
    Scene,
    and_leads,
    card,
    held_rows,
    shown,
    takers,
    tell,
    write,
)
from cases.outcome import Clock, Event, EventKind, Look, Outcome, Reminder
from cases.phrases import Phrase, says
from cases.profile import Profile
from cases.refusals import NotAllowed, Taken, WrongMoment
from cases.remote import answer_within, silence_of, way_to
from cases.staff import Staff, StaffId

#: How an alert comes back from somebody who can't be reached any more, or has left.
RETURNED_BY_LOSS = "returned-by-loss"


def _alert(scene: Scene) -> Alert:
    assert scene.alert is not None
    return scene.alert


def held_by(scene: Scene, who: Staff) -> Alert:
    """The alert, if this person holds it; else WrongMoment or NotAllowed."""
    alert = _taken_by(scene, who)
    if alert.taken_by != who.id:
        raise NotAllowed
    return alert


def _taken_by(scene: Scene, who: Staff) -> Alert:
    alert = _alert(scene)
    if alert.state is AlertState.ENDED:
        raise WrongMoment
    if who.id not in alert.takers:
        raise NotAllowed
    return alert


def alive(alert: Alert, *, profile: Profile, now: datetime) -> tuple[Alert, Reminder]:
    """The holder gave a sign of life: the silence is counted from now. A visit has time until the next morning."""
    due = now + silence_of(alert, profile)
    if alert.cause is Cause.MISSED_VISIT:
        due = next_morning(now, profile)
    return replace(alert, sign_at=now, asked_at=None), Reminder(Clock.SILENCE, alert.ref, due)


def take(scene: Scene, *, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """One takes the alert: with that there are enough, and the ladder stops; or it goes on calling for the others.

    The first holds it, the next are companions. Everybody who was called learns who it is. Raises Taken when enough
    colleagues were first, WrongMoment when the alert has ended.
    """
    allow(Action.TAKE, by=by, case=scene.case)
    alert = _alert(scene)
    if alert.state is AlertState.ENDED:
        raise WrongMoment
    if not alert.is_short or by.id in alert.takers:
        raise Taken(holder=takers(scene))
    if alert.cause is Cause.MISSED_VISIT:
        allow(Action.VISIT_DONE, by=by, case=scene.case)
    joins = alert.taken_by is not None
    taken = _with(alert, by, now=now)
    reminders: tuple[Reminder, ...] = ()
    if not joins:
        taken, silence = alive(taken, profile=profile, now=now)
        reminders = (silence,)
    here = replace(scene, alert=taken, actor=by).with_args(way=way_to(scene.case, profile))
    told = {"alert": alert.ref, "taken": len(taken.takers), "wanted": taken.wanted}
    kind = EventKind.ALERT_JOINED if joins else EventKind.ALERT_TAKEN
    return Outcome(
        alerts=(taken,),
        events=(Event(kind, scene.case.ref, now, by=by.id, told=told),),
        reminders=reminders,
        looks=(Look(scene.case.ref, by.id, now, "alert"),),
        messages=(*tell(kind, here), yours(here, to=by)),
    ) + carry_on(here, profile=profile, now=now)


def _with(alert: Alert, by: Staff, *, now: datetime) -> Alert:
    """Taken by one more."""
    awaited = tuple(id for id in alert.awaited if id != by.id)
    told = tuple(dict.fromkeys((*alert.told, by.id)))
    if alert.taken_by is None:
        alert = replace(alert, state=AlertState.TAKEN, taken_by=by.id, taken_at=now)
    else:
        alert = replace(alert, companions=(*alert.companions, by.id))
    once = tuple(dict.fromkeys((*alert.once, by.id)))
    return replace(alert, told=told, once=once, awaited=awaited if alert.is_short else ())


def yours(scene: Scene, *, to: Staff | None = None) -> Message:
    """The card of who has taken the alert: what it calls for, with whom, and what can be done now."""
    alert = _alert(scene)
    holder = to or scene.roster.by_id(alert.taken_by)
    assert holder is not None
    key = "alert-yours" if alert.needs_outreach else "report-yours"
    phrase = Phrase("visit-yours" if alert.cause is Cause.MISSED_VISIT else key, card(scene))
    first = scene.roster.by_id(alert.taken_by)
    if alert.companions:
        phrase = says("yours-together", card=phrase, holder=takers(scene), first=first.name if first else "")
    rows = held_rows(alert, companion=holder.id != alert.taken_by)
    return Message(
        to=holder.chat,
        phrase=phrase,
        lane=Lane.EMERGENCY if alert.needs_outreach else Lane.ESCALATION,
        buttons=tuple(tuple(shown(press, scene) for press in row) for row in rows),
        slot=f"mine:{alert.ref}",
        protect=True,
    )


def decline(scene: Scene, *, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """ "I can't": the others stay called; when nobody is left, the next step is called at once."""
    allow(Action.DECLINE, by=by, case=scene.case)
    alert = _alert(scene)
    if alert.state is AlertState.ENDED:
        raise WrongMoment
    if not alert.is_short or by.id in alert.takers:
        raise Taken(holder=takers(scene))
    said = Message(
        to=by.chat,
        phrase=Phrase("alert-declined", card(scene)),
        slot=f"alert:{alert.ref}",
        replaces=True,
        buttons=((shown_take(scene),),),
    )
    return Outcome(messages=(said,)) + drop(scene, who=by.id, declined=True, profile=profile, now=now)


def shown_take(scene: Scene) -> Button:
    """The take button alone: who said no may change their mind."""
    return shown(Press(Action.TAKE), scene)


def keep(scene: Scene, *, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """ "Still at it": the silence starts anew."""
    alert, silence = alive(_taken_by(scene, by), profile=profile, now=now)
    said = Message(
        to=by.chat,
        phrase=says("alert-kept", number=scene.case.number),
        slot=f"still:{alert.ref}",
        replaces=True,
    )
    event = Event(EventKind.ALERT_KEPT, scene.case.ref, now, by=by.id)
    return Outcome(alerts=(alert,), reminders=(silence,), events=(event,), messages=(said,))


def give_back(scene: Scene, *, by: Staff | None, profile: Profile, now: datetime) -> Outcome:
    """A taker gives it back, or its holder stayed silent after being asked (`by` is None): the ladder starts again.

    Who gave it back is not the first to be called again; who was silent may have been asleep.
    """
    alert = _alert(scene) if by is None else _taken_by(scene, by)
    if alert.taken_by is None or not alert.is_open:
        raise WrongMoment
    if by is None:
        return leave(scene, who=alert.taken_by, how="returned-by-silence", profile=profile, now=now)
    return leave(scene, who=by.id, how="returned-by-holder", profile=profile, now=now, without=(by.id,))


def leave(
    scene: Scene, *, who: StaffId, how: str, profile: Profile, now: datetime, without: tuple[StaffId, ...] = ()
) -> Outcome:
    """One of those who have taken it has it no longer; the first companion follows a holder. Others are called now.

    What the holder asked of a colleague is off. Somebody who can't be reached any more is told nothing.
    """
    alert = _alert(scene)
    gone = scene.roster.by_id(who)
    here = replace(scene, actor=gone).with_args(how=says(how))
    told = {
        "alert": alert.ref,
        "who": int(who),
        "silent": how == "returned-by-silence",
        "lost": how == RETURNED_BY_LOSS,
    }
    event = Event(EventKind.ALERT_RETURNED, scene.case.ref, now, by=who if without else None, told=told)
    heard = gone is not None and gone.reachable
    messages = tuple(m for m in tell(EventKind.ALERT_RETURNED, here) if heard or gone is None or m.to != gone.chat)
    outcome = Outcome(events=(event,), messages=messages)
    if who == alert.taken_by:
        outcome += off_the_table(here)
        alert = replace(alert, offered_to=None, offered_at=None)
    rest = tuple(id for id in alert.takers if id != who and (p := scene.roster.by_id(id)) and p.active and p.reachable)
    again = restart(replace(here, alert=alert, actor=None), profile=profile, now=now, keeping=rest, without=without)
    return outcome + _staying(scene, again.alerts[-1], gone, profile=profile, now=now) + again


def _staying(before: Scene, alert: Alert, gone: Staff | None, *, profile: Profile, now: datetime) -> Outcome:
    """Who still has it hears who left, and, having been a companion until now, that it is theirs to answer for."""
    scene = replace(before, alert=alert)
    people = [person for id in alert.takers if (person := scene.roster.by_id(id)) is not None]
    args = card(replace(scene, actor=gone))
    left = tuple(Message(person.chat, Phrase("alert-one-left", args), Lane.ESCALATION) for person in people)
    if not people or alert.taken_by == _alert(before).taken_by:
        return Outcome(messages=left)
    silence = alive(alert, profile=profile, now=now)[1]
    return Outcome(reminders=(silence,), messages=(*left, yours(scene, to=people[0])))


def silent(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """Taken, but no sign of life: ask first; no answer to that, or nobody who could be asked, gives it back."""
    alert = _alert(scene)
    if alert.state is not AlertState.TAKEN:
        return Outcome(reminders=(Reminder(Clock.SILENCE, alert.ref, None),))
    holder = scene.roster.by_id(alert.taken_by)
    if alert.asked_at is not None or holder is None or not (holder.active and holder.reachable):
        return give_back(scene, by=None, profile=profile, now=now)
    asked = replace(alert, asked_at=now)
    answer = answer_within(alert, profile)
    due = now + answer
    here = replace(scene, alert=asked).with_args(minutes=round(answer / timedelta(minutes=1)))
    return Outcome(
        alerts=(asked,),
        events=(Event(EventKind.ALERT_ASKED, scene.case.ref, now, told={"alert": alert.ref}),),
        reminders=(Reminder(Clock.SILENCE, alert.ref, due),),
        messages=tell(EventKind.ALERT_ASKED, here),
    )


def outreach_rang(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """So much of the time for the outreach is gone: the holder, near the end also the coordinator, hears of it."""
    alert = _alert(scene)
    over = Reminder(Clock.OUTREACH, alert.ref, None)
    if alert.state is AlertState.ENDED or alert.outreach_at is not None or alert.protected_at is not None:
        return Outcome(reminders=(over,))
    marks = profile.outreach_marks
    percent = last_mark(alert.raised_at, alert.deadline_at, marks, now=now)
    coming = first_mark(alert.raised_at, alert.deadline_at, marks, now=now)
    if coming is None:
        # Late: it is said again every so often until an outreach is recorded.
        coming = now + timedelta(minutes=profile.silent_minutes)
    here = scene.with_args(percent=percent)
    messages = and_leads(tell(EventKind.OUTREACH_RANG, here), "outreach", here, late=percent >= marks[-2])
    return Outcome(
        events=(Event(EventKind.OUTREACH_RANG, scene.case.ref, now, told={"percent": percent}),),
        reminders=(Reminder(Clock.OUTREACH, alert.ref, coming),),
        messages=messages,
    )


def record_outreach(
    scene: Scene, *, by: Staff, told: Mapping[str, Any], safe: bool | None, profile: Profile, now: datetime
) -> Outcome:
    """Help has gone out: when, how, by whom, and whether the victim is safe now (step 1.6).

    The outreach clock is met. The alert ends if the victim is safe; otherwise it stays with its holder, who is
    asked again, and the leads are told: danger that goes on is nobody's paperwork.
    """
    allow(Action.RECORD_OUTREACH, by=by, case=scene.case)
    scene, taken_up = _taken_up_again(scene, by=by, now=now)
    alert = _taken_by(scene, by)
    if not alert.needs_outreach:
        raise WrongMoment
    event = Event(EventKind.OUTREACH_RECORDED, scene.case.ref, now, by=by.id, told={**told, "alert": alert.ref})
    met, silence = alive(replace(alert, outreach_at=alert.outreach_at or now), profile=profile, now=now)
    done = Reminder(Clock.OUTREACH, alert.ref, None)
    here = replace(scene, alert=met, actor=by)
    if safe is not True:
        return Outcome(
            alerts=(met,),
            events=(event,),
            reminders=(silence, done),
            messages=tuple(m for m in write(ALSO_LEADS["still_unsafe"], here) if m.to != by.chat),
        ) + (_said_taken(here, by, profile=profile, now=now) if taken_up else Outcome())
    leads = tuple(m for m in tell(EventKind.OUTREACH_RECORDED, here) if m.to != by.chat)
    spoken = _spoken_to(scene.case, told, now=now)
    return spoken + Outcome(events=(event,), reminders=(done,), messages=leads) + end(here, by=by, now=now)


#: Outreach by which somebody of the unit has met or spoken to a person: that is the first contact, too.
SPOKEN = frozenset({"datang", "telepon"})


def _spoken_to(case: Case, told: Mapping[str, Any], *, now: datetime) -> Outcome:
    """Nobody is asked to call whom they have just brought to safety."""
    if case.contacted_at is not None or told.get("ohow") not in SPOKEN:
        return Outcome()
    off = Reminder(Clock.CONTACT, case.ref, None)
    return Outcome(cases=(replace(case, contacted_at=now),), reminders=(off,))


def _taken_up_again(scene: Scene, *, by: Staff, now: datetime) -> tuple[Scene, bool]:
    """Given back while its holder was out there and silent: what was done counts, and it is theirs again.

    If a colleague has taken it meanwhile, they are two now.
    """
    alert = _alert(scene)
    known = alert.told if alert.is_short else alert.once
    if not alert.is_open or by.id in alert.takers or by.id not in known:
        return scene, False
    return replace(scene, alert=_with(alert, by, now=now)), True


def _said_taken(scene: Scene, by: Staff, *, profile: Profile, now: datetime) -> Outcome:
    kind = EventKind.ALERT_TAKEN if _alert(scene).taken_by == by.id else EventKind.ALERT_JOINED
    said = Outcome(messages=(*tell(kind, scene), yours(scene, to=by)))
    return said + carry_on(scene, profile=profile, now=now)
