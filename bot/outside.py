"""Sends words out by the second channel. Knows gateways, not alerts; of an address nothing ever leaves this file."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from bot.gateways import fill, is_personal, notify, schema
from bot.problems import WrongProfile
from cases.profile import SecondChannel

log = logging.getLogger("laporaman.outside")

#: So long a gateway may take for one page.
PATIENCE = 20.0
#: So many at once to one gateway: a dead one must not eat up the threads of the others.
AT_ONCE = 8


async def in_thread(doing: Callable[[], bool]) -> bool:
    """Do it in a thread of its own, which nobody waits for at the end.

    Not in the loop's own few threads, as Apprise's `async_notify` does it: there one dead gateway would hold up all
    others, and with them the name look-ups for Telegram.
    """
    loop = asyncio.get_running_loop()
    over: asyncio.Future[bool] = loop.create_future()

    def settle(done: bool) -> None:
        if not over.done():
            over.set_result(done)

    def run() -> None:
        try:
            done = doing()
        except Exception as error:
            log.error("a gateway failed (%s)", type(error).__name__)
            done = False
        with contextlib.suppress(RuntimeError):
            # The house may have ended meanwhile.
            loop.call_soon_threadsafe(settle, done)

    threading.Thread(target=run, name="gateway", daemon=True).start()
    return await over


@dataclass
class Outside:
    """The gateways of the profile, with what the environment puts into their addresses."""

    channel: SecondChannel
    environment: Mapping[str, str]
    patience: float = PATIENCE
    doors: dict[str, asyncio.Semaphore] = field(default_factory=lambda: defaultdict(lambda: asyncio.Semaphore(AT_ONCE)))

    def filled(self, addresses: Mapping[str, str], *, shared: bool) -> dict[str, str]:
        """Template → address, for all that this person can be reached by; `shared`: those for nobody alone, too."""
        found: dict[str, str] = {}
        for template in self.channel.urls:
            if not shared and not is_personal(template):
                continue
            try:
                url = fill(template, addresses, self.environment)
            except WrongProfile:
                log.error("an address of the second channel is wrong (%s): `python -m bot check`", schema(template))
                continue
            if url is not None:
                found[template] = url
        return found

    async def send(self, template: str, url: str, *, title: str, text: str) -> bool:
        """Give the words to one gateway; whether it says that it has them."""
        try:
            async with self.doors[template], asyncio.timeout(self.patience):
                return await in_thread(partial(notify, url, title=title, text=text))
        except TimeoutError:
            log.warning("a gateway did not answer within %.0f s (%s)", self.patience, schema(template))
            return False

    async def tell_operators_outside(self, text: str) -> bool:
        """Tell whoever keeps the machine, by all their addresses; whether one took it."""
        taken = await asyncio.gather(*(self.to_operator(template, text) for template in self.channel.operator_urls))
        return any(taken)

    async def to_operator(self, template: str, text: str) -> bool:
        try:
            url = fill(template, {}, self.environment)
        except WrongProfile:
            url = None
        if url is None:
            log.error("an operator's address is wrong (%s): `python -m bot check`", schema(template))
            return False
        return await self.send(template, url, title="LaporAman", text=text)
