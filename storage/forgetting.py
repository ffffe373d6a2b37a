"""Erasing a case: its key is destroyed, and what was told can't be read by anybody any more (T18)."""

from __future__ import annotations

import logging

from sqlalchemy import bindparam, delete, null, or_, select, union, update

from cases.case import CaseRef
from storage.attachments import AttachmentWork
from storage.tables import (
    AlertRow,
    CaseKeyRow,
    CaseRow,
    DialogueRow,
    EntryRow,
    InvitationRow,
    LetterRow,
    LineRow,
    OutboxRow,
    PageRow,
    PartyRow,
    ReceiptRow,
    ReferralRow,
    ReminderRow,
    TalkRow,
    VisitRow,
)

logger = logging.getLogger("laporaman.storage.forgetting")

_DESTROY = (
    update(CaseKeyRow)
    # Emptied, not deleted: the bytes are overwritten where they stand.
    .where(CaseKeyRow.case_ref == bindparam("case"), CaseKeyRow.wrapped.is_not(None))
    .values(wrapped=null())
)
_UNLINK = update(CaseRow).where(CaseRow.ref == bindparam("case")).values(reporter=null(), rank=null())
_UNLINK_PEOPLE = (
    update(PartyRow).where(PartyRow.case_ref == bindparam("case")).values(name=null(), phone=null(), nik=null())
)
_CODES = tuple(delete(row).where(row.case_ref == bindparam("case")) for row in (ReceiptRow, InvitationRow))
_SUBJECTS = union(
    *(
        select(row.ref).where(row.case_ref == bindparam("case"))
        for row in (AlertRow, VisitRow, EntryRow, PartyRow, ReferralRow, LetterRow, LineRow, TalkRow)
    )
)
_SILENCE = delete(ReminderRow).where(ReminderRow.subject.in_(bindparam("subjects", expanding=True)))
_DIALOGUES = delete(DialogueRow).where(
    or_(DialogueRow.case_ref == bindparam("case"), DialogueRow.subject.in_(bindparam("subjects", expanding=True)))
)
_MESSAGES = update(OutboxRow).where(OutboxRow.payload.is_not(None)).values(state="cancelled", payload=null())
_MESSAGES_OF_CASE = _MESSAGES.where(OutboxRow.case_ref == bindparam("case"))
_MESSAGES_OF_ALERTS = _MESSAGES.where(OutboxRow.about_alert.in_(bindparam("alerts", expanding=True)))

_PAGES = (
    update(PageRow)
    .where(PageRow.payload.is_not(None), PageRow.alert_ref.in_(bindparam("alerts", expanding=True)))
    .values(state="cancelled", payload=null())
)


class ForgetWork(AttachmentWork):
    """What a unit of work can do to erase."""

    async def forget_case(self, ref: CaseRef) -> bool:
        """Make a case unreadable for ever, with its dialogues and unsent messages, and let it ring no more.

        The keys to its files are gone with its own, the bytes go as soon as the fetcher tidies up.
        What stays: number and times, what happened when (not what was told), who looked, and from whom it was hidden.
        False where there was nothing to forget. Backups made before still hold the key.
        """
        if not await self._change(_DESTROY, case=ref):
            return False
        refs = [ref, *(row[0] for row in await self._rows(_SUBJECTS, case=ref))]
        subjects = [self._seals.index(f"subject|{subject}") for subject in refs]
        await self._change(_UNLINK, case=ref)
        await self._change(_UNLINK_PEOPLE, case=ref)
        for codes in _CODES:
            await self._change(codes, case=ref)
        await self._change(_SILENCE, subjects=subjects)
        await self._change(_DIALOGUES, case=ref, subjects=subjects)
        await self._change(_MESSAGES_OF_CASE, case=ref)
        await self._change(_MESSAGES_OF_ALERTS, alerts=refs)
        await self._change(_PAGES, alerts=refs)
        await self._forget_files(ref)
        self.forgot = True
        logger.info("case %s forgotten", ref)
        return True
