"""How the rota turns who is on duty: a table of mornings, and the same end however often or late it is looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.rota import Applied, Entry, Ready, Rota, Standing
from cases.shifts import Plan
from cases.staff import Role, Roster, StaffId
from cases.turning import answer_by, asked_for, next_ask, next_turn, to_ask, turn
from tests.cases.stage import profile, staff
from tests.rota.entries import entered, extras, leaves, moments, patterns, rotas, swaps, weekly

ZONE = profile().zone
EIGHT = datetime(2026, 3, 2, 0, 0, tzinfo=UTC)  # Monday, 08:00 in Luwu Utara
HOUR = timedelta(hours=1)
PATTERN = weekly(1, "1", "08-16")


def roster(**more: Any) -> Roster:
    return Roster((staff(1, Role.DUTY_OFFICER, "Ani", **more), staff(2, Role.DUTY_OFFICER, "Budi")))


def plan(*entries: Entry) -> Plan:
    return Plan(Rota(entries), ZONE)


def asked(at: datetime, *, yes: bool | None, by: datetime = EIGHT) -> Ready:
    return Ready(**{**entered(), "at": at}, staff=StaffId(1), start=EIGHT, end=EIGHT + 8 * HOUR, answer_by=by, yes=yes)


def applied(*, on: bool, start: datetime = EIGHT, end: datetime = EIGHT + 8 * HOUR) -> Applied:
    return Applied(**entered(), until=start, standing=(Standing(StaffId(1), start, end, on),))


BEFORE = EIGHT - HOUR


@pytest.mark.parametrize(
    ("now", "entries", "person", "expected"),
    [
        (EIGHT, (asked(BEFORE, yes=True),), {}, "comes"),
        (EIGHT - timedelta(seconds=1), (asked(BEFORE, yes=True),), {}, ""),
        (EIGHT, (asked(BEFORE, yes=None),), {}, "unready"),
        (EIGHT, (asked(BEFORE, yes=False),), {}, ""),
        (EIGHT, (), {}, "comes"),  # not asked in time: nobody is punished for our being away
        (EIGHT, (asked(BEFORE, yes=True),), {"reachable": False}, "unready"),
        (EIGHT, (asked(BEFORE, yes=None),), {"on_duty": True}, "comes"),  # by hand, and still there
        (EIGHT + HOUR, (asked(EIGHT + HOUR, yes=None, by=EIGHT + 2 * HOUR),), {}, "comes"),
        (EIGHT + 2 * HOUR, (asked(EIGHT, yes=None, by=EIGHT + 2 * HOUR), applied(on=True)), {}, "unready off"),
        (EIGHT + HOUR, (asked(BEFORE, yes=True), applied(on=True)), {}, ""),
        (EIGHT + HOUR, (asked(BEFORE, yes=True), applied(on=True)), {"reachable": False}, ""),
        (EIGHT + HOUR, (asked(BEFORE, yes=True), applied(on=False)), {}, "comes"),
        (EIGHT + HOUR, (asked(BEFORE, yes=None), applied(on=False)), {}, ""),
        (EIGHT + HOUR, (asked(BEFORE, yes=False), applied(on=True)), {}, "goes off"),
        (EIGHT + 8 * HOUR, (asked(BEFORE, yes=True), applied(on=True)), {}, "goes off"),
        (EIGHT + 8 * HOUR, (applied(on=False),), {"on_duty": True}, "goes off"),
    ],
)
def test_what_a_moment_brings(now: datetime, entries: tuple[Entry, ...], person: Any, expected: str) -> None:
    turned = turn(plan(PATTERN, *entries), roster(**person), now=now)
    found = [word for word in ("comes", "goes", "unready", "off") if getattr(turned, word)]
    assert found == expected.split()
    again = turn(plan(PATTERN, *without_applied(entries), turned.applied), roster(**person), now=now)
    assert again.is_empty
    assert again.off == frozenset()


def without_applied(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if not isinstance(entry, Applied))


def test_a_late_start_over_two_shifts_asks_anew() -> None:
    yesterday = applied(on=True, start=EIGHT - 24 * HOUR, end=EIGHT - 16 * HOUR)
    turned = turn(plan(PATTERN, asked(BEFORE, yes=None), yesterday), roster(on_duty=True), now=EIGHT)
    assert [old.staff for old in turned.goes] == [shift.staff for shift in turned.unready] == [1]
    assert turned.off == {1}


def test_who_is_asked_and_when() -> None:
    of = plan(PATTERN)
    assert next_ask(of, profile=profile(), now=EIGHT - 2 * HOUR) == BEFORE
    assert to_ask(of, profile=profile(), now=BEFORE - timedelta(seconds=1)) == ()
    (shift,) = to_ask(of, profile=profile(), now=BEFORE)
    assert answer_by(shift, profile=profile(), now=BEFORE + timedelta(seconds=5)) == EIGHT
    late = EIGHT + 3 * HOUR
    assert answer_by(shift, profile=profile(), now=late) > late
    assert to_ask(plan(PATTERN, asked(BEFORE, yes=None)), profile=profile(), now=late) == ()
    assert to_ask(plan(PATTERN, applied(on=True)), profile=profile(), now=late) == ()
    assert asked_for(Rota((asked(BEFORE, yes=None), asked(EIGHT, yes=True))), shift) is not None


@given(rotas(patterns(), extras(), leaves(), swaps()), st.lists(moments, min_size=1, max_size=8))
def test_however_late_it_is_looked_at_the_same_people_are_on(rota: Rota, looks: list[datetime]) -> None:
    of, people = Plan(rota, ZONE), Roster(tuple(staff(n, Role.DUTY_OFFICER, str(n)) for n in range(1, 5)))
    for now in sorted(looks):
        turned = turn(of, people, now=now)
        comes = {shift.staff for shift in turned.comes}
        people = Roster(
            tuple(replace(p, on_duty=(p.on_duty or p.id in comes) and p.id not in turned.off) for p in people.people)
        )
        assert {p.id for p in people.people if p.on_duty} == {shift.staff for shift in of.on_at(now)}
        entries = tuple(entry for entry in of.rota.entries if not isinstance(entry, Applied))
        of = replace(of, rota=Rota((*entries, turned.applied)))
        assert next_turn(of, turned, now=now) > now
