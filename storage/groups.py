"""The groups of staff that the bot knows; all others it leaves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import bindparam, delete, select

from cases.messages import ChatId
from cases.staff import StaffId
from storage.desk import Desk, upsert
from storage.encoding import read_free, write_free
from storage.sealing import Seals
from storage.tables import GroupRow


@dataclass(frozen=True)
class StaffGroup:
    """One group. `former` are the numbers it had before it was a supergroup; one that is not `active` gets nothing."""

    chat: ChatId
    title: str
    registered_by: StaffId
    registered_at: datetime
    former: tuple[ChatId, ...] = ()
    active: bool = True

    @property
    def chats(self) -> tuple[ChatId, ...]:
        """All its numbers, the present one first."""
        return (self.chat, *self.former)


_GROUPS = select(GroupRow)
_KEEP = upsert(GroupRow, key=("chat",), change=("active", "body"))
_FORGET = delete(GroupRow).where(GroupRow.chat == bindparam("index"))


class GroupWork(Desk):
    """What a unit of work can do with the groups of staff."""

    async def groups(self) -> tuple[StaffGroup, ...]:
        """All groups that were ever made known, the oldest first."""
        return _opened(self._seals, tuple(await self._rows(_GROUPS)))

    async def group(self, chat: ChatId | None) -> StaffGroup | None:
        """The group with that number, or one that had it before it became a supergroup."""
        known = await self.groups()
        return next((group for group in known if group.chat == chat), None) or next(
            (group for group in known if chat in group.former), None
        )

    async def keep_group(self, group: StaffGroup) -> None:
        """Keep what is known of a group."""
        index = self._seals.chat_index(group.chat)
        told = {
            "chat": group.chat,
            "title": group.title,
            "by": group.registered_by,
            "at": group.registered_at,
            "former": list(group.former),
        }
        body = self._seals.house.close(write_free(told), _place(index))
        await self._change(self._said(_KEEP), chat=index, active=group.active, body=body)

    async def move_group(self, group: StaffGroup, *, to: ChatId) -> StaffGroup:
        """The group has another number now; the old ones stay known, for its old buttons carry them."""
        former = tuple(dict.fromkeys(chat for chat in group.chats if chat != to))
        moved = replace(group, chat=to, former=former)
        await self._change(_FORGET, index=self._seals.chat_index(group.chat))
        await self.keep_group(moved)
        return moved


def _place(index: bytes) -> str:
    return f"staff_group|body|{index.hex()}"


@lru_cache(maxsize=8)
def _opened(seals: Seals, rows: tuple[Any, ...]) -> tuple[StaffGroup, ...]:
    # Asked for with the roster at every update, changed once a year: the same rows need not be opened again.
    return tuple(sorted((_group(seals, row) for row in rows), key=lambda group: group.registered_at))


def _group(seals: Seals, row: Any) -> StaffGroup:
    told = read_free(seals.house.open(row.body, _place(row.chat)))
    return StaffGroup(
        chat=ChatId(told["chat"]),
        title=told["title"],
        registered_by=StaffId(told["by"]),
        registered_at=told["at"],
        former=tuple(ChatId(chat) for chat in told["former"]),
        active=row.active,
    )
