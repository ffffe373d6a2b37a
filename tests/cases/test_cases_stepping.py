"""A reminder of a step says which case, why and until when, to who can do something about it, and never for nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cases import assignment, duty, stepping
from cases.case import Status
from cases.deadlines import look_again, subject
from cases.messages import Message
from cases.moves import Action
from cases.outcome import Clock, EventKind, Outcome
from cases.phrases import At, Phrase
from cases.refusals import Changed, NeedsReason, NotAllowed, WrongMoment
from tests.cases.stage import ANI, BUDI, CITRA, DEWI, EKA, FAJAR, GITA, HIGH, Stage, keys_to, profile, told_of
from tests.cases.walking import case_of, goes, held, moves, steps_of

A, S = Action, Status


def of_steps(messages: tuple[Message, ...]) -> list[tuple[str, str]]:
    return [(m.phrase.key, str(m.phrase.args.get("step"))) for m in messages if m.phrase.key.startswith("step-")]


def test_what_takes_minutes_rings_a_quarter_before_its_end_and_at_its_end() -> None:
    stage = goes(held(), S.CONSENTED)
    since = steps_of(stage)[0].since
    said = stage.wait(seconds=(since + timedelta(minutes=89) - stage.now).total_seconds())
    assert of_steps(said) == []
    said = stage.wait(minutes=2)
    assert of_steps(said) == [("step-due", "2.1")]
    said = stage.wait(minutes=40)
    assert of_steps(said) == [("step-late", "2.1")]
    # Once it is late the morning tells it: nobody is rung every hour.
    assert of_steps(stage.wait(hours=4)) == []


def test_a_reminder_says_which_case_which_step_why_and_until_when() -> None:
    """GlobaLeaks #4597. And never a name, a place or a kind of violence."""
    stage = goes(held(), S.CONSENTED)
    (said,) = [m for m in stage.wait(minutes=95) if m.phrase.key == "step-due"]
    args = said.phrase.args
    assert (args["number"], args["step"], args["words"]) == (case_of(stage).number, "2.1", Phrase("book-2-1"))
    assert isinstance(args["due"], At)
    assert isinstance(args["why"], Phrase)
    assert args["why"].args["source"]
    assert said.to == EKA.chat
    assert said.protect
    actions = {button.action for row in said.buttons for button in row}
    assert actions == {"assess", "stepoff", "passon", "open", "notsafe"}
    assert all(button.ref == case_of(stage).ref for row in said.buttons for button in row)
    from bot.words import render

    shown = render(said.phrase, language="id", zone=profile().zone, now=stage.now)
    assert "Masamba" not in shown
    assert "KTP" not in shown


def test_none_after_it_was_done_and_what_was_said_is_put_right() -> None:
    """GlobaLeaks #4067: a colleague has done it meanwhile."""
    stage = goes(held(), S.CONSENTED)
    stage.wait(minutes=95)
    outcome = moves(stage, A.ASSESS, by=CITRA)
    right = [m for m in outcome.messages if m.to == EKA.chat]
    assert [(m.phrase.key, m.slot) for m in right] == [("step-over", f"step:{subject(case_of(stage).ref, '2.1')}")]
    assert all(m.replaces and m.tidies for m in outcome.messages)
    assert of_steps(stage.wait(minutes=30)) == []


def test_nothing_is_put_right_where_nothing_was_said() -> None:
    stage = goes(held(), S.CONSENTED)
    assert moves(stage, A.ASSESS).messages == ()


def test_a_ring_that_comes_for_a_step_that_is_over_says_nothing() -> None:
    stage = goes(held(), S.ASSESSED)
    outcome = stepping.rang(stage.scene, step="2.1", **stage.ours())
    assert outcome.messages == ()
    assert outcome.events == ()


def test_what_takes_days_is_not_rung_but_kept() -> None:
    """Ten pings become one message in the morning (`test_cases_digest`); that it was late stays in the history."""
    stage = goes(held(), S.MET)
    said = stage.wait(days=4)
    assert of_steps(said) == []
    assert [told for kind, told in stage.history if kind is EventKind.STEP_RANG] == [{"step": "1.9", "late": True}]


def test_a_contact_that_was_not_made_in_its_day_is_told_at_once_to_who_answers_too() -> None:
    stage = held(HIGH)
    said = stage.wait(hours=25)
    late = [m for m in said if m.phrase.key == "step-late"]
    assert told_of(tuple(late), "step-late") == {"Eka", "Citra"}


def test_nobody_is_woken_for_a_step() -> None:
    """Zammad #4432: mails at midnight."""
    stage = Stage(now=held().now)
    stage = held()
    stage.wait(hours=11, minutes=30)  # 23:30
    case = replace(case_of(stage), status=S.CONFIRMED, manager=None)
    stage.case = replace(case, handling=replace(case.handling, entered_at=None))
    stage.do(assignment.assign, CITRA, manager=EKA, visit_ref=stage.visit_ref())
    start = len(stage.said)
    for _ in range(60):
        stage.wait(hours=1)
        for message in stage.said[start:]:
            if message.phrase.key.startswith("step-"):
                assert 7 <= profile().local(stage.now).hour <= 21
        start = len(stage.said)


def test_a_case_of_nobody_is_told_to_who_answers_for_the_unit() -> None:
    """GlobaLeaks #340: a reminder on an unassigned case told nobody."""
    stage = goes(held(), S.CONSENTED)
    stage.change(EKA, active=False)
    assert told_of(stage.wait(minutes=95), "step-due") == {"Citra"}
    stage.change(CITRA, reachable=False)
    assert told_of(stage.wait(minutes=40), "step-late") == {"Dewi"}


def test_who_stands_in_hears_it_and_not_who_is_away() -> None:
    stage = goes(held(), S.CONSENTED)
    stage.case = replace(case_of(stage), acting=FAJAR.id)
    assert told_of(stage.wait(minutes=95), "step-due") == {"Fajar"}


def test_who_lost_the_case_keeps_no_reminder_of_it() -> None:
    stage = goes(held(), S.CONSENTED)
    stage.wait(minutes=95)
    outcome = stage.do(assignment.assign, CITRA, manager=FAJAR, visit_ref=stage.visit_ref())
    assert "step-passed-on" in keys_to(outcome, EKA)
    assert "step-passed-on" not in keys_to(outcome, FAJAR)
    assert told_of(stage.wait(minutes=40), "step-late") == {"Fajar"}


def put_off(stage: Stage, step: str = "2.1", days: int = 2, reason: str = "korban") -> Outcome:
    until = profile().local(stage.now).date() + timedelta(days=days)
    return stage.do(stepping.put_off, EKA, step=step, reason=reason, until=until)


def test_to_put_off_takes_a_reason_and_hides_nothing() -> None:
    stage = goes(held(), S.CONSENTED)
    due = case_of(stage).due_at
    outcome = put_off(stage)
    assert outcome.events[0].told["reason"] == "korban"
    assert "korban" not in repr([m.phrase for m in outcome.messages])
    assert case_of(stage).due_at == due
    assert of_steps(stage.wait(hours=6)) == []


@pytest.mark.parametrize(
    ("days", "reason", "refusal"), [(2, " ", NeedsReason), (0, "x", WrongMoment), (15, "x", WrongMoment)]
)
def test_what_can_not_be_put_off(days: int, reason: str, refusal: type[Exception]) -> None:
    stage = goes(held(), S.CONSENTED)
    with pytest.raises(refusal):
        put_off(stage, days=days, reason=reason)


def test_only_an_open_step_and_only_by_who_holds_the_case() -> None:
    stage = goes(held(), S.CONSENTED)
    with pytest.raises(Changed):
        put_off(stage, step="3.1")
    for person in (ANI, FAJAR, GITA):
        with pytest.raises(NotAllowed):
            stepping.may_put_off(stage.scene, step="2.1", by=person, **stage.ours())
    stage.case = replace(case_of(stage), excluded=(EKA.id,))
    with pytest.raises(NotAllowed):
        stepping.may_put_off(stage.scene, step="2.1", by=EKA, **stage.ours())


def test_who_answers_hears_that_a_contact_was_put_off() -> None:
    stage = held(HIGH)
    assert "step-put-off" in keys_to(put_off(stage, step="1.8", days=1), CITRA)


def test_to_ask_for_a_colleague() -> None:
    stage = held()
    outcome = stage.do(stepping.ask_handover, EKA)
    assert keys_to(outcome, EKA) == ("handover-waits",)
    (asked,) = [m for m in outcome.messages if m.phrase.key == "handover-asked"]
    assert (asked.to, asked.buttons[0][0].action) == (CITRA.chat, "managers")
    with pytest.raises(NotAllowed):
        stage.do(stepping.ask_handover, FAJAR)


def test_not_safe_calls_the_unit() -> None:
    stage = held()
    outcome = stage.do(stepping.not_safe, EKA, alert_ref=stage.alert_ref())
    assert told_of(outcome, "alert-call") == {"Ani", "Budi"}
    stage.do(duty.take, BUDI)
    again = stage.do(stepping.not_safe, EKA, alert_ref=stage.alert_ref())
    assert "alert-call" not in {m.phrase.key for m in again.messages}
    with pytest.raises(NotAllowed):
        stage.do(stepping.not_safe, FAJAR, alert_ref=stage.alert_ref())


def test_a_holiday_that_was_entered_meanwhile_moves_the_ring() -> None:
    stage = goes(held(), S.CONSENTED)
    today = profile().local(stage.now).date()
    stage.profile = profile().with_days_off((today,))
    said = stage.wait(hours=3)
    assert of_steps(said) == []
    again, _ = look_again(case_of(stage), case_of(stage), **stage.ours())
    assert case_of(stage).due_at == again.due_at
    assert stage.at(Clock.STEP) is not None


def test_who_answers_for_the_unit_can_open_what_they_do_not_hold() -> None:
    stage = held(HIGH)
    late = next(m for m in stage.wait(hours=25) if m.phrase.key == "step-late" and m.to == CITRA.chat)
    assert "meet" in {button.action for row in late.buttons for button in row}
    assert DEWI.chat not in {m.to for m in stage.said if m.phrase.key == "step-late"}
