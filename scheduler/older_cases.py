"""Cases from before there were steps of the book: they get their reminders once, a few at a time."""

from __future__ import annotations

from datetime import datetime

from cases.case import Status
from cases.deadlines import taken_in
from cases.outcome import Outcome
from cases.profile import Profile
from storage import Work

AT_ONCE = 100
STATUSES = (Status.CONFIRMED, Status.ASSIGNED)


async def take_in_older_cases(work: Work, profile: Profile, now: datetime) -> int:
    """How many were taken in; the rest follow when it is asked again."""
    taken = 0
    for case in await work.without_steps(STATUSES, limit=AT_ONCE):
        if case.handling.entered_at is not None:
            continue
        kept, reminders = taken_in(case, profile=profile, now=now)
        await work.record(Outcome(cases=(kept,), reminders=reminders), now=now)
        taken += 1
    return taken
