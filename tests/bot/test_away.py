"""A Telegram that does not answer is noticed in time, is not mistaken for a clock that was moved, and pages once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from bot.away import Watch
from bot.telegram import Away, Line, TokenRefused
from cases.messages import ChatId
from simulator.client import Simulator
from tests.bot.test_pager import Hour, paging_world
from tests.office import ANI, REPORTER, Office


@dataclass
class Wire:
    """A line that answers, refuses or hangs; `asked` counts the questions."""

    state: str = "well"
    asked: int = 0
    heard: Callable[[], None] = field(default=lambda: None)

    def on_answer(self, called: Callable[[], None]) -> None:
        self.heard = called

    async def who_am_i(self) -> str:
        self.asked += 1
        match self.state:
            case "hangs":
                await asyncio.Event().wait()
            case "broken":
                raise Away("network")
            case "refused":
                raise TokenRefused
        self.heard()
        return "LutraBot"


class Ticks:
    at = 0.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.away.PROBE", 0.01)


def watch_of(office: Office, wire: Any, *, urls: tuple[str, ...] = ("sms://{phone}",)) -> tuple[Watch, Ticks]:
    ticks = Ticks()
    watch = Watch(wire, office.storage, paging_world(*urls), Hour(office, asyncio.Event()), ticks=ticks)
    return watch, ticks


async def waiting(office: Office) -> list[str]:
    """Who is paged, by the number of their row, since the last look."""
    async with office.storage.work() as work:
        found = await work.pages_to_send(now=office.now, limit=99)
        for paging in found:
            await work.page_sent(paging, now=office.now)
    return [f"{paging.page.to} {getattr(paging.page.phrase.args['away'], 'key', '')}" for paging in found]


TO_BOTH = ["1 page-away", "2 page-away"]


@pytest.mark.parametrize("state", ["hangs", "broken", "refused"])
async def test_after_two_minutes_without_an_answer_every_open_emergency_is_paged_once(
    office: Office, state: str
) -> None:
    await office.command(REPORTER, "darurat")
    wire = Wire(state)
    watch, _ = watch_of(office, wire)
    for seconds in (59, 60):
        office.now += timedelta(seconds=seconds)
        await watch.look()
        assert not watch.away
    assert wire.asked == 1
    assert await waiting(office) == []
    for _ in range(3):
        office.now += timedelta(seconds=1)
        await watch.look()
    assert await waiting(office) == TO_BOTH
    # Raised while it lasts: at once.
    await office.command(ChatId(8), "darurat")
    await watch.look()
    assert await waiting(office) == TO_BOTH


async def test_it_shares_its_rounds_with_the_clock_of_the_second_channel(office: Office) -> None:
    await office.command(REPORTER, "darurat")
    office.world = paging_world("sms://{phone}")
    watch, _ = watch_of(office, Wire("broken"))
    office.now += timedelta(minutes=2)
    await watch.look()
    assert await waiting(office) == TO_BOTH
    for _ in range(9):
        await office.passes(minutes=1)
        await watch.look()
    assert await waiting(office) == []
    await office.passes(minutes=1)
    await watch.look()
    assert len(await waiting(office)) == 4


async def test_a_page_of_the_clock_during_the_outage_counts(office: Office) -> None:
    await office.command(REPORTER, "darurat")
    office.world = paging_world("sms://{phone}")
    await office.passes(minutes=3)
    watch, _ = watch_of(office, Wire("broken"))
    await office.passes(minutes=1)
    assert await waiting(office) == ["1 nothing", "2 nothing"]
    office.now += timedelta(minutes=1)
    await watch.look()
    assert watch.away
    assert await waiting(office) == []


async def test_taken_or_calm_alerts_are_left_alone(office: Office) -> None:
    await office.command(REPORTER, "darurat")
    await office.presses(ANI, "take")
    watch, _ = watch_of(office, Wire("broken"))
    office.now += timedelta(minutes=3)
    await watch.look()
    assert watch.away
    assert await waiting(office) == []


async def test_a_clock_that_was_moved_is_no_outage(office: Office) -> None:
    await office.command(REPORTER, "darurat")
    wire = Wire("well")
    watch, _ = watch_of(office, wire)
    office.now += timedelta(days=1)
    await watch.look()
    assert wire.asked == 1
    assert not watch.away
    assert await waiting(office) == []


async def test_a_clock_that_was_set_back_hides_no_outage_and_doubles_no_page(office: Office) -> None:
    watch, ticks = watch_of(office, Wire("hangs"))
    office.now -= timedelta(days=1)
    await office.command(REPORTER, "darurat")
    for ticks.at in (119.0, 121.0, 122.0, 123.0):
        await watch.look()
    assert watch.away
    assert await waiting(office) == TO_BOTH


async def test_the_next_outage_pages_again(office: Office) -> None:
    await office.command(REPORTER, "darurat")
    wire = Wire("broken")
    watch, _ = watch_of(office, wire)
    for state in ("broken", "well", "broken"):
        wire.state = state
        office.now += timedelta(minutes=2)
        await watch.look()
        assert watch.away == (state == "broken")
    assert len(await waiting(office)) == 2


async def test_without_a_gateway_nothing_is_written(office: Office) -> None:
    await office.command(REPORTER, "darurat")
    watch, _ = watch_of(office, Wire("broken"), urls=())
    office.now += timedelta(minutes=5)
    await watch.look()
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
    assert alert.paged_at is None


async def test_every_answer_of_a_real_line_counts_and_no_failure_does(line: Line, telegram: Simulator) -> None:
    heard: list[str] = []
    line.on_answer(lambda: heard.append("answer"))
    assert await line.who_am_i()
    await line.updates(None, timeout=0)
    await line.say("sendMessage", {"chat_id": 1, "text": "nobody is there"})
    assert len(heard) == 3
    assert line.known_as
    for fault in ("error", "reset", "malformed"):
        telegram.fault(fault, times=2)
        with pytest.raises(Away):
            await line.who_am_i()
        await line.say("sendMessage", {"chat_id": 1, "text": "x"})
    assert len(heard) == 3
    telegram.fault("busy", times=1)
    with pytest.raises(Away):
        await line.who_am_i()
    assert len(heard) == 4
