"""Visits plan themselves by risk, are brought to mind at the unit's own hours, and are answered in one tap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from cases import assignment, duty, offering, rulings, visiting
from cases.alert import Cause
from cases.messages import Lane, Message
from cases.outcome import Clock, EventKind, Outcome
from cases.refusals import Changed, NotAllowed, WrongMoment
from cases.staff import Staff
from cases.visit import Visit, VisitState
from tests.cases.stage import (
    ANI,
    BUDI,
    CALM,
    CITRA,
    DEWI,
    EKA,
    FAJAR,
    HIGH,
    MEDIUM,
    NOON,
    UNIT,
    Stage,
    keys_to,
    profile,
    shut,
    told_of,
)
from triage.facts import Facts

DAY = date(2026, 3, 2)


def held(facts: Facts = HIGH) -> Stage:
    stage = Stage()
    stage.open(facts, Cause.REPORT)
    stage.do(rulings.confirm, ANI)
    stage.do(assignment.assign, CITRA, manager=EKA, visit_ref=stage.visit_ref())
    return stage


def planned(stage: Stage) -> Visit:
    assert stage.visit is not None
    return stage.visit


def make(stage: Stage, risk: str | None = None, by: Staff = EKA) -> Outcome:
    refs = {"next_ref": stage.visit_ref(), "alert_ref": stage.alert_ref()}
    return stage.do(visiting.done, by, outcome="membaik", risk=risk, **refs)


def local(day: int, hour: int) -> datetime:
    return datetime(2026, 3, 2, hour, tzinfo=profile().zone) + timedelta(days=day)


def go_to(stage: Stage, day: int, hour: int) -> tuple[Message, ...]:
    return stage.wait(seconds=(local(day, hour) - stage.now).total_seconds())


PLANS = [
    (HIGH, [1, 3, 7, 14, 21]),
    (MEDIUM, [3, 7, 21, 35]),
    (CALM, [7, 37, 67]),
]


@pytest.mark.parametrize(("facts", "days"), PLANS)
def test_the_plan_of_every_risk(facts: Facts, days: list[int]) -> None:
    stage = held(facts)
    for nth, day in enumerate(days, start=1):
        assert (planned(stage).nth, planned(stage).due_on) == (nth, DAY + timedelta(days=day))
        go_to(stage, day, 12)
        assert keys_to(make(stage), EKA) == ("visit-done",)


def test_the_eve_the_morning_and_overdue_again_and_again() -> None:
    """The eve and the day are reminders; what is overdue is a call, which climbs by day until somebody takes it."""
    stage = held(CALM)
    rings = []
    while stage.now < local(10, 12):
        said = stage.wait(hours=1)
        now = profile().local(stage.now)
        for message in said:
            if message.phrase.key in ("visit-due", "alert-call"):
                name = next(person.name for person in UNIT if person.chat == message.to)
                rings.append(((now.date() - DAY).days, now.hour, message.phrase.key, name))
    assert rings == [
        (6, 15, "visit-due", "Eka"),
        (7, 8, "visit-due", "Eka"),
        (8, 8, "alert-call", "Eka"),
        (8, 12, "alert-call", "Citra"),
        (9, 8, "alert-call", "Dewi"),
        (10, 8, "alert-call", "Citra"),
    ]


def test_a_reminder_says_which_why_and_when_and_can_be_answered() -> None:
    stage = held()
    reminder = next(m for m in stage.wait(days=1) if m.phrase.key == "visit-due")
    assert reminder.to == EKA.chat
    assert {"number", "nth", "why", "due", "when"} <= set(reminder.phrase.args)
    assert [b.action for row in reminder.buttons for b in row] == ["visited", "postpone", "unsafe"]
    assert {b.ref for row in reminder.buttons for b in row} == {planned(stage).ref}


@pytest.mark.parametrize(
    ("day", "hour", "expected"), [(7, 6, ["visit-due"]), (8, 6, []), (8, 9, ["alert-call"]), (30, 3, [])]
)
def test_a_late_scheduler_reminds_once_and_says_what_is(day: int, hour: int, expected: list[str]) -> None:
    """In the night nobody is called for a visit: that waits until the morning."""
    stage = held(CALM)
    stage.due = {key: at for key, at in stage.due.items() if key[0] is Clock.VISIT}
    said = [m for m in stage.wait(late=True, seconds=(local(day, hour) - NOON).total_seconds()) if m.to == EKA.chat]
    assert [m.phrase.key for m in said] == expected
    if not expected:
        assert told_of(go_to(stage, day, 8), "alert-call") == {"Eka"}
    ring = stage.at(Clock.VISIT)
    assert ring is not None
    assert ring > stage.now


def test_a_manager_who_cannot_be_reached_or_has_left_is_not_the_only_one_reminded() -> None:
    stage = held()
    stage.change(EKA, reachable=False)
    assert told_of(go_to(stage, 0, 15), "visit-due") == {"Eka", "Citra"}
    stage.change(EKA, active=False)
    assert told_of(go_to(stage, 1, 8), "visit-due") == {"Citra"}


def test_a_manager_who_is_the_coordinator_is_told_once() -> None:
    stage = held()
    stage.do(assignment.assign, CITRA, manager=CITRA, visit_ref=stage.visit_ref())
    stage.due = {key: at for key, at in stage.due.items() if key[0] is Clock.VISIT}
    assert keys_to(stage.wait(days=1, late=True), CITRA) == ("visit-due",)
    assert keys_to(stage.wait(days=3, late=True), CITRA) == ("alert-call",)


def test_postponed_moves_the_reminders_and_keeps_the_reason() -> None:
    stage = held()
    outcome = stage.do(visiting.postpone, EKA, reason="banjir", to=date(2026, 3, 10))
    assert keys_to(outcome, EKA) == ("visit-postponed",)
    assert planned(stage).postponed == ("2026-03-03: banjir",)
    assert stage.at(Clock.VISIT) == local(7, 15)
    with pytest.raises(WrongMoment):
        stage.do(visiting.postpone, EKA, reason="banjir", to=date(2026, 3, 1))


def test_a_plan_that_fell_behind_goes_on_from_today() -> None:
    stage = held()
    go_to(stage, 10, 12)
    make(stage)
    assert planned(stage).due_on == DAY + timedelta(days=14)


def test_a_higher_risk_starts_the_denser_plan() -> None:
    stage = held(CALM)
    assert "risk-raised" in keys_to(make(stage, "TINGGI"), EKA)
    assert (planned(stage).due_on, planned(stage).risk) == (DAY + timedelta(days=1), "TINGGI")


@pytest.mark.parametrize("by", [EKA, CITRA])
def test_a_lower_risk_starts_the_wider_plan(by: Staff) -> None:
    stage = held(MEDIUM)
    make(stage, "RENDAH", by)
    assert stage.scene.case.risk == "RENDAH"
    assert planned(stage).due_on == DAY + timedelta(days=7)


def test_lowering_tinggi_waits_for_a_second_officer_and_the_plan_stays_dense() -> None:
    stage = held()
    outcome = make(stage, "RENDAH")
    assert stage.scene.case.risk == "TINGGI"
    assert (planned(stage).due_on, planned(stage).risk) == (DAY + timedelta(days=3), "TINGGI")
    assert told_of(outcome, "lowering-asked") == {"Ani", "Budi", "Citra", "Dewi"}
    stage.do(rulings.agree, ANI)
    make(stage)
    assert (planned(stage).due_on, planned(stage).risk) == (DAY + timedelta(days=7), "RENDAH")


def test_a_risk_that_rises_between_visits_brings_the_next_one_nearer() -> None:
    stage = held(CALM)
    visit = planned(stage)
    ref = stage.alert_ref()
    stage.do(rulings.rule, CITRA, risk="TINGGI", emergency=False, reason="", alert_ref=ref)
    assert (planned(stage).ref, planned(stage).due_on) == (visit.ref, DAY + timedelta(days=1))
    assert stage.at(Clock.VISIT) == local(0, 15)
    told = held(CALM)
    told.learn(HIGH)
    assert planned(told).due_on == DAY + timedelta(days=1)
    words = held(CALM)
    words.learn(CALM, Cause.WORDS)
    assert planned(words).due_on == DAY + timedelta(days=1), "an emergency is watched over as TINGGI"


def test_not_safe_raises_an_alert_and_the_visit_stays() -> None:
    stage = held()
    visit = planned(stage)
    outcome = stage.do(visiting.unsafe, EKA, alert_ref=stage.alert_ref())
    assert stage.alert is not None
    assert (stage.alert.cause, stage.alert.deadline_at) == (Cause.UNSAFE_VISIT, NOON + timedelta(hours=24))
    assert stage.at(Clock.OUTREACH) == NOON + timedelta(hours=12)
    assert told_of(outcome, "alert-call") == {"Ani", "Budi"}
    assert keys_to(outcome, EKA) == ("visit-unsafe",)
    assert told_of(outcome, "visit-unsafe-lead") == {"Citra"}
    call = next(m for m in outcome.messages if m.phrase.key == "alert-call")
    assert call.phrase.args["severity"].key == "severity-emergency"
    assert planned(stage) == visit


def test_not_safe_while_help_is_called_reaches_who_holds_it() -> None:
    stage = held()
    stage.do(visiting.unsafe, EKA, alert_ref=stage.alert_ref())
    stage.do(duty.take, FAJAR)
    outcome = stage.do(visiting.unsafe, EKA, alert_ref=stage.alert_ref())
    assert told_of(outcome, "visit-unsafe-lead") == {"Fajar", "Citra"}
    assert "alert-already" in keys_to(outcome, EKA)
    assert not told_of(outcome, "alert-call")


def test_who_may_answer_a_visit_and_when() -> None:
    stage = held()
    with pytest.raises(NotAllowed):
        make(stage, by=FAJAR)
    visit = planned(stage)
    assert keys_to(make(stage, by=DEWI), DEWI) == ("visit-done",)
    assert stage.visits[visit.ref].state is VisitState.DONE
    over = replace(stage.scene, visit=stage.visits[visit.ref])
    with pytest.raises(Changed):
        visiting.postpone(over, reason="banjir", to=date(2026, 3, 10), by=EKA, **stage.ours())


def missed() -> Stage:
    """Eka's visit is a day late, and she is called for it."""
    stage = held(CALM)
    go_to(stage, 8, 8)
    assert stage.missed is not None
    assert stage.missed.cause is Cause.MISSED_VISIT
    return stage


def take(stage: Stage, by: Staff) -> Outcome:
    return stage.do(duty.take, by)


def test_a_missed_visit_is_called_once_and_says_so() -> None:
    stage = missed()
    assert [kind for kind, _ in stage.history].count(EventKind.VISIT_MISSED) == 1
    assert stage.missed is not None
    assert stage.missed.deadline_at == local(8, 0), "the end of the day on which it was due"
    assert stage.at(Clock.OUTREACH) is None
    assert not told_of(go_to(stage, 30, 8), "visit-due")
    assert [kind for kind, _ in stage.history].count(EventKind.VISIT_MISSED) == 1


def test_who_takes_a_missed_visit_can_answer_it_and_has_the_day_for_it() -> None:
    stage = missed()
    outcome = take(stage, FAJAR)
    (card,) = (m for m in outcome.messages if m.phrase.key == "visit-yours")
    assert [b.action for row in card.buttons for b in row] == [
        "visited",
        "postpone",
        "unsafe",
        "look",
        "offer",
        "return",
        "exclude",
    ]
    assert card.lane is Lane.ESCALATION
    assert stage.at(Clock.SILENCE) == local(9, 8)
    assert not told_of(go_to(stage, 9, 7), "alert-still-there")
    assert "alert-still-there" in keys_to(go_to(stage, 9, 8), FAJAR)
    make(stage, by=FAJAR)
    assert stage.missed is None


@pytest.mark.parametrize("by", [ANI, BUDI])
def test_who_makes_no_visits_is_neither_called_for_one_nor_takes_it(by: Staff) -> None:
    stage = missed()
    with pytest.raises(NotAllowed):
        take(stage, by)
    assert by not in offering.colleagues(stage.scene)


def test_without_anybody_in_its_group_the_repeat_calls_whoever_makes_visits() -> None:
    stage = missed()
    for person in (CITRA, DEWI):
        stage.change(person, active=False)
    assert told_of(go_to(stage, 10, 12), "alert-call") == {"Eka", "Fajar"}


def test_the_repeat_asks_also_who_said_no() -> None:
    stage = missed()
    go_to(stage, 8, 9)
    for person, following in ((EKA, "Citra"), (CITRA, "Dewi"), (DEWI, "Citra")):
        assert told_of(stage.do(duty.decline, person), "alert-call") == {following}


def test_a_manager_who_is_away_is_passed_at_once() -> None:
    stage = held(CALM)
    stage.change(EKA, reachable=False)
    assert told_of(go_to(stage, 8, 8), "alert-call") == {"Citra"}


def test_in_the_evening_nobody_is_called_when_the_last_one_says_no() -> None:
    stage = missed()
    go_to(stage, 8, 11)
    stage.now = local(8, 22)
    stage.due = {key: at for key, at in stage.due.items() if key[0] is not Clock.LADDER}
    assert not told_of(stage.do(duty.decline, EKA), "alert-call")
    assert stage.at(Clock.LADDER) == local(9, 8)
    assert told_of(go_to(stage, 9, 8), "alert-call") == {"Citra"}


ENDS: list[tuple[str, Callable[[Stage], Outcome]]] = [
    ("made", lambda stage: make(stage)),
    ("moved", lambda stage: stage.do(visiting.postpone, EKA, reason="banjir", to=date(2026, 3, 20))),
    ("closed", shut),
    ("handed on", lambda s: s.do(assignment.assign, CITRA, manager=FAJAR, visit_ref=s.visit_ref())),
]


@pytest.mark.parametrize("taken_first", [False, True])
@pytest.mark.parametrize(("how", "doing"), ENDS, ids=[how for how, _ in ENDS])
def test_a_call_for_a_visit_ends_by_itself(how: str, doing: Callable[[Stage], Outcome], taken_first: bool) -> None:
    stage = missed()
    assert stage.missed is not None
    ref = stage.missed.ref
    if taken_first:
        take(stage, EKA)
    outcome = doing(stage)
    assert not stage.alerts[ref].is_open, how
    assert not [due for due in stage.due if due[1] == ref]
    assert ("alert-over" in keys_to(outcome, EKA)) == taken_first


def test_a_visit_that_stays_unmade_with_its_new_manager_is_called_for_anew() -> None:
    stage = missed()
    stage.do(assignment.assign, CITRA, manager=FAJAR, visit_ref=stage.visit_ref())
    assert told_of(go_to(stage, 10, 8), "alert-call") == {"Fajar"}


def test_not_safe_leaves_the_missed_visit_open_beside_the_emergency() -> None:
    stage = missed()
    take(stage, EKA)
    outcome = stage.do(visiting.unsafe, EKA, alert_ref=stage.alert_ref())
    assert told_of(outcome, "alert-call") == {"Ani", "Budi"}
    assert stage.missed is not None
    make(stage)
    assert stage.missed is None
    assert stage.alert is not None
    assert stage.alert.cause is Cause.UNSAFE_VISIT
