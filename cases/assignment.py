"""Step 1.7: a case manager for every case, within the time, or the leads hear of it again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases.case import HANDLED, Case, Status
from cases.caseload import CAN_MANAGE
from cases.clocks import first_mark, next_visit_ring
from cases.deadlines import look_again
from cases.ending import visit_answered
from cases.messages import Lane, Message
from cases.moves import Action, allow
from cases.notices import Scene, card, tell
from cases.outcome import Clock, Event, EventKind, Look, Outcome, Reminder
from cases.phrases import Phrase
from cases.profile import Profile
from cases.refusals import NotAllowed
from cases.staff import Staff
from cases.stepping import put_right
from cases.visit import Visit, VisitRef
from cases.visiting import first_visit

#: Confirmed, or under way and left by its manager: somebody must be found for it.
WANTS_A_MANAGER = frozenset({Status.CONFIRMED, *HANDLED})


def assign(scene: Scene, *, manager: Staff, by: Staff, visit_ref: VisitRef, profile: Profile, now: datetime) -> Outcome:
    """This person holds the case from now on: told so, with the first visit planned by the risk.

    At a change of manager the planned visit goes along, and the one before is told that it is no longer theirs.
    """
    move = allow(Action.ASSIGN, by=by, case=scene.case)
    if manager.role not in CAN_MANAGE or not manager.active:
        raise NotAllowed
    before = scene.roster.by_id(scene.case.manager)
    # From here the 180 days run after which somebody looks at the case.
    handling = replace(scene.case.handling, started_at=scene.case.handling.started_at or now)
    case = replace(
        scene.case, status=move.to or scene.case.status, manager=manager.id, assigned_at=now, handling=handling
    )
    if before is None or before.id != manager.id:
        # Who stood in did so for the one before.
        case = replace(case, acting=None, acting_until=None)
    case, steps = look_again(scene.case, case, profile=profile, now=now)
    visit: Visit | None = scene.visit
    outcome = Outcome()
    if visit is None:
        visit, outcome = first_visit(case, ref=visit_ref, profile=profile, now=now)
    else:
        ring = next_visit_ring(visit.due_on, profile, now=now)
        outcome = Outcome(reminders=(Reminder(Clock.VISIT, visit.ref, ring),))
    here = replace(scene, case=case, visit=visit, actor=by).with_args(manager=manager.name)
    outcome += Outcome(
        cases=(case,),
        events=(Event(EventKind.CASE_ASSIGNED, case.ref, now, by=by.id, told={"manager": int(manager.id)}),),
        reminders=(Reminder(Clock.ASSIGNMENT, case.ref, None), *steps, *stands_in_no_more(scene.case, case)),
        looks=(Look(case.ref, manager.id, now, "assignment"),),
        messages=tell(EventKind.CASE_ASSIGNED, here),
    )
    outcome += Outcome(messages=put_right(scene, case, profile=profile, now=now))
    if before is not None and before.active and before.id != manager.id:
        left = Message(to=before.chat, phrase=Phrase("case-passed-on", card(here)), lane=Lane.REMINDER)
        outcome += Outcome(messages=(left,))
    # A visit that the one before has missed is the new one's to make: it is called for anew when it stays undone.
    return outcome + visit_answered(here, by=by, now=now)


def rang(scene: Scene, *, opened_at: datetime, profile: Profile, now: datetime) -> Outcome:
    """The case still has no manager: the leads are reminded, and again every so often until it has."""
    case = scene.case
    if case.manager is not None or case.status not in WANTS_A_MANAGER:
        return Outcome(reminders=(Reminder(Clock.ASSIGNMENT, case.ref, None),))
    due = opened_at + timedelta(minutes=profile.assignment_minutes)
    ring = first_mark(opened_at, due, profile.assignment_marks, now=now)
    ring = ring or now + timedelta(minutes=profile.assignment_minutes)
    return Outcome(
        events=(Event(EventKind.ASSIGNMENT_RANG, case.ref, now),),
        reminders=(Reminder(Clock.ASSIGNMENT, case.ref, ring),),
        messages=tell(EventKind.ASSIGNMENT_RANG, scene),
    )


def stands_in_no_more(before: Case, after: Case) -> tuple[Reminder, ...]:
    """The clock of who acted for a manager ends with it."""
    over = before.acting is not None and after.acting is None
    return (Reminder(Clock.ACTING, after.ref, None),) if over else ()
