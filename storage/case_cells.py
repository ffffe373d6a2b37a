"""The cases behind a cell of the board, those that are late, and those without a case manager; all by index."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select

from cases.board import HELD, LONG, SOON, CaseLine, Lateness
from cases.case import Status
from storage.case_lists import LINES, ListWork
from storage.desk import seen
from storage.tables import EPOCH, MICROSECOND, NEVER, CaseRow, Moment

_LISTED = CaseRow.rank.is_not(None)
_SINCE: Any = bindparam("since", type_=Moment)
_UNTIL: Any = bindparam("until", type_=Moment)

_OF_CELL = seen(
    LINES.where(
        _LISTED, CaseRow.status == bindparam("at"), CaseRow.next_at >= _SINCE, CaseRow.next_at < _UNTIL
    ).order_by(CaseRow.next_at, CaseRow.ref),
    CaseRow.ref,
)
_UNHELD = seen(
    LINES.where(_LISTED, CaseRow.rank < HELD).order_by(CaseRow.rank, CaseRow.next_at, CaseRow.ref), CaseRow.ref
)
_UNHELD_COUNT = seen(select(func.count()).select_from(CaseRow).where(_LISTED, CaseRow.rank < HELD), CaseRow.ref)


class CellWork(ListWork):
    """What a unit of work can list of the board."""

    async def cell_cases(
        self, status: Status, lateness: Lateness, *, now: datetime, limit: int, offset: int = 0
    ) -> tuple[CaseLine, ...]:
        """The open cases at that status that are so late, what is due first before the others."""
        since, until = _bounds(lateness, now)
        rows = await self._seen_rows(_OF_CELL, at=str(status), since=since, until=until, most=limit, start=offset)
        return tuple(self._line(row) for row in rows)

    async def late_cases(self, statuses: Sequence[Status], *, now: datetime, limit: int) -> tuple[CaseLine, ...]:
        """The cases at these statuses that are late, the longest first."""
        found: list[CaseLine] = []
        for status in statuses:
            rows = await self._seen_rows(_OF_CELL, at=str(status), since=EPOCH, until=now, most=limit, start=0)
            found += [self._line(row) for row in rows]
        return tuple(sorted(found, key=lambda line: (line.next_at or NEVER, line.ref))[:limit])

    async def unheld_cases(self, *, limit: int, offset: int = 0) -> tuple[CaseLine, ...]:
        """The open cases without a case manager, emergencies first."""
        return tuple(self._line(row) for row in await self._seen_rows(_UNHELD, most=limit, start=offset))

    async def unheld_count(self) -> int:
        """How many open cases have no case manager."""
        row = await self._seen_row(_UNHELD_COUNT)
        return int(row[0])


def _bounds(lateness: Lateness, now: datetime) -> tuple[datetime, datetime]:
    """Between which moments the next thing of such a case lies; the second is outside."""
    long_ago, soon = now - LONG, now + SOON
    return {
        Lateness.LONG_LATE: (EPOCH, long_ago),
        Lateness.LATE: (long_ago, now),
        Lateness.SOON: (now, soon),
        Lateness.LATER: (soon, NEVER),
        Lateness.NOTHING: (NEVER, NEVER + MICROSECOND),
    }[lateness]
