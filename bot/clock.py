"""What time it is: the machine's clock, or, for trying and tests, one that can be moved forward."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from time import CLOCK_BOOTTIME, clock_gettime
from typing import Protocol

import httpx

log = logging.getLogger("laporaman.clock")

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
#: Less than this is the fine tuning of a machine's clock, and followed.
STEP = timedelta(seconds=5)


class Clock(Protocol):
    """The only place where the bot learns what time it is; everything else is told."""

    moved: asyncio.Event

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""

    async def run(self) -> None:
        """Follow whatever the clock follows, until cancelled."""


@dataclass(frozen=True)
class Mark:
    """One moment by the machine's clock and by its ticks since `boot`, in seconds; ticks also count its sleep."""

    at: datetime
    ticks: float
    boot: str


def step_between(before: Mark, after: Mark) -> timedelta:
    """By how much the machine's clock was set between two marks; nothing for what is only fine tuning.

    After a new start of the machine nobody counted the time between. A clock that then stands before the last mark
    was set back by at least so much; one that stands behind it is believed.
    """
    passed = after.at - before.at
    if before.boot == after.boot:
        step = passed - timedelta(seconds=after.ticks - before.ticks)
        return step if abs(step) > STEP else timedelta(0)
    return passed if passed < -STEP else timedelta(0)


@cache
def boot_id() -> str:
    """The machine's present run; the empty word where it does not say."""
    try:
        return BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _machine_now() -> datetime:
    return datetime.now(UTC)


def ticks_now() -> float:
    """Seconds since the machine was started, whatever its clock is set to.

    They count while it sleeps, too: a closed lid is time that passed, not a clock that was set.
    """
    return clock_gettime(CLOCK_BOOTTIME)


class MachineClock:
    """The clock of this machine, which goes on evenly when the machine's is set forward or back (F16).

    A step of more than a few seconds is not followed until it was `accept`ed: whoever keeps the time first moves all
    that waits by the same step, so that three minutes stay three minutes. Small differences are followed, never back.
    """

    def __init__(
        self, *, machine: Callable[[], datetime] = _machine_now, ticks: Callable[[], float] = ticks_now
    ) -> None:
        self.moved = asyncio.Event()
        self._machine, self._ticks = machine, ticks
        self._at, self._since = machine(), ticks()

    def now(self) -> datetime:
        machine, ticks = self._machine(), self._ticks()
        ours = self._at + timedelta(seconds=ticks - self._since)
        if abs(machine - ours) <= STEP:
            # What was said before is not taken back; a small lead melts while the machine catches up.
            self._at, self._since = max(machine, self._at), ticks
            return self._at
        return ours

    def mark(self) -> Mark:
        """What the machine's own clock and ticks say now."""
        return Mark(self._machine(), self._ticks(), boot_id())

    @property
    def is_off(self) -> bool:
        """Whether the machine's clock was set, and ours has not followed yet."""
        return abs(self._machine() - self.now()) > STEP

    def accept(self) -> None:
        """From now on ours is the machine's again, also when that means to go back."""
        self._at, self._since = self._machine(), self._ticks()
        self.moved.set()

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
