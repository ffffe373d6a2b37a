"""The course of an alert: what became of each message that called somebody. Rows are only added, also by nobody's hand.

A row holds times, an alert and the blind index of a chat: nothing that was told, so it stays when a case is forgotten.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import String, bindparam, insert, or_, select
from sqlalchemy.types import LargeBinary

from cases.alert import AlertRef
from cases.case import CaseRef
from cases.messages import ChatId, Message
from cases.staff import StaffId
from cases.timeline import Sending
from storage.desk import seen
from storage.key_desk import KeyDesk
from storage.tables import AlertRow, CourseRow, Moment, StaffRow

_COLUMNS = ("alert_ref", "chat", "what", "posted_at", "at")
# Out of the alert's own row: of an alert that is not there nothing is written, and nothing breaks.
_ADD = insert(CourseRow).from_select(
    _COLUMNS,
    select(
        AlertRow.ref,
        bindparam("to_chat", type_=LargeBinary),
        bindparam("became", type_=String),
        bindparam("posted", type_=Moment),
        bindparam("settled", type_=Moment),
    ).where(AlertRow.ref == bindparam("of_alert")),
)
_OF_CASE = seen(
    select(CourseRow.alert_ref, StaffRow.id, CourseRow.what, CourseRow.posted_at, CourseRow.at)
    .join(AlertRow, AlertRow.ref == CourseRow.alert_ref)
    .outerjoin(StaffRow, or_(StaffRow.chat == CourseRow.chat, StaffRow.id == CourseRow.staff))
    .where(AlertRow.case_ref == bindparam("case"))
    .order_by(CourseRow.id),
    AlertRow.case_ref,
)


class CourseWork(KeyDesk):
    """What a unit of work can do with the courses of alerts."""

    async def course_of(self, case: CaseRef) -> tuple[Sending, ...]:
        """What became of every message that called somebody for the alerts of a case, in order."""
        rows = await self._seen_rows(_OF_CASE, case=case)
        return tuple(
            Sending(AlertRef(row.alert_ref), StaffId(row.id) if row.id else None, row.what, row.posted_at, row.at)
            for row in rows
        )

    async def _add_to_course(self, message: Message, *, became: str, posted_at: datetime, now: datetime) -> None:
        if message.about_alert:
            told: dict[str, Any] = {"of_alert": message.about_alert, "to_chat": self._chat(message.to)}
            await self._change(_ADD, **told, became=became, posted=posted_at, settled=now)

    def _chat(self, chat: ChatId) -> bytes:
        return self._seals.chat_index(chat)
