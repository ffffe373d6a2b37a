"""The morning's one message: what is due today, what is late, whom to visit, who has not answered; else nothing.

It comes on working days, on others only where something about a person's safety is due. What is due within minutes
rings by itself; whatever takes days is told here alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum

from cases.case import Case, Status
from cases.deadlines import ACCOMPANIED, VISIT, OpenStep, is_safety, open_steps, postponed
from cases.outcome import Clock, Reminder
from cases.profile import Profile
from cases.staff import Staff, StaffId
from cases.visit import Visit
from cases.wishes import Wish, waiting
from cases.workdays import is_quiet, is_workday, workday_before, workdays_after

#: The standing row; each person's own begins with it.
SUBJECT = "digest"
#: 4.1 lasts a week, and is asked after once before its end.
SERVICE, SERVICE_MARK = "4.1", 5


class Part(IntEnum):
    """The parts of the message, in the order of their urgency."""

    SAFETY_LATE = 0
    SAFETY = 1
    DECIDE = 2
    LATE = 3
    TODAY = 4
    ASK = 5
    WAITING = 6


@dataclass(frozen=True)
class Held:
    """A case that somebody answers for, with its planned visit and how many referrals nobody has confirmed."""

    case: Case
    visit: Visit | None = None
    unconfirmed: int = 0


@dataclass(frozen=True)
class Item:
    """One line: what of which case, in which part. Without a step it is a wish that waits for this person's answer, or
    a referral that nobody has confirmed."""

    part: Part
    case: Case
    step: OpenStep | None = None
    visit: Visit | None = None
    wish: Wish | None = None

    @property
    def due_at(self) -> datetime | None:
        return self.step.due_at if self.step is not None else None

    @property
    def order(self) -> tuple[int, bool, float, str]:
        due = self.due_at.timestamp() if self.due_at is not None else float("inf")
        return (self.part, not self.case.emergency, due, self.case.number)


def next_digest(profile: Profile, *, now: datetime) -> Reminder:
    """The next time the morning's hour comes, on the unit's own clock."""
    day = profile.local(now).date()
    hours = (datetime.combine(day + timedelta(days=n), profile.digest_at, tzinfo=profile.zone) for n in (0, 1))
    return Reminder(Clock.DIGEST, SUBJECT, next(hour for hour in hours if hour > now))


def is_morning(profile: Profile, *, now: datetime) -> bool:
    """Whether it may still be told today: a start late in the night waits for the next morning."""
    return not is_quiet(now, profile) and profile.local(now).time() >= profile.digest_at


def items_of(held: Held, *, profile: Profile, now: datetime) -> tuple[Item, ...]:
    """The lines of one case for today. After a refusal only visits are left to who holds it: to close it is for who
    answers for the unit, whose part of the message names it."""
    today = profile.local(now).date()
    visits_only = held.case.status is Status.REFUSED
    works = is_workday(today, profile)
    found = [
        Item(part, held.case, one, held.visit if one.step == VISIT else None)
        for one in open_steps(held.case, profile=profile, now=now, visit=held.visit)
        if (one.step == VISIT or not visits_only)
        and (part := _part(one, held.case, today, profile, now)) is not None
        and (works or part in (Part.SAFETY, Part.SAFETY_LATE))
    ]
    if held.unconfirmed and works:
        found.append(Item(Part.WAITING, held.case))
    return tuple(found)


def to_answer(case: Case, person: StaffId, *, profile: Profile, now: datetime) -> tuple[Item, ...]:
    """The wishes of a case that this person may answer: not their own. Days off have no lines for them."""
    if not is_workday(profile.local(now).date(), profile):
        return ()
    asked = waiting(case)
    return tuple(Item(Part.DECIDE, case, wish=kind) for kind, wish in asked.items() if wish.asked_by != person)


def _part(one: OpenStep, case: Case, today: date, profile: Profile, now: datetime) -> Part | None:
    off = postponed(case, one.step)
    if one.due_at is None or one.step in ("1.5", "1.7") or (off is not None and today < off.until):
        return None
    day = profile.local(one.due_at).date()
    if is_safety(one):
        return Part.SAFETY_LATE if one.is_late(now) else Part.SAFETY if day == today else None
    if one.is_late(now):
        return Part.LATE
    # What falls due before the next message of a working day is told today.
    if day < next(workdays_after(today, profile)) or (off is not None and off.until == today):
        return Part.TODAY
    return Part.ASK if any(workday_before(today, profile) < mark <= today for mark in _marks(one, profile)) else None


def _marks(one: OpenStep, profile: Profile) -> tuple[date, ...]:
    """The days on which a long step is asked after before its end."""
    first = profile.local(one.since).date()
    days = {SERVICE: (SERVICE_MARK,), ACCOMPANIED: profile.accompany_marks}.get(one.step, ())
    return tuple(first + timedelta(days=day) for day in days)


def is_worth_it(items: Iterable[Item], *, profile: Profile, now: datetime) -> bool:
    """Whether a message goes out at all: on a day off only when something about safety falls due on it."""
    today = profile.local(now).date()
    if is_workday(today, profile):
        return any(True for _ in items)
    return any(item.due_at is not None and profile.local(item.due_at).date() == today for item in items)


def spread(people: Iterable[Staff], *, now: datetime) -> tuple[Reminder, ...]:
    """Each person's message is made by itself, so that one that fails holds up nobody else's."""
    return tuple(Reminder(Clock.DIGEST, subject_of(person.id), now) for person in people)


def subject_of(person: StaffId) -> str:
    return f"{SUBJECT}|{int(person)}"
