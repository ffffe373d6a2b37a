"""Random schedules of events and safe hours, played through the office; and a second reading of what may go out.

The reading shares no code with the gate: it counts hours one by one, knows who did what by the time that really went
by, and looks at every message at the moment at which it leaves the house.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from cases.messages import ChatId, Clears, Lane, Message
from cases.outcome import Outcome
from cases.phrases import says
from cases.safe_contact import SafeContact
from handlers.conversation.engine import Answer, Kind
from handlers.desk import hear
from handlers.heard import Doing, Heard
from storage import Arrival, Person, Storage
from tests.office import KEY, Office, world

ZONE = "Asia/Makassar"
FIRST_CHAT = 50_000
HAND = timedelta(minutes=15)
DAY = timedelta(days=1)
#: What happens, and how often beside the others.
HAPPENS = {
    "talk": 8,  # an officer has something to say to them
    "news": 4,  # something changed in their case
    "writes": 6,  # they write, and are answered at once
    "waits": 2,  # they write, and the answer is worked only much later
    "emergency": 1,
    "chooses": 2,  # they choose anew what is safe
    "leaves": 1,
    "time": 10,
    "line down": 2,  # Telegram takes nothing for a while
    "line up": 3,
    "asleep": 2,  # no scheduler for a while
    "awake": 3,
    "restart": 1,
    "clock": 1,  # somebody sets the machine's clock
}
GAPS = (timedelta(seconds=20), timedelta(minutes=4), timedelta(minutes=16), timedelta(hours=1), timedelta(hours=7), DAY)
STEPS = (timedelta(hours=-7), timedelta(minutes=-20), timedelta(minutes=20), timedelta(hours=5), DAY, -DAY)


@dataclass
class Life:
    """What one person chose, and did, by the time that really went by."""

    safe: SafeContact
    did_at: timedelta | None = None
    left: bool = False
    called: bool = False
    knocks: list[tuple[timedelta, datetime]] = field(default_factory=list)


@dataclass
class Play:
    """One office with some people, and everything that goes out to them, judged as it goes."""

    office: Office
    dice: random.Random
    lives: dict[ChatId, Life]
    file: Path
    #: By how much the machine's clock was set in all.
    set_by: timedelta = timedelta(0)
    down: bool = False
    asleep: bool = False
    broken: list[str] = field(default_factory=list)
    sent: int = 0
    knocked: int = 0
    updates: int = 1_000_000

    @property
    def elapsed(self) -> timedelta:
        return self.office.now - self.set_by - datetime(2026, 1, 1, tzinfo=self.office.now.tzinfo)

    async def run(self, events: int) -> None:
        for chat, life in self.lives.items():
            async with self.office.storage.work() as work:
                await work.save_person(Person(chat, safe=life.safe))
        kinds, weights = tuple(HAPPENS), tuple(HAPPENS.values())
        for _ in range(events):
            await self.happens(self.dice.choices(kinds, weights)[0])
            await self.goes_on()
        self.down = self.asleep = False
        for _ in range(5):
            self.office.now += self.dice.choice(GAPS)
            await self.goes_on()

    async def goes_on(self) -> None:
        if not self.asleep:
            while await self.office.sweeper.sweep(now=self.office.now):
                pass
        if not self.down:
            await self.carry()

    async def carry(self) -> None:
        async with self.office.storage.work() as work:
            while picked := await work.pick(now=self.office.now, limit=100):
                for one in picked:
                    fate = self.dice.random()
                    if fate < 0.05:
                        await work.retry(one, at=self.office.now, why="away", uncertain=one.uncertain)
                        continue
                    if one.chat in self.lives:
                        self.judge(one.chat, one.message)
                    if fate < 0.1:
                        # It may have arrived; the answer was lost.
                        await work.retry(one, at=self.office.now, why="lost", uncertain=True)
                        continue
                    self.office.numbers += 1
                    await work.sent(one, message_id=self.office.numbers, now=self.office.now)

    def judge(self, chat: ChatId, message: Message) -> None:
        """The second reading: may this leave the house now?"""
        life, key = self.lives[chat], message.phrase.key
        if message.clears is not Clears.NOTHING:
            # It takes away what stands there, and says nothing; let it carry no word that could be said after all.
            if (key, message.buttons, message.file) != ("nothing", (), ""):
                self.broken.append(f"{key} while taking away")
            return
        self.sent += 1
        if key.startswith("knock-"):
            self.knocked += 1
            self.judge_knock(life, key)
            return
        there = life.did_at is not None and not life.left and timedelta(0) <= self.elapsed - life.did_at <= HAND
        # Their own words, answered late, because somebody may be in danger.
        rescue = life.called and key != "as-typed"
        near = life.did_at is not None and self.elapsed - life.did_at <= HAND
        goodbye = life.left and key == "safety-card" and near
        if not (there or rescue or goodbye):
            self.broken.append(f"{key} outside the chat")

    def judge_knock(self, life: Life, key: str) -> None:
        allowed = {hour % 24 for a, b in life.safe.hours or ((7, 21),) for hour in range(a, b if b > a else b + 24)}
        if life.safe.first is not True:
            self.broken.append(f"{key} though we were not to begin")
        if (self.office.now.hour + 8) % 24 not in allowed:
            self.broken.append(f"{key} outside the hours")
        last = life.knocks[-1] if life.knocks else None
        if last is not None and self.elapsed - last[0] < DAY and abs(self.office.now - last[1]) < DAY:
            self.broken.append(f"{key} twice in a day")
        life.knocks.append((self.elapsed, self.office.now))
        if len(life.knocks) > 3:
            self.broken.append(f"{key} a fourth time")

    async def happens(self, kind: str) -> None:
        chat = self.dice.choice(tuple(self.lives))
        match kind:
            case "talk" | "news":
                said = Message(chat, says("as-typed", text="isi"), Lane.REPLY, news=kind == "news")
                async with self.office.storage.work() as work:
                    await work.record(Outcome(messages=(said,)), now=self.office.now)
            case "writes":
                await self.does(chat, "aman")
            case "waits":
                await self.does(chat, "aman", late=self.dice.choice(GAPS))
            case "emergency":
                self.lives[chat].called = True
                await self.does(chat, "darurat", late=self.dice.choice((timedelta(0), *GAPS)))
            case "chooses":
                await self.does(chat, "aman")
                self.lives[chat].safe = safe = any_safe(self.dice)
                await self.becomes(chat, safe=safe)
            case "leaves":
                await self.does(chat, "aman")
                self.lives[chat].left = True
                await self.becomes(chat, left_at=self.office.now)
            case "time":
                self.office.now += self.dice.choice(GAPS) * self.dice.random()
            case "line down" | "line up":
                self.down = kind == "line down"
            case "asleep" | "awake":
                self.asleep = kind == "asleep"
            case "restart":
                await self.restart()
            case "clock":
                await self.set_clock(self.dice.choice(STEPS))

    async def does(self, chat: ChatId, command: str, *, late: timedelta = timedelta(0)) -> None:
        """They do something, which is worked so much later."""
        life, at = self.lives[chat], self.office.now
        life.did_at, life.left, life.knocks = self.elapsed, False, []
        self.updates += 1
        async with self.office.storage.work() as work:
            await work.take_in([Arrival(self.updates, chat, b"", at)])
        if late:
            self.office.now += late
            if not self.asleep:
                while await self.office.sweeper.sweep(now=self.office.now):
                    pass
        async with self.office.storage.work() as work:
            for item in await work.waiting(now=self.office.now, limit=9):
                answer = Answer(Kind.TEXT, text=f"/{command}")
                heard = Heard(chat, Doing.COMMAND, at, command=command, answer=answer, said_at=item.said_at)
                await hear(work, heard, world(), now=self.office.now)
                await work.worked(item)

    async def becomes(self, chat: ChatId, **changes: object) -> None:
        async with self.office.storage.work() as work:
            person = await work.person(chat)
            assert person is not None
            await work.save_person(replace(person, **changes))  # type: ignore[arg-type]

    async def restart(self) -> None:
        """A sudden end while something was on its way: nobody knows whether that arrived."""
        async with self.office.storage.work() as work:
            await work.pick(now=self.office.now, limit=2)
        await self.office.storage.close()
        self.office.storage = await Storage.open(f"sqlite:///{self.file}", KEY)
        async with self.office.storage.work() as work:
            await work.reclaim()

    async def set_clock(self, step: timedelta) -> None:
        self.office.now += step
        self.set_by += step
        async with self.office.storage.work() as work:
            await work.move_what_waits(step)


def any_safe(dice: random.Random) -> SafeContact:
    hours = tuple((dice.randrange(24), dice.randrange(24)) for _ in range(dice.choice((0, 1, 1, 2, 3))))
    first = dice.choice((True, True, True, False, None))
    return SafeContact(first=first, hours=hours, news=dice.random() < 0.5, zone=ZONE, asked=True)


def play(office: Office, folder: Path, *, seed: int, people: int) -> Play:
    """So many people with hours of their own in an office that `opened` put into that folder."""
    dice = random.Random(seed)
    office.now += timedelta(minutes=dice.randrange(24 * 60))
    lives = {ChatId(FIRST_CHAT + nth): Life(any_safe(dice)) for nth in range(people)}
    return Play(office, dice, lives, folder / "office.sqlite")
