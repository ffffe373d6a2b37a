"""Taking an alert, keeping it, giving it back, and ending it with a recorded outreach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from cases.alert import Alert, AlertState
from cases.clocks import first_mark, last_mark
from cases.ladder import drop, restart
from cases.messages import Button, Lane, Message
from cases.moves import Action, allow
from cases.notices import ALSO_LEADS, HOLDING, REPORT_HELD, Press, Scene, and_leads, card, shown, tell, write
from cases.outcome import Clock, Event, EventKind, Look, Outcome, Reminder
from cases.phrases import Phrase, says
from cases.profile import Profile
from cases.refusals import NotAllowed, Taken, WrongMoment
from cases.staff import Staff


def _alert(scene: Scene) -> Alert:
    assert scene.alert is not None
    return scene.alert


def _held_by(scene: Scene, who: Staff) -> Alert:
    alert = _alert(scene)
    if alert.state is AlertState.ENDED:
        raise WrongMoment
    if alert.taken_by != who.id:
        raise NotAllowed
    return alert


def _holder_name(scene: Scene) -> str:
    holder = scene.roster.by_id(_alert(scene).taken_by)
    return holder.name if holder else ""


def alive(alert: Alert, *, profile: Profile, now: datetime) -> tuple[Alert, Reminder]:
    """The holder gave a sign of life: the silence is counted from now."""
    due = now + timedelta(minutes=profile.silent_minutes)
    return replace(alert, sign_at=now, asked_at=None), Reminder(Clock.SILENCE, alert.ref, due)


def take(scene: Scene, *, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """One takes the alert: the ladder stops, everybody else who was called learns who it is.

    Raises Taken when a colleague was first, WrongMoment when the alert has ended.
    """
    allow(Action.TAKE, by=by, case=scene.case)
    alert = _alert(scene)
    if alert.state is AlertState.ENDED:
        raise WrongMoment
    if alert.state is AlertState.TAKEN and alert.taken_by != by.id:
        raise Taken(holder=_holder_name(scene))
    taken = replace(
        alert,
        state=AlertState.TAKEN,
        taken_by=by.id,
        taken_at=now,
        awaited=(),
        told=tuple(dict.fromkeys((*alert.told, by.id))),
    )
    taken, silence = alive(taken, profile=profile, now=now)
    here = replace(scene, alert=taken, actor=by)
    return Outcome(
        alerts=(taken,),
        events=(Event(EventKind.ALERT_TAKEN, scene.case.ref, now, by=by.id, told={"alert": alert.ref}),),
        reminders=(silence, Reminder(Clock.LADDER, alert.ref, None)),
        looks=(Look(scene.case.ref, by.id, now, "alert"),),
        messages=(*tell(EventKind.ALERT_TAKEN, here), yours(here)),
    )


def yours(scene: Scene) -> Message:
    """The card of who holds the alert: what was told, by whom to be reached, and what can be done now."""
    alert = _alert(scene)
    holder = scene.roster.by_id(alert.taken_by)
    assert holder is not None
    rows = HOLDING if alert.needs_outreach else REPORT_HELD
    return Message(
        to=holder.chat,
        phrase=Phrase("alert-yours" if alert.needs_outreach else "report-yours", card(scene)),
        lane=Lane.EMERGENCY,
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
    if alert.state is AlertState.TAKEN:
        raise Taken(holder=_holder_name(scene))
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
    alert, silence = alive(_held_by(scene, by), profile=profile, now=now)
    said = Message(
        to=by.chat,
        phrase=says("alert-kept", number=scene.case.number),
        slot=f"still:{alert.ref}",
        replaces=True,
    )
    event = Event(EventKind.ALERT_KEPT, scene.case.ref, now, by=by.id)
    return Outcome(alerts=(alert,), reminders=(silence,), events=(event,), messages=(said,))


def give_back(scene: Scene, *, by: Staff | None, profile: Profile, now: datetime) -> Outcome:
    """The holder gives it back, or stayed silent after being asked (`by` is None): the ladder starts again.

    Who gave it back is not the first to be called again; who was silent may have been asleep.
    """
    alert = _alert(scene) if by is None else _held_by(scene, by)
    holder = scene.roster.by_id(alert.taken_by)
    if alert.state is not AlertState.TAKEN:
        raise WrongMoment
    here = replace(scene, actor=holder).with_args(
        how=says("returned-by-holder" if by is not None else "returned-by-silence")
    )
    told = {"alert": alert.ref, "silent": by is None}
    event = Event(EventKind.ALERT_RETURNED, scene.case.ref, now, by=by.id if by else None, told=told)
    outcome = Outcome(events=(event,), messages=tell(EventKind.ALERT_RETURNED, here))
    return outcome + restart(here, profile=profile, now=now, without=(by.id,) if by is not None else ())


def silent(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """Taken, but no sign of life: ask first; no answer to that, or nobody who could be asked, gives it back."""
    alert = _alert(scene)
    if alert.state is not AlertState.TAKEN:
        return Outcome(reminders=(Reminder(Clock.SILENCE, alert.ref, None),))
    holder = scene.roster.by_id(alert.taken_by)
    if alert.asked_at is not None or holder is None or not (holder.active and holder.reachable):
        return give_back(scene, by=None, profile=profile, now=now)
    asked = replace(alert, asked_at=now)
    due = now + timedelta(minutes=profile.answer_minutes)
    here = replace(scene, alert=asked).with_args(minutes=round(profile.answer_minutes))
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
    if alert.state is AlertState.ENDED or alert.outreach_at is not None:
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
    alert = _held_by(scene, by)
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
        ) + (_said_taken(here) if taken_up else Outcome())
    leads = tuple(m for m in tell(EventKind.OUTREACH_RECORDED, here) if m.to != by.chat)
    return Outcome(events=(event,), reminders=(done,), messages=leads) + end(here, by=by, now=now)


def _taken_up_again(scene: Scene, *, by: Staff, now: datetime) -> tuple[Scene, bool]:
    """Given back while its holder was out there and silent: what was done counts, and it is theirs again."""
    alert = _alert(scene)
    if alert.state is not AlertState.OPEN or by.id not in alert.told:
        return scene, False
    theirs = replace(alert, state=AlertState.TAKEN, taken_by=by.id, taken_at=now, awaited=())
    return replace(scene, alert=theirs), True


def _said_taken(scene: Scene) -> Outcome:
    alert = _alert(scene)
    return Outcome(
        reminders=(Reminder(Clock.LADDER, alert.ref, None),),
        messages=(*tell(EventKind.ALERT_TAKEN, scene), yours(scene)),
    )


def end(scene: Scene, *, by: Staff, now: datetime) -> Outcome:
    """The alert is over: its clocks stop, every card of it says so, and a holder who did not end it hears of it."""
    ended = replace(_alert(scene), state=AlertState.ENDED, ended_at=now)
    here = replace(scene, alert=ended, actor=by)
    off = tuple(Reminder(clock, ended.ref, None) for clock in (Clock.LADDER, Clock.SILENCE, Clock.OUTREACH))
    return Outcome(
        alerts=(ended,),
        events=(Event(EventKind.ALERT_ENDED, scene.case.ref, now, by=by.id, told={"alert": ended.ref}),),
        reminders=off,
        messages=(*tell(EventKind.ALERT_ENDED, here), *to_holder("alert-ended", here)),
    )


def to_holder(phrase: str, scene: Scene) -> tuple[Message, ...]:
    """What was done to an alert by somebody else than its holder, said to the holder."""
    holder = scene.roster.by_id(_alert(scene).taken_by)
    if holder is None or not holder.active or (scene.actor and holder.id == scene.actor.id):
        return ()
    return (Message(holder.chat, Phrase(phrase, card(scene)), Lane.ESCALATION),)
