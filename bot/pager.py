"""Carries waiting pages to the gateways of the second channel: side by side, at least once each."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.clock import Clock
from bot.metrics import sent_beside
from bot.outside import Outside
from bot.pulse import Pulse
from bot.rendering import Tongue
from bot.words import MissingText
from cases.phrases import Phrase, says
from handlers.conversation.engine import World
from storage import Paging, Storage

log = logging.getLogger("laporaman.pager")

LOOK_AGAIN = 1.0
AT_ONCE = 100


@dataclass
class Pager:
    """One pager. `known_as` is the bot's own name, as far as Telegram has told it."""

    outside: Outside
    storage: Storage
    world: World
    clock: Clock
    known_as: Callable[[], str]
    pulse: Pulse = field(default_factory=Pulse)
    flying: set[int] = field(default_factory=set)

    async def run(self) -> None:
        """Send until cancelled. What was under way when a former run ended is sent again, marked as a repeat."""
        self.flying.clear()
        async with asyncio.TaskGroup() as house:
            while True:
                self.pulse.beat("pager")
                try:
                    for paging in await self.pick():
                        house.create_task(self._carry(paging))
                except Exception:
                    log.exception("pages could not be picked")
                await asyncio.sleep(LOOK_AGAIN)

    async def pick(self) -> tuple[Paging, ...]:
        """What goes out now, but for what is on its way."""
        now = self.clock.now()
        async with self.storage.look() as quick:
            if len(self.flying) >= AT_ONCE or not await quick.has_pages(now=now):
                return ()
        async with self.storage.work() as work:
            picked = await work.pages_to_send(now=now, limit=AT_ONCE - len(self.flying), skip=frozenset(self.flying))
        self.flying |= {paging.id for paging in picked}
        return picked

    async def _carry(self, paging: Paging) -> None:
        try:
            await self.carry(paging)
        except MissingText as missing:
            log.critical("a text is missing or incomplete key=%s page=%d", missing, paging.id)
        except Exception:
            # It stands in the database, and is taken again when its lease is over.
            log.exception("a page could not be sent page=%d", paging.id)
        finally:
            self.flying.discard(paging.id)

    async def carry(self, paging: Paging) -> None:
        """Send one page by every way there is to its person, and write down who took it."""
        async with self.storage.look() as look:
            person = (await look.roster()).by_id(paging.page.to)
            addresses = await look.addresses(paging.page.to)
        there = person is not None and person.active
        ways = self.outside.filled(addresses if there else {}, shared=paging.leads)
        ways = {template: url for template, url in ways.items() if template not in paging.done}
        tongue = Tongue(person.language if person else "id", self.world.profile.zone, self.clock.now())
        title = tongue.words(says("page-title"), markup=False)
        text = tongue.words(self.words(paging), markup=False)
        took = await asyncio.gather(*(self.outside.send(way, url, title=title, text=text) for way, url in ways.items()))
        for taken in took:
            sent_beside(self.pulse, delivered=taken)
        done = (*paging.done, *(way for way, taken in zip(ways, took, strict=True) if taken))
        async with self.storage.work() as work:
            now = self.clock.now()
            if all(took) and done:
                await work.page_sent(paging, now=now)
            elif not ways:
                log.warning("nobody has an address for this page page=%d", paging.id)
                await work.page_failed(paging, now=now)
            else:
                log.warning("gateways that did not take a page: %d page=%d", took.count(False), paging.id)
                await work.page_retry(paging, done=done, now=now)

    def words(self, paging: Paging) -> Phrase:
        """What the page says: with the way back into Telegram, and that it may have come before."""
        text = paging.page.phrase
        if paging.attempts > 1:
            text = says("page-repeated", text=text)
        name = self.known_as()
        return (
            says("page-with-link", text=text, link=f"https://t.me/{name}")
            if name
            else says("page-without-link", text=text)
        )
