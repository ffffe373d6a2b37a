"""How an alert ends: what it called for was done, or two people agree that nothing is to be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from cases.alert import Alert, AlertState, Ending
from cases.messages import Lane, Message
from cases.moves import Action, allow
from cases.notices import ALSO_LEADS, Audience, Notice, Scene, card, tell, write
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import Phrase, says
from cases.refusals import NeedsAnother, NeedsReason, WrongMoment
from cases.staff import Staff
from cases.visit import VisitState

#: What rings for an alert, and rings no more once it has ended.
CLOCKS = (Clock.LADDER, Clock.SILENCE, Clock.OUTREACH, Clock.ARRIVAL, Clock.OFFER, Clock.PAGE)
#: Reasons that stand on buttons; others are typed.
REASONS = ("salah", "ganda", "pihak")

_OFFER_OVER = Notice(Audience.OFFERED, "offer-over", Lane.REST, slot="offer", replaces=True)
_OVER = Notice(Audience.ENDERS, "ending-over", Lane.REST, slot="end", replaces=True)
_AGREED = Notice(Audience.ENDERS, "ending-agreed", Lane.REST, slot="end", replaces=True)


def _alert(scene: Scene) -> Alert:
    assert scene.alert is not None
    return scene.alert


def end(scene: Scene, *, by: Staff, now: datetime) -> Outcome:
    """The alert is over: its clocks stop, every card of it says so, and a taker who did not end it hears of it."""
    outcome = _ended(scene, by=by, now=now, told={})
    if _alert(scene).ending is not None:
        outcome += Outcome(messages=write(_OVER, scene))
    return outcome


def _ended(scene: Scene, *, by: Staff, now: datetime, told: Mapping[str, Any]) -> Outcome:
    alert = _alert(scene)
    here = replace(scene, alert=replace(alert, state=AlertState.ENDED, ended_at=now), actor=by)
    event = Event(EventKind.ALERT_ENDED, scene.case.ref, now, by=by.id, told={"alert": alert.ref, **told})
    outcome = Outcome(
        events=(event,),
        messages=(*tell(EventKind.ALERT_ENDED, here), *to_takers("alert-ended", here)),
    )
    return outcome + put_away(here)


def put_away(scene: Scene) -> Outcome:
    """An ended alert: nothing of it rings any more, and the cards of its takers lose their buttons."""
    alert = _alert(scene)
    over = says("alert-over", number=scene.case.number)
    held = (scene.roster.by_id(id) for id in alert.takers)
    cards = tuple(
        Message(to=person.chat, phrase=over, lane=Lane.REST, slot=f"mine:{alert.ref}", replaces=True)
        for person in held
        if person is not None and person.active
    )
    closed = replace(alert, offered_to=None, offered_at=None)
    return Outcome(
        alerts=(closed,),
        reminders=tuple(Reminder(clock, alert.ref, None) for clock in CLOCKS),
        messages=cards,
    ) + off_the_table(scene)


def off_the_table(scene: Scene) -> Outcome:
    """What the holder asked of a colleague is not asked any more; the colleague's card says so."""
    alert = _alert(scene)
    if alert.offered_to is None:
        return Outcome()
    return Outcome(reminders=(Reminder(Clock.OFFER, alert.ref, None),), messages=write(_OFFER_OVER, scene))


def to_takers(phrase: str, scene: Scene) -> tuple[Message, ...]:
    """What was done to an alert by somebody else, said to those who have taken it."""
    people = (scene.roster.by_id(id) for id in _alert(scene).takers)
    return tuple(
        Message(person.chat, Phrase(phrase, card(scene)), Lane.ESCALATION)
        for person in people
        if person is not None and person.active and not (scene.actor and person.id == scene.actor.id)
    )


def visit_answered(scene: Scene, *, by: Staff, now: datetime) -> Outcome:
    """The overdue visit was made, moved, or is somebody else's now: nobody need be called for it any more."""
    if scene.missed is None or not scene.missed.is_open:
        return Outcome()
    return end(replace(scene, alert=scene.missed), by=by, now=now)


def no_more_visits(scene: Scene, *, by: Staff, now: datetime) -> Outcome:
    """Nobody is to be visited any more: the planned visit is cancelled, and nobody is called for one that was not
    made."""
    outcome = visit_answered(scene, by=by, now=now)
    if scene.visit is None or scene.visit.state is not VisitState.PLANNED:
        return outcome
    over = replace(scene.visit, state=VisitState.CANCELLED)
    return outcome + Outcome(visits=(over,), reminders=(Reminder(Clock.VISIT, over.ref, None),))


def ask_to_end(scene: Scene, *, reason: str, by: Staff, now: datetime) -> Outcome:
    """An officer wants the alert closed without outreach: a wish, until a second person agrees. It goes on climbing.

    Raises WrongMoment when it has ended, NeedsReason without a reason.
    """
    allow(Action.END, by=by, case=scene.case)
    alert = _alert(scene)
    if not alert.is_open:
        raise WrongMoment
    if not reason.strip():
        raise NeedsReason
    wish = replace(alert, ending=Ending(by.id, now, reason))
    here = asking(replace(scene, alert=wish, actor=by))
    told = {"alert": alert.ref, "reason": reason}
    return Outcome(
        alerts=(wish,),
        events=(Event(EventKind.ENDING_ASKED, scene.case.ref, now, by=by.id, told=told),),
        messages=tell(EventKind.ENDING_ASKED, here),
    )


def asking(scene: Scene) -> Scene:
    """What the second person must know; the reason goes to nobody else."""
    ending = _alert(scene).ending
    assert ending is not None
    asker = scene.roster.by_id(ending.by)
    reason = says(f"ereason-{ending.reason}") if ending.reason in REASONS else says("as-typed", text=ending.reason)
    return scene.with_args(asker=asker.name if asker else "", reason=reason)


def agree(scene: Scene, *, by: Staff, now: datetime) -> Outcome:
    """The second person agrees: the alert ends, and only that. What the case is judged to be stays as it is.

    Raises NeedsAnother for the one who asked, WrongMoment when nothing waits.
    """
    allow(Action.AGREE_END, by=by, case=scene.case)
    ending = _waiting(scene)
    if ending.by == by.id:
        raise NeedsAnother
    told = {"reason": ending.reason, "by": int(ending.by), "second": int(by.id)}
    asker = scene.roster.by_id(ending.by)
    still = says("ending-still-emergency" if scene.case.emergency else "nothing")
    here = replace(scene, actor=by).with_args(asker=asker.name if asker else "", still=still)
    leads = tuple(m for m in write(ALSO_LEADS["ended_by_two"], here) if m.to != by.chat)
    said = Outcome(messages=(*write(_AGREED, here), *_to_asker("ending-agreed", here, asker), *leads))
    return _ended(scene, by=by, now=now, told=told) + said


def disagree(scene: Scene, *, by: Staff, now: datetime) -> Outcome:
    """The second person does not agree: everything stays as it was, and whoever asked hears it."""
    allow(Action.REFUSE_END, by=by, case=scene.case)
    ending = _waiting(scene)
    alert = _alert(scene)
    here = replace(scene, actor=by)
    told = {"alert": alert.ref}
    asker = scene.roster.by_id(ending.by)
    return Outcome(
        alerts=(replace(alert, ending=None),),
        events=(Event(EventKind.ENDING_REFUSED, scene.case.ref, now, by=by.id, told=told),),
        messages=(*tell(EventKind.ENDING_REFUSED, here), *_to_asker("ending-refused", here, asker)),
    )


def _waiting(scene: Scene) -> Ending:
    alert = _alert(scene)
    if not alert.is_open or alert.ending is None:
        raise WrongMoment
    return alert.ending


def _to_asker(phrase: str, scene: Scene, asker: Staff | None) -> tuple[Message, ...]:
    if asker is None or not asker.active:
        return ()
    return (Message(asker.chat, Phrase(phrase, card(scene)), Lane.REPLY),)
