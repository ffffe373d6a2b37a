"""A file that somebody sent: its number at Telegram is kept at once, its bytes are fetched and sealed afterwards."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
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


#: Nothing larger is fetched: Telegram gives bots no more (20 MB), and what is sent may lie about its size.
LARGEST = 20 * 1024 * 1024
#: So many letters of a name are shown.
NAME_LETTERS = 60
#: What a file begins with, as the sandbox can redraw it; all else is never shown by itself.
DRAWABLE = frozenset({"jpeg", "png", "webp"})


@dataclass(frozen=True)
class Attachment:
    """One file. `sha256` is of the original as it was fetched at `kept_at`: evidence, never changed.

    `mime` and `name` are what the sender's phone said, `found` is what its first bytes say. `key` opens the sealed
    bytes, which lie under the random name `stored`; `shown_id` is Telegram's number of the copy without metadata.
    `refused` counts how often Telegram said no to our fetching it.
    """

    ref: AttachmentRef
    chat: ChatId
    kind: str
    file_id: str = field(repr=False)
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
    found: str = ""
    key: str = field(default="", repr=False)
    stored: str = ""
    shown_id: str = field(default="", repr=False)
    refused: int = 0
    version: int = 0

    @property
    def is_drawable(self) -> bool:
        """Whether a copy without metadata can be tried: a picture by its first bytes, and once it is kept."""
        return self.state is AttachmentState.KEPT and self.found in DRAWABLE

    @property
    def is_odd(self) -> bool:
        """Whether its first bytes say something else than its sender's phone did."""
        return bool(self.found and self.mime) and self.found not in EXPECTED.get(self.mime.lower(), (self.found,))


#: What the first bytes of a file should say, by the type that was declared; of other types nothing is expected.
EXPECTED = {
    "image/jpeg": ("jpeg",),
    "image/jpg": ("jpeg",),
    "image/png": ("png",),
    "image/webp": ("webp",),
    "image/gif": ("gif",),
    "image/heic": ("heic",),
    "image/heif": ("heic",),
    "image/svg+xml": ("markup",),
    "application/pdf": ("pdf",),
    "application/zip": ("zip",),
    "audio/ogg": ("ogg",),
    "video/mp4": ("mp4",),
}
_SIGNS: tuple[tuple[bytes, int, str], ...] = (
    (b"\xff\xd8\xff", 0, "jpeg"),
    (b"\x89PNG\r\n\x1a\n", 0, "png"),
    (b"WEBP", 8, "webp"),
    (b"GIF8", 0, "gif"),
    (b"%PDF-", 0, "pdf"),
    (b"PK\x03\x04", 0, "zip"),
    (b"OggS", 0, "ogg"),
    (b"MZ", 0, "program"),
    (b"\x7fELF", 0, "program"),
    (b"<", 0, "markup"),
    (b"\xef\xbb\xbf<", 0, "markup"),
)
_HEIC = (b"heic", b"heix", b"heif", b"mif1", b"msf1", b"hevc")


def found_in(first: bytes) -> str:
    """What the first bytes of a file say that it is: compared, never read any further."""
    if first[4:8] == b"ftyp":
        return "heic" if first[8:12] in _HEIC else "mp4"
    return next((found for sign, at, found in _SIGNS if first[at : at + len(sign)] == sign), "unknown")


def shown_name(name: str) -> str:
    """A sender's name of a file, fit to be read: without folders, and without signs that turn or hide letters."""
    last = re.split(r"[/\\]", name)[-1]
    plain = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C").strip(". ")
    if len(plain) <= NAME_LETTERS:
        return plain
    stem, _, ending = plain.rpartition(".")
    ending = f".{ending}" if stem and len(ending) <= 5 else ""
    return plain[: NAME_LETTERS - 1 - len(ending)] + "…" + ending


def erased(attachment: Attachment) -> Attachment:
    """What stays of a file that is forgotten on purpose: that there was one, when, and how large."""
    bare = replace(attachment, file_id="", unique_id="", name="", mime="", sha256="", found="", key="", shown_id="")
    return replace(bare, state=AttachmentState.ERASED, why="")
