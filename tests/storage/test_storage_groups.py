"""The groups of staff as they are kept, and what waits for one that gets another number."""

from dataclasses import replace

from cases.messages import ChatId
from cases.outcome import Outcome
from cases.staff import StaffId
from storage import StaffGroup, Storage
from storage.outbox import LEAVE_AFTER
from tests.storage.things import MINUTE, NOW, message

OLD, NEW, OTHER = ChatId(-5), ChatId(-1_000_000_000_005), ChatId(-6)
GROUP = StaffGroup(OLD, "Piket <b>🌷</b>", StaffId(3), NOW)


async def test_groups_are_kept_and_those_that_get_cards_stand_in_the_roster(storage: Storage):
    later = replace(GROUP, chat=OTHER, registered_at=NOW + MINUTE, active=False)
    async with storage.work() as work:
        await work.keep_group(later)
        await work.keep_group(GROUP)
        assert (await work.roster()).groups == (OLD,)
        await work.keep_group(replace(later, active=True))
    async with storage.look() as look:
        assert await look.groups() == (GROUP, replace(later, active=True))
        assert (await look.roster()).groups == (OLD, OTHER)
        assert await look.group(ChatId(5)) is None


async def test_a_group_that_moved_is_found_by_all_its_numbers(storage: Storage):
    async with storage.work() as work:
        await work.keep_group(GROUP)
        await work.keep_group(replace(GROUP, chat=NEW, title="seen before its move was"))
        moved = await work.move_group(GROUP, to=NEW)
    async with storage.look() as look:
        assert await look.groups() == (moved,)
        assert moved.chats == (NEW, OLD)
        assert await look.group(OLD) == await look.group(NEW) == moved


async def test_what_waits_is_readdressed_but_for_dead_cards(storage: Storage):
    posted = [
        message(OLD, "one"),
        message(OLD, "card", slot="group:a", replaces=True),
        message(OLD, "two", slot="leave"),
        message(OTHER, "not theirs"),
        message(OLD, "shown", slot="notes"),
    ]
    async with storage.work() as work:
        await work.record(Outcome(messages=tuple(posted)), now=NOW)
        (first, _) = await work.pick(now=NOW, limit=2)
        assert first.message.phrase.key == "one"
        await work.record(Outcome(messages=(message(OLD, "edit", slot="notes", replaces=True),)), now=NOW)
        await work.readdress(OLD, NEW, without="group:")
        await work.sent(first, message_id=1, now=NOW)
        assert await work.has_reached(OLD)
        assert not await work.has_reached(NEW)
    found = []
    async with storage.work() as work:
        while picked := await work.pick(now=NOW, limit=9):
            found += [(one.chat, one.message.to, one.message.phrase.key) for one in picked]
            for one in picked:
                await work.sent(one, message_id=7, now=NOW)
    assert found == [(NEW, NEW, "two"), (NEW, NEW, "edit")]


async def test_leaving_waits_until_it_is_sure_that_the_group_is_foreign(storage: Storage):
    async with storage.work() as work:
        await work.record(Outcome(messages=(message(OLD, "nothing", leaves=True),)), now=NOW)
        assert not await work.has_outgoing(now=NOW)
        assert not await work.pick(now=NOW, limit=9)
        (leaving,) = await work.pick(now=NOW + LEAVE_AFTER, limit=9)
        await work.give_up(leaving)
        assert not await work.pick(now=NOW + LEAVE_AFTER, limit=9)
