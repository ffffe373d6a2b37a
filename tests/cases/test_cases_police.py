"""UU 12/2022 Ps 41: who obliges us to report to the police, when it is brought to mind, and what alone ends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cases import assignment, duty, police, rulings
from cases.alert import Cause
from cases.outcome import Clock, EventKind
from cases.refusals import NeedsReason, NotAllowed, WrongMoment
from tests.cases.stage import ANI, BUDI, CALM, CITRA, DEWI, EKA, MEDIUM, NOON, RAPED, Stage, check_words, keys_to, shut
from triage.decision import decide
from triage.facts import Facts, Victim

BY_VICTIM = replace(RAPED, reporter="korban")
BY_NEIGHBOUR = replace(RAPED, reporter="pihak_ketiga")
CHILD = (Victim(age=9, sex="P"),)
HOUR = timedelta(hours=1)

#: violence, reporter, obliged, advised
DUTY: tuple[tuple[str, str | None, bool, bool], ...] = (
    ("seksual", "korban", True, False),
    ("seksual", "tenaga_kesehatan", True, False),
    ("seksual", "psikolog", True, False),
    ("seksual", "peksos", True, False),
    ("kbgo", "korban", True, False),
    ("perkawinan_paksa", "peksos", True, False),
    ("seksual", "keluarga", False, True),
    ("seksual", "pihak_ketiga", False, True),
    ("seksual", "petugas", False, True),
    ("seksual", None, False, True),
    ("fisik", "korban", False, False),
    ("psikis", None, False, False),
)


@pytest.mark.parametrize("victims", [(), CHILD], ids=["adult", "child"])
@pytest.mark.parametrize(("violence", "reporter", "obliged", "advised"), DUTY)
def test_who_obliges_us(
    violence: Any, reporter: Any, obliged: bool, advised: bool, victims: tuple[Victim, ...]
) -> None:
    decision = decide(Facts(violence=(violence,), reporter=reporter, victims=victims))
    assert (police.obliged(decision), police.advised(decision)) == (obliged, advised)


def opened(facts: Facts = BY_VICTIM, cause: Cause = Cause.TRIAGE, at: datetime = NOON) -> Stage:
    stage = Stage(now=at)
    stage.open(facts, cause)
    return stage


def rang_at(stage: Stage, days: int) -> list[float]:
    """Hours since the report at which the police clock rang."""
    start, rung = stage.now, []
    while stage.now < start + timedelta(days=days):
        coming = stage.at(Clock.POLICE)
        if coming is None:
            break
        stage.now = coming
        stage.ring(Clock.POLICE, "c")
        rung.append((coming - start) / HOUR)
    return rung


#: Reported at this hour of Luwu Utara → the hours after it at which it rings. Mornings are at 8 o'clock.
RINGS: tuple[tuple[int, list[float]], ...] = (
    (12, [24, 48, 66, 72, 96, 120]),
    (2, [30, 54, 66, 72, 102, 126]),
    (22, [34, 58, 66, 72, 106, 130]),
)


@pytest.mark.parametrize(("hour", "rings"), RINGS)
def test_it_is_brought_to_mind_at_24_48_66_72_hours_and_then_every_day(hour: int, rings: list[float]) -> None:
    """What still leaves time waits for the morning; the last six hours and the end of the time don't."""
    at = datetime(2026, 3, 2, tzinfo=UTC) + timedelta(hours=hour - 8)
    assert rang_at(opened(at=at), days=6)[: len(rings)] == rings


def test_nothing_rings_for_what_is_no_duty() -> None:
    for facts in (BY_NEIGHBOUR, replace(CALM, reporter="korban")):
        stage = opened(facts)
        assert stage.case is not None
        assert stage.case.police is None
        assert stage.at(Clock.POLICE) is None


def test_who_is_told_holder_then_manager_always_the_coordinator_and_late_the_head() -> None:
    stage = opened()
    stage.do(duty.take, ANI)
    first = stage.ring(Clock.POLICE, "c")
    assert "police-due" in keys_to(first, ANI)
    assert "police-due" in keys_to(first, CITRA)
    assert not keys_to(first, DEWI) + keys_to(first, BUDI)
    stage.do(rulings.confirm, CITRA)
    stage.do(assignment.assign, CITRA, manager=EKA, visit_ref=stage.visit_ref())
    stage.now += 72 * HOUR
    late = stage.ring(Clock.POLICE, "c")
    for person in (EKA, CITRA, DEWI):
        assert "police-due" in keys_to(late, person)
    assert "police-due" not in keys_to(late, ANI)


def test_where_nobody_holds_it_the_leads_hear_each_once() -> None:
    stage = opened(BY_VICTIM, Cause.REPORT)
    outcome = stage.ring(Clock.POLICE, "c")
    assert keys_to(outcome, CITRA) == ("police-due",)


def reports_it(stage: Stage, at: datetime, by: Any = CITRA) -> Any:
    return stage.do(police.reported, by, number="LP/B/1", where="polres", at=at)


def test_a_report_ends_it_and_its_lateness_is_kept() -> None:
    stage = opened()
    stage.now += 10 * HOUR
    outcome = reports_it(stage, stage.now - HOUR)
    assert stage.case is not None
    assert stage.case.police is not None
    assert (stage.case.police.met_at, stage.case.police.number) == (NOON + 9 * HOUR, "LP/B/1")
    assert stage.history[-1] == (
        EventKind.POLICE_REPORTED,
        {"number": "LP/B/1", "where": "polres", "at": NOON + 9 * HOUR, "late_minutes": 0},
    )
    assert stage.at(Clock.POLICE) is None
    assert not keys_to(outcome, DEWI)

    late = opened()
    late.now += 75 * HOUR
    outcome = reports_it(late, late.now - 2 * HOUR)
    assert late.history[-1][1]["late_minutes"] == 60
    assert "police-reported" in keys_to(outcome, DEWI)


def test_nobody_reports_in_the_future() -> None:
    stage = opened()
    reports_it(stage, stage.now + 5 * HOUR)
    assert stage.history[-1][1]["at"] == stage.now


def test_only_the_head_may_excuse_it_and_only_with_a_reason() -> None:
    stage = opened()
    for person in (ANI, CITRA, EKA):
        with pytest.raises(NotAllowed):
            stage.do(police.excused, person, reason="sudah dilaporkan keluarga")
    with pytest.raises(NeedsReason):
        stage.do(police.excused, DEWI, reason=" ")
    stage.do(police.excused, DEWI, reason="sudah dilaporkan keluarga")
    assert stage.at(Clock.POLICE) is None
    assert stage.case is not None
    assert not police.is_open(stage.case)
    for over in (lambda: reports_it(stage, NOON), lambda: stage.do(police.excused, DEWI, reason="lagi, sekali lagi")):
        with pytest.raises(WrongMoment):
            over()


def test_it_goes_on_when_the_case_is_lowered_and_closed() -> None:
    stage = opened(BY_VICTIM, Cause.REPORT)
    stage.do(rulings.lower, ANI, risk="RENDAH", emergency=False, reason="salah paham")
    stage.do(rulings.agree, BUDI)
    assert stage.at(Clock.POLICE) is not None
    stage.do(rulings.confirm, CITRA)
    outcome = shut(stage)
    assert "police-still-open" in keys_to(outcome, CITRA)
    assert stage.at(Clock.POLICE) is not None
    assert stage.case is not None
    stage.now += 72 * HOUR
    stage.ring(Clock.POLICE, "c")
    reports_it(stage, stage.now)
    assert stage.at(Clock.POLICE) is None


def test_facts_that_no_longer_say_so_do_not_take_the_duty_away() -> None:
    stage = opened(BY_VICTIM, Cause.REPORT)
    stage.learn(replace(CALM, reporter="korban"))
    assert stage.case is not None
    assert police.is_open(stage.case)


def test_what_is_learnt_later_starts_it_from_the_report_and_tells_the_holder() -> None:
    stage = opened(replace(MEDIUM, reporter="korban"), Cause.REPORT)
    stage.do(duty.take, ANI)
    assert stage.at(Clock.POLICE) is None
    stage.now += 30 * HOUR
    outcome = stage.learn(BY_VICTIM)
    assert "police-opened" in keys_to(outcome, ANI)
    assert stage.case is not None
    assert stage.case.police is not None
    assert stage.case.police.due_at == NOON + 72 * HOUR
    assert stage.at(Clock.POLICE) == NOON + 48 * HOUR
    assert [kind for kind, _ in stage.history].count(EventKind.POLICE_OPENED) == 1
    stage.learn(BY_VICTIM)
    assert [kind for kind, _ in stage.history].count(EventKind.POLICE_OPENED) == 1


def test_learnt_when_the_time_was_already_over_it_is_said_at_once() -> None:
    stage = opened(replace(MEDIUM, reporter="korban"), Cause.REPORT)
    stage.now += 100 * HOUR
    stage.learn(BY_VICTIM)
    assert stage.at(Clock.POLICE) == stage.now


def test_a_neighbour_told_it_first_then_the_victim_did() -> None:
    stage = opened(BY_NEIGHBOUR, Cause.REPORT)
    stage.now += 5 * HOUR
    assert stage.case is not None
    case, outcome = police.conveyed(replace(stage.scene, actor=ANI), by=ANI, **stage.ours())
    stage.keep(outcome)
    assert case.police is not None
    assert case.police.due_at == stage.now + 72 * HOUR
    assert "police-opened" in keys_to(outcome, ANI)
    with pytest.raises(WrongMoment):
        police.conveyed(stage.scene, by=ANI, **stage.ours())


def test_the_line_of_the_card_in_every_standing() -> None:
    said = []
    for facts in (replace(CALM, reporter="korban"), BY_NEIGHBOUR, BY_VICTIM, replace(BY_VICTIM, victims=CHILD)):
        stage = opened(facts)
        assert stage.case is not None
        said.append(police.standing(stage.case))
        if police.is_open(stage.case):
            reports_it(stage, stage.now)
            said.append(police.standing(stage.case))
    excused = opened()
    excused.do(police.excused, DEWI, reason="sudah dilaporkan keluarga")
    assert excused.case is not None
    said.append(police.standing(excused.case))
    assert [phrase.key for phrase in said] == [
        "nothing",
        "police-advised",
        *("police-owed", "police-was-reported") * 2,
        "police-was-excused",
    ]
    assert [getattr(phrase.args.get("note"), "key", "") for phrase in said if phrase.key == "police-owed"] == [
        "nothing",
        "police-child",
    ]
    for phrase in said[1:]:
        check_words(replace(excused.said[0], phrase=phrase, buttons=()), excused.now)
