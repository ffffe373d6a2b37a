"""Stops the little wheel on pressed buttons. Nothing depends on it, and it keeps nobody waiting."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field

from bot.telegram import Line

log = logging.getLogger("laporaman.presses")

HANDS = 4
#: Wheels beyond these turn until Telegram stops them by itself: messages come first.
LONGEST_QUEUE = 500


@dataclass
class Presses:
    """Answers presses in their order, a few at a time."""

    line: Line
    waiting: asyncio.Queue[str] = field(default_factory=lambda: asyncio.Queue(LONGEST_QUEUE))

    def answer(self, press_id: str) -> None:
        """Let this wheel stop soon."""
        if not self.waiting.full():
            self.waiting.put_nowait(press_id)

    async def run(self) -> None:
        """Answer until cancelled."""
        async with asyncio.TaskGroup() as hands:
            for _ in range(HANDS):
                hands.create_task(self._answer())

    async def _answer(self) -> None:
        while True:
            press_id = await self.waiting.get()
            try:
                await self.line.say("answerCallbackQuery", {"callback_query_id": press_id})
            except Exception:
                log.exception("a press could not be answered")
