"""The receiver: a row first, then the offset; whatever Telegram says, it polls on."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.apology import Apology
from bot.clock import MachineClock
from bot.receiver import Receiver
from bot.telegram import Away, Delivered, Line, PollingClash, TokenRefused
from storage import DatabaseProblem, Storage
from tests.office import Office, world


class Script:
    """A line whose polls answer as written, then no more."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers)
        self.offsets: list[int | None] = []
        self.timeouts: list[int] = []
        self.hook = ""
        self.renewed = 0
        self.said: list[tuple[str, int, bool]] = []
        self.over = asyncio.Event()

    async def updates(self, offset: int | None, *, timeout: int) -> list[dict[str, Any]]:
        self.offsets.append(offset)
        self.timeouts.append(timeout)
        if not self.answers:
            self.over.set()
            await asyncio.Event().wait()
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return list(answer)

    async def webhook(self) -> str:
        return self.hook

    async def say(self, method: str, payload: dict[str, Any]) -> Delivered:
        self.said.append((method, payload["chat_id"], "119" in payload["text"]))
        return Delivered(1)

    async def poll_anew(self) -> None:
        self.renewed += 1


def now() -> int:
    return int(datetime.now(UTC).timestamp())


def update(number: int, text: str = "x") -> dict[str, Any]:
    chat = {"id": 7, "type": "private", "first_name": "x"}
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": int(datetime.now(UTC).timestamp()),
            "chat": chat,
            "from": chat,
            "text": text,
        },
    }


async def polled(storage: Any, *answers: Any) -> list[int | None]:
    """The offsets of all polls, until the script is over."""
    script = Script(*answers)
    await played(storage, script)
    return script.offsets


async def played(storage: Any, script: Script) -> Receiver:
    line: Any = script
    receiver = Receiver(line, storage, MachineClock(), told=lambda: None, apology=Apology(line, world()))
    running = asyncio.create_task(receiver.run())
    await script.over.wait()
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    return receiver


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


class Full:
    """A storage with a full disk, which somebody clears after a while; and which is full once more later."""

    def __init__(self, office: Office, *works: bool) -> None:
        self.office, self.works = office, list(works)

    def work(self) -> Any:
        if not self.works.pop(0):
            raise DatabaseProblem("full", "The disk is full.")
        return self.office.storage.work()


async def test_what_cannot_be_kept_is_not_confirmed(office: Office) -> None:
    full = Full(office, False, False, True)
    assert await polled(full, [update(5)], [update(5)], [update(5)]) == [None, None, None, 6]
    assert await waiting(office.storage) == 1


async def test_who_writes_meanwhile_is_told_once_whom_to_call(office: Office) -> None:
    group = {"update_id": 6, "message": {"message_id": 1, "date": 1, "chat": {"id": -5, "type": "group"}}}
    script = Script([update(5), group], [update(5)], [update(5)], [update(7)])
    await played(Full(office, False, False, True, False), script)
    assert script.said == [("sendMessage", 7, True)] * 2, "once for each time that the disk is full"


async def test_after_a_failure_it_wants_to_know_at_once_and_later_with_new_connections(office: Office) -> None:
    script = Script([], [], Away("network"), Away("network"), Away("network"), [], [])
    await played(office.storage, script)
    assert [bool(timeout) for timeout in script.timeouts] == [False, True, True, False, False, False, True, True]
    assert script.renewed == 1


@pytest.mark.parametrize(("hook", "trouble"), [("", "clash"), ("https://x.example", "webhook")])
async def test_updates_that_go_elsewhere_are_a_trouble_until_they_come_again(
    office: Office, hook: str, trouble: str
) -> None:
    script = Script(PollingClash())
    script.hook = hook
    assert set((await played(office.storage, script)).pulse.troubles) == {trouble}
    healed = Script(PollingClash(), TokenRefused(), [])
    healed.hook = hook
    assert not (await played(office.storage, healed)).pulse.troubles


async def test_a_poll_that_failed_is_a_sign_of_life_but_no_answer(office: Office) -> None:
    pulse = (await played(office.storage, Script(Away("network")))).pulse
    assert pulse.age("receiver") is not None
    assert pulse.age("telegram") is None
    assert (await played(office.storage, Script([]))).pulse.age("telegram") is not None


async def test_a_real_line_polls_and_confirms(office: Office, line: Line) -> None:
    receiver = Receiver(line, office.storage, MachineClock(), told=lambda: None, apology=Apology(line, world()))
    await receiver.keep(await line.updates(None, timeout=0) or [update(1)])
    assert await line.updates(receiver.offset, timeout=0) == []


async def said_times(office: Office) -> list[datetime]:
    async with office.storage.work() as work:
        found = []
        for item in await work.waiting(now=datetime.now(UTC) + timedelta(days=1), limit=9):
            found.append(item.said_at)
            await work.worked(item)
    return found


class MovedClock:
    """The machine's clock, set ahead by somebody."""

    def __init__(self) -> None:
        self.moved, self.ahead = asyncio.Event(), timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    async def run(self) -> None: ...


def written(number: int, chat: int, *, ago: timedelta) -> dict[str, Any]:
    date = int((datetime.now(UTC) - ago).timestamp())
    sender = {"id": chat, "is_bot": False, "first_name": "A"}
    message = {"message_id": number, "date": date, "chat": {"id": chat, "type": "private"}, "from": sender, "text": "x"}
    return {"update_id": number, "message": message}


async def test_what_lay_at_telegram_was_said_when_it_was_said(office: Office) -> None:
    """After a gap Telegram's date counts; while we poll, only ours: a wrong clock must not silence our answers."""
    line: Any = Script([])
    receiver = Receiver(line, office.storage, MachineClock(), told=lambda: None, apology=Apology(line, world()))
    hours = timedelta(hours=3)
    await receiver.keep([written(1, 71, ago=hours)])
    (said,) = await said_times(office)
    assert hours <= datetime.now(UTC) - said < hours + timedelta(minutes=1)
    await receiver.keep([written(2, 72, ago=hours)])
    (said,) = await said_times(office)
    assert datetime.now(UTC) - said < timedelta(minutes=1)


@pytest.mark.parametrize(("passed", "late"), [(20.0, False), (3600.0, True)])
async def test_a_clock_that_is_set_during_a_poll_makes_nothing_old(office: Office, passed: float, late: bool) -> None:
    """How long nobody asked is told by the machine's ticks; the clock may have been set meanwhile."""
    line: Any = Script([])
    clock, ticks = MovedClock(), [1000.0]
    receiver = Receiver(
        line, office.storage, clock, told=lambda: None, apology=Apology(line, world()), ticks=lambda: ticks[0]
    )
    await receiver.keep([written(1, 71, ago=timedelta(0))])
    await said_times(office)
    clock.ahead, ticks[0] = timedelta(hours=2), ticks[0] + passed
    await receiver.keep([written(2, 72, ago=timedelta(0))])
    (said,) = await said_times(office)
    assert (clock.now() - said > timedelta(hours=1)) is late


async def test_who_wrote_hours_ago_gets_no_apology_now(office: Office) -> None:
    told: list[int] = []

    class Told(Apology):
        async def tell(self, updates: Any, *, now: datetime) -> None:
            told.extend(update["update_id"] for update in updates)

    line: Any = Script([])
    broken: Any = Full(office, False)
    receiver = Receiver(line, broken, MachineClock(), told=lambda: None, apology=Told(line, world()))
    with pytest.raises(DatabaseProblem):
        await receiver.keep([written(1, 71, ago=timedelta(hours=3)), written(2, 72, ago=timedelta(minutes=3))])
    assert told == [2]
