"""A small office on a real database: people do things, the desk answers, and what would go out can be read."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from bot.house import _in_world, news_in
from bot.profiles import read_profile
from cases import assignment, closing, one_sided
from cases.advancing import Written
from cases.alert import AlertRef
from cases.case import HANDLED, Case, CaseRef
from cases.entry import EntryKind, EntryRef
from cases.evidence import Finding
from cases.handling import Signer, Unilateral
from cases.messages import Button, ChatId, Message
from cases.staff import Role, Staff
from cases.visit import VisitRef
from handlers import halfway, leaving, opening
from handlers.conversation.engine import Answer, Kind, World
from handlers.conversation.steps import PAGE
from handlers.desk import hear
from handlers.heard import Doing, Heard, Toast
from handlers.refs import new_ref
from handlers.scenes import scene_of_case
from handlers.undelivered import brought
from scheduler.auditor import Audit
from scheduler.ringing import Drafts, rings
from scheduler.sweep import Sweeper
from storage import Arrival, MasterKey, Outgoing, Storage, Work, migrate

KEY = MasterKey(bytes(range(32)))
NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)  # a Monday, 12:00 in Luwu Utara
REPORTER, ANI, BUDI, CITRA, DEWI, EKA, GITA = (ChatId(number) for number in (7, 1001, 1002, 1003, 1004, 1005, 1007))
UNIT = (
    (ANI, "Ani", Role.DUTY_OFFICER, True),
    (BUDI, "Budi", Role.DUTY_OFFICER, True),
    (CITRA, "Citra", Role.COORDINATOR, False),
    (DEWI, "Dewi", Role.HEAD, False),
    (EKA, "Eka", Role.CASE_MANAGER, False),
    (GITA, "Gita", Role.ADMIN, False),
)
CRY = "tolong dia mau bunuh saya sekarang"

_updates = count(1)


@cache
def world() -> World:
    return read_profile("luwu_utara")


#: All that a group may ever be told (T9): phrase → what stands in it.
PUBLIC = {
    "group-call": {"mark", "severity", "kecamatan", "number", "waiting"},
    "group-taken": {"number"},
    "group-ended": {"number"},
    "group-welcome": set(),
    "group-known-already": set(),
    "group-goodbye": set(),
    "nothing": set(),
}


def check_public(message: Message) -> None:
    """A message to a group holds nothing that is not for everybody's eyes, in no part of it."""
    if message.to < 0:
        assert message.phrase.args.keys() == PUBLIC[message.phrase.key], message
        assert not any(
            (message.photo_id, message.voice_id, message.place, message.picture, message.paper, message.file)
        ), message
        assert {button.action for row in message.buttons for button in row} <= {"take"}, message


@dataclass
class Office:
    """The desk, its database and its clock. `sent` is what went to each chat, oldest first."""

    storage: Storage
    now: datetime = NOON
    sent: dict[ChatId, list[Message]] = field(default_factory=dict)
    #: Which of them only put right what stood there before: nobody's phone made a sound.
    edits: set[tuple[ChatId, int]] = field(default_factory=set)
    #: The number of each of them on that phone.
    ids: dict[ChatId, list[int]] = field(default_factory=dict)
    numbers: int = 0
    #: The number of each message in `sent`, and what was deleted on phones.
    numbered: dict[ChatId, list[int]] = field(default_factory=dict)
    deleted: list[tuple[ChatId, int]] = field(default_factory=list)
    watched: bool = True
    toast: Toast | None = None
    world: World = field(default_factory=world)

    @property
    def sweeper(self) -> Sweeper:
        drafts = Drafts(
            nudge=_in_world(halfway.nudge, world()),
            forget=_in_world(halfway.forget, world()),
            opening=_in_world(opening.judged, world()),
            leave=_in_world(leaving.rang, world()),
        )
        return Sweeper(self.storage, self.world.profile, rings(drafts), news=news_in(world()))

    @property
    def audit(self) -> Audit:
        return Audit(self.storage, self.world.profile)

    async def does(self, chat: ChatId, doing: Doing, **more: Any) -> list[Message]:
        """One thing that somebody does; what they get to see for it."""
        before = len(self.sent.get(chat, ()))
        async with self.storage.work() as work:
            await work.take_in([Arrival(next(_updates), chat, b"{}", self.now)])
            for item in await work.waiting(now=self.now, limit=1):
                await work.worked(item)
            self.toast = await hear(work, Heard(chat, doing, self.now, **more), world(), now=self.now)
        await self.deliver()
        return self.sent.get(chat, [])[before:]

    async def says(self, chat: ChatId, text: str) -> list[Message]:
        return await self.does(chat, Doing.SAID, answer=Answer(Kind.TEXT, text=text))

    async def command(self, chat: ChatId, command: str, text: str = "") -> list[Message]:
        return await self.does(
            chat, Doing.COMMAND, command=command, answer=Answer(Kind.TEXT, text=f"/{command} {text}")
        )

    async def press(self, chat: ChatId, button: Button) -> list[Message]:
        step, _, choice = button.choice.partition(":")
        answer = Answer(Kind.PRESS, step=step, choice=choice) if button.action == "a" else None
        told = {"action": button.action, "ref": button.ref, "version": button.version, "choice": button.choice}
        return await self.does(chat, Doing.PRESSED, answer=answer, **told)

    async def presses(self, chat: ChatId, action: str, choice: str | None = None) -> list[Message]:
        """Press the newest button of that kind that the chat has ever been shown."""
        return await self.press(chat, self.button(chat, action, choice))

    async def presses_of(self, chat: ChatId, action: str, ref: str) -> list[Message]:
        """Press the newest button of that kind for that thing."""
        shown = (b for message in reversed(self.sent[chat]) for row in message.buttons for b in row)
        return await self.press(chat, next(b for b in shown if b.action == action and b.ref == ref))

    async def answers(self, chat: ChatId, *choices: str) -> list[Message]:
        said: list[Message] = []
        for choice in choices:
            await self._leaf_to(chat, choice)
            said = await self.presses(chat, "a", choice)
        return said

    async def _leaf_to(self, chat: ChatId, choice: str) -> None:
        """In an emergency long lists come in pages: until the choice is there the next page is asked for."""
        step = choice.partition(":")[0]
        for _ in range(20):
            try:
                self.button(chat, "a", choice)
            except StopIteration:
                shown = [b for message in self.sent[chat] for row in message.buttons for b in row if b.action == "a"]
                leaf = next((b for b in reversed(shown) if b.choice.startswith(f"{step}:{PAGE}")), None)
                if leaf is None:
                    return
                await self.press(chat, leaf)
            else:
                return

    def button(self, chat: ChatId, action: str, choice: str | None = None) -> Button:
        shown = (b for message in reversed(self.sent[chat]) for row in message.buttons for b in row)
        return next(b for b in shown if b.action == action and choice in (None, b.choice))

    async def deliver(self) -> None:
        while True:
            async with self.storage.work() as work:
                picked = await work.pick(now=self.now, limit=100)
                for outgoing in picked:
                    if outgoing.message.clears:
                        await self.clears(work, outgoing)
                        continue
                    self.numbers += 1
                    check_public(outgoing.message)
                    sent = self.sent.setdefault(outgoing.chat, [])
                    if outgoing.edits_message_id is not None:
                        self.edits.add((outgoing.chat, len(sent)))
                    sent.append(outgoing.message)
                    number = outgoing.edits_message_id or self.numbers
                    self.numbered.setdefault(outgoing.chat, []).append(number)
                    self.ids.setdefault(outgoing.chat, []).append(number)
                    await work.sent(outgoing, message_id=number, now=self.now)
                    await brought(work, outgoing, now=self.now)
            if not picked:
                return

    async def clears(self, work: Work, outgoing: Outgoing) -> None:
        """What the dispatcher does for a row that deletes; `there` is what stands on each phone, by its number."""
        asked = {"clears": outgoing.message.clears, "row": outgoing.id, "now": self.now}
        while True:
            standing = await work.standing(outgoing.chat, **asked)
            for number in (*standing.guesses, *standing.numbers):
                self.deleted.append((outgoing.chat, number))
            await work.guessed(standing)
            await work.deleted(outgoing.chat, standing)
            if not standing.numbers:
                break
        await work.sent(outgoing, message_id=None, now=self.now)
        await leaving.cleared(work, outgoing, standing, now=self.now)

    def stands(self, chat: ChatId) -> list[str]:
        """What is on that phone of all that it was sent, as phrases, the oldest first."""
        gone = {number for where, number in self.deleted if where == chat}
        shown = {
            n: one for n, one in zip(self.numbered.get(chat, []), self.sent.get(chat, []), strict=True) if n not in gone
        }
        return [message.phrase.key for message in shown.values()]

    async def rings(self) -> None:
        """The scheduler does what is due now."""
        while await self.sweeper.sweep(now=self.now):
            pass
        await self.deliver()

    async def passes(self, **time: float) -> None:
        """Time passes, and the scheduler does what falls due; the audit finds nothing while everything works."""
        self.now += timedelta(**time)
        await self.rings()
        if self.watched:
            assert await self.audit.look(now=self.now) == ()

    async def watch(self, **time: float) -> tuple[Finding, ...]:
        """Time passes and only the audit looks; what it found, and what it sent is delivered."""
        self.now += timedelta(**time)
        found = await self.audit.examine(now=self.now)
        await self.deliver()
        return found

    async def cases(self) -> tuple[Case, ...]:
        async with self.storage.look() as look:
            return await look.open_cases()

    async def shut(self) -> None:
        """The newest open case is closed."""
        case = (await self.cases())[-1]
        async with self.storage.work() as work:
            await shut(work, case.ref, self.now)
        await self.deliver()

    async def member(self, chat: ChatId) -> Staff:
        async with self.storage.look() as look:
            found = (await look.roster()).by_chat(chat)
        assert found is not None
        return found

    def heard_by(self, chat: ChatId) -> list[str]:
        return [message.phrase.key for message in self.sent.get(chat, [])]


async def shut(work: Work, ref: CaseRef, now: datetime) -> None:
    """A confirmed case is closed on the shortest way that the book has: two people agree that the victim wants no more
    of it (6.4). Everything is recorded as the desk would."""
    roster, profile = await work.roster(), world().profile
    lead, second = roster.by_chat(CITRA), roster.by_chat(DEWI)
    assert lead is not None
    assert second is not None

    def written() -> Written:
        return Written(EntryRef(new_ref()), EntryKind.NOTE, now)

    given: dict[str, Any] = {"by": lead, "profile": profile, "now": now}
    scene = await scene_of_case(work, ref, actor=lead)
    if scene.case.status not in HANDLED:
        await work.record(assignment.assign(scene, manager=lead, visit_ref=VisitRef(new_ref()), **given), now=now)
    wish = {"ground": Unilateral.REFUSES, "reason": "tidak mau lagi", "who": Signer.VICTIM}
    scene = await scene_of_case(work, ref, actor=lead)
    await work.record(one_sided.ask(scene, written(), alert_ref=AlertRef(new_ref()), **wish, **given), now=now)
    scene = await scene_of_case(work, ref, actor=second)
    await work.record(one_sided.agree(scene, written(), by=second, profile=profile, now=now), now=now)
    scene = await scene_of_case(work, ref, actor=lead)
    await work.record(closing.close(scene, written(), reason="selesai", **given), now=now)


async def built(file: Path) -> None:
    """A database with its people, to be copied."""
    await migrate(f"sqlite:///{file}")
    storage = await Storage.open(f"sqlite:///{file}", KEY)
    async with storage.work() as work:
        for chat, name, role, on_duty in UNIT:
            await work.add_staff(chat=chat, name=name, role=role, on_duty=on_duty)
    await storage.close()


@asynccontextmanager
async def opened(template: Path, folder: Path) -> AsyncIterator[Office]:
    file = folder / "office.sqlite"
    for end in ("", ".ring"):
        # Of a house in which nobody was written down yet the ring can be made anew.
        part = template.with_name(template.name + end)
        if part.exists():
            shutil.copy(part, file.with_name(file.name + end))
    office = Office(await Storage.open(f"sqlite:///{file}", KEY))
    try:
        yield office
    finally:
        # It may have been opened anew meanwhile.
        await office.storage.close()
