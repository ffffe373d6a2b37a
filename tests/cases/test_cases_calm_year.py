"""A calm case from its report to its end, with everything that its case manager is ever reminded of: none too many."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from cases import contact, visiting
from cases.case import Contact, Status
from cases.closing import close
from cases.digest import Held, items_of
from cases.digest_words import digest
from cases.moves import Action
from cases.outcome import Clock, Outcome
from tests.cases.stage import EKA, Stage, profile
from tests.cases.walking import case_of, held, moves

A = Action
#: On which day, counted from the report, and at which hour each step was done; visits are made as they fall due.
DONE = (
    *((1, 9, A.MEET), (1, 10, A.EXPLAIN), (2, 10, A.CONSENT), (2, 11, A.ASSESS), (2, 11, A.CONCLUDE)),
    *((2, 11, A.GOAL), (3, 15, A.NEEDS), (4, 10, A.PLAN), (7, 11, A.AGREE_PLAN), (9, 9, A.SERVE), (10, 9, A.DOCUMENT)),
    *((60, 10, A.ACCOMPANY), (63, 10, A.REPORT), (63, 10, A.MONITOR_PLAN), (67, 12, A.VISIT_DONE), (70, 9, A.ENOUGH)),
    *((70, 10, A.TERM_PLAN), (71, 9, A.CHECK), (72, 9, A.PRESENT), (72, 10, A.SIGN_END)),
)


def local(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, 2, hour, minute, tzinfo=profile().zone) + timedelta(days=day)


def told_in_the_morning(stage: Stage) -> list[str]:
    """The lines of the message of this moment; what it names is not rung for a second time."""
    found = items_of(Held(case_of(stage), stage.visit), profile=stage.profile, now=stage.now)
    outcome = digest(EKA, found, profile=stage.profile, now=stage.now)
    stage.keep(outcome)
    if not outcome.messages:
        return []
    if stage.visit is not None and any(item.visit for item in found):
        eight = stage.now + timedelta(minutes=30)
        rung = visiting.rang(stage.scene, alert_ref=stage.alert_ref(), told=True, profile=stage.profile, now=eight)
        stage.keep(Outcome(reminders=rung.reminders))
    return [item.step.step for item in found if item.step is not None]


def test_a_calm_case_has_few_reminders_and_after_its_end_none() -> None:
    stage = held()
    stage.do(contact.record, EKA, how=Contact.REACHED)
    plan = sorted((local(day, hour), nth, action) for nth, (day, hour, action) in enumerate(DONE))
    mornings: dict[int, list[str]] = {}
    start = len(stage.said)
    for day in range(1, 73):
        stage.wait(seconds=(local(day, 7, 30) - stage.now).total_seconds())
        if told := told_in_the_morning(stage):
            mornings[day] = told
        while plan and plan[0][0] < local(day + 1, 0):
            at, _, action = plan.pop(0)
            stage.wait(seconds=(at - stage.now).total_seconds())
            moves(stage, action)
        visit = stage.visit
        if visit is not None and visit.due_on <= profile().local(stage.now).date():
            stage.wait(seconds=max(0.0, (local(day, 16) - stage.now).total_seconds()))
            moves(stage, A.VISIT_DONE)
    assert mornings == {
        1: ["1.8"],
        2: ["1.10"],
        3: ["3.2"],
        4: ["3.3"],
        7: ["3.5", "5.2"],
        10: ["4.3"],
        35: ["4.4"],  # day 25 of the accompaniment was a Sunday
        37: ["5.2"],
        67: ["5.2"],
        70: ["5.5"],
        71: ["5.8"],
        72: ["6.1"],
    }
    rung = Counter(m.phrase.key for m in stage.said[start:] if m.to == EKA.chat)
    # The eve of each of three visits, the answer to each, and a message on twelve mornings of seventy-two.
    assert rung == {"digest": 12, "visit-due": 3, "visit-done": 3}
    assert case_of(stage).status is Status.ENDING
    outcome = stage.do(close, EKA, written=stage.written(), reason="tuntas")
    assert outcome.cases[-1].status is Status.CLOSED
    before = len(stage.said)
    stage.wait(days=365)
    assert stage.said[before:] == []
    assert {clock for clock, _ in stage.due} <= {Clock.STEP, Clock.POLICE}
