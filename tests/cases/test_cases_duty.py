"""Taking an alert, keeping it, giving it back, and the outreach that alone ends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from cases import duty
from cases.alert import Alert, AlertState, Cause
from cases.messages import Lane
from cases.outcome import Clock, Outcome
from cases.refusals import NotAllowed, Taken, WrongMoment
from cases.staff import Staff
from tests.cases.stage import (
    ANI,
    BUDI,
    CALM,
    CITRA,
    DEWI,
    EKA,
    NOON,
    RAPED,
    Stage,
    keys_to,
    told_of,
)

TOLD = {"owhen": 15, "ohow": "datang", "oby": "saya"}


def taken(by: Staff = ANI, **case: object) -> Stage:
    stage = Stage()
    stage.open(**case)
    stage.do(duty.take, by)
    return stage


def held(stage: Stage) -> Alert:
    assert stage.alert is not None
    return stage.alert


def actions(outcome: Outcome, person: Staff, key: str) -> set[str]:
    messages = (m for m in outcome.messages if m.to == person.chat and m.phrase.key == key)
    return {button.action for m in messages for row in m.buttons for button in row}


def test_one_wins_and_the_others_learn_who() -> None:
    stage = Stage()
    stage.open()
    outcome = stage.do(duty.take, ANI)
    assert keys_to(outcome, ANI) == ("alert-taken-you", "alert-yours")
    assert keys_to(outcome, BUDI) == ("alert-taken-by",)
    others = next(m for m in outcome.messages if m.to == BUDI.chat)
    assert (others.replaces, others.slot, others.phrase.args["holder"]) == (True, f"alert:{held(stage).ref}", "Ani")
    assert [(look.by, look.what) for look in outcome.looks] == [(ANI.id, "alert")]
    with pytest.raises(Taken) as refused:
        stage.do(duty.take, BUDI)
    assert refused.value.phrase.args == {"holder": "Ani"}


def test_taken_stops_the_ladder_but_not_the_outreach() -> None:
    stage = taken()
    assert stage.at(Clock.LADDER) is None
    assert stage.at(Clock.SILENCE) == NOON + timedelta(minutes=60)
    assert stage.at(Clock.OUTREACH) == NOON + timedelta(hours=12)


def test_silent_for_an_hour_then_asked_then_given_back_and_climbing_anew() -> None:
    stage = taken()
    asked = stage.wait(minutes=60)
    assert "alert-still-there" in keys_to(asked, ANI)
    assert held(stage).state is AlertState.TAKEN
    back = stage.wait(minutes=10)
    assert "alert-returned" in keys_to(back, ANI)
    assert told_of(back, "alert-returned-lead") == {"Citra"}
    assert told_of(back, "alert-call") == {"Ani", "Budi"}
    assert held(stage).state is AlertState.OPEN
    assert stage.at(Clock.LADDER) == stage.now + timedelta(minutes=3)


def test_a_sign_of_life_starts_the_silence_anew() -> None:
    stage = taken()
    stage.wait(minutes=65)
    assert keys_to(stage.do(duty.keep, ANI), ANI) == ("alert-kept",)
    assert stage.at(Clock.SILENCE) == stage.now + timedelta(minutes=60)
    assert "alert-still-there" in keys_to(stage.wait(minutes=60), ANI)


@pytest.mark.parametrize("change", [{"active": False}, {"reachable": False}])
def test_a_holder_who_cannot_be_asked_is_not_waited_for(change: dict[str, bool]) -> None:
    stage = taken()
    stage.change(ANI, **change)
    stage.wait(minutes=60)
    assert held(stage).state is AlertState.OPEN


def test_who_gives_it_back_is_not_called_first() -> None:
    stage = taken()
    outcome = stage.do(duty.give_back, ANI)
    assert told_of(outcome, "alert-call") == {"Budi"}
    assert stage.at(Clock.SILENCE) is None
    stage.change(BUDI, on_duty=False)
    alone = taken()
    alone.change(BUDI, on_duty=False)
    assert told_of(alone.do(duty.give_back, ANI), "alert-call") == {"Budi", "Citra", "Dewi", "Eka", "Fajar"}


@pytest.mark.parametrize("doing", [duty.keep, duty.give_back])
def test_only_the_holder_keeps_or_gives_back(doing: Callable[..., Outcome]) -> None:
    with pytest.raises(NotAllowed):
        taken().do(doing, BUDI)


def test_outreach_reminders_at_half_three_quarters_ninety_and_breach() -> None:
    stage = taken()
    marks = []
    while stage.now < NOON + timedelta(hours=26):
        stage.do(duty.keep, ANI)
        rings = stage.wait(minutes=30)
        at = (stage.now - NOON) / timedelta(hours=1)
        marks += [(at, told_of(rings, "outreach-due"), told_of(rings, "outreach-late-lead"))] * any(
            m.phrase.key == "outreach-due" for m in rings
        )
    assert marks == [
        (12, {"Ani"}, set()),
        (18, {"Ani"}, set()),
        (22, {"Ani"}, {"Citra"}),
        (24, {"Ani"}, {"Citra"}),
        (25, {"Ani"}, {"Citra"}),
        (26, {"Ani"}, {"Citra"}),
    ]


def test_a_coordinator_who_took_it_is_told_once() -> None:
    stage = taken(CITRA)
    stage.now += timedelta(hours=23)
    rings = stage.ring(Clock.OUTREACH, held(stage).ref)
    assert keys_to(rings, CITRA) == ("outreach-due",)


def test_the_leads_hear_it_when_nobody_holds_it_or_the_holder_is_lost() -> None:
    stage = Stage()
    stage.open()
    stage.now += timedelta(hours=12)
    assert told_of(stage.ring(Clock.OUTREACH, held(stage).ref), "outreach-late-lead") == {"Citra"}
    stage = taken()
    stage.change(ANI, reachable=False)
    stage.now += timedelta(hours=12)
    rings = stage.ring(Clock.OUTREACH, held(stage).ref)
    assert told_of(rings, "outreach-late-lead") == {"Citra"}
    assert told_of(rings, "outreach-due") == {"Ani"}


def test_a_late_scheduler_says_it_once() -> None:
    stage = taken()
    stage.now += timedelta(days=5)
    assert len(keys_to(stage.ring(Clock.OUTREACH, held(stage).ref), ANI)) == 1
    assert stage.at(Clock.OUTREACH) == stage.now + timedelta(minutes=60)


def test_a_medical_window_is_the_deadline() -> None:
    stage = Stage()
    stage.open(RAPED)
    assert held(stage).deadline_at == NOON + timedelta(hours=12)


@pytest.mark.parametrize("cause", [Cause.DECLARED, Cause.RAISED])
def test_an_emergency_that_comes_later_has_its_own_time(cause: Cause) -> None:
    stage = Stage()
    stage.open(CALM, Cause.REPORT)
    stage.now += timedelta(days=3)
    stage.learn(CALM, cause)
    alert = held(stage)
    assert alert.deadline_at == stage.now + timedelta(hours=24)
    assert stage.due[Clock.OUTREACH, alert.ref] == stage.now + timedelta(hours=12)


def test_a_medical_window_runs_from_the_report() -> None:
    stage = Stage()
    stage.open(CALM, Cause.REPORT)
    stage.now += timedelta(hours=2)
    stage.learn(RAPED)
    assert held(stage).deadline_at == NOON + timedelta(hours=12)


def test_a_safe_outreach_ends_it_and_every_card_says_so() -> None:
    stage = taken()
    ref = held(stage).ref
    outcome = stage.do(duty.record_outreach, ANI, told=TOLD, safe=True)
    assert stage.alerts[ref].state is AlertState.ENDED
    assert not {clock for clock, subject in stage.due if subject == ref}
    assert keys_to(outcome, BUDI) == ("alert-ended",)
    assert keys_to(outcome, CITRA) == ("outreach-recorded-lead",)
    assert keys_to(outcome, ANI) == ("alert-over",)
    with pytest.raises(WrongMoment):
        duty.take(replace(stage.scene, alert=stage.alerts[ref]), by=BUDI, **stage.ours())


@pytest.mark.parametrize("safe", [False, None])
def test_not_safe_keeps_it_and_tells_the_leads(safe: bool | None) -> None:
    stage = taken()
    outcome = stage.do(duty.record_outreach, ANI, told=TOLD, safe=safe)
    assert held(stage).taken_by == ANI.id
    assert told_of(outcome, "outreach-still-unsafe") == {"Citra"}
    assert (stage.at(Clock.OUTREACH), stage.at(Clock.SILENCE)) == (None, NOON + timedelta(minutes=60))
    assert {b.action for row in duty.yours(stage.scene).buttons for b in row} >= {"outreach", "return"}


def test_the_next_holder_can_record_an_outreach_too() -> None:
    stage = taken()
    stage.do(duty.record_outreach, ANI, told=TOLD, safe=False)
    stage.wait(minutes=70)
    assert held(stage).state is AlertState.OPEN
    outcome = stage.do(duty.take, DEWI)
    assert "outreach" in actions(outcome, DEWI, "alert-yours")
    stage.do(duty.record_outreach, DEWI, told=TOLD, safe=True)
    assert stage.alert is None


def test_only_the_holder_records_and_only_of_an_emergency() -> None:
    with pytest.raises(NotAllowed):
        taken().do(duty.record_outreach, BUDI, told=TOLD, safe=True)
    with pytest.raises(WrongMoment):
        taken(facts=CALM, cause=Cause.REPORT).do(duty.record_outreach, ANI, told=TOLD, safe=True)


def test_a_coordinator_who_went_out_is_not_told_of_it() -> None:
    stage = taken(CITRA)
    assert keys_to(stage.do(duty.record_outreach, CITRA, told=TOLD, safe=True), CITRA) == ("alert-over",)


def test_a_report_is_taken_with_other_buttons() -> None:
    stage = Stage()
    stage.open(CALM, Cause.REPORT)
    outcome = stage.do(duty.take, EKA)
    assert actions(outcome, EKA, "report-yours") == {
        *("confirm", "judge", "look", "talks", "chat", "return", "offer", "end", "exclude")
    }
    assert [m.protect for m in outcome.messages if m.phrase.key == "report-yours"] == [True]
    assert stage.at(Clock.OUTREACH) is None


def test_the_lanes_of_duty() -> None:
    stage = Stage()
    opened = stage.open()
    lanes = {m.phrase.key: m.lane for m in (*opened.messages, *stage.do(duty.take, ANI).messages)}
    assert lanes == {
        "alert-call": Lane.EMERGENCY,
        "alert-yours": Lane.EMERGENCY,
        "alert-taken-by": Lane.ESCALATION,
        "alert-taken-you": Lane.ESCALATION,
    }


@pytest.mark.parametrize("safe", [True, False])
def test_an_outreach_counts_though_the_alert_was_given_back_meanwhile(safe: bool) -> None:
    stage = taken()
    stage.do(duty.give_back, ANI)
    assert held(stage).state is AlertState.OPEN
    outcome = stage.do(duty.record_outreach, ANI, told=TOLD, safe=safe)
    alert = outcome.alerts[-1]
    assert alert.outreach_at is not None
    assert stage.at(Clock.LADDER) is None
    assert alert.state is (AlertState.ENDED if safe else AlertState.TAKEN)
    assert alert.taken_by == ANI.id
    assert keys_to(outcome, BUDI) == (("alert-ended",) if safe else ("alert-taken-by",))


@pytest.mark.parametrize("safe", [True, False])
def test_an_outreach_counts_though_a_colleague_has_taken_the_alert_meanwhile(safe: bool) -> None:
    """Silent because there was no signal out there: what was filled in then is not thrown away."""
    stage = taken()
    stage.do(duty.give_back, ANI)
    stage.do(duty.take, BUDI)
    outcome = stage.do(duty.record_outreach, ANI, told=TOLD, safe=safe)
    alert = outcome.alerts[-1]
    assert alert.outreach_at is not None
    assert alert.takers == (BUDI.id, ANI.id)
    assert alert.is_open is not safe
    assert keys_to(outcome, BUDI)


def test_more_takers_than_wanted_and_one_of_them_leaves() -> None:
    """Whoever came back with an outreach stands beside the colleague who had taken over; either may let go."""
    for who, stays in ((ANI, BUDI), (BUDI, ANI)):
        stage = taken()
        stage.do(duty.give_back, ANI)
        stage.do(duty.take, BUDI)
        stage.do(duty.record_outreach, ANI, told=TOLD, safe=False)
        stage.do(duty.give_back, who)
        assert held(stage).takers == (stays.id,)
