"""Reading what is known of cases, their alerts and visits, and what happened to them.

A case that was forgotten is not there any more: its key is gone, and none of these finds it. Only its history
(without what was told) and the trace of who looked remain. One that is hidden from the viewer is not there either.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, bindparam, func, literal_column, select
from sqlalchemy.orm import InstrumentedAttribute

from cases.alert import Alert, AlertRef
from cases.case import Case, CaseNumber, CaseRef, Status
from cases.entry import Entry
from cases.letter import Letter
from cases.line import Line
from cases.messages import ChatId
from cases.outcome import Called, Event, EventKind, Judgement, Look
from cases.party import Party
from cases.referral import Referral
from cases.staff import StaffId
from cases.talk import Talk
from cases.visit import Visit, VisitRef
from storage.desk import Desk, Seen, seen
from storage.encoding import read, read_free
from storage.problems import BrokenSeal, Forgotten
from storage.sealing import Seal
from storage.tables import AlertRow, CaseKeyRow, CaseRow, EventRow, JudgementRow, LookRow, VisitRow, one_of

logger = logging.getLogger("laporaman.storage.case_files")

Thing = TypeVar("Thing", Case, Alert, Visit, Entry, Party, Referral, Letter, Line, Talk)


def _is_not(column: InstrumentedAttribute[str], state: str) -> ColumnElement[bool]:
    return column != literal_column(f"'{state}'")


def with_key(row: Any, case_ref: InstrumentedAttribute[str]) -> Select[Any]:
    """Rows with their sealed bodies and the keys to open these: those of forgotten cases are not there."""
    return (
        select(row.ref, row.version, row.body, case_ref.label("case_ref"), CaseKeyRow.wrapped)
        .join(CaseKeyRow, CaseKeyRow.case_ref == case_ref)
        .where(CaseKeyRow.wrapped.is_not(None))
    )


def _seen(statement: Select[Any]) -> Seen:
    return seen(statement, CaseKeyRow.case_ref)


_OPEN = _is_not(CaseRow.status, "closed")
_IN_LISTS = CaseRow.rank.is_not(None)
_CASES = with_key(CaseRow, CaseRow.ref)
_CASE = _seen(_CASES.where(CaseRow.ref == bindparam("ref")))
_CASE_BY_NUMBER = _seen(_CASES.where(CaseRow.number == bindparam("number")))
_OF_REPORTER = _seen(
    _CASES.where(CaseRow.reporter == bindparam("index")).order_by(CaseRow.reported_at.desc(), CaseRow.number.desc())
)
_THE_OLDEST_FIRST = (CaseRow.reported_at, CaseRow.number)
_OF_MANAGER = _seen(_CASES.where(CaseRow.manager == bindparam("who"), _IN_LISTS).order_by(*_THE_OLDEST_FIRST))
_OPEN_CASES = _seen(_CASES.where(_OPEN).order_by(*_THE_OLDEST_FIRST))
_UNASSIGNED = _seen(_CASES.where(CaseRow.manager.is_(None), _IN_LISTS).order_by(*_THE_OLDEST_FIRST))
_WITHOUT_STEPS = _seen(
    _CASES.where(CaseRow.status.in_(bindparam("statuses", expanding=True)), _IN_LISTS, CaseRow.due_at.is_(None))
    .order_by(*_THE_OLDEST_FIRST)
    .limit(bindparam("most"))
)

_ALERTS = with_key(AlertRow, AlertRow.case_ref)
_ALERT = _seen(_ALERTS.where(AlertRow.ref == bindparam("ref")))
_ALL_OPEN_ALERTS = _ALERTS.where(_is_not(AlertRow.state, "ended")).order_by(AlertRow.raised_at, AlertRow.ref)
_OPEN_ALERTS = _seen(_ALL_OPEN_ALERTS)
_HELD_ALERTS = _seen(_ALL_OPEN_ALERTS.where(AlertRow.taken_by == bindparam("who")))
_RAISED = _seen(
    _ALERTS.add_columns(CaseRow.number)
    .join(CaseRow, CaseRow.ref == AlertRow.case_ref)
    .where(AlertRow.raised_at >= bindparam("start"), AlertRow.raised_at < bindparam("until"))
    .order_by(AlertRow.raised_at, AlertRow.ref)
)
_OF_CASE = _ALERTS.where(AlertRow.case_ref == bindparam("case"), _is_not(AlertRow.state, "ended")).order_by(
    AlertRow.needs_outreach.desc(), AlertRow.raised_at.desc()
)
_ALERTS_OF_CASE = _seen(_OF_CASE)
_ALERT_OF_CASE = _seen(_OF_CASE.limit(1))

_VISITS = with_key(VisitRow, VisitRow.case_ref)
_VISIT = _seen(_VISITS.where(VisitRow.ref == bindparam("ref")))
_VISITS_OF = _seen(_VISITS.where(VisitRow.case_ref == bindparam("case")).order_by(VisitRow.nth, VisitRow.ref))
_PLANNED = one_of(VisitRow.state, "planned")
_PLANNED_VISIT = _seen(
    _VISITS.where(VisitRow.case_ref == bindparam("case"), _PLANNED).order_by(VisitRow.nth.desc()).limit(1)
)
_PLANNED_VISITS = _seen(
    _VISITS.join(CaseRow, CaseRow.ref == VisitRow.case_ref)
    .where(CaseRow.manager == bindparam("who"), _IN_LISTS, _PLANNED)
    .order_by(VisitRow.due_on, VisitRow.ref)
)

_KEY = seen(select(CaseKeyRow.wrapped).where(CaseKeyRow.case_ref == bindparam("case")), CaseKeyRow.case_ref)
_HISTORY = seen(
    select(EventRow).where(EventRow.case_ref == bindparam("case")).order_by(EventRow.seq), EventRow.case_ref
)
_JUDGEMENTS = seen(
    select(JudgementRow).where(JudgementRow.case_ref == bindparam("case")).order_by(JudgementRow.id),
    JudgementRow.case_ref,
)
_LOOKS = seen(select(LookRow).where(LookRow.case_ref == bindparam("case")).order_by(LookRow.id), LookRow.case_ref)
_ASSIGNMENT_OPENED = seen(
    select(func.max(EventRow.at, type_=EventRow.at.type)).where(
        EventRow.case_ref == bindparam("case"), one_of(EventRow.kind, str(EventKind.ASSIGNMENT_OPENED))
    ),
    EventRow.case_ref,
)


def body_place(table: str, ref: str, version: int) -> str:
    """Where the body of a case or a thing of it belongs: an older body of the same row does not open either."""
    return f"{table}|body|{ref}|{version}"


class CaseWork(Desk):
    """What a unit of work can look up about cases."""

    def _thing(self, kind: type[Thing], row: Any) -> Thing:
        seal = self._seals.case(row.case_ref, row.wrapped)
        body = seal.open(row.body, body_place(kind.__name__.lower(), row.ref, row.version))
        return replace(read(kind, body), version=row.version)

    async def _one(self, kind: type[Thing], statement: Seen, **values: Any) -> Thing | None:
        row = await self._seen_row(statement, **values)
        if row is None:
            return None
        try:
            return self._thing(kind, row)
        except Forgotten:
            return None

    async def _many(self, kind: type[Thing], statement: Seen, **values: Any) -> tuple[Thing, ...]:
        found: list[Thing] = []
        for row in await self._seen_rows(statement, **values):
            # Its key may be destroyed between two statements: what was forgotten is not there.
            with suppress(Forgotten):
                found.append(self._thing(kind, row))
        return tuple(found)

    async def case(self, ref: CaseRef) -> Case | None:
        """The case as it stands now."""
        return await self._one(Case, _CASE, ref=ref)

    async def case_by_number(self, number: CaseNumber) -> Case | None:
        """The case with that number of the register."""
        return await self._one(Case, _CASE_BY_NUMBER, number=number)

    async def cases_of_reporter(self, chat: ChatId) -> tuple[Case, ...]:
        """All that was reported from that chat, the newest first."""
        return await self._many(Case, _OF_REPORTER, index=self._seals.chat_index(chat))

    async def cases_of_manager(self, id: StaffId) -> tuple[Case, ...]:
        """The open cases that this case manager holds, the oldest first."""
        return await self._many(Case, _OF_MANAGER, who=id)

    async def open_cases(self) -> tuple[Case, ...]:
        """All cases that are not closed, the oldest first."""
        return await self._many(Case, _OPEN_CASES)

    async def unassigned(self) -> tuple[Case, ...]:
        """The open cases without a case manager, whatever their status, the oldest first."""
        return await self._many(Case, _UNASSIGNED)

    async def without_steps(self, statuses: Iterable[Status], *, limit: int) -> tuple[Case, ...]:
        """Open cases of these statuses of which nobody has said yet what is due next, the oldest first."""
        return await self._many(Case, _WITHOUT_STEPS, statuses=sorted(statuses), most=limit)

    async def alert(self, ref: AlertRef) -> Alert | None:
        """The alert as it stands now, ended ones too."""
        return await self._one(Alert, _ALERT, ref=ref)

    async def open_alerts(self) -> tuple[Alert, ...]:
        """All alerts that have not ended, the oldest first."""
        found: list[Alert] = []
        for row in await self._seen_rows(_OPEN_ALERTS):
            try:
                found.append(self._thing(Alert, row))
            except Forgotten:
                continue
            except (BrokenSeal, ValueError, KeyError, TypeError) as problem:
                # It must not hold up all the others; the audit says that it can't be read.
                logger.critical("an alert can't be read (%s)", type(problem).__name__)
        return tuple(found)

    async def alert_of_case(self, case: CaseRef) -> Alert | None:
        """The open alert of a case; where there are several, one that needs outreach."""
        return await self._one(Alert, _ALERT_OF_CASE, case=case)

    async def open_alerts_of(self, case: CaseRef) -> tuple[Alert, ...]:
        """All open alerts of a case, one that needs outreach first."""
        return await self._many(Alert, _ALERTS_OF_CASE, case=case)

    async def alerts_held_by(self, id: StaffId) -> tuple[Alert, ...]:
        """The open alerts that this member of the unit holds, the oldest first."""
        return await self._many(Alert, _HELD_ALERTS, who=id)

    async def called_between(self, start: datetime, until: datetime) -> tuple[Called, ...]:
        """Every alert raised from `start` to before `until`, ended ones too, with what happened to its case."""
        rows = await self._seen_rows(_RAISED, start=start, until=until)
        histories = {ref: await self.history(CaseRef(ref)) for ref in dict.fromkeys(row.case_ref for row in rows)}
        found: list[Called] = []
        for row in rows:
            with suppress(Forgotten):
                found.append(Called(self._thing(Alert, row), CaseNumber(row.number), histories[row.case_ref]))
        return tuple(found)

    async def visit(self, ref: VisitRef) -> Visit | None:
        """The visit as it stands now."""
        return await self._one(Visit, _VISIT, ref=ref)

    async def planned_visit(self, case: CaseRef) -> Visit | None:
        """The visit of a case that is still to be made."""
        return await self._one(Visit, _PLANNED_VISIT, case=case)

    async def visits_of(self, case: CaseRef) -> tuple[Visit, ...]:
        """All visits of a case, in the order of their plan."""
        return await self._many(Visit, _VISITS_OF, case=case)

    async def planned_visits(self, id: StaffId) -> tuple[Visit, ...]:
        """The visits that this case manager is still to make, the next one first."""
        return await self._many(Visit, _PLANNED_VISITS, who=id)

    async def history(self, case: CaseRef) -> tuple[Event, ...]:
        """Everything that happened to a case, in order. Of a forgotten case only what and when, not what was told."""
        seal = await self._seal_of(case)
        found = []
        for row in await self._seen_rows(_HISTORY, case=case):
            told = read_free(seal.open(row.told, event_place(case, row.seq))) if seal else {}
            version, by = told.pop(VERSION, 0), None if row.by is None else StaffId(row.by)
            found.append(Event(EventKind(row.kind), case, row.at, by=by, told=told, version=version))
        return tuple(found)

    async def _seal_of(self, case: CaseRef) -> Seal | None:
        """The seal of a case; None of one that is not there, or not there any more."""
        key = await self._seen_row(_KEY, case=case)
        if key is None or key.wrapped is None:
            return None
        try:
            return self._seals.case(case, key.wrapped)
        except Forgotten:
            return None

    async def judgements(self, case: CaseRef) -> tuple[Judgement, ...]:
        """Every decision about a case as it was made, in order; none of a forgotten case."""
        seal = await self._seal_of(case)
        if seal is None:
            return ()
        return tuple(
            read(Judgement, seal.open(row.body, judgement_place(row.ref)))
            for row in await self._seen_rows(_JUDGEMENTS, case=case)
        )

    async def looks(self, case: CaseRef) -> tuple[Look, ...]:
        """Who was shown what of a case, in order."""
        return tuple(Look(case, StaffId(row.by), row.at, row.what) for row in await self._seen_rows(_LOOKS, case=case))

    async def assignment_opened_at(self, case: CaseRef) -> datetime | None:
        """When the leads were asked for a case manager, the last time."""
        row = await self._seen_row(_ASSIGNMENT_OPENED, case=case)
        opened: datetime | None = row[0]
        return opened


#: Under which key an event keeps at which version of its case it was recorded.
VERSION = "_version"


def event_place(case: str, seq: int) -> str:
    """Where what an event told belongs."""
    return f"case_event|told|{case}|{seq}"


def judgement_place(ref: str) -> str:
    """Where a judgement's body belongs."""
    return f"judgement|body|{ref}"
