"""What people do in a tale, by buttons that stand before them, and what the others hear of it meanwhile."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from cases.case import Case, CaseRef
from cases.entry import Entry
from cases.messages import Button, ChatId, Message
from cases.outcome import Event
from cases.party import Party
from cases.phrases import Phrase, says
from cases.referral import Referral
from handlers.conversation.engine import Answer, Kind
from handlers.heard import Doing
from tests.casework.way import Way
from tests.office import world

PHOTO = Answer(Kind.PHOTO, file_id="foto-formulir")


@dataclass
class Hands(Way):
    """A tale in which whatever reaches somebody who did nothing is written down, also while others act.

    A line that begins with "~" only put a message right that stood there before; the other ones made a sound.
    """

    secrets: tuple[str, ...] = ()
    #: Whether lines name the case: only where there are several.
    numbered: bool = False
    #: How people of other houses are called.
    others: dict[ChatId, str] = field(default_factory=dict)

    def _line(self, chat: ChatId, message: Message) -> str:
        hour = f"{world().profile.local(self.office.now):%d-%m %H.%M}"
        name = self.names.get(chat) or self.others.get(chat, str(chat))
        key = message.phrase.key
        return f"{hour} {name} {' '.join((key, *said_of(message.phrase, numbered=self.numbered)))}"

    async def knows(self) -> None:
        """Everybody of the unit by name, also who came later."""
        async with self.office.storage.look() as look:
            self.names = {person.chat: person.name for person in (await look.roster()).people}

    # What people do ---------------------------------------------------------------------------------------------

    async def by(self, chat: ChatId, doing: Callable[[], Awaitable[list[Message]]]) -> list[Message]:
        """Somebody does something; what everybody else hears of it comes unasked."""
        before = {one: len(sent) for one, sent in self.office.sent.items()}
        said = await doing()
        for one, sent in self.office.sent.items():
            if one != chat:
                start = before.get(one, 0)
                self._heard(one, start, sent[start:])
        return said

    async def presses(self, chat: ChatId, action: str, choice: str | None = None) -> list[Message]:
        """The newest button of that kind on this phone."""
        return await self.by(chat, lambda: self.office.presses(chat, action, choice))

    async def card(self, chat: ChatId, ref: CaseRef | None = None) -> list[Message]:
        """The card of the case, as /kasus opens it."""
        button = Button(says("button-open"), "open", ref=ref or self.ref)
        return await self.by(chat, lambda: self.office.press(chat, button))

    async def acts(
        self, chat: ChatId, action: str, *told: str | Answer, choice: str | None = None, ref: CaseRef | None = None
    ) -> list[Message]:
        """A button of the case's card, or of what stands behind its last one; then the answers to its form."""
        shown = await self.card(chat, ref)
        if not offered(shown, action, choice):
            shown = await self.presses(chat, "more")
        assert offered(shown, action, choice), (action, sorted(actions(shown)))
        return await self.fills(chat, action, *told, choice=choice)

    async def does(self, chat: ChatId, action: str, *answers: str | Answer, choice: str | None = None) -> list[Message]:
        return await self.acts(chat, action, *answers, choice=choice)

    async def presses_last(self, chat: ChatId, action: str, *answers: str | Answer, choice: str | None = None) -> None:
        await self.fills(chat, action, *answers, choice=choice)

    async def fills_to_the_last(self, chat: ChatId, ref: CaseRef, action: str, *told: str | Answer) -> None:
        """As `acts`, but the last answer is still to be given."""
        await self.acts(chat, action, *told[:-1], ref=ref)

    async def fills(self, chat: ChatId, action: str, *told: str | Answer, choice: str | None = None) -> list[Message]:
        """The newest button of that kind, and the answers: "step:value" is pressed, other words are typed."""
        said = await self.presses(chat, action, choice)
        return await self.answers(chat, *told) if told else said

    async def answers(self, chat: ChatId, *told: str | Answer) -> list[Message]:
        async def answer() -> list[Message]:
            await self.answers_at_once(chat, told[:-1])
            return await self._answer(chat, told[-1])

        return await self.by(chat, answer)

    async def _answer(self, chat: ChatId, told: str | Answer) -> list[Message]:
        if isinstance(told, Answer):
            return await self.office.does(chat, Doing.SAID, answer=told)
        step, colon, _ = told.partition(":")
        if colon and " " not in step:
            return await self.office.answers(chat, told)
        return await self.office.says(chat, told)

    # What stands -----------------------------------------------------------------------------------------------

    async def stored(self, what: str, ref: CaseRef | None = None) -> Any:
        async with self.office.storage.look() as look:
            return await getattr(look, what)(ref or self.ref)

    async def case(self, ref: CaseRef | None = None) -> Case:
        found = await self.stored("case", ref)
        assert found is not None
        return found

    async def parties(self, ref: CaseRef | None = None) -> tuple[Party, ...]:
        return tuple(await self.stored("parties", ref))

    async def referrals(self, ref: CaseRef | None = None) -> tuple[Referral, ...]:
        return tuple(await self.stored("referrals", ref))

    async def entries(self, ref: CaseRef | None = None) -> tuple[Entry, ...]:
        return tuple(await self.stored("entries", ref))

    async def events(self, ref: CaseRef | None = None) -> list[str]:
        history: tuple[Event, ...] = await self.stored("history", ref)
        return [str(event.kind) for event in history]

    async def status(self, ref: CaseRef | None = None) -> str:
        return str((await self.case(ref)).status)

    async def course(self, chat: ChatId, ref: CaseRef | None = None) -> str:
        """What /langkah says of the case, as keys."""
        case = await self.case(ref)
        said = await self.office.command(chat, "langkah", case.number)
        return " ".join(keys_of(said[-1].phrase))

    def nothing_was_told(self, *chats: ChatId) -> None:
        """No notice carried what is nobody's business: only what is protected may, and what one typed oneself."""
        for chat, sent in self.office.sent.items():
            for message in sent:
                if not message.protect and (not chats or chat in chats):
                    told = repr(message.phrase)
                    assert not any(secret in told for secret in self.secrets), message.phrase.key


def said_of(phrase: Phrase, *, numbered: bool) -> Iterator[str]:
    """What a line of the table names of its message beside the key: case, agency, step, and what a morning holds."""
    for name in ("number", "agency", "step"):
        arg = phrase.args.get(name)
        if isinstance(arg, str) and (name != "number" or numbered):
            yield arg.rpartition("-")[2].lstrip("0") if name == "number" else arg.partition(" (")[0]
    if phrase.key == "digest":
        lines = phrase.args["lines"]
        assert isinstance(lines, tuple)
        yield "; ".join(" ".join(_morning(line, numbered=numbered)) for line in lines if isinstance(line, Phrase))


def _morning(line: Phrase, *, numbered: bool) -> Iterator[str]:
    yield from said_of(line, numbered=numbered)
    shown = (key for key in keys_of(line) if key not in UNSAID and not key.startswith("mark-"))
    yield from (key.removeprefix("digest-").removeprefix("step-") for key in shown)


UNSAID = frozenset({"digest-line", "digest-unit-line", "step-until", "step-no-time", "nothing"})


def keys_of(phrase: Phrase) -> Iterator[str]:
    yield phrase.key
    for arg in phrase.args.values():
        for part in arg if isinstance(arg, tuple) else (arg,):
            if isinstance(part, Phrase):
                yield from keys_of(part)


def actions(shown: list[Message]) -> set[str]:
    return {button.action for message in shown for row in message.buttons for button in row}


def offered(shown: list[Message], action: str, choice: str | None = None) -> bool:
    return any(
        button.action == action and choice in (None, button.choice)
        for message in shown
        for row in message.buttons
        for button in row
    )


def keys(messages: list[Message]) -> list[str]:
    return [message.phrase.key for message in messages]
