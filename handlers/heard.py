"""What came in, in the house's own words: one thing that one person did in one chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cases.messages import ChatId
from cases.phrases import Phrase
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
    ADDED = "added"  # the bot is in a group or channel by somebody's doing
    REMOVED = "removed"  # … and was put out of it
    MIGRATED = "migrated"  # the group is a supergroup from now on, under another number
    IGNORED = "ignored"  # talk in groups, polls, reactions, kinds that don't exist yet: silence by design


@dataclass(frozen=True)
class Room:
    """The group or channel in which something was done. `moved_to` is its number as a supergroup."""

    chat: ChatId
    title: str = ""
    is_channel: bool = False
    moved_to: ChatId | None = None


@dataclass(frozen=True)
class Toast:
    """What who pressed a button sees on their screen for a moment; as an `alert` it must be closed."""

    phrase: Phrase
    language: str = "id"
    alert: bool = False


@dataclass(frozen=True)
class Heard:
    """One update. `at` is when it reached us; `press_id` is what Telegram wants answered to stop the spinner.

    `chat` is whoever did it, also in a `room`; for what nobody of a name did there it is the room itself.
    """

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
    room: Room | None = None
    #: The number of the message in its chat, and of the one it replies to; 0 where there is none.
    message: int = 0
    replies_to: int = 0
    #: When they did it, as far as that is known; `at` where it reached us at once.
    said_at: datetime | None = None
