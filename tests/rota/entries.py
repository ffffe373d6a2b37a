"""Entries of a rota, for tests: by hand, and as they come out of Hypothesis."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any

from hypothesis import strategies as st

from cases.rota import Entry, Extra, Holiday, Holidays, Leave, Ready, Rota, Swap, SwapState, Weekly
from cases.staff import StaffId
from tests.rota.slots import FROM, SLOT

ENTERED = {"by": StaffId(3), "at": datetime(2026, 1, 1, tzinfo=UTC)}
LONG_AGO = date(2026, 1, 1)
_numbers = count(1)


def entered(**more: Any) -> dict[str, Any]:
    return {"ref": f"r{next(_numbers)}", **ENTERED, **more}


def weekly(staff: int, days: str, hours: str, **more: Any) -> Weekly:
    """`weekly(1, "12345", "08-16")`"""
    start, end = (time(int(hour[:2]), int(hour[2:] or 0)) for hour in hours.split("-"))
    told = {"since": LONG_AGO, **more}
    return Weekly(**entered(**told), staff=StaffId(staff), weekdays=tuple(map(int, days)), start=start, end=end)


people = st.integers(1, 4).map(StaffId)
hours = st.integers(0, 95).map(lambda n: time(n // 4, n % 4 * 15))
days = st.integers(0, 9).map(lambda n: FROM.date() + timedelta(days=n))
moments = st.integers(0, 9 * 96).map(lambda n: FROM + n * SLOT)
lengths = st.integers(1, 2 * 96).map(lambda n: n * SLOT)
ends = st.none() | moments


@st.composite
def patterns(draw: st.DrawFn) -> Weekly:
    return Weekly(
        **entered(ended_at=draw(ends)),
        staff=draw(people),
        weekdays=tuple(draw(st.sets(st.integers(1, 7), min_size=1))),
        start=draw(hours),
        end=draw(hours),
        since=draw(days | st.just(LONG_AGO)),
        until=draw(st.none() | days),
        holidays=draw(st.sampled_from(Holidays)),
    )


@st.composite
def extras(draw: st.DrawFn) -> Extra:
    start = draw(moments)
    return Extra(**entered(ended_at=draw(ends)), staff=draw(people), start=start, end=start + draw(lengths))


@st.composite
def leaves(draw: st.DrawFn) -> Leave:
    first = draw(days)
    last = first + timedelta(days=draw(st.integers(0, 3)))
    return Leave(**entered(ended_at=draw(ends)), staff=draw(people), first=first, last=last)


@st.composite
def holidays(draw: st.DrawFn) -> Holiday:
    return Holiday(**entered(), day=draw(days), name="Idul Fitri")


@st.composite
def swaps(draw: st.DrawFn) -> Swap:
    start = draw(moments)
    giver, taker = draw(st.lists(people, min_size=2, max_size=2, unique=True))
    state = draw(st.sampled_from(SwapState))
    return Swap(**entered(), giver=giver, taker=taker, start=start, end=start + draw(lengths), state=state)


@st.composite
def answers(draw: st.DrawFn) -> Ready:
    start = draw(moments)
    yes = draw(st.none() | st.booleans())
    return Ready(**entered(), staff=draw(people), start=start, end=start + draw(lengths), answer_by=start, yes=yes)


def rotas(*kinds: st.SearchStrategy[Entry], most: int = 6) -> st.SearchStrategy[Rota]:
    return st.lists(st.one_of(*kinds), max_size=most).map(lambda entries: Rota(tuple(entries)))


every_kind = (patterns(), patterns(), extras(), leaves(), holidays(), swaps(), answers())
