"""The thirteen steps of the SOP, and a run card on which nobody's stamp is lost by a second tap or an old button."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.words import keys
from cases import crisis, duty
from cases.alert import Alert, Cause
from cases.books import PULANG_PISAU as STEPS
from cases.books import crisis_book
from cases.messages import Message
from cases.outcome import Clock, EventKind, Outcome
from cases.phrases import Phrase
from cases.refusals import NotAllowed, Unknown
from cases.staff import Staff
from tests.cases.stage import ANI, BUDI, CALM, CITRA, DANGER, RAPED, Stage, keys_to, profile

SOP = (
    (1, 5, 5), (2, 15, 30), (3, 15, 15), (4, 5, 5), (5, 30, 30), (6, 60, 60), (7, 60, 60), (8, 30, 30), (9, 5, 5),
    (10, 60, 120), (11, 60, 60), (13, 10, 10),
)  # fmt: skip


def taken(*by: Staff, kecamatan: str = "Masamba") -> Stage:
    """An emergency of that kecamatan, taken by these, the holder first."""
    stage = Stage()
    stage.open(DANGER)
    assert stage.case is not None
    stage.case = replace(stage.case, kecamatan=kecamatan)
    stage.do(duty.take, by[0] if by else ANI)
    if len(by) > 1:
        alert = held(stage)
        stage.alerts[alert.ref] = replace(alert, companions=tuple(p.id for p in by[1:]))
    return stage


def held(stage: Stage) -> Alert:
    return next(reversed(stage.alerts.values()))


def card_of(outcome: Outcome, person: Staff) -> Message:
    (card,) = (m for m in outcome.messages if m.to == person.chat and m.slot == f"run:{m.buttons[0][0].ref}")
    return card


def lines(message: Message) -> list[str]:
    told = message.phrase.args["lines"]
    assert isinstance(told, tuple)
    return [line.key for line in told]


def press(stage: Stage, by: Staff, choice: str) -> Outcome:
    return stage.do(crisis.press, by, choice=choice)


def test_the_table_is_the_sop() -> None:
    assert tuple((s.number, *s.minutes) for s in STEPS if s.minutes) == SOP
    assert [s.number for s in STEPS] == list(range(1, 14))
    assert [s.number for s in STEPS if s.minutes is None] == [12]
    assert (sum(low for _, low, _ in SOP), sum(high for *_, high in SOP)) == (355, 430)
    assert crisis_book(profile()).source_of(STEPS[4]) == "SOP Pulang Pisau 8.or-3/2021 langkah 5"
    order = [s.code for s in STEPS]
    assert max(map(order.index, ("safety", "comfort"))) < min(map(order.index, ("interview", "agreement")))


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_step_and_every_actor_has_words(language: str) -> None:
    said = {f"crisis-{step.code}" for step in STEPS} | {f"crisis-actor-{a}" for step in STEPS for a in step.actors}
    assert said <= keys(language)


def test_a_stamp_says_when_and_who_and_the_next_open_step_is_marked() -> None:
    stage = taken()
    card = card_of(press(stage, ANI, "5"), ANI)
    assert lines(card) == ["run-next", *["run-open"] * 3, "run-done", *["run-open"] * 8]
    assert card.replaces
    assert [len(row) for row in card.buttons[:3]] == [5, 5, 3]
    assert stage.history[-1] == (EventKind.CRISIS_STEP, {"alert": held(stage).ref, "step": 5, "code": "safety"})
    assert held(stage).steps["safety"].by == ANI.id


def test_a_stamp_is_a_sign_of_life() -> None:
    stage = taken()
    stage.wait(minutes=50)
    for choice in ("1", "1", "-2"):
        stage.now += timedelta(minutes=1)
        press(stage, ANI, choice)
        assert stage.at(Clock.SILENCE) == stage.now + timedelta(minutes=60)


def test_everybody_who_took_it_stamps_and_sees_it() -> None:
    stage = taken(ANI, BUDI)
    outcome = press(stage, BUDI, "2")
    assert lines(card_of(outcome, ANI)) == lines(card_of(outcome, BUDI))
    offered = {b.action for row in card_of(outcome, BUDI).buttons for b in row}
    assert {"step", "leave", "call110", "protect", "outreach"} <= offered
    with pytest.raises(NotAllowed):
        press(stage, CITRA, "3")


@pytest.mark.parametrize(("by", "minutes", "stays"), [(ANI, 10, False), (ANI, 11, True), (BUDI, 1, True)])
def test_a_stamp_comes_off_within_ten_minutes_by_whoever_set_it(by: Staff, minutes: int, stays: bool) -> None:
    stage = taken(ANI, BUDI)
    press(stage, ANI, "5")
    stage.now += timedelta(minutes=minutes)
    outcome = press(stage, by, "-5")
    assert ("safety" in held(stage).steps) is stays
    assert ("run-stays" in keys_to(outcome, by)) is stays
    kinds = [kind for kind, _ in stage.history if "crisis" in kind]
    assert kinds == [EventKind.CRISIS_STEP] + [EventKind.CRISIS_STEP_UNDONE] * (not stays)


def test_a_second_tap_or_an_old_card_takes_nothing_off() -> None:
    stage = taken(ANI, BUDI)
    press(stage, ANI, "5")
    first = held(stage).steps["safety"]
    for by in (ANI, BUDI):
        assert "run-stays" in keys_to(press(stage, by, "5"), by)
    assert held(stage).steps["safety"] == first
    assert not press(stage, ANI, "-7").events


@pytest.mark.parametrize("choice", ["0", "14", "", "-", "x", "--5"])
def test_there_is_no_such_step(choice: str) -> None:
    with pytest.raises(Unknown):
        press(taken(), ANI, choice)


def test_the_steps_after_the_outreach_can_still_be_stamped() -> None:
    stage = taken()
    stage.do(duty.record_outreach, ANI, told={}, safe=True)
    assert stage.alert is None
    scene = replace(stage.scene, alert=held(stage), actor=ANI)
    outcome = crisis.press(scene, by=ANI, choice="13", **stage.ours())
    assert "filing" in outcome.alerts[-1].steps
    assert outcome.reminders == ()
    assert "outreach" not in {b.action for row in card_of(outcome, ANI).buttons for b in row}


def test_run_cards_follow_whoever_takes_it_and_leave_who_lets_it_go() -> None:
    stage = Stage()
    stage.open(DANGER)
    before = stage.scene
    given = crisis.new_run_cards(before, stage.do(duty.take, ANI), profile=profile())
    assert [(m.to, m.replaces, m.phrase.key, m.protect) for m in given.messages] == [
        (ANI.chat, False, "run-card", True)
    ]
    before = stage.scene
    left = crisis.new_run_cards(before, stage.do(duty.give_back, ANI), profile=profile())
    assert [(m.phrase.key, m.buttons, m.replaces) for m in left.messages] == [("run-card-passed-on", (), True)]
    calm = Stage()
    calm.open(CALM, Cause.REPORT)
    assert crisis.new_run_cards(calm.scene, calm.do(duty.take, ANI), profile=profile()) == Outcome()


def test_the_card_of_a_hard_place_says_so_and_offers_protection_first() -> None:
    rampi = card_of(press(taken(kecamatan="Rampi"), ANI, "1"), ANI)
    masamba = card_of(press(taken(), ANI, "1"), ANI)
    assert isinstance(rampi.phrase.args["way"], Phrase)
    assert rampi.phrase.args["way"].key == "area-way-hours"
    assert masamba.phrase.args["way"] == Phrase("nothing")
    assert [row[0].action for row in rampi.buttons[-2:]] == ["protect", "outreach"]
    assert [row[0].action for row in masamba.buttons[-2:]] == ["outreach", "protect"]


@pytest.mark.parametrize(("facts", "said"), [(DANGER, "crisis-help"), (RAPED, "crisis-help-no-mediation")])
def test_no_card_speaks_of_mediation_where_violence_is_sexual(facts: object, said: str) -> None:
    stage = Stage()
    stage.open(facts)  # type: ignore[arg-type]
    stage.do(duty.take, ANI)
    card = card_of(press(stage, ANI, "1"), ANI)
    tenth = card.phrase.args["lines"][9]  # type: ignore[index]
    assert tenth.args["step"] == Phrase(said)  # type: ignore[union-attr]
