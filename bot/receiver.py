"""Takes updates from Telegram and makes each a row, committed and synced, before Telegram is told that we have it."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from bot.apology import Apology
from bot.clock import Clock, ticks_now
from bot.hearing import chat_of, message_of, said_at
from bot.pulse import Pulse
from bot.telegram import POLL_SECONDS, Away, Line, PollingClash, TokenRefused
from cases.safe_contact import IN_CHAT
from storage import Arrival, DatabaseProblem, Storage

log = logging.getLogger("laporaman.receiver")

PATIENCE = (0.5, 1, 2, 5, 10)
#: Polls follow one another within half a minute while all is well.
GAP = 120.0
CLASH_WAIT = 5
TOKEN_WAIT = 30
#: After so many failures in a row the connections themselves are suspected.
RENEW_AFTER = 3


@dataclass
class Receiver:
    """One long poll after the other. `told` is called when there is something for the worker."""

    line: Line
    storage: Storage
    clock: Clock
    told: Callable[[], None]
    apology: Apology
    offset: int | None = None
    failures: int = 0
    answered: bool = False
    answered_at: float | None = None
    pulse: Pulse = field(default_factory=Pulse)
    ticks: Callable[[], float] = ticks_now

    async def run(self) -> None:
        """Poll until cancelled; nothing that Telegram or the database does ends it."""
        self.answered = False
        while True:
            self.pulse.beat("receiver")
            try:
                # After a failure, and at the start, one that is answered at once: we want to know, not to wait.
                timeout = POLL_SECONDS if self.answered else 0
                updates = await self.line.updates(self.offset, timeout=timeout)
                self.failures, self.answered = 0, True
                self.pulse.beat("receiver")
                self.pulse.beat("telegram")
                self.pulse.ends("clash", "webhook", "token")
                if not updates:
                    self.answered_at = self.ticks()
                elif not await self.keep(updates):
                    # Nothing that can be confirmed: the same would come again at once.
                    await self._wait()
            except PollingClash:
                await self._clash()
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
        # Telegram keeps updates while nobody asks for them: only after such a gap they may be old. It is counted in
        # ticks: by a clock that was set during a poll, who presses a button now would have pressed it hours ago.
        asked_lately = self.answered_at is not None and self.ticks() - self.answered_at <= GAP
        said: dict[int, datetime] = {
            id(update): now if asked_lately else min(now, said_at(update) or now) for update in updates
        }
        arrivals = [
            Arrival(
                update_id=int(str(update["update_id"])),
                chat=chat_of(update),
                payload=json.dumps(update, ensure_ascii=True, separators=(",", ":")).encode(),
                received_at=now,
                message_id=message_of(update),
                said_at=said[id(update)],
            )
            for update in updates
            if isinstance(update.get("update_id"), int)
        ]
        try:
            async with self.storage.work() as work:
                new = await work.take_in(arrivals)
        except DatabaseProblem:
            # Whoever wrote hours ago is not written to now: somebody else may hold the phone.
            lately = [update for update in updates if now - said[id(update)] <= IN_CHAT]
            with suppress(TimeoutError):
                await self.apology.tell(lately, now=now)
            raise
        self.answered_at = self.ticks()
        self.apology.over()
        if arrivals:
            self.offset = max(arrival.update_id for arrival in arrivals) + 1
        log.debug("updates kept: %d, new: %d", len(arrivals), new)
        self.pulse.count("updates", times=new)
        self.told()
        return len(arrivals)

    async def _clash(self) -> None:
        """Our updates go to somebody else: to another program with the same token, or to a webhook (T6)."""
        webhook = False
        with suppress(Away, TokenRefused):
            webhook = bool(await self.line.webhook())
        log.critical(
            "a webhook is set, updates go there (409): delete it, and change the token if it was not you"
            if webhook
            else "another program polls with the same token (409): stop it"
        )
        over, begun = ("clash", "webhook") if webhook else ("webhook", "clash")
        self.pulse.ends(over)
        self.pulse.begins(begun)
        await self.pulse.rest("receiver", CLASH_WAIT)

    async def _wait(self, said: float = 0) -> None:
        pause = said or PATIENCE[min(self.failures, len(PATIENCE) - 1)]
        self.failures += 1
        self.answered = False
        if self.failures % RENEW_AFTER == 0:
            await self.line.poll_anew()
        log.warning("Telegram can't be reached, next try in %s s (failure %d)", pause, self.failures)
        await self.pulse.rest("receiver", pause)
