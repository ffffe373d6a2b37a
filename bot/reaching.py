"""Finds out before it is needed whom the bot can't reach, and sees to it that the rota's clocks go."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.telegram import Delivered, Gone, Line
from cases.messages import ChatId
from cases.referral import Partner
from cases.staff import Staff
from handlers.conversation.engine import World
from handlers.desk import hear
from handlers.heard import Doing, Heard
from scheduler.digests import ensure as ensure_digest
from scheduler.figures import ensure as ensure_figures
from scheduler.older_cases import take_in_older_cases
from scheduler.rota import ensure_rota_clocks
from storage import Storage

log = logging.getLogger("laporaman.reaching")

LOOK_SECONDS, AGAIN_SECONDS = 3600.0, 60.0
EVERY = timedelta(days=1)


@dataclass
class Reaching:
    """At the start and then every hour the rota's clocks are seen to; everybody of the unit and every partner is tried
    once a day."""

    line: Line
    storage: Storage
    world: World
    clock: Clock
    tried_at: datetime | None = None

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            try:
                await self.look(now=self.clock.now())
                wait = LOOK_SECONDS
            except Exception:
                # Nothing here is worth ending the house for: it is tried again soon.
                log.exception("who can be reached could not be found out")
                wait = AGAIN_SECONDS
            await asyncio.sleep(wait)

    async def look(self, *, now: datetime) -> None:
        """See to the clocks; try everybody where that was not done for a day, or not everybody could be tried."""
        async with self.storage.work() as work:
            await ensure_rota_clocks(work, self.world.profile, now)
            await ensure_figures(work, self.world.profile, now)
            await ensure_digest(work, self.world.profile, now)
            await take_in_older_cases(work, self.world.profile, now)
        if self.tried_at is None or not timedelta(0) <= now - self.tried_at < EVERY:
            self.tried_at = now if await self._try_all(now) else None

    async def _try_all(self, now: datetime) -> bool:
        """Try everybody without writing anything to them; False when Telegram gave no clear answer about somebody."""
        async with self.storage.look() as look:
            everybody: tuple[Staff | Partner, ...] = (*(await look.roster()).people, *await look.partners())
        people = [person for person in everybody if person.active]
        replies = {
            p.chat: await self.line.say("sendChatAction", {"chat_id": p.chat, "action": "typing"}) for p in people
        }
        for person in people:
            match replies[person.chat]:
                case Delivered() if not person.reachable:
                    async with self.storage.work() as work:
                        await work.set_reachable(person.chat, True)
                case Gone() if person.reachable:
                    await self._lost(person.chat, now)
        return all(isinstance(reply, Delivered | Gone) for reply in replies.values())

    async def _lost(self, chat: ChatId, now: datetime) -> None:
        """As when somebody blocks the bot: the leads are told, and no alert waits for this person."""
        log.warning("somebody of the unit or a partner can't be reached")
        async with self.storage.work() as work:
            await hear(work, Heard(chat, Doing.BLOCKED, now), self.world, now=now)
