"""How a file is shown to the unit: a copy without metadata, a voice note that plays, or what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cases.attachment import Attachment, AttachmentState, shown_name
from cases.messages import Button, Lane, Message, Rows
from cases.phrases import Arg, At, Phrase, says
from cases.staff import Staff

#: So much of a hash is enough to tell two files of a case apart; the file by itself is shown with all of it.
SHORT_HASH = 12


def shown_file(
    about: Phrase,
    entry: Mapping[str, Any],
    file: Attachment | None,
    *,
    to: Staff,
    lane: Lane = Lane.REPLY,
    whole: bool = False,
) -> Message:
    """One file that an answer or an entry names (`kind`, `file_id`); `file` is how it is kept.

    With `whole` its whole hash is told. What was sent before files were kept is shown by Telegram's own number of it.
    """
    kind, file_id = str(entry["kind"]), str(entry["file_id"])
    if file is None:
        return _by_number(about, kind, file_id, to=to, lane=lane)
    told = says("file-shown", what=about, facts=facts(file, whole=whole))
    if file.state is AttachmentState.ERASED:
        return Message(to.chat, told, lane, protect=True)
    if kind in ("photo", "voice"):
        return _by_number(told, kind, file_id, to=to, lane=lane, file=file.ref)
    if file.is_drawable:
        return Message(to.chat, told, lane, file=file.ref, protect=True)
    return Message(to.chat, told, lane, buttons=opening(file), protect=True)


def _by_number(about: Phrase, kind: str, file_id: str, *, to: Staff, lane: Lane, file: str = "") -> Message:
    photo, voice = (file_id if kind == one else "" for one in ("photo", "voice"))
    return Message(to.chat, about, lane, photo_id=photo, voice_id=voice, file=file, protect=True)


def opening(file: Attachment) -> Rows:
    """What can be done with a file: the very one asked for, once it is kept; while it is not, looked at again."""
    if file.state is AttachmentState.KEPT:
        return ((Button(says("button-original"), "original", ref=file.ref, version=file.version),),)
    if file.state is AttachmentState.WAITING:
        return ((Button(says("button-attachment"), "attachment", ref=file.ref, version=file.version),),)
    return ()


def facts(file: Attachment, *, whole: bool = False) -> Phrase:
    """What is known of a file without opening it: kind, size, when it was sent, its hash, and what became of it."""
    known: dict[str, Arg] = {"what": says(f"story-{file.kind}"), "at": At(file.sent_at), "size": size(file.size)}
    match file.state:
        case AttachmentState.KEPT:
            shown = file.sha256 if whole else file.sha256[:SHORT_HASH] + "…"
            odd = says("file-odd") if file.is_odd else says("nothing")
            return Phrase("file-facts-kept", {**known, "hash": shown, "odd": odd})
        case AttachmentState.LOST:
            return Phrase("file-facts-lost", {**known, "why": says(f"file-why-{file.why or 'gone'}")})
        case _:
            return Phrase(f"file-facts-{file.state}", known)


def name_words(file: Attachment) -> Phrase:
    """The sender's name of the file, as far as there is one that can be read."""
    name = shown_name(file.name)
    return says("file-named", name=name) if name else says("nothing")


def size(octets: int) -> Phrase:
    """How large it is, in KB of 1000."""
    return says("file-size", size=str(max(1, round(octets / 1000)))) if octets else says("file-size-unknown")
