"""When somebody may be written to: read a second time, minute by minute, and compared."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.phrases import says
from cases.safe_contact import (
    BETWEEN_KNOCKS,
    IN_CHAT,
    MARGIN,
    MOST_KNOCKS,
    SKEW,
    Held,
    SafeContact,
    is_at_hours,
    is_safe,
    knocked,
    may_be_held,
    may_say_now,
    next_knock,
    next_safe,
    not_knocked,
    same_word,
)
from cases.safe_words import hours_words, stretch_words

ZONE = "Asia/Makassar"
NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)  # 12:00 in Luwu Utara
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
LET = SafeContact(first=True, zone=ZONE)
STRETCH = st.tuples(st.integers(0, 23), st.integers(0, 23))
HOURS = st.lists(STRETCH, max_size=3).map(tuple)
MOMENTS = st.integers(0, 400 * 24 * 3600).map(lambda seconds: NOON + timedelta(seconds=seconds))


def hours_of(stretches: tuple[tuple[int, int], ...]) -> set[int]:
    """The hours of a day that are safe, counted one by one."""
    found: set[int] = set()
    for begin, end in stretches or ((7, 21),):
        hour = begin
        while True:
            found.add(hour)
            hour = (hour + 1) % 24
            if hour == end:
                break
    return found


@given(HOURS, MOMENTS)
@settings(max_examples=200, deadline=None)
def test_the_next_safe_moment_is_safe_and_none_is_earlier(hours: tuple[tuple[int, int], ...], now: datetime) -> None:
    safe = SafeContact(first=True, hours=hours, zone=ZONE)
    found = next_safe(safe, now)
    assert found is not None
    allowed = hours_of(hours)
    minute = now
    while minute < found:
        # Luwu Utara is eight hours ahead all the year.
        arrives = minute + MARGIN
        assert not ((minute.hour + 8) % 24 in allowed and (arrives.hour + 8) % 24 in allowed)
        minute += 7 * MINUTE
    assert (found.hour + 8) % 24 in allowed
    assert ((found + MARGIN).hour + 8) % 24 in allowed


SAFE_AT = (
    # hours, local hour of the day, whether a line may arrive then
    (((8, 12),), 8, True),
    (((8, 12),), 7, False),
    (((8, 12),), 12, False),
    (((22, 5),), 23, True),
    (((22, 5),), 3, True),
    (((22, 5),), 5, False),
    (((6, 11), (18, 22)), 19, True),
    (((6, 11), (18, 22)), 15, False),
    (((0, 0),), 13, True),
    ((), 12, True),
    ((), 3, False),
)


@pytest.mark.parametrize(("hours", "hour", "safe"), SAFE_AT)
def test_stretches_go_over_midnight_and_any_time_means_no_night(hours: tuple, hour: int, safe: bool) -> None:
    moment = NOON + timedelta(hours=hour - 12)
    assert is_safe(SafeContact(first=True, hours=hours, zone=ZONE), moment) is safe


def test_an_hour_that_clocks_leave_out_is_waited_for_the_next_day() -> None:
    """In Berlin there was no hour from two to three on 29 March 2026."""
    safe = SafeContact(first=True, hours=((2, 3),), zone="Europe/Berlin")
    found = next_safe(safe, datetime(2026, 3, 28, 12, tzinfo=UTC))
    assert found == datetime(2026, 3, 30, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize("safe", [SafeContact(zone=ZONE), SafeContact(first=False, zone=ZONE), SafeContact(first=True)])
def test_without_leave_or_zone_no_moment_is_safe(safe: SafeContact) -> None:
    assert next_safe(safe, NOON) is None
    assert next_knock(safe, Held(waiting=True), NOON) is None


def test_the_last_minutes_of_a_stretch_are_too_short() -> None:
    safe = SafeContact(first=True, hours=((8, 12),), zone=ZONE)
    assert next_safe(safe, NOON - MARGIN - MINUTE) == NOON - MARGIN - MINUTE
    assert next_safe(safe, NOON - MINUTE) == NOON + 20 * HOUR


IN_HAND = (
    (timedelta(0), None, True),
    (IN_CHAT, None, True),
    (IN_CHAT + MINUTE, None, False),
    (-SKEW, None, True),
    (-HOUR, None, False),
    (MINUTE, MINUTE, False),
    (MINUTE, timedelta(0), False),
    (MINUTE, 2 * MINUTE, True),
)


@pytest.mark.parametrize(("ago", "left_ago", "there"), IN_HAND)
def test_somebody_is_there_who_did_something_lately_and_did_not_leave(
    ago: timedelta, left_ago: timedelta | None, there: bool
) -> None:
    left_at = None if left_ago is None else NOON - left_ago
    assert may_say_now(heard_at=NOON - ago, left_at=left_at, now=NOON) is there


def test_who_was_never_heard_is_not_there() -> None:
    assert not may_say_now(heard_at=None, left_at=None, now=NOON)


def test_one_knock_in_a_day_and_three_in_all() -> None:
    held, now, at = Held(waiting=True), NOON, []
    while (due := next_knock(LET, held, now)) is not None:
        now = due
        at.append(now)
        held = knocked(held, now)
    assert at == [NOON + nth * BETWEEN_KNOCKS for nth in range(MOST_KNOCKS)]


def test_a_line_that_never_went_out_does_not_count() -> None:
    held = not_knocked(knocked(Held(waiting=True), NOON))
    assert held == Held(waiting=True)
    assert next_knock(LET, held, NOON + HOUR) == NOON + HOUR


def test_a_clock_that_was_put_back_does_not_silence_for_longer_than_a_day() -> None:
    held = knocked(Held(waiting=True), NOON + 300 * DAY)
    assert next_knock(LET, held, NOON) == NOON + DAY


def test_whatever_they_do_next_ends_what_waits() -> None:
    held = Held(mark=4, waiting=True, knocks=2, at=NOON)
    assert held.since(4) == held.since(None) == held
    assert held.since(5) == Held(mark=5)
    assert next_knock(LET, held.since(5), NOON) is None


@pytest.mark.parametrize(
    ("safe", "news", "kept"),
    [
        (LET, False, True),
        (LET, True, False),
        (SafeContact(first=True, news=True, zone=ZONE), True, True),
        (SafeContact(first=False, news=True, zone=ZONE), True, False),
        (SafeContact(), False, False),
    ],
)
def test_news_is_kept_only_for_who_wants_it(safe: SafeContact, news: bool, kept: bool) -> None:
    assert may_be_held(safe, news=news) is kept


def test_hours_hold_for_the_telephone_too_whoever_writes_first() -> None:
    safe = SafeContact(first=None, hours=((8, 12),), zone=ZONE)
    assert is_at_hours(safe, NOON - HOUR)
    assert not is_at_hours(safe, NOON)
    assert is_at_hours(SafeContact(), NOON)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Melati", " melati! ", True), ("dua kata", "Dua Kata", True), ("melati", "mawar", False), ("", "", False)],
)
def test_a_word_is_the_same_however_it_is_typed(one: str, other: str, same: bool) -> None:
    assert same_word(one, other) is same


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (((6, 11), (11, 15), (15, 18)), [(6, 18)]),
        (((6, 11), (15, 18)), [(6, 11), (15, 18)]),
        (((8, 12), (10, 11), (12, 13)), [(8, 13)]),
        (((6, 11), (22, 5)), [(6, 11), (22, 5)]),
    ],
)
def test_hours_that_touch_are_said_as_one(hours: tuple[tuple[int, int], ...], said: list[tuple[int, int]]) -> None:
    assert hours_words(SafeContact(hours=hours)) == says("value-list", values=tuple(map(stretch_words, said)))
