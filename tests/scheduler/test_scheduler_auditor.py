"""When the audit looks: every half minute, soon after the clock was moved, and never while others still catch up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from scheduler.auditor import Auditor
from tests.office import NOON


@dataclass
class Examined:
    """An audit that only counts; `fails` is how often it does before it works."""

    fails: int = 0
    times: int = 0
    finds: bool = False
    looked: asyncio.Event = field(default_factory=asyncio.Event)

    async def examine(self, *, now: datetime) -> tuple[str, ...]:
        self.times += 1
        self.looked.set()
        if self.times <= self.fails:
            raise RuntimeError("the database is away")
        return ("something",) if self.finds else ()

    async def next(self) -> None:
        await self.looked.wait()
        self.looked.clear()


def auditor(examined: Examined, **more: Any) -> Auditor:
    audit: Any = examined
    quick: dict[str, Any] = {"every": 0.0, "settle": 0.0, "now": lambda: NOON, "told": lambda: None}
    return Auditor(audit, **{**quick, **more})


async def ended(running: asyncio.Task[None]) -> None:
    assert not running.done()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_an_examination_that_failed_ends_nothing_and_is_no_sign_of_life() -> None:
    examined, beats, told = Examined(fails=2, finds=True), [0], [0]

    def count(what: list[int]) -> Callable[[], None]:
        return lambda: what.append(examined.times)

    running = asyncio.create_task(auditor(examined, beat=count(beats), told=count(told)).run())
    while examined.times < 4:
        await examined.next()
    await ended(running)
    assert beats[1:3] == told[1:3] == [3, 4][: len(beats[1:3])]
    assert beats[1] == 3


async def test_a_moved_clock_brings_the_next_look_at_once() -> None:
    examined = Examined()
    watch = auditor(examined, every=3600.0)
    running = asyncio.create_task(watch.run())
    await examined.next()
    watch.nudge()
    await examined.next()
    await ended(running)
    assert examined.times == 2


async def test_after_a_jump_of_time_the_others_get_their_turn_first() -> None:
    """The clock stood still with the machine: what is overdue now was nobody's fault."""
    moments = iter([NOON, NOON + timedelta(hours=1)])
    ticks = iter([0.0, 0.0, 0.0])
    watch = auditor(Examined(), now=lambda: next(moments), ticks=lambda: next(ticks))
    assert await watch._jumped(0.0)
    late = iter([0.0, 60.0])
    assert await auditor(Examined(), ticks=lambda: next(late))._jumped(0.0)
    assert not await auditor(Examined())._jumped(0.0)
    restless = Examined()
    ever = auditor(restless, every=0.0, now=lambda: NOON + timedelta(hours=restless.times))
    ever.nudge()
    await ever._settled()
