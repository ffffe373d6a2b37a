"""Somebody outside: looks at the health page, listens for pings, locks the database, fills the disk."""

from __future__ import annotations

import random
import resource
import socket
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import httpx

from tests.stories.stage import PATIENCE, Stage

SABOTEUR = ("tests.stories.saboteur",)


def free_port() -> int:
    """A port that nobody has, and that the machine gives to nobody who asks for any: they begin at 32768."""
    while True:
        with suppress(OSError), socket.create_server(("127.0.0.1", random.randrange(20000, 30000))) as taken:
            return int(taken.getsockname()[1])


@dataclass
class Pings:
    """Who is called every so often while all is well."""

    url: str
    came: list[float] = field(default_factory=list)

    def next(self, *, patience: float = PATIENCE) -> None:
        """Wait for a ping that begins after now."""
        asked = time.monotonic()
        until(lambda: self.came and self.came[-1] > asked, "a ping", patience)


@contextmanager
def pinged() -> Iterator[Pings]:
    """A watcher on this machine."""
    port = free_port()
    pings = Pings(f"http://127.0.0.1:{port}/alive")

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            pings.came.append(time.monotonic())
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            return

    server = HTTPServer(("127.0.0.1", port), Answer)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield pings
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def systemd(name: str) -> Iterator[socket.socket]:
    """What systemd would hear."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ears:
        ears.bind(f"\0{name}")
        ears.settimeout(PATIENCE)
        yield ears


def until(holds: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
    """Wait for a condition, looking again and again."""
    ends = time.monotonic() + patience
    while time.monotonic() < ends:
        if found := holds():
            return found
        time.sleep(0.02)
    raise AssertionError(f"did not happen within {patience} s: {what}")


@dataclass
class Outside:
    """A person who has nothing but the health page and, now and then, the machine's own tools."""

    story: Stage
    port: int

    def look(self, page: str = "healthz", *, patience: float = 0.5) -> httpx.Response | None:
        """What a page says; None when nobody answers."""
        try:
            return httpx.get(f"http://127.0.0.1:{self.port}/{page}", timeout=patience)
        except httpx.HTTPError:
            return None

    def told(self) -> dict[str, Any]:
        answer = self.look()
        return answer.json() if answer is not None else {"ready": False, "well": False, "findings": []}

    def codes(self) -> set[tuple[str, str]]:
        return {(finding["code"], finding["of"]) for finding in self.told()["findings"]}

    def sees(self, code: str, of: str = "", *, patience: float = PATIENCE) -> None:
        until(lambda: (code, of) in self.codes(), f"{code} {of} is seen", patience)

    def sees_all_well(self, *, patience: float = PATIENCE) -> None:
        until(lambda: self.told()["well"], "all is well", patience)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Another program holds the database for writing."""
        holder = sqlite3.connect(self.file, isolation_level=None, timeout=PATIENCE)
        try:
            holder.execute("BEGIN IMMEDIATE")
            yield
            holder.execute("ROLLBACK")
        finally:
            holder.close()

    @contextmanager
    def full_disk(self) -> Iterator[None]:
        """The system takes not one more byte from the bot, whatever file it writes to."""
        assert self.story.bot is not None
        pid = self.story.bot.pid
        usual = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (1, usual[1]))
        try:
            yield
        finally:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, usual)

    @property
    def file(self) -> Path:
        return self.story.folder / "laporaman.sqlite"
