"""Wishes that wait for a second person: an exception from a refusal (1.10), an end without signature (6.4).

Until it is answered, whoever may answer it hears of it again: at the marks of the profile, and every morning.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from cases.case import HANDLED, Case, CaseRef, Status
from cases.clocks import by_day
from cases.conditions import wished
from cases.handling import OneSided, Override
from cases.outcome import Clock, Reminder
from cases.profile import Profile
from cases.workdays import is_workday


class Wish(StrEnum):
    OVERRIDE = "override"
    ONE_SIDED = "onesided"


def waiting(case: Case) -> Mapping[Wish, Override | OneSided]:
    """The wishes of a case that nobody has answered yet."""
    override, end = wished(case), case.handling.one_sided
    found: dict[Wish, Override | OneSided] = {}
    if override is not None and override.agreed_by is None and case.status is Status.REFUSED:
        found[Wish.OVERRIDE] = override
    if end is not None and end.agreed_by is None and case.status in HANDLED:
        found[Wish.ONE_SIDED] = end
    return found


def _marks(kind: Wish, asked_at: datetime, profile: Profile) -> tuple[datetime, ...]:
    """When it is brought up by itself; an exception, asked for because of danger, waits for no day."""
    marks = tuple(asked_at + timedelta(hours=hours) for hours in profile.wish_marks[kind])
    return marks if kind is Wish.OVERRIDE else tuple(by_day(mark, profile) for mark in marks)


def next_ring(kind: Wish, wish: Override | OneSided, *, profile: Profile, now: datetime) -> datetime:
    """The next mark, and behind the last one every morning."""
    coming = [mark for mark in _marks(kind, wish.asked_at, profile) if mark > now]
    return min(coming, default=_mornings(profile, now)[1])


def is_told(kind: Wish, wish: Override | OneSided, *, profile: Profile, now: datetime) -> bool:
    """Whether this ring is a message of its own. What is asked for because of danger is said at each mark, and on
    mornings without a digest; paperwork once on a working day, unless the digest has named it by then."""
    last = max((mark for mark in _marks(kind, wish.asked_at, profile) if mark <= now), default=None)
    morning, _ = _mornings(profile, now)
    at_a_mark = last is not None and last > morning
    works = is_workday(profile.local(now).date(), profile)
    if kind is Wish.OVERRIDE:
        return at_a_mark or not works
    return at_a_mark and works and not (wish.asked_at < morning and is_workday(morning.date(), profile))


def _mornings(profile: Profile, now: datetime) -> tuple[datetime, datetime]:
    """The hour of the digest that was last, and the one that comes next."""
    local = profile.local(now)
    today = datetime.combine(local.date(), profile.digest_at, tzinfo=profile.zone)
    first = today if today <= now else today - timedelta(days=1)
    return first, first + timedelta(days=1)


def look_again_at(before: Case, after: Case, *, profile: Profile, now: datetime) -> tuple[Reminder, ...]:
    """What is set where a wish was asked for, and put away where it was answered or is over."""
    had, has = waiting(before), waiting(after)
    return tuple(
        Reminder(
            Clock.WISH,
            subject(after.ref, kind),
            next_ring(kind, has[kind], profile=profile, now=now) if kind in has else None,
        )
        for kind in Wish
        if had.get(kind) != has.get(kind)
    )


def put_away(case: Case) -> tuple[Reminder, ...]:
    """Nothing that waits in this case is brought up any more."""
    return tuple(Reminder(Clock.WISH, subject(case.ref, kind), None) for kind in waiting(case))


def subject(case: CaseRef, kind: Wish) -> str:
    """Under which a wish of a case is reminded of."""
    return f"{case}|{kind}"


def read_subject(said: str) -> tuple[CaseRef, str]:
    """The case and the wish of a reminder."""
    ref, _, kind = said.rpartition("|")
    return CaseRef(ref), kind
