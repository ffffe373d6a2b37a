"""Addresses of the second channel: filled for each person, wrong ones found beforehand, and none of them ever shown."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from time import monotonic

import pytest

from bot.gateways import checked, fill, is_personal, mistakes
from bot.outside import AT_ONCE, Outside
from bot.page_check import channel_mistakes, send_test, unaddressed
from bot.problems import WrongProfile, WrongSetting
from cases.messages import ChatId
from cases.profile import SecondChannel
from cases.staff import Role, Staff, StaffId
from tests.gateway import Gateway, gateway

SURROUNDINGS = {"MAIL_USER": "unit@example.go.id", "MAIL_PASSWORD": "p@ss:w/rd?"}
MAIL = "mailtos://{env:MAIL_USER}:{env:MAIL_PASSWORD}@smtp.example.go.id?to={email}"
ANI = Staff(StaffId(1), ChatId(1), "Ani", Role.DUTY_OFFICER)
BUDI = Staff(StaffId(2), ChatId(2), "Budi", Role.DUTY_OFFICER)
AT = {"email": "ani@example.go.id", "phone": "+6281200000001"}


@pytest.fixture
def there() -> Iterator[Gateway]:
    with gateway() as found:
        yield found


def outside(*urls: str, operators: tuple[str, ...] = (), patience: float = 20) -> Outside:
    return Outside(SecondChannel(4, 2, urls, operators), SURROUNDINGS, patience=patience)


def test_every_place_is_filled_and_quoted() -> None:
    filled = fill(MAIL, AT, SURROUNDINGS)
    assert filled == ("mailtos://unit%40example.go.id:p%40ss%3Aw%2Frd%3F@smtp.example.go.id?to=ani%40example.go.id")
    assert fill("ntfys://host/{ntfy}", AT, {}) is None
    assert fill("ntfys://host/topic", {}, {}) == "ntfys://host/topic"
    assert [is_personal(url) for url in (MAIL, "ntfys://host/topic", "json://{env:MAIL_USER}")] == [True, False, False]


@pytest.mark.parametrize("wrong", ["sms://{telegram}", "sms://{}", "sms://{env:}", "sms://{env:NOT_SET}", "a{Email}"])
def test_an_unknown_place_and_an_unset_name_are_refused(wrong: str) -> None:
    with pytest.raises(WrongProfile):
        fill(wrong, AT, SURROUNDINGS)


KEPT = [
    ("email", " ani@example.go.id ", "ani@example.go.id"),
    ("phone", "+62 812-0000-0001", "+6281200000001"),
    ("phone", "0812 0000 0001", "081200000001"),
    ("ntfy", "piket_ani-7", "piket_ani-7"),
]
REFUSED = [
    ("email", "ani"),
    ("email", "a@b"),
    ("email", "a b@c.id"),
    ("phone", "110"),
    ("phone", "telepon"),
    ("ntfy", "a/b"),
    ("ntfy", ""),
]


@pytest.mark.parametrize(("kind", "typed", "kept"), KEPT)
def test_an_address_is_kept_in_one_way_of_writing(kind: str, typed: str, kept: str) -> None:
    assert checked(kind, typed) == kept


@pytest.mark.parametrize(("kind", "typed"), REFUSED)
def test_what_is_no_address_is_refused_and_not_repeated(kind: str, typed: str) -> None:
    with pytest.raises(WrongSetting) as refused:
        checked(kind, typed)
    assert not typed or f" {typed} " not in str(refused.value)


def test_every_wrong_url_is_named_by_its_number_and_never_by_itself() -> None:
    urls = (
        MAIL,
        "ntfys://ntfy.example.go.id/{ntfy}",
        "nosuchthing://secret/{phone}",
        "json://{env:NOT_SET}",
        "x{telegram}",
    )
    found = list(mistakes(urls, SURROUNDINGS, personal=True))
    assert [("entry 3" in line, "entry 4" in line, "entry 5" in line) for line in found] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    assert not any("secret" in line or "p@ss" in line for line in found)
    assert len(list(mistakes(("json://h/{phone}", "json://h/x"), {}, personal=False))) == 1


def test_who_has_no_address_is_named_and_nobody_at_all_is_said_once() -> None:
    channel = SecondChannel(4, 2, (MAIL,))
    assert list(channel_mistakes(channel, SURROUNDINGS)) == list(unaddressed(channel, ((ANI, AT),))) == []
    (one,) = unaddressed(channel, ((ANI, AT), (BUDI, {})))
    assert "Budi" in one
    (nobody,) = unaddressed(channel, ((ANI, {}), (BUDI, {})))
    assert "Nobody" in nobody
    assert list(unaddressed(SecondChannel(4, 2), ((ANI, {}),))) == []


async def test_a_dead_gateway_holds_up_no_other(there: Gateway) -> None:
    """Not even when more people wait for the dead one than there are threads in the loop's own pool."""
    sender = outside(there.url("dead/{phone}"), there.url("{phone}"), patience=1.0)
    dead = [asyncio.create_task(sender.send("dead", there.url(f"dead/{n}"), title="", text="x")) for n in range(40)]
    await asyncio.sleep(0)
    assert await sender.send("well", there.url("81"), title="t", text="panggilan") is True
    assert there.came == [("81", "panggilan")]
    assert not any(task.done() for task in dead)
    assert len([thread for thread in threading.enumerate() if thread.name == "gateway"]) <= AT_ONCE + 1
    for task in dead:
        task.cancel()
    assert isinstance((await asyncio.gather(*dead, return_exceptions=True))[-1], asyncio.CancelledError)


async def test_a_gateway_that_refuses_hangs_or_is_none_is_told_as_that(there: Gateway) -> None:
    sender = outside(patience=0.2)
    before = monotonic()
    for url in (there.url("no/1"), there.url("dead/1"), "json://127.0.0.1:1/1", "nosuchthing://x"):
        assert await sender.send("w", url, title="t", text="x") is False
    assert monotonic() - before < 15
    assert there.came == []


async def test_operators_are_told_by_every_way_of_theirs(there: Gateway) -> None:
    both = (there.url("no/operator"), there.url("operator"))
    assert await outside(operators=both).tell_operators_outside("basis data penuh") is True
    assert there.came == [("operator", "basis data penuh")]
    assert await outside(operators=both[:1]).tell_operators_outside("x") is False
    assert await outside().tell_operators_outside("x") is False
    assert await outside(operators=("json://{env:NOT_SET}",)).tell_operators_outside("x") is False


async def test_the_marked_test_goes_to_everybody_by_all_their_ways(there: Gateway) -> None:
    urls = (there.url("{phone}"), there.url("no/{email}"), there.url("everybody"))
    tested = await send_test(outside(*urls, operators=(there.url("operator"),)), ((ANI, AT), (BUDI, {})))
    assert {(one.to, one.delivered) for one in tested} == {
        ("Ani", True),
        ("Ani", False),
        ("everybody", True),
        ("operators", True),
    }
    assert {to for to, _ in there.came} == {AT["phone"], "everybody", "operator"}
    assert all("UJI COBA" in words for _, words in there.came)
    shown = "\n".join(map(str, tested))
    assert "json" in shown
    assert not any(secret in shown for secret in (*AT.values(), "127.0.0.1"))


async def test_nothing_of_an_address_is_logged(there: Gateway, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    sender = outside(there.url("no/{phone}"), "json://{env:NOT_SET}/{phone}", patience=0.2)
    for template, url in {**sender.filled(AT, shared=True), "x": "json://127.0.0.1:1/+6281200000001"}.items():
        await sender.send(template, url, title="t", text="x")
    await sender.send("dead", there.url("dead/+6281200000001"), title="t", text="x")
    assert caplog.records
    ours = [record for record in caplog.records if not record.name.startswith(("urllib3", "asyncio"))]
    assert not any("81200000001" in record.getMessage() or "127.0.0.1" in record.getMessage() for record in ours)
    assert not any("81200000001" in record.message for record in caplog.records if record.levelname != "DEBUG")
