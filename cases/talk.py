"""One thing said between a reporter and the unit, bound to its case whatever else is said meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from cases.case import CaseRef
from cases.messages import ChatId
from cases.staff import StaffId

TalkRef = NewType("TalkRef", str)


class TalkState(StrEnum):
    DRAFT = "draft"  # written by an officer, shown to them with its case, not sent yet
    WAITING = "waiting"  # waits until it may be said
    SAID = "said"  # it went out
    DELIVERED = "delivered"  # Telegram has brought it to the phone's account
    READ = "read"  # the person answered or pressed something after it
    FAILED = "failed"  # it can't be brought there
    DROPPED = "dropped"  # taken back before it went out


@dataclass(frozen=True)
class Talk:
    """One thing said. `by` is who of the unit said it; None: the reporter did, in the chat `chat`.

    For what the unit says `chat` is the one line it goes to. Files are named by their attachment.
    """

    ref: TalkRef
    case: CaseRef
    chat: ChatId
    at: datetime
    by: StaffId | None = None
    text: str = ""
    attachment: str = ""
    place: tuple[float, float] | None = None
    state: TalkState = TalkState.WAITING
    said_at: datetime | None = None
    version: int = 0
