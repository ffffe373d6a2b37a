"""Notices when Telegram can't be reached any more, and then sends every open emergency out by the second channel."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic

from bot.clock import Clock
from bot.pulse import Pulse
from bot.telegram import Away, Line, TokenRefused
from cases.alert import Alert, AlertRef
from cases.notices import Scene
from cases.paging import page
from cases.refusals import Changed
from handlers.conversation.engine import World
from storage import Storage, Work

log = logging.getLogger("laporaman.away")

LOOK = 1.0
#: So long we wait for the answer to a question that Telegram answers at once.
PROBE = 3.0


@dataclass
class Watch:
    """Knows when Telegram last gave a good answer to anybody in the house.

    Silence alone proves nothing: nobody may have asked, or the clock was moved. So after half the time Telegram is
    asked; only if it doesn't answer that either, the silence counts.
    """

    line: Line
    storage: Storage
    world: World
    clock: Clock
    pulse: Pulse = field(default_factory=Pulse)
    ticks: Callable[[], float] = monotonic
    good_at: datetime = field(init=False)
    good_ticks: float = field(init=False)
    away: bool = False
    paged: set[AlertRef] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.answered()
        self.line.on_answer(self.answered)

    def answered(self) -> None:
        """Telegram has just answered somebody."""
        self.good_at, self.good_ticks = self.clock.now(), self.ticks()

    def silence(self) -> timedelta:
        """How long nobody has had an answer: by our clock, and by the ticks where our clock was set back."""
        return max(self.clock.now() - self.good_at, timedelta(seconds=self.ticks() - self.good_ticks))

    async def run(self) -> None:
        """Watch until cancelled."""
        while True:
            self.pulse.beat("away")
            try:
                await self.look()
            except Exception:
                log.exception("Telegram could not be watched, again at once")
            await asyncio.sleep(LOOK)

    async def look(self) -> None:
        """Is Telegram there? If not for too long, page for each open emergency that was not paged since."""
        limit = timedelta(minutes=self.world.profile.second_channel.away_minutes)
        if self.silence() < limit / 2 or await self._answers():
            if self.away:
                log.warning("Telegram is back")
            self.away = False
            self.paged.clear()
            return
        if self.silence() < limit:
            return
        if not self.away:
            log.critical(
                "Telegram can't be reached for %.0f s: the second channel is used", self.silence().total_seconds()
            )
        self.away = True
        await self.page_all()

    async def _answers(self) -> bool:
        try:
            async with asyncio.timeout(PROBE):
                await self.line.who_am_i()
        except (Away, TokenRefused, TimeoutError):
            return False
        return True

    async def page_all(self) -> None:
        """Once for each outage and alert."""
        since = self.clock.now() - self.silence()
        if not self.world.profile.second_channel.urls:
            return
        async with self.storage.look() as quick:
            found = [alert for alert in await quick.open_alerts() if self._unpaged(alert, since)]
        for alert in found:
            try:
                async with self.storage.work() as work:
                    await self._page(work, alert, since)
                self.paged.add(alert.ref)
            except Changed:
                # Somebody has just done something with it: looked at again in a moment.
                continue

    async def _page(self, work: Work, seen: Alert, since: datetime) -> None:
        alert, now = await work.alert(seen.ref), self.clock.now()
        case = await work.case(seen.case)
        if alert is None or case is None or not self._unpaged(alert, since):
            return
        scene = Scene(case=case, roster=await work.roster(), alert=alert)
        await work.record(page(scene, profile=self.world.profile, now=now, away=True), now=now)

    def _unpaged(self, alert: Alert, since: datetime) -> bool:
        fresh = alert.paged_at is None or alert.paged_at < since
        return alert.needs_outreach and alert.is_short and fresh and alert.ref not in self.paged
