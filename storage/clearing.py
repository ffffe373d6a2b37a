"""What stands in a chat on somebody's phone and is to be deleted there: which numbers, and which of them are gone.

Telegram deletes, in a private chat, what either side wrote in the last 48 hours, by the numbers of the messages. A
number stands here as long as the message may be on the phone; it is forgotten once the message is gone, or too old.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, false, literal_column, null, or_, select, union, update

from cases.messages import ChatId, Clears
from storage.outbox import numbers_of
from storage.people import PeopleWork
from storage.tables import InboxRow, OutboxRow, one_of

logger = logging.getLogger("laporaman.storage.clearing")

#: So long Telegram lets a bot delete what stands in a private chat.
DELETABLE = timedelta(hours=48)
#: Nothing fades later than this. What seems to was written by a clock that has been put back since, and is due.
LATEST = timedelta(hours=1)
AT_ONCE = 100
#: For one message whose number was lost so many are tried, and so many in all.
GUESSES, MOST_GUESSES = 200, 1000
CHATS = 20


@dataclass(frozen=True)
class Standing:
    """What is to be deleted in a chat now. `guesses` are numbers that something of ours may have whose answer was lost;
    `numbers` the next to be deleted for sure; `older`: there was something that can't be deleted any more."""

    guesses: tuple[int, ...] = ()
    guessed_for: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    sent: tuple[int, ...] = ()
    heard: tuple[int, ...] = ()
    older: bool = False
    too_old: tuple[int, ...] = ()
    too_old_heard: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Row:
    """One row with what went out of it, or came in by it, and when that was known."""

    id: int
    numbers: tuple[int, ...]
    at: datetime
    ours: bool


def _due(column: Any) -> Any:
    return and_(column.is_not(None), or_(column <= bindparam("now"), column > bindparam("never")))


_OVER = ("sent", "failed", "cancelled")
_OURS = (OutboxRow.chat == bindparam("index"), OutboxRow.id < bindparam("before"), OutboxRow.clears.is_(None))
_SENT = select(OutboxRow.id, OutboxRow.message_id, OutboxRow.also, OutboxRow.sent_at, OutboxRow.created_at).where(
    *_OURS, OutboxRow.message_id.is_not(None)
)
_HEARD = select(InboxRow.id, InboxRow.message_id, InboxRow.received_at).where(
    InboxRow.chat == bindparam("index"), InboxRow.message_id.is_not(None)
)
_LOST = (
    select(OutboxRow.id, OutboxRow.message_id, OutboxRow.created_at)
    .where(*_OURS, literal_column("outbox.uncertain"), one_of(OutboxRow.state, *_OVER))
    .order_by(OutboxRow.id.desc())
)
_FADED_SENT, _FADED_LOST = _SENT.where(_due(OutboxRow.fade_at)), _LOST.where(_due(OutboxRow.fade_at))
_FADED_HEARD = _HEARD.where(_due(InboxRow.fade_at))

_GONE: dict[Any, Any] = {"message_id": null(), "fade_at": null()}
_FORGET_SENT = update(OutboxRow).where(OutboxRow.id.in_(bindparam("rows", expanding=True))).values(**_GONE, also=null())
#: The edits of a message bear its number too.
_FORGET_NUMBERS = (
    update(OutboxRow)
    .where(
        OutboxRow.chat == bindparam("index"),
        OutboxRow.message_id.is_not(None),
        OutboxRow.message_id.in_(bindparam("numbers", expanding=True)),
        OutboxRow.also.is_(None),
    )
    .values(**_GONE)
)
_FORGET_HEARD = update(InboxRow).where(InboxRow.id.in_(bindparam("rows", expanding=True))).values(**_GONE)
_FORGET_HEARD_NUMBERS = (
    update(InboxRow)
    .where(
        InboxRow.chat == bindparam("index"),
        InboxRow.message_id.is_not(None),
        InboxRow.message_id.in_(bindparam("numbers", expanding=True)),
    )
    .values(**_GONE)
)
#: Nothing is changed any more in a message that is gone: it would come back as a new one.
_NO_EDITS = (
    update(OutboxRow)
    .where(one_of(OutboxRow.state, "waiting", "held"), OutboxRow.edits.in_(bindparam("rows", expanding=True)))
    .values(state="cancelled", payload=null())
)
_GUESSED = (
    update(OutboxRow)
    .where(OutboxRow.id.in_(bindparam("rows", expanding=True)))
    .values(uncertain=false(), fade_at=null())
)
_FADE = (
    update(InboxRow)
    .where(InboxRow.chat == bindparam("index"), InboxRow.message_id == bindparam("number"))
    .values(fade_at=bindparam("at"))
)
_UNDER_WAY = OutboxRow.__table__.alias("under_way")


def _chats(row: Any) -> Any:
    # Whoever's chat is being cleared already is not asked for twice.
    pending = select(_UNDER_WAY.c.id).where(
        _UNDER_WAY.c.clears.is_not(None),
        _UNDER_WAY.c.chat == row.chat,
        one_of(_UNDER_WAY.c.state, "waiting", "sending"),
    )
    return select(row.chat).where(_due(row.fade_at), row.chat.is_not(None), ~pending.exists())


_FADING_CHATS = union(_chats(OutboxRow).where(one_of(OutboxRow.state, *_OVER)), _chats(InboxRow)).limit(CHATS)
_FADED = (
    update(OutboxRow)
    .where(*_OURS, _due(OutboxRow.fade_at), one_of(OutboxRow.state, *_OVER), OutboxRow.message_id.is_(None))
    .values(fade_at=null())
)
_ANY_FADING = _FADING_CHATS.limit(1)
_NEVER_MIND = tuple(
    update(row).where(row.chat == bindparam("index")).values(fade_at=null()) for row in (OutboxRow, InboxRow)
)


class ClearWork(PeopleWork):
    """What a unit of work can do about what stands on phones."""

    async def standing(self, chat: ChatId, *, clears: Clears, row: int, now: datetime) -> Standing:
        """What is to be deleted next by that row of the outbox: all that stands there but what comes behind it, or what
        was to fade by now. What the person wrote goes, whenever they did."""
        index, ours = self._seals.chat_index(chat), {"before": row}
        every = [_sent(one) for one in await self._rows(_SENT, index=index, **ours)]
        every += [_heard(one) for one in await self._rows(_HEARD, index=index)]
        if clears is Clears.ALL:
            wanted, lost = every, await self._rows(_LOST, index=index, **ours)
        else:
            due = {"index": index, "now": now, "never": now + LATEST}
            wanted = [_sent(one) for one in await self._rows(_FADED_SENT, **due, **ours)]
            wanted += [_heard(one) for one in await self._rows(_FADED_HEARD, **due)]
            lost = await self._rows(_FADED_LOST, **due, **ours)
        young = [one for one in wanted if one.at > now - DELETABLE]
        old = [one for one in wanted if one.at <= now - DELETABLE]
        batch = _batch(young)
        return Standing(
            guesses=_guesses(lost, every),
            guessed_for=tuple(one.id for one in lost),
            numbers=tuple(dict.fromkeys(number for one in batch for number in one.numbers)),
            sent=tuple(one.id for one in batch if one.ours),
            heard=tuple(one.id for one in batch if not one.ours),
            older=bool(old),
            too_old=tuple(one.id for one in old if one.ours),
            too_old_heard=tuple(one.id for one in old if not one.ours),
        )

    async def guessed(self, standing: Standing) -> None:
        """What was sent without an answer is looked for no more."""
        await self._each_hundred(_GUESSED, standing.guessed_for)

    async def deleted(self, chat: ChatId, standing: Standing) -> None:
        """These are gone from the phone: their numbers are forgotten, and nothing changes them any more."""
        index = self._seals.chat_index(chat)
        await self._forget_numbers(standing.sent, standing.heard)
        for statement in (_FORGET_NUMBERS, _FORGET_HEARD_NUMBERS):
            await self._change(statement, index=index, numbers=list(standing.numbers))

    async def left_standing(self, chat: ChatId, standing: Standing, *, row: int, now: datetime) -> None:
        """These can't be deleted any more, nor are they ever changed; of what was to fade by now nothing is left."""
        await self._forget_numbers(standing.too_old, standing.too_old_heard)
        index = self._seals.chat_index(chat)
        await self._change(_FADED, index=index, before=row, now=now, never=now + LATEST)

    async def _forget_numbers(self, sent: Collection[int], heard: Collection[int]) -> None:
        await self._each_hundred(_FORGET_SENT, sent)
        await self._each_hundred(_NO_EDITS, sent)
        await self._each_hundred(_FORGET_HEARD, heard)

    async def _each_hundred(self, statement: Any, rows: Collection[int]) -> None:
        every = list(rows)
        for start in range(0, len(every), AT_ONCE):
            await self._change(statement, rows=every[start : start + AT_ONCE])

    async def fade(self, chat: ChatId, number: int, *, at: datetime) -> None:
        """What the person wrote under that number is taken off the phone then."""
        await self._change(_FADE, index=self._seals.chat_index(chat), number=number, at=at)

    async def has_fading(self, *, now: datetime) -> bool:
        """Whether there may be something for `fading`: a look that costs little."""
        return await self._row(_ANY_FADING, now=now, never=now + LATEST) is not None

    async def fading(self, *, now: datetime) -> tuple[ChatId, ...]:
        """The chats, a few at once, in which something was to fade by now and nobody has been asked to delete it."""
        rows = [row.chat for row in await self._rows(_FADING_CHATS, now=now, never=now + LATEST)]
        if not rows:
            return ()
        known = await self.whose(rows)
        for index in rows:
            if index not in known:
                logger.error("something was to fade in a chat that belongs to nobody known, and stays")
                for statement in _NEVER_MIND:
                    await self._change(statement, index=index)
        return tuple(known.values())


def _sent(row: Any) -> _Row:
    return _Row(row.id, tuple(numbers_of(row)), row.sent_at or row.created_at, ours=True)


def _heard(row: Any) -> _Row:
    return _Row(row.id, (row.message_id,), row.received_at, ours=False)


def _batch(rows: Iterable[_Row]) -> list[_Row]:
    """As many rows as fit into one call, the newest first: whole rows, so that a row is either there or gone."""
    batch: list[_Row] = []
    size = 0
    for row in sorted(rows, key=lambda row: -max(row.numbers)):
        if batch and size + len(row.numbers) > AT_ONCE:
            break
        batch.append(row)
        size += len(row.numbers)
    return batch


def _guesses(lost: Sequence[Any], known: Sequence[_Row]) -> tuple[int, ...]:
    """Numbers that messages may have which were very likely sent, but whose answer never came.

    They lie between what the chat had when such a row was written and what came after it. To try a number that belongs
    to another chat, or to nothing, does no harm: `deleteMessages` passes over what is not in the chat it is called for.
    Telegram counts the messages of all private chats of a bot in one row, so a gap may be wide; the tries are bounded,
    and a copy that lies farther away stays.
    """
    taken = {number for row in known for number in row.numbers}
    found: dict[int, None] = {}
    for row in lost:
        before = [number for one in known for number in one.numbers if one.at <= row.created_at]
        low = max(before, default=None)
        after = [number for number in taken if low is None or number > low]
        # A repeat that was answered stands behind the copy that was not.
        high = row.message_id if row.message_id in after else max(after, default=None)
        if low is None and high is None:
            continue
        if high is None:
            assert low is not None
            high = low + AT_ONCE
        first = low if low is not None else max(0, high - GUESSES - 1)
        tries = [number for number in range(first + 1, high) if number not in taken]
        found |= dict.fromkeys(tries[:GUESSES])
    return tuple(found)[:MOST_GUESSES]


__all__ = ["AT_ONCE", "DELETABLE", "ClearWork", "Standing"]
