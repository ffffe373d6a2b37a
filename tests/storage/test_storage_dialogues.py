"""Dialogues: one row for each chat, flow and subject, the newest first, gone when ended."""

from dataclasses import replace

from cases.messages import ChatId
from storage import Storage
from tests.storage.things import MINUTE, NOW, REPORTER, dialogue, put


async def flows(storage: Storage, chat: ChatId = REPORTER) -> list[tuple[str, str]]:
    async with storage.look() as look:
        return [(d.flow, d.subject) for d in await look.dialogues(chat)]


async def test_a_dialogue_comes_back_as_it_was(storage: Storage):
    told = dialogue(
        answers={"place": ("Masamba", 3), "when": None, "🌷": ["a\x00b"]},
        path=("start", "place"),
        case="case-1",
        language="en",
        nudged=True,
        updated_at=NOW,
    )
    await put(storage, dialogues=[told])
    async with storage.look() as look:
        assert await look.dialogue(REPORTER, "intake") == told
        assert await look.dialogue(REPORTER, "intake", "other") is None
        assert await look.dialogue(ChatId(1), "intake") is None


async def test_without_its_own_time_it_gets_the_time_of_recording(storage: Storage):
    await put(storage, dialogues=[dialogue()], now=NOW + MINUTE)
    async with storage.look() as look:
        assert await look.dialogue(REPORTER, "intake") == dialogue(updated_at=NOW + MINUTE)


async def test_the_one_recorded_last_is_the_newest(storage: Storage):
    # All in the same microsecond: the order of recording decides, not the clock.
    await put(storage, dialogues=[dialogue(flow="intake"), dialogue(flow="emergency"), dialogue(ChatId(2))])
    assert await flows(storage) == [("emergency", ""), ("intake", "")]
    await put(storage, dialogues=[dialogue(flow="outreach", subject="a"), dialogue(flow="intake")])
    assert await flows(storage) == [("intake", ""), ("outreach", "a"), ("emergency", "")]


async def test_it_moves_on_and_ends(storage: Storage):
    await put(storage, dialogues=[dialogue(), dialogue(subject="x")])
    await put(storage, dialogues=[dialogue(step="story"), dialogue(step="name")])
    async with storage.look() as look:
        now_at = await look.dialogue(REPORTER, "intake")
    assert now_at is not None
    assert now_at.step == "name"
    await put(storage, dialogues=[replace(now_at, ended=True)])
    assert await flows(storage) == [("intake", "x")]
    await put(storage, dialogues=[replace(now_at, ended=True)])


async def test_begun_and_ended_in_one_outcome_leaves_nothing(storage: Storage):
    await put(storage, dialogues=[dialogue(), dialogue(ended=True)])
    assert await flows(storage) == []
