"""A case as the people of the unit live it: by their commands, the buttons they are shown, and what they fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from cases.case import Case
from cases.entry import Entry
from cases.letter import Letter, LetterState
from cases.messages import Button, ChatId, Message
from cases.moves import Action
from cases.outcome import EventKind
from cases.phrases import Phrase, says
from handlers.conversation.engine import Answer, Kind
from handlers.desk import hear
from handlers.heard import Doing, Heard
from scheduler.digests import ensure
from tests.casework.tale import Tale, keys_in
from tests.office import REPORTER, Office, world

PHOTO, VOICE = Kind.PHOTO, Kind.VOICE
#: Of a page of /langkah what says where the case stands.
STAGE = re.compile(r"status-|book-(case-next|\d)")


@dataclass
class Desk(Tale):
    """A tale in which also what others are told because of somebody's doing is written down: it came unasked, too.

    A line that begins with "=" puts an older message right, and rings nowhere.
    """

    secrets: tuple[str, ...] = ()
    number: str = ""
    counted: dict[ChatId, int] = field(default_factory=dict)

    @classmethod
    async def opens(cls, office: Office, *secrets: str) -> Desk:
        """The unit on an ordinary day, with its morning set."""
        desk = cls(office, secrets=secrets)
        async with office.storage.work() as work:
            desk.names = {person.chat: person.name for person in (await work.roster()).people} | {REPORTER: "pelapor"}
            await ensure(work, world().profile, office.now)
        return desk

    async def reports(self, answers: Mapping[str, str | list[str]], *, begin: str = "lapor") -> Case:
        """The reporter is asked, and answers what stands in `answers`; the rest is skipped, then it is sent."""
        office = self.office
        await office.command(REPORTER, begin)
        left = dict(answers)
        while (step := self._asked(REPORTER)) != "send":
            # What the bot has read out of the words is confirmed with one tap.
            await self._answer(step, left.pop(step, "ya" if step == "caught" else "_skip"))
        await office.answers(REPORTER, "send:kirim")
        assert not left, left
        return await self.known()

    async def known(self) -> Case:
        """The case that has come of it, from now on the one of this tale."""
        case = (await self.office.cases())[-1]
        self.ref, self.number = case.ref, case.number
        self._hear(REPORTER)
        return case

    async def _answer(self, step: str, said: str | list[str]) -> None:
        if isinstance(said, list):
            await self.office.answers(REPORTER, *(f"{step}:{one}" for one in said))
            if self._asked(REPORTER) == step:
                await self.office.answers(REPORTER, f"{step}:_done")
        elif self._offers(REPORTER, f"{step}:{said}"):
            await self.office.answers(REPORTER, f"{step}:{said}")
        else:
            assert said != "_skip", step
            await self.office.says(REPORTER, said)

    def _asked(self, chat: ChatId) -> str:
        shown = (b for m in reversed(self.office.sent[chat]) for row in m.buttons for b in row if ":" in b.choice)
        return next(shown).choice.partition(":")[0]

    def _offers(self, chat: ChatId, choice: str) -> bool:
        last = next(m for m in reversed(self.office.sent[chat]) if m.buttons)
        return any(button.choice == choice for row in last.buttons for button in row)

    async def does(self, chat: ChatId, action: str, *answers: str | Kind, choice: str | None = None) -> list[Message]:
        """Somebody opens the case, presses what stands on its card, or behind "Lainnya", and fills in the form."""
        said = await self.office.press(chat, Button(says("x"), "open", ref=self.ref))
        found = self._on(said, action, choice)
        if found is None and self._on(said, "more", None) is not None:
            said += await self.office.presses(chat, "more")
            found = self._on(said, action, choice)
        assert found is not None, f"{self.names[chat]} sees no {action}: {sorted({b.action for b in buttons(said)})}"
        return await self._press(chat, found, *answers)

    def _on(self, said: list[Message], action: str, choice: str | None) -> Button | None:
        fit = (b for b in buttons(said) if b.action == action and choice in (None, b.choice))
        return next(fit, None)

    async def presses(
        self, chat: ChatId, action: str, *answers: str | Kind, choice: str | None = None
    ) -> list[Message]:
        """Somebody presses the newest button of that kind that they were sent, and fills in the form behind it."""
        return await self._press(chat, self.office.button(chat, action, choice), *answers)

    async def _press(self, chat: ChatId, button: Button, *answers: str | Kind) -> list[Message]:
        said = await self.office.press(chat, button)
        return await self.fills(chat, *answers) if answers else self._after(chat, said)

    async def fills(self, chat: ChatId, *told: str | Kind) -> list[Message]:
        """What somebody answers, in one batch as from a phone that was without a signal: "step:value" is pressed,
        other words are said, a photo or a voice note is sent. The form must be over then, but for "..." at its end."""
        office, before = self.office, len(self.office.sent.get(chat, ()))
        *answers, last = told if told[-1] == "..." else (*told, "")
        about = next((b.ref for b in reversed(buttons(office.sent[chat])) if b.action == "a"), "")
        async with office.storage.work() as work:
            for nth, answer in enumerate(answers):
                heard = replace(_heard(chat, answer, nth, office.now), ref=about)
                await hear(work, heard, world(), now=office.now)
            asked = [form.step for form in await work.dialogues(chat) if not form.ended]
        await office.deliver()
        said = office.sent[chat][before:]
        assert bool(asked) is (last == "..."), f"still asked: {asked}"
        return self._after(chat, said)

    async def commands(self, chat: ChatId, command: str, text: str = "") -> list[Message]:
        return self._after(chat, await self.office.command(chat, command, text))

    async def passes(self, **time: float) -> None:
        """As for every tale; that the audit finds nothing is asked once, at the end of the time."""
        self.office.watched = False
        await super().passes(**time)
        self.office.watched = True
        await self.office.passes()
        self._count()

    async def to(self, when: str) -> None:
        """Time passes to that moment of the year, such as "23-03 10.00", on the unit's own clock."""
        local = world().profile.local(self.office.now)
        then = datetime.strptime(f"{when} {local.year}", "%d-%m %H.%M %Y").replace(tzinfo=local.tzinfo)
        await self.passes(seconds=(then - local).total_seconds())

    async def letter(self, kind: str, *, by: ChatId, checked_by: ChatId | None = None, signed: bool = False) -> None:
        """A letter is drafted, looked through by another, and the photo of the signed page is put to it."""
        await self.does(by, "letters")
        await self.presses(by, Action.DRAFT)
        await self.presses(by, Action.DRAFT, choice=kind)
        (letter,) = [one for one in await self.letters() if one.kind == kind and one.state is LetterState.DRAFT]
        if checked_by is not None:
            await self.office.presses_of(checked_by, "letter", letter.ref)
            await self.presses(checked_by, Action.CHECK_LETTER)
        if signed:
            await self.does(by, "letters")
            self._after(by, await self.office.presses_of(by, "letter", letter.ref))
            await self.presses(by, Action.SIGN_LETTER, PHOTO)

    def _after(self, chat: ChatId, said: list[Message]) -> list[Message]:
        self._hear(chat)
        return said

    def _hear(self, actor: ChatId) -> None:
        """What others were told meanwhile."""
        for chat, sent in self.office.sent.items():
            if chat != actor:
                lines = [self._line(chat, message) for message in sent[self.counted.get(chat, 0) :]]
                # All older messages of a place are put right: that is one line.
                self.heard += [line for nth, line in enumerate(lines) if " = " not in line or line not in lines[:nth]]
        self._count()

    def _count(self) -> None:
        self.counted = {chat: len(sent) for chat, sent in self.office.sent.items()}

    def _line(self, chat: ChatId, message: Message) -> str:
        told = " ".join(_steps(message.phrase))
        line = f"{super()._line(chat, message)} {told}".strip()
        day, rest = line.split(" ", 1)
        hour, who, key = rest.split(" ", 2)
        return f"{day} {hour} {who} {'= ' if message.replaces else ''}{key}"

    async def course(self, chat: ChatId) -> str:
        """What /langkah says of the case: its status, the steps that are done, and after "|" those that come next."""
        (page,) = await self.commands(chat, "langkah", self.number)
        told = {key.removeprefix("book-"): None for key in keys_in(page.phrase)[1:] if STAGE.match(key)}
        return " ".join("|" if key == "case-next" else key.replace("-", ".") for key in told if key != "case.done")

    # What is kept

    async def events(self) -> list[EventKind]:
        async with self.office.storage.look() as look:
            return [event.kind for event in await look.history(self.ref)]

    async def entries(self) -> tuple[Entry, ...]:
        async with self.office.storage.look() as look:
            return await look.entries(self.ref)

    async def letters(self) -> tuple[Letter, ...]:
        async with self.office.storage.look() as look:
            return await look.letters(self.ref)

    def discreet(self) -> None:
        """No notice to anybody of the unit has carried what was told of somebody: only what is protected does."""
        for chat, message in ((chat, m) for chat, sent in self.office.sent.items() for m in sent):
            if chat != REPORTER and not message.protect and message.paper is None:
                found = [secret for secret in self.secrets if secret.lower() in repr(message.phrase).lower()]
                assert not found, (self.names[chat], message.phrase.key, found)


def _heard(chat: ChatId, told: str | Kind, nth: int, now: datetime) -> Heard:
    if isinstance(told, Kind):
        return Heard(chat, Doing.SAID, now, answer=Answer(told, file_id=f"{told}-{now:%d%m%H%M}-{nth}"))
    step, colon, choice = told.partition(":")
    if not colon:
        return Heard(chat, Doing.SAID, now, answer=Answer(Kind.TEXT, text=told))
    answer = Answer(Kind.PRESS, step=step, choice=choice)
    return Heard(chat, Doing.PRESSED, now, answer=answer, action="a", choice=told)


def buttons(messages: list[Message]) -> list[Button]:
    return [button for message in messages for row in message.buttons for button in row]


def keys(messages: list[Message]) -> list[str]:
    return [message.phrase.key for message in messages]


def _steps(phrase: Phrase) -> Iterator[str]:
    """The steps and parts that a message tells of, such as "late 1.8"."""
    if phrase.key in ("step-due", "step-late", "step-over"):
        yield str(phrase.args["step"])
        return
    for arg in phrase.args.values():
        for part in arg if isinstance(arg, tuple) else (arg,):
            if isinstance(part, Phrase):
                if part.key.startswith("digest-") and part.key not in ("digest-line", "digest-unit-line"):
                    yield f"{part.key.removeprefix('digest-')}:"
                if part.key.startswith("step-") and part.key[5:6].isdigit():
                    yield part.key.removeprefix("step-").replace("-", ".")
                else:
                    yield from _steps(part)
