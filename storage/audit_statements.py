"""What the audit asks of the database, each said once; the conditions of the partial indices stand in their words."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BindParameter, bindparam, case, func, literal_column, select

from cases.messages import Lane
from cases.outcome import Clock, EventKind
from storage.tables import (
    AlertRow,
    CaseKeyRow,
    CaseRow,
    EventRow,
    InboxRow,
    JudgementRow,
    OutboxRow,
    PageRow,
    ReferralRow,
    ReminderRow,
    VisitRow,
    one_of,
)

WATCHED = (
    Clock.LADDER,
    Clock.SILENCE,
    Clock.OUTREACH,
    Clock.CONFIRMATION,
    Clock.ASSIGNMENT,
    Clock.CONTACT,
    Clock.VISIT,
    Clock.POLICE,
    Clock.REFERRAL,
)


def _newest(column: Any) -> Any:
    return func.max(column, type_=column.type)


def _oldest(column: Any) -> Any:
    return func.min(column, type_=column.type)


_REFS: BindParameter[Any] = bindparam("refs", expanding=True)
#: The rank of a case that somebody holds and that is no emergency.
CALM = 3
_HAS_KEY = CaseKeyRow.wrapped.is_not(None)
ALERTS = (
    select(AlertRow.ref, AlertRow.case_ref, AlertRow.needs_outreach, AlertRow.version, AlertRow.body)
    .add_columns(CaseKeyRow.wrapped)
    .join(CaseKeyRow, CaseKeyRow.case_ref == AlertRow.case_ref)
    .where(AlertRow.state != literal_column("'ended'"), _HAS_KEY)
)
_CASES = select(CaseRow.ref, CaseRow.status, CaseRow.emergency, CaseRow.manager, CaseRow.contacted, CaseRow.rank)
# By their places in the lists: nobody holds them, or they are emergencies. A closed or forgotten case has no place.
URGENT_CASES = _CASES.where(CaseRow.rank.in_([literal_column(str(rank)) for rank in range(CALM)]))
CASES = _CASES.where(CaseRow.ref.in_(_REFS), CaseRow.rank.is_not(None))
_CALM = CaseRow.rank == literal_column(str(CALM))
CALM_COUNT = select(func.count()).select_from(CaseRow).where(_CALM)
CALM_REFS = (
    select(CaseRow.ref)
    .where(_CALM)
    .order_by(CaseRow.next_at, CaseRow.ref)
    .limit(bindparam("most"))
    .offset(bindparam("start"))
)
OVERDUE = (
    select(ReminderRow)
    .where(ReminderRow.due_at < bindparam("since"), one_of(ReminderRow.clock, *WATCHED))
    .order_by(ReminderRow.due_at)
    .limit(bindparam("most"))
)
CASES_OF_VISITS = select(VisitRow.case_ref).where(VisitRow.ref.in_(_REFS))
CASES_OF_REFERRALS = select(ReferralRow.case_ref).where(ReferralRow.ref.in_(_REFS))
BODIES = (
    select(CaseRow.ref, CaseRow.version, CaseRow.body, CaseKeyRow.wrapped)
    .join(CaseKeyRow, CaseKeyRow.case_ref == CaseRow.ref)
    .where(CaseRow.ref.in_(_REFS))
)
RUNGS = select(ReminderRow.subject, ReminderRow.clock, ReminderRow.due_at, ReminderRow.attempts).where(
    ReminderRow.subject.in_(_REFS), one_of(ReminderRow.clock, *WATCHED)
)
HAPPENED = (
    select(EventRow.case_ref, EventRow.kind, _newest(EventRow.at).label("at"), func.max(EventRow.seq).label("seq"))
    .where(
        EventRow.case_ref.in_(_REFS),
        one_of(
            EventRow.kind,
            EventKind.ALERT_ENDED,
            EventKind.OUTREACH_RANG,
            EventKind.VISIT_UNSAFE,
            EventKind.FACTS_LEARNED,
            EventKind.RISK_RAISED,
            EventKind.RISK_LOWERED,
            EventKind.POLICE_OPENED,
            EventKind.CASE_JOINED,
            EventKind.POLICE_REPORTED,
            EventKind.POLICE_EXCUSED,
            EventKind.CONSENT_REFUSED,
        ),
    )
    .group_by(EventRow.case_ref, EventRow.kind)
)
HELPED = (
    select(AlertRow.case_ref, _newest(AlertRow.raised_at).label("raised_at"))
    .where(AlertRow.case_ref.in_(_REFS), AlertRow.needs_outreach)
    .group_by(AlertRow.case_ref)
)
LEARNT = select(EventRow.seq, EventRow.told).where(
    EventRow.case_ref == bindparam("of_case"),
    one_of(EventRow.kind, EventKind.FACTS_LEARNED),
    EventRow.seq > bindparam("after"),
)
#: Without the sealed bodies: most cases were judged but once since their last alert, and need not be opened.
DECIDED = select(JudgementRow.case_ref, JudgementRow.at).where(JudgementRow.case_ref.in_(_REFS))
JUDGED = (
    select(JudgementRow.ref, JudgementRow.body)
    .where(JudgementRow.case_ref == bindparam("of_case"), JudgementRow.at >= bindparam("since"))
    .order_by(JudgementRow.id)
)
FOUND = select(EventRow.seq, EventRow.at, EventRow.told).where(
    EventRow.case_ref == bindparam("of_case"),
    one_of(EventRow.kind, EventKind.ALERT_FOUND, EventKind.CLOCK_FOUND),
    EventRow.at > bindparam("since"),
    EventRow.at <= bindparam("now"),
)
KEY = select(CaseKeyRow.wrapped).where(CaseKeyRow.case_ref == bindparam("of_case"), _HAS_KEY)
CALLS = (
    select(
        OutboxRow.about_alert,
        OutboxRow.chat,
        _newest(OutboxRow.created_at).label("at"),
        func.max(OutboxRow.id).label("newest"),
        func.max(case((one_of(OutboxRow.state, "failed"), OutboxRow.id))).label("failed"),
    )
    .where(OutboxRow.about_alert.is_not(None), OutboxRow.about_alert.in_(_REFS))
    .group_by(OutboxRow.about_alert, OutboxRow.chat)
)
STUCK = tuple(
    select(OutboxRow.about_alert, OutboxRow.case_ref, _oldest(OutboxRow.created_at).label("since"))
    .where(one_of(OutboxRow.state, state), OutboxRow.lane == int(Lane.EMERGENCY))
    .group_by(OutboxRow.about_alert, OutboxRow.case_ref)
    for state in ("waiting", "sending")
)
PAGED = (
    select(PageRow.alert_ref, _newest(PageRow.created_at).label("at"))
    .where(PageRow.alert_ref.is_not(None), PageRow.alert_ref.in_(_REFS))
    .group_by(PageRow.alert_ref)
)
VISITS = select(VisitRow.ref, VisitRow.case_ref).where(VisitRow.case_ref.in_(_REFS), one_of(VisitRow.state, "planned"))
REFERRALS = select(ReferralRow.ref, ReferralRow.case_ref, ReferralRow.sent_at).where(
    ReferralRow.case_ref.in_(_REFS), one_of(ReferralRow.state, "sent")
)
INBOX = tuple(
    select(_oldest(InboxRow.received_at)).where(one_of(InboxRow.state, state)) for state in ("waiting", "set_aside")
)
TOLD = select(OutboxRow.id).where(
    OutboxRow.slot.is_not(None),
    OutboxRow.slot == bindparam("of_slot"),
    OutboxRow.created_at > bindparam("since"),
    OutboxRow.created_at <= bindparam("now"),
)
