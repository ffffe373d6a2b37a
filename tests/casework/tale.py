"""A case told from report to closure: what people do, and all that the clock says to them meanwhile, to the minute."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from cases.alert import AlertRef, Cause
from cases.case import Case, CaseRef
from cases.messages import Button, ChatId, Message
from cases.phrases import Phrase
from cases.reports import Told, open_case
from scheduler.digests import ensure
from tests.office import REPORTER, Office, world
from triage.decision import decide
from triage.facts import Facts

FIRST = CaseRef("c")


@dataclass
class Tale:
    """One office and the case it is about. `heard`: what came unasked, as "02-03 07.30 Eka digest"."""

    office: Office
    ref: CaseRef = FIRST
    heard: list[str] = field(default_factory=list)
    names: dict[ChatId, str] = field(default_factory=dict)

    async def begins(self, facts: Facts, *, cause: Cause = Cause.REPORT) -> Case:
        """Somebody has told this, and the unit is called."""
        async with self.office.storage.work() as work:
            self.names = {person.chat: person.name for person in (await work.roster()).people}
            local = world().profile.local(self.office.now)
            case, outcome = open_case(
                Told(answers={"story": [{"text": "Rahasia Melati"}]}, facts=facts, decision=decide(facts)),
                ref=self.ref,
                alert_ref=AlertRef(f"alert-{self.ref}"),
                number=await work.next_number("LU", local.year),
                reporter=REPORTER,
                cause=cause,
                roster=await work.roster(),
                profile=world().profile,
                now=self.office.now,
            )
            await work.record(outcome, now=self.office.now)
            await ensure(work, world().profile, self.office.now)
        await self.office.deliver()
        return case

    async def case(self) -> Case:
        async with self.office.storage.look() as look:
            found = await look.case(self.ref)
        assert found is not None
        return found

    async def passes(self, **time: float) -> None:
        """Time passes from one thing that falls due to the next; what is said at each is written down."""
        end = self.office.now + timedelta(**time)
        while True:
            async with self.office.storage.look() as look:
                due = await look.next_due_at()
            if due is None or due > end:
                break
            self.office.now = max(self.office.now, due)
            before = {chat: len(sent) for chat, sent in self.office.sent.items()}
            await self.office.rings()
            for chat, sent in self.office.sent.items():
                self._heard(chat, before.get(chat, 0), sent[before.get(chat, 0) :])
        self.office.now = end
        await self.office.passes()

    def _heard(self, chat: ChatId, start: int, messages: list[Message]) -> None:
        for nth, message in enumerate(messages, start):
            line = self._line(chat, message)
            self.heard.append(f"~ {line}" if (chat, nth) in self.office.edits else line)

    def _line(self, chat: ChatId, message: Message) -> str:
        hour = f"{world().profile.local(self.office.now):%d-%m %H.%M}"
        return f"{hour} {self.names.get(chat, str(chat))} {message.phrase.key}"

    def reminded(self) -> str:
        """All of it since the last time that was asked, to be compared with a table; what was said several times in one
        minute is one line, and says so."""
        told = dict.fromkeys(self.heard, 0)
        for line in self.heard:
            told[line] += 1
        self.heard.clear()
        return "\n".join(line if times == 1 else f"{line} {times}x" for line, times in told.items())

    async def stays_silent(self, *, days: int = 120) -> None:
        """Nothing more is said of it to anybody: whatever still were to ring in that time would ring at its end."""
        before = {chat: len(sent) for chat, sent in self.office.sent.items()}
        for _ in range(4):
            await self.office.passes(days=days / 4)
        assert {chat: len(sent) for chat, sent in self.office.sent.items()} == before

    def button(self, chat: ChatId, action: str) -> Button:
        return self.office.button(chat, action)


def keys_in(phrase: Phrase) -> list[str]:
    """The keys of a phrase and of all in it, in their order."""
    found = [phrase.key]
    for arg in phrase.args.values():
        for part in arg if isinstance(arg, tuple) else (arg,):
            found += keys_in(part) if isinstance(part, Phrase) else []
    return found
