"""Tells every open page what changed, as one stream of server-sent events."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict
from typing import Any

from simulator.model import Chat, Json, Message
from simulator.screens import keyboard_on_screen, message_on_screen
from simulator.world import QUEUE, World

MOST_WAITING = 2000
BREATH = 15.0


class Live:
    """Passes changes on to the pages. Costs nothing while no page is open."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.pages: set[asyncio.Queue[bytes | None]] = set()
        world.watchers.append(self._changed)

    def _changed(self, what: str, chat: Chat | None, message: Message | None) -> None:
        if not self.pages or what == QUEUE:
            return
        event = json.dumps({"what": what, **self._told(chat, message)})
        line = f"data: {event}\n\n".encode()
        for page in list(self.pages):
            if page.qsize() >= MOST_WAITING:
                # A page that can't follow is told to look afresh rather than kept waiting for all of it.
                while not page.empty():
                    page.get_nowait()
                line = b'data: {"what": "afresh"}\n\n'
            page.put_nowait(line)

    def _told(self, chat: Chat | None, message: Message | None) -> Json:
        told: dict[str, Any] = {"serial": self.world.serial}
        if chat is not None:
            told |= {"chat_id": chat.id, "keyboard": keyboard_on_screen(chat)}
            if chat.toasts:
                told["toast"] = asdict(chat.toasts[-1])
        if message is not None:
            told["message"] = message_on_screen(self.world, message)
        return told

    def close(self) -> None:
        """End all streams."""
        for page in self.pages:
            page.put_nowait(None)

    async def stream(self) -> AsyncIterator[bytes]:
        page: asyncio.Queue[bytes | None] = asyncio.Queue()
        self.pages.add(page)
        try:
            yield b'retry: 1000\ndata: {"what": "afresh"}\n\n'
            while True:
                try:
                    line = await asyncio.wait_for(page.get(), BREATH)
                except TimeoutError:
                    line = b": still here\n\n"
                if line is None:
                    return
                yield line
        finally:
            self.pages.discard(page)
