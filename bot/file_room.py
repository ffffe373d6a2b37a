"""Makes ready what is shown of a file: the copy without metadata, the voice note, or the very file."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.rendering import Sent
from bot.sandbox import redrawn
from bot.telegram import Upload
from cases.attachment import Attachment, AttachmentRef, AttachmentState
from cases.messages import Message
from cases.outcome import Outcome
from cases.phrases import says
from cases.refusals import Refusal
from storage import BrokenSeal, DatabaseProblem, SealedFiles, Storage

log = logging.getLogger("laporaman.files")

#: How a file ends that is given out, by what its first bytes say; all else says nothing.
ENDINGS = {
    "jpeg": "jpg",
    "png": "png",
    "webp": "webp",
    "gif": "gif",
    "heic": "heic",
    "pdf": "pdf",
    "mp4": "mp4",
    "ogg": "ogg",
}
Ready = tuple[Message, Sent | None]


@dataclass
class FileRoom:
    """Where sealed files are opened on their way to a phone, one at a time: each may be held in memory once."""

    storage: Storage
    sealed: SealedFiles
    _turn: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))

    async def ready(self, message: Message) -> Ready:
        """The message as it goes out, and the file with it; words say so where there is none to be shown."""
        file = await self._file(message)
        if message.original:
            return await self._original(message, file)
        if message.voice_id:
            return message, None
        if file is not None and file.shown_id:
            return message, Sent("photo", file.shown_id)
        return await self.anew(message)

    async def anew(self, message: Message) -> Ready:
        """The same, once Telegram does not know its own number of the file any more."""
        file = await self._file(message)
        if file is None or file.state is AttachmentState.ERASED:
            return _worded(message, "file-not-there"), None
        if message.voice_id:
            content = await self._read(file) if file.state is AttachmentState.KEPT else None
            note = None if content is None else Sent("voice", Upload("suara.ogg", content))
            return (message, note) if note else (_worded(message, "file-not-there"), None)
        drawn = await self._drawn(file) if file.is_drawable else None
        if drawn is not None:
            return message, Sent("photo", Upload("foto.jpg", drawn))
        if message.photo_id:
            # Telegram has drawn it anew itself when it was sent as a photo: nothing is hidden in that.
            return message, None
        waits = file.state is AttachmentState.WAITING
        lost = file.state is AttachmentState.LOST
        return _worded(message, "file-not-yet" if waits else "file-not-there" if lost else "file-not-drawn"), None

    async def went_out(self, message: Message, file_id: str, *, now: datetime) -> None:
        """Remember Telegram's number of the copy, so that it is drawn and uploaded once."""
        with suppress(Refusal, DatabaseProblem):
            async with self.storage.work() as work:
                file = await work.attachment(AttachmentRef(message.file))
                if file is not None and file.state is AttachmentState.KEPT:
                    shown = replace(file, shown_id=file_id)
                    await work.record(Outcome(attachments=(shown,)), now=now)

    async def _file(self, message: Message) -> Attachment | None:
        async with self.storage.look() as look:
            return await look.attachment(AttachmentRef(message.file))

    async def _original(self, message: Message, file: Attachment | None) -> Ready:
        content = await self._read(file) if file is not None and file.state is AttachmentState.KEPT else None
        if file is None or content is None:
            return _worded(message, "file-not-there"), None
        return message, Sent("document", Upload(neutral_name(file), content))

    def _pieces(self, file: Attachment) -> Iterator[bytes]:
        return self.sealed.read(file.stored, key=file.key, ref=file.ref)

    async def _read(self, file: Attachment) -> bytes | None:
        async with self._turn:
            try:
                return await asyncio.to_thread(lambda: b"".join(self._pieces(file)))
            except (OSError, BrokenSeal) as problem:
                _unreadable(file, problem)
                return None

    async def _drawn(self, file: Attachment) -> bytes | None:
        async with self._turn:
            try:
                return await redrawn(self._pieces(file))
            except (OSError, BrokenSeal) as problem:
                _unreadable(file, problem)
                return None


def neutral_name(file: Attachment) -> str:
    """A name that says nothing of whom it is about, and no ending that the first bytes don't bear out."""
    ending = "bin" if file.is_odd else ENDINGS.get(file.found, "bin")
    return f"lampiran-{file.sha256[:8]}.{ending}"


def without_file(message: Message) -> Message:
    """The words of a message whose file can't be brought."""
    return _worded(message, "file-not-there") if message.file else message


def _worded(message: Message, key: str) -> Message:
    """Words alone: that there is a file, and why it is not shown."""
    said = says(key, text=message.phrase)
    return replace(message, photo_id="", voice_id="", file="", original=False, phrase=said)


def _unreadable(file: Attachment, problem: Exception) -> None:
    log.critical("a sealed file can't be read (%s) attachment=%s", type(problem).__name__, file.ref)
