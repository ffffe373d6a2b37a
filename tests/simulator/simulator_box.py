"""A simulator for tests: in the test's own process, or as a program of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from simulator.app import Simulator
from simulator.cast import USUAL
from simulator.world import Bot, World

TOKEN = "4242:AAF_a-token-of-tests-and-of-nothing-else"
ROOT = Path(__file__).parents[2]


class Box:
    """An in-process simulator, spoken to as a bot (`bot`) and as a tester (`control`)."""

    def __init__(self, keep: Path | None = None) -> None:
        self.world = World(Bot(TOKEN, 4242))
        self.app = Simulator(self.world, USUAL, keep=keep)
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url="http://simulator")

    async def post(self, path: str, fields: Any, method: str = "POST") -> httpx.Response:
        # Written by hand: httpx refuses the lone surrogates that hostile input holds.
        headers = {"content-type": "application/json"}
        return await self.http.request(method, path, content=json.dumps(fields), headers=headers)

    async def call(self, method: str, /, **fields: Any) -> Any:
        """The bot's call, as JSON; the whole answer."""
        return (await self.post(f"/bot{TOKEN}/{method}", fields)).json()

    async def bot(self, method: str, /, **fields: Any) -> Any:
        """The bot's call, which must succeed; its result."""
        answer = await self.call(method, **fields)
        assert answer["ok"], answer
        return answer["result"]

    async def ask(self, method: str, path: str, /, **fields: Any) -> httpx.Response:
        if method == "GET":
            return await self.http.get(f"/control{path}", params=fields)
        return await self.post(f"/control{path}", fields, method)

    async def control(self, method: str, path: str, /, **fields: Any) -> Any:
        """A control call, which must succeed; its answer."""
        answer = await self.ask(method, path, **fields)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def act(self, phone: int, name: str, /, **fields: Any) -> Any:
        return await self.control("POST", f"/phones/{phone}/{name}", **fields)

    async def screen(self, phone: int, **fields: Any) -> Any:
        return await self.control("GET", f"/phones/{phone}/screen", **fields)


@contextmanager
def program(*arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A simulator as a program; its address and its process. It ends when the block does."""
    process = subprocess.Popen(
        [sys.executable, "-m", "simulator", "--port", "0", "--token", TOKEN, "--exit-with-stdin", *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin
    assert process.stdout
    try:
        yield process.stdout.readline().strip(), process
    finally:
        process.stdin.close()
        process.wait(10)
        process.stdout.close()
