"""Fetching updates: kept until acknowledged, one poller at a time."""

import asyncio
import time
from typing import Any

from simulator_box import Box


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [one["message"]["text"] for one in updates]


async def told(box: Box, *words: str) -> None:
    for word in words:
        await box.act(1001, "say", text=word)


async def test_updates_stay_until_they_are_acknowledged(box: Box) -> None:
    await told(box, "a", "b", "c")
    first = await box.bot("getUpdates")
    assert texts(first) == texts(await box.bot("getUpdates")) == ["a", "b", "c"]
    numbers = [one["update_id"] for one in first]
    assert numbers == list(range(numbers[0], numbers[0] + 3))
    assert texts(await box.bot("getUpdates", offset=numbers[1])) == ["b", "c"]
    assert texts(await box.bot("getUpdates")) == ["b", "c"]
    assert await box.bot("getUpdates", offset=numbers[2] + 1) == []
    assert (await box.bot("getWebhookInfo"))["pending_update_count"] == 0


async def test_a_negative_offset_keeps_only_the_newest(box: Box) -> None:
    await told(box, "a", "b", "c")
    assert texts(await box.bot("getUpdates", offset=-2)) == ["b", "c"]
    assert texts(await box.bot("getUpdates", offset=-1)) == ["c"]


async def test_the_limit_counts_and_is_a_hundred_at_most(box: Box) -> None:
    await told(box, *(str(n) for n in range(105)))
    assert [len(await box.bot("getUpdates", limit=limit)) for limit in (1, 7, 100, 101, 0)] == [1, 7, 100, 100, 100]


async def test_numbers_do_not_repeat_those_of_an_earlier_run(box: Box) -> None:
    await told(box, "a")
    number = (await box.bot("getUpdates"))[0]["update_id"]
    assert abs(number - time.time() * 1000) < 3_600_000


async def test_a_long_poll_ends_when_something_arrives(box: Box) -> None:
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(box.bot("getUpdates", timeout=50))
        while not box.world.updates._poller:
            await asyncio.sleep(0)
        await told(box, "halo")
    assert texts(poll.result()) == ["halo"]


async def test_a_second_poller_ends_the_first(box: Box) -> None:
    async with asyncio.TaskGroup() as group:
        first = group.create_task(box.call("getUpdates", timeout=50))
        while not box.world.updates._poller:
            await asyncio.sleep(0)
        second = group.create_task(box.call("getUpdates", timeout=50))
        ended = await first
        await told(box, "halo")
    assert (ended["error_code"], ended["description"].split(";")[0]) == (
        409,
        "Conflict: terminated by other getUpdates request",
    )
    assert texts(second.result()["result"]) == ["halo"]


async def test_polling_is_refused_while_a_webhook_is_set(box: Box) -> None:
    await told(box, "a")
    await box.bot("setWebhook", url="http://127.0.0.1:9/hook")
    assert (await box.call("getUpdates"))["error_code"] == 409
    await box.bot("deleteWebhook")
    assert texts(await box.bot("getUpdates")) == ["a"]
    await box.bot("deleteWebhook", drop_pending_updates=True)
    assert await box.bot("getUpdates") == []


async def test_only_the_wanted_kinds_come_and_the_wish_is_remembered(box: Box) -> None:
    await box.bot("getUpdates", allowed_updates=["message"])
    sent = await box.bot(
        "sendMessage", chat_id=2001, text="?", reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "a"}]]}
    )
    await box.act(2001, "press", text="a", message_id=sent["message_id"])
    await box.act(2001, "block")
    await told(box, "halo")
    assert texts(await box.bot("getUpdates")) == ["halo"]


async def test_what_a_day_of_outage_loses_can_be_lost(box: Box) -> None:
    await told(box, "old")
    await box.control("POST", "/clock", advance_seconds=26 * 3600)
    await told(box, "new")
    assert await box.control("POST", "/updates/forget", older_than_seconds=24 * 3600) == {"lost": 1}
    assert texts(await box.bot("getUpdates")) == ["new"]


async def test_an_old_update_can_come_once_more(box: Box) -> None:
    await told(box, "a", "b")
    first, second = await box.bot("getUpdates")
    await box.bot("getUpdates", offset=second["update_id"] + 1)
    await box.control("POST", "/updates/repeat", update_id=first["update_id"])
    assert await box.bot("getUpdates", offset=second["update_id"] + 1) == [first]
    assert await box.bot("getUpdates", offset=second["update_id"] + 1) == []
