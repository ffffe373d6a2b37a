"""A reporter sends a photo that knows where it was taken; the officer sees it without that, over sudden ends."""

from __future__ import annotations

import asyncio
import base64
from datetime import timedelta
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from cases.attachment import Attachment, AttachmentState
from cases.messages import ChatId
from simulator.client import Phone
from storage import MasterKey, SealedFiles, Storage
from tests.bot.pictures import CANARY, jpeg
from tests.stories.stage import OFFICER, PATIENCE, REPORTER, TOKEN, Stage, address_of
from tests.stories.words import shown

PHOTO = jpeg(size=(900, 600), orientation=6) + b"ekor-kenari" * 20_000
VOICE = b"OggS" + b"suara-kenari" * 5_000
CRY = "tolong dia mau bunuh saya sekarang"


def kept(story: Stage) -> tuple[Attachment, ...]:
    """What the database holds of the reporter's files."""

    async def look() -> tuple[Attachment, ...]:
        settings = story.environment
        storage = await Storage.open(address_of(settings["DATABASE_URL"]), MasterKey.read(settings["MASTER_KEY_FILE"]))
        try:
            async with storage.look() as work:
                return await work.attachments_of_chat(ChatId(REPORTER))
        finally:
            await storage.close()

    return asyncio.run(look())


def until_kept(story: Stage, count: int) -> dict[str, Attachment]:
    """Wait until so many files are sealed."""
    end = monotonic() + PATIENCE
    while True:
        found = {file.kind: file for file in kept(story)}
        if sum(file.state is AttachmentState.KEPT for file in found.values()) == count:
            return found
        assert monotonic() < end, found
        # What was put off is due again by the clock that the bot follows.
        story.simulator.advance(seconds=15)
        sleep(0.3)


def file_on(phone: Phone, kind: str) -> dict[str, Any]:
    """The newest file of that kind that the bot has sent to a phone."""
    return next(one for one in reversed(phone.screen()) if one["kind"] == kind and one["from_bot"])


def test_a_photo_reaches_the_officer_without_its_place_and_outlives_sudden_ends(story: Stage) -> None:
    reporter, officer = story.phone(REPORTER), story.phone(OFFICER)
    reporter.say(CRY)
    officer.press(shown("button-take"), after=0)
    officer.wait_for(shown("alert-yours"))

    # It dies while the photo comes in, and once more; nothing half is left, and it is fetched after all.
    story.simulator.fault("hang", times=None, methods=["file"])
    reporter.send(
        "document", content=base64.b64encode(PHOTO).decode(), name="../../rumah\u202egpj.jpg", mime="image/jpeg"
    )
    reporter.send("voice", content=base64.b64encode(VOICE).decode())
    reporter.wait_for(shown("kept-voice"))
    for _ in range(2):
        _until_half(story)
        story.kill()
        story.start()
    assert {file.state for file in kept(story)} == {AttachmentState.WAITING}
    story.simulator.clear_faults()
    files = until_kept(story, 2)

    folder = SealedFiles(story.folder / "files")
    photo = files["document"]
    original = b"".join(folder.read(photo.stored, key=photo.key, ref=photo.ref))
    assert original == PHOTO
    assert CANARY.encode() in original
    assert sorted(path.name for path in folder.folder.iterdir()) == sorted(one.stored for one in files.values())

    officer.press(shown("button-look"), after=0)
    _until_file(officer, "photo")
    _until_file(officer, "voice")
    seen = file_on(officer, "photo")
    drawn = story.simulator.content(seen["photo"]["file_unique_id"])
    assert seen["protected"]
    assert drawn.startswith(b"\xff\xd8\xff")
    assert CANARY.encode() not in drawn
    assert b"ekor-kenari" not in drawn
    voice = file_on(officer, "voice")
    assert story.simulator.content(voice["voice"]["file_unique_id"]) == VOICE

    _nothing_plain(story.folder)


def _until_half(story: Stage) -> None:
    """Wait until a fetch is under way: it has begun to write."""
    folder, end = story.folder / "files", monotonic() + PATIENCE
    while not any(folder.glob("*.part")):
        assert monotonic() < end
        sleep(0.02)


def _until_file(phone: Phone, kind: str) -> None:
    phone.simulator.journal(count=1, method=f"send{kind.title()}", chat_id=phone.number, delivered=True)


def _nothing_plain(folder: Path) -> None:
    """Neither what was sent nor its name lies anywhere in plain, nor does the token in the log."""
    planted = (CANARY.encode(), b"ekor-kenari", b"suara-kenari", b"rumah")
    for path in folder.rglob("*"):
        if path.is_file() and path.name != "simulator.log":
            held = path.read_bytes()
            assert not [part for part in planted if part in held], path
            assert TOKEN.encode() not in held, path


def test_a_photo_that_was_never_there_is_said_to_be_lost(story: Stage) -> None:
    reporter, officer = story.phone(REPORTER), story.phone(OFFICER)
    reporter.say(CRY)
    officer.press(shown("button-take"), after=0)
    story.simulator.fault("flood", times=None, methods=["file"])
    reporter.send("video", size=5)
    officer.wait_for(shown("file-lost-told"), after=0)
    story.simulator.advance(seconds=timedelta(hours=3).total_seconds())
    assert not [*(story.folder / "files").iterdir()]
