"""On which day a visit falls, by the plan of its risk (R-16), and what puts it there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from cases.case import graver
from cases.clocks import next_visit_ring
from cases.notices import Scene
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.profile import Profile
from cases.visit import Visit, VisitState


def day_of(started_on: date, index: int, risk: str | None, profile: Profile) -> date:
    """The day of the visit with that index; who was not rated is visited as RENDAH."""
    plan = profile.visit_plans[risk or "RENDAH"]
    return started_on + timedelta(days=plan.day(index))


def planned(visit: Visit, *, profile: Profile, now: datetime) -> tuple[Visit, Outcome]:
    """A visit stands in the plan, and its first reminder is set."""
    told = {"visit": visit.ref, "nth": visit.nth, "due": visit.due_on.isoformat()}
    return visit, Outcome(
        visits=(visit,),
        events=(Event(EventKind.VISIT_PLANNED, visit.case, now, told=told),),
        reminders=(Reminder(Clock.VISIT, visit.ref, next_visit_ring(visit.due_on, profile, now=now)),),
    )


def sooner(scene: Scene, *, profile: Profile, now: datetime) -> Outcome:
    """The risk has gone up: a visit that is weeks away by the old plan is due by the first day of the new one."""
    visit, risk = scene.visit, scene.case.gravity
    if visit is None or visit.state is not VisitState.PLANNED or not graver(risk, visit.risk):
        return Outcome()
    today = profile.local(now).date()
    due_on = day_of(today, 0, risk, profile)
    if due_on >= visit.due_on:
        return Outcome()
    return planned(
        replace(visit, index=0, started_on=today, due_on=due_on, risk=risk),
        profile=profile,
        now=now,
    )[1]
