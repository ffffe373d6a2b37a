"""`/papan`: all open cases by stage and lateness, as a picture; a stage opens into its cells, a cell into its cases."""

from __future__ import annotations

from datetime import datetime

from cases import stages
from cases.board import BoardCell, CaseLine
from cases.messages import Button, Message, Rows, Style, in_rows
from cases.moves import LEADS
from cases.outcome import Outcome
from cases.phrases import says
from cases.refusals import NotAllowed, Unknown
from cases.staff import Staff
from handlers.case_lists import PAGE, line_of, opening, where
from handlers.conversation.engine import World
from handlers.heard import Heard
from storage import Work


async def show(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The board; with a choice, one of its stages, or the cases of one cell: `4`, `4.late.0`."""
    if staff.role not in LEADS:
        raise NotAllowed
    stage, column, page = (*heard.choice.split("."), "", "")[:3]
    cells = await work.board(now=now)
    found = stages.counts(cells)
    if not stage:
        unheld = await work.unheld_count()
        told = stages.message(staff, found, unheld=unheld, profile=world.profile, now=now)
        return Outcome(messages=(told,))
    if stage not in found or (column and column not in stages.COLUMNS):
        raise Unknown
    if not column:
        return Outcome(messages=(_stage(staff, stage, found),))
    nth = int(page) if page.isascii() and page.isdigit() else 0
    return await _cell(work, staff, stage, column, nth, cells, world, now)


def _stage(staff: Staff, stage: str, found: stages.Counts) -> Message:
    each = [
        Button(
            says("board-cell-button", column=says(f"column-{column}"), count=str(count)),
            "board",
            choice=f"{stage}.{column}.0",
            style=Style.DANGER if column in stages.LATE else Style.PLAIN,
        )
        for column, count in found[stage].items()
        if count
    ]
    count = sum(found[stage].values())
    told = says("board-stage", stage=says(f"stage-{stage}"), count=str(count))
    return Message(staff.chat, told, buttons=(*in_rows(each, columns=1), *_back()))


async def _cell(
    work: Work,
    staff: Staff,
    stage: str,
    column: str,
    nth: int,
    cells: tuple[BoardCell, ...],
    world: World,
    now: datetime,
) -> Outcome:
    count = stages.counts(cells)[stage][column]
    last = max(0, (count - 1) // PAGE)
    nth = min(nth, last)
    lines = await _cases(work, stage, column, cells, now, offset=nth * PAGE)
    roster = await work.roster()
    shown = tuple([await line_of(work, line, roster, world.profile, now, named=True) for line in lines])
    title = says(
        "board-cell",
        stage=says(f"stage-{stage}"),
        column=says(f"column-{column}"),
        count=str(count),
        where=where(nth, last),
    )
    turn = [
        Button(says(f"button-cases-{way}"), "board", choice=f"{stage}.{column}.{to}")
        for way, to in (("back", nth - 1), ("on", nth + 1))
        if 0 <= to <= last
    ]
    rows = (*opening(lines), *((tuple(turn),) if turn else ()), *_back())
    told = says("cases-page", title=title, lines=shown)
    return Outcome(messages=(Message(staff.chat, told, buttons=rows, protect=True),))


async def _cases(
    work: Work, stage: str, column: str, cells: tuple[BoardCell, ...], now: datetime, *, offset: int
) -> tuple[CaseLine, ...]:
    """One page of a cell, status by status: what lies before it is counted, not read."""
    found: list[CaseLine] = []
    for status in stages.STAGES[stage]:
        for lateness in stages.COLUMNS[column]:
            here = sum(cell.count for cell in cells if (cell.status, cell.lateness) == (status, lateness))
            if offset >= here:
                offset -= here
                continue
            more = PAGE - len(found)
            found += await work.cell_cases(status, lateness, now=now, limit=more, offset=offset)
            offset = 0
            if len(found) >= PAGE:
                return tuple(found)
    return tuple(found)


def _back() -> Rows:
    return ((Button(says("button-board"), "board"),),)


PRESSES = {"board": show}
COMMANDS = {"papan": show}
