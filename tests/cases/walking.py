"""A case on its way through the book, on the small stage: moves with their entries, and what is open meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from cases import assignment, rulings, visiting
from cases.advancing import Written, advance
from cases.alert import Cause
from cases.case import Case, Status
from cases.deadlines import OpenStep, look_again, open_steps
from cases.entry import EntryKind, EntryRef
from cases.handling import Consent, Handling, Signer
from cases.moves import Action
from cases.outcome import Outcome
from cases.staff import Staff
from tests.cases.stage import ANI, CALM, CITRA, EKA, Stage
from triage.facts import Facts

A, S = Action, Status
#: One way from the assignment to the end, by the book.
WAY = (
    *(A.MEET, A.EXPLAIN, A.CONSENT, A.ASSESS, A.CONCLUDE, A.GOAL, A.NEEDS, A.PLAN, A.AGREE_PLAN),
    *(A.SERVE, A.DOCUMENT, A.ACCOMPANY, A.REPORT, A.MONITOR_PLAN, A.VISIT_DONE, A.ENOUGH),
    *(A.TERM_PLAN, A.CHECK, A.PRESENT, A.SIGN_END),
)
#: From where on that way a case goes on.
START = dict(zip((S.ASSIGNED, S.MET, S.CONSENTED, S.ASSESSED, S.PLANNED, S.SERVED), (0, 1, 3, 5, 9, 13), strict=True))


def held(facts: Facts = CALM) -> Stage:
    """A case that Eka has just got."""
    stage = Stage()
    stage.open(facts, Cause.REPORT)
    stage.do(rulings.confirm, ANI)
    stage.do(assignment.assign, CITRA, manager=EKA, visit_ref=stage.visit_ref())
    return stage


def moves(stage: Stage, action: Action, *, by: Staff = EKA, at: datetime | None = None, **handling: Any) -> Outcome:
    """One move of the book; what is told of it does not matter here."""
    stage.counter += 1
    if action is A.VISIT_DONE:
        refs = {"next_ref": stage.visit_ref(), "alert_ref": stage.alert_ref()}
        stage.do(visiting.done, by, outcome="baik", risk=None, **refs)
        made = replace(case_of(stage).handling.with_done(["5.2"], at=stage.now, by=by.id))
        changed = replace(case_of(stage), handling=made)
        case, reminders = look_again(case_of(stage), changed, **stage.ours())
        return stage.keep(Outcome(cases=(case,), reminders=reminders))
    written = Written(EntryRef(f"e{stage.counter}"), EntryKind.NOTE, at or stage.now)
    kept: Handling | None = replace(case_of(stage).handling, **handling) if handling else None
    if action is A.CONSENT:
        consent = Consent(True, Signer.VICTIM, stage.now, by.id, photo_id="foto")
        kept = replace(kept or case_of(stage).handling, consent=consent)
    return stage.keep(advance(stage.scene, action, written, by=stage.who(by), handling=kept, **stage.ours()))


def goes(stage: Stage, until: Status, *, after: timedelta = timedelta(minutes=10)) -> Stage:
    """Along the way until the case stands there, with so much time between two moves."""
    for action in WAY[START[case_of(stage).status] :]:
        if case_of(stage).status is until:
            return stage
        stage.wait(seconds=after.total_seconds())
        moves(stage, action)
    assert case_of(stage).status is until
    return stage


def case_of(stage: Stage) -> Case:
    assert stage.case is not None
    return stage.case


def steps_of(stage: Stage) -> tuple[OpenStep, ...]:
    return open_steps(case_of(stage), profile=stage.profile, now=stage.now)


def numbers(stage: Stage) -> tuple[str, ...]:
    return tuple(one.step for one in steps_of(stage))
