"""Tries the database: a small synced write every few seconds, and a look at what waits there.

What waits is remembered, so that who asks for health never waits for the database.
"""

from __future__ import annotations

import asyncio
import logging
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path

from bot.clock import Clock
from bot.pulse import Pulse
from cases.staff import Roster
from storage import DatabaseProblem, Figures, Storage

log = logging.getLogger("laporaman.probe")

BOOT = Path("/proc/sys/kernel/random/boot_id")


@dataclass
class Probe:
    """One probe. `patience`: a write that takes longer is trouble, and goes on waiting: nothing is torn apart for it.

    `folder` is where the database's file lies; None where it is not on this machine.
    """

    storage: Storage
    clock: Clock
    pulse: Pulse
    folder: Path | None = None
    every: float = 10.0
    patience: float = 10.0
    figures: Figures = field(default_factory=Figures)
    roster: Roster = field(default_factory=Roster)
    disk_free: int | None = None
    _failed: str = ""
    _since: float | None = None
    _boot: str = field(default_factory=lambda: BOOT.read_text().strip() if BOOT.exists() else "")

    @property
    def trouble(self) -> str:
        """Why the database can't be written now; empty while it can."""
        waits = self._since is not None and self.pulse.ticks() - self._since > self.patience
        return self._failed or ("busy" if waits else "")

    async def run(self) -> None:
        """Try for ever. What goes wrong is remembered and tried again."""
        while True:
            self.pulse.beat("probe")
            await self.once()
            await asyncio.sleep(self.every)

    async def once(self) -> None:
        """Write and look; what goes wrong is the trouble from now on."""
        try:
            await self.write()
            await self.look()
        except DatabaseProblem as problem:
            self._failed = problem.reason
            log.error("the database can't be used (%s)", problem.reason)

    async def write(self) -> None:
        """A row that is written again and again, committed and synced. Raises DatabaseProblem."""
        self._since = self.pulse.ticks()
        try:
            async with self.storage.work() as work:
                await work.beat("house", at=self.clock.now(), ticks=time.monotonic_ns() // 1000, boot=self._boot)
        finally:
            self._since = None
        if self._failed:
            log.warning("the database can be written again")
        self._failed = ""
        self.pulse.beat("database")

    async def look(self) -> None:
        """What waits, and who is to be told when something is wrong. Raises DatabaseProblem."""
        async with self.storage.look() as look:
            self.figures, self.roster = await look.figures(), await look.roster()
        if self.folder is not None:
            self.disk_free = shutil.disk_usage(self.folder).free
