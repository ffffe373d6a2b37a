"""Through which chats somebody speaks for a case: their own, another phone, a trusted grown-up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from cases.case import CaseRef
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
    open: bool = True
    version: int = 0
