"""A thing is said once when it begins, every hour while it lasts, and once when it is over; by every way there is."""

from __future__ import annotations

from typing import Any

import pytest

from bot.clock import MachineClock
from bot.health import Health
from bot.operators import AGAIN, NEW_AFTER, OVER_AFTER, RETRY, Course, Courses, Operators
from bot.probe import Probe
from bot.pulse import Pulse
from bot.supervision import Part
from bot.telegram import Line, Unsure
from bot.vitals import CHECK, Finding, Grade
from cases.messages import ChatId
from cases.phrases import says
from cases.staff import Role, Roster, Staff, StaffId
from simulator.client import Simulator
from tests.bot.test_pulse import Ticks
from tests.office import Office, world

FULL = Finding("database-full", Grade.READY)
AWAY = Finding("telegram-away", Grade.READY)
RESTARTED = Finding("part-restarted", Grade.SEEN, "worker")
HOUR = 3600


class Story:
    """What is found at which second, and what was said then."""

    def __init__(self, *, heard: bool = True) -> None:
        self.courses, self.said, self.heard = Courses(), list[tuple[int, str]](), heard

    def goes(self, start: int, end: int, *findings: Finding) -> Story:
        for second in range(start, end, 2):
            for how, course in self.courses.see(findings, now=second):
                self.said.append((second, how))
                self.courses.told(how, course, now=second, heard=self.heard)
        return self


def test_once_when_it_begins_each_hour_while_it_lasts_and_once_when_it_is_over() -> None:
    story = Story().goes(0, 2 * HOUR + 100, FULL).goes(2 * HOUR + 100, 3 * HOUR)
    over = 2 * HOUR + 100 + OVER_AFTER
    assert story.said == [(0, "begins"), (HOUR, "lasts"), (2 * HOUR, "lasts"), (over, "over")]
    assert AGAIN == HOUR


def test_a_moments_peace_is_no_end_and_what_comes_back_soon_is_not_new() -> None:
    story = Story().goes(0, 20, FULL).goes(20, 40).goes(40, 60, FULL)
    assert story.said == [(0, "begins")]
    story.goes(60, 200)
    assert [how for _, how in story.said] == ["begins", "over"]
    story.goes(200, 220, FULL).goes(220, 1000)
    assert [how for _, how in story.said] == ["begins", "over"]
    story.goes(1000, 1020, FULL)
    assert [how for _, how in story.said] == ["begins", "over", "begins"]
    assert NEW_AFTER == 600


def test_what_must_hold_for_a_while_is_not_said_before() -> None:
    holds = int(CHECK["telegram-away"].holds_for)
    assert not Story().goes(0, holds, AWAY).said
    assert Story().goes(0, holds + 2, AWAY).said == [(holds, "begins")]
    assert not Story().goes(0, holds, AWAY).goes(holds, 2 * holds).goes(2 * holds, 3 * holds, AWAY).said


def test_what_nobody_heard_is_tried_again_but_not_at_once() -> None:
    story = Story(heard=False).goes(0, int(2 * RETRY) + 2, FULL)
    assert [second for second, _ in story.said] == [0, RETRY, 2 * RETRY]
    assert not Story(heard=False).goes(0, 10, FULL).goes(100, 1000).said[1:]


def test_what_is_over_anyway_is_not_said_each_hour() -> None:
    assert [how for _, how in Story().goes(0, 3 * HOUR, RESTARTED).said] == ["begins"]


def test_two_parts_are_two_things() -> None:
    other = Finding("part-restarted", Grade.SEEN, "receiver")
    assert len(Story().goes(0, 2, RESTARTED, other).said) == 2


def operators(line: Any, office: Office, *channels: Any, people: Roster) -> Operators:
    pulse = Pulse(Ticks())
    probe = Probe(office.storage, MachineClock(), pulse)
    probe.roster = people
    return Operators(line, Health(pulse, probe, world().profile), channels)


def staff(*people: tuple[ChatId, Role]) -> Roster:
    return Roster(tuple(Staff(StaffId(n), chat, "Nama", role) for n, (chat, role) in enumerate(people)))


WORDS = says("health-begins", what=says("health-clash", part="", age=""), todo=says("health-clash-do", part=""), age="")


async def test_admins_are_told_and_without_one_the_coordinators(
    telegram: Simulator, line: Line, office: Office, chat: ChatId, other: ChatId
) -> None:
    both = staff((chat, Role.ADMIN), (other, Role.COORDINATOR))
    assert await operators(line, office, people=both).tell(WORDS)
    assert telegram.journal(chat_id=int(chat), delivered=True)
    assert not telegram.journal(chat_id=int(other), delivered=True)
    assert await operators(line, office, people=staff((other, Role.COORDINATOR))).tell(WORDS)
    assert telegram.journal(chat_id=int(other), delivered=True)


class Dumb:
    """A line to a Telegram that is away."""

    calls = 0

    async def say(self, *_: Any) -> Unsure:
        self.calls += 1
        return Unsure("network", sent_perhaps=False)


async def test_one_way_that_works_is_enough(office: Office) -> None:
    heard: list[str] = []

    async def works(text: str) -> bool:
        heard.append(text)
        return True

    async def breaks(_: str) -> bool:
        raise OSError("smtp://user:secret@host")

    people = staff((ChatId(1), Role.ADMIN))
    line = Dumb()
    assert await operators(line, office, breaks, works, people=people).tell(WORDS)
    assert len(heard) == 1
    assert not await operators(line, office, breaks, people=people).tell(WORDS)
    assert line.calls == 2
    assert await operators(line, office, works, people=people).tell(WORDS, by_telegram=False)
    assert line.calls == 2


async def test_before_the_roster_could_be_read_nobody_has_heard(office: Office) -> None:
    assert not await operators(Dumb(), office, people=Roster()).tell(WORDS)


async def test_a_way_that_breaks_leaves_its_secret_out_of_the_log(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    async def breaks(_: str) -> bool:
        raise OSError("smtp://user:secret@host")

    await operators(Dumb(), office, breaks, people=Roster()).tell(WORDS)
    assert "OSError" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize("code", sorted(CHECK))
async def test_everything_that_can_be_found_can_be_said(office: Office, code: str) -> None:
    texts: list[str] = []

    async def listens(text: str) -> bool:
        texts.append(text)
        return True

    teller = operators(Dumb(), office, listens, people=Roster())
    finding = Finding(code, CHECK[code].grade, "worker", 100)
    for how in ("begins", "lasts", "over"):
        assert await teller.tell(teller._said(how, Course(finding, 0, 0)))
    assert len(texts) == 3
    assert all("{" not in text and "<" not in text for text in texts)


def test_a_part_is_watched_from_its_start(office: Office) -> None:
    health = operators(Dumb(), office, people=Roster()).health
    health.watches((Part("worker", office.deliver, silence=10),))
    health.pulse.beat("worker")
    assert "part-silent" not in {finding.code for finding in health.findings()}
    ticks: Any = health.pulse.ticks
    ticks.now += 11
    assert "part-silent" in {finding.code for finding in health.findings()}
