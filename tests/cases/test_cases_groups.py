"""The card of an alert in a group: for which alerts, what it says in each state, and never more than that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cases import duty, rulings
from cases.alert import Alert, Cause
from cases.groups import group_cards
from cases.messages import ChatId, Lane
from cases.notices import Scene
from cases.outcome import Outcome
from cases.staff import Roster
from tests.cases.stage import ANI, BUDI, CITRA, DANGER, HIGH, NOON, UNIT, Stage, check_words

GROUP = ChatId(-5)


class InGroup(Stage):
    """A unit that has a group."""

    @property
    def roster(self) -> Roster:
        return Roster(tuple(self.people.values()), (GROUP,))


def cards(outcome: Outcome) -> list[str]:
    return [message.phrase.key for message in outcome.messages if message.to == GROUP]


def shown(stage: Stage, alert: Alert) -> tuple[str, Lane, bool]:
    (card,) = group_cards(stage.scene.case, alert, (GROUP, GROUP))
    check_words(card, NOON)
    return card.phrase.key, card.lane, bool(card.buttons)


@pytest.mark.parametrize("cause", list(Cause))
def test_help_is_asked_of_all_but_no_calm_work(cause: Cause) -> None:
    stage = Stage()
    stage.open(HIGH)
    assert stage.alert is not None
    asked = group_cards(stage.scene.case, replace(stage.alert, cause=cause), (GROUP,))
    assert bool(asked) is (cause not in (Cause.REPORT, Cause.MISSED_VISIT))


def test_what_the_card_says_in_each_state() -> None:
    stage = Stage()
    stage.open(DANGER)
    assert stage.alert is not None
    first = stage.alert
    assert shown(stage, first) == ("group-call", Lane.EMERGENCY, True)
    assert shown(stage, replace(first, cause=Cause.UNFINISHED)) == ("group-call", Lane.ESCALATION, True)
    stage.do(duty.take, ANI)
    taken = stage.alert
    assert shown(stage, taken) == ("group-taken", Lane.ESCALATION, False)
    assert shown(stage, replace(taken, wanted=2)) == ("group-call", Lane.EMERGENCY, True)
    assert shown(stage, replace(taken, wanted=2, companions=(BUDI.id,)))[0] == "group-taken"
    stage.do(duty.record_outreach, ANI, told={}, safe=True)
    assert shown(stage, next(iter(stage.alerts.values()))) == ("group-ended", Lane.REST, False)


def test_every_step_puts_the_card_right() -> None:
    stage = InGroup()
    assert cards(stage.open(DANGER)) == ["group-call"]
    assert cards(stage.do(duty.take, ANI)) == ["group-taken"]
    assert cards(stage.do(duty.give_back, ANI)) == ["group-call"]
    assert cards(stage.do(duty.take, BUDI)) == ["group-taken"]
    assert cards(stage.do(duty.record_outreach, BUDI, told={}, safe=True)) == ["group-ended"]
    assert cards(stage.do(rulings.confirm, CITRA)) == []


def test_a_broken_off_report_that_becomes_an_emergency_leaves_no_card_behind() -> None:
    stage = InGroup()
    stage.open(HIGH, Cause.UNFINISHED)
    assert sorted(cards(stage.learn(DANGER))) == ["group-call", "group-ended"]


def test_what_is_learnt_is_shown() -> None:
    stage = InGroup()
    stage.open(HIGH, Cause.UNFINISHED)
    assert stage.case is not None
    stage.case = replace(stage.case, kecamatan="")
    assert cards(stage.learn(HIGH)) == ["group-call"]


def test_when_nobody_can_be_called_the_group_still_is() -> None:
    stage = InGroup()
    for person in UNIT:
        stage.change(person, reachable=False)
    outcome = stage.open(DANGER)
    assert cards(outcome) == ["group-call"]
    assert any(m.phrase.key == "alert-nobody" for m in outcome.messages)


def test_a_scene_without_an_alert_or_a_group_says_nothing() -> None:
    stage = Stage()
    stage.open(DANGER)
    scene = Scene(case=stage.scene.case, roster=stage.roster)
    assert group_cards(scene.case, None, (GROUP,)) == ()
    assert group_cards(scene.case, stage.alert, scene.roster.groups) == ()
