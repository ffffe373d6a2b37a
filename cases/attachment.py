"""A file that somebody sent: its number at Telegram is kept at once, its bytes are fetched and sealed afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from cases.messages import ChatId

AttachmentRef = NewType("AttachmentRef", str)


class AttachmentState(StrEnum):
    WAITING = "waiting"  # to be fetched from Telegram
    KEPT = "kept"  # sealed on our disk
    LOST = "lost"  # Telegram does not have it any more, or never gave it
    ERASED = "erased"  # forgotten on purpose


@dataclass(frozen=True)
class Attachment:
    """One file. `sha256` is of the original as it was fetched at `kept_at`: evidence, never changed."""

    ref: AttachmentRef
    chat: ChatId
    kind: str
    file_id: str
    sent_at: datetime
    case: str = ""
    unique_id: str = ""
    name: str = ""
    mime: str = ""
    size: int = 0
    sha256: str = ""
    kept_at: datetime | None = None
    state: AttachmentState = AttachmentState.WAITING
    why: str = ""
    version: int = 0
