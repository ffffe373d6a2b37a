"""What each member of the unit carries: cases by weight, cases of others, and how many people they looked at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, func, or_, select

from cases.case import Case
from cases.caseload import Load
from cases.staff import StaffId
from storage.case_files import CaseWork, with_key
from storage.desk import seen
from storage.tables import CaseKeyRow, CaseRow, LookRow

_HEAVY = func.sum(case((or_(CaseRow.emergency, CaseRow.risk == "TINGGI"), 1), else_=0))
# What is hidden from who asks is no lighter for its manager: the load is counted over all.
_WORKLOAD = (
    select(CaseRow.manager, func.count().label("cases"), _HEAVY.label("heavy"))
    .where(CaseRow.rank.is_not(None), CaseRow.manager.is_not(None))
    .group_by(CaseRow.manager)
)
_who: Any = bindparam("who")
_ACTING = seen(
    with_key(CaseRow, CaseRow.ref)
    .where(CaseRow.acting == _who, CaseRow.acting.is_not(None), CaseRow.rank.is_not(None))
    .order_by(CaseRow.reported_at, CaseRow.number),
    CaseKeyRow.case_ref,
)
_LOOKED = (
    select(func.count())
    .select_from(LookRow)
    .where(LookRow.by == _who, LookRow.what == bindparam("what"), LookRow.at > bindparam("since"))
)


class WorkloadWork(CaseWork):
    """What a unit of work can look up about who carries what."""

    async def workload(self) -> Mapping[StaffId, Load]:
        """How many open cases each case manager holds, and how many of them are grave."""
        rows = await self._rows(_WORKLOAD)
        return {StaffId(row.manager): Load(row.cases, int(row.heavy)) for row in rows}

    async def acting_for(self, id: StaffId) -> tuple[Case, ...]:
        """The open cases of others for whom this person stands in, the oldest first."""
        return await self._many(Case, _ACTING, who=id)

    async def looked_since(self, id: StaffId, *, what: str, since: datetime) -> int:
        """How many times this person was shown something of that kind after that moment."""
        row = await self._row(_LOOKED, who=id, what=what, since=since)
        return int(row[0])
