"""The figures of a month, for whoever answers for the unit."""

from __future__ import annotations

from datetime import date, datetime

from cases.figures import bounds, figures, month_of
from cases.monthly import READERS, message
from cases.outcome import Outcome
from cases.refusals import NotAllowed, Unknown
from cases.staff import Staff
from handlers.conversation.engine import World
from handlers.heard import Heard
from storage import Work


async def show(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """`/angka`: this month so far; the buttons beneath lead to the months beside it."""
    if staff.role not in READERS:
        raise NotAllowed
    this = month_of(now, world.profile)
    month = _month(heard.choice) if heard.choice else this
    if month > this:
        raise Unknown
    called = await work.called_between(*bounds(month, world.profile))
    found = figures(called, month=month, now=now)
    return Outcome(messages=(message(found, to=staff, profile=world.profile, now=now),))


def _month(choice: str) -> date:
    try:
        return date.fromisoformat(f"{choice}-01")
    except ValueError:
        raise Unknown from None
