"""Cases from before there were steps of the book are taken in once, and nothing of them is late at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from cases.case import Status
from cases.handling import Handling
from cases.outcome import Clock, Outcome
from scheduler.older_cases import take_in_older_cases
from tests.handlers.test_handlers_afterwards import reports
from tests.office import Office, world


async def test_an_older_case_gets_its_steps_once(office: Office) -> None:
    case = await reports(office)
    async with office.storage.work() as work:
        stands = await work.case(case.ref)
        assert stands is not None
        old = replace(stands, status=Status.ASSIGNED, handling=Handling(), due_at=None, assigned_at=office.now)
        await work.record(Outcome(cases=(old,)), now=office.now)
    office.now += timedelta(days=40)
    async with office.storage.work() as work:
        assert await take_in_older_cases(work, world().profile, office.now) == 1
        assert await take_in_older_cases(work, world().profile, office.now) == 0
        kept = await work.case(case.ref)
        waiting = await work.reminders(f"{case.ref}|1.8")
    assert kept is not None
    assert kept.due_at is not None
    assert kept.due_at > office.now
    assert [one.clock for one in waiting] == [Clock.STEP]
