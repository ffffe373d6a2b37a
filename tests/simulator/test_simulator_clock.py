"""The hour of the small world."""

import asyncio
from datetime import UTC, datetime, timedelta

from simulator_box import Box


async def test_messages_bear_the_moved_hour(box: Box) -> None:
    await box.control("POST", "/clock", advance_seconds=86_400)
    sent = await box.bot("sendMessage", chat_id=2001, text="a")
    assert sent["date"] - datetime.now(UTC).timestamp() > 86_000


async def test_the_clock_can_be_followed(box: Box) -> None:
    before = await box.control("GET", "/clock")
    async with asyncio.TaskGroup() as group:
        follow = group.create_task(box.control("GET", "/clock", after=before["version"], timeout=60))
        await box.control("POST", "/clock", advance_seconds=900)
    told = follow.result()
    assert (told["offset_seconds"], told["version"]) == (900, before["version"] + 1)
    assert await box.control("GET", "/clock", after=before["version"], timeout=60)
    assert (await box.control("GET", "/clock", after=told["version"], timeout=0))["version"] == told["version"]


async def test_the_clock_can_be_set_to_a_moment(box: Box) -> None:
    there = datetime.now(UTC) + timedelta(days=3)
    told = await box.control("POST", "/clock", set=there.isoformat())
    assert abs(datetime.fromisoformat(told["now"]) - there) < timedelta(minutes=1)
    assert (await box.ask("POST", "/clock", set=datetime.now(UTC).isoformat())).status_code == 400
