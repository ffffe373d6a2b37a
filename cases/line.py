"""Through which chats somebody speaks for a case: their own, another phone, a trusted grown-up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from cases.case import Case, CaseRef
from cases.messages import ChatId

LineRef = NewType("LineRef", str)


class LineKind(StrEnum):
    REPORTER = "reporter"  # the chat in which the report was written
    PHONE = "phone"  # the same person on another phone or account, opened by code and word
    TRUSTED = "trusted"  # a grown-up whom a child let in by a code


@dataclass(frozen=True)
class Line:
    """One chat that may speak for a case. `open`: what is said there is heard, and what we say may go there."""

    ref: LineRef
    case: CaseRef
    chat: ChatId
    kind: LineKind
    since: datetime
    name: str = ""
    #: Whether a grown-up who was let in has said that they may be called or written to.
    may_contact: bool = False
    open: bool = True
    version: int = 0


def replies_to(case: Case) -> ChatId | None:
    """The chat to which answers of the unit go: the one of the reporter's that wrote last."""
    chat = case.extra.get("line", case.reporter)
    return None if chat is None else ChatId(chat)


def written_from(case: Case, chat: ChatId) -> Case:
    """The reporter wrote from this chat: what the unit answers goes there."""
    if replies_to(case) == chat:
        return case
    kept = {key: value for key, value in case.extra.items() if key != "line"}
    return replace(case, extra=kept if chat == case.reporter else {**kept, "line": int(chat)})
