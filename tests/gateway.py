"""A gateway of the second channel for tests: what was posted to it. `/dead/…` never answers, `/no/…` refuses."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import unquote

from bot.profiles import FOLDER


@dataclass
class Gateway:
    """What came, in order: to whom, and the words."""

    port: int = 0
    came: list[tuple[str, str]] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)
    more: threading.Condition = field(default_factory=threading.Condition)
    over: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str) -> str:
        return f"json://127.0.0.1:{self.port}/{path}"

    def take(self, to: str, words: str) -> None:
        with self.more:
            self.came.append((to, words))
            self.more.notify_all()

    def wait_for(self, count: int, *, patience: float = 20) -> list[tuple[str, str]]:
        """All that came, once it is so much."""
        until = monotonic() + patience
        with self.more:
            while len(self.came) < count:
                assert self.more.wait(until - monotonic()), f"only {len(self.came)} of {count} came"
            return list(self.came)


@contextmanager
def gateway() -> Iterator[Gateway]:
    here = Gateway()

    class Desk(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            way, _, to = unquote(self.path).strip("/").rpartition("/")
            if way == "dead":
                here.over.wait(30)
                return
            status = 500 if to in here.refuses or way == "no" else 200
            if status == 200:
                here.take(to, json.loads(body)["message"])
            self.send_response(status)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            return

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            return

    with Server(("127.0.0.1", 0), Desk) as server:
        here.port = server.server_address[1]
        running = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        running.start()
        try:
            yield here
        finally:
            here.over.set()
            server.shutdown()
            running.join()


def profile_with(folder: Path, *urls: str) -> dict[str, str]:
    """The settings that lead to the shipped profile with these gateways."""
    text = (FOLDER / "luwu_utara.toml").read_text(encoding="utf-8")
    text = text.replace('"places/', f'"{FOLDER}/places/').replace("\nurls = []", f"\nurls = {list(urls)!r}")
    (folder / "paging.toml").write_text(text, encoding="utf-8")
    return {"PROFILES": str(folder), "PROFILE": "paging"}
