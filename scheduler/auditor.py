"""The independent watch: every half minute it asks the database alone whether anybody was forgotten, and calls itself.

It has a task of its own and shares nothing with the ticker, the sweeper or the ladder, so that whatever stands still
there is seen here.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic

from cases.alert import AlertRef
from cases.audit import PARTS, SAY_AGAIN, SAY_DAILY, again_after, repair, to_leads, to_operators
from cases.case import Case
from cases.evidence import NOBODYS, Fault, Finding, findings
from cases.notices import Scene
from cases.outcome import Clock
from cases.profile import Profile
from cases.refusals import Changed, Unknown
from cases.visit import VisitRef
from storage import Storage, Work

log = logging.getLogger("laporaman.audit")

EVERY = 30.0
#: After a start, a set clock or a stop of the whole machine the others get so long to do what fell due meanwhile.
SETTLE = 5.0
#: Clock or machine made a jump if more than this lies between what passed and what should have.
JUMP = 5.0
#: So many findings are worked in one examination, the gravest first; the rest comes with the next.
BATCH = 50


def _nothing() -> None:
    """Nobody wants to know."""


@dataclass(frozen=True)
class Audit:
    """One examination: what is wrong, and what is done about it, in one unit of work."""

    storage: Storage
    profile: Profile

    async def look(self, *, now: datetime) -> tuple[Finding, ...]:
        """All that is wrong now; nothing is changed, and nobody who writes is kept waiting."""
        async with self.storage.look() as look:
            return await self._findings(look, now)

    async def examine(self, *, now: datetime) -> tuple[Finding, ...]:
        """Find what is wrong and repair it, each finding in a savepoint of its own; what was found."""
        if not await self.look(now=now):
            return ()
        async with self.storage.work() as work:
            found = await self._findings(work, now)
            told: list[tuple[Finding, Case]] = []
            for finding in found[:BATCH]:
                told += await self._repaired(work, finding, now)
            await self._tell(work, found[:BATCH], told, now)
        return found

    async def _findings(self, work: Work, now: datetime) -> tuple[Finding, ...]:
        roster = await work.roster()
        return findings(await work.evidence(roster, now=now), roster=roster, profile=self.profile, now=now)

    async def _repaired(self, work: Work, finding: Finding, now: datetime) -> list[tuple[Finding, Case]]:
        """Repair one finding of a case; the finding with its case if the leads have not heard of it lately."""
        if finding.case is None:
            return []
        try:
            async with work.savepoint():
                case = await work.case(finding.case)
                if case is None:
                    raise Unknown
                before = await work.found_before(case.ref, since=now - SAY_DAILY, now=now)
                said = _said(finding, before, now)
                outcome = repair(
                    finding,
                    await _scene(work, finding, case),
                    ref=AlertRef(secrets.token_urlsafe(16)),
                    again=_called_lately(before, now),
                    said=said,
                    profile=self.profile,
                    now=now,
                )
                await work.record(outcome, now=now)
        except (Changed, Unknown):
            log.info("somebody was quicker fault=%s case=%s", finding.fault, finding.case)
        except Exception:
            log.exception("a finding could not be repaired and is tried again fault=%s case=%s", *_which(finding))
        else:
            if not said:
                log.critical("the audit found fault=%s clock=%s case=%s alert=%s", *_which(finding, more=True))
                return [(finding, case)]
        return []

    async def _tell(
        self, work: Work, found: Iterable[Finding], told: list[tuple[Finding, Case]], now: datetime
    ) -> None:
        """Say to leads and operators what stood still; that this fails must not undo what was repaired."""
        try:
            async with work.savepoint():
                roster = await work.roster()
                parts = dict.fromkeys(PARTS[finding.fault] for finding in found if finding.fault in PARTS)
                new = [part for part in parts if not await work.told_before(part, since=now - _quiet(part), now=now)]
                for part in new:
                    log.critical("a part of the house stands still part=%s", part)
                await work.record(to_leads(tuple(told), roster) + to_operators(new, roster), now=now)
        except Exception:
            log.exception("what the audit found could not be told")


def _which(finding: Finding, *, more: bool = False) -> tuple[object, ...]:
    if more:
        return finding.fault, finding.clock, finding.case, finding.alert
    return finding.fault, finding.case


def _quiet(part: str) -> timedelta:
    return SAY_DAILY if part == PARTS[Fault.SET_ASIDE] else SAY_AGAIN


def _said(finding: Finding, before: Iterable[tuple[str, datetime]], now: datetime) -> bool:
    """Whether this was said, or such an alert called for, so short a time ago that it need not be again."""
    since = now - again_after(finding)
    words = NOBODYS if finding.fault in NOBODYS else {finding.what}
    return any(what in words and at > since for what, at in before)


def _called_lately(before: Iterable[tuple[str, datetime]], now: datetime) -> bool:
    return any(what in NOBODYS and at > now - SAY_AGAIN for what, at in before)


async def _scene(work: Work, finding: Finding, case: Case) -> Scene:
    alert = await (work.alert(finding.alert) if finding.alert else work.alert_of_case(case.ref))
    visit = await work.visit(VisitRef(finding.subject)) if finding.clock is Clock.VISIT else None
    return Scene(case=case, roster=await work.roster(), alert=alert, visit=visit)


@dataclass
class Auditor:
    """Examines every half minute, and soon after the clock was moved. `told`: there is something to send now;
    `beat`: an examination went well."""

    audit: Audit
    now: Callable[[], datetime]
    told: Callable[[], None]
    beat: Callable[[], None] = _nothing
    ticks: Callable[[], float] = monotonic
    every: float = EVERY
    settle: float = SETTLE
    _moved: asyncio.Event = field(default_factory=asyncio.Event)

    def nudge(self) -> None:
        """The clock was moved: look soon, but not before the others had their turn."""
        self._moved.set()

    async def run(self) -> None:
        """Examine until cancelled; an examination that fails is logged and the next one comes in its time."""
        await self._settled()
        while True:
            await self._examine()
            if await self._jumped(self.every):
                await self._settled()

    async def _settled(self) -> None:
        """Wait until no clock has jumped for a moment; a clock that never rests does not keep the audit away."""
        until = self.ticks() + self.every
        while await self._jumped(self.settle) and self.ticks() < until:
            pass

    async def _jumped(self, wait: float) -> bool:
        """Wait that long; at once True when the clock was moved, or when it turns out that time itself jumped."""
        now, ticks = self.now(), self.ticks()
        self._moved.clear()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._moved.wait(), wait)
            return True
        passed = self.ticks() - ticks
        return passed - wait > JUMP or abs((self.now() - now).total_seconds() - passed) > JUMP

    async def _examine(self) -> None:
        try:
            if await self.audit.examine(now=self.now()):
                self.told()
            self.beat()
        except Exception:
            log.exception("an examination failed, the next one comes in its time")
