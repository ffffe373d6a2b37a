"""What Telegram's answers mean, and what a proxy's pages and broken lines do not."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.telegram import Away, Busy, Delivered, Gone, Line, PollingClash, Refused, TokenRefused, Unsure
from cases.messages import ChatId
from simulator.client import Simulator
from tests.stories.stage import TOKEN

FAULTS: tuple[tuple[str, dict[str, Any], object], ...] = (
    ("busy", {"retry_after": 7}, Busy(7)),
    ("error", {"status": 502}, Unsure("unreadable", sent_perhaps=True)),
    ("error", {"status": 400}, Unsure("unreadable", sent_perhaps=True)),
    ("error", {"status": 403}, Unsure("unreadable", sent_perhaps=True)),
    ("error", {"status": 404}, Unsure("unreadable", sent_perhaps=True)),
    ("malformed", {}, Unsure("TelegramError", sent_perhaps=True, doubt=True)),
    ("lost_answer", {}, Unsure("network", sent_perhaps=True, doubt=True)),
    ("reset", {}, Unsure("network", sent_perhaps=True, doubt=True)),
)


@pytest.mark.parametrize(("kind", "more", "means"), FAULTS)
async def test_what_a_trouble_means(
    kind: str, more: dict[str, Any], means: object, telegram: Simulator, line: Line, chat: ChatId
) -> None:
    telegram.fault(kind, methods=["sendMessage"], chat_id=int(chat), **more)
    assert await line.say("sendMessage", {"chat_id": int(chat), "text": "x"}) == means
    assert isinstance(await line.say("sendMessage", {"chat_id": int(chat), "text": "x"}), Delivered)


async def test_what_was_certainly_not_sent() -> None:
    line = Line(TOKEN, "http://127.0.0.1:9")
    await line.connect()
    assert await line.say("sendMessage", {"chat_id": 1, "text": "x"}) == Unsure("network", sent_perhaps=False)
    with pytest.raises(Away):
        await line.updates(None, timeout=0)
    await line.disconnect()


async def test_people_who_cannot_be_written_to(telegram: Simulator, line: Line, chat: ChatId) -> None:
    assert await line.can_reach(chat)
    telegram.phone(chat).block()
    assert await line.say("sendMessage", {"chat_id": int(chat), "text": "x"}) == Gone("blocked")
    assert await line.say("sendMessage", {"chat_id": 999_999_999, "text": "x"}) == Gone("not_found")
    assert not await line.can_reach(chat)


async def test_what_can_never_be_sent(line: Line, chat: ChatId) -> None:
    async def said(method: str, **payload: Any) -> object:
        return await line.say(method, {"chat_id": int(chat), **payload})

    assert await said("sendMessage", text="<b>x", parse_mode="HTML") == Refused("entities")
    assert await said("sendMessage", text="x" * 4097) == Refused("too_long")
    assert await said("sendMessage", text="") == Refused("other")
    assert await said("editMessageText", message_id=777_777, text="x") == Refused("edit")
    sent = await said("sendMessage", text="x")
    assert isinstance(sent, Delivered)
    assert await said("editMessageText", message_id=sent.message_id, text="x") == Delivered(None)


@pytest.mark.parametrize("status", [401, 404])
async def test_a_strange_page_is_no_word_on_the_token(status: int, telegram: Simulator, line: Line) -> None:
    telegram.fault("error", methods=["getMe"], status=status)
    with pytest.raises(Away):
        await line.who_am_i()
    assert await line.who_am_i()
    wrong = Line("999999999:AAanother-token-that-nobody-knows-here", telegram.url)
    await wrong.connect()
    with pytest.raises(TokenRefused):
        await wrong.who_am_i()
    await wrong.disconnect()


async def test_lines_that_were_never_given_back_are_made_anew(
    telegram: Simulator, chat: ChatId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.SENDING_LINES", 1)
    monkeypatch.setattr("bot.telegram.PATIENCE_FOR_A_LINE", 0.05)
    line = Line(TOKEN, telegram.url)
    await line.connect()
    try:
        telegram.fault("hang", times=1, methods=["sendMessage"])
        message = {"chat_id": int(chat), "text": "x"}
        hanging = asyncio.create_task(line.say("sendMessage", message))
        while await asyncio.to_thread(telegram.ask, "GET", "/faults"):
            pass
        assert await line.say("sendMessage", message) == Unsure("timed_out", sent_perhaps=False)
        assert isinstance(await line.say("sendMessage", message), Delivered)
        assert isinstance(await hanging, Unsure)
    finally:
        await line.disconnect()


async def test_polling_goes_on_with_new_connections(line: Line) -> None:
    await line.updates(None, timeout=0)
    await line.poll_anew()
    assert isinstance(await line.updates(None, timeout=0), list)


async def test_a_webhook_that_somebody_set_is_seen(telegram: Simulator, line: Line) -> None:
    assert await line.webhook() == ""
    await line.set_webhook("https://elsewhere.example/x")
    try:
        assert await line.webhook() == "https://elsewhere.example/x"
        with pytest.raises(PollingClash):
            await line.updates(None, timeout=0)
    finally:
        await line.delete_webhook()
