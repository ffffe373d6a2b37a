"""What time it is: the machine's clock, or, for trying and tests, one that can be moved forward."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Protocol

import httpx

log = logging.getLogger("laporaman.clock")

#: Less than this is the fine tuning of a machine's clock, and followed.
SET_BACK = timedelta(seconds=5)


class Clock(Protocol):
    """The only place where the bot learns what time it is; everything else is told."""

    moved: asyncio.Event

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""

    async def run(self) -> None:
        """Follow whatever the clock follows, until cancelled."""


def _machine_now() -> datetime:
    return datetime.now(UTC)


class MachineClock:
    """The clock of this machine, but that it never goes back: what was due stays due when it is set back (F16)."""

    def __init__(
        self, *, machine: Callable[[], datetime] = _machine_now, ticks: Callable[[], float] = monotonic
    ) -> None:
        self.moved = asyncio.Event()
        self._machine, self._ticks = machine, ticks
        self._last, self._at = machine(), ticks()
        self._set_back = False

    def now(self) -> datetime:
        machine = self._machine()
        ours = self._last + timedelta(seconds=self._ticks() - self._at)
        if ours - machine > SET_BACK:
            if not self._set_back:
                log.critical("the machine's clock was set back; ours goes on. When it is right, start the bot again")
            self._set_back = True
            return ours
        self._set_back = False
        self._last, self._at = max(machine, self._last), self._ticks()
        return self._last

    async def run(self) -> None:
        await asyncio.Event().wait()


class FollowedClock:
    """The clock of a practice server, asked by a long poll; it only ever moves forward."""

    def __init__(self, url: str) -> None:
        self.moved = asyncio.Event()
        self._url = url.rstrip("/") + "/control/clock"
        self._offset = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    async def start(self) -> None:
        """Learn the time before anything else is done by it. Raises httpx.HTTPError if nobody answers."""
        async with httpx.AsyncClient(timeout=10) as client:
            self._learn((await client.get(self._url)).json())

    async def run(self) -> None:
        version: int | None = None
        async with httpx.AsyncClient(timeout=60) as client:
            while True:
                try:
                    params = {"timeout": 20} if version is None else {"timeout": 20, "after": version}
                    told = (await client.get(self._url, params=params)).json()
                    version = told["version"]
                    self._learn(told)
                except (httpx.HTTPError, ValueError, KeyError, TypeError):
                    # The practice server is away for a moment; the time goes on as it was.
                    log.info("the clock that is followed does not answer")
                    await asyncio.sleep(1)

    def _learn(self, told: dict[str, float]) -> None:
        offset = timedelta(seconds=float(told["offset_seconds"]))
        if offset > self._offset:
            self._offset = offset
            self.moved.set()
