"""Lists and counts of open cases, in the order of an index: what they cost does not grow with what is not shown.

Closed and forgotten cases have no rank and stand in none of the indices that are asked here.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, func, literal_column, select, union_all

from cases.board import LONG, SOON, BoardCell, CaseLine, Lateness
from cases.case import CaseNumber, CaseRef, Status
from cases.staff import StaffId
from storage.case_files import body_place
from storage.desk import Desk, Seen, seen
from storage.problems import BrokenSeal, Forgotten
from storage.tables import NEVER, CaseKeyRow, CaseRow, Moment

logger = logging.getLogger("laporaman.storage.case_lists")

_LISTED = CaseRow.rank.is_not(None)
LINES = (
    select(
        CaseRow.ref,
        CaseRow.number,
        CaseRow.status,
        CaseRow.risk,
        CaseRow.emergency,
        CaseRow.manager,
        CaseRow.acting,
        CaseRow.reported_at,
        CaseRow.next_at,
        CaseRow.version,
        CaseRow.body,
        CaseKeyRow.wrapped,
    )
    .join(CaseKeyRow, CaseKeyRow.case_ref == CaseRow.ref)
    .limit(bindparam("most"))
    .offset(bindparam("start"))
)
_COUNT = select(func.count()).select_from(CaseRow)


def _of_all(statement: Any) -> Seen:
    return seen(statement.where(_LISTED), CaseRow.ref)


def _of_one(statement: Any) -> Seen:
    """What somebody holds, or stands in for. Each has its own index: for one condition with OR SQLite reads all."""
    who: Any = bindparam("who")
    mine = union_all(
        *(select(CaseRow.ref).where(column == who, _LISTED) for column in (CaseRow.manager, CaseRow.acting))
    )
    return seen(statement.where(CaseRow.ref.in_(mine)), CaseRow.ref)


_BY_URGENCY = LINES.order_by(CaseRow.rank, CaseRow.next_at, CaseRow.ref)
_ALL_LINES, _LINES_OF = _of_all(_BY_URGENCY), _of_one(_BY_URGENCY)
_ALL_COUNT, _COUNT_OF = _of_all(_COUNT), _of_one(_COUNT)
_CASELOAD = _of_all(select(CaseRow.manager, func.count()).where(CaseRow.manager.is_not(None)).group_by(CaseRow.manager))


def _named(lateness: Lateness) -> Any:
    return literal_column(f"'{lateness}'")


def _before(name: str) -> Any:
    return CaseRow.next_at < bindparam(name, type_=Moment)


_BUCKET = case(
    (_before("long_ago"), _named(Lateness.LONG_LATE)),
    (_before("now"), _named(Lateness.LATE)),
    (_before("soon"), _named(Lateness.SOON)),
    (_before("never"), _named(Lateness.LATER)),
    else_=_named(Lateness.NOTHING),
).label("lateness")
_BOARD = _of_all(select(CaseRow.status, _BUCKET, func.count().label("count")).group_by(CaseRow.status, _BUCKET))


class ListWork(Desk):
    """What a unit of work can list and count of cases."""

    async def case_list(self, manager: StaffId | None, *, limit: int, offset: int = 0) -> tuple[CaseLine, ...]:
        """The open cases that this person holds or stands in for, or all of them, the most urgent first.

        Those without a case manager come first, then emergencies, then what is due next.
        """
        if manager is None:
            rows = await self._seen_rows(_ALL_LINES, most=limit, start=offset)
        else:
            rows = await self._seen_rows(_LINES_OF, who=manager, most=limit, start=offset)
        return tuple(self._line(row) for row in rows)

    async def case_count(self, manager: StaffId | None) -> int:
        """How many open cases this person holds or stands in for, or how many there are."""
        row = await (self._seen_row(_ALL_COUNT) if manager is None else self._seen_row(_COUNT_OF, who=manager))
        return int(row[0])

    async def caseload(self) -> Mapping[StaffId, int]:
        """How many open cases each case manager holds."""
        return {StaffId(manager): count for manager, count in await self._seen_rows(_CASELOAD)}

    async def board(self, *, now: datetime) -> tuple[BoardCell, ...]:
        """How many open cases stand at each status, by how late they are."""
        moments = {"long_ago": now - LONG, "now": now, "soon": now + SOON, "never": NEVER}
        rows = await self._seen_rows(_BOARD, **moments)
        return tuple(BoardCell(Status(row.status), Lateness(row.lateness), row.count) for row in rows)

    def _line(self, row: Any) -> CaseLine:
        return CaseLine(
            ref=CaseRef(row.ref),
            number=CaseNumber(row.number),
            status=Status(row.status),
            risk=row.risk,
            emergency=row.emergency,
            reported_at=row.reported_at,
            manager=None if row.manager is None else StaffId(row.manager),
            acting=None if row.acting is None else StaffId(row.acting),
            next_at=None if row.next_at is None or row.next_at >= NEVER else row.next_at,
            kecamatan=self._kecamatan(row),
        )

    def _kecamatan(self, row: Any) -> str:
        try:
            seal = self._seals.case(row.ref, row.wrapped)
            # One word of the body: a whole case would take ten times as long, for every line of a list.
            return str(json.loads(seal.open(row.body, body_place("case", row.ref, row.version)))["kecamatan"])
        except Forgotten:
            return ""
        except (BrokenSeal, ValueError, KeyError, TypeError) as problem:
            logger.critical("a case can't be read (%s) case=%s", type(problem).__name__, row.ref)
            return ""
