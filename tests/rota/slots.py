"""A second reading of the rota, with nothing of the first: a quarter of an hour after the other, who is on?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import accumulate
from zoneinfo import ZoneInfo

from cases.rota import Extra, Holiday, Holidays, Leave, Ready, Rota, Swap, SwapState, Weekly
from cases.staff import StaffId

SLOT = timedelta(minutes=15)
FROM = datetime(2026, 3, 26, tzinfo=UTC)  # on the 29th the clocks of Berlin are put forward
SLOTS = 10 * 96


@cache
def _shown(zone: str) -> list[datetime]:
    """The latest hour that the zone's clock has shown up to each slot."""
    clock = ZoneInfo(zone)
    return list(accumulate(((FROM + n * SLOT).astimezone(clock).replace(tzinfo=None) for n in range(SLOTS)), max))


@dataclass(frozen=True)
class Slots:
    """Who is on in which slots."""

    rota: Rota
    zone: str
    fixed: tuple[tuple[int, int], ...] = ()

    def first(self, day: date, hour: time) -> int:
        return bisect_left(_shown(self.zone), datetime.combine(day, hour))

    def on(self) -> dict[StaffId, set[int]]:
        found: dict[StaffId, set[int]] = {StaffId(n): set() for n in range(1, 6)}
        for weekly in self.rota.of(Weekly):
            for day in _days():
                if self._falls(weekly, day) and weekly.since <= day <= (weekly.until or day):
                    end_day = day + timedelta(days=1) if weekly.end <= weekly.start else day
                    slots = range(self.first(day, weekly.start), self.first(end_day, weekly.end))
                    found[weekly.staff] |= {n for n in slots if before(n, weekly.ended_at)}
        for extra in self.rota.of(Extra):
            found[extra.staff] |= {n for n in inside(extra.start, extra.end) if before(n, extra.ended_at)}
        for swap in self.rota.of(Swap):
            if swap.state is SwapState.AGREED:
                moved = found[swap.giver] & {*inside(swap.start, swap.end)}
                found[swap.giver] -= moved
                found[swap.taker] |= moved
        for leave in self.rota.of(Leave):
            found[leave.staff] -= self.away(leave)
        for ready in self.rota.of(Ready):
            if ready.yes is False:
                found[ready.staff] -= {*inside(ready.start, ready.end)}
        return found

    def away(self, leave: Leave) -> set[int]:
        days = range(
            self.first(leave.first, time()),
            self.first(leave.last + timedelta(days=1), time()),
        )
        return {n for n in days if before(n, leave.ended_at)}

    def _falls(self, weekly: Weekly, day: date) -> bool:
        free = (day.month, day.day) in self.fixed
        free = free or any(h.day == day and not h.ended_at for h in self.rota.of(Holiday))
        fits = {Holidays.ALSO: True, Holidays.NOT: not free, Holidays.ONLY: free}[weekly.holidays]
        return fits and day.isoweekday() in weekly.weekdays


def at(slot: int) -> datetime:
    return FROM + slot * SLOT


def before(slot: int, moment: datetime | None) -> bool:
    return moment is None or at(slot) < moment


def inside(start: datetime, end: datetime) -> range:
    """The slots that begin in a stretch."""
    return range(-((FROM - start) // SLOT), -((FROM - end) // SLOT))


def _days() -> Iterator[date]:
    return (FROM.date() + timedelta(days=n) for n in range(-3, 12))
