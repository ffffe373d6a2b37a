"""Says to those who keep the machine what is wrong with it, without the database: it may be what is wrong.

Each thing is said once when it begins, again every hour while it lasts, and once when it is over.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.health import Health, span
from bot.rendering import Tongue
from bot.telegram import Delivered, Line
from bot.vitals import CHECK, Finding
from cases.phrases import Phrase, says
from cases.staff import Role, Staff

log = logging.getLogger("laporaman.operators")

#: A way beside Telegram: says a text, and whether it went out.
Channel = Callable[[str], Awaitable[bool]]

LOOK = 2.0
AGAIN = 3600.0
#: A thing that is away for a moment is not over, and one that comes back soon is not new.
OVER_AFTER = 30.0
NEW_AFTER = 600.0
#: Nobody could be told: tried again after this long.
RETRY = 30.0
LONGEST_TELLING = 20.0


@dataclass
class Course:
    """What became of one thing: since when it lasts, when it was last seen, tried to be said, and said."""

    finding: Finding
    since: float
    seen: float
    tried: float | None = None
    said: float | None = None
    is_open: bool = False


@dataclass
class Courses:
    """Which things are to be said now. `now` is seconds of a clock that nobody can set."""

    by_thing: dict[tuple[str, str], Course] = field(default_factory=dict)

    def see(self, findings: tuple[Finding, ...], *, now: float) -> tuple[tuple[str, Course], ...]:
        """What to say about what is found now: (`begins`, `lasts` or `over`, course)."""
        for finding in findings:
            thing = (finding.code, finding.of)
            course = self.by_thing.get(thing)
            if course is None or (not course.is_open and now - course.seen > OVER_AFTER):
                said = course.said if course else None
                course = self.by_thing[thing] = Course(finding, now, now, said=said)
            course.finding, course.seen = finding, now
        due = ((self._due(course, now), course) for course in self.by_thing.values())
        return tuple((how, course) for how, course in due if how)

    def _due(self, course: Course, now: float) -> str:
        if course.tried is not None and now - course.tried < RETRY:
            return ""
        check = CHECK[course.finding.code]
        quiet = now - course.said if course.said is not None else None
        if now - course.seen > OVER_AFTER:
            return "over" if course.is_open else ""
        if course.is_open:
            return "lasts" if quiet is not None and quiet >= AGAIN and not check.passes else ""
        holds = course.seen == now and now - course.since >= check.holds_for
        return "begins" if holds and (quiet is None or quiet >= NEW_AFTER) else ""

    def told(self, how: str, course: Course, *, now: float, heard: bool) -> None:
        """It was tried to say that; `heard` when it reached anybody."""
        course.tried = now
        if heard:
            course.said, course.is_open, course.tried = now, how != "over", None


@dataclass
class Operators:
    """Tells admins, or where there is none the coordinators, by Telegram and by every channel there is."""

    line: Line
    health: Health
    channels: tuple[Channel, ...] = ()
    courses: Courses = field(default_factory=Courses)

    async def run(self) -> None:
        """Look and tell until cancelled."""
        ticks = self.health.pulse.ticks
        while True:
            self.health.pulse.beat("operators")
            for how, course in self.courses.see(self.health.findings(), now=ticks()):
                self.health.pulse.beat("operators")
                check = CHECK[course.finding.code]
                if course.tried is None:
                    log.critical("operators are told: %s %s %s", how, course.finding.code, course.finding.of)
                quietly = how == "over" and check.passes
                heard = quietly or await self.tell(self._said(how, course), by_telegram=check.by_telegram)
                self.courses.told(how, course, now=ticks(), heard=heard)
            await asyncio.sleep(LOOK)

    def _said(self, how: str, course: Course) -> Phrase:
        finding, age = course.finding, span(self.health.pulse.ticks() - course.since)
        what, to_do = self.health.what(finding), self.health.what_to_do(finding)
        return says(f"health-{how}", what=what, todo=to_do, age=age)

    def people(self) -> tuple[Staff, ...]:
        """Whom to tell, as far as the database could last be read."""
        roster = self.health.probe.roster
        return roster.having(Role.ADMIN) or roster.having(Role.COORDINATOR)

    async def tell(self, phrase: Phrase, *, by_telegram: bool = True) -> bool:
        """Say it to everybody by every way at once; whether anybody heard."""
        ways = [channel(self._words(phrase, "id")) for channel in self.channels]
        if by_telegram:
            ways += [self._write(person, phrase) for person in self.people()]
        heard = await asyncio.gather(*(_in_time(way) for way in ways))
        return any(heard)

    async def _write(self, person: Staff, phrase: Phrase) -> bool:
        message = {"chat_id": int(person.chat), "text": self._words(phrase, person.language)}
        return isinstance(await self.line.say("sendMessage", message), Delivered)

    def _words(self, phrase: Phrase, language: str) -> str:
        profile, now = self.health.profile, self.health.probe.clock.now()
        return Tongue(language, profile.zone, now).words(phrase, markup=False)


async def _in_time(way: Awaitable[bool]) -> bool:
    try:
        async with asyncio.timeout(LONGEST_TELLING):
            return await way
    except Exception as error:
        # Its text may hold an address with a password.
        log.warning("a way to the operators failed (%s)", type(error).__name__)
        return False
