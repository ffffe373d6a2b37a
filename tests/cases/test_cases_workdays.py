"""Working days and quiet hours, against a second reading that counts minute by minute and day by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.book import BY_NUMBER
from cases.profile import FixedHoliday, Profile
from cases.workdays import after_days, after_minutes, end_of_quiet, is_quiet, is_workday, time_of, workday_before
from tests.cases.stage import profile

EID = date(2026, 3, 20)


def at(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=profile().zone)


def plain_workday(day: date, here: Profile) -> bool:
    """Whether it is one, read off a calendar by hand."""
    fixed = {(holiday.month, holiday.day) for holiday in here.holidays}
    return day.weekday() + 1 in here.workdays and (day.month, day.day) not in fixed and day not in here.days_off


def by_the_minute(since: datetime, minutes: int, here: Profile) -> datetime:
    """One minute after the other; only those of working hours count."""
    moment = since
    while minutes > 0:
        local = moment.astimezone(here.zone)
        works = plain_workday(local.date(), here) and here.quiet_until <= local.hour < here.quiet_from
        minutes -= works
        moment += timedelta(minutes=1)
    return moment


def by_the_day(since: datetime, days: int, here: Profile) -> datetime:
    day = since.astimezone(here.zone).date()
    while days:
        day += timedelta(days=1)
        days -= plain_workday(day, here)
    return datetime.combine(day, time(here.quiet_from), tzinfo=here.zone)


moments = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
profiles = st.builds(
    lambda workdays, off, fixed, hours: replace(
        profile(),
        workdays=frozenset(workdays),
        days_off=frozenset(off),
        holidays=tuple(FixedHoliday(day.month, day.day, "x") for day in fixed),
        quiet_until=hours[0],
        quiet_from=hours[1],
    ),
    st.sets(st.integers(1, 7), min_size=1),
    st.sets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=12),
    st.sets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=8),
    st.sampled_from([(7, 21), (6, 22), (8, 9), (0, 23)]),
)


@settings(max_examples=25, deadline=None)
@given(moments, st.sampled_from([1, 30, 60, 90, 120, 900]), profiles)
def test_minutes_of_working_days(since: datetime, minutes: int, here: Profile) -> None:
    assert after_minutes(since, minutes, here) == by_the_minute(since, minutes, here)


@settings(max_examples=30, deadline=None)
@given(moments, st.integers(0, 12), profiles)
def test_working_days(since: datetime, days: int, here: Profile) -> None:
    assert after_days(since, days, here) == by_the_day(since, days, here)


@settings(max_examples=30, deadline=None)
@given(moments, profiles)
def test_the_quiet_hours_end(moment: datetime, here: Profile) -> None:
    end = end_of_quiet(moment, here)
    assert not is_quiet(end, here)
    assert end == moment or (is_quiet(moment, here) and timedelta(0) < end - moment <= timedelta(hours=24))
    day = moment.date()
    before = workday_before(day, here)
    assert is_workday(before, here)
    assert not any(is_workday(before + timedelta(days=n), here) for n in range(1, (day - before).days))


DUE = (
    ("1.8", at(6, 16), at(7, 16)),  # a Friday: the day of a contact runs over Saturday
    ("1.9", at(6, 16), at(9, 21)),  # paperwork waits for Monday
    ("2.1", at(6, 16), at(6, 18)),
    ("2.1", at(6, 20), at(9, 8)),  # an hour of Friday, and one of Monday
    ("2.1", at(7, 10), at(9, 9)),
    ("2.3", at(5, 10), at(9, 21)),
    ("2.7", at(2, 23), at(3, 8)),
    ("3.2", at(19, 10), at(23, 21)),  # Friday 20 March is a movable holiday
    ("4.1", at(2, 12), at(9, 12)),  # services are for a person: their days run on
    ("4.4", at(2, 12), at(31, 12, month=5)),
    ("2.4", at(2, 12), None),  # the source lost its time
)


@pytest.mark.parametrize(("step", "since", "due"), DUE, ids=lambda part: str(part)[:16])
def test_the_time_of_a_step(step: str, since: datetime, due: datetime | None) -> None:
    assert time_of(BY_NUMBER[step], since, profile().with_days_off((EID,))) == due
