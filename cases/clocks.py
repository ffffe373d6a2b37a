"""When something rings: marks on the way to a deadline, and the hours at which visits are brought to mind."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from cases.alert import NEEDS_OUTREACH, Cause
from cases.case import Case
from cases.profile import Profile

OUTREACH_ROUTES = ("e", "e*")


#: From this hour on nobody is reminded of what can wait until the morning.
NIGHT_FROM = 21


def deadline_of(case: Case, *, cause: Cause, profile: Profile, now: datetime) -> datetime:
    """When the outreach must have happened (1.6, or the shortest medical window), or step 1.5 be confirmed."""
    if cause not in NEEDS_OUTREACH:
        return case.reported_at + timedelta(minutes=profile.confirm_minutes)
    if cause in (Cause.UNSAFE_VISIT, Cause.RAISED):
        return now + timedelta(minutes=profile.outreach_minutes)
    urgent = (route.deadline_minutes for route in case.decision.routes if route.code in OUTREACH_ROUTES)
    time = timedelta(minutes=min((profile.outreach_minutes, *urgent)))
    windows = case.decision.medical_windows
    # A case may become an emergency days after its report: its time starts then. A medical window does not wait.
    if (windows.pep is None and windows.contraception is None) or case.reported_at + time <= now:
        return now + time
    return case.reported_at + time


def mark_at(start: datetime, deadline: datetime, percent: int) -> datetime:
    """The moment at which so many percent of the time are gone."""
    return start + (deadline - start) * percent / 100


def first_mark(start: datetime, deadline: datetime, marks: tuple[int, ...], *, now: datetime) -> datetime | None:
    """The first mark still to come, if any; marks that passed while nobody looked are not rung one by one."""
    coming = (mark_at(start, deadline, percent) for percent in marks)
    return next((moment for moment in coming if moment > now), None)


def last_mark(start: datetime, deadline: datetime, marks: tuple[int, ...], *, now: datetime) -> int:
    """The highest mark, in percent, that has passed; 0 before the first."""
    return max((percent for percent in marks if mark_at(start, deadline, percent) <= now), default=0)


def by_day(moment: datetime, profile: Profile) -> datetime:
    """The moment, or the next morning if it falls into the night: what can wait does not wake anybody."""
    local = profile.local(moment)
    if profile.visit_morning <= local.hour < NIGHT_FROM:
        return moment
    day = local.date() + timedelta(days=1 if local.hour >= NIGHT_FROM else 0)
    return _local(day, profile.visit_morning, profile)


def next_morning(now: datetime, profile: Profile) -> datetime:
    """The hour of the next day at which people are reminded of what can wait for daylight."""
    return _local(profile.local(now).date() + timedelta(days=1), profile.visit_morning, profile)


def day_over(day: date, profile: Profile) -> datetime:
    """The end of a day on the unit's own clock."""
    return _local(day + timedelta(days=1), 0, profile)


def _local(day: date, hour: int, profile: Profile) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=profile.zone)


def visit_rings(due_on: date, profile: Profile) -> tuple[tuple[datetime, str], ...]:
    """The eve in the afternoon, the day itself in the morning, then the overdue mornings (R-16)."""
    eve = _local(due_on - timedelta(days=1), profile.visit_eve, profile)
    day = _local(due_on, profile.visit_morning, profile)
    late = tuple(
        (_local(due_on + timedelta(days=days), profile.visit_morning, profile), "late")
        for days in profile.visit_overdue_days
    )
    return ((eve, "eve"), (day, "day"), *late)


def next_visit_ring(due_on: date, profile: Profile, *, now: datetime) -> datetime:
    """The next hour at which the visit is brought to mind; after the last one, every as many days again."""
    for moment, _ in visit_rings(due_on, profile):
        if moment > now:
            return moment
    every = timedelta(days=profile.visit_overdue_days[-1])
    moment = visit_rings(due_on, profile)[-1][0]
    return moment + every * ((now - moment) // every + 1)


def visit_stage(due_on: date, profile: Profile, *, now: datetime) -> str:
    """How the visit lies to the unit's own day: still ahead, today, or late. A ring that comes late says what is."""
    today = profile.local(now).date()
    if today < due_on:
        return "eve"
    return "day" if today == due_on else "late"
