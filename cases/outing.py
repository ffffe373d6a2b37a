"""The safety of who is out there: asked every so often, and never left alone when no answer comes.

An outing begins with "Berangkat" and ends with "Sudah kembali", and with nothing else: not with the alert, nor with
the case, nor because somebody else has taken over meanwhile.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases.alert import Alert, Outing
from cases.crisis import on_the_team, run_cards, still_at_it
from cases.messages import Message
from cases.moves import Action, allow
from cases.notices import Scene, card
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import Phrase, says
from cases.profile import Profile
from cases.refusals import NotAllowed, Unknown
from cases.staff import Staff, StaffId
from cases.watching import (
    ALARM_AFTER,
    alarm,
    alarming,
    all_clear,
    answers,
    is_alarming,
    outing_of,
    question,
    slot_of,
    subject,
)


def leave(scene: Scene, *, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """ "Berangkat": from now on this officer is asked every so often. Pressed again, nothing starts anew."""
    allow(Action.LEAVE, by=by, case=scene.case)
    alert = on_the_team(scene, by)
    if outing_of(alert, by.id) is not None:
        return Outcome(messages=(question(scene, by, phrase="outing-already", profile=profile),))
    event = Event(EventKind.OFFICER_LEFT, scene.case.ref, now, by=by.id, told={"alert": alert.ref})
    here, outcome = _signed(scene, Outing(by.id, since=now), profile=profile, now=now)
    return outcome + Outcome(
        events=(event,),
        messages=(
            question(here, by, phrase="outing-begun", profile=profile),
            *run_cards(here, profile=profile, again=True),
        ),
    )


def rang(scene: Scene, *, who: StaffId, profile: Profile, now: datetime) -> Outcome:
    """Time to ask. Two questions without an answer: the others are told, and again every time until they are safe.

    Who can't be reached through Telegram can't answer the second question either: that is told at once.
    """
    alert, officer = scene.alert, scene.roster.by_id(who)
    assert alert is not None
    outing = outing_of(alert, who)
    if outing is None:
        return Outcome(reminders=(Reminder(Clock.SAFETY, subject(alert.ref, who), None),))
    lost = officer is None or not officer.active or not officer.reachable
    unanswered = outing.unanswered + (outing.asked_at is not None)
    outing = replace(outing, asked_at=now, unanswered=max(unanswered, ALARM_AFTER) if lost else unanswered)
    if is_alarming(outing):
        outing = alarming(scene, outing)
    here = _with(scene, outing)
    coming = _next(alert, who, profile=profile, now=now)
    outcome = Outcome(alerts=_alerts(here), reminders=(coming,))
    if officer is not None and not lost:
        asks = "officer-asked-again" if outing.unanswered else "officer-asked"
        told = {"alert": alert.ref, "who": int(who), "unanswered": outing.unanswered}
        outcome += Outcome(
            events=(Event(EventKind.OFFICER_ASKED, scene.case.ref, now, told=told),),
            messages=(question(here, officer, phrase=asks, profile=profile),),
        )
    return outcome + alarm(here, outing, now=now) if is_alarming(outing) else outcome


def unreachable(scene: Scene, *, who: StaffId, profile: Profile, now: datetime) -> Outcome:
    """Telegram has just said that this officer can't be written to: the others are told now, unless they were."""
    assert scene.alert is not None
    outing = outing_of(scene.alert, who)
    if outing is None or is_alarming(outing):
        return Outcome()
    return rang(scene, who=who, profile=profile, now=now)


def safe(scene: Scene, *, by: Staff, who: StaffId, profile: Profile, now: datetime) -> Outcome:
    """ "Aman", by the officer, or by somebody who has reached them: counted anew from now, with who said so kept."""
    allow(Action.SAFE, by=by, case=scene.case)
    alert = scene.alert
    assert alert is not None
    outing = outing_of(alert, who)
    if outing is None:
        return Outcome(messages=(Message(by.chat, says("outing-over", number=scene.case.number)),))
    event = Event(EventKind.OFFICER_SAFE, scene.case.ref, now, by=by.id, told={"alert": alert.ref, "who": int(who)})
    heard = replace(outing, asked_at=None, unanswered=0, needs_help=False, sign_at=now, alarmed=())
    here, outcome = _signed(scene, heard, profile=profile, now=now)
    outcome += Outcome(events=(event,), messages=all_clear(here, outing, by=by, key="officer-safe"))
    officer = scene.roster.by_id(who)
    if officer is not None and officer.active:
        noted = question(here, officer, phrase="officer-noted", profile=profile)
        outcome += Outcome(messages=(replace(noted, slot=slot_of(alert, outing), replaces=True),))
    return outcome


def need_help(scene: Scene, *, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """ "Butuh bantuan": the others are told at once. Also of somebody who never said that they left, or is back."""
    allow(Action.HELP, by=by, case=scene.case)
    alert = scene.alert
    assert alert is not None
    outing = outing_of(alert, by.id) or Outing(by.id, since=now)
    if by.id not in (*alert.takers, *alert.told):
        raise NotAllowed
    calling = alarming(scene, replace(outing, needs_help=True, sign_at=now, asked_at=now))
    here, outcome = _signed(scene, calling, profile=profile, now=now)
    said = question(here, by, phrase="officer-helped", profile=profile)
    return outcome + Outcome(messages=(said,)) + alarm(here, calling, now=now, by=by)


def back(scene: Scene, *, by: Staff, who: StaffId, profile: Profile, now: datetime) -> Outcome:
    """ "Sudah kembali", by the officer or by somebody who knows: the questions end."""
    allow(Action.BACK, by=by, case=scene.case)
    alert = scene.alert
    assert alert is not None
    outing = outing_of(alert, who)
    if outing is None:
        return Outcome(messages=(Message(by.chat, says("outing-over", number=scene.case.number)),))
    home = replace(alert, outings=tuple(one for one in alert.outings if one.who != who))
    home, signs = _at_it(home, by.id, profile=profile, now=now) if by.id == who else (home, ())
    here = replace(scene, alert=home)
    officer = scene.roster.by_id(who)
    said = Phrase("outing-ended", card(here) | {"who": by.name})
    messages = (
        *(
            (Message(officer.chat, said, slot=slot_of(alert, outing), replaces=True),)
            if officer is not None and officer.active
            else ()
        ),
        *all_clear(here, outing, by=by, key="officer-back"),
        *run_cards(here, profile=profile, again=True),
    )
    told = {"alert": alert.ref, "who": int(who)}
    return Outcome(
        alerts=(home,),
        events=(Event(EventKind.OFFICER_BACK, scene.case.ref, now, by=by.id, told=told),),
        reminders=(*signs, Reminder(Clock.SAFETY, subject(alert.ref, who), None)),
        messages=messages,
    )


def ask_back(scene: Scene, *, who: Staff) -> Outcome:
    """The outreach is recorded: "sudah kembali?" is asked once, and the questions go on until they are."""
    assert scene.alert is not None
    if outing_of(scene.alert, who.id) is None:
        return Outcome()
    said = says("outing-back-yet", number=scene.case.number)
    return Outcome(messages=(Message(who.chat, said, buttons=answers(scene.alert)),))


def _signed(scene: Scene, outing: Outing, *, profile: Profile, now: datetime) -> tuple[Scene, Outcome]:
    """The outing as it stands after a sign of life; from who has the alert, it is one of the holder's too."""
    here = _with(scene, outing)
    alert = here.alert
    assert alert is not None
    alert, signs = _at_it(alert, outing.who, profile=profile, now=now)
    coming = _next(alert, outing.who, profile=profile, now=now)
    return replace(here, alert=alert), Outcome(alerts=(alert,), reminders=(*signs, coming))


def _at_it(alert: Alert, who: StaffId, *, profile: Profile, now: datetime) -> tuple[Alert, tuple[Reminder, ...]]:
    return still_at_it(alert, profile=profile, now=now) if who in alert.takers else (alert, ())


def _with(scene: Scene, outing: Outing) -> Scene:
    assert scene.alert is not None
    others = tuple(one for one in scene.alert.outings if one.who != outing.who)
    return replace(scene, alert=replace(scene.alert, outings=(*others, outing)))


def _alerts(scene: Scene) -> tuple[Alert, ...]:
    return (scene.alert,) if scene.alert is not None else ()


def _next(alert: Alert, who: StaffId, *, profile: Profile, now: datetime) -> Reminder:
    return Reminder(Clock.SAFETY, subject(alert.ref, who), now + timedelta(minutes=profile.safety_minutes))


def whose(choice: str, by: Staff) -> StaffId:
    """Of whom a button speaks: of who pressed it, unless it names an officer."""
    if not choice:
        return by.id
    if not choice.isdigit():
        raise Unknown
    return StaffId(int(choice))
