"""Which steps of the book are open where a case stands, since when and until when; each with its reminder."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cases import serving
from cases.book import BY_NUMBER
from cases.case import Status
from cases.deadlines import (
    DOING,
    STEPS_OF,
    look_again,
    next_ring,
    none_left,
    open_steps,
    postponed,
    read_subject,
    rings_of,
    subject,
)
from cases.handling import OneSided, Postponed, Unilateral
from cases.moves import MOVES, Action
from cases.outcome import Clock, Outcome
from cases.visit import VisitState
from tests.cases.stage import CITRA, EKA, NOON, Stage, profile
from tests.cases.walking import case_of, goes, held, moves, numbers, steps_of

A, S = Action, Status
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize("status", Status)
def test_each_step_that_is_open_somewhere_can_be_done_there(status: Status) -> None:
    for step in STEPS_OF[status]:
        assert step in BY_NUMBER
        assert any(move.action is DOING[step] and status in move.source for move in MOVES), step
    if STEPS_OF[status]:
        last = DOING[STEPS_OF[status][-1]]
        assert any(move.action is last and status in move.source and move.to not in (None, status) for move in MOVES)


WAYS = (
    (S.ASSIGNED, (), ("1.8",)),
    (S.MET, (), ("1.9",)),
    (S.MET, (A.EXPLAIN,), ("1.10",)),
    (S.CONSENTED, (), ("2.1",)),
    (S.CONSENTED, (A.ASSESS,), ("2.7",)),
    (S.CONSENTED, (A.ASSESS, A.FURTHER), ("2.3",)),
    (S.CONSENTED, (A.ASSESS, A.FURTHER, A.REQUEST), ("2.4",)),
    (S.CONSENTED, (A.ASSESS, A.FURTHER, A.REQUEST, A.EXAMINED), ("2.5", "2.7")),
    (S.CONSENTED, (A.ASSESS, A.FURTHER, A.REQUEST, A.EXAMINED, A.COMBINED), ("2.6", "2.7")),
    (S.ASSESSED, (), ("3.1",)),
    (S.ASSESSED, (A.GOAL,), ("3.2",)),
    (S.ASSESSED, (A.GOAL, A.NEEDS), ("3.3",)),
    (S.ASSESSED, (A.GOAL, A.NEEDS, A.PLAN), ("3.5",)),
    (S.PLANNED, (), ("4.1",)),
    (S.PLANNED, (A.SERVE,), ("4.3", "4.4")),
    (S.PLANNED, (A.SERVE, A.DOCUMENT, A.ACCOMPANY), ("4.4",)),
    (S.SERVED, (), ("5.1", "5.2")),
    (S.SERVED, (A.MONITOR_PLAN,), ("5.2",)),
    (S.SERVED, (A.MONITOR_PLAN, A.VISIT_DONE), ("5.5",)),
    (S.REVIEWED, (), ("5.7",)),
    (S.REVIEWED, (A.TERM_PLAN,), ("5.8",)),
    (S.ENDING, (), ("6.1",)),
    (S.ENDING, (A.PRESENT,), ("6.3",)),
    (S.ENDING, (A.PRESENT, A.SIGN_END), ("6.5",)),
)


@pytest.mark.parametrize(("status", "done", "wanted"), WAYS, ids=str)
def test_what_is_open_where(status: Status, done: tuple[Action, ...], wanted: tuple[str, ...]) -> None:
    stage = goes(held(), status)
    for action in done:
        moves(stage, action)
    assert numbers(stage) == wanted
    found = {read_subject(of)[1]: at for (clock, of), at in stage.due.items() if clock is Clock.STEP}
    timed = {one.step: one for one in steps_of(stage) if rings_of(one, stage.profile)}
    assert found.keys() == timed.keys()
    assert all(found[step] == next_ring(one, case_of(stage), **stage.ours()) for step, one in timed.items())
    dues = [one.due_at for one in steps_of(stage) if one.due_at is not None]
    assert case_of(stage).due_at == min(dues, default=None)


def test_the_time_runs_from_the_step_before_and_from_when_it_happened() -> None:
    stage = held()
    stage.wait(hours=5)
    moves(stage, A.MEET, at=NOON + HOUR)
    (one,) = steps_of(stage)
    assert (one.step, one.since) == ("1.9", NOON + HOUR)
    stage.wait(hours=2)
    moves(stage, A.EXPLAIN)
    (one,) = steps_of(stage)
    assert (one.step, one.since) == ("1.10", NOON + 7 * HOUR)


def test_a_new_manager_gets_no_new_day_for_the_contact() -> None:
    from cases import assignment
    from tests.cases.stage import FAJAR

    stage = held()
    due = steps_of(stage)[0].due_at
    stage.wait(hours=9)
    stage.do(assignment.assign, CITRA, manager=FAJAR, visit_ref=stage.visit_ref())
    assert steps_of(stage)[0].due_at == due == NOON + DAY


@pytest.mark.parametrize("action", [A.CONCLUDE, A.REFUSE], ids=str)
def test_what_is_undone_is_open_as_it_was_before(action: Action) -> None:
    stage = goes(held(), S.CONSENTED)
    moves(stage, A.ASSESS)
    moves(stage, A.FURTHER)
    moves(stage, A.REQUEST)
    before, steps = case_of(stage), steps_of(stage)
    if action is A.CONCLUDE:
        moves(stage, A.EXAMINED)
        before, steps = case_of(stage), steps_of(stage)
    stage.wait(hours=1)
    moves(stage, action)
    now = case_of(stage)
    assert now.status is not before.status
    back = replace(now, status=before.status, handling=before.handling)
    case, reminders = look_again(now, back, profile=profile(), now=stage.now)
    assert open_steps(case, profile=profile(), now=stage.now) == steps
    assert case.handling == before.handling
    stage.keep(Outcome(cases=(case,), reminders=reminders))
    moves(stage, action)


def test_a_second_round_counts_anew() -> None:
    stage = goes(held(), S.SERVED)
    moves(stage, A.MONITOR_PLAN)
    moves(stage, A.VISIT_DONE)
    stage.wait(days=1)
    handling = case_of(stage).handling
    moves(stage, A.GO_ON, round=handling.round + 1)
    assert numbers(stage) == ("2.1",)
    assert steps_of(stage)[0].since == stage.now


def test_accompaniment_ends_in_its_report() -> None:
    stage = goes(held(), S.PLANNED)
    moves(stage, A.SERVE)
    moves(stage, A.DOCUMENT)
    (going,) = steps_of(stage)
    assert (going.step, going.due_at) == ("4.4", stage.now + 90 * DAY)
    stage.wait(days=89, late=True)
    assert numbers(stage) == ("4.4",)
    stage.wait(days=1, hours=1, late=True)
    assert numbers(stage) == ("4.5",)
    # The ring at its end has set what is due next.
    assert stage.due[Clock.STEP, subject(case_of(stage).ref, "4.5")] == steps_of(stage)[0].due_at
    assert case_of(stage).due_at == steps_of(stage)[0].due_at


@pytest.mark.parametrize("goes_on", [True, False])
def test_who_ends_accompaniment_early_is_asked_for_its_report(goes_on: bool) -> None:
    stage = goes(held(), S.PLANNED)
    moves(stage, A.SERVE)
    moves(stage, A.DOCUMENT)
    stage.wait(days=40, late=True)
    stage.do(serving.accompany, EKA, written=stage.written(), goes_on=goes_on, reason="")
    assert numbers(stage) == (("4.4",) if goes_on else ("4.5",))
    if not goes_on:
        assert stage.due[Clock.STEP, subject(case_of(stage).ref, "4.5")] == steps_of(stage)[0].due_at
        assert case_of(stage).handling.next_round(stage.now).accompanied_until is None


def test_an_end_without_signature_needs_only_the_report() -> None:
    stage = goes(held(), S.ENDING)
    wish = OneSided(Unilateral.LOST, "hilang", EKA.id, stage.now, agreed_by=CITRA.id, agreed_at=stage.now)
    case = replace(case_of(stage), handling=replace(case_of(stage).handling, one_sided=wish))
    (one,) = open_steps(case, profile=profile(), now=stage.now)
    assert one.step == "6.5"


def test_the_visit_stands_among_the_steps_and_rings_by_its_own_clock() -> None:
    stage = held()
    visit = stage.visit
    assert visit is not None
    found = open_steps(case_of(stage), profile=profile(), now=stage.now, visit=visit)
    assert [one.step for one in found] == ["1.8", "5.2"]
    assert rings_of(found[1], profile()) == ()
    made = replace(visit, state=VisitState.DONE)
    assert len(open_steps(case_of(stage), profile=profile(), now=stage.now, visit=made)) == 1


def test_what_is_told_in_minutes_has_two_marks_and_what_takes_days_one() -> None:
    stage = goes(held(), S.CONSENTED)
    (one,) = steps_of(stage)
    assert rings_of(one, profile()) == (one.since + timedelta(minutes=90), one.since + timedelta(minutes=120))
    moves(goes(stage, S.PLANNED), A.SERVE)
    assert [len(rings_of(one, profile())) for one in steps_of(stage)] == [1, 1]


def test_a_step_that_was_put_off_rings_no_earlier_and_is_forgotten_once_it_is_over() -> None:
    stage = goes(held(), S.CONSENTED)
    tomorrow = profile().local(stage.now).date() + DAY
    off = Postponed("2.1", tomorrow, "korban", EKA.id, stage.now)
    before = case_of(stage)
    case, reminders = look_again(
        before, replace(before, handling=replace(before.handling, postponed=(off,))), profile=profile(), now=stage.now
    )
    assert {read_subject(r.subject)[1]: r.due_at for r in reminders}["2.1"] is None
    assert postponed(case, "2.1") == off
    stage.case = case
    moves(stage, A.ASSESS)
    assert case_of(stage).handling.postponed == ()


@pytest.mark.parametrize("status", [s for s in Status if STEPS_OF[s] and s not in (S.UNFINISHED, S.REFUSED)])
def test_when_a_case_ends_nothing_of_the_book_rings_any_more(status: Status) -> None:
    stage = Stage()
    stage.open()
    if status is not S.REPORTED:
        stage = goes(held(), status) if status is not S.CONFIRMED else held()
    over = {(r.clock, r.subject) for r in none_left(case_of(stage))}
    assert {key for key in stage.due if key[0] is Clock.STEP} <= over
    assert all(reminder.due_at is None for reminder in none_left(case_of(stage)))
    assert open_steps(replace(case_of(stage), status=S.CLOSED), profile=profile(), now=stage.now) == ()
