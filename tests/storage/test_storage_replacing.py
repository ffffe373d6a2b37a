"""A message that replaces: all earlier ones of its chat and slot become it, in whatever state they are."""

import pytest

from cases.messages import Lane
from storage import Outgoing, Storage
from tests.storage.test_storage_outbox import keys, pick, sent
from tests.storage.things import MINUTE, NOW, card, message, put


async def send(storage: Storage, *messages, number: int = 100) -> None:
    """Put messages and send them; the first gets that message id, the next one more."""
    await put(storage, messages=messages)
    while picked := await pick(storage):
        for outgoing in picked:
            await sent(storage, outgoing, number)
            number += 1


def edits(picked: list[Outgoing]) -> list[tuple[str, int | None]]:
    return [(outgoing.message.phrase.key, outgoing.edits_message_id) for outgoing in picked]


async def drain(storage: Storage) -> list[tuple[str, int | None]]:
    """Everything that still goes out, each sent under its own number or the one it edits."""
    out: list[tuple[str, int | None]] = []
    while picked := await pick(storage):
        out += edits(picked)
        for outgoing in picked:
            await sent(storage, outgoing, outgoing.edits_message_id or 900 + outgoing.id)
    return out


async def test_with_nothing_earlier_it_is_sent(storage: Storage):
    await put(storage, messages=[card("taken", replaces=True)])
    assert await drain(storage) == [("taken", None)]


async def test_a_slot_alone_replaces_nothing(storage: Storage):
    await put(storage, messages=[card("call")])
    await put(storage, messages=[card("call again")])
    assert await drain(storage) == [("call", None), ("call again", None)]


async def test_waiting_ones_are_cancelled(storage: Storage):
    await put(storage, messages=[card("call"), card("call again"), card("elsewhere", to=2)])
    await put(storage, messages=[message(key="other"), card("taken", replaces=True)])
    assert await drain(storage) == [("elsewhere", None), ("taken", None), ("other", None)]


async def test_within_one_outcome_too(storage: Storage):
    await put(storage, messages=[card("call"), card("taken", replaces=True), card("ended", replaces=True)])
    assert await drain(storage) == [("ended", None)]


async def test_every_sent_one_is_edited(storage: Storage):
    await send(storage, card("call"), card("call again"), number=100)
    await put(storage, messages=[card("taken", replaces=True)])
    assert await drain(storage) == [("taken", 100), ("taken", 101)]


async def test_other_chats_and_slots_are_not_touched(storage: Storage):
    await send(storage, card("call"), card("call", to=2), message(key="other", slot="alert:2"))
    await put(storage, messages=[card("taken", to=3, replaces=True)])
    assert await drain(storage) == [("taken", None)]


async def test_a_newer_edit_cancels_the_one_that_waits(storage: Storage):
    await send(storage, card("call"), number=100)
    await put(storage, messages=[card("taken", replaces=True)])
    await put(storage, messages=[card("ended", replaces=True)])
    assert await drain(storage) == [("ended", 100)]


async def test_an_edit_was_sent_and_a_newer_one_follows_once(storage: Storage):
    await send(storage, card("call"), number=100)
    for key in ("taken", "ended"):
        await put(storage, messages=[card(key, replaces=True)])
        assert await drain(storage) == [(key, 100)]


async def test_one_being_sent_is_edited_only_after_it_was_sent(storage: Storage):
    await put(storage, messages=[card("call")])
    (call,) = await pick(storage)
    await put(storage, messages=[card("taken", replaces=True)])
    assert await pick(storage) == []
    async with storage.look() as look:
        assert (await look.outbox_counts())["held"] == 1
    await sent(storage, call, 100)
    assert await drain(storage) == [("taken", 100)]


async def test_of_two_edits_of_one_being_sent_the_newer_stays(storage: Storage):
    await put(storage, messages=[card("call")])
    (call,) = await pick(storage)
    await put(storage, messages=[card("taken", replaces=True)])
    await put(storage, messages=[card("ended", replaces=True)])
    await sent(storage, call, 100)
    assert await drain(storage) == [("ended", 100)]


async def test_what_it_would_edit_is_tried_again_first(storage: Storage):
    await put(storage, messages=[card("call")])
    (call,) = await pick(storage)
    await put(storage, messages=[card("taken", replaces=True)])
    async with storage.work() as work:
        await work.retry(call, at=NOW, why="time-out", uncertain=True)
    assert await drain(storage) == [("call", None), ("taken", 900 + call.id)]


async def test_what_it_would_edit_waits_again_and_is_cancelled_by_the_next(storage: Storage):
    await put(storage, messages=[card("call")])
    (call,) = await pick(storage)
    await put(storage, messages=[card("taken", replaces=True)])
    async with storage.work() as work:
        await work.retry(call, at=NOW, why="429", uncertain=False)
    await put(storage, messages=[card("ended", replaces=True)])
    assert await drain(storage) == [("ended", None)]


@pytest.mark.parametrize(
    ("lane", "left"), [(Lane.ESCALATION, [("news", None)]), (Lane.REST, [])], ids=["news", "tidying up"]
)
async def test_what_it_would_edit_never_arrived(storage: Storage, lane: Lane, left):
    await put(storage, messages=[card("call")])
    (call,) = await pick(storage)
    await put(storage, messages=[message(key="news", lane=lane, slot="alert:1", replaces=True)])
    async with storage.work() as work:
        await work.failed_to_send(call, why="400", now=NOW)
    assert await drain(storage) == left


async def test_sent_under_an_unknown_number_it_can_only_be_followed(storage: Storage):
    await put(storage, messages=[card("call")])
    (call,) = await pick(storage)
    await put(storage, messages=[message(key="taken", lane=Lane.REST, slot="alert:1", replaces=True)])
    await sent(storage, call, None)
    assert await drain(storage) == [("taken", None)]


async def test_an_edit_that_was_overtaken_while_flying_is_not_tried_again(storage: Storage):
    await send(storage, card("call"), number=100)
    await put(storage, messages=[card("taken", replaces=True)])
    (flying,) = await pick(storage)
    await put(storage, messages=[card("ended", replaces=True)])
    async with storage.work() as work:
        await work.retry(flying, at=NOW, why="429", uncertain=True)
    assert await drain(storage) == [("ended", 100)]


async def test_nor_after_a_crash(storage: Storage):
    await send(storage, card("call"), number=100)
    await put(storage, messages=[card("taken", replaces=True)])
    await pick(storage)
    await put(storage, messages=[card("ended", replaces=True)])
    async with storage.work() as work:
        assert await work.reclaim() == 0
    assert await drain(storage) == [("ended", 100)]


async def test_an_edit_that_had_to_be_sent_anew_is_what_the_next_one_edits(storage: Storage):
    await send(storage, card("call"), number=100)
    await put(storage, messages=[card("taken", replaces=True)])
    (edit,) = await pick(storage)
    await sent(storage, edit, 200)
    await put(storage, messages=[card("ended", replaces=True)])
    assert await drain(storage) == [("ended", 200)]


async def test_pruned_messages_are_not_replaced_but_followed(storage: Storage):
    await send(storage, card("call"), number=100)
    await put(storage, messages=[card("taken", replaces=True)], now=NOW + 2 * MINUTE)
    async with storage.work() as work:
        # The edit still waits, and so does what it edits.
        assert await work.prune(before=NOW + MINUTE) == 0
    assert edits(await pick(storage, now=NOW + 2 * MINUTE)) == [("taken", 100)]


async def test_after_pruning_all_a_replacement_is_sent_by_itself(storage: Storage):
    await send(storage, card("call"), number=100)
    await put(storage, messages=[card("taken", replaces=True)])
    await drain(storage)
    async with storage.work() as work:
        assert await work.prune(before=NOW + MINUTE) == 2
    await put(storage, messages=[card("ended", replaces=True)])
    assert keys(await pick(storage)) == ["ended"]
