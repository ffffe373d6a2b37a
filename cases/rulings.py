"""Step 1.5 by a person: confirm what the rules propose, raise it, or lower it with a reason and a second officer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from cases.alert import AlertRef, Cause
from cases.case import Lowering, Ruling, Status, graver
from cases.clocks import first_mark, last_mark
from cases.conditions import owes_only_information
from cases.deadlines import look_again
from cases.ending import end
from cases.messages import Message
from cases.moves import Action, allow
from cases.notices import ALSO_LEADS, Scene, and_leads, card, tell, write
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import Phrase
from cases.planning import sooner
from cases.police import opened
from cases.profile import Profile
from cases.proposing import proposal_rows, route_card
from cases.refusals import NeedsAnother, NeedsReason, WrongMoment
from cases.reports import confirmation_ring, contact_due, contact_ring, ended_by_confirmation, judged, upgrade
from cases.routing import can_be_entrusted
from cases.staff import Staff

#: What a report can turn out to be, that asks nothing more of the unit than information (1.5 f).
LABELS = ("LAINNYA", "BUKAN_LAPORAN")


def confirm(scene: Scene, *, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """The officer agrees with the decision: it holds, and a case manager is to be found within the time of 1.7."""
    move = allow(Action.CONFIRM, by=by, case=scene.case)
    ruling = scene.case.ruling or Ruling(scene.case.risk, scene.case.emergency, by.id, now)
    case = replace(scene.case, status=move.to or scene.case.status, confirmed_at=now, ruling=ruling)
    case, steps = look_again(scene.case, case, profile=profile, now=now)
    case, police = opened(replace(scene, case=case), profile=profile, now=now)
    here = replace(scene, case=case, actor=by)
    outcome = police + Outcome(
        cases=(case,),
        events=(Event(EventKind.DECISION_CONFIRMED, case.ref, now, by=by.id),),
        judgements=(judged(case, now=now),),
        reminders=(Reminder(Clock.CONFIRMATION, case.ref, None), *steps),
        messages=(Message(to=by.chat, phrase=Phrase("decision-confirmed", card(here))), *route_card(here, to=by)),
    )
    if ended_by_confirmation(scene.alert):
        outcome += end(here, by=by, now=now)
    return outcome + open_assignment(here, profile=profile, now=now)


def open_assignment(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """The leads are asked for a case manager, and asked again until there is one."""
    due = now + timedelta(minutes=profile.assignment_minutes)
    ring = first_mark(now, due, profile.assignment_marks, now=now)
    told = tell(EventKind.ASSIGNMENT_OPENED, scene.with_args(minutes=profile.assignment_minutes))
    # By route b, c or d the whole case may go to others: whoever assigns sees that way beside their own.
    others = proposal_rows(scene) if can_be_entrusted(scene.case) else ()
    return Outcome(
        events=(Event(EventKind.ASSIGNMENT_OPENED, scene.case.ref, now),),
        reminders=(Reminder(Clock.ASSIGNMENT, scene.case.ref, ring),),
        messages=tuple(replace(message, buttons=(*message.buttons, *others)) for message in told),
    )


def confirmation_rang(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """Step 1.5 waits: the holder is reminded, from the last mark on the leads too, until it is confirmed."""
    case = scene.case
    if case.status not in (Status.REPORTED, Status.UNFINISHED):
        return Outcome(reminders=(Reminder(Clock.CONFIRMATION, case.ref, None),))
    due = case.reported_at + timedelta(minutes=profile.confirm_minutes)
    percent = last_mark(case.reported_at, due, profile.confirm_marks, now=now)
    coming = confirmation_ring(case, profile=profile, now=now)
    coming = coming or now + timedelta(minutes=profile.confirm_minutes)
    late = percent >= profile.confirm_marks[-1]
    messages = and_leads(tell(EventKind.CONFIRMATION_RANG, scene), "confirmation", scene, late=late)
    return Outcome(
        events=(Event(EventKind.CONFIRMATION_RANG, case.ref, now, told={"percent": percent}),),
        reminders=(Reminder(Clock.CONFIRMATION, case.ref, coming),),
        messages=messages,
    )


def rule(
    scene: Scene,
    *,
    risk: str | None,
    emergency: bool,
    reason: str,
    by: Staff,
    alert_ref: AlertRef,
    profile: Profile,
    now: datetime,
) -> Outcome:
    """An officer judges differently: up at once; down from TINGGI or an emergency only with a second officer."""
    case = scene.case
    up = graver(risk, case.risk) or (emergency and not case.emergency)
    down = graver(case.risk, risk) or (case.emergency and not emergency)
    if not up and not down:
        raise WrongMoment
    if down:
        return lower(scene, risk=risk, emergency=emergency, reason=reason, by=by, profile=profile, now=now)
    allow(Action.RAISE, by=by, case=case)
    raised = replace(case, ruling=Ruling(risk, emergency, by.id, now, reason), lowering=None)
    here = replace(scene, case=raised, actor=by)
    outcome = Outcome(
        cases=(raised,),
        events=(Event(EventKind.RISK_RAISED, case.ref, now, by=by.id, told={"risk": risk}),),
        judgements=(judged(raised, now=now),),
        messages=(
            Message(to=by.chat, phrase=Phrase("risk-raised", card(here))),
            *(m for m in tell(EventKind.RISK_RAISED, here) if m.to != by.chat),
            *(write(ALSO_LEADS["take_back"], here) if case.status is Status.ENTRUSTED else ()),
        ),
    )
    if emergency and not case.emergency and (scene.alert is None or not scene.alert.calls_for_help):
        outcome += upgrade(here, cause=Cause.RAISED, alert_ref=alert_ref, profile=profile, now=now)
    if raised.contacted_at is None and contact_due(raised) < contact_due(case):
        ring = contact_ring(raised, profile=profile, now=now, start=now)
        outcome += Outcome(reminders=(Reminder(Clock.CONTACT, case.ref, ring),))
    return outcome + sooner(here, profile=profile, now=now)


def lower(
    scene: Scene,
    *,
    risk: str | None,
    emergency: bool,
    reason: str,
    by: Staff,
    profile: Profile,
    now: datetime,
) -> Outcome:
    """Down with a reason; from TINGGI or out of an emergency it is a wish until a second officer agrees.

    Raises WrongMoment when that would lower nothing, NeedsReason without a reason for what needs a second officer.
    """
    case = scene.case
    allow(Action.LOWER, by=by, case=case)
    if not graver(case.risk, risk) and not (case.emergency and not emergency):
        raise WrongMoment
    if case.risk != "TINGGI" and not case.emergency:
        types = case.ruling.types if case.ruling else None
        ruled = replace(case, ruling=Ruling(risk, emergency, by.id, now, reason, types=types), lowering=None)
        here = replace(scene, case=ruled, actor=by)
        return Outcome(
            cases=(ruled,),
            events=(Event(EventKind.RISK_LOWERED, case.ref, now, by=by.id, told={"risk": risk, "reason": reason}),),
            judgements=(judged(ruled, now=now),),
            messages=(Message(to=by.chat, phrase=Phrase("lowering-agreed", card(here))),),
        )
    if not reason.strip():
        raise NeedsReason
    wish = replace(case, lowering=Lowering(risk, emergency, by.id, now, reason))
    here = replace(scene, case=wish, actor=by)
    return Outcome(
        cases=(wish,),
        events=(Event(EventKind.LOWERING_ASKED, case.ref, now, by=by.id, told={"risk": risk, "reason": reason}),),
        messages=(
            Message(to=by.chat, phrase=Phrase("lowering-waits", card(here))),
            *tell(EventKind.LOWERING_ASKED, asking(here)),
        ),
    )


def relabel(scene: Scene, *, kind: str, reason: str, by: Staff, now: datetime) -> Outcome:
    """It is no report, or neither KTP, KTA nor ABH (R-22): at once below TINGGI, else a wish until a second agrees.

    Raises WrongMoment where nothing but information is owed anyway, NeedsReason without a reason.
    """
    case = scene.case
    allow(Action.RELABEL, by=by, case=case)
    if kind not in LABELS or owes_only_information(case):
        raise WrongMoment
    if not reason.strip():
        raise NeedsReason
    told = {"types": [kind], "reason": reason}
    if case.risk == "TINGGI" or case.emergency:
        wish = replace(case, lowering=Lowering("RENDAH", False, by.id, now, reason, types=(kind,)))
        here = replace(scene, case=wish, actor=by)
        waits = Message(to=by.chat, phrase=Phrase("lowering-waits", card(here)))
        return Outcome(
            cases=(wish,),
            events=(Event(EventKind.LOWERING_ASKED, case.ref, now, by=by.id, told=told),),
            messages=(waits, *tell(EventKind.LOWERING_ASKED, asking(here))),
        )
    ruling = Ruling(case.risk, False, by.id, now, reason, types=(kind,))
    labelled = replace(case, ruling=ruling, lowering=None)
    here = replace(scene, case=labelled, actor=by)
    return Outcome(
        cases=(labelled,),
        events=(Event(EventKind.RISK_LOWERED, case.ref, now, by=by.id, told=told),),
        judgements=(judged(labelled, now=now),),
        messages=(Message(to=by.chat, phrase=Phrase("relabelled", card(here))),),
    )


def asking(scene: Scene) -> Scene:
    """What the second officer must know; the reason goes to nobody else."""
    wish = scene.case.lowering
    assert wish is not None
    to = "severity-emergency" if wish.emergency else f"severity-{wish.risk or 'none'}"
    to = f"type-{wish.types[0]}" if wish.types else to
    asker = scene.roster.by_id(wish.by)
    return scene.with_args(wished=Phrase(to), asker=asker.name if asker else "", reason=wish.reason)


def agree(scene: Scene, *, by: Staff, now: datetime) -> Outcome:
    """The second officer agrees: the lower decision holds; an emergency that was cleared ends its alert.

    Raises NeedsAnother for the one who asked, WrongMoment when nothing waits.
    """
    allow(Action.AGREE_LOWER, by=by, case=scene.case)
    wish = scene.case.lowering
    if wish is None:
        raise WrongMoment
    if wish.by == by.id:
        raise NeedsAnother
    case = replace(
        scene.case,
        ruling=Ruling(wish.risk, wish.emergency, wish.by, now, wish.reason, second=by.id, types=wish.types),
        lowering=None,
    )
    here = replace(scene, case=case, actor=by)
    told: dict[str, Any] = {"risk": wish.risk, "reason": wish.reason, "asked_by": int(wish.by)}
    if wish.types is not None:
        # By now somebody may be at work on it: then it is too late for another label.
        allow(Action.RELABEL, by=by, case=scene.case)
        told |= {"types": list(wish.types)}
        here = here.with_args(severity=Phrase(f"type-{wish.types[0]}"))
    outcome = Outcome(
        cases=(case,),
        events=(Event(EventKind.RISK_LOWERED, case.ref, now, by=by.id, told=told),),
        judgements=(judged(case, now=now),),
        messages=_answered(EventKind.RISK_LOWERED, here, wish),
    )
    alert = scene.alert
    # Only who lowered an emergency ended it: a lower risk leaves the call after an unsafe visit alone.
    cleared = scene.case.emergency and not wish.emergency
    if cleared and alert is not None and alert.calls_for_help:
        outcome += end(here, by=by, now=now)
    return outcome


def disagree(scene: Scene, *, by: Staff, now: datetime) -> Outcome:
    """The second officer does not agree: everything stays as it was."""
    allow(Action.REFUSE_LOWER, by=by, case=scene.case)
    wish = scene.case.lowering
    if wish is None:
        raise WrongMoment
    case = replace(scene.case, lowering=None)
    here = replace(scene, case=case, actor=by)
    return Outcome(
        cases=(case,),
        events=(Event(EventKind.LOWERING_REFUSED, case.ref, now, by=by.id),),
        messages=_answered(EventKind.LOWERING_REFUSED, here, wish),
    )


def _answered(kind: EventKind, scene: Scene, wish: Lowering) -> tuple[Message, ...]:
    asker = scene.roster.by_id(wish.by)
    heard = tell(kind, scene)
    if asker is None or not asker.active or any(message.to == asker.chat for message in heard):
        return heard
    return (*heard, Message(to=asker.chat, phrase=heard[-1].phrase))
