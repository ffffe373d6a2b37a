"""One Telegram stand-in for all tests of the door; each test has chats of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from itertools import count

import pytest

from bot.telegram import Line
from cases.messages import ChatId
from simulator.client import Simulator
from tests.stories.stage import TOKEN, simulated

_numbers = count(610_000_000)


@pytest.fixture(scope="session")
def stand_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulator]:
    with simulated(tmp_path_factory.mktemp("telegram")) as simulator:
        yield simulator


@pytest.fixture
def telegram(stand_in: Simulator) -> Iterator[Simulator]:
    yield stand_in
    stand_in.clear_faults()


@pytest.fixture
def chat(telegram: Simulator) -> ChatId:
    """Somebody new, who has pressed Start."""
    number = next(_numbers)
    telegram.add_phone(number, "Seseorang", started=True)
    return ChatId(number)


@pytest.fixture
def other(telegram: Simulator) -> ChatId:
    number = next(_numbers)
    telegram.add_phone(number, "Orang lain", started=True)
    return ChatId(number)


@pytest.fixture
async def line(telegram: Simulator) -> AsyncIterator[Line]:
    line = Line(TOKEN, telegram.url)
    await line.connect()
    yield line
    await line.disconnect()
