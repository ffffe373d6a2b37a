"""Signs of life: each part says that it lives, what it has done and what troubles it. Kept in memory alone.

A dead database or a dead dispatcher must be seen without asking either, so nothing here waits for anything.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

log = logging.getLogger("laporaman.pulse")

#: How often the event loop shows that it goes round.
LOOP_BEAT = 1.0
#: Longer than this the loop stood still: that is counted and shown.
STALL = 5.0
#: What is over is shown so long, for somebody outside who looks once a minute.
SHOWN_FOR = 90.0
#: Who must wait long says so in between.
IN_BETWEEN = 5.0


@dataclass
class Pulse:
    """What is known of all parts at this moment. Ages are seconds of a clock that nobody can set."""

    ticks: Callable[[], float] = monotonic
    beats: dict[str, float] = field(default_factory=dict)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    troubles: dict[str, float] = field(default_factory=dict)
    recent: dict[tuple[str, str], tuple[float, float]] = field(default_factory=dict)

    def beat(self, name: str) -> None:
        """This part lives."""
        self.beats[name] = self.ticks()

    def age(self, name: str) -> float | None:
        """How long ago it last said so; None when it never did."""
        last = self.beats.get(name)
        return None if last is None else self.ticks() - last

    def count(self, what: str, of: str = "", *, times: int = 1) -> None:
        """So much was done: `what` is a counter of `bot.metrics`, `of` its label."""
        self.counts[what, of] += times

    def happened(self, what: str, of: str = "", *, amount: float = 0.0) -> None:
        """Something that is over, but must be seen from outside afterwards; it is counted too."""
        self.count(what, of)
        held = self.lately(what).get(of, 0.0)
        self.recent[what, of] = (self.ticks(), max(amount, held))

    def lately(self, what: str) -> dict[str, float]:
        """To whom it happened lately, and the greatest amount of it."""
        now = self.ticks()
        return {
            of: amount for (kind, of), (at, amount) in self.recent.items() if kind == what and now - at <= SHOWN_FOR
        }

    def begins(self, trouble: str) -> None:
        """Something is wrong from now on; said again it is still the same trouble."""
        self.troubles.setdefault(trouble, self.ticks())

    def ends(self, *troubles: str) -> None:
        """It is over."""
        for trouble in troubles:
            self.troubles.pop(trouble, None)

    def lasts(self, trouble: str) -> float:
        """How long it has been going on; 0 when there is no such trouble."""
        since = self.troubles.get(trouble)
        return 0.0 if since is None else self.ticks() - since

    async def rest(self, name: str, seconds: float) -> None:
        """Wait, and be seen to live meanwhile."""
        until = self.ticks() + seconds
        while (left := until - self.ticks()) > 0:
            self.beat(name)
            await asyncio.sleep(min(left, IN_BETWEEN))
        self.beat(name)

    async def run(self) -> None:
        """The heartbeat of the event loop, until cancelled."""
        while True:
            before = self.ticks()
            await asyncio.sleep(LOOP_BEAT)
            self.felt(self.ticks() - before - LOOP_BEAT)

    def felt(self, late: float) -> None:
        """The loop came round so many seconds late."""
        self.beat("loop")
        if late >= STALL:
            self.happened("stalls", amount=late)
            log.error("the event loop stood still for %.0f s", late)
