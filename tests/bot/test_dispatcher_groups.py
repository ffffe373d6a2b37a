"""Sending to groups: one that moved is followed, one that is lost is no person, and none of them holds up an alert."""

from __future__ import annotations

import asyncio
from itertools import count

import pytest

from bot.clock import MachineClock
from bot.presses import LONGEST_QUEUE, WORDS_LIMIT, Answered, Presses, answered
from bot.rendering import Call, Tongue, calls
from bot.telegram import Delivered, Line, Moved
from cases.messages import Button, ChatId, Lane, Message
from cases.phrases import says
from cases.staff import StaffId
from handlers.groups import leave
from handlers.heard import Room, Toast
from simulator.client import Simulator
from storage import StaffGroup
from tests.bot.test_dispatcher import Post, line_of, post, quick
from tests.office import CITRA, NOON, Office, world

__all__ = ["post", "quick"]
_numbers = count(620_000_000)
_supergroups = count(-1_008_000_000_000, -1)


@pytest.fixture
def group(telegram: Simulator) -> ChatId:
    """A group of somebody's, with the bot in it."""
    maker = next(_numbers)
    telegram.add_phone(maker, "Pembuat", started=True)
    return ChatId(telegram.add_group("Piket", maker))


async def made_known(office: Office, chat: ChatId) -> None:
    async with office.storage.work() as work:
        await work.keep_group(StaffGroup(chat, "Piket", StaffId(1), NOON))


async def groups(office: Office) -> list[StaffGroup]:
    async with office.storage.look() as look:
        return list(await look.groups())


def card(chat: ChatId, words: str, slot: str = "group:x") -> Message:
    return line_of(chat, words, Lane.EMERGENCY, slot=slot, replaces=True)


async def test_a_group_that_moved_is_followed_with_all_that_waits(office: Office, post: Post, group: ChatId) -> None:
    await made_known(office, group)
    grown = ChatId(next(_supergroups))
    post.telegram.ask("POST", f"/groups/{group}", migrate_to=grown)
    cards = (card(group, "an old card"), card(group, "another", "group:y"))
    await post.posts(line_of(group, "one"), line_of(group, "two"), *cards)
    async with post.at_work():
        assert await post.arrived(grown, 2) == ["one", "two"]
        await post.settled()
    assert (await post.state())["failed"] == 0
    assert await post.arrived(grown, 0) == ["one", "two"]
    assert [(one.chat, one.former) for one in await groups(office)] == [(grown, (group,))]


async def test_an_edit_of_a_card_becomes_a_new_card_where_the_group_is_now(
    office: Office, post: Post, group: ChatId
) -> None:
    """The alert is open: its card is dead in the old group, and stands in the new one (F8)."""
    from tests.office import REPORTER

    await made_known(office, group)
    grown = ChatId(next(_supergroups))
    # Nobody has a telephone here but the group.
    async with office.storage.work() as work:
        for person in (await work.roster()).people:
            await work.set_active(person.id, False)
    async with post.at_work() as dispatcher:
        await _darurat(office, REPORTER)
        dispatcher.wake.set()
        (first,) = await post.arrived(group, 1)
        post.telegram.ask("POST", f"/groups/{group}", migrate_to=grown)
        async with office.storage.work() as work:
            (alert,) = await work.open_alerts()
        await post.posts(line_of(group, "edited", slot=f"group:{alert.ref}", replaces=True))
        dispatcher.wake.set()
        assert await post.arrived(grown, 1) == [first]
        await post.settled()
    assert await post.arrived(grown, 0) == [first]


async def _darurat(office: Office, chat: ChatId) -> None:
    from handlers.desk import hear
    from handlers.heard import Doing, Heard

    async with office.storage.work() as work:
        now = MachineClock().now()
        await hear(work, Heard(chat, Doing.COMMAND, now, command="darurat"), world(), now=now)


async def test_a_group_that_is_lost_is_told_to_the_leads_and_replaces_nobody(
    office: Office, post: Post, group: ChatId
) -> None:
    await made_known(office, group)
    bot = post.telegram.ask("GET", "/state")["bot"]["id"]
    post.telegram.ask("POST", f"/groups/{group}", member=bot, present=False)
    await post.posts(card(group, "x"))
    async with post.at_work():
        while (await groups(office))[0].active:
            await asyncio.sleep(0.005)
    async with office.storage.look() as look:
        roster = await look.roster()
    assert roster.groups == ()
    assert all(person.reachable for person in roster.people if person.chat != CITRA)


async def test_429_of_a_group_holds_up_no_alert(office: Office, post: Post, group: ChatId, chat: ChatId) -> None:
    post.telegram.fault("busy", methods=["sendMessage"], chat_id=int(group), retry_after=300)
    await post.posts(card(group, "waits"))
    async with post.at_work() as dispatcher:
        while group not in dispatcher.pauses:
            await asyncio.sleep(0.005)
        for number in range(30):
            await post.posts(card(group, f"card {number}"), line_of(chat, f"call {number}", Lane.EMERGENCY))
            dispatcher.wake.set()
        assert await post.arrived(chat, 30) == [f"call {number}" for number in range(30)]
    # Thirty edits of one card are one.
    assert (await post.state())["waiting"] == 1


async def test_a_foreign_group_is_left_for_good_and_a_known_one_never(
    office: Office, post: Post, group: ChatId, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import timedelta

    monkeypatch.setattr("storage.outbox.LEAVE_AFTER", timedelta(0))
    await made_known(office, group)
    foreign = ChatId(post.telegram.add_group("Asing", next(iter(_people(post)))))
    post.telegram.fault("error", methods=["leaveChat"], chat_id=int(foreign), times=2)
    await post.posts(*(leave(Room(chat), None).messages[0] for chat in (group, foreign, foreign)))
    async with post.at_work():
        await post.settled()
        await post.posts(leave(Room(foreign), None).messages[0])
        await post.settled()
    left = {one["id"] for one in post.telegram.ask("GET", "/state")["groups"] if not one["bot"]}
    assert foreign in left
    assert group not in left
    assert (await post.state())["failed"] == 0


def _people(post: Post) -> list[int]:
    return [one["id"] for one in post.telegram.ask("GET", "/phones")]


def test_leaving_is_a_call_without_words() -> None:
    tongue = Tongue("id", world().profile.zone, NOON)
    message = Message(ChatId(-5), says("no-such-words"), leaves=True, buttons=((Button(says("x"), "y"),),))
    assert calls(message, tongue, key=b"k") == (Call("leaveChat", {"chat_id": -5}),)


async def test_telegram_says_where_a_group_went(line: Line, telegram: Simulator, group: ChatId) -> None:
    grown = next(_supergroups)
    telegram.ask("POST", f"/groups/{group}", migrate_to=grown)
    assert await line.say("sendMessage", {"chat_id": int(group), "text": "x"}) == Moved(grown)
    assert isinstance(await line.say("sendMessage", {"chat_id": grown, "text": "x"}), Delivered)


def test_what_passes_over_a_screen_fits_and_is_counted(line: Line) -> None:
    zone = world().profile.zone
    long = answered("7", Toast(says("as-typed", text="🚨" * 300), alert=True), zone=zone, now=NOON)
    assert len(long.words.encode("utf-16-le")) == 2 * WORDS_LIMIT
    assert long.payload["show_alert"]
    assert answered("7", None, zone=zone, now=NOON).payload == {"callback_query_id": "7"}
    for key in ("group-only-staff", "group-yours", "group-start-first", "refusal-not-allowed", "refusal-wrong-moment"):
        for language in ("id", "en"):
            words = answered("7", Toast(says(key), language), zone=zone, now=NOON).words
            assert len(words) < WORDS_LIMIT, words
    presses = Presses(line)
    for number in range(LONGEST_QUEUE + 1):
        presses.answer(Answered(str(number), "x", key="group-only-staff"))
    presses.answer(Answered("1"))
    assert presses.pulse.counts == {("presses", "group-only-staff"): LONGEST_QUEUE + 1}
