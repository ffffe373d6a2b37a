"""What must hold of every rota, in zones with and without summer time, against a second reading slot by slot."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.profile import FixedHoliday
from cases.rota import Leave, Rota, Swap, SwapState
from cases.shifts import Plan
from cases.spans import together
from tests.rota.entries import every_kind, extras, leaves, patterns, rotas, swaps
from tests.rota.slots import FROM, SLOT, Slots, inside

ZONES = st.sampled_from(["Asia/Makassar", "Europe/Berlin", "UTC"])
#: The days that both readings see whole: entries reach over the edges.
SINCE, UNTIL = FROM + timedelta(days=2), FROM + timedelta(days=6)
SEEN = frozenset(inside(SINCE, UNTIL))
FIXED = (FixedHoliday(3, 30, "Nyepi"),)


def plan(rota: Rota, zone: str = "Asia/Makassar") -> Plan:
    return Plan(rota, ZoneInfo(zone), FIXED)


def covered(of: Plan) -> set[int]:
    return SEEN & {n for s in of.shifts(SINCE, UNTIL) for n in inside(s.start, s.end)}


@given(rotas(*every_kind, most=8), ZONES)
def test_who_is_on_is_what_the_second_reading_says(rota: Rota, zone: str) -> None:
    shifts = plan(rota, zone).shifts(SINCE, UNTIL)
    on = Slots(rota, zone, fixed=((3, 30),)).on()
    for staff, slots in on.items():
        assert SEEN & {n for s in shifts if s.staff == staff for n in inside(s.start, s.end)} == slots & SEEN


@given(rotas(*every_kind))
def test_gaps_and_shifts_partition_the_time(rota: Rota) -> None:
    of = plan(rota)
    gaps = of.gaps(SINCE, days=4)
    gone = {n for g in gaps for n in inside(g.start, g.end)}
    assert gone.isdisjoint(covered(of))
    assert gone | covered(of) == SEEN
    assert together(gaps) == gaps


@given(rotas(*every_kind))
def test_the_set_of_people_on_changes_only_at_a_change(rota: Rota) -> None:
    of = plan(rota)
    changes = of.changes_between(SINCE, UNTIL)
    for before, after in zip((SINCE, *changes), (*changes, UNTIL), strict=True):
        first, last = of.on_at(before), of.on_at(max(before, after - SLOT))
        assert {s.staff for s in first} == {s.staff for s in last}


@given(rotas(patterns(), extras()), swaps())
def test_a_swap_takes_and_gives_the_same_time(rota: Rota, swap: Swap) -> None:
    before = Slots(rota, "Asia/Makassar", fixed=((3, 30),)).on()
    agreed = Swap(**{**vars(swap), "state": SwapState.AGREED})
    after = plan(Rota((*rota.entries, agreed)))
    assert covered(after) == covered(plan(rota))
    for other in before.keys() - {swap.giver, swap.taker}:
        assert after.own(other, SINCE, days=4) == plan(rota).own(other, SINCE, days=4)


@given(rotas(patterns(), extras(), swaps()), leaves())
def test_a_leave_removes_just_what_it_covers(rota: Rota, leave: Leave) -> None:
    away = Slots(rota, "Asia/Makassar").away(leave)
    after = plan(Rota((*rota.entries, leave)))
    for staff in range(1, 5):
        before_on = on_of(plan(rota), staff)
        assert on_of(after, staff) == (before_on - away if staff == leave.staff else before_on)


@given(rotas(*every_kind), patterns() | extras())
def test_one_shift_more_never_makes_a_gap_grow(rota: Rota, more: object) -> None:
    assert covered(plan(rota)) <= covered(plan(Rota((*rota.entries, more))))  # type: ignore[arg-type]


def on_of(of: Plan, staff: int) -> set[int]:
    return SEEN & {n for s in of.shifts(SINCE, UNTIL) if s.staff == staff for n in inside(s.start, s.end)}


@pytest.mark.parametrize(
    ("zone", "day", "hour", "moment"),
    [
        ("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:00"),  # left out: when the clock jumps
        ("Europe/Berlin", "2026-03-29", "03:00", "2026-03-29T01:00"),
        ("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30"),  # twice: the first time
        ("Asia/Makassar", "2026-03-29", "00:00", "2026-03-28T16:00"),
    ],
)
def test_an_hour_is_the_first_moment_the_clock_shows_it(zone: str, day: str, hour: str, moment: str) -> None:
    wanted = datetime.fromisoformat(f"{day}T{hour}")
    assert plan(Rota(), zone).moment(wanted.date(), wanted.time()) == datetime.fromisoformat(moment).replace(tzinfo=UTC)
