"""Works the inbox: what each update means and all that follows from it, in one transaction; nothing is ever dropped."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bot.clock import Clock
from bot.hearing import hear_update
from bot.presses import Answered, answered
from bot.pulse import Pulse
from cases.refusals import Changed
from handlers.conversation.engine import World
from handlers.desk import hear, set_aside
from storage import DatabaseProblem, InboxItem, Storage, Work

log = logging.getLogger("laporaman.worker")

BATCH = 32
LOOK_AGAIN = 1.0
AFTER_TROUBLE = 1.0
#: Two hundred may press at once, and the ladder climb meanwhile.
IN_BETWEEN = 5
PRESS = b'"callback_query"'


@dataclass
class Worker:
    """One worker. A batch of chats shares one commit; each update has its own savepoint, so none spoils another."""

    storage: Storage
    world: World
    clock: Clock
    told: Callable[[], None]
    answer_press: Callable[[Answered], None]
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    pulse: Pulse = field(default_factory=Pulse)

    async def run(self) -> None:
        """Work until cancelled. A batch that can't be committed is worked again."""
        while True:
            self.wake.clear()
            self.pulse.beat("worker")
            try:
                worked = await self.batch()
            except Exception:
                log.exception("a batch could not be committed and is worked again")
                await asyncio.sleep(AFTER_TROUBLE)
                continue
            if worked:
                continue
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.wake.wait(), LOOK_AGAIN)

    async def batch(self) -> int:
        """Work what waits, oldest first; returns how many rows were looked at."""
        presses: list[Answered] = []
        async with self.storage.look() as quick:
            if not (await quick.inbox_counts())["waiting"]:
                return 0
        async with self.storage.work() as work:
            items = await work.waiting(now=self.clock.now(), limit=BATCH)
            held: set[int | None] = set()
            done = 0
            for item in items:
                if item.chat is not None and item.chat in held:
                    continue
                if await self._one(work, item, presses):
                    done += 1
                else:
                    held.add(item.chat)
        for press in presses:
            self.answer_press(press)
        self.pulse.count("worked", times=done)
        self.told()
        return len(items)

    async def _one(self, work: Work, item: InboxItem, presses: list[Answered]) -> bool:
        try:
            return await self._heard_as_it_stands(work, item, presses)
        except Exception as error:
            if isinstance(error, DatabaseProblem) and error.is_passing:
                # Not this row's fault: the whole batch is worked again, until the disk has room.
                raise
            log.exception("inbox row failed row=%d attempt=%d", item.id, item.attempts + 1)
        async with work.savepoint():
            if await work.failed(item, why="error", now=self.clock.now()):
                log.critical("inbox row set aside row=%d: `python -m bot requeue` tries it again", item.id)
                self.pulse.count("set_aside")
                await self._tell(work, item)
        return False

    async def _heard_as_it_stands(self, work: Work, item: InboxItem, presses: list[Answered]) -> bool:
        """When another process has written in between, what stands now is read anew, and that is answered."""
        for _ in range(IN_BETWEEN):
            try:
                await self._heard(work, item, presses)
                return True
            except Changed:
                continue
            except DatabaseProblem as problem:
                if problem.reason != "deadlock":
                    raise
        await self._heard(work, item, presses)
        return True

    async def _heard(self, work: Work, item: InboxItem, presses: list[Answered]) -> None:
        async with work.savepoint():
            groups = [group.chats for group in await work.groups()] if PRESS in item.payload else []
            heard = hear_update(item.payload, at=item.received_at, key=self.storage.button_key, groups=groups)
            if heard is not None:
                now = self.clock.now()
                heard = replace(heard, said_at=item.said_at)
                toast = await hear(work, heard, self.world, now=now)
                if heard.press_id:
                    presses.append(answered(heard.press_id, toast, zone=self.world.profile.zone, now=now))
            await work.worked(item)

    async def _tell(self, work: Work, item: InboxItem) -> None:
        """The person and the operators learn of it; that this fails too must not undo that the row is set aside."""
        try:
            async with work.savepoint():
                await set_aside(work, item.chat, row=item.id, world=self.world, now=self.clock.now())
        except Exception:
            log.critical("nobody could be told of an inbox row set aside row=%d", item.id, exc_info=True)
