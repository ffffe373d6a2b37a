"""What is to be sent: to whom, how urgently, with which buttons, and what it replaces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NewType

from cases.phrases import Phrase

ChatId = NewType("ChatId", int)


class Lane(IntEnum):
    """The order in which waiting messages go out."""

    EMERGENCY = 0
    ESCALATION = 1
    REPLY = 2
    REMINDER = 3
    REST = 4


class Style(StrEnum):
    """The colour of a button (Bot API 9.4)."""

    PLAIN = ""
    DANGER = "danger"
    PRIMARY = "primary"
    SUCCESS = "success"


class Clears(StrEnum):
    """What a message takes away instead of saying something: nothing, what was to fade by now, or all of the chat."""

    NOTHING = ""
    FADED = "faded"
    ALL = "all"


class Panel(StrEnum):
    """The keyboard beneath the text field, which stays until another one comes."""

    UNCHANGED = ""
    REPORTER = "reporter"
    SHARE_CONTACT = "contact"
    SHARE_LOCATION = "location"
    STAFF = "staff"
    #: No keyboard any more, and none that comes back.
    NONE = "none"


@dataclass(frozen=True)
class Button:
    """One button; `ref` and `version` say which thing it belongs to, in the state in which it was shown."""

    label: Phrase
    action: str
    ref: str = ""
    version: int = 0
    choice: str = ""
    style: Style = Style.PLAIN


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Picture:
    """A picture that is drawn when it goes out: which one, and the figures in it (JSON; nothing personal)."""

    kind: str
    figures: str


@dataclass(frozen=True)
class Paper:
    """A letter that is typeset when it goes out: its kind, its frozen content (JSON), as `pdf` or `docx`, and the name
    under which it is seen on the phone (which says nothing of whom it is about)."""

    kind: str
    page: str
    form: str
    name: str


@dataclass(frozen=True)
class Message:
    """One message to one chat. With `replaces`, all earlier messages of its slot in that chat become it.

    `about_case` and `about_talk` bind it: a reply to it is about that case, and goes to the line of that talk.
    With `leaves` nothing is said: the bot goes out of that group. One that `tidies` only puts right what stands in its
    slot, and is not said where nothing does. With `fades` it is taken off the phone so many minutes after it went
    out. `file` is the ref of an attachment: a copy without metadata is shown, and where that can't be made, or not yet,
    `photo_id` or `voice_id` by Telegram's own number; with `original` it is the very file, sent as a document.
    With `clears` nothing is said either: what stands in the chat, ours and theirs, is deleted there.
    `news` was asked for by nobody and told only to who wants such. `knock` is a line of a cover, sent only within the
    hours of who gets it. The gate sets the rest: `asked` answers what that person did; so many seconds `within` it
    still is an answer after it was written down.
    """

    to: ChatId
    phrase: Phrase
    lane: Lane = Lane.REPLY
    buttons: Rows = ()
    panel: Panel = Panel.UNCHANGED
    slot: str = ""
    replaces: bool = False
    protect: bool = False
    about_alert: str = ""
    about_case: str = ""
    about_talk: str = ""
    answers_press: str = ""
    photo_id: str = ""
    voice_id: str = ""
    file: str = ""
    original: bool = False
    video_id: str = ""
    document_id: str = ""
    place: tuple[float, float] | None = None
    picture: Picture | None = None
    paper: Paper | None = None
    leaves: bool = False
    tidies: bool = False
    fades: int = 0
    clears: Clears = Clears.NOTHING
    news: bool = False
    knock: bool = False
    asked: bool = False
    within: float | None = None


def in_rows(buttons: Iterable[Button], *, columns: int) -> Rows:
    """Buttons laid out in rows of so many."""
    every = tuple(buttons)
    return tuple(every[start : start + columns] for start in range(0, len(every), columns))
