"""On the first day of a month the coordinator and the head get the figures of the last one by themselves."""

from __future__ import annotations

from datetime import datetime, time

from cases.figures import bounds, figures, month_after, month_before, month_of
from cases.messages import Lane, Message
from cases.monthly import READERS, message
from cases.outcome import Clock, Outcome, Reminder
from cases.profile import Profile
from storage import Work

#: The subject of its reminder; the clock is that of the other daily things.
SUBJECT = "figures"


def next_month(profile: Profile, now: datetime) -> Reminder:
    """When the figures of the month that runs now are due: on the first of the next, at the daily hour."""
    first = month_after(month_of(now, profile))
    return Reminder(Clock.DAILY, SUBJECT, datetime.combine(first, time(profile.daily_hour), tzinfo=profile.zone))


async def ensure(work: Work, profile: Profile, now: datetime) -> None:
    """At the start of the house: the figures have their reminder. Asking twice changes nothing."""
    if not await work.reminders(SUBJECT):
        await work.record(Outcome(reminders=(next_month(profile, now),)), now=now)


async def monthly(work: Work, profile: Profile, now: datetime) -> Outcome:
    """The figures of the month before this one, and the reminder of the next: a start days late still sends them."""
    month = month_before(month_of(now, profile))
    told: list[Message] = []
    for person in (await work.roster()).having(*READERS):
        # Each without what is hidden from them: a breach stands there with its number.
        work.viewer = person.id
        called = await work.called_between(*bounds(month, profile))
        found = figures(called, month=month, now=now)
        told.append(message(found, to=person, profile=profile, now=now, lane=Lane.REST))
    work.viewer = None
    return Outcome(reminders=(next_month(profile, now),), messages=tuple(told))
