"""Where the unit can't be in a day, people on the spot meet the clock: recorded as that, and never as the outreach."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from cases import duty, protection
from cases.alert import AlertState
from cases.outcome import Clock, EventKind, Outcome
from cases.phrases import Phrase
from cases.refusals import NotAllowed, WrongMoment
from cases.remote import is_late
from cases.staff import Staff
from tests.cases.stage import ANI, BUDI, CITRA, NOON, RAPED, Stage, keys_to, profile, told_of
from tests.cases.test_cases_crisis import held, taken

TOLD = {"pwho": "Puskesmas", "phow": "radio", "pwhen": 30, "psafe": "ya"}
DAYS = timedelta(days=1)
HOURS = timedelta(hours=1)


def protect(stage: Stage, by: Staff = ANI, *, safe: bool = True, **more: Any) -> Outcome:
    eta = more.get("eta", stage.now + 2 * DAYS)
    return stage.do(protection.protect, by, told=TOLD, safe=safe, eta=eta)


def protected(**more: Any) -> Stage:
    stage = taken(kecamatan="Rampi")
    protect(stage, **more)
    return stage


def test_it_meets_the_clock_and_is_no_outreach() -> None:
    stage = taken(kecamatan="Rampi")
    outcome = protect(stage)
    alert = held(stage)
    assert (alert.protected_at, alert.eta_at, alert.outreach_at) == (NOON, NOON + 2 * DAYS, None)
    assert (alert.state, alert.taken_by) == (AlertState.TAKEN, ANI.id)
    assert stage.at(Clock.OUTREACH) is None
    assert stage.at(Clock.ARRIVAL) == NOON + 2 * DAYS
    kinds = [kind for kind, _ in stage.history]
    assert EventKind.PROTECTED in kinds
    assert EventKind.OUTREACH_RECORDED not in kinds
    assert stage.history[-1][1] == {**TOLD, "alert": alert.ref, "safe": True, "meets": True, "eta": NOON + 2 * DAYS}
    assert told_of(outcome, "protected-lead") == {"Citra"}


def test_what_stood_before_is_asked_for_no_more() -> None:
    stage = protected()
    quiet = stage.wait(hours=47)
    assert not {"outreach-due", "outreach-late-lead"} & {m.phrase.key for m in quiet}
    assert stage.ring(Clock.OUTREACH, held(stage).ref).messages == ()
    assert stage.at(Clock.OUTREACH) is None


def test_what_is_learnt_of_who_is_protected_starts_no_second_clock() -> None:
    stage = protected()
    deadline = held(stage).deadline_at
    stage.learn(replace(RAPED, ongoing_now=True, safe_now=False))
    assert (held(stage).deadline_at, stage.at(Clock.OUTREACH)) == (deadline, None)


def test_who_is_not_safe_there_is_not_protected() -> None:
    stage = taken(kecamatan="Rampi")
    ring = stage.at(Clock.OUTREACH)
    outcome = protect(stage, safe=False)
    assert (held(stage).protected_at, held(stage).eta_at) == (None, None)
    assert (stage.at(Clock.OUTREACH), stage.at(Clock.ARRIVAL)) == (ring, None)
    assert stage.history[-1][1]["meets"] is False
    assert told_of(outcome, "protected-not-lead") == {"Citra"}


def test_protection_that_fails_lets_the_clock_run_again() -> None:
    stage = protected()
    stage.now += 14 * HOURS
    protect(stage, safe=False)
    assert stage.at(Clock.OUTREACH) == NOON + 18 * HOURS
    assert stage.at(Clock.ARRIVAL) is None
    late = protected()
    late.now += 30 * HOURS
    protect(late, safe=False)
    assert late.at(Clock.OUTREACH) == late.now + HOURS
    assert is_late(held(late), now=late.now)


def test_a_new_estimate_keeps_the_first_protection() -> None:
    stage = protected()
    stage.now += 40 * HOURS
    protect(stage, eta=stage.now + 3 * DAYS)
    assert held(stage).protected_at == NOON
    assert held(stage).eta_at == stage.now + 3 * DAYS


def test_the_holder_on_the_way_is_asked_every_twelve_hours_and_has_an_hour_to_answer() -> None:
    stage = protected()
    assert stage.at(Clock.SILENCE) == NOON + 12 * HOURS
    asked = stage.wait(hours=12)
    (question,) = (m for m in asked if m.phrase.key == "alert-still-there")
    assert question.phrase.args["minutes"] == 60
    stage.wait(minutes=59)
    assert held(stage).taken_by == ANI.id
    stage.do(duty.keep, ANI)
    assert stage.at(Clock.SILENCE) == stage.now + 12 * HOURS
    stage.do(duty.record_outreach, ANI, told={}, safe=False)
    assert stage.at(Clock.SILENCE) == stage.now + HOURS


def test_arrival_is_asked_for_daily_by_day_and_from_the_second_time_of_the_leads_too() -> None:
    stage = protected(eta=NOON + 10 * HOURS)  # 22:00 in Luwu Utara: nobody arrives in the dark
    at = NOON + 20 * HOURS
    told = []
    for _ in range(3):
        assert stage.at(Clock.ARRIVAL) == at
        stage.now = at
        rung = stage.ring(Clock.ARRIVAL, held(stage).ref)
        told.append((told_of(rung, "arrival-due"), told_of(rung, "arrival-late-lead")))
        at += DAYS
    assert told == [({"Ani"}, set()), ({"Ani"}, {"Citra"}), ({"Ani"}, {"Citra"})]


def test_arrival_of_an_alert_without_holder_is_the_leads() -> None:
    stage = protected()
    stage.do(duty.give_back, ANI)
    stage.now += 2 * DAYS
    assert told_of(stage.ring(Clock.ARRIVAL, held(stage).ref), "arrival-late-lead") == {"Citra"}


@pytest.mark.parametrize("safe", [True, False])
def test_arrival_is_no_longer_asked_for_once_the_outreach_is_recorded(safe: bool) -> None:
    stage = protected()
    stage.do(duty.record_outreach, ANI, told={}, safe=safe)
    stage.now += 2 * DAYS
    assert stage.ring(Clock.ARRIVAL, held(stage).ref).messages == ()
    assert stage.at(Clock.ARRIVAL) is None


def test_who_was_called_may_say_it_after_the_alert_went_back() -> None:
    stage = taken(kecamatan="Rampi")
    stage.do(duty.give_back, ANI)
    protect(stage)
    assert held(stage).protected_at == NOON
    assert held(stage).state is AlertState.OPEN
    assert stage.at(Clock.LADDER) is not None


def test_only_who_was_called_and_only_before_the_outreach() -> None:
    with pytest.raises(NotAllowed):
        protect(taken(), CITRA)
    stage = taken()
    stage.do(duty.record_outreach, ANI, told={}, safe=False)
    with pytest.raises(WrongMoment):
        protect(stage)


def test_nobody_is_expected_in_the_past() -> None:
    stage = protected(eta=NOON - DAYS)
    assert held(stage).eta_at == NOON + HOURS


@pytest.mark.parametrize(
    ("protected_after", "now_after", "late"), [(None, 24, False), (None, 25, True), (20, 72, False), (26, 72, True)]
)
def test_what_is_a_breach(protected_after: int | None, now_after: int, late: bool) -> None:
    stage = taken(kecamatan="Seko")
    if protected_after is not None:
        stage.now = NOON + protected_after * HOURS
        protect(stage)
    assert is_late(held(stage), now=NOON + now_after * HOURS) is late
    stage.do(duty.record_outreach, ANI, told={}, safe=False)
    assert not is_late(held(stage), now=NOON + 90 * HOURS), "the second record of one outreach is no new breach"


@pytest.mark.parametrize(
    ("kecamatan", "way"),
    [("Rampi", "area-way-hours"), ("SEKO", "area-way"), ("Masamba", "nothing"), ("", "nothing")],
)
def test_call_and_holders_card_say_how_far_it_is(kecamatan: str, way: str) -> None:
    stage = taken(kecamatan=kecamatan)
    stage.do(duty.give_back, ANI)
    call = [m for m in stage.said if m.phrase.key == "alert-call"][-1]
    taken_again = stage.do(duty.take, BUDI)
    yours = next(m for m in taken_again.messages if m.phrase.key == "alert-yours")
    for message in (call, yours):
        told = message.phrase.args["way"]
        assert isinstance(told, Phrase)
        assert told.key == way


def test_areas_come_from_the_profile() -> None:
    assert {area.name for area in profile().areas} == {"Seko", "Rampi", "Rongkong"}
    assert keys_to(protect(taken(kecamatan="Rongkong")), CITRA) == ("protected-lead",)
