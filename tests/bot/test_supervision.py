"""A part that ends, fails or falls silent lives again, alone; what can't be healed ends the program."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from math import inf

import pytest

from bot.house import _run_parts
from bot.pulse import Pulse
from bot.supervision import BACK_OFF, ENOUGH, STATUS, WITHIN, BeyondHelp, Part, Supervisor, Watchdog
from tests.bot.test_pulse import Ticks


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.supervision.LOOK", 0.001)
    monkeypatch.setattr("bot.supervision.BACK_OFF", tuple(0.0 for _ in BACK_OFF))


class Lives:
    """A part whose lives go as written; the last one goes on."""

    def __init__(self, *lives: Callable[[], Awaitable[None]]) -> None:
        self.lives, self.begun, self.well = list(lives), 0, asyncio.Event()

    async def run(self) -> None:
        self.begun += 1
        if self.lives:
            await self.lives.pop(0)()
        else:
            self.well.set()
            await asyncio.Event().wait()


async def ends() -> None:
    return


async def fails() -> None:
    raise ValueError("odd")


async def is_silent() -> None:
    await asyncio.Event().wait()


async def is_cancelled() -> None:
    task = asyncio.current_task()
    assert task is not None
    task.cancel()
    await asyncio.sleep(0)


def supervisor(pulse: Pulse, *, excused: Callable[[], bool] = lambda: False) -> Supervisor:
    return Supervisor(pulse, ending=lambda: pulse.count("endings"), excused=excused)


async def kept(lives: Lives, *, silence: float = inf, excused: Callable[[], bool] = lambda: False) -> Pulse:
    """What is known when the part is well at last."""
    pulse = Pulse(Ticks(each=0.1))
    async with asyncio.timeout(10), asyncio.TaskGroup() as house:
        keeping = house.create_task(supervisor(pulse, excused=excused).keep(Part("worker", lives.run, silence)))
        await lives.well.wait()
        keeping.cancel()
    return pulse


@pytest.mark.parametrize("life", [ends, fails, is_cancelled])
async def test_a_part_that_is_over_lives_again(life: Callable[[], Awaitable[None]]) -> None:
    pulse = await kept(Lives(life, life))
    assert pulse.counts["restarts", "worker"] == 2


async def test_a_silent_part_is_ended_and_lives_again() -> None:
    assert (await kept(Lives(is_silent), silence=5)).counts["restarts", "worker"] == 1


async def test_waiting_for_a_sick_database_is_no_death() -> None:
    asked = 0

    def excused() -> bool:
        nonlocal asked
        asked += 1
        if asked == 200:
            lives.well.set()
        return True

    lives = Lives(is_silent)
    assert (await kept(lives, silence=5, excused=excused)).counts["restarts", "worker"] == 0


async def test_but_it_is_no_excuse_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.supervision.EXCUSED", 10.0)
    assert (await kept(Lives(is_silent), silence=5, excused=lambda: True)).counts["restarts", "worker"] == 1


async def test_when_the_database_is_well_again_a_part_gets_its_time_to_speak() -> None:
    answers = iter([True] * 100 + [False] * 10)
    over = asyncio.Event()

    def excused() -> bool:
        answer = next(answers, None)
        if answer is None:
            over.set()
        return bool(answer)

    pulse = Pulse(Ticks(each=0.1))
    async with asyncio.timeout(10), asyncio.TaskGroup() as house:
        keeper = supervisor(pulse, excused=excused)
        keeping = house.create_task(keeper.keep(Part("worker", Lives(is_silent).run, 8)))
        await over.wait()
        keeping.cancel()
    assert pulse.counts["restarts", "worker"] == 0


async def test_a_part_that_dies_again_and_again_ends_the_program() -> None:
    pulse = Pulse(Ticks(each=0.1))
    with pytest.raises(BeyondHelp):
        await supervisor(pulse).keep(Part("worker", fails))
    assert pulse.counts["restarts", "worker"] == ENOUGH
    assert pulse.counts["endings", ""] == 1


async def test_a_part_that_dies_now_and_then_does_not() -> None:
    ticks = Ticks()

    async def fails_late() -> None:
        ticks.now += WITHIN / (ENOUGH - 1) + 1
        raise ValueError("odd")

    lives = Lives(*[fails_late] * (3 * ENOUGH))
    keeping = asyncio.create_task(supervisor(Pulse(ticks)).keep(Part("worker", lives.run)))
    async with asyncio.timeout(10):
        await lives.well.wait()
    keeping.cancel()
    with suppress(asyncio.CancelledError):
        await keeping


async def test_a_part_that_cannot_be_ended_ends_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.supervision.GRACE", 0.01)
    pulse, free = Pulse(Ticks(each=0.1)), asyncio.Event()

    async def stubborn() -> None:
        while not free.is_set():
            with suppress(asyncio.CancelledError):
                await free.wait()

    def ending() -> None:
        pulse.count("endings")
        free.set()

    with pytest.raises(ExceptionGroup) as caught:
        await Supervisor(pulse, ending=ending, excused=lambda: False).keep(Part("worker", stubborn, 5))
    assert caught.group_contains(BeyondHelp)
    assert pulse.counts["endings", ""] == 1


@pytest.mark.parametrize(
    ("since_the_loop", "since_the_end", "ended"), [(59, None, False), (61, None, True), (1, 29, False), (1, 31, True)]
)
def test_the_watchdog(since_the_loop: int, since_the_end: int | None, ended: bool) -> None:
    ticks = Ticks()
    watchdog = Watchdog(Pulse(ticks), end=lambda _: None)
    if since_the_end is not None:
        watchdog.ending()
        ticks.now += since_the_end - since_the_loop
    watchdog._pulse.beat("loop")
    why = [watchdog.look() for _ in _seconds(ticks, since_the_loop)]
    assert bool(why[-1]) is ended
    assert not any(why[:-1])


def _seconds(ticks: Ticks, count: int) -> Iterator[None]:
    for _ in range(count):
        ticks.now += 1
        yield


def test_after_a_sleep_of_the_whole_machine_the_loop_gets_its_time() -> None:
    ticks = Ticks()
    watchdog = Watchdog(Pulse(ticks), end=lambda _: None)
    watchdog._pulse.beat("loop")
    ticks.now += 3600
    assert not watchdog.look()
    assert not any(watchdog.look() for _ in _seconds(ticks, 60))
    assert [watchdog.look() for _ in _seconds(ticks, 1)] != [""]


def test_the_watchdog_ends_the_program_by_itself() -> None:
    ticks, said = Ticks(each=0.5), list[int]()
    with Watchdog(Pulse(ticks), end=said.append) as watchdog:
        while not said:
            watchdog.join(0.01)
    watchdog.join(5)
    assert set(said) == {STATUS}


async def test_a_part_that_did_not_hear_the_end_hears_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """As `wait_for` does in Python 3.11: the cancellation comes with what was waited for, and is lost."""
    monkeypatch.setattr("bot.house.GRACE_SECONDS", 0.01)
    there = asyncio.Event()

    async def deaf() -> None:
        there.set()
        with suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        await asyncio.Event().wait()

    supervisor = Supervisor(Pulse(), ending=lambda: None, excused=lambda: False)
    house = asyncio.create_task(_run_parts((Part("deaf", deaf),), supervisor))
    await there.wait()
    os.kill(os.getpid(), signal.SIGTERM)
    async with asyncio.timeout(5):
        await house
