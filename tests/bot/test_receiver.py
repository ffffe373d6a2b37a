"""The receiver: a row first, then the offset; whatever Telegram says, it polls on."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

import pytest

from bot.clock import MachineClock
from bot.receiver import Receiver
from bot.telegram import Away, Line, PollingClash, TokenRefused
from storage import DatabaseProblem, Storage
from tests.office import Office


class Script:
    """A line whose polls answer as written, then no more."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers)
        self.offsets: list[int | None] = []
        self.over = asyncio.Event()

    async def updates(self, offset: int | None) -> list[dict[str, Any]]:
        self.offsets.append(offset)
        if not self.answers:
            self.over.set()
            await asyncio.Event().wait()
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return list(answer)


def update(number: int, text: str = "x") -> dict[str, Any]:
    chat = {"id": 7, "type": "private", "first_name": "x"}
    return {"update_id": number, "message": {"message_id": number, "date": 1, "chat": chat, "from": chat, "text": text}}


async def polled(storage: Any, *answers: Any) -> list[int | None]:
    """The offsets of all polls, until the script is over."""
    script = Script(*answers)
    line: Any = script
    receiver = Receiver(line, storage, MachineClock(), told=lambda: None)
    running = asyncio.create_task(receiver.run())
    await script.over.wait()
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    return script.offsets


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.receiver.PATIENCE", (0.001,))
    monkeypatch.setattr("bot.receiver.CLASH_WAIT", 0.001)
    monkeypatch.setattr("bot.receiver.TOKEN_WAIT", 0.001)


async def waiting(storage: Storage) -> int:
    async with storage.look() as look:
        return (await look.inbox_counts())["waiting"]


async def test_the_offset_moves_with_what_is_kept(office: Office) -> None:
    assert await polled(office.storage, [update(5), update(6)], [update(6), update(9)]) == [None, 7, 10]
    assert await waiting(office.storage) == 3


async def test_nothing_that_telegram_says_ends_it(office: Office) -> None:
    troubles = (PollingClash(), TokenRefused(), Away("busy", 0.001), Away("network"), RuntimeError("odd"))
    assert await polled(office.storage, *troubles, [update(5)]) == [None] * 6 + [6]
    assert await waiting(office.storage) == 1


async def test_odd_updates_spoil_no_others(office: Office) -> None:
    odd: tuple[Any, ...] = ({}, {"update_id": "7"}, {"update_id": None, "message": 3})
    assert await polled(office.storage, list(odd), [*odd, update(5)]) == [None, None, 6]
    assert await waiting(office.storage) == 1


async def test_what_cannot_be_kept_is_not_confirmed(office: Office) -> None:
    class Full:
        times = 2

        def work(self) -> Any:
            if self.times:
                self.times -= 1
                raise DatabaseProblem("full", "The disk is full.")
            return office.storage.work()

    assert await polled(Full(), [update(5)], [update(5)], [update(5)]) == [None, None, None, 6]
    assert await waiting(office.storage) == 1


async def test_a_real_line_polls_and_confirms(office: Office, line: Line) -> None:
    receiver = Receiver(line, office.storage, MachineClock(), told=lambda: None)
    await receiver.keep(await line.updates(None, timeout=0) or [update(1)])
    assert await line.updates(receiver.offset, timeout=0) == []
