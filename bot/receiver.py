"""Takes updates from Telegram and makes each a row, committed and synced, before Telegram is told that we have it."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.clock import Clock
from bot.hearing import chat_of
from bot.pulse import Pulse
from bot.telegram import Away, Line, PollingClash, TokenRefused
from storage import Arrival, DatabaseProblem, Storage

log = logging.getLogger("laporaman.receiver")

PATIENCE = (0.5, 1, 2, 5, 10)
CLASH_WAIT = 5
TOKEN_WAIT = 30


@dataclass
class Receiver:
    """One long poll after the other. `told` is called when there is something for the worker."""

    line: Line
    storage: Storage
    clock: Clock
    told: Callable[[], None]
    offset: int | None = None
    failures: int = 0
    pulse: Pulse = field(default_factory=Pulse)

    async def run(self) -> None:
        """Poll until cancelled; nothing that Telegram or the database does ends it."""
        while True:
            self.pulse.beat("receiver")
            try:
                updates = await self.line.updates(self.offset)
                self.failures = 0
                self.pulse.beat("receiver")
                self.pulse.beat("telegram")
                self.pulse.ends("clash", "token")
                if updates and not await self.keep(updates):
                    # Nothing that can be confirmed: the same would come again at once.
                    await self._wait()
            except PollingClash:
                log.critical("another program polls with the same token (409): stop it, or delete its webhook")
                self.pulse.begins("clash")
                await self.pulse.rest("receiver", CLASH_WAIT)
            except TokenRefused:
                log.critical("Telegram refuses the token (401): check TELEGRAM_BOT_TOKEN")
                self.pulse.begins("token")
                await self.pulse.rest("receiver", TOKEN_WAIT)
            except Away as away:
                await self._wait(away.wait)
            except DatabaseProblem as problem:
                # Not kept, so not confirmed: Telegram gives the same updates again.
                log.critical("updates could not be kept and stay at Telegram (%s)", problem.reason)
                await self._wait()
            except Exception:
                # Not kept, so not confirmed: Telegram gives the same updates again.
                log.exception("updates could not be kept and stay at Telegram")
                await self._wait()

    async def keep(self, updates: list[dict[str, object]]) -> int:
        """Commit a batch, then move the offset, so that the next poll confirms just what is safe; how many it were."""
        now = self.clock.now()
        arrivals = [
            Arrival(
                update_id=int(str(update["update_id"])),
                chat=chat_of(update),
                payload=json.dumps(update, ensure_ascii=True, separators=(",", ":")).encode(),
                received_at=now,
            )
            for update in updates
            if isinstance(update.get("update_id"), int)
        ]
        async with self.storage.work() as work:
            new = await work.take_in(arrivals)
        if arrivals:
            self.offset = max(arrival.update_id for arrival in arrivals) + 1
        log.debug("updates kept: %d, new: %d", len(arrivals), new)
        self.told()
        return len(arrivals)

    async def _wait(self, said: float = 0) -> None:
        pause = said or PATIENCE[min(self.failures, len(PATIENCE) - 1)]
        self.failures += 1
        log.warning("Telegram can't be reached, next try in %s s (failure %d)", pause, self.failures)
        await self.pulse.rest("receiver", pause)
