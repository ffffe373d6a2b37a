"""The road of the book, walked by the buttons of the card alone: what is not offered there nobody can press.

Answers are told as in the forms: "step:value" is a press of that button, PHOTO is sent, all else is typed.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import datetime

from cases.alert import Cause
from cases.case import Case, Status
from cases.entry import Entry
from cases.messages import Button, ChatId, Message
from cases.moves import Action
from cases.outcome import EventKind
from cases.phrases import Phrase, says
from handlers.conversation.engine import Answer, Kind
from handlers.desk import hear
from handlers.handing_over import left
from handlers.heard import Doing, Heard
from scheduler.digests import ensure
from tests.casework.tale import Tale
from tests.office import ANI, CITRA, EKA, REPORTER, world
from triage.facts import Facts

PHOTO = Answer(Kind.PHOTO, file_id="signed-form")
#: What each form asks, where nothing out of the common is said.
MEETING = ("mtway:rumah", "mtwhen:60", "mtwhere:rumah", "mtwith:korban", "mtwith:_done", "mtsafe:ya", "mtrisk:tetap",
           "mtnote:_skip")  # fmt: skip
EXPLAINING = ("exwhen:0", "extrust:ya", "exform:dibaca", "exnote:_skip")
RIGHTS = ("rtwhat:semua", "rtwho:korban")
SIGNING = ("cssign:korban", "cswhen:0", "csscope:kesehatan", "csscope:hukum", "csscope:_done", PHOTO, "cshope:_skip")
ASSESSING = ("aswhen:0", "asbio:sehat", "asbio:_done", "aspsi:takut", "aspsi:_done", "assos:_skip", "asspi:_skip",
             "asneed:pulih", "asneed:_done", "asrisk:tetap")  # fmt: skip
CONCLUDING = ("perlu konseling dan rasa aman di rumah", "clneed:pulih", "clneed:_done")
NEEDS = ("nneeds:psiko", "nneeds:_done", "nwords:_skip")
PLANNING = ("konseling; psikolog; 3 bulan", "pluntil:90", "plconf:tidak")
AGREEING = ("agwho:korban", "agwho:_done", "agok:setuju", "agw:0")
SERVING = ("svkind:konseling", "svby:psiko", "mulai tenang", "svw:0")
WATCHING = ("mpwhat:aman", "mpwhat:_done", "mphow:datang", "mpnote:_skip")
FEEDBACK = ("sgwho:korban", "fbsafe:ya", "didengar", "lebih cepat", "fbmore:_skip", "sgw:0")
VISITING = ("vresult:baik", "vrisk:tetap", "ia tertawa lagi", "vneeds:cukup", "vnext:_skip")


@dataclass
class Road(Tale):
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
        await self._answers_at_once(chat, answers[:-1])
        for answer in answers[-1:]:
            said = await self.answers(chat, answer)
        return said

    async def _answers_at_once(self, chat: ChatId, answers: tuple[str | Answer, ...]) -> None:
        """As from a phone that was without a signal: in one batch. The last answer finds its button only if each of
        these was one to the question that was open."""
        if not answers:
            return
        form = self.office.button(chat, "a").ref
        async with self.office.storage.work() as work:
            for told in answers:
                await hear(work, _heard(chat, told, form, self.office.now), world(), now=self.office.now)
        await self.office.deliver()

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
        await self.stands(Status.ASSIGNED)

    async def is_confirmed(self) -> None:
        await self.presses(ANI, self.office.button(ANI, "take"))
        await self.does(ANI, "contact", choice="reached")
        await self.does(ANI, Action.CONFIRM)
        await self.stands(Status.CONFIRMED)

    async def is_signed(self, chat: ChatId = EKA) -> None:
        """Met, explained, told of the eight rights, and signed."""
        await self.does(chat, Action.MEET, *MEETING)
        await self.does(chat, Action.EXPLAIN, *EXPLAINING)
        await self.does(chat, Action.TELL_RIGHTS, *RIGHTS)
        await self.does(chat, Action.CONSENT, *SIGNING)
        await self.stands(Status.CONSENTED)

    async def is_planned(self, chat: ChatId = EKA) -> None:
        """From the assessment to the plan that the victim agrees to."""
        await self.does(chat, Action.ASSESS, *ASSESSING)
        await self.does(chat, Action.CONCLUDE, *CONCLUDING)
        await self.stands(Status.ASSESSED)
        await self.does(chat, Action.GOAL, "hidup tenang di rumah sendiri")
        await self.does(chat, Action.NEEDS, *NEEDS)
        await self.does(chat, Action.PLAN, *PLANNING)
        await self.does(chat, Action.AGREE_PLAN, *AGREEING)
        await self.stands(Status.PLANNED)

    async def is_served(self, chat: ChatId = EKA) -> None:
        """Counselling, which the victim wants to be over soon, and its report."""
        await self.does(chat, Action.SERVE, *SERVING)
        await self.does(chat, Action.DOCUMENT, PHOTO, "dcwhat:_skip")
        await self.does(chat, Action.ACCOMPANY, "berjalan baik", "acgo:akhiri", "acw:0")
        await self.does(chat, Action.REPORT, "atas permintaan korban", "mulai tenang", "rpneed:_skip")
        await self.does(chat, Action.MONITOR_PLAN, *WATCHING)
        await self.stands(Status.SERVED)

    async def is_visited(self, chat: ChatId = EKA) -> None:
        """The clock goes on to noon of the day of the planned visit, and it is made."""
        async with self.office.storage.look() as look:
            visit = await look.planned_visit(self.ref)
        assert visit is not None
        today = world().profile.local(self.office.now).date()
        await self.passes(days=(visit.due_on - today).days)
        await self.does(chat, Action.VISIT_DONE, *VISITING)

    async def is_ended(self, chat: ChatId = EKA) -> None:
        """From "recovered" to the signed form and the report of termination; the letters lie in the file."""
        await self.does(chat, Action.ENOUGH, "enplan:ya", "enwell:ya", "tidur nyenyak, bekerja lagi")
        await self.does(chat, Action.TERM_PLAN, "bertemu bersama ibunya", "tpafter:_skip")
        await self.does(chat, Action.CHECK)
        await self.presses_last(chat, Action.CHECK, choice="do")
        await self.does(chat, Action.PRESENT, "prwho:korban", "prwho:_done", "prsay:_skip", "prw:0")
        await self.does(chat, Action.SIGN_END, PHOTO, *FEEDBACK)
        await self.does(chat, Action.CLOSE, "tujuan tercapai", "clafter:_skip")
        await self.stands(Status.CLOSED)

    async def stands(self, status: Status) -> None:
        case = await self.case()
        assert case.status is status, case.status

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


def _heard(chat: ChatId, told: str | Answer, form: str, now: datetime) -> Heard:
    if isinstance(told, Answer):
        return Heard(chat, Doing.SAID, now, answer=told)
    step, colon, choice = told.partition(":")
    if not colon:
        return Heard(chat, Doing.SAID, now, answer=Answer(Kind.TEXT, text=told))
    pressed = Answer(Kind.PRESS, step=step, choice=choice)
    return Heard(chat, Doing.PRESSED, now, answer=pressed, action="a", ref=form, choice=told)


def keys_in(phrase: Phrase) -> list[str]:
    """The keys of a phrase and of all in it, in their order."""
    found = [phrase.key]
    for arg in phrase.args.values():
        for part in arg if isinstance(arg, tuple) else (arg,):
            found += keys_in(part) if isinstance(part, Phrase) else []
    return found


def table(said: str) -> str:
    """A table as it stands in a story, without its margins."""
    return "\n".join(line.strip() for line in said.strip().splitlines())


def keys(messages: list[Message]) -> list[str]:
    return [message.phrase.key for message in messages]
