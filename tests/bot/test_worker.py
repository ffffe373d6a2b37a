"""The worker: one bad update spoils nobody else's, is set aside after three times, and somebody is told."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest

from bot.worker import Worker
from cases.messages import ChatId
from storage import Arrival, DatabaseProblem
from tests.office import GITA, Office, world

HERE, THERE = ChatId(71), ChatId(72)


class Set:
    """A clock that stands where the office's does."""

    def __init__(self, office: Office) -> None:
        self.office = office

    def now(self) -> Any:
        return self.office.now


def worker_of(office: Office) -> tuple[Worker, list[str]]:
    presses: list[str] = []
    clock: Any = Set(office)
    answer = lambda press: presses.append(press.press_id)  # noqa: E731
    return Worker(office.storage, world(), clock, told=lambda: None, answer_press=answer), presses


def said(number: int, chat: ChatId, text: Any) -> Arrival:
    person = {"id": int(chat), "type": "private", "is_bot": False, "first_name": "x"}
    message = {"message_id": number, "date": 1, "chat": person, "from": person, "text": text}
    return arrival(number, chat, {"update_id": number, "message": message})


def arrival(number: int, chat: ChatId | None, update: Any) -> Arrival:
    from tests.office import NOON

    return Arrival(number, chat, json.dumps(update).encode(), NOON)


async def take_in(office: Office, *arrivals: Arrival) -> None:
    async with office.storage.work() as work:
        await work.take_in(arrivals)


async def all_worked(office: Office, worker: Worker) -> None:
    for _ in range(6):
        while await worker.batch():
            pass
        office.now += timedelta(seconds=10)
    await office.deliver()


POISON = {"update_id": 1, "message": {"message_id": "x", "chat": {"id": 71, "type": "private"}, "photo": 5}}


async def test_a_poisoned_update_is_set_aside_and_its_chat_goes_on(office: Office) -> None:
    worker, _ = worker_of(office)
    await take_in(office, arrival(1, HERE, POISON), said(2, HERE, "/bantuan"), said(3, THERE, "/bantuan"))
    await worker.batch()
    await office.deliver()
    assert office.heard_by(THERE) == ["help"]
    assert office.heard_by(HERE) == []
    await all_worked(office, worker)
    assert sorted(office.heard_by(HERE)) == ["help", "set-aside-sorry"]
    assert office.heard_by(GITA) == ["inbox-set-aside"]
    async with office.storage.look() as look:
        assert await look.inbox_counts() == {"waiting": 0, "set_aside": 1}


async def test_that_nobody_can_be_told_holds_up_nobody(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("the telling is broken too")

    monkeypatch.setattr("bot.worker.set_aside", broken)
    worker, _ = worker_of(office)
    await take_in(office, arrival(1, HERE, POISON), said(2, HERE, "/bantuan"))
    await all_worked(office, worker)
    assert office.heard_by(HERE) == ["help"]
    async with office.storage.look() as look:
        assert await look.inbox_counts() == {"waiting": 0, "set_aside": 1}


async def test_each_chat_is_worked_in_its_order(office: Office) -> None:
    worker, _ = worker_of(office)
    texts = ("/start", "saya mau cerita", "/bantuan")
    numbered = [(chat, text) for text in texts for chat in (HERE, THERE)]
    await take_in(office, *(said(number, chat, text) for number, (chat, text) in enumerate(numbered, 1)))
    await all_worked(office, worker)
    heard = office.heard_by(HERE)
    assert heard == office.heard_by(THERE)
    assert heard.index("welcome") < heard.index("help")


async def test_a_group_is_never_told_of_a_row_set_aside(office: Office) -> None:
    group = {"id": -71, "type": "group"}
    poison = {"update_id": 1, "message": {"message_id": "x", "date": "x", "chat": group, "photo": 5}}
    worker, _ = worker_of(office)
    await take_in(office, arrival(1, ChatId(-71), poison))
    await all_worked(office, worker)
    assert office.heard_by(GITA) == ["inbox-set-aside"]
    assert ChatId(-71) not in office.sent


async def test_every_press_is_answered_genuine_or_not(office: Office) -> None:
    worker, presses = worker_of(office)
    person = {"id": int(HERE), "is_bot": False, "first_name": "x"}
    query = {"id": "77", "from": person, "chat_instance": "1", "data": "1|take|x||"}
    await take_in(office, arrival(1, HERE, {"update_id": 1, "callback_query": query}))
    await all_worked(office, worker)
    assert presses == ["77"]
    assert office.heard_by(HERE) == []


@pytest.mark.parametrize(("reason", "set_aside"), [("full", 0), ("busy", 0), ("failed", 1)])
async def test_a_full_disk_is_no_fault_of_the_row(
    office: Office, reason: str, set_aside: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: Any, **__: Any) -> None:
        raise DatabaseProblem(reason, "x")

    await take_in(office, said(1, HERE, "halo"))
    worker, _ = worker_of(office)
    monkeypatch.setattr("bot.worker.hear", fails)
    for _ in range(4):
        with suppress(DatabaseProblem):
            await worker.batch()
        office.now += timedelta(seconds=10)
    async with office.storage.look() as look:
        counts = await look.inbox_counts()
    assert counts == {"waiting": 1 - set_aside, "set_aside": set_aside}
