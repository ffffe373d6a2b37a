"""Wrong tries with codes: counted for the chat and for the code, whether or not there is such a code."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from cases.messages import ChatId
from cases.receipt import TRIES_FADE
from storage.desk import Desk, upsert
from storage.sealing import Seals
from storage.tables import AttemptRow

_STANDING = (
    select(AttemptRow)
    .where(AttemptRow.subject.in_(bindparam("subjects", expanding=True)))
    .order_by(AttemptRow.subject)
    .with_for_update()
)
_COUNT = upsert(AttemptRow, key=("subject",), change=("wrong", "last_at"))
_TAKE_BACK = (
    update(AttemptRow)
    .where(AttemptRow.subject.in_(bindparam("subjects", expanding=True)), AttemptRow.wrong > 0)
    .values(wrong=AttemptRow.wrong - 1)
)
_OLD = delete(AttemptRow).where(AttemptRow.last_at < bindparam("before"))


class AttemptWork(Desk):
    """What a unit of work can do with tries."""

    async def count_try(self, chat: ChatId, code: str, *, now: datetime) -> int:
        """How many wrong tries there were of that chat or with that code, whichever are more; this one counts as wrong
        until it is taken back. All are forgotten once a day has passed without another."""
        subjects = self._subjects(chat, code)
        rows = await self._rows(_STANDING, subjects=list(subjects))
        before: dict[bytes, int] = {row.subject: row.wrong for row in rows if now - row.last_at < TRIES_FADE}
        counted: list[dict[str, Any]] = [
            {"subject": one, "wrong": before.get(one, 0) + 1, "last_at": now} for one in subjects
        ]
        await self._change_all(self._said(_COUNT), counted)
        return max(before.get(one, 0) for one in subjects)

    async def take_back_try(self, chat: ChatId, code: str) -> None:
        """It was right after all."""
        await self._change(_TAKE_BACK, subjects=list(self._subjects(chat, code)))

    async def _prune_attempts(self, *, before: datetime) -> int:
        return await self._change(_OLD, before=before)

    def _subjects(self, chat: ChatId, code: str) -> tuple[bytes, bytes]:
        return tries_of(self._seals, chat), self._seals.secret_index(f"tries-code|{code}")


def tries_of(seals: Seals, chat: ChatId) -> bytes:
    """By what the tries of a chat are found."""
    return seals.secret_index(f"tries-chat|{chat}")
