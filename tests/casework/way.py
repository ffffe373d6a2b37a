"""The way of the book from the first meeting to the signed end, filled in form by form, whoever's hands do it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cases.case import Status
from cases.completeness import AS_LETTERS
from cases.messages import ChatId, Message
from cases.moves import Action
from cases.phrases import Phrase
from handlers.conversation.engine import Answer, Kind
from handlers.desk import hear
from handlers.heard import Doing, Heard
from tests.casework.tale import Tale
from tests.office import CITRA, EKA, world

PHOTO = Answer(Kind.PHOTO, file_id="signed-form")
#: What each form asks, where nothing out of the common is said.
MEETING = ("mtway:rumah", "mtwhen:60", "mtwhere:rumah", "mtwith:korban", "mtwith:_done", "mtsafe:ya", "mtrisk:tetap",
           "mtnote:_skip")  # fmt: skip
EXPLAINING = ("exwhen:0", "extrust:ya", "exform:dibaca", "exnote:_skip")
RIGHTS = ("rtwhat:semua", "rtwho:korban")
SIGNING = ("cssign:korban", "cswhen:0", "csscope:kesehatan", "csscope:hukum", "csscope:_done", PHOTO, "cshope:_skip")
ASSESSING = ("aswhen:0", "asbio:sehat", "asbio:_done", "aspsi:takut", "aspsi:_done", "assos:_skip", "asspi:_skip",
             "asneed:pulih", "asneed:_done", "asrisk:tetap")  # fmt: skip
PARTY = ("ykind:victim", "Melati", "ysex:P", "28", "yphone:_skip", "ymore:cukup")
CONCLUDING = ("perlu konseling dan rasa aman di rumah", "clneed:pulih", "clneed:_done")
NEEDS = ("nneeds:psiko", "nneeds:_done", "nwords:_skip")
PLANNING = ("konseling; psikolog; 3 bulan", "pluntil:90", "plconf:tidak")
AGREEING = ("agwho:korban", "agwho:_done", "agok:setuju", "agw:0")
SERVING = ("svkind:konseling", "svby:psiko", "mulai tenang", "svw:0")
WATCHING = ("mpwhat:aman", "mpwhat:_done", "mphow:datang", "mpnote:_skip")
FEEDBACK = ("sgwho:korban", "fbsafe:ya", "didengar", "lebih cepat", "fbmore:_skip", "sgw:0")
VISITING = ("vresult:baik", "vrisk:tetap", "ia tertawa lagi", "vneeds:cukup", "vnext:_skip")


@dataclass
class Way(Tale):
    """`signer`: who answers and signs for whom it is about: "wali" of a child."""

    signer: str = "korban"

    async def does(self, chat: ChatId, action: str, *answers: str | Answer, choice: str | None = None) -> list[Message]:
        """A button of the card, or of what stands behind its last one, and the answers to its form."""
        raise NotImplementedError

    async def presses_last(self, chat: ChatId, action: str, *answers: str | Answer, choice: str | None = None) -> None:
        """The newest button of that kind that this person was ever shown."""
        raise NotImplementedError

    async def is_signed(self, chat: ChatId = EKA) -> None:
        """Met, explained, told of the eight rights, and signed."""
        if (await self.case()).status is Status.ASSIGNED:
            await self.does(chat, Action.MEET, *MEETING)
        await self.does(chat, Action.EXPLAIN, *EXPLAINING)
        await self.does(chat, Action.TELL_RIGHTS, *self._signed(RIGHTS))
        await self.does(chat, Action.CONSENT, *self._signed(SIGNING))
        await self.stands_at(Status.CONSENTED)

    async def is_planned(self, chat: ChatId = EKA) -> None:
        """From the assessment to the plan that the victim agrees to."""
        await self.does(chat, Action.ASSESS, *ASSESSING)
        await self.does(chat, Action.CONCLUDE, *CONCLUDING)
        await self.stands_at(Status.ASSESSED)
        await self.does(chat, Action.GOAL, "hidup tenang di rumah sendiri")
        await self.does(chat, Action.NEEDS, *NEEDS)
        await self.does(chat, Action.PLAN, *PLANNING)
        await self.does(chat, Action.AGREE_PLAN, *self._signed(AGREEING))
        await self.stands_at(Status.PLANNED)

    async def is_served(self, chat: ChatId = EKA) -> None:
        """Counselling, which the victim wants to be over soon, and its report."""
        await self.is_helped(chat)
        await self.is_reported(chat)

    async def is_helped(self, chat: ChatId = EKA) -> None:
        """Counselling begins, and what shows it lies in the file."""
        await self.does(chat, Action.SERVE, *SERVING)
        await self.does(chat, Action.DOCUMENT, PHOTO, "dcwhat:_skip")

    async def is_reported(self, chat: ChatId = EKA) -> None:
        """The services are over, and how it will be watched is planned."""
        await self.does(chat, Action.ACCOMPANY, "berjalan baik", "acgo:akhiri", "acw:0")
        await self.does(chat, Action.REPORT, "atas permintaan korban", "mulai tenang", "rpneed:_skip")
        await self.does(chat, Action.MONITOR_PLAN, *WATCHING)
        await self.stands_at(Status.SERVED)

    async def is_visited(self, chat: ChatId = EKA) -> None:
        """The clock goes on to noon of the day of the planned visit, and it is made."""
        async with self.office.storage.look() as look:
            visit = await look.planned_visit(self.ref)
        assert visit is not None
        today = world().profile.local(self.office.now).date()
        await self.passes(days=(visit.due_on - today).days)
        await self.does(chat, Action.VISIT_DONE, *VISITING)

    async def is_ended(self, chat: ChatId = EKA) -> None:
        """From "recovered" to the signed form and the report of termination."""
        await self.does(chat, Action.ENOUGH, "enplan:ya", "enwell:ya", "tidur nyenyak, bekerja lagi")
        await self.does(chat, Action.TERM_PLAN, "bertemu bersama keluarganya", "tpafter:_skip")
        await self.is_closed(chat)

    async def is_closed(self, chat: ChatId = EKA) -> None:
        """From complete papers on."""
        await self.is_filed(chat)
        await self.presses_last(chat, Action.CHECK, choice="do")
        await self.does(chat, Action.PRESENT, f"prwho:{self.signer}", "prwho:_done", "prsay:_skip", "prw:0")
        await self.does(chat, Action.SIGN_END, PHOTO, *self._signed(FEEDBACK))
        await self.does(chat, Action.CLOSE, "tujuan tercapai", "clafter:_skip")
        await self.stands_at(Status.CLOSED)

    async def is_filed(self, chat: ChatId = EKA, *, checked_by: ChatId = CITRA) -> None:
        """What the list of 5.8 lacks is written, and looked through by another, until it lacks nothing."""
        for name in lacking(await self.does(chat, Action.CHECK)):
            if name == "identitas":
                await self.does(chat, "parties")
                await self.presses_last(chat, Action.PARTY, *PARTY, choice="new")
            else:
                await self.is_written(AS_LETTERS[name], by=chat, checked_by=checked_by)
        assert not lacking(await self.does(chat, Action.CHECK))

    async def is_written(self, kind: str, *, by: ChatId = EKA, checked_by: ChatId = CITRA) -> None:
        """A letter is drafted, and looked through by another."""
        await self.does(by, Action.DRAFT)
        await self.presses_last(by, Action.DRAFT, choice=kind)
        await self.presses_last(checked_by, "letter")
        await self.presses_last(checked_by, Action.CHECK_LETTER)

    async def answers_at_once(self, chat: ChatId, answers: tuple[str | Answer, ...]) -> None:
        """As from a phone that was without a signal: in one batch. The last answer finds its button only if each of
        these was one to the question that was open."""
        if not answers:
            return
        form = self.office.button(chat, "a").ref
        async with self.office.storage.work() as work:
            for told in answers:
                await hear(work, _heard(chat, told, form, self.office.now), world(), now=self.office.now)
        await self.office.deliver()

    def _signed(self, answers: tuple[str | Answer, ...]) -> tuple[str | Answer, ...]:
        return tuple(
            one.replace("korban", self.signer) if isinstance(one, str) and one.endswith(":korban") else one
            for one in answers
        )

    async def stands_at(self, status: Status) -> None:
        case = await self.case()
        assert case.status is status, case.status


def lacking(said: list[Message]) -> list[str]:
    """The documents that the list of 5.8 says are not there, by their names."""
    lines = said[-1].phrase.args["lines"]
    assert isinstance(lines, tuple)
    lacks = [line for line in lines if isinstance(line, Phrase) and line.key == "paper-missing"]
    return [line.args["paper"].key.removeprefix("paper-") for line in lacks if isinstance(line.args["paper"], Phrase)]


def _heard(chat: ChatId, told: str | Answer, form: str, now: datetime) -> Heard:
    if isinstance(told, Answer):
        return Heard(chat, Doing.SAID, now, answer=told)
    step, colon, choice = told.partition(":")
    if not colon:
        return Heard(chat, Doing.SAID, now, answer=Answer(Kind.TEXT, text=told))
    pressed = Answer(Kind.PRESS, step=step, choice=choice)
    return Heard(chat, Doing.PRESSED, now, answer=pressed, action="a", ref=form, choice=told)
