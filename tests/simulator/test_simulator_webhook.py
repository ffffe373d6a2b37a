"""Webhooks: in order, with the secret, again and again until accepted."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from simulator_box import Box

from simulator import webhook


class Hook:
    """A bot's own little server: it answers with the given statuses, then with 200."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = list(statuses)
        self.heard: asyncio.Queue[tuple[dict[str, str], Any]] = asyncio.Queue()

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")[1:-2]
        headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in head)}
        update = json.loads(await reader.readexactly(int(headers["content-length"])))
        status = self.statuses.pop(0) if self.statuses else 200
        writer.write(b"HTTP/1.1 %d X\r\nconnection: close\r\ncontent-length: 0\r\n\r\n" % status)
        await writer.drain()
        writer.close()
        await writer.wait_closed()
        self.heard.put_nowait((headers, update))


@asynccontextmanager
async def delivering(box: Box, hook: Hook) -> AsyncIterator[str]:
    """A hook that listens and a simulator that delivers; the hook's address."""
    server = await asyncio.start_server(hook.answer, "127.0.0.1", 0)
    async with asyncio.timeout(30), server, asyncio.TaskGroup() as group:
        task = group.create_task(webhook.deliver_for_ever(box.world))
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"
        task.cancel()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "FIRST_WAIT", 0.001)


@pytest.mark.usefixtures("impatient")
async def test_updates_are_delivered_in_order_with_the_secret_until_accepted(box: Box) -> None:
    hook = Hook(500, 403)
    async with delivering(box, hook) as address:
        await box.bot("setWebhook", url=address, secret_token="Rahasia_1-2")
        for text in ("a", "b"):
            await box.act(1001, "say", text=text)
        heard = [await hook.heard.get() for _ in range(4)]
        await box.control("GET", "/updates", most=0, timeout=60)
    assert [update["message"]["text"] for _, update in heard] == ["a", "a", "a", "b"]
    assert {headers["x-telegram-bot-api-secret-token"] for headers, _ in heard} == {"Rahasia_1-2"}
    told = await box.bot("getWebhookInfo")
    assert (told["url"], told["pending_update_count"]) == (address, 0)
    assert told["last_error_message"] == "Wrong response from the webhook: 403 X"


@pytest.mark.usefixtures("impatient")
async def test_what_waits_is_delivered_when_telegram_is_up_again(box: Box) -> None:
    hook = Hook()
    async with delivering(box, hook) as address:
        await box.bot("setWebhook", url=address)
        await box.control("POST", "/faults", kind="reset", times=None)
        await box.act(1001, "say", text="a")
        assert len(box.world.updates.queue) == 1
        await box.http.request("DELETE", "/control/faults")
        headers, update = await hook.heard.get()
    assert update["message"]["text"] == "a"
    assert "x-telegram-bot-api-secret-token" not in headers


@pytest.mark.usefixtures("impatient")
async def test_nobody_listening_loses_nothing(box: Box) -> None:
    hook = Hook()
    async with delivering(box, hook) as address:
        await box.bot("setWebhook", url="http://127.0.0.1:1/none")
        await box.act(1001, "say", text="a")
        while not box.world.webhook.last_error:
            await asyncio.sleep(0)
        await box.bot("setWebhook", url=address)
        _, update = await hook.heard.get()
    assert update["message"]["text"] == "a"
