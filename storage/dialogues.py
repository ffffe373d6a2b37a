"""Dialogues: where somebody is in a conversation, so that a restart or another process changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from cases.dialogue import Dialogue
from cases.messages import ChatId
from storage.desk import Both
from storage.encoding import read, write
from storage.key_desk import KeyDesk
from storage.problems import Forgotten
from storage.tables import DialogueRow

_OF_CHAT = select(DialogueRow).where(DialogueRow.chat == bindparam("of_chat")).order_by(DialogueRow.turn.desc())
_THIS = (
    DialogueRow.chat == bindparam("of_chat"),
    DialogueRow.flow == bindparam("of_flow"),
    DialogueRow.subject == bindparam("about"),
)
_ONE = select(DialogueRow).where(*_THIS)
_END = delete(DialogueRow).where(*_THIS)


def _keep(insert: Any) -> Any:
    before = DialogueRow.__table__.alias("before")
    turn = select(func.coalesce(func.max(before.c.turn), 0) + 1).where(before.c.chat == bindparam("of_chat"))
    made = insert(DialogueRow).values(turn=turn.scalar_subquery())
    changed = {column: made.excluded[column] for column in ("turn", "updated_at", "case_ref", "body")}
    return made.on_conflict_do_update(index_elements=("chat", "flow", "subject"), set_=changed)


_KEEP = Both(_keep(sqlite.insert), _keep(postgresql.insert))


class DialogueWork(KeyDesk):
    """What a unit of work can do with dialogues."""

    async def dialogues(self, chat: ChatId) -> tuple[Dialogue, ...]:
        """All dialogues of a chat, the one recorded last first."""
        rows = await self._rows(_OF_CHAT, of_chat=self._seals.chat_index(chat))
        await self._unlock(row.body for row in rows)
        found = [self._dialogue(row) for row in rows]
        return tuple([d for d in found if d is not None and not await self._is_hidden(d.subject, d.case)])

    async def dialogue(self, chat: ChatId, flow: str, subject: str = "") -> Dialogue | None:
        """The dialogue of a chat in that flow about that subject, if it has begun and not ended."""
        index, about = self._seals.chat_index(chat), self._seals.index(f"subject|{subject}")
        row = await self._row(_ONE, of_chat=index, of_flow=flow, about=about)
        if row is None:
            return None
        await self._unlock([row.body])
        found = self._dialogue(row)
        return None if found is None or await self._is_hidden(found.subject, found.case) else found

    def _dialogue(self, row: Any) -> Dialogue | None:
        try:
            body = self._opened(row.body, dialogue_place(row.chat, row.flow, row.subject))
        except Forgotten:
            return None
        return replace(read(Dialogue, body), updated_at=row.updated_at)

    async def _keep_dialogues(self, dialogues: Iterable[Dialogue], *, now: datetime) -> None:
        """Write what changed; of several values of one dialogue the last. Ended ones are removed."""
        latest = {(d.chat, d.flow, d.subject): d for d in dialogues}
        if not latest:
            return
        # By the day and not by the person: what somebody of the unit was writing down of another is forgotten in
        # the backups too, and so is a draft that nobody took back.
        seal = await self._day_seal(now)
        kept: list[dict[str, Any]] = []
        over: list[dict[str, Any]] = []
        for dialogue in latest.values():
            index = self._seals.chat_index(dialogue.chat)
            about = self._seals.index(f"subject|{dialogue.subject}")
            if dialogue.ended:
                over.append({"of_chat": index, "of_flow": dialogue.flow, "about": about})
                continue
            place = dialogue_place(index, dialogue.flow, about)
            kept.append(
                {
                    "of_chat": index,
                    "chat": index,
                    "flow": dialogue.flow,
                    "subject": about,
                    "updated_at": dialogue.updated_at or now,
                    "case_ref": dialogue.case,
                    "body": seal.close(write(dialogue), place),
                }
            )
        await self._change_all(_END, over)
        await self._change_all(self._said(_KEEP), kept)


def dialogue_place(index: bytes, flow: str, subject: bytes) -> str:
    """Where a dialogue belongs."""
    return f"dialogue|body|{index.hex()}|{flow}|{subject.hex()}"
