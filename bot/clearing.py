"""Deletes on somebody's phone what stands in their chat with us. It can be stopped at any point and begun again."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.clock import Clock
from bot.telegram import Delivered, Refused, Reply
from storage import Outgoing, Standing, Storage

log = logging.getLogger("laporaman.clearing")

#: Telegram takes so many numbers in one call.
AT_ONCE = 100
Say = Callable[[str, dict[str, object]], Awaitable[Reply]]


@dataclass(frozen=True)
class Cleared:
    """What became of it. `left` stands there in the end: what is too old for Telegram to delete it."""

    reply: Reply
    left: Standing


async def clear(say: Say, storage: Storage, outgoing: Outgoing, *, clock: Clock) -> Cleared:
    """Delete what that row is to delete, and whatever the person writes meanwhile; at the first trouble stop and say
    so, to be called again.

    Numbers are forgotten only once Telegram has said that the messages are gone: a sudden end in between asks for the
    same ones again, which does no harm. Numbers whose answers were lost come first, as long as their neighbours are
    known, by which they are found.
    """
    while True:
        async with storage.look() as look:
            standing = await look.standing(
                outgoing.chat, clears=outgoing.message.clears, row=outgoing.id, now=clock.now()
            )
        reply = await _delete(say, outgoing, (*standing.guesses, *standing.numbers))
        if not isinstance(reply, Delivered):
            return Cleared(reply, standing)
        async with storage.work() as work:
            await work.guessed(standing)
            await work.deleted(outgoing.chat, standing)
        if not standing.numbers:
            return Cleared(reply, standing)


async def _delete(say: Say, outgoing: Outgoing, numbers: Sequence[int]) -> Reply:
    for start in range(0, len(numbers), AT_ONCE):
        part = list(numbers[start : start + AT_ONCE])
        reply = await say("deleteMessages", {"chat_id": int(outgoing.chat), "message_ids": part})
        if isinstance(reply, Refused):
            # One that is too old by Telegram's own time may spoil them all.
            log.warning("Telegram refused to delete messages together, tried one by one row=%d", outgoing.id)
            reply = await _one_by_one(say, outgoing, part)
        if not isinstance(reply, Delivered):
            return reply
    return Delivered(None)


async def _one_by_one(say: Say, outgoing: Outgoing, numbers: Sequence[int]) -> Reply:
    for number in numbers:
        reply = await say("deleteMessage", {"chat_id": int(outgoing.chat), "message_id": number})
        if not isinstance(reply, Delivered | Refused):
            return reply
    return Delivered(None)


__all__ = ["AT_ONCE", "Cleared", "Standing", "clear"]
