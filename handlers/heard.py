"""What came in, in the house's own words: one thing that one person did in one chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cases.messages import ChatId
from handlers.conversation.engine import Answer


class Doing(StrEnum):
    """What kind of thing it was."""

    SAID = "said"  # text, a photo, a voice note, a place, a contact: an answer or a story
    COMMAND = "command"  # /start and the like
    PRESSED = "pressed"  # a genuine button of ours
    FORGED = "forged"  # a button that we did not send to this chat, or an old kind of one
    EDITED = "edited"  # a message was changed afterwards
    BLOCKED = "blocked"  # the person has blocked the bot
    UNBLOCKED = "unblocked"
    IGNORED = "ignored"  # groups, channels, polls, reactions, kinds that don't exist yet: silence by design


@dataclass(frozen=True)
class Heard:
    """One update. `at` is when it reached us; `press_id` is what Telegram wants answered to stop the spinner."""

    chat: ChatId
    doing: Doing
    at: datetime
    answer: Answer | None = None
    command: str = ""
    action: str = ""
    ref: str = ""
    version: int = 0
    choice: str = ""
    press_id: str = ""
    language: str = ""
