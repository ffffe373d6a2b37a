"""The dispatcher: in order, the urgent first, nobody held up by somebody else, nothing given up in silence."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import date
from time import monotonic
from typing import Any

import pytest

from bot.clock import MachineClock
from bot.dispatcher import Dispatcher
from bot.telegram import Line
from cases.figures import figures
from cases.letter import LetterKind
from cases.letters import compose
from cases.line import Line as ReporterLine
from cases.line import LineKind, LineRef
from cases.messages import Button, ChatId, Lane, Message, Paper, Picture
from cases.monthly import numbers
from cases.outcome import Outcome
from cases.phrases import Phrase, says
from cases.staff import Role
from cases.talk import Talk, TalkRef, TalkState
from simulator.client import Simulator
from storage import Arrival, DatabaseProblem, Storage, Work
from tests.handlers.file_unit import held
from tests.letters.materials import rich
from tests.office import BUDI, CITRA, EKA, NOON, Office, world
from tests.storage.things import known_to_us
from triage.facts import Facts


@dataclass
class Post:
    """A dispatcher at work between a real database and the stand-in for Telegram."""

    storage: Storage
    line: Line
    telegram: Simulator

    def dispatcher(self, storage: Any = None) -> Dispatcher:
        dispatcher = Dispatcher(self.line, storage or self.storage, world(), MachineClock(), told=lambda: None)
        dispatcher.told = dispatcher.wake.set
        return dispatcher

    async def posts(self, *messages: Message) -> None:
        async with self.storage.work() as work:
            await known_to_us(work, messages)
            await work.record(Outcome(messages=messages), now=MachineClock().now())

    @asynccontextmanager
    async def at_work(self, storage: Any = None) -> AsyncIterator[Dispatcher]:
        dispatcher = self.dispatcher(storage)
        running = asyncio.create_task(dispatcher.run())
        try:
            yield dispatcher
            assert not running.done(), running
        finally:
            running.cancel()
            async with asyncio.timeout(5):
                with suppress(asyncio.CancelledError):
                    await running

    async def arrived(self, chat: ChatId, count: int, **wanted: Any) -> list[str]:
        """The texts that reached a chat, as soon as there are so many."""
        wanted = {"chat_id": int(chat), "delivered": True, **wanted}
        entries = await asyncio.to_thread(self.telegram.journal, count=count, **wanted)
        return [entry["text"] for entry in entries]

    async def settled(self) -> None:
        """Until nothing waits or is under way."""
        while True:
            async with self.storage.look() as look:
                counts = await look.outbox_counts()
            if not counts["waiting"] + counts["sending"]:
                return
            await asyncio.sleep(0.005)

    async def state(self) -> dict[str, int]:
        async with self.storage.look() as look:
            return dict(await look.outbox_counts())


@pytest.fixture
def post(office: Office, line: Line, telegram: Simulator) -> Post:
    return Post(office.storage, line, telegram)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Back-off and patience of a test."""
    monkeypatch.setattr("bot.dispatcher.BACK_OFF", (0.01,) * 6)
    monkeypatch.setattr("bot.dispatcher.LOOK_AGAIN", 0.02)


def line_of(chat: ChatId, words: str, lane: Lane = Lane.REPLY, **more: Any) -> Message:
    return Message(chat, says("as-typed", text=words), lane, **more)


async def test_the_urgent_first_and_each_lane_in_its_order(post: Post, chat: ChatId) -> None:
    await post.posts(
        *(line_of(chat, f"rest {n}", Lane.REST) for n in (1, 2)),
        *(line_of(chat, f"reply {n}") for n in (1, 2, 3)),
        *(line_of(chat, f"call {n}", Lane.EMERGENCY) for n in (1, 2)),
    )
    async with post.at_work():
        texts = await post.arrived(chat, 7)
    assert texts == ["call 1", "call 2", "reply 1", "reply 2", "reply 3", "rest 1", "rest 2"]


async def test_429_holds_up_its_own_chat_only_and_no_emergency(post: Post, chat: ChatId, other: ChatId) -> None:
    post.telegram.fault("busy", methods=["sendMessage"], chat_id=int(chat), retry_after=300)
    await post.posts(line_of(chat, "waits"))
    async with post.at_work() as dispatcher:
        while chat not in dispatcher.pauses:
            await asyncio.sleep(0.005)
        await post.posts(line_of(other, "goes"), line_of(chat, "call", Lane.EMERGENCY))
        dispatcher.wake.set()
        assert await post.arrived(other, 1) == ["goes"]
        assert await post.arrived(chat, 1) == ["call"]
    assert (await post.state())["waiting"] == 1


async def test_an_alert_passes_chats_that_hang(
    post: Post, chat: ChatId, other: ChatId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.dispatcher.AT_ONCE", 1)
    post.telegram.fault("hang", methods=["sendMessage"], chat_id=int(chat), times=None)
    await post.posts(line_of(chat, "hangs"))
    async with post.at_work() as dispatcher:
        while chat not in dispatcher.flying:
            await asyncio.sleep(0.005)
        await post.posts(line_of(other, "later"), line_of(other, "call", Lane.EMERGENCY))
        dispatcher.wake.set()
        assert await post.arrived(other, 1) == ["call"]


async def test_an_end_while_sending_is_prompt_and_a_repeated_call_says_so(post: Post, chat: ChatId) -> None:
    post.telegram.fault("hang", methods=["sendMessage"], chat_id=int(chat))
    await post.posts(line_of(chat, "call", Lane.EMERGENCY, about_alert="a"))
    async with post.at_work():
        # Until the call hangs at Telegram: then the fault is used up.
        while await asyncio.to_thread(post.telegram.ask, "GET", "/faults") not in ({"faults": []}, []):
            await asyncio.sleep(0.005)
    assert (await post.state())["sending"] == 1
    async with post.at_work():
        (text,) = await post.arrived(chat, 1)
    assert text.endswith("call")
    assert text != "call"


@pytest.mark.parametrize("kind", ["reset", "lost_answer", "error", "malformed"])
async def test_no_clear_answer_is_tried_again(kind: str, post: Post, chat: ChatId) -> None:
    post.telegram.fault(kind, times=3, methods=["sendMessage"], chat_id=int(chat))
    await post.posts(line_of(chat, "one"), line_of(chat, "two"))
    async with post.at_work():
        await post.settled()
    texts = await post.arrived(chat, 2)
    assert list(dict.fromkeys(texts)) == ["one", "two"]
    assert (await post.state())["failed"] == 0


async def test_a_call_rings_twice_at_the_most_while_the_line_lives(post: Post, chat: ChatId, other: ChatId) -> None:
    """The answer is lost again and again, but others are answered: two copies, the second says that it is one (F1)."""
    post.telegram.fault("lost_answer", times=None, methods=["sendMessage"], chat_id=int(chat))
    await post.posts(line_of(other, "alive"), line_of(chat, "call", Lane.EMERGENCY, about_alert="a"))
    async with post.at_work() as dispatcher:
        dispatcher.good_at = monotonic()
        await post.settled()
    first, second = await post.arrived(chat, 2)
    assert (first, second.endswith("call"), second != first) == ("call", True, True)
    assert len(await post.arrived(chat, 0)) == 2


async def test_a_dead_line_is_no_answer_that_was_lost(post: Post, chat: ChatId) -> None:
    """Nobody is answered: nothing says that the call is there, so it is tried until somebody is."""
    post.telegram.fault("reset", times=4, methods=["sendMessage"], chat_id=int(chat))
    await post.posts(line_of(chat, "call", Lane.EMERGENCY, about_alert="a"))
    async with post.at_work():
        await post.settled()
    (text,) = await post.arrived(chat, 1)
    assert text.endswith("call")


async def test_who_cannot_be_reached_is_replaced_at_once(office: Office, post: Post, chat: ChatId) -> None:
    """An officer who has blocked the bot: the next step is called now, and the leads are told (F7)."""
    async with office.storage.work() as work:
        for person in (await work.roster()).people:
            await work.set_on_duty(person.id, False)
        await work.add_staff(chat=chat, name="Andi", role=Role.DUTY_OFFICER, on_duty=True)
    post.telegram.phone(chat).block()
    async with office.storage.work() as work:
        await _alert(office, work)
    async with post.at_work():
        while CITRA not in {await _first_called(office)}:
            await asyncio.sleep(0.005)
    async with office.storage.look() as look:
        member = (await look.roster()).by_chat(chat)
        (alert,) = await look.open_alerts()
        kinds = [event.kind for event in await look.history(alert.case)]
    assert member is not None
    assert not member.reachable
    assert "staff_unreachable" in kinds


async def _alert(office: Office, work: Work) -> None:
    from handlers.desk import hear
    from handlers.heard import Doing, Heard

    now = MachineClock().now()
    await hear(work, Heard(ChatId(7), Doing.COMMAND, now, command="darurat"), world(), now=now)


async def _first_called(office: Office) -> ChatId:
    async with office.storage.look() as look:
        (alert,) = await look.open_alerts()
        roster = await look.roster()
    people = [roster.by_id(id) for id in alert.awaited]
    return people[0].chat if people and people[0] is not None else BUDI


@pytest.mark.parametrize("blocked", [False, True])
async def test_what_became_of_an_officers_words_is_kept(
    office: Office, post: Post, chat: ChatId, blocked: bool
) -> None:
    case = await held(office, Facts(), risk="SEDANG")
    talk = Talk(TalkRef("talk"), case.ref, chat, office.now, (await office.member(EKA)).id, state=TalkState.SAID)
    line = ReporterLine(LineRef("line"), case.ref, chat, LineKind.PHONE, office.now)
    now = MachineClock().now()
    async with office.storage.work() as work:
        # They wrote just now: so it may be said.
        await work.take_in([Arrival(1, chat, b"{}", now)])
        words = line_of(chat, "Kami datang.", about_talk=talk.ref)
        await work.record(Outcome(lines=(line,), talks=(talk,), messages=(words,)), now=now)
    if blocked:
        post.telegram.phone(chat).block()
    async with post.at_work():
        await post.settled()
    assert await _state_of(office, talk.ref) is (TalkState.FAILED if blocked else TalkState.DELIVERED)


async def _state_of(office: Office, ref: TalkRef) -> TalkState:
    async with office.storage.look() as look:
        found = await look.talk(ref)
    assert found is not None
    return found.state


async def test_a_card_that_cannot_be_changed_is_sent_anew_unless_it_only_tidied_up(post: Post, chat: ChatId) -> None:
    await post.posts(line_of(chat, "card", slot="s"), line_of(chat, "small", slot="t"))
    async with post.at_work():
        await post.arrived(chat, 2)
        await post.settled()
        for message in post.telegram.phone(chat).screen():
            await post.line.say("deleteMessage", {"chat_id": int(chat), "message_id": message["message_id"]})
        await post.posts(
            line_of(chat, "taken by Ani", slot="s", replaces=True),
            line_of(chat, "tidy", Lane.REST, slot="t", replaces=True),
        )
        await post.settled()
    shown = [message["text"] for message in post.telegram.phone(chat).screen() if not message["deleted"]]
    assert shown == ["taken by Ani"]
    assert (await post.state())["failed"] == 0


class FullDisk:
    """The storage, but that it takes nothing for a while."""

    def __init__(self, storage: Storage) -> None:
        self.storage, self.full, self.refused = storage, 0, 0
        self.look, self.button_key = storage.look, storage.button_key

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        if self.full:
            self.full -= 1
            self.refused += 1
            raise DatabaseProblem("full", "The disk is full.")
        async with self.storage.work() as work:
            yield work


async def test_a_full_disk_doubles_nothing_and_ends_nothing(post: Post, chat: ChatId) -> None:
    disk = FullDisk(post.storage)
    disk.full = 2
    async with post.at_work(disk) as dispatcher:
        while disk.full:
            await asyncio.sleep(0.005)
        await post.posts(line_of(chat, "once"), line_of(chat, "then"))
        picking = dispatcher.launch

        async def launch(house: asyncio.TaskGroup) -> asyncio.Task[None] | None:
            launched = await picking(house)
            if launched is not None and disk.refused == 2:
                disk.full = 3
            return launched

        dispatcher.launch = launch  # type: ignore[method-assign]
        dispatcher.wake.set()
        await post.settled()
    assert await post.arrived(chat, 2) == ["once", "then"]
    assert disk.refused == 5


async def test_what_we_cannot_say_is_set_aside_and_the_operator_told(
    office: Office, post: Post, chat: ChatId, other: ChatId
) -> None:
    async with office.storage.work() as work:
        for person in (await work.roster()).people:
            await work.set_active(person.id, False)
        await work.add_staff(chat=other, name="Gita", role=Role.ADMIN, on_duty=False)
    await post.posts(Message(chat, Phrase("no-such-text")), line_of(chat, "next"))
    async with post.at_work():
        (told,) = await post.arrived(other, 1)
        assert await post.arrived(chat, 1) == ["next"]
    assert "log" in told
    assert (await post.state())["failed"] == 1


async def test_a_long_outage_does_not_use_up_a_messages_chances(post: Post, chat: ChatId) -> None:
    post.telegram.fault("reset", times=12, methods=["sendMessage"], chat_id=int(chat))
    await post.posts(line_of(chat, "patient"))
    async with post.at_work() as dispatcher:
        await post.settled()
        assert dispatcher.mistakes == {}
    assert await post.arrived(chat, 1) == ["patient"]


async def test_formatting_that_telegram_refuses_is_left_out(post: Post, chat: ChatId) -> None:
    """Words go out plainly rather than not at all; a photo that is gone leaves its words."""
    await post.posts(line_of(chat, "with a photo", photo_id="no-such-file"))
    async with post.at_work():
        (text,) = await post.arrived(chat, 1)
    assert "with a photo" in text


FIGURES = json.dumps(numbers(figures((), month=date(2026, 3, 1), now=NOON), profile=world().profile, now=NOON))
PICTURE = Picture("figures", FIGURES)


async def pictured(post: Post, chat: ChatId, picture: Picture = PICTURE) -> dict[str, Any]:
    """What reaches a chat for a message with a picture."""
    phrase = says("figures-caption", month=says("month-3"))
    await post.posts(Message(chat, phrase, picture=picture, buttons=((Button(says("button-look"), "look"),),)))
    async with post.at_work():
        await post.settled()
    (shown,) = post.telegram.phone(chat).screen()
    return dict(shown)


async def test_a_picture_is_uploaded_with_its_caption_and_buttons(post: Post, chat: ChatId) -> None:
    shown = await pictured(post, chat)
    assert shown["kind"] == "photo"
    assert shown["photo"]["file_size"] > 5_000
    assert shown["text"]
    assert shown["buttons"]


@pytest.mark.parametrize(
    "trouble", [{"kind": "error", "status": 413, "times": 2}, {"kind": "reset", "times": 2}, {}], ids=str
)
async def test_figures_that_cannot_go_as_a_picture_go_as_text(
    trouble: dict[str, Any], post: Post, chat: ChatId
) -> None:
    """A picture that can't be drawn, that Telegram refuses, or that breaks the line: never nothing."""
    if trouble:
        post.telegram.fault(methods=["sendPhoto"], chat_id=int(chat), **trouble)
    shown = await pictured(post, chat, PICTURE if trouble else Picture("no-such-page", FIGURES))
    assert shown["kind"] == "text"
    assert "2026" in shown["text"]
    assert shown["buttons"]


@pytest.mark.parametrize(
    "trouble", [None, {"kind": "error", "status": 413, "times": 2}, {"kind": "reset", "times": 2}], ids=str
)
@pytest.mark.parametrize("form", ["pdf", "docx"])
async def test_a_letter_arrives_as_a_file_or_else_as_its_words(
    form: str, trouble: dict[str, Any] | None, post: Post, chat: ChatId
) -> None:
    """The name of the file says nothing of what it is; whatever goes wrong, the words of the letter are not lost."""
    if trouble:
        post.telegram.fault(methods=["sendDocument"], chat_id=int(chat), **trouble)
    page = json.dumps(compose(LetterKind.TASK, rich()))
    paper = Paper("tugas", page, form, f"surat-LU-2026-0001-1.{form}")
    phrase = says("letter-document", number="LU-2026-0001", kind=says("letter-kind-tugas"))
    await post.posts(Message(chat, phrase, paper=paper, protect=True))
    async with post.at_work():
        await post.settled()
    (shown,) = post.telegram.phone(chat).screen()
    assert shown["protected"]
    assert shown["kind"] == ("text" if trouble else "document")
    if trouble:
        assert ("MENUGASKAN" in shown["text"]) == (form == "pdf")
        return
    assert shown["document"]["file_name"] == paper.name
    assert shown["document"]["file_size"] > 5_000


async def test_started_anew_it_does_not_wait_for_hands_of_its_former_life(post: Post, chat: ChatId) -> None:
    dispatcher = post.dispatcher()
    gone: asyncio.Task[None] = asyncio.create_task(asyncio.sleep(0))
    await gone
    dispatcher.flying[chat] = gone
    await post.posts(Message(chat, says("nudge")))
    running = asyncio.create_task(dispatcher.run())
    assert await post.arrived(chat, 1)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
