"""A road walked by the buttons of the card alone: what is not offered there nobody can press.

Answers are told as in the forms: "step:value" is a press of that button, PHOTO is sent, all else is typed.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from cases.alert import Cause
from cases.case import Case, Status
from cases.entry import Entry
from cases.messages import Button, ChatId, Message
from cases.moves import Action
from cases.outcome import EventKind
from cases.phrases import says
from handlers.conversation.engine import Answer
from handlers.handing_over import left
from handlers.heard import Doing
from scheduler.digests import ensure
from tests.casework.tale import keys_in
from tests.casework.way import Way
from tests.office import ANI, CITRA, EKA, REPORTER, world
from triage.facts import Facts


@dataclass
class Road(Way):
    """Beside what the clock says, `heard` keeps what others hear of what somebody does."""

    async def begins(self, facts: Facts, *, cause: Cause = Cause.REPORT) -> Case:
        case = await super().begins(facts, cause=cause)
        await self.dawns()
        return case

    async def dawns(self) -> None:
        """The house is up: from now on there are mornings."""
        async with self.office.storage.work() as work:
            await ensure(work, world().profile, self.office.now)
            self.names = {person.chat: person.name for person in (await work.roster()).people}
        self.names[REPORTER] = "Pelapor"

    async def does(self, chat: ChatId, action: str, *answers: str | Answer, choice: str | None = None) -> list[Message]:
        """Open the card, press the button that stands on it (or behind "Lainnya"), and answer what is asked."""
        said = await self.presses(chat, await self.offered(chat, action, choice))
        await self.answers_at_once(chat, answers[:-1])
        for answer in answers[-1:]:
            said = await self.answers(chat, answer)
        return said

    async def offered(self, chat: ChatId, action: str, choice: str | None = None) -> Button:
        """The button as the card of the case shows it now."""
        found: list[Button] = []
        for way in ("open", "more"):
            shown = await self.office.press(chat, Button(says("nothing"), way, self.ref))
            there = [button for message in shown for row in message.buttons for button in row]
            found = [one for one in there if one.action == action and choice in (None, one.choice)]
            if found:
                break
        assert found, f"{action} is not offered to {self.names[chat]}"
        return found[0]

    async def is_offered(self, chat: ChatId, action: str) -> bool:
        try:
            await self.offered(chat, action)
        except AssertionError:
            return False
        return True

    async def presses(self, chat: ChatId, button: Button) -> list[Message]:
        before = self._counts()
        said = await self.office.press(chat, button)
        self._listens(before, but=chat)
        return said

    async def answers(self, chat: ChatId, answer: str | Answer) -> list[Message]:
        """One answer to the question that is open."""
        before = self._counts()
        if isinstance(answer, Answer):
            said = await self.office.does(chat, Doing.SAID, answer=answer)
        elif ":" in answer:
            shown = (m for m in reversed(self.office.sent[chat]) if any(b.action == "a" for r in m.buttons for b in r))
            offered = {b.choice for m in itertools.islice(shown, 1) for r in m.buttons for b in r}
            assert answer in offered, (answer, offered)
            said = await self.office.answers(chat, answer)
        else:
            said = await self.office.says(chat, answer)
        self._listens(before, but=chat)
        return said

    async def leaves(self, chat: ChatId) -> None:
        """Somebody leaves the unit, as `staff leave` does it."""
        before, person = self._counts(), await self.office.member(chat)
        async with self.office.storage.work() as work:
            await work.set_active(person.id, False)
            await work.record(await left(work, person), now=self.office.now)
        await self.office.deliver()
        self._listens(before, but=chat)

    def _counts(self) -> dict[ChatId, int]:
        return {chat: len(sent) for chat, sent in self.office.sent.items()}

    def _listens(self, before: dict[ChatId, int], *, but: ChatId) -> None:
        for chat, sent in self.office.sent.items():
            if chat != but:
                self.heard += [self._line(chat, message) for message in sent[before.get(chat, 0) :]]

    async def presses_last(self, chat: ChatId, action: str, *answers: str | Answer, choice: str | None = None) -> None:
        """The newest button of that kind that this person was ever shown."""
        await self.presses(chat, self.office.button(chat, action, choice))
        for answer in answers:
            await self.answers(chat, answer)

    async def is_assigned(self, manager: ChatId = EKA) -> None:
        """Taken, confirmed and spoken to by Ani, who is on duty; given by Citra."""
        await self.is_confirmed()
        await self.presses(CITRA, self.office.button(CITRA, "managers"))
        await self.presses(CITRA, self.office.button(CITRA, "assign", str((await self.office.member(manager)).id)))
        await self.stands_at(Status.ASSIGNED)

    async def is_confirmed(self) -> None:
        await self.presses(ANI, self.office.button(ANI, "take"))
        await self.does(ANI, "contact", choice="reached")
        await self.does(ANI, Action.CONFIRM)
        await self.stands_at(Status.CONFIRMED)

    async def entries(self) -> tuple[Entry, ...]:
        async with self.office.storage.look() as look:
            return await look.entries(self.ref)

    async def events(self) -> list[EventKind]:
        async with self.office.storage.look() as look:
            return [event.kind for event in await look.history(self.ref)]

    async def course(self, chat: ChatId) -> list[str]:
        """What `/langkah` says of the case: the keys of its lines."""
        (page,) = await self.office.command(chat, "langkah", (await self.case()).number)
        return [*keys_in(page.phrase)]

    def leaks(self, *secrets: str) -> list[str]:
        """Notices in which something stands that was told: whatever may be passed on says nothing. Questions show who
        answers them what they have said themselves."""
        open_to_all = [
            m
            for sent in self.office.sent.values()
            for m in sent
            if not m.protect and m.paper is None and not m.phrase.key.startswith(("ask-", "question-"))
        ]
        return [m.phrase.key for m in open_to_all if any(secret in repr(m.phrase) for secret in secrets)]


def table(said: str) -> str:
    """A table as it stands in a story, without its margins."""
    return "\n".join(line.strip() for line in said.strip().splitlines())


def keys(messages: list[Message]) -> list[str]:
    return [message.phrase.key for message in messages]
