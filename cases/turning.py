"""How the rota turns who is on duty: what changes at a change of shift, and whom to ask "Siap?" before it.

Being on duty (`Staff.on_duty`) is what the ladder reads; the rota only turns it. Whoever went on duty by hand outside
a shift stays on until they go off, and whoever goes off by hand during one stays off.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from cases.outcome import Clock, Outcome, Reminder
from cases.profile import Profile
from cases.rota import APPLIED, Applied, Ready, Rota, Standing
from cases.shifts import HORIZON, Plan, Shift
from cases.staff import Roster, Staff, StaffId

#: While somebody whose shift runs is not on duty, it is looked at again this often.
LOOK_AGAIN = timedelta(minutes=5)
#: A rota without a change in sight is looked at this often.
QUIET = timedelta(days=1)
#: Each clock of the rota has one row, under this subject.
SUBJECTS = {Clock.ROTA: "rota", Clock.READY: "ready", Clock.DAILY: "daily"}
#: Nobody in particular: the clock enters what it applied itself.
CLOCK = StaffId(0)


@dataclass(frozen=True)
class Turn:
    """What the clock changes now: who comes on and who goes off, and whose shift runs without their "Siap".

    `off` are those who are on duty no longer; it does not touch who is so by hand.
    """

    applied: Applied
    comes: tuple[Shift, ...] = ()
    goes: tuple[Standing, ...] = ()
    unready: tuple[Shift, ...] = ()
    off: frozenset[StaffId] = frozenset()

    @property
    def is_empty(self) -> bool:
        return not (self.comes or self.goes or self.unready)


def turn(plan: Plan, roster: Roster, *, now: datetime) -> Turn:
    """Everything that changed since the rota was last applied, in one step, however long ago that was."""
    before = plan.rota.applied or Applied(ref=APPLIED, by=CLOCK, at=now, until=now)
    running = [shift for shift in plan.on_at(now) if roster.by_id(shift.staff) is not None]
    goes = tuple(old for old in before.standing if not any(_goes_on(old, shift) for shift in running))
    standing: list[Standing] = []
    comes: list[Shift] = []
    unready: list[Shift] = []
    for shift in running:
        old = next((old for old in before.standing if _goes_on(old, shift)), None)
        person = roster.by_id(shift.staff)
        assert person is not None
        # Who went on duty by hand and is still there when the shift begins is there.
        by_hand = old.by_hand if old else person.on_duty and all(one.staff != person.id for one in goes)
        on = by_hand or _stands(plan.rota, person, shift, old, now)
        if on and not (old and old.on):
            comes.append(shift)
        elif not on and (old is None or old.on):
            unready.append(shift)
        standing.append(Standing(shift.staff, shift.start, shift.end, on, by_hand))
    off = {old.staff for old in goes}
    off |= {shift.staff for shift in unready for old in before.standing if old.on and old.staff == shift.staff}
    off -= {one.staff for one in standing if one.on}
    applied = replace(before, until=now, standing=tuple(standing))
    return Turn(applied, tuple(comes), goes, tuple(unready), frozenset(off))


def _goes_on(old: Standing, shift: Shift) -> bool:
    """Whether it is the same stretch of duty: changed since, perhaps, but without a break."""
    return old.staff == shift.staff and shift.start <= old.end and old.start <= shift.end


def _stands(rota: Rota, person: Staff, shift: Shift, old: Standing | None, now: datetime) -> bool:
    """Whether this member is on duty for that shift: asked and ready, or not asked in time to answer."""
    asked = asked_for(rota, shift)
    if asked is not None and asked.yes is None and now >= asked.answer_by:
        return False
    return bool(old and old.on) or person.reachable


def asked_for(rota: Rota, shift: Shift) -> Ready | None:
    """The newest "Siap?" for that shift, if it was asked."""
    asked = (r for r in rota.of(Ready) if r.staff == shift.staff and r.start < shift.end and shift.start < r.end)
    return max(asked, key=lambda ready: ready.at, default=None)


def next_turn(plan: Plan, turned: Turn, *, now: datetime) -> datetime:
    """When the clock has to look at the rota again."""
    coming = [now + QUIET, *plan.changes_between(now, now + HORIZON)[:1]]
    coming += [ready.answer_by for ready in plan.rota.of(Ready) if ready.yes is None and ready.answer_by > now]
    if not all(one.on for one in turned.applied.standing):
        coming.append(now + LOOK_AGAIN)
    return min(coming)


def to_ask(plan: Plan, *, profile: Profile, now: datetime) -> tuple[Shift, ...]:
    """The shifts whose officers are to be asked now: they begin within the profile's time, or have begun unasked."""
    standing = plan.rota.applied.standing if plan.rota.applied else ()
    return tuple(
        shift
        for shift in plan.shifts(now, now + _ahead(profile) + timedelta(microseconds=1))
        if asked_for(plan.rota, shift) is None and not any(old.on and _goes_on(old, shift) for old in standing)
    )


def answer_by(shift: Shift, *, profile: Profile, now: datetime) -> datetime:
    """Until when silence is no answer yet: the start of the shift, or a few minutes where we ask late ourselves."""
    return max(shift.start, now + timedelta(minutes=min(profile.answer_minutes, profile.ready_minutes)))


def next_ask(plan: Plan, *, profile: Profile, now: datetime) -> datetime:
    """When somebody is to be asked next."""
    starts = (s.start - _ahead(profile) for s in plan.shifts(now, now + HORIZON) if asked_for(plan.rota, s) is None)
    return min((moment for moment in starts if moment > now), default=now + QUIET)


def look_again(now: datetime) -> Outcome:
    """Something of the rota changed: its clocks look at once."""
    return Outcome(reminders=tuple(Reminder(clock, SUBJECTS[clock], now) for clock in (Clock.ROTA, Clock.READY)))


def _ahead(profile: Profile) -> timedelta:
    return timedelta(minutes=profile.ready_minutes)
