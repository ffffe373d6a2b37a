"""A year of duty in one office: shifts, leave, alerts, silent officers, a machine clock that is set, and restarts.

The machine's clock is wrong by what somebody did to it; the world's own time, by which people act and by which it is
judged whether a step came in time, is not. A bot that is down hears nothing; what people did meanwhile it hears then.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from random import Random
from typing import Any

from bot.clock import MachineClock
from bot.timekeeping import Timekeeper
from cases import rulings
from cases.alert import LADDER_OF, Alert, AlertState
from cases.messages import Button, ChatId, Message
from cases.notices import Scene
from cases.outcome import Clock, Event, EventKind
from cases.rota import Holiday, Leave, Rota, Weekly
from cases.shifts import plan_of
from cases.staff import Role, Staff, StaffId
from scheduler.rota import ensure_rota_clocks
from storage import Work
from tests.office import CITRA, Office, shut, world

START = datetime(2026, 1, 1, 0, 0, tzinfo=UTC)
OFFICERS = tuple(ChatId(number) for number in range(2001, 2007))
#: What an officer fills in after an outreach, as far as it is asked.
FORM = ("owhen:0", "ohow:datang", "oby:saya", "osafe:ya", "onote:_skip", "olate:jarak")
IN_TIME = timedelta(seconds=5)
#: Calls that may come before the last one's wait is over: somebody said no, or everything began anew.
EARLY = frozenset({EventKind.ALERT_DECLINED, EventKind.STAFF_UNREACHABLE, EventKind.ALERT_RETURNED})


@dataclass(order=True)
class Doing:
    """Something that happens in the world at its own time."""

    at: datetime
    nth: int
    what: Any = field(compare=False)


@dataclass
class Year:
    """One run. `wrong` are sentences about what must never be."""

    office: Office
    days: int
    alerts: int
    restarts: int
    jumps: int
    seed: int = 2026
    wrong: list[str] = field(default_factory=list)
    steps: int = 0
    ticks: int = 0
    done: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.luck = Random(self.seed)
        self.sweeper = self.office.sweeper
        self.true = START
        self.error = timedelta(0)
        self.ends = START + timedelta(days=self.days)
        self.heap: list[Doing] = []
        self.numbers = count()
        self.up_since = START
        self.down_until: datetime | None = None
        self.due: datetime | None = None
        self.seen: dict[ChatId, int] = {}
        self.heard: dict[str, int] = {}
        self.called_at: dict[str, datetime] = {}
        self.wait: dict[str, timedelta] = {}
        self.calls: set[tuple[str, ChatId, int]] = set()
        self.people: dict[ChatId, Staff] = {}
        self.start()

    def start(self) -> None:
        """The bot starts: what it knows of time is the machine's clock, and the mark in the database."""
        self.clock = MachineClock(
            machine=lambda: self.true + self.error, ticks=lambda: (self.true - START).total_seconds()
        )
        self.keeper = Timekeeper(self.clock, self.office.storage)
        self.up_since = self.true

    def count(self, what: str) -> None:
        self.done[what] = self.done.get(what, 0) + 1

    def later(self, seconds: float, what: Any) -> None:
        heapq.heappush(self.heap, Doing(self.true + timedelta(seconds=seconds), next(self.numbers), what))

    def sometime(self) -> float:
        """Some second of the year."""
        return self.luck.uniform(3600, self.days * 86_400 - 86_400)

    async def prepare(self) -> None:
        """Six officers in pairs from eight to eight, leave, a movable holiday; and what will happen this year."""
        async with self.office.storage.work() as work:
            for person in (await work.roster()).people:
                await work.set_on_duty(person.id, False)
            for nth, chat in enumerate(OFFICERS):
                await work.add_staff(chat=chat, name=f"Petugas {nth}", role=Role.DUTY_OFFICER)
            self.people = {person.chat: person for person in (await work.roster()).people}
            for entry in self._entries():
                await work.keep_rota(entry)
            await ensure_rota_clocks(work, world().profile, START)
        cries = [self.sometime() for _ in range(self.alerts)]
        for cry in cries:
            self.later(cry, self.cry)
        # Trouble comes where it hurts: most of it while an alert is open.
        for nth in range(self.restarts):
            self.later(self.sometime() if nth % 3 else self.luck.choice(cries) + self.luck.uniform(5, 2400), self.fall)
        for nth in range(self.jumps):
            at = self.luck.choice(cries) + self.luck.uniform(5, 1500)
            self.later(at, self.jump if nth % 2 else self.jump_back)

    def _entries(self) -> Iterator[Any]:
        told = {"by": StaffId(1), "at": START}
        for nth, chat in enumerate(OFFICERS):
            who = self.people[chat].id
            days = tuple(day for day in range(1, 8) if day % 3 == nth % 3)
            hour = {"start": time(8), "end": time(8)}
            yield Weekly(ref=f"w{nth}", staff=who, weekdays=days, since=date(2025, 12, 1), **hour, **told)
            for part in range(3):
                first = date(2026, 1, 10) + timedelta(days=self.luck.randrange(max(1, self.days - 20)))
                yield Leave(ref=f"l{nth}{part}", staff=who, first=first, last=first + timedelta(days=3), **told)
        yield Holiday(ref="h1", day=date(2026, 3, 20), name="Idulfitri", **told)

    async def run(self) -> None:
        """From the first day to the last; then everything that is still open is brought to its end."""
        await self.tick()
        while self.true < self.ends:
            coming = self.heap[0].at if self.heap else self.ends
            ring = self.next_ring()
            self.true = max(self.true, min(coming, ring, self.ends))
            if self.heap and self.heap[0].at <= self.true:
                await self.happen(heapq.heappop(self.heap))
            await self.tick()

    def next_ring(self) -> datetime:
        """When the scheduler has something to do, by the world's time; it looks once a second."""
        if self.down_until is not None:
            return self.down_until
        if self.due is None:
            return self.ends
        wait = max(self.due - self.clock.now(), timedelta(0))
        return self.true + wait + timedelta(seconds=self.luck.random())

    async def happen(self, doing: Doing) -> None:
        if self.down_until is not None and doing.what.__name__ not in ("jump", "jump_back", "fall"):
            # Telegram keeps it until the bot is back.
            doing.at = self.down_until + timedelta(milliseconds=1)
            heapq.heappush(self.heap, doing)
            return
        self.office.now = self.clock.now()
        await doing.what()

    async def tick(self) -> None:
        """What the scheduler does every second, and what people make of what they are told."""
        if self.down_until is not None:
            if self.true < self.down_until:
                return
            self.down_until = None
            self.start()
        self.ticks += 1
        await self.keeper.check()
        self.office.now = self.clock.now()
        while await self.sweeper.sweep(now=self.clock.now()):
            pass
        async with self.office.storage.look() as look:
            told = await look.has_outgoing(now=self.office.now)
            self.due = await look.next_due_at()
            await self.judge(look)
        if told:
            await self.office.deliver()
            self.react()

    # What the world does.

    async def cry(self) -> None:
        self.count("alerts")
        await self.office.command(ChatId(5_000_000 + self.done["alerts"]), "darurat")
        self.react()

    async def fall(self) -> None:
        """SIGKILL; half of the times it is up again at once."""
        self.count("restarts")
        away = self.luck.choice((0.5, 2, 20, 600, 3600))
        self.down_until = max(self.down_until or self.true, self.true + timedelta(seconds=away))

    async def jump(self) -> None:
        self.count("jumps")
        self.error += timedelta(days=1)

    async def jump_back(self) -> None:
        self.count("jumps")
        self.error -= timedelta(days=1)

    def react(self) -> None:
        """Officers read what came; some act, after a while, and some don't."""
        for chat, messages in self.office.sent.items():
            new = messages[self.seen.get(chat, 0) :]
            self.seen[chat] = len(messages)
            for message in new if chat in self.people else ():
                self.read(chat, message)

    def read(self, chat: ChatId, message: Message) -> None:
        buttons = {button.action: button for row in reversed(message.buttons) for button in reversed(row)}
        luck = self.luck.random()
        if message.phrase.key == "alert-call":
            self.rung(chat, message)
            if luck < 0.30:
                self.later(self.luck.uniform(20, 900), self.pressing(chat, buttons["take"]))
            elif luck < 0.38:
                self.later(self.luck.uniform(5, 200), self.pressing(chat, buttons["decline"]))
        elif message.phrase.key in ("alert-yours", "alert-taken-you") and "outreach" in buttons:
            if luck < 0.85:
                self.later(self.luck.uniform(600, 4500), self.helping(chat, buttons["outreach"]))
        elif "keep" in buttons and luck < 0.5:
            self.later(self.luck.uniform(10, 500), self.pressing(chat, buttons["keep"]))
        elif "rready" in buttons and luck < 0.98:
            self.later(self.luck.uniform(60, 3000), self.pressing(chat, buttons["rready"]))

    def rung(self, chat: ChatId, message: Message) -> None:
        """A call reached a phone: never the same one twice."""
        call = (message.about_alert, chat, int(str(message.phrase.args["calls"])))
        if call in self.calls and not message.replaces:
            self.wrong.append(f"{self.true}: doubled {call}")
        self.calls.add(call)

    def pressing(self, chat: ChatId, button: Button) -> Any:
        async def press() -> None:
            await self.office.press(chat, button)
            self.react()

        return press

    def helping(self, chat: ChatId, button: Button) -> Any:
        async def help_out() -> None:
            seen = len(self.office.sent[chat])
            await self.office.press(chat, button)
            for choice in FORM:
                shown = (b for m in self.office.sent[chat][seen:] for row in m.buttons for b in row)
                if (asked := next((b for b in shown if b.action == "a" and b.choice == choice), None)) is not None:
                    await self.office.press(chat, asked)
            await self.close_up()
            self.react()

        return help_out

    async def close_up(self) -> None:
        """Cases whose alert has ended are confirmed and closed, so that the year does not fill with visits."""
        async with self.office.storage.work() as work:
            roster = await work.roster()
            coordinator = roster.by_chat(CITRA)
            assert coordinator is not None
            given = {"by": coordinator, "now": self.clock.now()}
            for case in await work.open_cases():
                if await work.alert_of_case(case.ref) is not None:
                    continue
                scene = Scene(case=case, roster=roster, actor=coordinator)
                if case.confirmed_at is None:
                    await work.record(rulings.confirm(scene, profile=world().profile, **given), now=given["now"])
                await shut(work, case.ref, self.clock.now())
                self.count("closed")

    # What must hold.

    async def judge(self, look: Work) -> None:
        """Every open alert is somebody's; every step came once, and in its time."""
        for alert in await look.open_alerts():
            history = await look.history(alert.case)
            ladder = [r.due_at for r in await look.reminders(alert.ref) if r.clock is Clock.LADDER]
            self.is_somebodys(alert, ladder)
            self.in_time(alert, history)

    def is_somebodys(self, alert: Alert, ladder: list[datetime | None]) -> None:
        known = {person.id for person in self.people.values() if person.active}
        if alert.state is AlertState.TAKEN:
            if alert.taken_by not in known:
                self.wrong.append(f"{self.true}: taken by nobody")
            return
        longest = timedelta(minutes=world().profile.ladders[LADDER_OF[alert.cause]].repeat_minutes)
        if not alert.told:
            self.wrong.append(f"{self.true}: nobody was called")
        if not ladder or ladder[0] is None or ladder[0] > self.clock.now() + longest:
            self.wrong.append(f"{self.true}: no next step in time {ladder} {self.clock.now()}")

    def in_time(self, alert: Alert, history: tuple[Event, ...]) -> None:
        before = self.heard.get(alert.ref, 0)
        self.heard[alert.ref] = len(history)
        why: set[EventKind] = set()
        for event in history[before:]:
            why.add(event.kind)
            if event.kind is not EventKind.ALERT_CALLED:
                continue
            self.steps += 1
            due = self.called_at.get(alert.ref, self.true) + self.wait.get(alert.ref, timedelta(0))
            if why & EARLY:
                due = self.true
            late = self.true - max(due, self.up_since)
            if late > IN_TIME:
                self.wrong.append(f"{self.true}: a step {late} late")
            if self.true < due - IN_TIME:
                self.wrong.append(f"{self.true}: a step {due - self.true} early")
            self.called_at[alert.ref] = self.true
            self.wait[alert.ref] = world().profile.ladders[LADDER_OF[alert.cause]].wait_after(int(event.told["step"]))
            why.clear()

    async def duty_is_the_rotas(self) -> bool:
        """Whoever is on duty has a shift now."""
        async with self.office.storage.look() as look:
            roster, rota = await look.roster(), await look.rota(now=self.clock.now())
        return {p.id for p in roster.people if p.on_duty} <= self.on_now(rota, roster)

    def on_now(self, rota: Rota, roster: Any) -> set[StaffId]:
        plan = plan_of(rota, roster, world().profile)
        return {shift.staff for shift in plan.on_at(self.clock.now())}
