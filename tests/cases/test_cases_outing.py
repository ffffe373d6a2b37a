"""Whoever is out there is asked, and two silences reach everybody who can do something, until there is word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from cases import duty, outing, watching
from cases.alert import Outing
from cases.case import Status
from cases.messages import Lane
from cases.outcome import Clock, EventKind, Outcome
from cases.refusals import NotAllowed, Unknown
from cases.staff import Role, Staff
from tests.cases.stage import ANI, BUDI, CITRA, DEWI, EKA, GITA, NOON, Stage, keys_to, shut, told_of
from tests.cases.test_cases_crisis import held, taken

HALF = timedelta(minutes=30)


def do(stage: Stage, doing: Callable[..., Outcome], by: Staff, **more: Any) -> Outcome:
    """Somebody does something about the newest alert, open or over."""
    scene = replace(stage.scene, alert=held(stage), actor=by)
    return stage.keep(doing(scene, by=stage.who(by), **stage.ours(), **more))


def out(*by: Staff) -> Stage:
    stage = taken(*(by or (ANI,)))
    for person in by or (ANI,):
        do(stage, outing.leave, person)
    return stage


def clock(stage: Stage, who: Staff = ANI) -> tuple[Clock, str]:
    return Clock.SAFETY, watching.subject(held(stage).ref, who.id)


def quiet(stage: Stage, *, minutes: float) -> tuple[Any, ...]:
    """Time passes for the safety clock alone."""
    for which in [which for which in stage.due if which[0] is not Clock.SAFETY]:
        del stage.due[which]
    return stage.wait(minutes=minutes)


def test_who_leaves_is_asked_after_half_an_hour() -> None:
    stage = out()
    assert stage.due[clock(stage)] == NOON + HALF
    assert (EventKind.OFFICER_LEFT, {"alert": held(stage).ref}) in stage.history
    asked = quiet(stage, minutes=30)
    (question,) = (m for m in asked if m.phrase.key == "officer-asked")
    assert (question.to, question.lane) == (ANI.chat, Lane.EMERGENCY)
    assert [b.action for row in question.buttons for b in row] == ["safe", "help", "back"]
    assert stage.due[clock(stage)] == NOON + 2 * HALF


def test_leaving_twice_is_one_outing() -> None:
    stage = out()
    stage.now += timedelta(minutes=10)
    assert keys_to(do(stage, outing.leave, ANI), ANI) == ("outing-already",)
    assert held(stage).outings == (Outing(ANI.id, since=NOON),)
    assert stage.due[clock(stage)] == NOON + HALF


def test_only_who_took_it_leaves_for_it() -> None:
    with pytest.raises(NotAllowed):
        do(taken(), outing.leave, BUDI)


def test_an_answer_starts_the_half_hour_anew() -> None:
    stage = out()
    quiet(stage, minutes=40)
    said = do(stage, outing.safe, ANI, who=ANI.id)
    assert keys_to(said, ANI) == ("officer-noted",)
    assert said.messages[0].replaces
    assert stage.due[clock(stage)] == stage.now + HALF
    assert stage.at(Clock.SILENCE) == stage.now + 2 * HALF, "a sign of life of the holder too"
    assert not told_of(quiet(stage, minutes=60), "officer-silent")


def test_two_silences_are_told_to_all_who_can_help_and_again_every_half_hour() -> None:
    stage = out()
    assert told_of(quiet(stage, minutes=60), "officer-asked-again") == {"Ani"}
    alarm = quiet(stage, minutes=30)
    assert told_of(alarm, "officer-silent") == {"Budi", "Citra", "Dewi"}
    card = next(m for m in alarm if m.to == CITRA.chat)
    assert card.lane is Lane.EMERGENCY
    assert {name: card.phrase.args[name] for name in ("officer", "number", "kecamatan")} == {
        "officer": "Ani",
        "number": "LU-2026-0001",
        "kecamatan": "Masamba",
    }
    assert told_of(quiet(stage, minutes=30), "officer-silent") == {"Budi", "Citra", "Dewi"}
    kinds = [kind for kind, _ in stage.history]
    assert kinds.count(EventKind.OFFICER_SILENT) == 2
    assert kinds.count(EventKind.OFFICER_ASKED) == 4


def test_the_alarm_goes_by_the_second_channel_too() -> None:
    stage = out()
    stage.change(CITRA, reachable=False)
    stage.now += timedelta(minutes=40)
    outcome = do(stage, outing.need_help, ANI)
    assert [page.to for page in outcome.pages] == [BUDI.id, CITRA.id, DEWI.id]
    assert {page.phrase.key for page in outcome.pages} == {"page-officer-danger"}
    assert {page.alert for page in outcome.pages} == {held(stage).ref}
    assert told_of(outcome, "officer-danger") == {"Budi", "Dewi"}


def test_a_call_for_help_waits_for_nothing_and_is_repeated() -> None:
    stage = out()
    helped = do(stage, outing.need_help, ANI)
    assert told_of(helped, "officer-danger") == {"Budi", "Citra", "Dewi"}
    assert keys_to(helped, ANI) == ("officer-helped",)
    assert told_of(quiet(stage, minutes=30), "officer-danger") == {"Budi", "Citra", "Dewi"}
    safe = do(stage, outing.safe, ANI, who=ANI.id)
    assert told_of(safe, "officer-safe") == {"Budi", "Citra", "Dewi"}
    assert told_of(safe, "officer-heard") == {"Budi", "Citra", "Dewi"}
    slots = {m.slot for m in (*helped.messages, *safe.messages) if m.phrase.key in ("officer-danger", "officer-heard")}
    assert len(slots) == 1, "the alarm itself is put right"
    assert not told_of(quiet(stage, minutes=30), "officer-danger")


def test_help_is_called_also_by_who_never_left_or_is_back() -> None:
    stage = taken()
    assert told_of(do(stage, outing.need_help, ANI), "officer-danger")
    do(stage, outing.back, ANI, who=ANI.id)
    assert told_of(do(stage, outing.need_help, ANI), "officer-danger")
    assert stage.due[clock(stage)] == NOON + HALF
    with pytest.raises(NotAllowed):
        do(stage, outing.need_help, EKA)


@pytest.mark.parametrize("change", [{"reachable": False}, {"active": False}])
def test_who_cannot_be_asked_is_told_of_at_once(change: dict[str, bool]) -> None:
    stage = out()
    stage.change(ANI, **change)
    rung = quiet(stage, minutes=30)
    assert told_of(rung, "officer-silent") == {"Budi", "Citra", "Dewi"}
    assert not keys_to(rung, ANI)


def test_word_of_who_no_longer_has_it_is_no_sign_of_its_holder() -> None:
    stage = out()
    stage.do(duty.give_back, ANI)
    stage.do(duty.take, BUDI)
    stage.now += timedelta(minutes=40)
    do(stage, outing.safe, ANI, who=ANI.id)
    assert stage.at(Clock.SILENCE) == NOON + 2 * HALF
    do(stage, outing.back, ANI, who=ANI.id)
    assert stage.at(Clock.SILENCE) == NOON + 2 * HALF


def test_a_refused_message_alarms_once() -> None:
    stage = out()
    stage.change(ANI, reachable=False)
    scene = replace(stage.scene, alert=held(stage))
    outcome = stage.keep(outing.unreachable(scene, who=ANI.id, **stage.ours()))
    assert told_of(outcome, "officer-silent")
    again = replace(stage.scene, alert=held(stage))
    assert outing.unreachable(again, who=ANI.id, **stage.ours()) == Outcome()
    assert outing.unreachable(again, who=BUDI.id, **stage.ours()) == Outcome()


def test_a_colleague_who_has_reached_them_says_so_under_their_own_name() -> None:
    stage = out()
    quiet(stage, minutes=90)
    said = do(stage, outing.safe, CITRA, who=ANI.id)
    assert stage.history[-1] == (EventKind.OFFICER_SAFE, {"alert": held(stage).ref, "who": 1})
    assert said.events[0].by == CITRA.id
    assert told_of(said, "officer-safe") == {"Budi", "Citra", "Dewi"}
    assert keys_to(said, ANI) == ("officer-noted",)
    assert stage.due[clock(stage)] == stage.now + HALF
    assert not told_of(quiet(stage, minutes=60), "officer-silent")
    home = do(stage, outing.back, DEWI, who=ANI.id)
    assert home.events[0].by == DEWI.id
    assert clock(stage) not in stage.due


def test_who_was_alarmed_hears_that_it_is_over_though_off_duty_by_then() -> None:
    stage = out()
    quiet(stage, minutes=90)
    stage.change(BUDI, on_duty=False)
    stage.change(DEWI, active=False)
    stage.change(EKA, on_duty=True)
    said = do(stage, outing.safe, ANI, who=ANI.id)
    assert told_of(said, "officer-safe") == {"Budi", "Citra"}


def test_back_ends_the_questions_and_nothing_else_does() -> None:
    stage = out()
    stage.do(duty.give_back, ANI)
    assert clock(stage) in stage.due
    stage.do(duty.take, BUDI)
    stage.do(duty.record_outreach, BUDI, told={}, safe=True)
    assert stage.case is not None
    stage.case = replace(stage.case, status=Status.CONFIRMED)
    shut(stage)
    assert not stage.scene.case.is_open
    assert told_of(quiet(stage, minutes=90), "officer-silent") == {"Budi", "Citra", "Dewi"}
    assert keys_to(do(stage, outing.back, ANI, who=ANI.id), ANI)[0] == "outing-ended"
    assert clock(stage) not in stage.due
    assert stage.history[-1][0] is EventKind.OFFICER_BACK
    assert held(stage).outings == ()


def test_after_the_outreach_the_way_back_is_asked_for() -> None:
    stage = out()
    stage.do(duty.record_outreach, ANI, told={}, safe=True)
    scene = replace(stage.scene, alert=held(stage))
    assert keys_to(outing.ask_back(scene, who=ANI), ANI) == ("outing-back-yet",)
    assert outing.ask_back(scene, who=BUDI) == Outcome()
    assert "officer-asked" in keys_to(quiet(stage, minutes=30), ANI)


def test_two_who_are_out_are_watched_over_one_by_one() -> None:
    stage = out(ANI, BUDI)
    quiet(stage, minutes=40)
    do(stage, outing.safe, BUDI, who=BUDI.id)
    alarm = quiet(stage, minutes=50)
    assert told_of(alarm, "officer-silent") == {"Budi", "Citra", "Dewi"}
    assert {m.phrase.args["officer"] for m in alarm if m.phrase.key == "officer-silent"} == {"Ani"}
    do(stage, outing.back, ANI, who=ANI.id)
    assert [one.who for one in held(stage).outings] == [BUDI.id]


def test_with_nobody_near_everybody_is_told() -> None:
    stage = out()
    for person in (BUDI, CITRA, DEWI):
        stage.change(person, reachable=False)
    stage.now += timedelta(minutes=1)
    helped = do(stage, outing.need_help, ANI)
    assert told_of(helped, "officer-danger") == {"Eka", "Fajar"}
    assert GITA.id not in {page.to for page in helped.pages}


def test_an_answer_to_an_old_question_is_kind() -> None:
    stage = taken()
    for doing in (outing.safe, outing.back):
        assert keys_to(do(stage, doing, ANI, who=ANI.id), ANI) == ("outing-over",)


def test_a_late_clock_asks_once() -> None:
    stage = out()
    stage.now += timedelta(hours=10)
    rung = stage.ring(*clock(stage))
    assert keys_to(rung, ANI) == ("officer-asked",)
    assert stage.due[clock(stage)] == stage.now + HALF


def test_whose_button_it_is() -> None:
    assert outing.whose("", ANI) == ANI.id
    assert outing.whose("3", ANI) == CITRA.id
    with pytest.raises(Unknown):
        outing.whose("x", ANI)
    assert watching.read_subject(watching.subject(held(taken()).ref, ANI.id)) == ("a1", ANI.id)
    assert not any(person.role is Role.ADMIN for person in watching.watchers(out().scene, ANI.id))
