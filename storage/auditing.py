"""What the audit asks of the database: plain columns and blind indices first, sealed bodies only where they must be.

Nothing here costs by what was ever recorded, nor by how many calm cases are open: closed cases and sent messages are
passed by in the partial indices, and calm cases have their turns. A row that can't be unsealed is counted and never
hides the others.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from cases.alert import Alert, Cause
from cases.audit import slot_of
from cases.board import HELD
from cases.case import Case, CaseRef, Status
from cases.evidence import LATE_AT_REST, AlertSeen, CaseSeen, Evidence, ReferralSeen, Rung, VisitSeen
from cases.outcome import Clock, EventKind, Judgement
from cases.staff import Roster, StaffId
from storage import audit_statements as ask
from storage.case_files import body_place, event_place, judgement_place
from storage.encoding import read, read_free
from storage.problems import BrokenSeal, Forgotten
from storage.reminders import ReminderWork
from storage.sealing import Seals

logger = logging.getLogger("laporaman.storage.auditing")

PART = 500
#: So many calm cases are looked at every time; with each turn it is the next of them.
PORTION = 500
TURN_SECONDS = 30
UNREADABLE = (BrokenSeal, ValueError, KeyError, TypeError)
_CALLS_OF_ALERT = frozenset({Cause.TRIAGE, Cause.DECLARED, Cause.WORDS})


Rungs = dict[tuple[bytes, Clock], Rung]
Happened = dict[tuple[str, str], "_Last"]


class _Last(NamedTuple):
    """The newest event of a kind, by the clock, and its place in the history: a clock may be set back between two."""

    at: datetime
    seq: int


_NEVER = _Last(datetime.min.replace(tzinfo=UTC), 0)
#: What can turn an emergency on or off.
_JUDGING = (EventKind.FACTS_LEARNED, EventKind.RISK_RAISED, EventKind.RISK_LOWERED)


class AuditWork(ReminderWork):
    """What a unit of work can tell the audit."""

    async def evidence(self, roster: Roster, *, now: datetime) -> Evidence:
        """What is open, and what stands for it, in one reading.

        All alerts, emergencies, cases that nobody holds and clocks that are overdue are looked at every time; of calm
        cases that somebody holds so many, in turn.
        """
        alert_rows = await self._rows(ask.ALERTS)
        case_rows = await self._cases_to_see(now)
        refs = [row.ref for row in case_rows]
        visit_rows = await self._in_parts(ask.VISITS, refs)
        referral_rows = await self._in_parts(ask.REFERRALS, refs)
        subjects = [*refs, *(row.ref for row in (*visit_rows, *referral_rows, *alert_rows))]
        rungs = {
            (row.subject, Clock(row.clock)): Rung(row.due_at, row.attempts)
            for row in await self._in_parts(ask.RUNGS, map(self._subject_index, subjects))
        }
        happened: Happened = {
            (row.case_ref, row.kind): _Last(row.at, row.seq)
            for row in await self._in_parts(ask.HAPPENED, {*refs, *(row.case_ref for row in alert_rows)})
        }
        # After a refusal nothing of a referral rings until consent is given again, but for what was sent after it.
        refused = {row.ref for row in case_rows if row.status == Status.REFUSED}
        referral_rows = [
            row for row in referral_rows if row.case_ref not in refused or _sent_after_refusal(row, happened)
        ]
        unread: set[str] = set()
        alerts = self._readable(alert_rows, unread)
        seen, stuck_since = await self._seen(alerts, rungs, happened, roster)
        helped = {row.case_ref for row in alert_rows if row.needs_outreach}
        unanswered = await self._unanswered([row for row in case_rows if row.ref not in helped], happened, unread)
        contacted = await self._contacted(
            [row for row in case_rows if (self._subject_index(row.ref), Clock.CONTACT) not in rungs], unread
        )
        inbox_since, set_aside_since = [(await self._row(statement))[0] for statement in ask.INBOX]
        return Evidence(
            alerts=seen,
            cases=tuple(
                CaseSeen(
                    ref=row.ref,
                    status=Status(row.status),
                    emergency=row.emergency,
                    has_manager=row.manager is not None,
                    contacted=row.ref in contacted,
                    police_open=_police_open(row.ref, happened),
                    unanswered=row.ref in unanswered,
                    unheld=row.status == Status.ENTRUSTED and row.rank < HELD,
                    rungs=self._rungs_of(row.ref, rungs),
                )
                for row in case_rows
            ),
            visits=tuple(
                VisitSeen(row.ref, row.case_ref, rungs.get((self._subject_index(row.ref), Clock.VISIT)))
                for row in visit_rows
            ),
            referrals=tuple(
                ReferralSeen(row.ref, row.case_ref, rungs.get((self._subject_index(row.ref), Clock.REFERRAL)))
                for row in referral_rows
            ),
            inbox_since=inbox_since,
            set_aside_since=set_aside_since,
            stuck_since=stuck_since,
            unreadable=len(unread),
        )

    async def _cases_to_see(self, now: datetime) -> list[Any]:
        """What can't wait, what is overdue, and the part of the calm cases whose turn it is."""
        calm = (await self._row(ask.CALM_COUNT))[0]
        turn = int(now.timestamp() // TURN_SECONDS) % max(1, -(-calm // PORTION))
        refs = {row.ref for row in await self._rows(ask.CALM_REFS, most=PORTION, start=turn * PORTION)}
        late = await self._rows(ask.OVERDUE, since=now - LATE_AT_REST, most=PART)
        subjects = [subject for row in late if (subject := self._subject_or_none(row)) is not None]
        refs.update(subjects)
        for statement in (ask.CASES_OF_VISITS, ask.CASES_OF_REFERRALS):
            refs.update(row.case_ref for row in await self._in_parts(statement, subjects))
        urgent = {row.ref: row for row in await self._rows(ask.URGENT_CASES)}
        others = await self._in_parts(ask.CASES, refs - urgent.keys())
        return [*urgent.values(), *others]

    def _subject_or_none(self, row: Any) -> str | None:
        try:
            return self._subject(row)
        except UNREADABLE:
            # The sweep says so, and puts it off.
            return None

    async def found_before(self, case: CaseRef, *, since: datetime, now: datetime) -> tuple[tuple[str, datetime], ...]:
        """What the audit wrote into the history of a case after that moment: what, and when."""
        key = await self._row(ask.KEY, of_case=case)
        if key is None:
            return ()
        try:
            seal = self._seals.case(case, key.wrapped)
        except Forgotten:
            return ()
        rows = await self._rows(ask.FOUND, of_case=case, since=since, now=now)
        return tuple((str(read_free(seal.open(r.told, event_place(case, r.seq)))["what"]), r.at) for r in rows)

    async def told_before(self, part: str, *, since: datetime, now: datetime) -> bool:
        """Whether the operators were told of that part after that moment."""
        index = self._seals.index(f"slot|{slot_of(part)}")
        return await self._row(ask.TOLD, of_slot=index, since=since, now=now) is not None

    async def _in_parts(self, statement: Any, refs: Iterable[str] | Iterable[bytes]) -> list[Any]:
        wanted = sorted(refs)
        rows: list[Any] = []
        for start in range(0, len(wanted), PART):
            rows += await self._rows(statement, refs=wanted[start : start + PART])
        return rows

    def _subject_index(self, ref: str) -> bytes:
        return self._seals.index(f"subject|{ref}")

    def _rungs_of(self, ref: str, rungs: Rungs) -> Mapping[Clock, Rung]:
        index = self._subject_index(ref)
        return {clock: rungs[index, clock] for clock in ask.WATCHED if (index, clock) in rungs}

    def _readable(self, rows: Sequence[Any], unread: set[str]) -> list[Alert]:
        alerts: list[Alert] = []
        for row in rows:
            try:
                alerts.append(_alert(self._seals, row))
            except Forgotten:
                continue
            except UNREADABLE as problem:
                logger.critical("an open alert can't be read (%s) alert=%s", type(problem).__name__, row.ref)
                unread.add(row.ref)
        return alerts

    async def _seen(
        self, alerts: Sequence[Alert], rungs: Rungs, happened: Happened, roster: Roster
    ) -> tuple[tuple[AlertSeen, ...], datetime | None]:
        """The open alerts with what stands about them; and since when something urgent of no alert is stuck."""
        refs = [alert.ref for alert in alerts]
        people: dict[bytes, StaffId] = {self._seals.chat_index(p.chat): p.id for p in roster.people}
        called: dict[str, datetime] = {}
        lost: dict[str, set[StaffId]] = {}
        for row in await self._in_parts(ask.CALLS, refs):
            called[row.about_alert] = max(row.at, called.get(row.about_alert, row.at))
            if row.newest == row.failed and row.chat in people:
                lost.setdefault(row.about_alert, set()).add(people[row.chat])
        paged = {row.alert_ref: row.at for row in await self._in_parts(ask.PAGED, refs)}
        stuck: dict[str | None, datetime] = {}
        of_case = {alert.case: alert.ref for alert in alerts}
        for statement in ask.STUCK:
            for row in await self._rows(statement):
                about = row.about_alert if row.about_alert in refs else of_case.get(row.case_ref)
                stuck[about] = min(row.since, stuck.get(about, row.since))
        seen = tuple(
            AlertSeen(
                alert=alert,
                rungs=self._rungs_of(alert.ref, rungs),
                called_at=called.get(alert.ref),
                stuck_since=stuck.get(alert.ref),
                paged_at=paged.get(alert.ref),
                rang_at=last.at if (last := happened.get((alert.case, EventKind.OUTREACH_RANG))) else None,
                lost=frozenset(lost.get(alert.ref, ())),
            )
            for alert in alerts
        )
        return seen, stuck.get(None)

    async def _contacted(self, rows: Sequence[Any], unread: set[str]) -> frozenset[str]:
        """Which of these cases were contacted, or can't tell. Of old ones only their sealed bodies know."""
        reached = {row.ref for row in rows if row.contacted}
        for row in await self._in_parts(ask.BODIES, [row.ref for row in rows if row.contacted is None]):
            try:
                if _was_contacted(self._seals, row):
                    reached.add(row.ref)
            except Forgotten:
                # Nobody is to be called about it any more.
                reached.add(row.ref)
            except UNREADABLE as problem:
                logger.critical("an open case can't be read (%s) case=%s", type(problem).__name__, row.ref)
                reached.add(row.ref)
                unread.add(row.ref)
        return frozenset(reached)

    async def _unanswered(self, rows: Sequence[Any], happened: Happened, unread: set[str]) -> frozenset[str]:
        """Which of these cases, for which no call for help stands, called for it after the last one had ended."""
        calling = {row.ref: row for row in rows if row.emergency or (row.ref, EventKind.VISIT_UNSAFE) in happened}
        raised = {row.case_ref: row.raised_at for row in await self._in_parts(ask.HELPED, calling)}
        ended = {ref: happened.get((ref, EventKind.ALERT_ENDED), _Last(raised[ref], 0)) for ref in raised}
        judged = Counter(
            row.case_ref
            for row in await self._in_parts(ask.DECIDED, raised)
            if calling[row.case_ref].emergency and row.at >= ended[row.case_ref].at
        )
        found = calling.keys() - raised.keys()
        for ref, end in ended.items():
            since = {
                kind: happened.get((ref, kind), _NEVER).seq > end.seq for kind in (EventKind.VISIT_UNSAFE, *_JUDGING)
            }
            unsafe, learnt = since[EventKind.VISIT_UNSAFE], since[EventKind.FACTS_LEARNED]
            # One judgement can't have turned an emergency off and on again.
            again = judged[ref] > 1 and any(since[kind] for kind in _JUDGING)
            doubtful = calling[ref].emergency and (again or learnt)
            try:
                if unsafe or (doubtful and await self._called_since(ref, end)):
                    found.add(ref)
            except Forgotten:
                continue
            except UNREADABLE as problem:
                logger.critical("a case's history can't be read (%s) case=%s", type(problem).__name__, ref)
                unread.add(ref)
        return frozenset(found)

    async def _called_since(self, ref: str, end: _Last) -> bool:
        """Whether it was judged an emergency anew, or the reporter called again, after that moment."""
        key = await self._row(ask.KEY, of_case=ref)
        if key is None:
            return False
        seal = self._seals.case(ref, key.wrapped)
        judged = [
            _judged_emergency(self._seals, ref, key.wrapped, row)
            for row in await self._rows(ask.JUDGED, of_case=ref, since=end.at)
        ]
        if any(not before and after for before, after in pairwise(judged)):
            return True
        learnt = await self._rows(ask.LEARNT, of_case=ref, after=end.seq)
        return any(
            read_free(seal.open(r.told, event_place(ref, r.seq))).get("cause") in _CALLS_OF_ALERT for r in learnt
        )


def _sent_after_refusal(row: Any, happened: Happened) -> bool:
    refusal = happened.get((row.case_ref, EventKind.CONSENT_REFUSED))
    return refusal is not None and bool(row.sent_at >= refusal.at)


def _police_open(ref: str, happened: Happened) -> bool:
    """Whether a duty to the police was begun and not met since. With a joined report it may have come or gone: then it
    was begun anew where there still is one."""
    opened = happened.get((ref, EventKind.POLICE_OPENED))
    over = (EventKind.POLICE_REPORTED, EventKind.POLICE_EXCUSED, EventKind.CASE_JOINED)
    ends = [happened[ref, kind].seq for kind in over if (ref, kind) in happened]
    return opened is not None and all(seq < opened.seq for seq in ends)


@lru_cache(maxsize=1024)
def _alert(seals: Seals, row: Any) -> Alert:
    # The same rows every half minute: a body that stands need not be opened again.
    body = seals.case(row.case_ref, row.wrapped).open(row.body, body_place("alert", row.ref, row.version))
    return read(Alert, body)


@lru_cache(maxsize=4096)
def _was_contacted(seals: Seals, row: Any) -> bool:
    body = seals.case(row.ref, row.wrapped).open(row.body, body_place("case", row.ref, row.version))
    return read(Case, body).contacted_at is not None


@lru_cache(maxsize=4096)
def _judged_emergency(seals: Seals, ref: str, wrapped: bytes, row: Any) -> bool:
    return read(Judgement, seals.case(ref, wrapped).open(row.body, judgement_place(row.ref))).emergency
