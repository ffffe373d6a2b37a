"""Stops the little wheel on pressed buttons, with a word where there is one. Nothing depends on it, nobody waits."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.pulse import Pulse
from bot.telegram import Line
from bot.words import render
from handlers.heard import Toast

log = logging.getLogger("laporaman.presses")

HANDS = 4
#: Wheels beyond these turn until Telegram stops them by itself: messages come first.
LONGEST_QUEUE = 500
#: What Telegram shows of a word to a press, in UTF-16 units.
WORDS_LIMIT = 200


@dataclass(frozen=True)
class Answered:
    """What is answered to one press. `key` is the phrase of the words, to be counted by."""

    press_id: str
    words: str = ""
    alert: bool = False
    key: str = ""

    @property
    def payload(self) -> dict[str, Any]:
        shown = {"text": self.words, "show_alert": self.alert} if self.words else {}
        return {"callback_query_id": self.press_id, **shown}


def answered(press_id: str, toast: Toast | None, *, zone: ZoneInfo, now: datetime) -> Answered:
    """The answer in words. They are cut where Telegram would refuse them."""
    if toast is None:
        return Answered(press_id)
    words = render(toast.phrase, language=toast.language, zone=zone, now=now, markup=False)
    fits = words.encode("utf-16-le")[: 2 * WORDS_LIMIT].decode("utf-16-le", "ignore")
    return Answered(press_id, fits, toast.alert, toast.phrase.key)


@dataclass
class Presses:
    """Answers presses in their order, a few at a time."""

    line: Line
    waiting: asyncio.Queue[Answered] = field(default_factory=lambda: asyncio.Queue(LONGEST_QUEUE))
    pulse: Pulse = field(default_factory=Pulse)

    def answer(self, press: Answered) -> None:
        """Let this wheel stop soon."""
        if press.key:
            self.pulse.count("presses", press.key)
        if not self.waiting.full():
            self.waiting.put_nowait(press)

    async def run(self) -> None:
        """Answer until cancelled."""
        async with asyncio.TaskGroup() as hands:
            for _ in range(HANDS):
                hands.create_task(self._answer())

    async def _answer(self) -> None:
        while True:
            press = await self.waiting.get()
            try:
                await self.line.say("answerCallbackQuery", press.payload)
            except Exception:
                log.exception("a press could not be answered")
