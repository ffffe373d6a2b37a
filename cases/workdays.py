"""Working days and the quiet hours: on which days paperwork goes on, and when nobody is to be written to.

A working day has the hours in which people may be written to: from the end of the quiet hours to their beginning.
Paperwork that is told in minutes counts these hours alone, what is told in days ends when such a day does.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from cases.book import BookStep, Pace, Unit
from cases.profile import Profile

_DAY = timedelta(days=1)
#: So many days ahead there is a working day, whatever was entered as holidays.
FARTHEST = 400


def is_workday(day: date, profile: Profile) -> bool:
    """Whether paperwork goes on: a weekday of the profile that is no holiday, fixed or movable."""
    if day.isoweekday() not in profile.workdays or day in profile.days_off:
        return False
    return all((fixed.month, fixed.day) != (day.month, day.day) for fixed in profile.holidays)


def workdays_after(day: date, profile: Profile) -> Iterator[date]:
    """The working days behind that day, one after the other."""
    return (one for one in (day + _DAY * n for n in range(1, FARTHEST)) if is_workday(one, profile))


def nth_workday(day: date, count: int, profile: Profile) -> date:
    """The working day that many working days behind that day; the day itself for none."""
    coming = workdays_after(day, profile)
    for _ in range(count):
        day = next(coming, day + _DAY)
    return day


def workday_before(day: date, profile: Profile) -> date:
    """The last working day before that day."""
    back = (day - _DAY * n for n in range(1, FARTHEST))
    return next((one for one in back if is_workday(one, profile)), day - _DAY)


def opens_at(day: date, profile: Profile) -> datetime:
    """The hour of that day from which people may be written to."""
    return datetime.combine(day, time(profile.quiet_until), tzinfo=profile.zone)


def closes_at(day: date, profile: Profile) -> datetime:
    """The hour of that day at which the quiet hours begin: the end of its work."""
    return datetime.combine(day, time(profile.quiet_from), tzinfo=profile.zone)


def is_quiet(moment: datetime, profile: Profile) -> bool:
    """Whether nobody is to be written to but for danger."""
    return not profile.quiet_until <= profile.local(moment).hour < profile.quiet_from


def end_of_quiet(moment: datetime, profile: Profile) -> datetime:
    """The moment itself, or the end of the quiet hours that it falls into."""
    if not is_quiet(moment, profile):
        return moment
    local = profile.local(moment)
    return opens_at(local.date() + (_DAY if local.hour >= profile.quiet_from else timedelta(0)), profile)


def after_minutes(since: datetime, minutes: float, profile: Profile) -> datetime:
    """So many minutes of working days later."""
    left = timedelta(minutes=minutes)
    day = profile.local(since).date()
    for one in (day, *workdays_after(day, profile)):
        if not is_workday(one, profile):
            continue
        start, end = max(since, opens_at(one, profile)), closes_at(one, profile)
        if start + left <= end:
            return start + left
        left -= max(timedelta(0), end - start)
    return since + left


def after_days(since: datetime, days: int, profile: Profile) -> datetime:
    """The end of the working day that many working days behind the day of that moment."""
    return closes_at(nth_workday(profile.local(since).date(), days, profile), profile)


def time_of(step: BookStep, since: datetime, profile: Profile, *, share: float = 1.0) -> datetime | None:
    """When the standard time of a step is over, or a share of it; None for a step without one (R-15)."""
    if step.time is None:
        return None
    if step.pace is Pace.CALENDAR:
        return since + timedelta(minutes=step.time.minutes) * share
    if step.time.unit is Unit.MINUTES:
        return after_minutes(since, step.time.minutes * share, profile)
    return after_days(since, step.time.days, profile)
