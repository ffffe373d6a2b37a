"""The one verb: an outcome becomes rows, all of them or none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from cases.alert import Alert
from cases.case import Case
from cases.outcome import Event, Judgement, Look, Outcome
from cases.refusals import Changed, Unknown
from cases.visit import Visit
from storage.case_files import Thing, body_place, event_place, judgement_place
from storage.desk import Both
from storage.dialogues import DialogueWork
from storage.encoding import write, write_free
from storage.outbox import OutboxWork
from storage.pages import PageDesk
from storage.reminders import ReminderWork
from storage.sealing import Seal
from storage.tables import AlertRow, CaseKeyRow, CaseRow, EventRow, JudgementRow, LookRow, VisitRow

Values = dict[str, Any]

# Locking the case makes all that is recorded about it wait its turn on PostgreSQL, in the order of refs, so that
# two never wait for each other. Both rows are named: only locked rows are read in their latest state.
_CASES = (
    select(CaseRow.ref, CaseRow.version, CaseKeyRow.wrapped)
    .join(CaseKeyRow, CaseKeyRow.case_ref == CaseRow.ref)
    .where(CaseRow.ref.in_(bindparam("refs", expanding=True)), CaseKeyRow.wrapped.is_not(None))
    .order_by(CaseRow.ref)
    .with_for_update(key_share=True, of=[CaseRow, CaseKeyRow])
)
_EVENTS_SO_FAR = (
    select(EventRow.case_ref, func.max(EventRow.seq))
    .where(EventRow.case_ref.in_(bindparam("refs", expanding=True)))
    .group_by(EventRow.case_ref)
)


def _versions(row: Any) -> Select[Any]:
    return select(row.ref, row.version).where(row.ref.in_(bindparam("refs", expanding=True)))


def _put(row: Any, *columns: str) -> Both:
    """Insert the row, or change it if it still has the version before this one."""

    def build(insert_into: Any) -> Any:
        made = insert_into(row)
        changed = {column: made.excluded[column] for column in (*columns, "version", "body")}
        unchanged = row.version == made.excluded.version - 1
        return made.on_conflict_do_update(index_elements=("ref",), set_=changed, where=unchanged)

    return Both(build(sqlite.insert), build(postgresql.insert))


_PUT_CASE = _put(CaseRow, "status", "risk", "emergency", "manager")
_PUT_ALERT = _put(AlertRow, "state", "taken_by")
_PUT_VISIT = _put(VisitRow, "state", "due_on")
_ALERT_VERSIONS = _versions(AlertRow)
_VISIT_VERSIONS = _versions(VisitRow)
_ADD_KEY = insert(CaseKeyRow)
_ADD_EVENT = insert(EventRow)
_ADD_JUDGEMENT = insert(JudgementRow)
_ADD_LOOK = insert(LookRow)


@dataclass(frozen=True)
class _Files:
    """The cases an outcome is about: their seals, the versions they stand at, and the keys of new ones."""

    seals: Mapping[str, Seal]
    versions: Mapping[str, int]
    new_keys: Mapping[str, bytes]


class RecordWork(DialogueWork, ReminderWork, OutboxWork, PageDesk):
    """What a unit of work can do with an outcome."""

    async def record(self, outcome: Outcome, *, now: datetime) -> None:
        """Write everything that was decided. Of several values of one thing the last is written.

        Raises Changed when a case, alert or visit is no longer what the outcome was decided on, and Unknown when
        its case is not there; nothing is written then, so that the unit of work can go on with another outcome.
        """
        cases, alerts, visits = _latest(outcome.cases), _latest(outcome.alerts), _latest(outcome.visits)
        about = {case.ref for case in cases}
        about |= {alert.case for alert in alerts} | {visit.case for visit in visits}
        about |= {event.case for event in outcome.events} | {one.case for one in outcome.judgements}
        files = await self._files(cases, sorted(about))
        if about - files.seals.keys():
            raise Unknown
        _compare(cases, files.versions)
        await self._compare_stored(_ALERT_VERSIONS, alerts)
        await self._compare_stored(_VISIT_VERSIONS, visits)
        # Sealed before the first row is written: what can't be written down leaves nothing half done.
        case_rows = [self._case_row(case, files.seals[case.ref]) for case in cases]
        alert_rows = [_alert_row(alert, files.seals[alert.case]) for alert in alerts]
        visit_rows = [_visit_row(visit, files.seals[visit.case]) for visit in visits]
        event_rows = await self._event_rows(outcome.events, files)
        judgement_rows = [_judgement_row(one, files.seals[one.case]) for one in outcome.judgements]

        await self._change_all(self._said(_PUT_CASE), case_rows)
        await self._change_all(_ADD_KEY, [{"case_ref": r, "wrapped": key} for r, key in files.new_keys.items()])
        await self._change_all(self._said(_PUT_ALERT), alert_rows)
        await self._change_all(self._said(_PUT_VISIT), visit_rows)
        await self._change_all(_ADD_EVENT, event_rows)
        await self._change_all(_ADD_JUDGEMENT, judgement_rows)
        await self._change_all(_ADD_LOOK, [_look_row(look) for look in outcome.looks])
        await self._keep_dialogues(outcome.dialogues, now=now)
        await self._set_reminders(outcome.reminders)
        await self._post(outcome.messages, case_ref=_only_case(about, outcome), now=now)
        await self._write_pages(outcome.pages, now=now)

    async def _keep_alert(self, alert: Alert) -> None:
        """An alert by itself, without anything having happened to its case."""
        files = await self._files((), [alert.case])
        await self._change_all(self._said(_PUT_ALERT), [_alert_row(alert, files.seals[alert.case])])

    async def _files(self, cases: Iterable[Case], about: list[Any]) -> _Files:
        rows = await self._rows(_CASES, refs=about) if about else []
        seals = {row.ref: self._seals.case(row.ref, row.wrapped) for row in rows}
        new_keys: dict[str, bytes] = {}
        for case in cases:
            if case.version == 0 and case.ref not in seals:
                seals[case.ref], new_keys[case.ref] = self._seals.new_case(case.ref)
        return _Files(seals, {row.ref: row.version for row in rows}, new_keys)

    async def _compare_stored(self, statement: Any, things: tuple[Alert, ...] | tuple[Visit, ...]) -> None:
        if things:
            stored = await self._rows(statement, refs=[thing.ref for thing in things])
            _compare(things, {row.ref: row.version for row in stored})

    def _case_row(self, case: Case, seal: Seal) -> Values:
        return {
            "ref": case.ref,
            "number": case.number,
            "reporter": None if case.reporter is None else self._seals.chat_index(case.reporter),
            "status": str(case.status),
            "risk": case.risk,
            "emergency": case.emergency,
            "manager": case.manager,
            "reported_at": case.reported_at,
            **_body("case", case, seal),
        }

    async def _event_rows(self, events: tuple[Event, ...], files: _Files) -> list[Values]:
        known = sorted({event.case for event in events} - files.new_keys.keys())
        last: dict[str, int] = dict(await self._rows(_EVENTS_SO_FAR, refs=known)) if known else {}
        rows: list[Values] = []
        for event in events:
            last[event.case] = seq = last.get(event.case, 0) + 1
            told = files.seals[event.case].close(write_free(event.told), event_place(event.case, seq))
            plain = {"case_ref": event.case, "seq": seq, "kind": str(event.kind), "at": event.at, "by": event.by}
            rows.append(plain | {"told": told})
        return rows


def _latest(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    return tuple({thing.ref: thing for thing in things}.values())


def _compare(things: Iterable[Case | Alert | Visit], stored: Mapping[Any, int]) -> None:
    """Compare and set: what is to be written must have been read in the version that stands."""
    if any(stored.get(thing.ref, 0) != thing.version for thing in things):
        raise Changed


def _only_case(about: set[Any], outcome: Outcome) -> str | None:
    """The case that the messages of an outcome are about, where there is just one."""
    named = about | {look.case for look in outcome.looks} | {d.case for d in outcome.dialogues if d.case}
    return str(next(iter(named))) if len(named) == 1 else None


def _body(table: str, thing: Case | Alert | Visit, seal: Seal) -> Values:
    version = thing.version + 1
    return {"version": version, "body": seal.close(write(thing), body_place(table, thing.ref, version))}


def _alert_row(alert: Alert, seal: Seal) -> Values:
    return {
        "ref": alert.ref,
        "case_ref": alert.case,
        "state": str(alert.state),
        "needs_outreach": alert.needs_outreach,
        "raised_at": alert.raised_at,
        "taken_by": alert.taken_by,
        **_body("alert", alert, seal),
    }


def _visit_row(visit: Visit, seal: Seal) -> Values:
    return {
        "ref": visit.ref,
        "case_ref": visit.case,
        "nth": visit.nth,
        "state": str(visit.state),
        "due_on": visit.due_on,
        **_body("visit", visit, seal),
    }


def _judgement_row(judgement: Judgement, seal: Seal) -> Values:
    ref = os.urandom(8).hex()
    body = seal.close(write(judgement), judgement_place(ref))
    return {"ref": ref, "case_ref": judgement.case, "at": judgement.at, "body": body}


def _look_row(look: Look) -> Values:
    return {"case_ref": look.case, "by": look.by, "at": look.at, "what": look.what}
