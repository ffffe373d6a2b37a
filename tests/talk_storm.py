"""Officers and reporters who all talk at once, in any order, with restarts: does every word reach its own phone alone?

Each word carries the mark of the reporter it is from or for. What reaches the phones is appended to a log, from which
they are put together again after a sudden end: a message may come twice then, but never to another phone.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from cases.alert import AlertRef, Cause
from cases.case import CaseNumber, CaseRef, Ruling, Status
from cases.messages import ChatId
from cases.outcome import Outcome
from cases.reports import Told, open_case
from cases.staff import Role, StaffId
from handlers.conversation.engine import Answer, Kind
from handlers.desk import hear
from handlers.heard import Doing, Heard
from handlers.undelivered import brought
from storage import Arrival, Outgoing, Storage, migrate
from tests.office import KEY, NOON, world
from triage.decision import decide
from triage.facts import Facts

OFFICER, REPORTER = 1000, 5000
MARK = re.compile(r"«(\d+)»")
WORD = re.compile(r"kata-(\w+)")


@dataclass(frozen=True)
class Came:
    """One message on one phone: its marks, its words, what it is bound to and its buttons."""

    chat: int
    number: int
    key: str
    marks: tuple[int, ...]
    words: tuple[str, ...]
    case: str
    buttons: tuple[tuple[str, str, str], ...]
    edit: bool


@dataclass
class Found:
    """What stands on all phones at the end."""

    messages: int = 0
    wrong: int = 0
    repeated: int = 0
    missing: int = 0
    words: int = 0


@dataclass
class Storm:
    """The house, its phones and what people do in it, by a seed."""

    folder: Path
    chance: random.Random
    officers: int = 5
    reporters: int = 40
    storage: Storage | None = None
    came: dict[int, list[Came]] = field(default_factory=dict)
    steps: int = 0
    run: str = "0"
    #: How often an end comes between a message and its row.
    sudden: float = 0.02

    @property
    def url(self) -> str:
        return f"sqlite:///{self.folder / 'storm.sqlite'}"

    @property
    def log(self) -> Path:
        return self.folder / "phones.jsonl"

    @property
    def now(self) -> Any:
        return NOON + timedelta(seconds=self.clock)

    clock: int = 0

    async def prepare(self) -> None:
        """One case for each reporter, dealt out among the officers."""
        await migrate(self.url)
        storage = await Storage.open(self.url, KEY)
        async with storage.work() as work:
            ids = [
                await work.add_staff(chat=ChatId(OFFICER + n), name=f"P{n}", role=Role.CASE_MANAGER)
                for n in range(self.officers)
            ]
            for nth in range(self.reporters):
                case, _ = open_case(
                    Told(answers={"who": "sp"}, facts=Facts(), decision=decide(Facts())),
                    ref=CaseRef(f"case-{nth}"),
                    alert_ref=AlertRef(f"alert-{nth}"),
                    number=CaseNumber(f"LU-2026-{nth:04}"),
                    reporter=ChatId(REPORTER + nth),
                    cause=Cause.REPORT,
                    roster=await work.roster(),
                    profile=world().profile,
                    now=NOON,
                )
                held = replace(
                    case,
                    status=Status.ASSIGNED,
                    manager=ids[nth % self.officers],
                    ruling=Ruling("SEDANG", False, StaffId(1), NOON),
                    extra={"receipt": "1"},
                )
                await work.record(Outcome(cases=(held,)), now=NOON)
        await storage.close()

    async def start(self) -> None:
        """The house comes up, also after a sudden end: what was in flight is sent again."""
        self.came = {}
        for one in self.logged():
            self.came.setdefault(one.chat, []).append(one)
            self.clock = max(self.clock, one.number // 10)
        self.storage = await Storage.open(self.url, KEY)
        async with self.storage.work() as work:
            await work.reclaim()

    async def restart(self) -> None:
        """In the middle of whatever was under way."""
        await self.stop()
        await self.start()

    async def stop(self) -> None:
        assert self.storage is not None
        await self.storage.close()

    def logged(self) -> Iterator[Came]:
        if not self.log.exists():
            return
        for line in self.log.read_text(encoding="utf-8").splitlines():
            try:
                told = json.loads(line)
            except ValueError:
                # The line that was being written at a sudden end.
                continue
            told["marks"], told["words"] = tuple(told["marks"]), tuple(told["words"])
            yield Came(**{**told, "buttons": tuple(tuple(one) for one in told["buttons"])})

    async def blow(self, steps: int) -> None:
        """So many things that people do, with deliveries in between that may stop anywhere."""
        for _ in range(steps):
            self.steps += 1
            self.clock += self.chance.choice((1, 1, 1, 5, 20, 60, 400))
            await self._something()
            if self.chance.random() < 0.5:
                await self.deliver(limit=self.chance.randint(1, 40))

    async def _something(self) -> None:
        doing = self.chance.random()
        if doing < 0.4:
            await self._reporter(self.chance.randrange(self.reporters))
        else:
            await self._officer(OFFICER + self.chance.randrange(self.officers))

    async def _reporter(self, nth: int) -> None:
        text = f"kabar «{nth}» {self._word()} dari saya"
        chat = REPORTER + nth
        answers = [one for one in self.came.get(chat, ()) if one.key.startswith("talk-from")]
        replies = self.chance.choice(answers[-3:]).number if answers and self.chance.random() < 0.3 else 0
        await self._does(chat, Doing.SAID, answer=Answer(Kind.TEXT, text=text), replies_to=replies)

    def _word(self) -> str:
        return f"kata-{self.run}x{self.steps}"

    async def _officer(self, chat: int) -> None:
        phone = [one for one in self.came.get(chat, ()) if not one.edit]
        news = [one for one in phone if one.key == "alert-news"]
        drafts = [one for one in phone if one.key == "talk-preview"]
        doing = self.chance.random()
        if drafts and doing < 0.5:
            # The newest are not always the ones that are sent, and a thumb presses twice.
            sent = {one.number for one in self.came[chat] if one.key == "talk-status"}
            unsent = [one for one in drafts if one.number not in sent]
            draft = self.chance.choice((unsent or drafts)[-12:] if self.chance.random() < 0.9 else drafts[-12:])
            for _ in range(self.chance.choice((1, 1, 1, 2))):
                await self._press(chat, next(one for one in draft.buttons if one[0] == "sendtalk"))
            return
        if not news:
            return
        about = self.chance.choice(news[-10:])
        answer = Answer(Kind.TEXT, text=f"untuk «{about.marks[0]}» {self._word()}")
        if doing < 0.8:
            await self._does(chat, Doing.SAID, answer=answer, replies_to=about.number)
        else:
            await self._press(chat, about.buttons[0])
            if self.chance.random() < 0.3:
                other = self.chance.choice(news[-10:])
                reply = Answer(Kind.TEXT, text=f"untuk «{other.marks[0]}» {self._word()}b")
                await self._does(chat, Doing.SAID, answer=reply, replies_to=other.number)
                # A reply opens its own conversation: what is typed next without one is for that reporter.
                answer = Answer(Kind.TEXT, text=f"untuk «{other.marks[0]}» {self._word()}")
            await self._does(chat, Doing.SAID, answer=answer)

    async def _press(self, chat: int, button: tuple[str, str, str]) -> None:
        action, ref, choice = button
        await self._does(chat, Doing.PRESSED, action=action, ref=ref, choice=choice)

    async def _does(self, chat: int, doing: Doing, **more: Any) -> None:
        assert self.storage is not None
        async with self.storage.work() as work:
            await work.take_in([Arrival(self.chance.getrandbits(52), chat, b"{}", self.now)])
            for item in await work.waiting(now=self.now, limit=9):
                await work.worked(item)
            await hear(work, Heard(ChatId(chat), doing, self.now, **more), world(), now=self.now)

    async def deliver(self, *, limit: int = 1000, all_of_it: bool = False) -> None:
        """Carried to the phones as the dispatcher does; a sudden end may come between a message and its row."""
        assert self.storage is not None
        while True:
            async with self.storage.work() as work:
                picked = await work.pick(now=self.now, limit=limit)
            if not picked:
                return
            there = [(outgoing, self._to_phone(outgoing)) for outgoing in picked]
            if not all_of_it and self.chance.random() < self.sudden:
                # They stand on the phones, and nobody has written that down.
                await self.restart()
                return
            async with self.storage.work() as work:
                for outgoing, number in there:
                    await work.sent(outgoing, message_id=number, now=self.now)
                    await brought(work, outgoing, now=self.now)
            if not all_of_it:
                return

    def _to_phone(self, outgoing: Outgoing) -> int:
        message = outgoing.message
        number = outgoing.edits_message_id or self.clock * 10 + len(self.came.get(outgoing.chat, ()))
        told = str(message.phrase)
        came = Came(
            chat=int(outgoing.chat),
            number=number,
            key=message.phrase.key,
            marks=tuple(int(mark) for mark in MARK.findall(told)),
            words=tuple(WORD.findall(told)),
            case=message.about_case,
            buttons=tuple((b.action, b.ref, b.choice) for row in message.buttons for b in row),
            edit=outgoing.edits_message_id is not None,
        )
        with self.log.open("a", encoding="utf-8") as log:
            log.write(json.dumps(came.__dict__) + "\n")
        self.came.setdefault(came.chat, []).append(came)
        return number

    async def calm(self) -> Found:
        """Every reporter writes once more, all is delivered, and the phones are looked through."""
        for nth in range(self.reporters):
            self.clock += 1
            await self._reporter(nth)
        await self.deliver(all_of_it=True)
        return await self.look_through()

    async def look_through(self) -> Found:
        """Every mark on every phone; and whether what was sent is there, and what was not sent is not."""
        found, once = Found(), Counter[tuple[int, str]]()
        on_phones: set[str] = set()
        for one in self.logged():
            found.messages += 1
            found.wrong += any(not self._belongs(one, mark) for mark in one.marks)
            if one.key.startswith("talk-from"):
                found.repeated += once[one.chat, one.words[0]] > 0
                once[one.chat, one.words[0]] += 1
                on_phones.add(one.words[0])
        found.words = len(on_phones)
        sent = await self._sent()
        found.missing, found.wrong = len(sent - on_phones), found.wrong + len(on_phones - sent)
        return found

    def _belongs(self, one: Came, mark: int) -> bool:
        if one.chat >= REPORTER:
            return one.chat - REPORTER == mark
        return (one.chat - OFFICER) == mark % self.officers and one.case == f"case-{mark}"

    async def _sent(self) -> set[str]:
        assert self.storage is not None
        found: set[str] = set()
        async with self.storage.look() as look:
            for nth in range(self.reporters):
                for talk in await look.talks(CaseRef(f"case-{nth}")):
                    if talk.is_ours and talk.state not in ("draft", "dropped"):
                        found |= set(WORD.findall(talk.text))
        return found
