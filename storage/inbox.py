"""The inbox: everything that arrived is a row before anything else happens, and nothing of it is lost."""

from __future__ import annotations

import logging
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from cases.messages import ChatId
from storage.desk import Both, upsert
from storage.key_desk import KeyDesk
from storage.problems import BrokenSeal, Forgotten
from storage.tables import InboxRow, counts, one_of

logger = logging.getLogger("laporaman.storage.inbox")

#: How long a row waits after its first and its second failure; after the third it is set aside.
RETRY_AFTER = (timedelta(seconds=1), timedelta(seconds=5))

_CHAT = struct.Struct(">?q")


@dataclass(frozen=True)
class Arrival:
    """One update as it came. `chat` is None where it belongs to none; `message_id` is what a person wrote there.

    `said_at`: when the person did it, where that is not the moment at which it reached us.
    """

    update_id: int
    chat: int | None
    payload: bytes
    received_at: datetime
    message_id: int | None = None
    said_at: datetime | None = None


@dataclass(frozen=True)
class InboxItem:
    """One row that waits to be worked. `said_at` is when the person did it, `received_at` when it reached us."""

    id: int
    update_id: int
    chat: ChatId | None
    payload: bytes
    received_at: datetime
    attempts: int
    said_at: datetime


def _returning(both: Both) -> Both:
    return Both(*(statement.returning(InboxRow.update_id) for statement in both))


_TAKE_IN = _returning(upsert(InboxRow, key=("update_id",), change=()))

_WAITING = one_of(InboxRow.state, "waiting")
_EARLIER = InboxRow.__table__.alias("earlier")
_HEADS = (
    select(InboxRow.id, InboxRow.update_id, InboxRow.payload, InboxRow.received_at, InboxRow.said_at, InboxRow.attempts)
    .where(
        _WAITING,
        InboxRow.not_before <= bindparam("now"),
        ~select(_EARLIER.c.id)
        .where(one_of(_EARLIER.c.state, "waiting"), _EARLIER.c.chat == InboxRow.chat, _EARLIER.c.id < InboxRow.id)
        .exists(),
    )
    .order_by(InboxRow.id)
    .limit(bindparam("limit"))
    # The first row of a chat stands for the chat: who has it locked works the chat, others pass it by.
    .with_for_update(skip_locked=True, of=InboxRow)
)
_WORKED = update(InboxRow).where(InboxRow.id == bindparam("row")).values(state="worked", payload=None, why=None)
_FAILED = (
    update(InboxRow)
    .where(InboxRow.id == bindparam("row"), _WAITING)
    .values(
        state=bindparam("new_state"),
        attempts=InboxRow.attempts + 1,
        not_before=bindparam("again_at"),
        why=bindparam("sealed_why"),
    )
)
_REQUEUE = (
    update(InboxRow)
    .where(one_of(InboxRow.state, "set_aside"))
    .values(state="waiting", attempts=0, not_before=bindparam("now"))
)
_COUNTED = ("waiting", "set_aside")
_COUNT = counts(InboxRow, *_COUNTED)
_PRUNE = delete(InboxRow).where(one_of(InboxRow.state, "worked"), InboxRow.received_at < bindparam("before"))


class InboxWork(KeyDesk):
    """What a unit of work can do with the inbox."""

    async def take_in(self, arrivals: Sequence[Arrival]) -> int:
        """Keep what arrived; how many were new. An update that is already here is passed over, hours later too."""
        if not arrivals:
            return 0
        seal = await self._day_seal(arrivals[-1].received_at)
        rows = [
            {
                "update_id": arrival.update_id,
                "chat": None if arrival.chat is None else self._seals.chat_index(arrival.chat),
                "state": "waiting",
                "not_before": arrival.received_at,
                "attempts": 0,
                "received_at": arrival.received_at,
                "payload": seal.close(
                    _CHAT.pack(arrival.chat is not None, arrival.chat or 0) + arrival.payload,
                    f"inbox|payload|{arrival.update_id}",
                ),
                "why": None,
                "message_id": arrival.message_id,
                "said_at": arrival.said_at or arrival.received_at,
                "fade_at": None,
            }
            for arrival in arrivals
        ]
        taken = await self._connection.execute(self._said(_TAKE_IN), rows)
        return len(taken.all())

    async def waiting(self, *, now: datetime, limit: int) -> tuple[InboxItem, ...]:
        """The rows to be worked now, oldest first, at most one of each chat: the next only after it was worked.

        A chat whose first row waits for a retry is passed by. On PostgreSQL the rows stay locked until the end of
        the unit of work, so that other workers take other chats; that is why it can't be asked in a `look`.
        """
        items: list[InboxItem] = []
        rows = await self._rows(_HEADS, now=now, limit=limit)
        await self._unlock(row.payload for row in rows)
        for row in rows:
            try:
                items.append(self._item(row))
            except Forgotten:
                logger.warning("inbox row %d was forgotten", row.id)
                await self._change(_WORKED, row=row.id)
            except (BrokenSeal, struct.error) as problem:
                # It can't be worked, and must not hold up all the others.
                logger.critical("inbox row %d can't be read (%s) and is set aside", row.id, type(problem).__name__)
                await self._set_failed(
                    row.id, row.update_id, state="set_aside", again_at=now, why="unreadable", now=now
                )
        return tuple(items)

    def _item(self, row: Any) -> InboxItem:
        plain = self._opened(row.payload, f"inbox|payload|{row.update_id}")
        has_chat, chat = _CHAT.unpack_from(plain)
        return InboxItem(
            id=row.id,
            update_id=row.update_id,
            chat=ChatId(chat) if has_chat else None,
            payload=plain[_CHAT.size :],
            received_at=row.received_at,
            attempts=row.attempts,
            said_at=row.said_at or row.received_at,
        )

    async def worked(self, item: InboxItem) -> None:
        """It is done: what it said is forgotten, its number stays, so that a repeat is known."""
        await self._change(_WORKED, row=item.id)

    async def failed(self, item: InboxItem, *, why: str, now: datetime) -> bool:
        """It could not be worked: again in a moment, or, after the third time, set aside (True), never dropped."""
        aside = item.attempts >= len(RETRY_AFTER)
        again_at = now if aside else now + RETRY_AFTER[item.attempts]
        state = "set_aside" if aside else "waiting"
        await self._set_failed(item.id, item.update_id, state=state, again_at=again_at, why=why, now=now)
        logger.warning("inbox row %d %s", item.id, "set aside" if aside else "failed, will be worked again")
        return aside

    async def _set_failed(
        self, row: int, update_id: int, *, state: str, again_at: datetime, why: str, now: datetime
    ) -> None:
        seal = await self._day_seal(now)
        sealed = seal.close(why.encode(errors="replace"), f"inbox|why|{update_id}")
        await self._change(_FAILED, row=row, new_state=state, again_at=again_at, sealed_why=sealed)

    async def requeue(self, *, now: datetime) -> int:
        """All rows that were set aside wait again, as if they were new; how many."""
        return await self._change(_REQUEUE, now=now)

    async def inbox_counts(self) -> Mapping[str, int]:
        """How many rows are waiting, and how many were set aside."""
        return dict(zip(_COUNTED, await self._row(_COUNT), strict=True))

    async def _prune_inbox(self, *, before: datetime) -> int:
        """Remove rows worked whose update came before that moment; after that a repeat would be taken as new."""
        return await self._change(_PRUNE, before=before)
