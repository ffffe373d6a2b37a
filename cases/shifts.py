"""What the rota comes to: real shifts in UTC, who is on, who is next, where nobody is, when it changes.

Everything is reckoned on the unit's own clock, so that the server's zone and a change of summer time alter nothing:
a shift begins at the first moment at which that clock shows its hour.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from cases.profile import FixedHoliday, Profile
from cases.rota import Extra, Holiday, Holidays, Leave, Ready, Rota, Swap, SwapState, Weekly
from cases.spans import Cover, Span, holes, together, within, without
from cases.staff import Roster, StaffId

#: How far we look for the next change; a rota that is empty for longer is looked at again by the daily ring.
HORIZON = timedelta(days=15)
#: The end of a shift that runs on from day to day is seen so far ahead.
SEEN = timedelta(days=8)
_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Shift:
    """One stretch for which one member of the unit is on the rota, without a break in it."""

    start: datetime
    end: datetime
    staff: StaffId

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Plan:
    """The rota with what it is reckoned by. `people` are those who still belong to the unit; None: whoever is on it."""

    rota: Rota
    zone: ZoneInfo
    fixed: tuple[FixedHoliday, ...] = ()
    people: frozenset[StaffId] | None = None

    def shifts(self, since: datetime, until: datetime) -> tuple[Shift, ...]:
        """All shifts that lie in the stretch or reach into it, whole, the earliest first."""
        # A shift that runs on from day to day has no natural end: it is cut outside the stretch.
        wide = Span(since - 2 * _DAY, until + SEEN)
        return tuple(
            sorted(
                Shift(span.start, span.end, staff)
                for staff, cover in self._covers(wide).items()
                for span in cover
                if span.end > since and span.start < until
            )
        )

    def on_at(self, moment: datetime) -> tuple[Shift, ...]:
        """The shifts that run at that moment."""
        return tuple(s for s in self.shifts(moment, moment + _DAY) if s.start <= moment < s.end)

    def next_on(self, moment: datetime, *, days: int) -> tuple[Shift, ...]:
        """The shifts that begin first after that moment, if any does within so many days."""
        coming = [s for s in self.shifts(moment, moment + days * _DAY) if s.start > moment]
        return tuple(s for s in coming if s.start == coming[0].start)

    def gaps(self, since: datetime, *, days: int) -> Cover:
        """Where nobody at all is on the rota in the next so many days."""
        span = Span(since, since + days * _DAY)
        return holes(together(shift.span for shift in self.shifts(*span)), span)

    def changes_between(self, since: datetime, until: datetime) -> tuple[datetime, ...]:
        """The moments after `since`, up to and with `until`, at which a shift begins or ends."""
        shifts = self.shifts(since, until + timedelta(microseconds=1))
        return tuple(sorted({m for s in shifts for m in (s.start, s.end) if since < m <= until}))

    def own(self, staff: StaffId, since: datetime, *, days: int) -> tuple[Shift, ...]:
        """This member's shifts that run or begin in the next so many days."""
        return tuple(s for s in self.shifts(since, since + days * _DAY) if s.staff == staff)

    def has_entered(self, staff: StaffId, span: Span) -> bool:
        """Whether this member is entered for any part of the stretch, whatever leave and answers make of it."""
        entered = Rota(tuple(entry for entry in self.rota.entries if not isinstance(entry, Leave | Ready)))
        return any(shift.staff == staff for shift in replace(self, rota=entered).shifts(*span))

    def leave_in(self, staff: StaffId, span: Span) -> bool:
        """Whether this member is on leave in any part of the stretch."""
        return bool(within(together(self._leaves(staff)), span))

    def moment(self, day: date, hour: time) -> datetime:
        """The first moment at which the unit's clock shows that hour of that day, or a later one."""
        return _moment(day, hour, self.zone)

    def day_of(self, moment: datetime) -> date:
        """The day of the unit's calendar."""
        return moment.astimezone(self.zone).date()

    def is_holiday(self, day: date) -> bool:
        moving = any(h.day == day and h.ended_at is None for h in self.rota.of(Holiday))
        return moving or any((h.month, h.day) == (day.month, day.day) for h in self.fixed)

    def _covers(self, wide: Span) -> dict[StaffId, Cover]:
        """Who is on when: patterns and single shifts, then what was swapped, then without leave and "can't"."""
        spans: dict[StaffId, list[Span]] = {}
        for staff, span in self._entered(wide):
            spans.setdefault(staff, []).append(span)
        covers = {staff: within(together(found), wide) for staff, found in spans.items()}
        for swap in self.rota.of(Swap):
            if swap.state is SwapState.AGREED:
                self._swapped(covers, swap)
        for staff in covers:
            covers[staff] = without(covers[staff], (*self._leaves(staff), *self._refused(staff)))
        return {s: cover for s, cover in covers.items() if cover and (self.people is None or s in self.people)}

    @staticmethod
    def _swapped(covers: dict[StaffId, Cover], swap: Swap) -> None:
        moved = within(covers.get(swap.giver, ()), Span(swap.start, swap.end))
        covers[swap.giver] = without(covers.get(swap.giver, ()), moved)
        covers[swap.taker] = together((*covers.get(swap.taker, ()), *moved))

    def _entered(self, wide: Span) -> Iterator[tuple[StaffId, Span]]:
        for weekly in self.rota.of(Weekly):
            for span in self._of_pattern(weekly, wide):
                yield weekly.staff, _until_ended(span, weekly.ended_at)
        for extra in self.rota.of(Extra):
            yield extra.staff, _until_ended(Span(extra.start, extra.end), extra.ended_at)

    def _of_pattern(self, weekly: Weekly, wide: Span) -> Iterator[Span]:
        day = max(self.day_of(wide.start) - 2 * _DAY, weekly.since)
        last = min(self.day_of(wide.end), weekly.until or date.max)
        while day <= last:
            if self._falls_on(weekly, day):
                next_day = day + _DAY if weekly.end <= weekly.start else day
                yield Span(self.moment(day, weekly.start), self.moment(next_day, weekly.end))
            day += _DAY

    def _falls_on(self, weekly: Weekly, day: date) -> bool:
        if day.isoweekday() not in weekly.weekdays:
            return False
        return weekly.holidays is Holidays.ALSO or (weekly.holidays is Holidays.ONLY) == self.is_holiday(day)

    def _leaves(self, staff: StaffId) -> Iterator[Span]:
        for leave in self.rota.of(Leave):
            if leave.staff == staff:
                span = Span(self.moment(leave.first, time()), self.moment(leave.last + _DAY, time()))
                yield _until_ended(span, leave.ended_at)

    def _refused(self, staff: StaffId) -> Iterator[Span]:
        return (Span(r.start, r.end) for r in self.rota.of(Ready) if r.staff == staff and r.yes is False)


def plan_of(rota: Rota, roster: Roster, profile: Profile) -> Plan:
    """The rota with the profile's clock and holidays, for those who belong to the unit now."""
    people = frozenset(person.id for person in roster.people if person.active)
    return Plan(rota, profile.zone, profile.holidays, people)


def _until_ended(span: Span, ended_at: datetime | None) -> Span:
    """What was ended counts up to then."""
    return span if ended_at is None else Span(span.start, min(span.end, ended_at))


@lru_cache(maxsize=4096)
def _moment(day: date, hour: time, zone: ZoneInfo) -> datetime:
    # The same days are reckoned again at every look.
    wanted = datetime.combine(day, hour)
    moment = wanted.replace(tzinfo=zone).astimezone(UTC)
    if _clock(moment, zone) == wanted:
        return moment
    # The hour was left out that night: it is the moment at which the clock was put forward.
    moment = wanted.replace(tzinfo=zone, fold=1).astimezone(UTC)
    while _clock(moment, zone) < wanted:
        moment += timedelta(minutes=1)
    return moment


def _clock(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)
