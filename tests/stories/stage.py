"""A stage for stories: the bot and the simulator as separate processes, speaking HTTP, with people on duty."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile

from bot.settings import DRIVERS
from cases.messages import ChatId
from cases.staff import Role
from simulator.client import Phone, Simulator
from storage import MasterKey, Storage, make_key, migrate, ring_of
from tests.stories import zygote

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "123456789:AAstory-token-that-must-never-be-logged_00"
PATIENCE = 30.0
PLAIN = ("bot",)

REPORTER, OFFICER, SECOND, COORDINATOR, MANAGER, HEAD = 910000001, 920000001, 920000002, 930000001, 940000001, 950000001
STAFF = (
    (OFFICER, "Andi Tenri", "duty_officer", True),
    (SECOND, "Rahma Wati", "duty_officer", True),
    (COORDINATOR, "Nurlia Sari", "coordinator", False),
    (MANAGER, "Sitti Aminah", "case_manager", False),
    (HEAD, "Ibu Kepala", "head", False),
)


@dataclass
class Stage:
    """One simulator, one database, one bot that can be killed and started again."""

    folder: Path
    simulator: Simulator
    environment: Mapping[str, str]
    bot: zygote.Program | None = None
    starts: int = 0
    program: tuple[str, ...] = PLAIN
    phones: dict[int, Phone] = field(default_factory=dict)

    def phone(self, number: int) -> Phone:
        if number not in self.phones:
            self.phones[number] = self.simulator.phone(number)
        return self.phones[number]

    @property
    def log(self) -> Path:
        return self.folder / "bot.log"

    def command(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        return command({**self.environment, **more}, *words)

    def start(self, *program: str) -> None:
        """Start the bot, or a program that breaks something in it first."""
        self.starts += 1
        with self.log.open("ab") as log:
            self.bot = zygote.start(
                program or (*self.program, "run"),
                env=self.environment,
                stdin=subprocess.DEVNULL if program or self.program == PLAIN else subprocess.PIPE,
                stdout=log,
                stderr=log,
            )

    def sabotage(self, command: str) -> None:
        """Tell the saboteur inside the bot (`tests.stories.saboteur`) what to do."""
        assert self.bot is not None
        assert self.bot.stdin is not None
        self.bot.stdin.write(f"{command}\n".encode())
        self.bot.stdin.flush()

    def kill(self) -> None:
        """SIGKILL: no goodbye, no flush."""
        assert self.bot is not None
        self.bot.send_signal(signal.SIGKILL)
        self.ended()

    def ended(self, timeout: float = PATIENCE) -> int:
        """Wait for the bot's own end; its status."""
        assert self.bot is not None
        status = self.bot.wait(timeout)
        if self.bot.stdin is not None:
            self.bot.stdin.close()
        self.bot = None
        return status

    def stop(self) -> None:
        if self.bot is not None:
            self.bot.terminate()
            try:
                self.ended(20)
            except subprocess.TimeoutExpired:
                self.kill()


def environment(folder: Path, *, address: str = "http://127.0.0.1:9", database: str = "") -> dict[str, str]:
    """The settings of a bot that lives in that folder."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "PYTHONPATH")}
    return {
        **kept,
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": address,
        "DATABASE_URL": database or f"sqlite:///{folder / 'laporaman.sqlite'}",
        "MASTER_KEY_FILE": str(folder / "master.key"),
        # Beside a SQLite file it lies without being named.
        **({"KEY_RING_FILE": str(ring_of(database, folder / "master.key"))} if database else {}),
        "LOG_LEVEL": "DEBUG",
        "HEALTH_PORT": "off",
        "PYTHONUNBUFFERED": "1",
    }


def command(settings: Mapping[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """One command of the bot, as an operator types it."""
    with TemporaryFile() as out, TemporaryFile() as err:
        program = zygote.start(("bot", *words), env=settings, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        status = program.wait(60)
        said, wrong = (file.seek(0) or file.read().decode() for file in (out, err))
    return subprocess.CompletedProcess(["bot", *words], status, said, wrong)


def prepared(folder: Path, database: str = "") -> None:
    """A key, a migrated database and the staff. The commands that do this are tried in `test_starting`."""
    key = make_key(folder / "master.key")
    asyncio.run(_prepare(address_of(environment(folder, database=database)["DATABASE_URL"]), key))


def address_of(database: str) -> str:
    """The address with the driver that the settings choose for it."""
    scheme, _, rest = database.partition("://")
    return f"{DRIVERS[scheme]}://{rest}"


async def _prepare(address: str, key: MasterKey) -> None:
    await migrate(address)
    storage = await Storage.open(address, key)
    try:
        async with storage.work() as work:
            for number, name, role, on_duty in STAFF:
                await work.add_staff(chat=ChatId(number), name=name, role=Role(role), on_duty=on_duty)
    finally:
        await storage.close()


@contextmanager
def simulated(folder: Path) -> Iterator[Simulator]:
    """A simulator of its own, with everybody's phone."""
    people = [f"{REPORTER}:Pelapor:Pelapor:new", *(f"{number}:{name}:{role}" for number, name, role, _ in STAFF)]
    with (folder / "simulator.log").open("wb") as errors:
        program = zygote.start(
            (
                *("simulator", "--port", "0", "--token", TOKEN, "--exit-with-stdin"),
                *(part for person in people for part in ("--phone", person)),
            ),
            env=os.environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
        )
        assert program.stdin is not None
        assert program.stdout is not None
        try:
            address = program.stdout.readline().decode().split()[-1].rstrip("/")
            with Simulator(address, timeout=PATIENCE) as simulator:
                yield simulator
        finally:
            # It keeps nothing: saying goodbye to every open line would take a second of each story.
            program.kill()
            program.wait(10)
            program.stdin.close()
            program.stdout.close()


@contextmanager
def stage(
    folder: Path,
    *,
    log_level: str = "DEBUG",
    database: str = "",
    followed: bool = True,
    running: bool = True,
    settings: Mapping[str, str] | None = None,
) -> Iterator[Stage]:
    """Everything a story needs, ended afterwards. The folder is `prepared`, or is now. `settings` come on top."""
    if not (folder / "master.key").exists():
        prepared(folder, database)
    with simulated(folder) as simulator:
        told = environment(folder, address=simulator.url, database=database) | {"LOG_LEVEL": log_level}
        if followed:
            told["CLOCK_URL"] = simulator.url
        scene = Stage(folder, simulator, {**told, **(settings or {})})
        if running:
            scene.start()
        try:
            yield scene
        finally:
            scene.stop()
