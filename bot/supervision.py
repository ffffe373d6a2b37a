"""Keeps the parts of the house alive: one that ends, fails or falls silent is started anew, and that is said.

A part that can't be healed ends the program, and so does an event loop that stands still: systemd starts it anew.
"""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from math import inf
from typing import NoReturn

from bot.pulse import STALL, Pulse

log = logging.getLogger("laporaman.supervision")

LOOK = 1.0
BACK_OFF = (0.0, 1.0, 2.0, 5.0)
#: So many ends of one part within so many seconds: starting it once more would not help.
ENOUGH, WITHIN = 5, 300.0
#: Longer than the patience with a locked database: a cancelled part that is still there then will not go any more.
GRACE = 75.0
#: Waiting for a database that is not well is no death, but nor is it an excuse for ever.
EXCUSED = 300.0
#: The status for "internal software error" (sysexits.h).
STATUS = 70


@dataclass(frozen=True)
class Part:
    """Something that runs as long as the house does. `silence`: so long it may go without `pulse.beat(name)`."""

    name: str
    run: Callable[[], Awaitable[None]]
    silence: float = inf

    def may_be_silent(self, *, excused: bool) -> float:
        """How many seconds without a sign of life are no death, also while all wait for the database."""
        return max(self.silence, EXCUSED) if excused else self.silence


class BeyondHelp(Exception):
    """A part can't be kept alive from inside; the program must be started anew."""


@dataclass
class Supervisor:
    """Keeps parts alive. `ending` is called before the program gives up; while `excused`, silence is no death."""

    pulse: Pulse
    ending: Callable[[], None]
    excused: Callable[[], bool]

    async def keep(self, part: Part) -> None:
        """Run a part until cancelled. Raises BeyondHelp when it dies again and again, or can't even be ended."""
        ends: deque[float] = deque(maxlen=ENOUGH)
        while True:
            self.pulse.beat(part.name)
            why = await self._life(part)
            ends.append(self.pulse.ticks())
            log.critical("a part is started anew part=%s why=%s", part.name, why)
            self.pulse.happened("restarts", part.name)
            if len(ends) == ENOUGH and ends[-1] - ends[0] < WITHIN:
                self._give_up(part)
            recent = sum(1 for end in ends if ends[-1] - end < WITHIN)
            await asyncio.sleep(BACK_OFF[min(recent, len(BACK_OFF)) - 1])

    async def _life(self, part: Part) -> str:
        """One life of a part, and why it ended. All that the part had started has ended with it."""
        async with asyncio.TaskGroup() as house:
            life = house.create_task(_lived(part), name=part.name)
            chance, excused = self.pulse.ticks(), False
            while not life.done():
                before = self.pulse.ticks()
                await asyncio.wait({life}, timeout=LOOK)
                was_excused, excused = excused, self.excused()
                if self.pulse.ticks() - before > STALL or (was_excused and not excused):
                    # The whole loop stood still, or all waited for the database: only from now on could it speak.
                    chance = self.pulse.ticks()
                silence = self.pulse.ticks() - max(self.pulse.beats[part.name], chance)
                if silence > part.may_be_silent(excused=excused):
                    life.cancel()
                    await asyncio.wait({life}, timeout=GRACE)
                    if not life.done():
                        self._give_up(part)
                    return "silent"
            return "cancelled" if life.cancelled() else life.result()

    def _give_up(self, part: Part) -> NoReturn:
        log.critical("a part can't be kept alive, the program ends part=%s", part.name)
        self.ending()
        raise BeyondHelp(part.name)


async def _lived(part: Part) -> str:
    try:
        await part.run()
    except Exception:
        log.critical("a part failed part=%s", part.name, exc_info=True)
        return "failed"
    return "ended"


class Watchdog(threading.Thread):
    """A thread that ends the program when the event loop stands still, or when the end itself takes too long."""

    def __init__(
        self, pulse: Pulse, *, stuck: float = 60.0, ending: float = 30.0, end: Callable[[int], object] = os._exit
    ) -> None:
        super().__init__(name="watchdog", daemon=True)
        self._pulse, self._stuck, self._ending, self._end = pulse, stuck, ending, end
        self._over = threading.Event()
        self._ends_at = inf
        self._chance = -inf
        self._looked = pulse.ticks()

    def __enter__(self) -> Watchdog:
        self._pulse.beat("loop")
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()

    def ending(self) -> None:
        """The house is about to end: from now on it has so many seconds for that."""
        self._ends_at = min(self._ends_at, self._pulse.ticks() + self._ending)

    def run(self) -> None:
        while not self._over.wait(LOOK):
            if why := self.look():
                # By another thread: what stands still may be the log itself.
                said = threading.Thread(target=log.critical, args=("the program is ended: %s", why), daemon=True)
                said.start()
                said.join(LOOK)
                self._end(STATUS)

    def look(self) -> str:
        """Why the program must be ended by force; empty when it need not."""
        now, looked = self._pulse.ticks(), self._looked
        self._looked = now
        if now - looked > LOOK + STALL:
            # The whole machine stood still, we too: only from now on could the loop go round.
            self._chance = now
        if now > self._ends_at:
            return "it could not end by itself"
        if now - max(self._pulse.beats.get("loop", now), self._chance) > self._stuck:
            return f"the event loop stands still for more than {self._stuck:.0f} s"
        return ""
