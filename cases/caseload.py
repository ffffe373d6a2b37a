"""How much each case manager carries, and who is to carry one more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cases.case import Case
from cases.moves import LEADS
from cases.rota import Leave, Rota
from cases.staff import Role, Roster, Staff, StaffId

CAN_MANAGE = frozenset({Role.CASE_MANAGER, Role.COORDINATOR})


@dataclass(frozen=True)
class Load:
    """How many open cases somebody holds, and how many of them are TINGGI or emergencies."""

    cases: int = 0
    heavy: int = 0

    @property
    def weight(self) -> int:
        """A grave case takes as much as three calm ones."""
        return self.cases + 2 * self.heavy

    def with_one(self, case: Case) -> Load:
        return Load(self.cases + 1, self.heavy + (case.gravity == "TINGGI"))


def on_leave(rota: Rota, who: StaffId, *, today: date) -> Leave | None:
    """The leave that somebody is on today."""
    every = (leave for leave in rota.of(Leave) if leave.staff == who and leave.ended_at is None)
    return next((leave for leave in every if leave.first <= today <= leave.last), None)


def able(roster: Roster) -> tuple[Staff, ...]:
    """Who can hold a case: the case managers; the coordinators where there is none."""
    return roster.having(Role.CASE_MANAGER) or roster.having(Role.COORDINATOR)


def by_load(
    people: Iterable[Staff], loads: Mapping[StaffId, Load], rota: Rota, *, today: date
) -> tuple[tuple[Staff, Load, Leave | None], ...]:
    """The freest first; who is on leave comes last."""
    every = ((one, loads.get(one.id, Load()), on_leave(rota, one.id, today=today)) for one in people)
    return tuple(sorted(every, key=lambda line: (line[2] is not None, line[1].weight, line[1].cases, line[0].name)))


def may_hold(person: Staff, case: Case, given: Iterable[tuple[Case, Staff | None]] = ()) -> bool:
    """Whether the case is not hidden from this person, nor will be by the other file of its event, if that is theirs
    by what is given out with it."""
    beside = any(other.ref == case.sibling and to is not None and to.id == person.id for other, to in given)
    return person.id not in case.excluded and (not beside or person.role in LEADS)


def shared_out(
    cases: Iterable[Case],
    people: Iterable[Staff],
    loads: Mapping[StaffId, Load],
    rota: Rota,
    *,
    today: date,
    beside: Iterable[tuple[Case, Staff | None]] = (),
) -> tuple[tuple[Case, Staff | None], ...]:
    """Who gets which case, the gravest first, each to whoever carries least by then and from whom it is not hidden.
    The two files of one event go to different people; `beside` was given out before.

    None where nobody is left for a case: that one must be somebody's by another way.
    """
    people, carried, before = tuple(people), dict(loads), tuple(beside)
    given: list[tuple[Case, Staff | None]] = []
    for case in sorted(cases, key=lambda one: (not one.emergency, one.gravity != "TINGGI", one.number)):
        free = by_load((one for one in people if may_hold(one, case, (*before, *given))), carried, rota, today=today)
        to = free[0][0] if free else None
        if to is not None:
            carried[to.id] = carried.get(to.id, Load()).with_one(case)
        given.append((case, to))
    return tuple(given)
