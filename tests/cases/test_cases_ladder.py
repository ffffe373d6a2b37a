"""An alert is called out, climbs, passes who is not there, and goes on until somebody takes it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cases import duty
from cases.alert import LADDER_OF, Cause
from cases.ladder import climb, drop
from cases.messages import Lane, Message
from cases.outcome import Clock, EventKind, Outcome
from cases.phrases import Phrase
from cases.refusals import Taken
from cases.staff import Role, Staff
from tests.cases.stage import (
    ANI,
    BUDI,
    CALM,
    CITRA,
    DANGER,
    DEWI,
    EKA,
    FAJAR,
    GITA,
    HIGH,
    NOON,
    UNIT,
    Stage,
    keys_to,
    profile,
    staff,
    told_of,
)
from triage.facts import Facts

ON_DUTY = {"Ani", "Budi"}
EVERYONE = {"Ani", "Budi", "Citra", "Dewi", "Eka", "Fajar"}
NO_DUTY = ("alert-no-duty",)
AWAY = {"reachable": False}


def opened(cause: Cause = Cause.TRIAGE, facts: Facts = DANGER, **changed: dict[str, object]) -> tuple[Stage, Outcome]:
    stage = Stage()
    for name, more in changed.items():
        stage.change(next(p for p in UNIT if p.name == name.capitalize()), **more)
    return stage, stage.open(facts, cause)


def gone(stage: Stage, who: Staff) -> Outcome:
    """Telegram says 403 to a call."""
    stage.change(who, reachable=False)
    return stage.keep(drop(stage.scene, who=who.id, declined=False, profile=profile(), now=stage.now))


def notes(message: Message) -> tuple[Phrase, ...]:
    """What a call says of how it came about."""
    note = message.phrase.args["passed"]
    assert isinstance(note, Phrase)
    found: list[Phrase] = []
    while note.key == "alert-notes":
        found, note = [note.args["then"], *found], note.args["first"]
    return () if note.key == "nothing" else (note, *found)


def passed(message: Message) -> tuple[str, ...]:
    return tuple(group.key for note in notes(message) if note.key == "alert-passed" for group in note.args["groups"])


def says_why(message: Message) -> tuple[str, ...]:
    return tuple(note.key for note in notes(message))


CLIMBS = {
    "emergency": [(0, ON_DUTY), (3, ON_DUTY), (6, {"Citra"}), (10, {"Dewi"}), (20, EVERYONE), (30, EVERYONE)],
    "unfinished": [(0, ON_DUTY), (15, ON_DUTY), (30, {"Citra"}), (60, EVERYONE), (90, EVERYONE)],
    "report": [(0, ON_DUTY), (30, ON_DUTY), (60, {"Citra"}), (180, EVERYONE), (300, EVERYONE)],
}


@pytest.mark.parametrize("cause", sorted(set(Cause) - {Cause.MISSED_VISIT}))
def test_the_ladder_of_every_cause(cause: Cause) -> None:
    calm = LADDER_OF[cause] != "emergency"
    stage, first = opened(cause, HIGH if calm else DANGER)
    steps = CLIMBS[LADDER_OF[cause]]
    assert told_of(first, "alert-call") == ON_DUTY
    for minute, people in steps[1:]:
        stage.wait(minutes=minute - (stage.now - NOON) / timedelta(minutes=1) - 0.1)
        before = len(stage.said)
        stage.wait(minutes=0.1)
        assert told_of(tuple(stage.said[before:]), "alert-call") == people, minute
    lanes = {message.lane for message in stage.said if message.phrase.key == "alert-call"}
    assert lanes == {Lane.ESCALATION if calm else Lane.EMERGENCY}


def test_a_call_can_be_answered_and_its_failure_is_noticed() -> None:
    stage, outcome = opened()
    assert stage.alert is not None
    for message in outcome.messages:
        assert [button.action for row in message.buttons for button in row] == ["take", "decline", "exclude"]
        assert all(button.ref == stage.alert.ref for button in message.buttons[0])
        assert message.about_alert == stage.alert.ref
        assert message.slot == f"alert:{stage.alert.ref}"


def test_it_goes_on_until_taken_and_then_is_silent() -> None:
    stage, _ = opened()
    assert told_of(stage.wait(days=2), "alert-call") == EVERYONE
    stage.do(duty.take, EKA)
    assert stage.at(Clock.LADDER) is None
    assert not told_of(stage.wait(minutes=59), "alert-call")


def test_an_empty_step_is_passed_at_once_and_the_next_is_told() -> None:
    stage, _ = opened(citra=AWAY)
    later = stage.wait(minutes=6)
    assert told_of(later, "alert-call") == {"Ani", "Budi", "Dewi"}
    assert passed(next(m for m in later if m.to == DEWI.chat and m.phrase.key == "alert-call")) == (
        "group-coordinator",
    )
    assert stage.at(Clock.LADDER) == NOON + timedelta(minutes=16)


def test_with_nobody_on_duty_the_coordinators_list_is_called_at_once_and_all_hear_why() -> None:
    listed = {"on_duty": False, "reserve": True}
    stage, outcome = opened(ani=listed, budi={"on_duty": False}, eka={"reserve": True})
    assert told_of(outcome, "alert-call") == {"Ani", "Eka"}
    assert {says_why(m) for m in outcome.messages if m.phrase.key == "alert-call"} == {NO_DUTY}
    assert told_of(outcome, "alert-no-duty-lead") == {"Citra"}
    assert stage.at(Clock.LADDER) == NOON + timedelta(minutes=3)
    assert stage.history[-1][1]["unmanned"]


def test_with_no_list_everyone_is_called_and_who_is_called_hears_it_once() -> None:
    _, outcome = opened(ani={"on_duty": False}, budi={"on_duty": False})
    assert told_of(outcome, "alert-call") == EVERYONE
    assert not told_of(outcome, "alert-no-duty-lead")


def test_a_list_of_people_who_cannot_be_reached_is_no_list() -> None:
    off = {"on_duty": False}
    _, outcome = opened(ani=off, budi=off, eka={"reserve": True, "reachable": False})
    assert told_of(outcome, "alert-call") == EVERYONE - {"Eka"}


def test_who_cannot_be_reached_counts_as_not_there() -> None:
    _, outcome = opened(ani=AWAY, budi=AWAY, citra=AWAY)
    assert told_of(outcome, "alert-call") == {"Dewi", "Eka", "Fajar"}
    assert says_why(outcome.messages[0]) == NO_DUTY


def test_the_step_climbs_when_its_last_person_is_lost() -> None:
    stage, _ = opened(citra={"reserve": True})
    assert not gone(stage, ANI).messages
    on = gone(stage, BUDI)
    assert told_of(on, "alert-call") == {"Citra"}
    assert says_why(on.messages[0]) == NO_DUTY
    on = gone(stage, CITRA)
    assert told_of(on, "alert-call") == {"Dewi"}
    assert passed(on.messages[0]) == ("group-on_duty", "group-coordinator")
    assert told_of(gone(stage, DEWI), "alert-call") == {"Eka", "Fajar"}


def test_nobody_at_all_is_said_to_who_is_left_and_looked_at_every_minute() -> None:
    nobody = {"reachable": False}
    stage, outcome = opened(ani=nobody, budi=nobody, citra=nobody, dewi=nobody, eka=nobody, fajar=nobody)
    assert told_of(outcome, "alert-nobody") == {"Gita"}
    assert outcome.messages[0].lane is Lane.EMERGENCY
    assert stage.at(Clock.LADDER) == NOON + timedelta(minutes=1)
    stage.change(FAJAR, reachable=True)
    assert told_of(stage.wait(minutes=1), "alert-call") == {"Fajar"}


def test_who_declines_is_not_called_by_a_step_but_by_everyone() -> None:
    stage, _ = opened()
    said = stage.do(duty.decline, ANI)
    assert keys_to(said, ANI) == ("alert-declined",)
    assert told_of(stage.wait(minutes=3), "alert-call") == {"Budi"}
    called = told_of(stage.wait(minutes=17), "alert-call")
    assert called == EVERYONE


def test_the_last_decline_climbs_at_once_and_nobody_is_called_unreachable() -> None:
    stage, _ = opened()
    stage.do(duty.decline, ANI)
    on = stage.do(duty.decline, BUDI)
    assert told_of(on, "alert-call") == EVERYONE - ON_DUTY
    assert says_why(next(m for m in on.messages if m.to == CITRA.chat)) == NO_DUTY


def test_when_everyone_said_no_the_next_round_has_its_own_time() -> None:
    stage, _ = opened()
    stage.wait(minutes=20)
    for person in (ANI, BUDI, CITRA, DEWI, EKA, FAJAR):
        assert not told_of(stage.do(duty.decline, person), "alert-call")
    assert stage.at(Clock.LADDER) == NOON + timedelta(minutes=30)
    assert told_of(stage.wait(minutes=10), "alert-call") == EVERYONE


def test_a_newcomer_is_called_when_everybody_else_is_lost() -> None:
    stage, _ = opened()
    stage.wait(minutes=20)
    new = staff(9, Role.DUTY_OFFICER, "Hadi")
    stage.people[9] = new
    outcomes = [gone(stage, person) for person in (ANI, BUDI, CITRA, DEWI, EKA, FAJAR)]
    assert [m.to for m in outcomes[-1].messages if m.phrase.key == "alert-call"] == [new.chat]


def test_declining_what_a_colleague_took_says_who() -> None:
    stage, _ = opened()
    stage.do(duty.take, ANI)
    with pytest.raises(Taken) as refused:
        stage.do(duty.decline, BUDI)
    assert refused.value.phrase.args == {"holder": "Ani"}


LATE = [
    (3, ON_DUTY, 3),
    (5.9, ON_DUTY, 3),
    (6, ON_DUTY | {"Citra"}, 4),
    (11, ON_DUTY | {"Citra", "Dewi"}, 10),
    (60 * 26, EVERYONE, 10),
]


@pytest.mark.parametrize(("minutes", "people", "next_in"), LATE)
def test_after_an_outage_the_steps_that_were_missed_are_called_together(
    minutes: float, people: set[str], next_in: float
) -> None:
    stage, _ = opened()
    messages = stage.wait(minutes=minutes, late=True)
    assert told_of(messages, "alert-call") == people
    assert [m.phrase.key for m in messages if m.to == ANI.chat] == ["alert-call"]
    assert stage.at(Clock.LADDER) == stage.now + timedelta(minutes=next_in)


def test_a_taken_alert_does_not_climb() -> None:
    stage, _ = opened()
    stage.do(duty.take, ANI)
    outcome = climb(stage.scene, profile=profile(), now=stage.now)[1]
    assert not outcome.messages
    assert [(r.clock, r.due_at) for r in outcome.reminders] == [(Clock.LADDER, None)]


def test_no_admin_is_called() -> None:
    stage, _ = opened()
    assert not keys_to(stage.wait(hours=3), GITA)
    assert EventKind.ALERT_CALLED in [kind for kind, _ in stage.history]


def test_a_calm_report_with_danger_in_it_is_called_as_an_emergency() -> None:
    stage, _ = opened(Cause.REPORT, DANGER)
    assert stage.alert is not None
    assert stage.alert.cause is Cause.TRIAGE
    calm, _ = opened(Cause.REPORT, CALM)
    assert calm.alert is not None
    assert calm.alert.cause is Cause.REPORT
