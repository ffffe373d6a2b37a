"""What time it is: the machine's clock, or, for trying and tests, one that can be moved forward."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from typing import Protocol

import httpx

log = logging.getLogger("laporaman.clock")


class Clock(Protocol):
    """The only place where the bot learns what time it is; everything else is told."""

    moved: asyncio.Event

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""

    async def run(self) -> None:
        """Follow whatever the clock follows, until cancelled."""


class MachineClock:
    """The clock of this machine."""

    def __init__(self) -> None:
        self.moved = asyncio.Event()

    def now(self) -> datetime:
        return datetime.now(UTC)

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
                except (httpx.HTTPError, ValueError, KeyError):
                    # The practice server is away for a moment; the time goes on as it was.
                    log.info("the clock that is followed does not answer")
                    await asyncio.sleep(1)

    def _learn(self, told: dict[str, float]) -> None:
        offset = timedelta(seconds=float(told["offset_seconds"]))
        if offset > self._offset:
            self._offset = offset
            self.moved.set()
