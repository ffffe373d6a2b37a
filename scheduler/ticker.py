"""The tick. APScheduler keeps no jobs of ours: it only calls, every second, and late rather than never."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from scheduler.sweep import Sweeper

log = logging.getLogger("laporaman.scheduler")

TICK_SECONDS = 1
TIDY_HOURS = 1


class Ticker:
    """Sweeps at every tick, at the start, and at once when `nudged`. `first` is done before each; `beat`: it lives."""

    def __init__(
        self,
        sweeper: Sweeper,
        *,
        now: Callable[[], datetime],
        told: Callable[[], None],
        first: Callable[[], Awaitable[None]],
        beat: Callable[[], None],
    ) -> None:
        self._sweeper = sweeper
        self._first = first
        self._now = now
        self._told = told
        self._beat = beat
        self._due = asyncio.Event()

    def nudge(self) -> None:
        """Sweep now."""
        self._due.set()

    async def run(self) -> None:
        """Tick until cancelled; a sweep that fails is tried again at the next tick."""
        ticking = AsyncIOScheduler(timezone="UTC")
        often = IntervalTrigger(seconds=TICK_SECONDS)
        ticking.add_job(self._due.set, often, misfire_grace_time=None, coalesce=True, max_instances=1)
        hourly = IntervalTrigger(hours=TIDY_HOURS)
        # At the start too: a machine that is started anew every morning must forget as well.
        at_once = datetime.now(UTC)
        ticking.add_job(self._tidy, hourly, next_run_time=at_once, misfire_grace_time=None, coalesce=True)
        ticking.start()
        self._due.set()
        try:
            while True:
                self._beat()
                # Our own patience beside APScheduler's, which goes by the machine's clock: that may have been set back.
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._due.wait(), TICK_SECONDS)
                self._due.clear()
                await self._sweep()
        finally:
            ticking.shutdown(wait=False)

    async def _sweep(self) -> None:
        try:
            await self._first()
            while await self._sweeper.sweep(now=self._now()):
                self._told()
                self._beat()
        except Exception:
            log.exception("a sweep failed and is tried again at the next tick")

    async def _tidy(self) -> None:
        try:
            await self._sweeper.tidy(now=self._now())
        except Exception:
            log.exception("old rows could not be forgotten, tried again later")
