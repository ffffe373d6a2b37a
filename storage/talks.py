"""What reporter and unit say to each other, as it is found again: by its case, by its line, by a message on a phone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, select

from cases.case import CaseRef
from cases.messages import ChatId
from cases.talk import Talk, TalkRef
from storage import outbox_statements as say
from storage.case_files import CaseWork, with_key
from storage.desk import seen
from storage.tables import CaseKeyRow, OutboxRow, TalkRow, one_of

_TALKS = with_key(TalkRow, TalkRow.case_ref)
_OF_CASES: Any = TalkRow.case_ref.in_(bindparam("refs", expanding=True))
_OPEN_OF_CASES = seen(
    _TALKS.where(_OF_CASES, TalkRow.waits_for.is_not(None)).order_by(TalkRow.at, TalkRow.ref), CaseKeyRow.case_ref
)
_OPEN_OF_CHAT = seen(
    _TALKS.where(TalkRow.chat == bindparam("index"), one_of(TalkRow.waits_for, "reporter")).order_by(
        TalkRow.at, TalkRow.ref
    ),
    CaseKeyRow.case_ref,
)
# What was never sent is no part of the conversation.
_TOLD = TalkRow.state.not_in(("draft", "dropped"))
_PAGE = seen(
    _TALKS.where(_OF_CASES, _TOLD)
    .order_by(TalkRow.at.desc(), TalkRow.ref.desc())
    .limit(bindparam("most"))
    .offset(bindparam("start")),
    CaseKeyRow.case_ref,
)
_COUNTED = seen(select(func.count()).select_from(TalkRow).where(_OF_CASES, _TOLD), TalkRow.case_ref)
_UNANSWERED = seen(
    select(TalkRow.case_ref, func.count().label("count"), func.min(TalkRow.at).label("since"))
    .where(one_of(TalkRow.waits_for, "unit"))
    .group_by(TalkRow.case_ref)
    .order_by(func.min(TalkRow.at), TalkRow.case_ref)
    .limit(bindparam("most")),
    TalkRow.case_ref,
)
_BOUND = seen(say.BOUND, OutboxRow.case_ref)


class Bound(NamedTuple):
    """What a message on a phone is about."""

    case: CaseRef
    talk: TalkRef | None


class TalkWork(CaseWork):
    """What a unit of work can look up of conversations."""

    async def open_talks(self, refs: Collection[CaseRef]) -> tuple[Talk, ...]:
        """What somebody has still to do with, in these cases: drafts, what is under way, what nobody has answered."""
        return await self._many(Talk, _OPEN_OF_CASES, refs=list(refs))

    async def open_talks_of_chat(self, chat: ChatId) -> tuple[Talk, ...]:
        """What the unit said to that chat and it has not answered since, whether it went out or waits, in order."""
        return await self._many(Talk, _OPEN_OF_CHAT, index=self._seals.chat_index(chat))

    async def talk_page(self, refs: Collection[CaseRef], *, limit: int, offset: int = 0) -> tuple[Talk, ...]:
        """The newest of what was said in these cases, the oldest of them first; further back with `offset`."""
        found = await self._many(Talk, _PAGE, refs=list(refs), most=limit, start=offset)
        return tuple(reversed(found))

    async def talk_count(self, refs: Collection[CaseRef]) -> int:
        """How much was said in these cases."""
        return int((await self._seen_row(_COUNTED, refs=list(refs)))[0])

    async def unanswered(self, *, limit: int) -> Mapping[CaseRef, int]:
        """The cases in which a reporter waits for an answer, who waits longest first, and for how many messages."""
        return {CaseRef(row.case_ref): int(row.count) for row in await self._seen_rows(_UNANSWERED, most=limit)}

    async def bound_to(self, chat: ChatId, message: int) -> Bound | None:
        """What the message of that number in that chat is about, as long as we know it (a week)."""
        row = await self._seen_row(_BOUND, index=self._seals.chat_index(chat), number=message)
        return None if row is None else Bound(CaseRef(row.case_ref), row.talk_ref and TalkRef(row.talk_ref))
