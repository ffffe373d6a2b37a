"""Telegram's speed limits, counted by a clock that the test turns."""

from types import SimpleNamespace

import pytest
from simulator_box import Box

from simulator import limits


@pytest.fixture
def second(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The machine's monotonic clock, standing still until the test moves it."""
    hand = SimpleNamespace(at=1000.0)
    monkeypatch.setattr(limits, "time", SimpleNamespace(monotonic=lambda: hand.at))
    return hand


async def sent(box: Box, chat: int, times: int) -> int:
    """How many of so many messages to a chat are accepted."""
    return sum([(await box.call("sendMessage", chat_id=chat, text="a"))["ok"] for _ in range(times)])


async def test_without_the_switch_nothing_is_limited(box: Box, second: SimpleNamespace) -> None:
    assert await sent(box, 2001, 60) == 60


async def test_one_chat_gets_a_burst_and_then_one_a_second(box: Box, second: SimpleNamespace) -> None:
    await box.control("POST", "/limits", on=True)
    assert await sent(box, 2001, 9) == 5
    assert await box.call("sendMessage", chat_id=2001, text="a") == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    assert await sent(box, 2002, 1) == 1, "other chats go on"
    second.at += 2
    assert await sent(box, 2001, 9) == 2
    await box.control("POST", "/limits", on=False)
    assert await sent(box, 2001, 9) == 9


async def test_all_chats_together_get_thirty_a_second(box: Box, second: SimpleNamespace) -> None:
    for number in range(7000, 7040):
        await box.control("POST", "/phones", id=number, started=True)
    await box.control("POST", "/limits", on=True)
    assert [await sent(box, number, 1) for number in range(7000, 7040)] == [1] * 30 + [0] * 10
    second.at += 0.5
    assert sum([await sent(box, number, 1) for number in range(7000, 7040)]) == 15


async def test_a_group_gets_twenty_a_minute(box: Box, second: SimpleNamespace) -> None:
    group = (await box.control("POST", "/groups", members=[2001]))["id"]
    await box.control("POST", "/limits", on=True)
    accepted = 0
    for _ in range(30):
        accepted += await sent(box, group, 1)
        second.at += 1
    assert accepted == 20
    assert (await box.call("sendMessage", chat_id=group, text="a"))["parameters"] == {"retry_after": 30}
    second.at += 31
    assert await sent(box, group, 1) == 1
