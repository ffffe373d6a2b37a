"""The outbox: urgent first, in order within a chat, counted before sending, nothing lost at a crash."""

import asyncio
from dataclasses import replace

from cases.messages import Button, ChatId, Lane, Panel, Style
from cases.phrases import At, Phrase, says
from storage import Outgoing, Storage
from tests.storage.things import MINUTE, NOW, OFFICER, message, put


async def pick(storage: Storage, *, now=NOW, limit=10, **kinds) -> list[Outgoing]:
    async with storage.work() as work:
        return list(await work.pick(now=now, limit=limit, **kinds))


def keys(picked: list[Outgoing]) -> list[str]:
    return [outgoing.message.phrase.key for outgoing in picked]


async def sent(storage: Storage, outgoing: Outgoing, message_id: int | None = 1) -> None:
    async with storage.work() as work:
        await work.sent(outgoing, message_id=message_id, now=NOW)


async def test_a_message_comes_out_as_it_was_put_in(storage: Storage):
    put_in = message(
        key="alert",
        lane=Lane.EMERGENCY,
        buttons=((Button(says("take"), "take", "a1", 3, "x", Style.DANGER), Button(says("no"), "decline")),),
        panel=Panel.STAFF,
        protect=True,
        about_alert="a1",
        answers_press="q",
        photo_id="p",
        voice_id="v",
        place=(-2.55, 120.33),
        phrase=Phrase("alert", {"types": (says("type-KTP"), says("type-KTA")), "since": At(NOW), "n": 3}),
    )
    await put(storage, messages=[put_in], now=NOW - MINUTE)
    (outgoing,) = await pick(storage)
    assert outgoing == Outgoing(outgoing.id, OFFICER, put_in, 1, False, None, NOW - MINUTE)


async def test_by_lane_then_by_age_one_of_each_chat(storage: Storage):
    lanes = [(1, Lane.REST), (2, Lane.REPLY), (1, Lane.REPLY), (3, Lane.EMERGENCY), (3, Lane.EMERGENCY)]
    await put(storage, messages=[message(to, f"m{n}", lane) for n, (to, lane) in enumerate(lanes)])
    assert keys(await pick(storage, limit=2)) == ["m3", "m1"]
    assert keys(await pick(storage, skip=frozenset({2}))) == ["m4", "m2"]
    assert keys(await pick(storage)) == ["m0"]
    assert keys(await pick(storage)) == []


async def test_a_chat_to_skip_is_left_alone(storage: Storage):
    await put(storage, messages=[message(1, "one"), message(2, "two")])
    assert keys(await pick(storage, skip=frozenset({1, 77}))) == ["two"]
    assert keys(await pick(storage)) == ["one"]


async def test_only_the_lanes_asked_for(storage: Storage):
    await put(
        storage, messages=[message(1, "urgent", Lane.EMERGENCY), message(1, "reply"), message(2, "rest", Lane.REST)]
    )
    # A lane that may not be sent now holds up nobody, not in its own chat either.
    assert keys(await pick(storage, lanes=[Lane.REPLY, Lane.REST])) == ["reply", "rest"]
    assert keys(await pick(storage, lanes=[])) == []
    assert keys(await pick(storage, lanes={Lane.EMERGENCY})) == ["urgent"]


async def test_order_within_chat_and_lane_waits_for_a_retry_but_other_lanes_go_on(storage: Storage):
    await put(storage, messages=[message(1, "a"), message(1, "b"), message(1, "c", Lane.REST), message(2, "d")])
    (first, _) = await pick(storage)
    async with storage.work() as work:
        await work.retry(first, at=NOW + MINUTE, why="429", uncertain=False)
    assert keys(await pick(storage)) == ["c"]
    (again,) = await pick(storage, now=NOW + MINUTE)
    assert (again.message.phrase.key, again.attempts, again.uncertain) == ("a", 2, False)
    assert keys(await pick(storage, now=NOW + MINUTE)) == ["b"]


async def test_once_uncertain_it_stays_uncertain(storage: Storage):
    await put(storage, messages=[message()])
    for uncertain in (True, False):
        (outgoing,) = await pick(storage)
        async with storage.work() as work:
            await work.retry(outgoing, at=NOW, why="time-out", uncertain=uncertain)
    (outgoing,) = await pick(storage)
    assert (outgoing.uncertain, outgoing.attempts) == (True, 3)


async def test_sent_and_failed_messages_never_come_again(storage: Storage):
    await put(storage, messages=[message(1, "a"), message(2, "b")])
    first, second = await pick(storage)
    async with storage.work() as work:
        await work.sent(first, message_id=11, now=NOW)
        await work.failed_to_send(second, why="403", now=NOW)
        assert await work.outbox_counts() == {"waiting": 0, "held": 0, "sending": 0, "failed": 1}
        assert await work.reclaim() == 0
    assert await pick(storage) == []


async def test_what_a_message_said_is_forgotten_once_it_is_done_with(storage: Storage, rows):
    await put(storage, messages=[message(1), message(2), message(3, slot="a"), message(4)])
    first, second, *_ = await pick(storage, limit=2)
    async with storage.work() as work:
        await work.sent(first, message_id=11, now=NOW)
        await work.failed_to_send(second, why="403", now=NOW)
    await put(storage, messages=[message(3, slot="a", replaces=True)])
    kept = await rows("SELECT state, payload IS NULL FROM outbox ORDER BY id")
    assert [(state, bool(empty)) for state, empty in kept] == [
        ("sent", True),
        ("failed", True),
        ("cancelled", True),
        ("waiting", False),
        ("waiting", False),
    ]


async def test_counted_and_marked_before_it_is_sent(storage: Storage):
    await put(storage, messages=[message()])
    await pick(storage)
    async with storage.look() as look:
        assert (await look.outbox_counts())["sending"] == 1
    assert await pick(storage) == []


async def test_after_a_crash_in_mid_flight_it_is_sent_again_as_uncertain(storage: Storage):
    await put(storage, messages=[message(1, "flying"), message(2, "waiting")])
    await pick(storage, limit=1)
    async with storage.work() as work:
        assert await work.reclaim() == 1
    flying, waiting = await pick(storage)
    assert (flying.message.phrase.key, flying.uncertain, flying.attempts) == ("flying", True, 2)
    assert (waiting.uncertain, waiting.attempts) == (False, 1)


async def test_pruning_removes_what_is_done_and_keeps_the_rest(storage: Storage):
    await put(storage, messages=[message(1, "a"), message(2, "b"), message(3, "c")])
    first, second, _ = await pick(storage)
    async with storage.work() as work:
        await work.sent(first, message_id=1, now=NOW)
        await work.retry(second, at=NOW, why="", uncertain=False)
        assert await work.prune(before=NOW) == 0
        assert await work.prune(before=NOW + MINUTE) == 1
        assert await work.prune(before=NOW + MINUTE) == 0
    assert keys(await pick(storage)) == ["b"]


async def test_dispatchers_side_by_side_never_take_the_same(storage: Storage):
    await put(storage, messages=[message(1 + n % 7, f"{n:02}") for n in range(70)])
    taken: list[str] = []

    async def dispatch() -> None:
        while picked := await pick(storage, limit=3):
            taken.extend(keys(picked))

    async with asyncio.TaskGroup() as dispatchers:
        for _ in range(4):
            dispatchers.create_task(dispatch())
    assert sorted(taken) == [f"{n:02}" for n in range(70)]


async def test_one_that_cant_be_read_any_more_does_not_stop_the_others(storage: Storage, rows):
    await put(storage, messages=[message(1, "broken"), message(2, "whole")])
    await rows("UPDATE outbox SET payload = :seal WHERE id = 1", seal=b"\x01" + bytes(40))
    assert keys(await pick(storage)) == ["whole"]
    async with storage.look() as look:
        assert (await look.outbox_counts())["failed"] == 1


async def test_all_that_is_known_of_a_message_is_kept(storage: Storage):
    """A field that is added to messages must survive the outbox too."""
    plain = message()
    await put(storage, messages=[plain, replace(plain, to=ChatId(2), protect=True)])
    assert [one.message for one in await pick(storage)] == [plain, replace(plain, to=ChatId(2), protect=True)]
