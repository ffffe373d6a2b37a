"""Without a token there is no Telegram: a practice server is started beside the bot, with people already on duty."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace

from bot.problems import WrongSetting
from bot.settings import ROOT, VAR, Settings
from cases.messages import ChatId
from cases.staff import Role
from storage import MasterKey, Storage

#: No secret: the practice server listens on this machine alone.
TOKEN = "1000001:practice-only-not-a-secret-of-anyone"  # noqa: S105
HOST = "127.0.0.1"


@dataclass(frozen=True)
class Actor:
    """Somebody who plays a part in the practice."""

    id: int
    name: str
    label: str
    role: Role | None = None
    on_duty: bool = False


CAST = (
    Actor(1001, "Pelapor", "Pelapor"),
    Actor(2001, "Andi (piket 1)", "Petugas Piket 1", Role.DUTY_OFFICER, on_duty=True),
    Actor(2002, "Rahma (piket 2)", "Petugas Piket 2", Role.DUTY_OFFICER, on_duty=True),
    Actor(3001, "Nurlia", "Koordinator", Role.COORDINATOR),
    Actor(4001, "Sitti", "Manajer Kasus", Role.CASE_MANAGER),
    Actor(5001, "Ibu Kepala", "Kepala Unit", Role.HEAD),
)


@asynccontextmanager
async def practice(settings: Settings) -> AsyncIterator[tuple[Settings, str]]:
    """The settings to run with, and the address to look at. The practice server ends with the bot."""
    phones = [f"{actor.id}:{actor.name}:{actor.label}" + (":new" if actor.role is None else "") for actor in CAST]
    program = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "simulator", "--host", HOST, "--port", str(settings.practice_port), "--token", TOKEN),
        *("--keep", str(VAR / "practice.json"), "--exit-with-stdin"),
        *(part for phone in phones for part in ("--phone", phone)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    assert program.stdout is not None
    try:
        said = ""
        with suppress(TimeoutError):
            said = (await asyncio.wait_for(program.stdout.readline(), timeout=30)).decode()
        address = next((word for word in said.split() if word.startswith("http")), "").rstrip("/")
        if not address:
            raise WrongSetting(
                f"The practice server did not start: is port {settings.practice_port} taken? "
                "Set PRACTICE_PORT to another one."
            )
        await _people(settings)
        yield replace(settings, token=TOKEN, api_url=address, clock_url=address, practising=True), address
    finally:
        if program.returncode is None:
            program.terminate()
        await program.wait()


async def _people(settings: Settings) -> None:
    storage = await Storage.open(settings.database_url, MasterKey.read(settings.key_file), settings.ring_file)
    try:
        async with storage.work() as work:
            if (await work.roster()).people:
                return
            for actor in CAST:
                if actor.role is not None:
                    await work.add_staff(chat=ChatId(actor.id), name=actor.name, role=actor.role, on_duty=actor.on_duty)
    finally:
        await storage.close()
