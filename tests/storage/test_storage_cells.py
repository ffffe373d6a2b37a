"""The cases behind a cell of the board, what is late, what nobody holds; nothing that is hidden from the viewer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from cases.board import LONG, Lateness
from cases.case import CaseNumber, CaseRef, Status
from cases.outcome import Outcome
from tests.cases.stage import CITRA, EKA, NOON
from tests.cases.walking import case_of, held
from tests.office import Office

HOUR = timedelta(hours=1)
DUE = {
    "a": (Status.MET, NOON - LONG - HOUR),
    "b": (Status.MET, NOON - LONG),
    "c": (Status.MET, NOON - HOUR),
    "d": (Status.PLANNED, NOON - 2 * HOUR),
    "e": (Status.MET, NOON),
    "f": (Status.MET, NOON + 24 * HOUR),
    "g": (Status.MET, None),
    "h": (Status.CONFIRMED, NOON + HOUR),
    "i": (Status.CLOSED, NOON - HOUR),
}
CELLS = {Lateness.LONG_LATE: "a", Lateness.LATE: "bc", Lateness.SOON: "e", Lateness.LATER: "f", Lateness.NOTHING: "g"}


async def filled(office: Office) -> None:
    case = replace(case_of(held()), version=0, handling=replace(case_of(held()).handling))
    async with office.storage.work() as work:
        cases = tuple(
            replace(
                case,
                ref=CaseRef(ref),
                number=CaseNumber(f"LU-2026-{nth:04}"),
                status=status,
                due_at=due_at,
                manager=None if status is Status.CONFIRMED else EKA.id,
                excluded=(CITRA.id,) if ref == "c" else (),
            )
            for nth, (ref, (status, due_at)) in enumerate(DUE.items())
        )
        await work.record(Outcome(cases=cases), now=NOON)


async def test_each_cell_holds_what_the_board_counts(office: Office) -> None:
    await filled(office)
    async with office.storage.look() as look:
        counted = {(c.status, c.lateness): c.count for c in await look.board(now=NOON)}
        for lateness, refs in CELLS.items():
            found = await look.cell_cases(Status.MET, lateness, now=NOON, limit=10)
            assert "".join(line.ref for line in found) == refs
            assert counted[Status.MET, lateness] == len(refs)
        late = Lateness.LATE
        (second,) = await look.cell_cases(Status.MET, late, now=NOON, limit=1, offset=1)
        assert second.ref == "c"


async def test_what_is_late_in_all_of_the_unit_the_longest_first(office: Office) -> None:
    await filled(office)
    async with office.storage.look() as look:
        late = await look.late_cases(tuple(Status), now=NOON, limit=3)
        assert [line.ref for line in late] == ["a", "b", "d"]


async def test_what_nobody_holds(office: Office) -> None:
    await filled(office)
    async with office.storage.look() as look:
        assert await look.unheld_count() == 1
        assert [line.ref for line in await look.unheld_cases(limit=5)] == ["h"]
        assert await look.unheld_cases(limit=5, offset=1) == ()


async def test_from_whom_it_is_hidden(office: Office) -> None:
    await filled(office)
    async with office.storage.look() as look:
        look.viewer = CITRA.id
        found = await look.cell_cases(Status.MET, Lateness.LATE, now=NOON, limit=10)
        assert [line.ref for line in found] == ["b"]
        assert "c" not in {line.ref for line in await look.late_cases(tuple(Status), now=NOON, limit=9)}
