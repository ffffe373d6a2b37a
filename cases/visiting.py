"""Monitoring visits that plan themselves by risk (step 5.2, R-16), and what comes of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from cases.advancing import Written, advance
from cases.alert import AlertRef, Cause
from cases.case import HANDLED, Case, Status
from cases.clocks import day_over, next_visit_ring, visit_stage
from cases.ending import visit_answered
from cases.entry import Attached, EntryKind, EntryRef
from cases.ladder import raise_alert
from cases.messages import Message
from cases.moves import Action, allow, holds
from cases.notices import Scene, and_leads, card, tell
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import Phrase, says
from cases.planning import day_of, planned, sooner
from cases.profile import Profile
from cases.refusals import Changed, NotAllowed, WrongMoment
from cases.reports import upgrade
from cases.rulings import rule
from cases.staff import Staff
from cases.terminating import tried
from cases.visit import Visit, VisitRef, VisitState


def first_visit(case: Case, *, ref: VisitRef, profile: Profile, now: datetime) -> tuple[Visit, Outcome]:
    """The first visit of a case that has just got its manager."""
    today = profile.local(now).date()
    return planned(
        Visit(ref, case.ref, 1, 0, today, day_of(today, 0, case.gravity, profile), case.gravity),
        profile=profile,
        now=now,
    )


def following(visit: Visit, *, ref: VisitRef, risk: str | None, profile: Profile, now: datetime) -> Visit:
    """The visit after this one: the next of its plan, or the first of a new plan when the risk has changed."""
    today = profile.local(now).date()
    if risk != visit.risk:
        return Visit(ref, visit.case, visit.nth + 1, 0, today, day_of(today, 0, risk, profile), risk)
    index = visit.index + 1
    # A plan that fell behind goes on from today: nobody gets three overdue visits at once.
    while (due := day_of(visit.started_on, index, risk, profile)) <= today:
        index += 1
    return Visit(ref, visit.case, visit.nth + 1, index, visit.started_on, due, risk)


def rang(scene: Scene, *, alert_ref: AlertRef, told: bool = False, profile: Profile, now: datetime) -> Outcome:
    """The eve or the morning: the manager is reminded. An overdue morning: somebody is called for it.

    Where the morning's message has `told` of it, the day itself is not rung for a second time.
    """
    visit, case = scene.visit, scene.case
    assert visit is not None
    if visit.state is not VisitState.PLANNED or not case.is_open:
        return Outcome(reminders=(Reminder(Clock.VISIT, visit.ref, None),))
    stage = visit_stage(visit.due_on, profile, now=now)
    days_late = max(0, (profile.local(now).date() - visit.due_on).days)
    if days_late >= profile.visit_overdue_days[0]:
        return _missed(scene, visit, days_late, alert_ref=alert_ref, profile=profile, now=now)
    if told and stage == "day":
        return Outcome(reminders=(Reminder(Clock.VISIT, visit.ref, next_visit_ring(visit.due_on, profile, now=now)),))
    here = scene.with_args(when=says(f"visit-when-{stage}", days=days_late), days=days_late)
    messages = and_leads(tell(EventKind.VISIT_RANG, here), "visit_unheard", here, late=False)
    return Outcome(
        events=(Event(EventKind.VISIT_RANG, case.ref, now, told={"visit": visit.ref, "stage": stage}),),
        reminders=(Reminder(Clock.VISIT, visit.ref, next_visit_ring(visit.due_on, profile, now=now)),),
        messages=messages,
    )


def _missed(
    scene: Scene, visit: Visit, days_late: int, *, alert_ref: AlertRef, profile: Profile, now: datetime
) -> Outcome:
    """The manager is called by day, then who answers for the unit, until somebody sees to it; one call at a time."""
    again = Reminder(Clock.VISIT, visit.ref, next_visit_ring(visit.due_on, profile, now=now))
    if scene.missed is not None and scene.missed.is_open:
        return Outcome(reminders=(again,))
    told = {"visit": visit.ref, "alert": alert_ref, "days": days_late}
    _, raised = raise_alert(
        replace(scene, alert=None),
        ref=alert_ref,
        cause=Cause.MISSED_VISIT,
        profile=profile,
        now=now,
        deadline_at=day_over(visit.due_on, profile),
    )
    missed = Event(EventKind.VISIT_MISSED, scene.case.ref, now, told=told)
    return Outcome(events=(missed,), reminders=(again,)) + raised


def may_answer(scene: Scene, action: Action, by: Staff) -> Visit:
    """The visit, if this person may answer it now; else NotAllowed, WrongMoment or Changed."""
    visit = scene.visit
    assert visit is not None
    allow(action, by=by, case=scene.case)
    called = scene.missed is not None and scene.missed.is_open and by.id in scene.missed.takers
    if not called and not holds(by, scene.case):
        raise NotAllowed
    if visit.state is not VisitState.PLANNED:
        raise Changed
    return visit


#: Nobody was met.
MISSED = "luput"
#: From here on a visit is monitoring (5.2). Before the plan is agreed it is contact, which counts only where it is
#: recorded as such (1.8).
MONITORED = frozenset({Status.PLANNED, Status.SERVED, Status.REVIEWED, Status.ENDING})


def _written(
    scene: Scene,
    *,
    note_ref: EntryRef,
    outcome: str,
    told: Mapping[str, Any],
    files: tuple[Attached, ...],
    by: Staff,
    profile: Profile,
    now: datetime,
) -> Outcome:
    """The note of the visit (catatan monev) and step 5.2; one at which nobody was met is a try to find them (R-26)."""
    missed = outcome == MISSED
    handled = scene.case.status in HANDLED
    case = tried(scene.case, at=now, how="visit", by=by) if missed and handled else scene.case
    met = not missed and scene.case.status in MONITORED
    return advance(
        scene,
        Action.VISIT_DONE,
        Written(
            note_ref,
            EntryKind.ATTEMPT if missed else EntryKind.MONITORING,
            now,
            told={"vresult": outcome, **told},
            files=files,
            steps=("5.2",) if met else (),
        ),
        by=by,
        profile=profile,
        now=now,
        handling=case.handling,
    )


def done(
    scene: Scene,
    *,
    outcome: str,
    risk: str | None,
    told: Mapping[str, Any] = MappingProxyType({}),
    files: tuple[Attached, ...] = (),
    by: Staff,
    next_ref: VisitRef,
    alert_ref: AlertRef,
    note_ref: EntryRef | None = None,
    profile: Profile,
    now: datetime,
) -> Outcome:
    """The visit was made: its outcome is kept with all that was `told`, the risk rated again, the next visit planned.

    A lower risk than TINGGI waits for a second officer; until then the plan stays as dense as it was. Its note bears
    the name of the visit, but for a `note_ref` where such a note was taken back.
    """
    visit = may_answer(scene, Action.VISIT_DONE, by)
    case = scene.case
    made = replace(visit, state=VisitState.DONE, outcome=outcome, done_at=now)
    result = Outcome()
    if risk is not None and risk != case.risk:
        result = rule(
            replace(scene, actor=by, visit=None),
            risk=risk,
            emergency=case.emergency,
            reason=outcome,
            by=by,
            alert_ref=alert_ref,
            profile=profile,
            now=now,
        )
    judged = replace(scene, case=result.cases[-1] if result.cases else case)
    note = note_ref or EntryRef(visit.ref)
    result += _written(judged, note_ref=note, outcome=outcome, told=told, files=files, by=by, profile=profile, now=now)
    holds = judged.case.gravity
    coming, plan = planned(
        following(made, ref=next_ref, risk=holds, profile=profile, now=now), profile=profile, now=now
    )
    here = replace(scene, visit=made, actor=by).with_args(next_due=coming.due_on)
    kept = {"visit": visit.ref, "note": note, "risk": risk}
    return (
        result
        + plan
        + Outcome(
            visits=(made,),
            events=(Event(EventKind.VISIT_DONE, case.ref, now, by=by.id, told=kept),),
            reminders=(Reminder(Clock.VISIT, visit.ref, None),),
            messages=tell(EventKind.VISIT_DONE, here),
        )
        + visit_answered(here, by=by, now=now)
    )


def was_met(scene: Scene, *, profile: Profile, now: datetime) -> bool:
    """Whether the victim was met today (1.8) while a visit was due: the one may count as the other."""
    visit, met = scene.visit, scene.case.handling.last("1.8")
    if visit is None or visit.state is not VisitState.PLANNED or met is None:
        return False
    today = profile.local(now).date()
    return visit.due_on <= today == profile.local(met.at).date()


def taken_back(scene: Scene, visit: Visit, *, profile: Profile, now: datetime) -> Outcome:
    """The note of a visit was undone: it stands in the plan as it did, with its reminder, and the one that had been
    planned after it is none any more. Where the plan has gone on since, it stays."""
    coming = scene.visit
    if visit.state is not VisitState.DONE or not scene.case.is_open:
        return Outcome()
    if coming is not None and (coming.nth != visit.nth + 1 or coming.state is not VisitState.PLANNED):
        return Outcome()
    outcome = Outcome()
    if coming is not None:
        gone = replace(coming, state=VisitState.CANCELLED)
        outcome = Outcome(visits=(gone,), reminders=(Reminder(Clock.VISIT, coming.ref, None),))
    again, plan = planned(replace(visit, state=VisitState.PLANNED, outcome="", done_at=None), profile=profile, now=now)
    # The risk that was rated at it stays: it may ask for an earlier day.
    return outcome + plan + sooner(replace(scene, visit=again), profile=profile, now=now)


def postpone(scene: Scene, *, reason: str, to: date, by: Staff, profile: Profile, now: datetime) -> Outcome:
    """The visit moves to another day, with its reason kept. Raises WrongMoment for a day that is gone."""
    visit = may_answer(scene, Action.VISIT_POSTPONE, by)
    if to < profile.local(now).date():
        raise WrongMoment
    moved = replace(visit, due_on=to, postponed=(*visit.postponed, f"{visit.due_on.isoformat()}: {reason}"))
    here = replace(scene, visit=moved, actor=by)
    told = {"visit": visit.ref, "from": visit.due_on.isoformat(), "to": to.isoformat()}
    return Outcome(
        visits=(moved,),
        events=(Event(EventKind.VISIT_POSTPONED, scene.case.ref, now, by=by.id, told=told),),
        reminders=(Reminder(Clock.VISIT, visit.ref, next_visit_ring(to, profile, now=now)),),
        messages=tell(EventKind.VISIT_POSTPONED, here),
    ) + visit_answered(here, by=by, now=now)


def unsafe(scene: Scene, *, by: Staff, alert_ref: AlertRef, profile: Profile, now: datetime) -> Outcome:
    """ "Not safe": the unit is called as in an emergency; the visit stays planned."""
    visit = may_answer(scene, Action.VISIT_UNSAFE, by)
    here = replace(scene, actor=by)
    outcome = Outcome(
        events=(Event(EventKind.VISIT_UNSAFE, scene.case.ref, now, by=by.id, told={"visit": visit.ref}),),
        messages=tell(EventKind.VISIT_UNSAFE, here),
    )
    if scene.alert is not None and scene.alert.calls_for_help:
        said = Message(to=by.chat, phrase=Phrase("alert-already", card(here)))
        return outcome + Outcome(messages=(said,))
    return outcome + upgrade(
        replace(here, visit=None), cause=Cause.UNSAFE_VISIT, alert_ref=alert_ref, profile=profile, now=now
    )
