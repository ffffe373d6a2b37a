"""The short-lived code by which a reporter lets in somebody whom they trust."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cases.case import CaseRef
from cases.messages import ChatId

#: So long somebody may be asked in with it.
LASTS = timedelta(hours=24)


@dataclass(frozen=True)
class Invitation:
    """From the chat `chat`, into that case. There is one at a time; without a `code` there is none any more."""

    case: CaseRef
    chat: ChatId
    until: datetime
    code: str = field(default="", repr=False)
