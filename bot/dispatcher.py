"""Carries outgoing rows to Telegram: the urgent ones first, at least once each, and never gives one up in silence."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from math import inf
from time import monotonic
from typing import Any

from bot.clearing import clear
from bot.clock import Clock
from bot.file_room import FileRoom, without_file
from bot.letters import made
from bot.pictures import drawn
from bot.pulse import Pulse
from bot.rendering import FILES, Call, Tongue, calls
from bot.telegram import Busy, Delivered, Gone, Line, Moved, Refused, Reply, Unsure
from bot.words import MissingText
from cases.messages import ChatId, Lane
from cases.phrases import says
from handlers import groups, leaving
from handlers.conversation.engine import World
from handlers.undelivered import brought, lost, unreachable
from storage import DatabaseProblem, Outgoing, Standing, Storage, Work

log = logging.getLogger("laporaman.dispatcher")

AT_ONCE = 16
#: Hands that only emergencies get: sixteen hanging chats must not hold up an alert.
SPARE = 8
#: One message after the other while Telegram answers this fast, side by side as soon as it doesn't: a sudden end
#: then repeats one message at the most, and a slow chat holds nobody up.
PATIENCE = 0.03
LOOK_AGAIN = 1.0
#: A call that very likely arrived so many times is not sent once more: the ladder calls again anyway, and a phone that
#: rings five times for one step is soon not looked at.
COPIES = 2
#: Telegram answered others this short a while ago: an answer that was lost does not mean that nothing gets through.
ALIVE_SECONDS = 10
#: The first retry comes at once: most troubles are over by then, and an officer must not wait for the others.
BACK_OFF = (0.1, 0.5, 1, 2, 4, 8, 10)
#: A line too thin for a picture carries words: after so many tries in vain it goes without.
PICTURE_TRIES = 2
URGENT = frozenset({Lane.EMERGENCY})
EVERY = frozenset(Lane)
#: What is counted of each answer.
BECAME: Mapping[type[Reply], str] = {
    Delivered: "sent",
    Busy: "retried",
    Unsure: "retried",
    Gone: "failed",
    Refused: "failed",
    Moved: "retried",
}


@dataclass
class Pause:
    """A chat that is left alone until then; `lanes` is what is still tried meanwhile."""

    until: float
    failures: int = 0
    lanes: frozenset[Lane] = frozenset()


@dataclass
class Dispatcher:
    """One dispatcher: picks rows, sends them, settles each in the database at once."""

    line: Line
    storage: Storage
    world: World
    clock: Clock
    told: Callable[[], None]
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    flying: dict[ChatId, asyncio.Task[None]] = field(default_factory=dict)
    pauses: dict[ChatId, Pause] = field(default_factory=dict)
    mistakes: dict[int, int] = field(default_factory=dict)
    good_at: float = -inf
    pulse: Pulse = field(default_factory=Pulse)
    files: FileRoom | None = None

    async def run(self) -> None:
        """Send until cancelled. Rows that were in flight when a former run ended are sent again, as repeats."""
        reclaimed = False
        # Those of a former run have ended with it; one that had not begun yet could not say so.
        self.flying.clear()
        async with asyncio.TaskGroup() as house:
            while True:
                self.wake.clear()
                self.pulse.beat("dispatcher")
                try:
                    if not reclaimed:
                        await self._reclaim()
                        reclaimed = True
                    launched = await self.launch(house)
                except Exception:
                    log.exception("outgoing rows could not be picked")
                    await asyncio.sleep(LOOK_AGAIN)
                    continue
                await self._until_next(launched)

    async def _reclaim(self) -> None:
        async with self.storage.work() as work:
            again = await work.reclaim()
        if again:
            log.info("messages in flight at the last end, sent again: %d", again)

    async def launch(self, house: asyncio.TaskGroup) -> asyncio.Task[None] | None:
        """Start sending the next row there is, if there is one and a hand is free."""
        if len(self.flying) >= AT_ONCE + SPARE:
            return None
        now = self.clock.now()
        async with self.storage.look() as quick:
            if not await quick.has_outgoing(now=now):
                return None
        skip, urgent_only = self._left_alone()
        free = len(self.flying) < AT_ONCE
        picked: tuple[Outgoing, ...] = ()
        async with self.storage.work() as work:
            if urgent_only or not free:
                # First, or an alert in a chat that is left alone would wait for everybody's small talk.
                picked = await work.pick(now=now, limit=1, skip=skip, lanes=URGENT)
            if not picked and free:
                picked = await work.pick(now=now, limit=1, skip=skip | urgent_only, lanes=EVERY)
        if not picked:
            return None
        self.flying[picked[0].chat] = house.create_task(self._carry(picked[0]))
        return self.flying[picked[0].chat]

    def _left_alone(self) -> tuple[frozenset[ChatId], frozenset[ChatId]]:
        now = monotonic()
        for chat in [chat for chat, pause in self.pauses.items() if pause.until <= now and not pause.failures]:
            del self.pauses[chat]
        paused = {chat: pause for chat, pause in self.pauses.items() if pause.until > now}
        urgent_only = frozenset(chat for chat, pause in paused.items() if pause.lanes)
        return frozenset(self.flying) | (frozenset(paused) - urgent_only), urgent_only - frozenset(self.flying)

    async def _until_next(self, launched: asyncio.Task[None] | None) -> None:
        if launched is not None:
            await asyncio.wait({launched}, timeout=PATIENCE)
            return
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.wake.wait(), LOOK_AGAIN)

    async def _carry(self, outgoing: Outgoing) -> None:
        try:
            # What went out by then, whatever becomes of the rest: it must be known to be deleted one day.
            gone_out: list[int] = []
            left = None
            if outgoing.message.clears:
                cleared = await clear(self._say, self.storage, outgoing, clock=self.clock)
                reply, left = cleared.reply, cleared.left
            else:
                reply = Delivered(None) if _is_enough(outgoing) else await self._send(outgoing, gone_out)
            self.pulse.count(BECAME[type(reply)], outgoing.message.lane.name.lower())
            await self._keep(outgoing, lambda: self._settle(outgoing, reply, gone_out, left=left))
            self.mistakes.pop(outgoing.id, None)
        except MissingText as missing:
            log.critical("a text is missing or incomplete key=%s row=%d", missing, outgoing.id)
            await self._put_back(outgoing)
        except Exception:
            log.exception("outgoing row failed row=%d attempt=%d", outgoing.id, outgoing.attempts)
            await self._put_back(outgoing)
        finally:
            del self.flying[outgoing.chat]
            self.wake.set()

    async def _keep(self, outgoing: Outgoing, write: Callable[[], Awaitable[None]]) -> None:
        """Write down what became of a row, until the database takes it: for a full disk nothing is sent twice."""
        while True:
            try:
                return await write()
            except DatabaseProblem as problem:
                if problem.reason == "failed":
                    raise
                log.error("what became of a row can't be kept yet (%s) row=%d", problem.reason, outgoing.id)
            await asyncio.sleep(LOOK_AGAIN)

    async def _put_back(self, outgoing: Outgoing) -> None:
        try:
            await self._keep(outgoing, lambda: self._broken(outgoing))
        except Exception:
            # One row must not end the dispatcher.
            log.critical("outgoing row left as it is until the next start row=%d", outgoing.id, exc_info=True)

    async def _send(self, outgoing: Outgoing, gone_out: list[int]) -> Reply:
        async with self.storage.look() as quick:
            person = await quick.person(outgoing.chat)
            if outgoing.message.leaves and outgoing.chat in (await quick.roster()).groups:
                # Made known since, or it was a known one that has become a supergroup.
                return Delivered(None)
        language = person.language if person else "id"
        tongue = Tongue(language, self.world.profile.zone, self.clock.now())
        repeated = outgoing.uncertain
        key = self.storage.button_key
        message, edits = outgoing.message, outgoing.edits_message_id
        picture = await self._drawn(outgoing, tongue)
        letter = await self._made(outgoing)
        if message.file and self.files is not None and edits is None:
            brought = partial(calls, tongue=tongue, key=key)
            return await self._send_file(self.files, outgoing, brought, gone_out)
        reply = await self._call(
            calls(message, tongue, key=key, repeated=repeated, edits=edits, drawn=picture, made=letter), gone_out
        )
        if message.leaves and isinstance(reply, Gone):
            # It is out already.
            return Delivered(None)
        if edits is not None and reply == Refused("edit"):
            if message.lane is Lane.REST:
                # It would only have tidied up.
                return Delivered(None)
            edits = None
            reply = await self._call(calls(message, tongue, key=key, repeated=repeated), gone_out)
        if isinstance(reply, Refused) and (picture or letter or reply.why in ("entities", "too_long", "other")):
            log.error("Telegram refused a message, tried again without formatting row=%d", outgoing.id)
            again = calls(message, tongue, key=key, repeated=repeated, edits=edits, plain=True)
            reply = await self._call(again, gone_out)
        if isinstance(reply, Refused) and any(getattr(message, f"{part}_id") for part in FILES):
            bare = replace(message, photo_id="", voice_id="", video_id="", document_id="")
            bare = replace(bare, phrase=says("file-lost", text=message.phrase))
            reply = await self._call(calls(bare, tongue, key=key), gone_out)
        return reply

    async def _send_file(
        self, room: FileRoom, outgoing: Outgoing, brought: Callable[..., tuple[Call, ...]], gone_out: list[int]
    ) -> Reply:
        """A file that somebody sent, or why it can't be shown: whoever looks at a case must know that there is one."""
        message, sent = outgoing.message, None
        if outgoing.attempts <= PICTURE_TRIES:
            message, sent = await room.ready(message)
            reply = await self._call(brought(message, sent=sent), gone_out)
            if isinstance(reply, Refused) and message.file:
                message, sent = await room.anew(message)
                reply = await self._call(brought(message, sent=sent), gone_out)
            if isinstance(reply, Delivered) and reply.file_id and sent is not None and sent.is_a_copy:
                await room.went_out(message, reply.file_id, now=self.clock.now())
            if not isinstance(reply, Refused):
                return reply
        return await self._call(brought(without_file(message)), gone_out)

    async def _drawn(self, outgoing: Outgoing, tongue: Tongue) -> bytes | None:
        """Its picture; none where it has none, and none once that went out in vain: then the words go alone."""
        picture = outgoing.message.picture
        if picture is None or outgoing.edits_message_id is not None or outgoing.attempts > PICTURE_TRIES:
            return None
        return await drawn(picture, partial(tongue.words, markup=False), language=tongue.language)

    async def _made(self, outgoing: Outgoing) -> bytes | None:
        """Its letter as a file; none where it has none, and none once that went out in vain: then its words go."""
        paper = outgoing.message.paper
        if paper is None or outgoing.edits_message_id is not None or outgoing.attempts > PICTURE_TRIES:
            return None
        return await made(paper)

    async def _call(self, to_make: tuple[Call, ...], gone_out: list[int]) -> Reply:
        reply: Reply = Delivered(None)
        file_id = ""
        for call in to_make:
            reply = await self._say(call.method, call.payload)
            if not isinstance(reply, Delivered):
                return reply
            # Its file may have gone before its words.
            file_id = reply.file_id or file_id
            if reply.message_id is not None:
                gone_out.append(reply.message_id)
        return replace(reply, file_id=file_id) if isinstance(reply, Delivered) else reply

    async def _say(self, method: str, payload: Mapping[str, Any]) -> Reply:
        reply = await self.line.say(method, payload)
        if isinstance(reply, Delivered):
            self.good_at = monotonic()
        return reply

    async def _settle(
        self, outgoing: Outgoing, reply: Reply, gone_out: Sequence[int], *, left: Standing | None
    ) -> None:
        now = self.clock.now()
        match reply:
            case Delivered(message_id):
                if outgoing.chat in self.pauses and self.pauses[outgoing.chat].failures:
                    # The line is good again; what Telegram asked for by 429 holds until its time is over.
                    del self.pauses[outgoing.chat]
                async with self.storage.work() as work:
                    number = message_id or outgoing.edits_message_id
                    await work.sent(outgoing, message_id=number, now=now, also=gone_out)
                    if left is not None:
                        await leaving.cleared(work, outgoing, left, now=now)
                    await brought(work, outgoing, now=now)
            case Busy(wait):
                log.warning("Telegram wants a chat left alone for %s s row=%d", wait, outgoing.id)
                self._pause(outgoing, wait)
                async with self.storage.work() as work:
                    await work.retry(outgoing, at=now, why="busy", uncertain=outgoing.uncertain, also=gone_out)
            case Unsure(why, sent_perhaps, doubt):
                doubt = doubt and monotonic() - self.good_at <= ALIVE_SECONDS
                failures = self.pauses[outgoing.chat].failures if outgoing.chat in self.pauses else 0
                wait = BACK_OFF[min(failures, len(BACK_OFF) - 1)]
                log.warning("no clear answer from Telegram (%s), again in %s s row=%d", why, wait, outgoing.id)
                self._pause(outgoing, wait, failures=failures + 1)
                async with self.storage.work() as work:
                    perhaps = outgoing.uncertain or sent_perhaps
                    await work.retry(outgoing, at=now, why=why, uncertain=perhaps, doubt=doubt, also=gone_out)
            case Moved(to):
                log.info("a message goes to where its group has moved row=%d", outgoing.id)
                async with self.storage.work() as work:
                    await groups.moved(work, outgoing, to=ChatId(to), now=now)
                self.told()
            case Gone(why):
                log.warning("a person can't be reached (%s) row=%d", why, outgoing.id)
                async with self.storage.work() as work:
                    await work.failed_to_send(outgoing, why=why, now=now, also=gone_out)
                    await unreachable(work, outgoing, world=self.world, now=now)
                self.told()
            case Refused(why):
                log.critical("Telegram will never take this message (%s) row=%d", why, outgoing.id)
                async with self.storage.work() as work:
                    await work.failed_to_send(outgoing, why=why, now=now, also=gone_out)
                    await lost(work, outgoing, world=self.world, now=now)

    def _pause(self, outgoing: Outgoing, wait: float, *, failures: int = 0) -> None:
        urgent = outgoing.message.lane is Lane.EMERGENCY
        lanes: frozenset[Lane] = frozenset() if urgent else URGENT
        self.pauses[outgoing.chat] = Pause(monotonic() + wait, failures, lanes)

    async def _broken(self, outgoing: Outgoing) -> None:
        """Our own mistake: tried again later; after a few times it is set aside and the operator told.

        Only mistakes count: a message that waited through a long outage has not used up its chances.
        """
        now = self.clock.now()
        mistakes = self.mistakes.get(outgoing.id, 0) + 1
        async with self.storage.work() as work:
            if mistakes <= len(BACK_OFF):
                self._pause(outgoing, BACK_OFF[mistakes - 1])
                await work.retry(outgoing, at=now, why="error", uncertain=True)
            else:
                await work.failed_to_send(outgoing, why="error", now=now)
                await self._told_lost(work, outgoing)
        self.mistakes[outgoing.id] = mistakes

    async def _told_lost(self, work: Work, outgoing: Outgoing) -> None:
        """Who must know learns of it; that this fails too must not keep the row from being set aside."""
        try:
            async with work.savepoint():
                await lost(work, outgoing, world=self.world, now=self.clock.now())
        except Exception:
            log.critical("nobody could be told of a lost message row=%d", outgoing.id, exc_info=True)


def _is_enough(outgoing: Outgoing) -> bool:
    """A step of the ladder that very likely stands on the phone as often as it may."""
    return outgoing.doubts >= COPIES and bool(outgoing.message.about_alert) and outgoing.edits_message_id is None
