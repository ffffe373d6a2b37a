"""Leaving without a trace: what is deleted, which innocent line stays, and what a chat in disguise may be told."""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta

from cases.messages import ChatId, Clears, Lane, Message, Panel
from cases.phrases import Phrase, says
from cases.safe_contact import SafeContact

#: What a chat can look like; each has its own last lines, and answers of its own.
COVERS = ("perpustakaan", "sekolah", "klinik")
#: Whoever was asked what is to become of their draft, and does not answer, is not made to wait longer.
ASKED_FOR = timedelta(seconds=60)
#: Telegram lets nobody delete for both sides what is older.
DELETABLE = timedelta(hours=48)
SLOT = "leave"
#: The dialogue that stands while a chat is in disguise.
DISGUISE = "decoy"


def cover_of(safe: SafeContact) -> str:
    """What this person's chat looks like to others: as chosen, else a library."""
    return safe.cover if safe.cover in COVERS else COVERS[0]


def clearing(chat: ChatId) -> Message:
    """Everything that stands in the chat is deleted, and what waits for it is never said."""
    return Message(chat, says("nothing"), Lane.EMERGENCY, clears=Clears.ALL)


def last_line(chat: ChatId, safe: SafeContact, *, older: bool, replaces: bool = False) -> Message:
    """The one line that stays, and no keyboard. `older`: what stands there only they can delete."""
    key = f"leave-{cover_of(safe)}"
    phrase = Phrase("leave-older", {"line": says(key)}) if older else says(key)
    return Message(chat, phrase, Lane.EMERGENCY, panel=Panel.NONE, slot=SLOT, replaces=replaces)


def stands_older(since: datetime | None, *, now: datetime) -> bool:
    """Whether something may stand in the chat that Telegram does not delete any more."""
    return since is not None and since <= now - DELETABLE


def harmless(message: Message) -> bool:
    """Whether a message may go to a chat in disguise: nothing but what belongs to the disguise."""
    return bool(message.clears) or message.phrase.key.startswith(("leave-", "decoy-"))


def as_word(text: str) -> str:
    """A chosen word as it is compared: capitals, blanks and signs make no difference."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def is_word(text: str, chosen: str) -> bool:
    """Whether this is the chosen word and nothing else. No word was chosen: nothing is."""
    return bool(as_word(chosen)) and as_word(text) == as_word(chosen)
