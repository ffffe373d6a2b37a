"""A wish to be forgotten: asked once, answered by a person in three days, and what stands against it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cases import erasing
from cases.alert import AlertState
from cases.case import Police, Status
from cases.moves import Action, allow
from cases.outcome import Clock, EventKind, Outcome
from cases.refusals import NeedsReason, NotAllowed, StillOwed, WrongMoment
from tests.cases.stage import ANI, CALM, CITRA, DANGER, DEWI, EKA, NOON, Stage, profile
from triage.facts import Victim

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def asked(stage: Stage) -> Outcome:
    return stage.keep(erasing.ask(stage.scene, now=stage.now))


@pytest.fixture
def stage() -> Stage:
    stage = Stage()
    stage.open(CALM)
    return stage


def test_the_leads_are_told_and_have_three_days(stage: Stage) -> None:
    outcome = asked(stage)
    wish = stage.scene.case.erasure
    assert wish is not None
    assert wish.due_at - wish.asked_at == timedelta(hours=72)
    heard = {message.to for message in outcome.messages if message.phrase.key == "erasure-asked"}
    assert heard == {CITRA.chat}
    assert [(r.clock, r.due_at) for r in outcome.reminders] == [(Clock.ERASURE, stage.now + DAY)]


def test_asked_twice_is_asked_once(stage: Stage) -> None:
    asked(stage)
    assert erasing.ask(stage.scene, now=stage.now + HOUR) == Outcome()


def test_unanswered_it_rings_until_it_is_answered_and_daily_once_late(stage: Stage) -> None:
    asked(stage)
    begun, rings = stage.now, []
    due = begun + DAY
    while len(rings) < 6:
        outcome = erasing.rang(stage.scene, profile=profile(), now=due)
        rings.append((due - begun) / HOUR)
        assert [message.phrase.key for message in outcome.messages] == ["erasure-due"]
        (coming,) = outcome.reminders
        assert coming.due_at is not None
        due = coming.due_at
    assert rings == [24, 48, 66, 72, 96, 120]
    stage.keep(erasing.keep(stage.scene, reasons=("bukti",), by=CITRA, now=due))
    (over,) = erasing.rang(stage.scene, profile=profile(), now=due).reminders
    assert over.due_at is None


AGAINST = [
    ("nothing", {}, ()),
    ("police", {"police": Police(NOON, NOON + DAY)}, ("hukum",)),
    ("reported", {"police": Police(NOON, NOON + DAY, met_at=NOON)}, ()),
    ("declared", {"declared": True}, ("bahaya",)),
    ("handled", {"status": Status.PLANNED}, ("layanan",)),
    ("given to others", {"status": Status.ENTRUSTED}, ("layanan",)),
    ("a child", {"facts": replace(CALM, victims=(Victim(age=9, sex="L"),))}, ("anak",)),
    ("a child, closed", {"facts": replace(CALM, victims=(Victim(age=9, sex="L"),)), "status": Status.CLOSED}, ()),
    ("an emergency that is over", {"declared": True, "status": Status.CLOSED}, ()),
]


@pytest.mark.parametrize(("changes", "expected"), [one[1:] for one in AGAINST], ids=[one[0] for one in AGAINST])
def test_what_stands_against_it(stage: Stage, changes: dict[str, object], expected: tuple[str, ...]) -> None:
    asked(stage)
    alert = stage.scene.alert
    over = replace(alert, state=AlertState.ENDED, ended_at=NOON) if alert is not None else None
    scene = replace(stage.scene, case=replace(stage.scene.case, **changes), alert=over)  # type: ignore[arg-type]
    assert erasing.stands_against(scene) == expected
    if scene.case.status in (Status.PLANNED, Status.ENTRUSTED):
        with pytest.raises(WrongMoment):
            erasing.erase(scene, by=CITRA, now=NOON)
    elif {"bahaya", "hukum"} & {*expected}:
        with pytest.raises(StillOwed):
            erasing.erase(scene, by=CITRA, now=NOON)
    else:
        assert erasing.erase(scene, by=CITRA, now=NOON).events[0].kind is EventKind.CASE_ERASED


def test_an_open_call_is_never_erased_away() -> None:
    stage = Stage()
    stage.open(DANGER)
    asked(stage)
    with pytest.raises(StillOwed):
        erasing.erase(stage.scene, by=CITRA, now=stage.now)


def test_only_who_answers_for_the_unit_answers_and_only_what_was_asked(stage: Stage) -> None:
    with pytest.raises(WrongMoment):
        erasing.erase(stage.scene, by=CITRA, now=NOON)
    asked(stage)
    for person in (ANI, EKA):
        with pytest.raises(NotAllowed):
            erasing.keep(stage.scene, reasons=("bukti",), by=person, now=NOON)
    for reasons in ((), ("asal",)):
        with pytest.raises(NeedsReason):
            erasing.keep(stage.scene, reasons=reasons, by=DEWI, now=NOON)
    stage.keep(erasing.keep(stage.scene, reasons=("bukti", "hukum"), by=DEWI, now=NOON))
    with pytest.raises(WrongMoment):
        erasing.erase(stage.scene, by=CITRA, now=NOON)
    # It may be asked again.
    assert asked(stage).events[0].kind is EventKind.ERASURE_ASKED


def test_how_late_the_answer_was_is_kept(stage: Stage) -> None:
    asked(stage)
    outcome = erasing.keep(stage.scene, reasons=("anak",), by=CITRA, now=stage.now + 4 * DAY)
    assert outcome.events[0].told == {"kept": ["anak"], "late": True}


def test_who_may_be_the_offender_is_marked_by_any_officer_and_cleared_by_a_lead(stage: Stage) -> None:
    stage.keep(erasing.distrust(stage.scene, by=ANI, now=NOON))
    assert stage.scene.case.distrusted
    with pytest.raises(WrongMoment):
        erasing.distrust(stage.scene, by=ANI, now=NOON)
    with pytest.raises(NotAllowed):
        allow(Action.TRUST, by=ANI, case=stage.scene.case)
    stage.keep(erasing.trust(stage.scene, by=CITRA, now=NOON))
    assert not stage.scene.case.distrusted
