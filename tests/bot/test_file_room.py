"""What goes out of a file: a copy of what is to be seen, a voice note that plays, the very file under no name."""

from __future__ import annotations

import asyncio
import base64
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from bot.clock import MachineClock
from bot.dispatcher import Dispatcher
from bot.file_room import FileRoom
from bot.telegram import Line
from cases.attachment import Attachment, AttachmentRef, AttachmentState, found_in
from cases.messages import ChatId, Message
from cases.outcome import Outcome
from cases.phrases import says
from cases.staff import Role
from simulator.client import Simulator
from storage import SealedFiles
from tests.bot.pictures import CANARY, SVG, jpeg, png
from tests.office import Office, world

REF = AttachmentRef("file-1")
VOICE = b"OggS" + bytes(500)


@dataclass
class Room:
    """A dispatcher that opens sealed files, and the phone that gets them."""

    office: Office
    dispatcher: Dispatcher
    sealed: SealedFiles
    telegram: Simulator
    chat: ChatId

    async def holds(self, content: bytes | None, **more: Any) -> Attachment:
        """A file that is kept with these bytes; without any it still waits."""
        file = Attachment(REF, self.chat, "photo", "no-such-number", self.office.now, **more)
        if content is not None:
            writing = self.sealed.begin(REF)
            writing.write(content)
            writing.keep()
            kept = {"stored": writing.stored, "key": writing.key, "sha256": writing.sha256, "found": found_in(content)}
            file = replace(file, state=AttachmentState.KEPT, size=writing.size, **kept)
        async with self.office.storage.work() as work:
            await work.record(Outcome(attachments=(file,)), now=self.office.now)
        return file

    async def shows(self, **more: Any) -> dict[str, Any]:
        """Send a message with the file, and look at the phone."""
        message = Message(self.chat, says("as-typed", text="lihat"), file=REF, protect=True, **more)
        now = MachineClock().now()
        async with self.office.storage.work() as work:
            await work.record(Outcome(messages=(message,)), now=now)
        async with asyncio.TaskGroup() as house:
            task = await self.dispatcher.launch(house)
            assert task is not None
        return dict(self.telegram.phone(self.chat).screen()[-1])

    def content(self, shown: dict[str, Any]) -> bytes:
        return self.telegram.content(shown[shown["kind"]]["file_unique_id"])

    async def file(self) -> Attachment:
        async with self.office.storage.look() as look:
            found = await look.attachment(REF)
        assert found is not None
        return found


@pytest.fixture
async def room(office: Office, line: Line, telegram: Simulator, chat: ChatId, tmp_path: Path) -> Room:
    sealed = SealedFiles(tmp_path / "files")
    sealed.prepare()
    dispatcher = Dispatcher(line, office.storage, world(), MachineClock(), told=lambda: None)
    dispatcher.files = FileRoom(office.storage, sealed)
    async with office.storage.work() as work:
        # Files are shown to who holds the case.
        await work.add_staff(chat=chat, name="Eka", role=Role.CASE_MANAGER)
    return Room(office, dispatcher, sealed, telegram, chat)


@pytest.mark.parametrize("content", [jpeg(), png()], ids=["jpeg", "png"])
async def test_a_picture_is_shown_without_what_is_hidden_in_it(room: Room, content: bytes) -> None:
    await room.holds(content)
    shown = await room.shows()
    assert (shown["kind"], shown["text"], shown["protected"]) == ("photo", "lihat", True)
    assert CANARY.encode() in content
    assert CANARY.encode() not in room.content(shown)
    assert room.content(shown).startswith(b"\xff\xd8\xff")


async def test_it_is_drawn_and_uploaded_once(room: Room) -> None:
    file = await room.holds(jpeg())
    first = await room.shows()
    assert (await room.file()).shown_id == first["photo"]["file_id"]
    # Without its bytes it can only be the copy that Telegram has by now.
    room.sealed.remove([file.stored])
    assert (await room.shows())["photo"]["file_unique_id"] == first["photo"]["file_unique_id"]


async def test_a_copy_that_telegram_lost_is_drawn_anew(room: Room) -> None:
    await room.holds(jpeg(), shown_id="no-such-number")
    shown = await room.shows()
    assert shown["kind"] == "photo"
    assert (await room.file()).shown_id == shown["photo"]["file_id"]


@pytest.mark.parametrize(
    ("content", "more", "says_so"),
    [
        (SVG, {}, "tidak bisa dibuka dengan aman"),
        (b"\xff\xd8\xff broken", {}, "tidak bisa dibuka dengan aman"),
        (None, {}, "sedang diambil"),
        (None, {"state": AttachmentState.LOST}, "tidak bisa ditampilkan"),
        (None, {"state": AttachmentState.ERASED}, "tidak bisa ditampilkan"),
    ],
)
async def test_what_cant_be_shown_is_said_in_words(
    room: Room, content: bytes | None, more: dict[str, Any], says_so: str
) -> None:
    await room.holds(content, **more)
    shown = await room.shows()
    assert (shown["kind"], shown["text"].splitlines()[0]) == ("text", "lihat")
    assert says_so in shown["text"]


async def test_a_changed_or_missing_file_is_not_shown(room: Room) -> None:
    file = await room.holds(jpeg())
    path = room.sealed.folder / file.stored
    spoilt = path.read_bytes()[:-1] + b"x"
    path.write_bytes(spoilt)
    assert (await room.shows())["kind"] == "text"
    path.unlink()
    assert (await room.shows(original=True))["kind"] == "text"


async def test_a_compressed_photo_goes_by_its_number_until_it_is_fetched(room: Room) -> None:
    phone = room.telegram.phone(room.chat)
    phone.send("photo")
    number = phone.screen()[-1]["photo"]["file_id"]
    await room.holds(None)
    shown = await room.shows(photo_id=number)
    assert (shown["kind"], shown["photo"]["file_id"]) == ("photo", number)


async def test_a_voice_note_plays_by_its_number_and_else_from_our_copy(room: Room) -> None:
    phone = room.telegram.phone(room.chat)
    phone.send("voice", content=base64.b64encode(VOICE).decode())
    number = phone.screen()[-1]["voice"]["file_id"]
    await room.holds(VOICE)
    assert (await room.shows(voice_id=number))["voice"]["file_id"] == number
    shown = await room.shows(voice_id="no-such-number")
    assert (shown["kind"], room.content(shown)) == ("voice", VOICE)


@pytest.mark.parametrize(
    ("content", "mime", "ending"),
    [(jpeg(), "image/jpeg", "jpg"), (SVG, "image/svg+xml", "bin"), (jpeg(), "application/pdf", "bin")],
)
async def test_the_very_file_has_a_name_that_says_nothing(room: Room, content: bytes, mime: str, ending: str) -> None:
    file = await room.holds(content, name="../../Foto Hasnawati.svg", mime=mime)
    shown = await room.shows(original=True)
    assert (shown["kind"], shown["document"]["file_name"]) == ("document", f"lampiran-{file.sha256[:8]}.{ending}")
    assert (shown["protected"], room.content(shown)) == (True, content)


async def test_what_can_never_be_uploaded_goes_as_words(room: Room) -> None:
    await room.holds(jpeg())
    room.telegram.fault("error", methods=["sendPhoto"], times=None)
    message = Message(room.chat, says("as-typed", text="lihat"), file=REF)
    async with room.office.storage.work() as work:
        await work.record(Outcome(messages=(message,)), now=MachineClock().now())
    for _ in range(3):
        room.dispatcher.pauses.clear()
        async with asyncio.TaskGroup() as house:
            assert await room.dispatcher.launch(house)
    assert room.telegram.phone(room.chat).screen()[-1]["kind"] == "text"
