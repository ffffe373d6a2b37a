"""What duty officers elsewhere suffered from (`lessons.md`), each complaint once: none of it happens here."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cases import duty, ending, offering
from cases.alert import AlertState, Cause
from cases.messages import Message
from cases.notices import Scene
from cases.outcome import Clock, EventKind
from cases.staff import Group
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
    NOON,
    UNIT,
    Stage,
    in_pairs,
    keys_to,
    told_of,
)

EVERYONE = {"Ani", "Budi", "Citra", "Dewi", "Eka", "Fajar"}
CALLS = ("alert-call", "alert-short")


def opened(**more: object) -> Stage:
    stage = Stage()
    stage.open(DANGER, **more)
    return stage


def test_paused_and_never_resumed() -> None:
    """OnCall #1206: whatever stops the ladder, it either has a holder who is asked, or the next step in time."""
    stage = opened()
    stage.do(duty.take, ANI)
    assert stage.at(Clock.LADDER) is None
    stage.wait(minutes=70)
    assert stage.at(Clock.LADDER) is not None
    stage.do(ending.ask_to_end, BUDI, reason="salah")
    assert told_of(stage.wait(days=1), "alert-call") == EVERYONE, "a wish to close it pauses nothing"
    stage.do(duty.take, CITRA)
    stage.do(offering.offer, CITRA, to=DEWI)
    assert told_of(stage.wait(days=1), "alert-call") == EVERYONE, "an offer pauses nothing"


def test_a_chief_with_no_working_contact() -> None:
    """OnCall #1326: who can't be reached is passed at once, and that is said to those who are called instead."""
    stage = opened()
    stage.lose(CITRA)
    called = stage.wait(minutes=6)
    assert told_of(called, "alert-call") >= {"Dewi"}
    (card,) = (m for m in called if m.to == DEWI.chat and m.phrase.key == "alert-call")
    assert str(card.phrase.args["passed"]).count("group-coordinator")


@pytest.mark.parametrize("cause", [Cause.TRIAGE, Cause.UNFINISHED, Cause.REPORT])
def test_acknowledged_and_forgotten(cause: Cause) -> None:
    """GoAlert #3378: an hour of silence, ten minutes to answer, and it is everybody's again."""
    stage = Stage()
    stage.open(DANGER if cause is Cause.TRIAGE else CALM, cause)
    stage.do(duty.take, ANI)
    assert "alert-still-there" in keys_to(stage.wait(minutes=60), ANI)
    assert told_of(stage.wait(minutes=10), "alert-call") == {"Ani", "Budi"}


@pytest.mark.parametrize("takers", [1, 2])
def test_still_paging_after_the_acknowledgement(takers: int) -> None:
    """OnCall #4760: from the moment that enough have taken it nobody is called any more."""
    stage = Stage(profile=in_pairs(takers=takers))
    stage.open()
    for person in (ANI, BUDI)[:takers]:
        stage.do(duty.take, person)
    assert not told_of(stage.wait(minutes=59), "alert-call")


def test_paged_again_months_later() -> None:
    """OnCall #3111: an alert that has ended has nothing that could ring."""
    stage = opened()
    assert stage.alert is not None
    ref = stage.alert.ref
    stage.do(duty.take, ANI)
    stage.do(offering.offer, ANI, to=BUDI)
    stage.do(duty.record_outreach, ANI, told={}, safe=True)
    assert not [due for due in stage.due if due[1] == ref]
    stage.due = {(clock, about): at for (clock, about), at in stage.due.items() if clock is not Clock.CONTACT}
    assert not told_of(stage.wait(days=120, late=True), "alert-call")


def test_buttons_missing() -> None:
    """OnCall #3055: every card that calls can be answered: also the repeated, the changed and the edited ones."""
    stage = Stage(profile=in_pairs())
    stage.open(CALM, Cause.DECLARED)
    stage.wait(minutes=3)
    stage.learn(DANGER)
    stage.do(duty.take, ANI)
    stage.do(duty.give_back, ANI)
    calls = [message for message in stage.said if message.phrase.key in CALLS]
    assert {message.phrase.key for message in calls} == set(CALLS)
    assert len(calls) > 10
    for message in calls:
        assert [button.action for row in message.buttons for button in row] == ["take", "decline", "exclude"]


def test_an_empty_step_waited_its_full_delay() -> None:
    """GoAlert #4548: a step with nobody is passed in the same moment, when it is reached and when it becomes empty."""
    stage = opened()
    stage.wait(minutes=5)
    stage.lose(ANI)
    before = len(stage.said)
    stage.lose(BUDI)
    assert told_of(tuple(stage.said[before:]), "alert-call") == {"Citra"}
    before = len(stage.said)
    stage.do(duty.decline, CITRA)
    assert told_of(tuple(stage.said[before:]), "alert-call") == {"Dewi"}


@pytest.mark.parametrize("away", [{"on_duty": False}, {"reachable": False}], ids=["off duty", "can't be reached"])
def test_nobody_knew_that_nobody_was_on_duty(away: dict[str, bool]) -> None:
    """OnCall #4846: the list is called at once, and both they and the coordinator are told why."""
    stage = Stage()
    for person in (ANI, BUDI):
        stage.change(person, **away)
    stage.change(EKA, reserve=True)
    outcome = stage.open()
    assert told_of(outcome, "alert-call") == {"Eka"}
    assert "alert-no-duty" in str(outcome.messages[0].phrase.args["passed"])
    assert told_of(outcome, "alert-no-duty-lead") == {"Citra"}


def test_bot_was_blocked_unnoticed() -> None:
    """courier #422: who holds it and blocks the bot holds it no longer, in that very moment, whoever it is."""
    stage = Stage(profile=in_pairs())
    stage.open()
    stage.do(duty.take, ANI)
    stage.do(duty.take, BUDI)
    outcome = stage.lose(ANI)
    assert stage.alert is not None
    assert stage.alert.takers == (BUDI.id,)
    assert "yours-together" not in keys_to(outcome, BUDI)
    assert {"alert-one-left", "alert-yours"} <= set(keys_to(outcome, BUDI))
    assert told_of(outcome, "alert-returned-lead") == {"Citra"}
    outcome = stage.lose(BUDI, left=True)
    assert (stage.alert.state, stage.alert.taken_by) == (AlertState.OPEN, None)
    assert told_of(outcome, "alert-call") == {"Citra", "Dewi", "Eka", "Fajar"}


def test_the_round_begins_again_until_somebody_is_there() -> None:
    """After the last step it goes on, for days, and everybody who comes back is called."""
    stage = opened()
    for person in UNIT:
        stage.lose(person)
    nobody = stage.wait(hours=3)
    assert told_of(nobody, "alert-nobody")
    stage.change(FAJAR, reachable=True)
    assert told_of(stage.wait(minutes=1), "alert-call") == {"Fajar"}


def test_who_said_no_is_asked_again_when_the_ladder_repeats() -> None:
    stage = Stage()
    ladder = stage.profile.ladders["report"]
    assert ladder.rung(len(ladder.rungs)).to is Group.EVERYONE
    for person in (ANI, BUDI, CITRA):
        stage.change(person, on_duty=False)
    stage.open(CALM, Cause.REPORT)
    for person in (ANI, BUDI, CITRA, DEWI, EKA, FAJAR):
        stage.do(duty.decline, person)
    assert told_of(stage.wait(hours=2), "alert-call") == EVERYONE


def test_a_wish_to_close_it_is_not_the_end_of_its_clocks() -> None:
    stage = opened()
    stage.do(ending.ask_to_end, CITRA, reason="pihak")
    assert stage.at(Clock.LADDER) == NOON + timedelta(minutes=3)
    assert stage.at(Clock.OUTREACH) is not None
    assert EventKind.ALERT_ENDED not in [kind for kind, _ in stage.history]


def test_nobody_who_keeps_the_machine_is_asked_to_help() -> None:
    stage = opened()
    stage.do(duty.take, ANI)
    said: tuple[Message, ...] = stage.wait(days=1)
    assert not keys_to(said, GITA)
    scene: Scene = stage.scene
    assert GITA not in offering.colleagues(scene)
