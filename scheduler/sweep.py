"""Finds the rows whose time has come and does what they call for; a start that comes late rings each only once."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import perf_counter

from cases.messages import Clears, Message
from cases.outcome import Clock, Outcome
from cases.phrases import says
from cases.profile import Profile
from cases.refusals import Changed
from scheduler.ringing import Ring
from storage import Due, Storage, Work

log = logging.getLogger("laporaman.scheduler")

#: So long a sweep takes from what is due, before others get their turn to write: nobody waits longer for a reminder.
HOLD_SECONDS = 0.015
#: A row whose ringing failed comes again after this long, every time: it is never given up. The first time soon: two
#: processes may only have been in each other's way.
AGAIN = (timedelta(seconds=1), timedelta(seconds=5), timedelta(seconds=30))
KEEP = timedelta(days=7)


#: What follows for who reported from what a clock has done; handed in from above.
News = Callable[[Work, Outcome, datetime], Awaitable[Outcome]]


async def no_news(work: Work, outcome: Outcome, now: datetime) -> Outcome:
    """Nobody is told."""
    return Outcome()


@dataclass(frozen=True)
class Sweeper:
    """The work of one tick."""

    storage: Storage
    profile: Profile
    rings: Mapping[Clock, Ring]
    ticks: Callable[[], float] = perf_counter
    news: News = no_news

    async def sweep(self, *, now: datetime) -> int:
        """Ring what is due, each in its own savepoint, and stop when others have waited long enough to write.

        Returns how many were looked at: until that is none, come again at once.
        """
        async with self.storage.look() as quick:
            due_at = await quick.next_due_at()
            fades = await quick.has_fading(now=now)
        looked_at = await self._fade(now) if fades else 0
        if due_at is None or due_at > now:
            return looked_at
        async with self.storage.work() as work:
            over = self.ticks() + HOLD_SECONDS
            # One by one: what was not come to still stands in its row, for this process or for another.
            while found := await work.due(now=now, limit=1):
                for due in found:
                    await self._ring(work, due, now)
                looked_at += 1
                if self.ticks() >= over:
                    break
        return looked_at

    async def _fade(self, now: datetime) -> int:
        """Have deleted on phones what was to stand there for a while only; asked for once, then it is on its way."""
        async with self.storage.work() as work:
            chats = await work.fading(now=now)
            posts = tuple(Message(chat, says("nothing"), clears=Clears.FADED) for chat in chats)
            await work.record(Outcome(messages=posts), now=now)
        return len(chats)

    async def _ring(self, work: Work, due: Due, now: datetime) -> None:
        try:
            try:
                await self._rung(work, due, now)
            except Changed:
                # Another process has written in between: what stands now is read anew.
                await self._rung(work, due, now)
        except Exception:
            log.exception("a reminder failed and comes again clock=%s attempt=%d", due.clock, due.attempts + 1)
            await work.put_off(due, until=now + AGAIN[min(due.attempts, len(AGAIN) - 1)])

    async def _rung(self, work: Work, due: Due, now: datetime) -> None:
        async with work.savepoint():
            outcome = await self.rings[due.clock](work, due, self.profile, now)
            await work.record(outcome + await self.news(work, outcome, now), now=now)

    async def tidy(self, *, now: datetime) -> None:
        """Forget rows that were worked or sent long ago, and destroy the keys of what was on its way two days ago."""
        async with self.storage.work() as work:
            await work.prune(before=now - KEEP)
        await self.storage.expire(now=now)
