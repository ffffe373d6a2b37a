"""Erasing: a key is destroyed, and what it sealed can't be read by anybody any more, in no backup either (T18)."""

from __future__ import annotations

import logging
from typing import Any

from sqlalchemy import BindParameter, LargeBinary, bindparam, delete, func, null, or_, select, union, update

from cases.case import CaseRef
from cases.messages import ChatId, Message
from storage import outbox_statements as say
from storage.attachments import AttachmentWork
from storage.attempts import tries_of
from storage.encoding import read
from storage.key_desk import PERSON
from storage.outbox import outbox_place
from storage.problems import BrokenSeal
from storage.sealing import SEAL_AT, prefix
from storage.tables import (
    AlertRow,
    AttachmentRow,
    AttemptRow,
    CaseKeyRow,
    CaseRow,
    CourseRow,
    DialogueRow,
    EntryRow,
    InboxRow,
    InvitationRow,
    KeySlotRow,
    LetterRow,
    LineRow,
    OutboxRow,
    PageRow,
    PartyRow,
    PersonRow,
    ReceiptRow,
    ReferralRow,
    ReminderRow,
    StaffRow,
    TalkRow,
    VisitRow,
    one_of,
)

logger = logging.getLogger("laporaman.storage.forgetting")

_OF_CASE: BindParameter[Any] = bindparam("case")
_SLOT = select(CaseKeyRow.slot).where(CaseKeyRow.case_ref == _OF_CASE, CaseKeyRow.wrapped.is_not(None))
_DESTROY = (
    update(CaseKeyRow)
    # Emptied, not deleted: the bytes are overwritten where they stand.
    .where(CaseKeyRow.case_ref == _OF_CASE, CaseKeyRow.wrapped.is_not(None))
    .values(wrapped=null(), slot=null())
)
_UNLINK = (
    update(CaseRow).where(CaseRow.ref == _OF_CASE).values(reporter=null(), rank=null()),
    update(PartyRow).where(PartyRow.case_ref == _OF_CASE).values(name=null(), phone=null(), nik=null()),
    update(ReferralRow).where(ReferralRow.case_ref == _OF_CASE).values(agency=b""),
    update(CourseRow)
    .where(
        CourseRow.alert_ref.in_(select(AlertRow.ref).where(AlertRow.case_ref == _OF_CASE)),
        # Who of the unit was called stays.
        CourseRow.chat.not_in(select(StaffRow.chat)),
    )
    .values(chat=null()),
    # These count nowhere in the register: nothing of them has to stay.
    *(delete(row).where(row.case_ref == _OF_CASE) for row in (LineRow, TalkRow, ReceiptRow, InvitationRow)),
)
_SUBJECTS = union(
    *(
        select(row.ref).where(row.case_ref == _OF_CASE)
        for row in (AlertRow, VisitRow, EntryRow, PartyRow, ReferralRow, LetterRow, LineRow, TalkRow, AttachmentRow)
    )
)
_SILENCE = delete(ReminderRow).where(ReminderRow.subject.in_(bindparam("subjects", expanding=True)))
_DIALOGUES = delete(DialogueRow).where(
    or_(DialogueRow.case_ref == _OF_CASE, DialogueRow.subject.in_(bindparam("subjects", expanding=True)))
)
_MESSAGES = (
    update(OutboxRow).where(OutboxRow.payload.is_not(None)).values(state="cancelled", payload=null(), why=null())
)
_MESSAGES_OF_CASE = _MESSAGES.where(OutboxRow.case_ref == _OF_CASE)
_MESSAGES_OF_ALERTS = _MESSAGES.where(OutboxRow.about_alert.in_(bindparam("alerts", expanding=True)))

_PAGES = (
    update(PageRow)
    .where(PageRow.payload.is_not(None), PageRow.alert_ref.in_(bindparam("alerts", expanding=True)))
    .values(state="cancelled", payload=null())
)

_INDEX: BindParameter[Any] = bindparam("index")
_SLOT_OF_PERSON = select(KeySlotRow.slot).where(KeySlotRow.owner == bindparam("owned_by"))
_OF_PERSON = (
    delete(DialogueRow).where(DialogueRow.chat == _INDEX),
    delete(LineRow).where(LineRow.chat == _INDEX),
    # Marked, with the keys to their bytes gone: the bytes are removed by the next turn of whoever fetched them.
    update(AttachmentRow)
    .where(AttachmentRow.chat == _INDEX, AttachmentRow.case_ref.is_(None))
    .values(state="erased", chat=null(), body=b""),
)
# What nobody could work, and what could not be sent, would otherwise wait here for ever.
_ARRIVED = (
    update(InboxRow)
    .where(InboxRow.chat == _INDEX, one_of(InboxRow.state, "set_aside"))
    .values(state="worked", payload=null(), why=null())
)
_FAILED = update(OutboxRow).where(OutboxRow.chat == _INDEX, one_of(OutboxRow.state, "failed")).values(why=null())
_PERSON = delete(PersonRow).where(PersonRow.chat == _INDEX)
_TRIES = delete(AttemptRow).where(AttemptRow.subject == bindparam("subject"))
#: A person's clocks are found by what they were sealed with: their subjects are told by nothing else.
_CLOCKS = delete(ReminderRow).where(
    func.substr(ReminderRow.body, 1, SEAL_AT, type_=LargeBinary) == bindparam("begins", type_=LargeBinary)
)


class ForgetWork(AttachmentWork):
    """What a unit of work can do to erase."""

    async def forget_case(self, ref: CaseRef) -> bool:
        """Make a case unreadable for ever, with its dialogues and unsent messages, and let it ring no more.

        The keys to its files are gone with its own, the bytes go as soon as the fetcher tidies up.
        What stays: number and times, what happened when (not what was told), who looked, and from whom it was hidden.
        False where there was nothing to forget. Right after this unit of work its slot of the key ring is destroyed,
        and no backup opens it any more.
        """
        slot = await self._row(_SLOT, case=ref)
        if slot is None or not await self._change(_DESTROY, case=ref):
            return False
        refs = [ref, *(row[0] for row in await self._rows(_SUBJECTS, case=ref))]
        subjects = [self._seals.index(f"subject|{subject}") for subject in refs]
        for unlink in _UNLINK:
            await self._change(unlink, case=ref)
        await self._change(_SILENCE, subjects=subjects)
        await self._change(_DIALOGUES, case=ref, subjects=subjects)
        await self._change(_MESSAGES_OF_CASE, case=ref)
        await self._change(_MESSAGES_OF_ALERTS, alerts=refs)
        await self._change(_PAGES, alerts=refs)
        await self._forget_files(ref)
        await self._doom([] if slot.slot is None else [slot.slot])
        self.forgot = True
        logger.info("case %s forgotten", ref)
        return True

    async def forget_person(self, chat: ChatId) -> bool:
        """Forget whoever writes from that chat, outside their cases: what they chose, what they were writing, their
        clocks, lines to cases, tries of codes and files that belong to no case.

        False where there was nothing to forget. Right after this unit of work the person's key is destroyed; what is
        on its way to or from them is gone within two days and an hour, with the keys of its days. Which numbers their
        messages had stays as long, so that these can be deleted on the phone. What waits to be sent to them is given
        up, but for deletions: record a last word after this, not before.
        """
        index = self._seals.chat_index(chat)
        tried = await self._change(_TRIES, subject=tries_of(self._seals, chat))
        return await self._forget_index(index) or bool(tried)

    async def _forget_index(self, index: bytes) -> bool:
        """The same where only the blind index is known."""
        found = [await self._change(statement, index=index) for statement in (_PERSON, *_OF_PERSON)]
        for statement in (_ARRIVED, _FAILED):
            await self._change(statement, index=index)
        await self._give_up_messages(index)
        owner = PERSON + index.hex()
        made = self.new_keys.pop(owner, None)
        row = await self._row(_SLOT_OF_PERSON, owned_by=owner)
        if row is not None:
            await self._change(_CLOCKS, begins=prefix(row.slot))
            await self._doom([row.slot])
        elif not any(found):
            return made is not None
        self.forgot = True
        logger.info("a person was forgotten")
        return True

    async def _give_up_messages(self, index: bytes) -> None:
        rows = await self._rows(say.OF_CHAT, index=index)
        await self._unlock(row.payload for row in rows)
        over = [row.id for row in rows if not self._deletes(row)]
        if over:
            await self._change(say.CANCEL, rows=over)

    def _deletes(self, row: Any) -> bool:
        try:
            return bool(read(Message, self._opened(row.payload, outbox_place(row.ref, row.chat))).clears)
        except (BrokenSeal, ValueError, KeyError, TypeError):
            return False
