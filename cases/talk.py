"""One thing said between a reporter and the unit, bound to its case whatever else is said meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from cases.case import CaseRef
from cases.messages import ChatId, Message
from cases.staff import StaffId

TalkRef = NewType("TalkRef", str)


class TalkState(StrEnum):
    DRAFT = "draft"  # written by an officer, shown to them with its case, not sent yet
    WAITING = "waiting"  # waits until it may be said
    SAID = "said"  # it goes out; of the reporter's words: they are kept, nobody has looked yet
    DELIVERED = "delivered"  # Telegram has brought it to the phone's account
    READ = "read"  # the person wrote or pressed something after it; of the reporter's words: somebody of the unit did
    ANSWERED = "answered"  # the reporter's: the unit has answered, or no answer is needed
    FAILED = "failed"  # it can't be brought there
    DROPPED = "dropped"  # taken back before it went out


@dataclass(frozen=True)
class Talk:
    """One thing said. `by` is who of the unit said it; None: the reporter did, in the chat `chat`.

    For what the unit says `chat` is the one line it goes to. A file is named by its number at Telegram, and by its
    attachment once there is one. `read_at`: when somebody of the unit first saw to the reporter's words; `rung`: so
    often it was brought up that nobody has answered them, or that a draft was not sent.
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
    kind: str = "text"
    file_id: str = ""
    read_at: datetime | None = None
    rung: int = 0
    version: int = 0

    @property
    def is_ours(self) -> bool:
        """Whether the unit says it."""
        return self.by is not None

    @property
    def waits_for(self) -> str | None:
        """Who has something to do with it still: the officer who drafted it, the reporter's phone, or the unit."""
        if not self.is_ours:
            return "unit" if self.state in (TalkState.SAID, TalkState.READ) else None
        if self.state is TalkState.DRAFT:
            return "officer"
        return "reporter" if self.state in (TalkState.WAITING, TalkState.SAID, TalkState.DELIVERED) else None


def with_file(message: Message, talk: Talk) -> Message:
    """The message with the file or the place that was sent."""
    if talk.place is not None:
        return replace(message, place=talk.place)
    match talk.kind if talk.file_id else "":
        case "photo":
            return replace(message, photo_id=talk.file_id)
        case "voice":
            return replace(message, voice_id=talk.file_id)
        case "video":
            return replace(message, video_id=talk.file_id)
        case "document":
            return replace(message, document_id=talk.file_id)
    return message
