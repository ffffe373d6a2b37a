"""Files are fetched in the background: sealed as they come in, whole or not at all, and never lost in silence."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.fetcher import ENOUGH, Fetcher
from bot.telegram import Line
from cases.attachment import LARGEST, Attachment, AttachmentState
from cases.messages import ChatId
from cases.outcome import EventKind
from handlers.conversation.engine import Answer, Kind
from handlers.heard import Doing
from simulator.client import Simulator
from storage import SealedFiles
from tests.bot.pictures import CANARY, jpeg
from tests.office import ANI, CRY, Office, world
from tests.stories.stage import TOKEN


@dataclass
class Hands:
    """A clock that is moved by hand."""

    at: datetime
    moved: asyncio.Event = field(default_factory=asyncio.Event)

    def now(self) -> datetime:
        return self.at

    async def run(self) -> None:
        """It goes by itself nowhere."""


@dataclass
class Depot:
    """An office whose files are fetched from the stand-in for Telegram."""

    office: Office
    fetcher: Fetcher
    telegram: Simulator
    chat: ChatId
    clock: Hands

    async def sends(self, content: bytes, *, said: str = CRY, name: str = "foto.jpg", **more: object) -> None:
        """The reporter sends a photo "as a file", whose case is opened by the words with it."""
        encoded = base64.b64encode(content).decode()
        phone = self.telegram.phone(self.chat)
        sent = await asyncio.to_thread(phone.send, "document", content=encoded, name=name, mime="image/jpeg")
        document = phone.screen()[-1]["document"]
        assert sent
        answer = Answer(Kind.DOCUMENT, text=said, file_id=document["file_id"], name=name, mime="image/jpeg")
        await self.office.does(self.chat, Doing.SAID, answer=answer)

    async def once(self) -> None:
        """One turn of the fetcher, to the end of all that it began."""
        self.clock.at += timedelta(hours=2)
        await self.fetcher.tidy()
        async with asyncio.TaskGroup() as house:
            await self.fetcher.launch(house)

    async def file(self) -> Attachment:
        async with self.office.storage.look() as look:
            (found,) = await look.attachments_of_chat(self.chat)
        return found

    async def happened(self) -> list[EventKind]:
        (case,) = await self.office.cases()
        async with self.office.storage.look() as look:
            return [event.kind for event in await look.history(case.ref)]

    def lies(self) -> list[Path]:
        return sorted(self.fetcher.sealed.folder.iterdir())


@pytest.fixture
async def depot(office: Office, line: Line, telegram: Simulator, chat: ChatId, tmp_path: Path) -> Depot:
    clock = Hands(office.now)
    fetcher = Fetcher(line, office.storage, world(), clock, SealedFiles(tmp_path / "files"))
    await fetcher.tidy()
    return Depot(office, fetcher, telegram, chat, clock)


async def test_fetched_sealed_and_known_by_its_hash(depot: Depot, tmp_path: Path) -> None:
    content = jpeg() + b"ekor" * 50_000
    await depot.sends(content)
    assert (await depot.file()).state is AttachmentState.WAITING
    await depot.once()
    file = await depot.file()
    assert (file.state, file.size, file.found) == (AttachmentState.KEPT, len(content), "jpeg")
    assert (file.sha256, file.kept_at) == (hashlib.sha256(content).hexdigest(), depot.clock.now())
    (sealed,) = depot.lies()
    assert (sealed.name, sealed.stat().st_mode & 0o777) == (file.stored, 0o600)
    assert b"".join(depot.fetcher.sealed.read(file.stored, key=file.key, ref=file.ref)) == content
    assert EventKind.FILE_KEPT in await depot.happened()
    # Not its words, its name or what is hidden in it: neither in its file, nor in the database.
    plain = (CANARY.encode(), b"foto.jpg", b"ekorekor", file.file_id.encode(), file.key.encode())
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or not any(part in path.read_bytes() for part in plain), path


@pytest.mark.parametrize(
    ("fault", "more", "times", "why"),
    [
        ("flood", {}, 1, "too_big"),
        ("malformed", {}, ENOUGH, "cut"),
        ("error", {"status": 404}, ENOUGH, "gone"),
    ],
)
async def test_what_cant_be_had_is_lost_and_who_holds_the_case_is_told(
    depot: Depot, fault: str, more: dict[str, int], times: int, why: str
) -> None:
    await depot.sends(jpeg())
    await depot.office.presses(ANI, "take")
    depot.telegram.fault(fault, times=None, methods=["file"], **more)
    for turn in range(times):
        assert (await depot.file()).state is AttachmentState.WAITING, turn
        await depot.once()
        assert not depot.lies()
    file = await depot.file()
    assert (file.state, file.why, file.stored) == (AttachmentState.LOST, why, "")
    depot.office.now = depot.clock.at
    await depot.office.deliver()
    assert depot.office.heard_by(ANI).count("file-lost-told") == 1
    assert EventKind.FILE_LOST in await depot.happened()
    await depot.once()
    assert depot.office.heard_by(ANI).count("file-lost-told") == 1


async def test_one_bad_answer_loses_nothing(depot: Depot) -> None:
    await depot.sends(jpeg())
    depot.telegram.fault("malformed", methods=["file"])
    await depot.once()
    assert not depot.lies()
    await depot.once()
    assert (await depot.file()).state is AttachmentState.KEPT


async def test_a_file_that_telegram_never_had_is_lost(depot: Depot) -> None:
    await depot.office.does(depot.chat, Doing.SAID, answer=Answer(Kind.PHOTO, text=CRY, file_id="unknown"))
    for _ in range(ENOUGH):
        await depot.once()
    assert (await depot.file()).why == "gone"


@pytest.mark.parametrize("fault", ["reset", "error", "lost_answer", "busy"])
@pytest.mark.parametrize("method", ["getFile", "file"])
async def test_an_outage_may_last_as_long_as_it_likes(depot: Depot, fault: str, method: str) -> None:
    await depot.sends(jpeg())
    depot.telegram.fault(fault, times=None, methods=[method])
    for _ in range(ENOUGH + 3):
        await depot.once()
    assert (await depot.file()).state is AttachmentState.WAITING
    assert not depot.lies()
    depot.telegram.clear_faults()
    await depot.once()
    assert (await depot.file()).state is AttachmentState.KEPT


async def test_twenty_megabytes_are_kept(depot: Depot) -> None:
    await depot.sends(bytes(LARGEST))
    await depot.once()
    file = await depot.file()
    assert (file.state, file.size) == (AttachmentState.KEPT, LARGEST)


async def test_ended_in_the_middle_it_leaves_nothing_and_is_fetched_anew(depot: Depot) -> None:
    await depot.sends(jpeg())
    hanging = depot.telegram.fault("hang", times=None, methods=["file"])
    assert hanging
    turn = asyncio.create_task(depot.once())
    while not depot.fetcher._writing:
        await asyncio.sleep(0.005)
    turn.cancel()
    with suppress(asyncio.CancelledError):
        await turn
    depot.telegram.clear_faults()
    assert not depot.lies()
    assert (await depot.file()).state is AttachmentState.WAITING
    await depot.once()
    assert (await depot.file()).state is AttachmentState.KEPT


async def test_forgotten_while_it_came_in_it_is_not_kept(depot: Depot) -> None:
    await depot.sends(jpeg())
    held = depot.telegram.fault("hang", times=None, methods=["file"], seconds=0.3)
    assert held
    turn = asyncio.create_task(depot.once())
    while not depot.fetcher._writing:
        await asyncio.sleep(0.005)
    file = await depot.file()
    async with depot.office.storage.work() as work:
        await work.erase_files([file.ref])
    await turn
    assert not depot.lies()


async def test_what_is_forgotten_is_taken_off_the_disk(depot: Depot) -> None:
    await depot.sends(jpeg())
    await depot.once()
    assert len(depot.lies()) == 1
    (case,) = await depot.office.cases()
    async with depot.office.storage.work() as work:
        await work.forget_case(case.ref)
    await depot.fetcher.tidy()
    assert not depot.lies()
    async with depot.office.storage.look() as look:
        assert await look.removable_files() == ()


async def test_bytes_that_no_row_knows_are_cleared_away_at_a_start(depot: Depot) -> None:
    await depot.sends(jpeg())
    await depot.once()
    (kept,) = depot.lies()
    for name in ("half.part", "nobodys"):
        (depot.fetcher.sealed.folder / name).write_bytes(b"x")
    await depot.fetcher.tidy()
    assert len(depot.lies()) == 3
    depot.fetcher._tidied = -float("inf")
    await depot.fetcher.tidy()
    assert depot.lies() == [kept]


async def test_where_others_may_write_only_old_bytes_are_cleared_away(depot: Depot) -> None:
    depot.fetcher.alone, depot.fetcher._tidied = False, -float("inf")
    (depot.fetcher.sealed.folder / "others.part").write_bytes(b"x")
    await depot.fetcher.tidy()
    assert [path.name for path in depot.lies()] == ["others.part"]


async def test_with_a_nearly_full_disk_files_wait_and_reports_go_on(depot: Depot) -> None:
    depot.fetcher.least_free = 1 << 60
    await depot.sends(jpeg())
    await depot.once()
    assert ((await depot.file()).state, depot.lies()) == (AttachmentState.WAITING, [])
    assert len(await depot.office.cases()) == 1
    depot.fetcher.least_free = 0
    await depot.once()
    assert (await depot.file()).state is AttachmentState.KEPT


async def test_a_folder_that_cant_be_written_loses_nothing(depot: Depot) -> None:
    await depot.sends(jpeg())
    folder = depot.fetcher.sealed.folder
    folder.rmdir()
    folder.write_bytes(b"")
    turns = depot.fetcher.launch
    depot.clock.at += timedelta(hours=2)
    async with asyncio.TaskGroup() as house:
        await turns(house)
    folder.unlink()
    folder.mkdir()
    assert (await depot.file()).state is AttachmentState.WAITING
    await depot.once()
    assert (await depot.file()).state is AttachmentState.KEPT


async def test_the_token_in_the_address_is_in_no_log(depot: Depot, caplog: pytest.LogCaptureFixture) -> None:
    from bot.logs import Discreet, start_logging

    root = logging.getLogger()
    before = root.handlers[:], root.level
    start_logging("DEBUG")
    root.addHandler(caplog.handler)
    caplog.handler.setFormatter(Discreet())
    try:
        await depot.sends(jpeg())
        for fault in ("reset", "error", "malformed", "lost_answer"):
            depot.telegram.fault(fault, methods=["file"])
            await depot.once()
        await depot.once()
    finally:
        root.handlers[:], root.level = before
    assert "can't be fetched yet" in caplog.text
    assert TOKEN not in caplog.text
    assert TOKEN.partition(":")[2] not in caplog.text
    assert "file/bot" not in caplog.text
