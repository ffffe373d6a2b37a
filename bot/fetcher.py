"""Fetches the files that people sent and seals them as they come in; takes away what was forgotten.

Nothing of a file is looked at but its first bytes, and nothing of it lies on the disk but sealed.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from math import inf
from time import monotonic, time

import httpx

from bot.clock import Clock
from bot.downloading import streamed
from bot.pulse import Pulse
from bot.telegram import Away, Line, NotToBeHad, TokenRefused
from cases import attaching
from cases.attachment import LARGEST, Attachment, AttachmentRef, AttachmentState, found_in
from cases.outcome import Outcome
from handlers.conversation.engine import World
from handlers.scenes import scene_of_case
from storage import DatabaseProblem, SealedFiles, Storage, Work
from storage.sealed_files import UNFINISHED, Writing

log = logging.getLogger("laporaman.fetcher")

AT_ONCE = 3
LOOK_AGAIN = 1.0
#: However slow the line: 20 MB in a quarter of an hour.
LONGEST = 900.0
#: A fetch that ended with its program is nobody's until then; a start gives it back at once.
LEASE = timedelta(minutes=20)
BACK_OFF = tuple(timedelta(seconds=seconds) for seconds in (2, 10, 60, 300, 900, 3600))
#: Telegram said no, or gave less than it had announced, so many times: it is lost. An outage counts for nothing.
ENOUGH = 4
#: With less than this on the disk files wait: reports must still find room.
LEAST_FREE = 500 * 1024 * 1024
TIDY_AGAIN = 3600.0
#: Bytes that no row knows are left alone for so long where other fetchers may be at work.
OTHERS_MAY_WRITE = 3600.0


@dataclass
class Fetcher:
    """One fetcher. `alone`: no other program writes into the folder, so a start may clear away what is unfinished."""

    line: Line
    storage: Storage
    world: World
    clock: Clock
    sealed: SealedFiles
    told: Callable[[], None] = lambda: None
    alone: bool = True
    least_free: int = LEAST_FREE
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    flying: dict[AttachmentRef, asyncio.Task[None]] = field(default_factory=dict)
    pulse: Pulse = field(default_factory=Pulse)
    _writing: set[str] = field(default_factory=set)
    _tidied: float = -inf
    _full: bool = False

    async def run(self) -> None:
        """Fetch until cancelled. What a former run began is fetched anew."""
        self.flying.clear()
        self._writing.clear()
        self._tidied = -inf
        async with asyncio.TaskGroup() as house:
            while True:
                self.wake.clear()
                self.pulse.beat("fetcher")
                try:
                    await self.tidy()
                    await self.launch(house)
                except Exception:
                    log.exception("files could not be looked after")
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self.wake.wait(), LOOK_AGAIN)

    async def tidy(self) -> None:
        """Take away the bytes of what was forgotten; at a start and every hour also what no row knows."""
        first = self._tidied == -inf
        thorough = monotonic() - self._tidied >= TIDY_AGAIN
        if first:
            await asyncio.to_thread(self.sealed.prepare)
            async with self.storage.work() as work:
                await work.release_files(now=self.clock.now())
        if thorough:
            now = self.clock.now()
            async with self.storage.work() as work:
                # A draft that is still there keeps its files; this is for what was sent and then taken back.
                old = now - timedelta(days=self.world.profile.draft_days)
                await work.erase_files(await work.abandoned_files(before=old))
        async with self.storage.look() as look:
            gone = await look.removable_files()
        if gone:
            await asyncio.to_thread(self.sealed.remove, [one.stored for one in gone if one.stored])
            async with self.storage.work() as work:
                await work.files_removed(gone)
            log.info("files forgotten: %d", len(gone))
        if thorough:
            await self._clear(everything=first and self.alone)
            self._tidied = monotonic()

    async def _clear(self, *, everything: bool) -> None:
        """Take away bytes that no row knows: a fetch that ended suddenly, or a row that went before its bytes."""
        before = inf if everything else time() - OTHERS_MAY_WRITE
        # First the folder, then the rows: what is kept in between is in none of the two lists.
        found = await asyncio.to_thread(self.sealed.found_before, before)
        async with self.storage.look() as look:
            known = await look.stored_files()
        orphans = [name for name in found if name not in known and name.removesuffix(UNFINISHED) not in self._writing]
        if orphans:
            await asyncio.to_thread(self.sealed.remove, orphans)
            log.info("bytes that belonged to no file removed: %d", len(orphans))

    async def launch(self, house: asyncio.TaskGroup) -> None:
        """Begin to fetch what waits, as far as hands are free and the disk has room."""
        free = AT_ONCE - len(self.flying)
        now = self.clock.now()
        if free <= 0:
            return
        async with self.storage.look() as look:
            if not await look.has_files_to_fetch(now=now):
                return
        if not await self._has_room():
            return
        async with self.storage.work() as work:
            picked = await work.claim_files(now=now, limit=free, skip=self.flying.keys(), again=now + LEASE)
        for one in picked:
            self.flying[one.ref] = house.create_task(self._fetch(one))

    async def _has_room(self) -> bool:
        usage = await asyncio.to_thread(shutil.disk_usage, self.sealed.folder)
        full = usage.free < self.least_free
        if full and not self._full:
            log.critical("the disk is nearly full: files wait at Telegram, reports go on")
        self._full = full
        return not full

    async def _fetch(self, file: Attachment) -> None:
        try:
            await self._carry(file)
        except NotToBeHad as no:
            await self._settled(file, partial(self._refused, file, no.why))
        except (Away, TokenRefused, httpx.HTTPError, TimeoutError, OSError, DatabaseProblem) as problem:
            log.warning("a file can't be fetched yet (%s) attachment=%s", type(problem).__name__, file.ref)
            await self._settled(file, partial(self._later, file))
        except Exception:
            log.exception("a file could not be fetched attachment=%s", file.ref)
            await self._settled(file, partial(self._later, file))
        finally:
            del self.flying[file.ref]
            self.wake.set()

    async def _settled(self, file: Attachment, write: Callable[[], Awaitable[None]]) -> None:
        try:
            await write()
        except Exception:
            # It is fetched again when its time is over.
            log.error("what became of a file can't be kept yet attachment=%s", file.ref)

    async def _carry(self, file: Attachment) -> None:
        async with asyncio.timeout(LONGEST):
            found = await self.line.locate(file.file_id)
            if found.size > LARGEST:
                raise NotToBeHad("too_big")
            writing = await asyncio.to_thread(self.sealed.begin, file.ref)
            self._writing.add(writing.stored)
            try:
                first = await streamed(found, writing)
                await asyncio.to_thread(writing.keep)
                if not await self._keep(file, writing, first):
                    writing.drop()
            except BaseException:
                writing.drop()
                raise
            finally:
                self._writing.discard(writing.stored)

    async def _keep(self, file: Attachment, writing: Writing, first: bytes) -> bool:
        """Whether it was still wanted: it may have been forgotten while it came in."""
        now = self.clock.now()
        async with self.storage.work() as work:
            waiting = await work.attachment(file.ref)
            if waiting is None or waiting.state is not AttachmentState.WAITING:
                return False
            kept = replace(
                waiting,
                state=AttachmentState.KEPT,
                kept_at=now,
                size=writing.size,
                sha256=writing.sha256,
                stored=writing.stored,
                key=writing.key,
                found=found_in(first),
            )
            await work.record(attaching.fetched(kept, now=now), now=now)
        return True

    async def _refused(self, file: Attachment, why: str) -> None:
        """Telegram said no: again later, or lost for good, and who holds the case is told."""
        now = self.clock.now()
        async with self.storage.work() as work:
            waiting = await work.attachment(file.ref)
            if waiting is None or waiting.state is not AttachmentState.WAITING:
                return
            refused = replace(waiting, refused=waiting.refused + 1)
            if why != "too_big" and refused.refused < ENOUGH:
                await work.record(Outcome(attachments=(refused,)), now=now)
                await self._wait(work, file, now)
                return
            lost = replace(refused, state=AttachmentState.LOST, why=why)
            outcome = attaching.fetched(lost, now=now)
            if lost.case:
                outcome += attaching.told_lost(await scene_of_case(work, lost.case))
            await work.record(outcome, now=now)
        log.warning("a file is lost (%s) attachment=%s", why, file.ref)
        self.told()

    async def _later(self, file: Attachment) -> None:
        async with self.storage.work() as work:
            await self._wait(work, file, self.clock.now())

    async def _wait(self, work: Work, file: Attachment, now: datetime) -> None:
        attempts = await work.file_attempts(file.ref)
        await work.fetch_later(file.ref, at=now + BACK_OFF[min(max(attempts, 1), len(BACK_OFF)) - 1])
