"""The second channel: who is paged, when, how often, and when no longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from bot.words import render
from cases import duty
from cases.alert import Cause
from cases.outcome import Clock, EventKind, Outcome
from cases.paging import CALL, page, page_rang
from cases.phrases import says
from cases.profile import Profile
from tests.cases.stage import ANI, BUDI, CALM, CITRA, DANGER, DEWI, EKA, GITA, HIGH, NOON, UNIT, Stage, profile
from triage.facts import Facts

NAMES = {int(person.id): person.name for person in UNIT}


@cache
def with_gateway() -> Profile:
    return replace(profile(), second_channel=replace(profile().second_channel, urls=("sms://{phone}",)))


def opened(cause: Cause = Cause.TRIAGE, facts: Facts = DANGER) -> Stage:
    stage = Stage(profile=with_gateway())
    stage.open(facts, cause)
    return stage


def rounds(stage: Stage, **time: float) -> list[tuple[float, set[str]]]:
    """The minutes at which somebody was paged meanwhile, and who."""
    found: list[tuple[float, set[str]]] = []
    until = stage.now + timedelta(**time)
    while stage.now < until:
        before = len(stage.paged)
        stage.wait(minutes=1)
        if paged := stage.paged[before:]:
            found.append(((stage.now - NOON) / timedelta(minutes=1), {NAMES[int(one.to)] for one in paged}))
    return found


def test_untaken_it_pages_whom_the_ladder_called_and_again_with_its_repeats() -> None:
    stage = opened()
    assert rounds(stage, minutes=25) == [
        (4, {"Ani", "Budi"}),
        (14, {"Ani", "Budi", "Citra", "Dewi"}),
        (24, {"Ani", "Budi", "Citra", "Dewi", "Eka", "Fajar"}),
    ]
    assert stage.alert is not None
    assert stage.alert.paged_at == NOON + timedelta(minutes=24)
    told = [told for kind, told in stage.history if kind is EventKind.ALERT_PAGED]
    assert told[0] == {"alert": stage.alert.ref, "to": [1, 2], "away": False}
    assert {page.alert for page in stage.paged} == {stage.alert.ref}


@pytest.mark.parametrize(("cause", "facts"), [(Cause.REPORT, CALM), (Cause.MISSED_VISIT, HIGH)])
def test_calm_alerts_page_nobody(cause: Cause, facts: Facts) -> None:
    stage = opened(cause, facts)
    assert stage.at(Clock.PAGE) is None
    assert stage.alert is not None
    assert page_rang(stage.scene, profile=with_gateway(), now=NOON).pages == ()


def test_an_unfinished_report_pages_with_its_own_repeats() -> None:
    assert [minute for minute, _ in rounds(opened(Cause.UNFINISHED, HIGH), minutes=70)] == [4, 34, 64]


def test_taken_it_stops_and_given_back_it_begins_anew() -> None:
    stage = opened()
    stage.wait(minutes=5)
    stage.do(duty.take, ANI)
    assert rounds(stage, minutes=20) == []
    assert stage.at(Clock.PAGE) is None
    stage.do(duty.give_back, ANI)
    # Who gave it back has said no; the others are called again.
    assert rounds(stage, minutes=5) == [(29, {"Budi"})]


def test_ended_it_stops() -> None:
    stage = opened()
    stage.do(duty.take, ANI)
    stage.do(duty.record_outreach, ANI, told={}, safe=True)
    assert stage.at(Clock.PAGE) is None
    assert rounds(stage, minutes=20) == []


def test_too_few_takers_are_still_called_but_not_who_has_taken_it() -> None:
    stage = opened()
    assert stage.alert is not None
    stage.do(duty.take, ANI)
    assert stage.alert is not None
    short = replace(stage.alert, wanted=2)
    outcome = page_rang(replace(stage.scene, alert=short), profile=with_gateway(), now=stage.now)
    assert to(outcome) == {"Budi"}
    assert outcome.pages[0].phrase.args["state"] == says("page-too-few")


def to(outcome: Outcome) -> set[str]:
    return {NAMES[int(page.to)] for page in outcome.pages}


def paged(stage: Stage, **changes: Any) -> set[str]:
    assert stage.alert is not None
    scene = replace(stage.scene, alert=replace(stage.alert, **changes))
    return to(page(scene, profile=with_gateway(), now=stage.now))


def test_nobody_called_and_nobody_on_duty_is_the_coordinators_matter() -> None:
    stage = opened()
    for person in (ANI, BUDI):
        stage.change(person, on_duty=False, active=False)
    assert paged(stage, told=()) == {"Citra"}
    stage.change(CITRA, active=False)
    assert paged(stage, told=()) == {"Dewi"}
    stage.change(DEWI, active=False)
    assert paged(stage, told=()) == {"Gita"}
    stage.change(GITA, active=False)
    assert paged(stage, told=()) == set()


def test_whom_telegram_cannot_reach_is_paged_all_the_more() -> None:
    stage = opened()
    stage.change(ANI, reachable=False)
    assert paged(stage) == {"Ani", "Budi"}


def test_who_said_no_is_left_alone_while_there_is_anybody_else() -> None:
    stage = opened()
    assert paged(stage, declined=(ANI.id,)) == {"Budi"}
    assert paged(stage, declined=(ANI.id, BUDI.id)) == {"Citra"}
    everybody = tuple(person.id for person in (ANI, BUDI, CITRA, DEWI, EKA, GITA))
    assert paged(stage, declined=everybody) == {"Ani", "Budi"}


def test_without_a_gateway_nobody_is_said_to_be_paged_and_the_clock_goes_on() -> None:
    stage = Stage()
    stage.open(DANGER)
    assert rounds(stage, minutes=30) == []
    assert stage.at(Clock.PAGE) == NOON + timedelta(minutes=34)
    assert EventKind.ALERT_PAGED not in [kind for kind, _ in stage.history]
    assert stage.alert is not None
    assert stage.alert.paged_at is None


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_page_is_one_short_message_and_names_nobody(language: str) -> None:
    """160 signs of the plainest alphabet are one SMS; the cry for an outage may take two."""
    stage = opened()
    stage.wait(minutes=14)
    assert stage.alert is not None
    away = page(stage.scene, profile=with_gateway(), now=stage.now, away=True).pages[0].phrase
    link = "https://t.me/LaporAmanLutraBot"
    for phrase, most in ((stage.paged[0].phrase, 160), (stage.paged[-1].phrase, 160), (away, 306)):
        whole = says("page-with-link", text=phrase, link=link)
        words = render(whole, language=language, zone=profile().zone, now=stage.now, markup=False)
        assert words.isascii()
        assert len(words) <= most, words
        assert "LU-2026-0001" in words
        assert "Masamba" in words
        assert phrase.key == CALL
        assert not any(name in words for name in NAMES.values())
    assert stage.paged[0].phrase.args["repeat"] == says("nothing")
    assert stage.paged[-1].phrase.args["repeat"] == says("page-again")
