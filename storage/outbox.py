"""The outbox: what is to be sent, in its order, and what became of it."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from cases.case import CaseRef
from cases.messages import ChatId, Clears, Lane, Message
from cases.phrases import Phrase
from storage import outbox_statements as say
from storage.course import CourseWork
from storage.encoding import read, write
from storage.gate import GateWork
from storage.problems import BrokenSeal, Forgotten
from storage.sealing import SlotSeal, slot_of

logger = logging.getLogger("laporaman.storage.outbox")

_ALL_LANES = tuple(Lane)

#: A group that has just become a supergroup looks like a foreign one until its other updates are read.
LEAVE_AFTER = timedelta(seconds=3)


@dataclass(frozen=True)
class Outgoing:
    """One message on its way out. `uncertain`: it may have been delivered before, unknown to us; `doubts`: so many
    times it very likely was, but the answer was lost.

    With `edits_message_id` the message of that number becomes this one; without, it is sent anew.
    """

    id: int
    chat: ChatId
    message: Message
    attempts: int
    uncertain: bool
    edits_message_id: int | None
    created_at: datetime
    doubts: int = 0
    #: The numbers under which something of it went out before.
    there: tuple[int, ...] = ()


class OutboxWork(CourseWork, GateWork):
    """What a unit of work can do with the outbox."""

    async def has_outgoing(self, *, now: datetime) -> bool:
        """Whether anything could go out now: a look that costs little, before `pick` takes the writer."""
        return await self._row(say.READY, now=now) is not None

    async def pick(
        self, *, now: datetime, limit: int, skip: frozenset[int] = frozenset(), lanes: Collection[Lane] | None = None
    ) -> tuple[Outgoing, ...]:
        """Take what goes out next: by lane, then by age, at most one message of each chat.

        What is taken is `sending` and counted from the moment this unit of work is committed; send only then.
        A message that waits for a retry holds up its own chat and lane only. `skip` are chats to leave alone.
        """
        wanted: dict[str, Any] = {
            "now": now,
            "limit": limit,
            "skip": [self._seals.chat_index(chat) for chat in skip],
            "lanes": [int(lane) for lane in (_ALL_LANES if lanes is None else lanes)],
        }
        while rows := await self._rows(say.PICK, **wanted):
            await self._change(say.MARK, rows=[row.id for row in rows])
            await self._unlock(row.payload for row in rows)
            found = [outgoing for row in rows if (outgoing := await self._outgoing(row, now=now)) is not None]
            if found:
                return tuple(found)
        return ()

    async def _outgoing(self, row: Any, *, now: datetime) -> Outgoing | None:
        try:
            message = read(Message, self._opened(row.payload, outbox_place(row.ref, row.chat)))
        except Forgotten:
            logger.warning("outbox row %d was forgotten", row.id)
            await self._change(say.CANCEL, rows=[row.id])
            return None
        except (BrokenSeal, ValueError, KeyError, TypeError) as problem:
            # It can't be sent, and must not hold up all the others.
            logger.error("outbox row %d can't be read (%s)", row.id, type(problem).__name__)
            await self._fail(row.id, why="unreadable", now=now)
            return None
        if not await self._still_fits(message, row, now=now):
            await self._change(say.CANCEL, rows=[row.id])
            await self._change(say.SEND_ANEW, row=row.id)
            return None
        return Outgoing(
            id=row.id,
            chat=message.to,
            message=message,
            attempts=row.attempts + 1,
            uncertain=row.uncertain,
            edits_message_id=row.edited,
            created_at=row.created_at,
            doubts=row.doubts or 0,
            there=tuple(numbers_of(row)),
        )

    async def sent(
        self, outgoing: Outgoing, *, message_id: int | None, now: datetime, also: Collection[int] = ()
    ) -> None:
        """Telegram has it under that number, and its other parts under others; what it said is forgotten here. Edits
        that waited for it may go."""
        fading = now + timedelta(minutes=outgoing.message.fades) if outgoing.message.fades else None
        edits = outgoing.edits_message_id is not None
        kept = _kept_numbers(outgoing, also, message_id)
        await self._change(say.SENT, row=outgoing.id, at=now, **kept, fading=None if edits else fading)
        if edits and fading is not None:
            await self._change(say.FADES_WITH, row=outgoing.id, fading=fading)
        # Without a number nothing was sent this time: what went before very likely stands on the phone.
        became = "delivered" if not outgoing.uncertain else "assumed" if message_id is None else "repeated"
        await self._add_to_course(outgoing.message, became=became, posted_at=outgoing.created_at, now=now)
        if outgoing.edits_message_id is not None:
            if message_id not in (None, outgoing.edits_message_id):
                await self._change(say.MOVED, row=outgoing.id, number=message_id)
        elif outgoing.message.slot:
            await self._change(say.SEND_ANEW if message_id is None else say.RELEASE, row=outgoing.id)

    async def retry(
        self,
        outgoing: Outgoing,
        *,
        at: datetime,
        why: str,
        uncertain: bool,
        doubt: bool = False,
        also: Collection[int] = (),
    ) -> None:
        """It could not be sent now: again then. `also` is what went out of it by now.

        An edit that a newer one has overtaken is not tried again, nor anything in a chat that was cleared meanwhile.
        """
        kept = _kept_numbers(outgoing, also, None)
        if outgoing.edits_message_id is not None and await self._change(say.CANCEL_OVERTAKEN, row=outgoing.id):
            return
        if await self._change(say.CANCEL_CLEARED, row=outgoing.id, maybe_sent=uncertain):
            await self._change(say.KEEP_NUMBERS, row=outgoing.id, **kept)
            return
        # Not by the day on which it is tried again: that key would live longer than two days from now.
        sealed = await self._sealed_why(outgoing.id, why, now=outgoing.created_at)
        await self._change(
            say.RETRY, row=outgoing.id, at=at, maybe_sent=uncertain, more_doubt=int(doubt), sealed_why=sealed, **kept
        )

    async def failed_to_send(self, outgoing: Outgoing, *, why: str, now: datetime, also: Collection[int] = ()) -> None:
        """It will never be sent. What was to change it goes out by itself, unless it only tidied up (lane REST)."""
        await self._fail(outgoing.id, why=why, now=now)
        if also:
            await self._change(say.KEEP_NUMBERS, row=outgoing.id, **_kept_numbers(outgoing, also, None))
        became = f"failed:{why}"
        await self._add_to_course(outgoing.message, became=became, posted_at=outgoing.created_at, now=now)
        logger.warning("outbox row %d failed after %d attempts", outgoing.id, outgoing.attempts)

    async def _fail(self, id: int, *, why: str, now: datetime) -> None:
        await self._change(say.FAILED, row=id, at=now, sealed_why=await self._sealed_why(id, why, now=now))
        await self._change(say.DROP_TIDYING, row=id)
        await self._change(say.SEND_ANEW, row=id)

    async def readdress(self, old: ChatId, new: ChatId, *, without: str) -> None:
        """What waits for a chat goes to the number under which Telegram knows it from now on.

        Given up is what would change a message there, for its number is not valid any more, and what stands in a
        slot that begins with `without`.
        """
        index = self._seals.chat_index(new)
        over: list[int] = []
        rows = await self._rows(say.OF_CHAT, index=self._seals.chat_index(old))
        await self._unlock(row.payload for row in rows)
        for row in rows:
            message = self._message(row)
            if row.edits is not None or message is None or message.slot.startswith(without):
                over.append(row.id)
                continue
            # By the key that has sealed it so far: what this asks for has no time of its own.
            slot = slot_of(row.payload)
            seal = self._seals.house if slot is None else self._held[slot]
            sealed = seal.close(write(replace(message, to=new)), outbox_place(row.ref, index))
            await self._change(say.READDRESS, row=row.id, index=index, sealed=sealed)
        if over:
            await self._change(say.CANCEL, rows=over)

    async def give_up(self, outgoing: Outgoing) -> None:
        """It need not be sent any more."""
        await self._change(say.CANCEL, rows=[outgoing.id])

    async def put_away(
        self, chat: ChatId, case: CaseRef, *, slots: tuple[str, ...], phrase: Phrase, now: datetime
    ) -> int:
        """Whatever that chat was shown of a case says only this from now on, and nothing more of it goes out; how many
        messages. `slots` are those of lists, which stand for no case of their own."""
        index = self._seals.chat_index(chat)
        hashed = [self._slot(Message(chat, phrase, slot=slot)) for slot in slots]
        rows = await self._rows(say.OF_CASE_IN_CHAT, index=index, case=case, slots=[one for one in hashed if one])
        waiting = [row.id for row in rows if row.state in ("waiting", "held")]
        if waiting:
            await self._change(say.CANCEL, rows=waiting)
        gone, seal = Message(chat, phrase, Lane.REST), await self._day_seal(now)
        shown = [row for row in rows if row.edits is None and row.state in ("sent", "sending")]
        edits = [
            self._row_of(gone, index, seal, case_ref=None, now=now)
            | {"edits": row.id, "state": "held" if row.state == "sending" else "waiting"}
            for row in shown
            if row.state == "sending" or row.message_id is not None
        ]
        await self._change_all(say.POST, edits)
        return len(edits)

    async def withhold(self, chat: ChatId, case: CaseRef) -> int:
        """What waits to go to that chat about a case does not go out; what stands there stays as it is."""
        rows = await self._rows(say.OF_CASE_IN_CHAT, index=self._seals.chat_index(chat), case=case, slots=[])
        waiting = [row.id for row in rows if row.state in ("waiting", "held")]
        if waiting:
            await self._change(say.CANCEL, rows=waiting)
        return len(waiting)

    async def has_reached(self, chat: ChatId) -> bool:
        """Whether something of ours arrived in that chat lately."""
        return await self._row(say.REACHED, index=self._seals.chat_index(chat)) is not None

    def _message(self, row: Any) -> Message | None:
        try:
            return read(Message, self._opened(row.payload, outbox_place(row.ref, row.chat)))
        except (BrokenSeal, ValueError, KeyError, TypeError):
            return None

    async def reclaim(self) -> int:
        """What was being sent when the dispatcher died waits again, marked uncertain; how many.

        For the start of the only dispatcher: it would also take what another one is just sending.
        """
        await self._change(say.CANCEL_ALL_OVERTAKEN)
        await self._change(say.CANCEL_ALL_CLEARED)
        return await self._change(say.RECLAIM)

    async def outbox_counts(self) -> Mapping[str, int]:
        """How many rows are waiting, held until the message they change is sent, being sent, and failed."""
        return dict(zip(say.COUNTED, await self._row(say.COUNT), strict=True))

    async def _prune_outbox(self, *, before: datetime) -> int:
        """Remove what was done with before that moment; messages removed here can't be replaced any more."""
        edits = await self._change(say.PRUNE_EDITS, before=before)
        return edits + await self._change(say.PRUNE, before=before)

    async def _post(self, messages: Sequence[Message], *, case_ref: str | None, now: datetime) -> None:
        """Put messages into the outbox; those that replace take the place of all earlier ones of chat and slot."""
        if not messages:
            return
        seal = await self._day_seal(now)
        slots = {self._slot(message) for message in messages if message.replaces and message.slot}
        there = await self._rows(say.SLOTS, slots=list(slots)) if slots else []
        cancelled: set[int] = set()
        posted: list[dict[str, Any]] = []
        for message in messages:
            index = self._seals.chat_index(message.to)
            if message.clears is Clears.ALL:
                # What was to be said there before, also in this very outcome, would stand behind the last line.
                posted = [p for p in posted if p["chat"] != index]
                cancelled |= {r.id for r in await self._rows(say.UNSAID, index=index)}
            row = self._row_of(message, index, seal, case_ref=case_ref, now=now)
            if not (message.replaces and message.slot):
                posted.append(row)
                continue
            posted = [p for p in posted if (p["chat"], p["slot"]) != (index, row["slot"])]
            earlier = [e for e in there if (e.chat, e.slot) == (index, row["slot"])]
            cancelled |= {e.id for e in earlier if e.state in ("waiting", "held")}
            posted += [
                # Sealed anew for each: no two rows hold the same bytes.
                self._row_of(message, index, seal, case_ref=case_ref, now=now)
                | {"edits": e.id, "state": "held" if e.state == "sending" else "waiting"}
                for e in earlier
                if e.edits is None and (e.state == "sending" or (e.state == "sent" and e.message_id is not None))
            ] or ([] if message.tidies else [row])
        if cancelled:
            await self._change(say.CANCEL, rows=sorted(cancelled))
        await self._change_all(say.POST, posted)

    def _row_of(
        self, message: Message, index: bytes, seal: SlotSeal, *, case_ref: str | None, now: datetime
    ) -> dict[str, Any]:
        ref = os.urandom(8).hex()
        return {
            "ref": ref,
            "lane": int(message.lane),
            "chat": index,
            "slot": self._slot(message),
            "state": "waiting",
            "not_before": now + LEAVE_AFTER if message.leaves else now,
            "attempts": 0,
            "uncertain": False,
            "created_at": now,
            "edits": None,
            "about_alert": message.about_alert or None,
            "case_ref": message.about_case or case_ref,
            "talk_ref": message.about_talk or None,
            "payload": seal.close(write(message), outbox_place(ref, index)),
            "fades": message.fades or None,
            "fade_at": None,
            "clears": str(message.clears) or None,
        }

    def _slot(self, message: Message) -> bytes | None:
        return self._seals.index(f"slot|{message.slot}") if message.slot else None

    async def _sealed_why(self, id: int, why: str, *, now: datetime) -> bytes:
        return (await self._day_seal(now)).close(why.encode(errors="replace"), f"outbox|why|{id}")


def numbers_of(row: Any) -> list[int]:
    """All numbers under which something of a row went out, as far as they are known."""
    found = [int(number) for number in (row.also or "").split()]
    return found if row.message_id is None else [*found, row.message_id]


def _kept_numbers(outgoing: Outgoing, also: Collection[int], last: int | None) -> dict[str, Any]:
    """The number that can be changed from now on, and all others; nothing that went out is lost sight of."""
    known = list(dict.fromkeys((*outgoing.there, *also)))
    if last is None and known:
        last = known[-1]
    others = " ".join(str(number) for number in known if number != last)
    return {"number": last, "others": others or None}


def outbox_place(ref: str, index: bytes) -> str:
    """Where a message belongs."""
    return f"outbox|payload|{ref}|{index.hex()}"
