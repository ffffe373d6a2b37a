"""The pager: each page goes to every way of its person, at least once, and stops when the alert was taken."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

import pytest

from bot.outside import Outside
from bot.pager import Pager
from cases.alert import Alert
from cases.outcome import Outcome, Page
from cases.phrases import says
from cases.profile import SecondChannel
from handlers.conversation.engine import World
from tests.gateway import Gateway, gateway
from tests.office import ANI, BUDI, CITRA, NOON, REPORTER, Office, world


@dataclass
class Hour:
    """A clock that stands where the office's stands."""

    office: Office
    moved: asyncio.Event

    def now(self) -> datetime:
        return self.office.now

    async def run(self) -> None:
        return


@pytest.fixture
def there() -> Iterator[Gateway]:
    with gateway() as found:
        yield found


def paging_world(*urls: str) -> World:
    channel = SecondChannel(4, 2, urls)
    return replace(world(), profile=replace(world().profile, second_channel=channel))


def pager_of(office: Office, *urls: str, name: str = "LutraBot", patience: float = 20) -> Pager:
    here = paging_world(*urls)
    outside = Outside(here.profile.second_channel, {}, patience=patience)
    return Pager(outside, office.storage, here, Hour(office, asyncio.Event()), known_as=lambda: name)


async def alarmed(office: Office, *urls: str, **addresses: dict[str, str]) -> Alert:
    """An emergency, four minutes old, whose pages wait."""
    for chat, name in ((ANI, "ani"), (BUDI, "budi"), (CITRA, "citra")):
        async with office.storage.work() as work:
            await work.set_addresses((await office.member(chat)).id, addresses.get(name, {}))
    await office.command(REPORTER, "darurat")
    office.world = paging_world(*urls)
    await office.passes(minutes=4)
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
    return alert


async def sends(pager: Pager) -> int:
    """Everything that could go out now; how many pages it were."""
    picked = await pager.pick()
    for paging in picked:
        await pager._carry(paging)
    return len(picked)


async def test_everybody_called_is_paged_at_their_own_addresses(office: Office, there: Gateway) -> None:
    urls = (there.url("{phone}"), there.url("{ntfy}"), there.url("everybody"))
    await alarmed(office, *urls, ani={"phone": "+6281", "ntfy": "ani"}, budi={"phone": "0815"}, citra={"phone": "0819"})
    pager = pager_of(office, *urls)
    assert await sends(pager) == 2
    assert sorted(to for to, _ in there.came) == ["+6281", "0815", "ani", "everybody"]
    (words,) = {words for _, words in there.came}
    assert "https://t.me/LutraBot" in words
    assert await sends(pager) == 0
    # Ten minutes later everybody whom the ladder has called by then; and it says that it is a repeat.
    await office.passes(minutes=10)
    there.came.clear()
    await sends(pager)
    assert sorted(to for to, _ in there.came) == ["+6281", "0815", "0819", "ani", "everybody"]
    assert all("ULANGAN" in words for _, words in there.came)


async def test_a_bot_whose_name_is_not_known_yet_pages_without_a_link(office: Office, there: Gateway) -> None:
    await alarmed(office, there.url("{phone}"), ani={"phone": "1"})
    await sends(pager_of(office, there.url("{phone}"), name=""))
    assert "t.me" not in there.came[0][1]


async def test_a_gateway_that_refused_is_asked_again_and_the_other_is_not(office: Office, there: Gateway) -> None:
    urls = (there.url("{phone}"), there.url("{ntfy}"))
    await alarmed(office, *urls, ani={"phone": "1", "ntfy": "ani"})
    pager = pager_of(office, *urls)
    there.refuses = {"1"}
    await sends(pager)
    assert [to for to, _ in there.came] == ["ani"]
    there.refuses.clear()
    assert await sends(pager) == 0
    office.now = NOON.replace(minute=5)
    assert await sends(pager) == 1
    assert [to for to, _ in there.came] == ["ani", "1"]


async def test_taken_meanwhile_it_is_not_sent_again(office: Office, there: Gateway) -> None:
    await alarmed(office, there.url("{phone}"), ani={"phone": "1"})
    pager = pager_of(office, there.url("{phone}"))
    there.refuses = {"1"}
    await sends(pager)
    there.refuses.clear()
    await office.presses(BUDI, "take")
    await office.passes(minutes=20)
    assert await sends(pager) == 0
    assert there.came == []


async def test_a_repeat_after_a_sudden_end_says_that_it_is_one(office: Office, there: Gateway) -> None:
    await alarmed(office, there.url("{phone}"), ani={"phone": "1"})
    dead = pager_of(office, there.url("{phone}"))
    assert len(await dead.pick()) == 2
    office.now = NOON.replace(minute=6)
    assert await sends(pager_of(office, there.url("{phone}"))) == 2
    ((_, words),) = there.came
    assert "Mungkin sudah" in words


async def test_who_has_left_or_has_no_address_is_passed_by(
    office: Office, there: Gateway, caplog: pytest.LogCaptureFixture
) -> None:
    urls = (there.url("{phone}"), there.url("everybody"))
    await alarmed(office, *urls, ani={"phone": "81234567"})
    async with office.storage.work() as work:
        await work.set_active((await office.member(ANI)).id, False)
    pager = pager_of(office, *urls)
    await sends(pager)
    assert there.came[0][0] == "everybody"
    assert len(there.came) == 1
    assert "no" in caplog.text
    assert "81234567" not in caplog.text
    office.now = NOON.replace(minute=30)
    assert await sends(pager) == 0


async def test_a_page_of_another_kind_goes_out_too(office: Office, there: Gateway) -> None:
    await alarmed(office, there.url("{phone}"), ani={"phone": "1"})
    await office.presses(BUDI, "take")
    async with office.storage.work() as work:
        page = Page((await office.member(ANI)).id, says("page-test"))
        await work.record(Outcome(pages=(page,)), now=office.now)
    await sends(pager_of(office, there.url("{phone}")))
    ((to, words),) = there.came
    assert to == "1"
    assert "UJI COBA" in words


async def test_a_hanging_gateway_holds_up_nobody_else_and_the_pager_goes_on(office: Office, there: Gateway) -> None:
    urls = (there.url("{phone}"), there.url("{ntfy}"))
    await alarmed(office, *urls, ani={"phone": "1", "ntfy": "ani"}, budi={"ntfy": "budi"})
    running = asyncio.create_task(pager_of(office, there.url("dead/{phone}"), there.url("{ntfy}")).run())
    assert sorted(to for to, _ in await asyncio.to_thread(there.wait_for, 2)) == ["ani", "budi"]
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
