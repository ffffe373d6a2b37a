"""Files that people sent: a sealed row for each at once, the bytes fetched later; and what is forgotten of them."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, func, null, select, update

from cases.attaching import named_in
from cases.attachment import Attachment, AttachmentRef, AttachmentState, erased
from cases.case import CaseRef
from cases.messages import ChatId
from storage.case_files import body_place
from storage.case_rows import put_row
from storage.desk import seen
from storage.dialogues import DialogueWork
from storage.encoding import read, write
from storage.problems import BrokenSeal, Forgotten
from storage.sealing import Seal
from storage.tables import AttachmentRow, CaseKeyRow, one_of

logger = logging.getLogger("laporaman.storage.attachments")

#: Whatever was tried so often and never came to an end may be what ends the program.
OFTEN = 5

_ROWS = select(AttachmentRow, CaseKeyRow.wrapped).outerjoin(CaseKeyRow, CaseKeyRow.case_ref == AttachmentRow.case_ref)
_NOT_ERASED = AttachmentRow.state != "erased"
_OF_REF = _ROWS.where(AttachmentRow.ref == bindparam("ref"))
_IN_ORDER = (AttachmentRow.sent_at, AttachmentRow.ref)


def _seen(statement: Any) -> Any:
    # A file that is no case's yet is hidden from nobody.
    return seen(statement, func.coalesce(AttachmentRow.case_ref, ""))


_ONE = _seen(_OF_REF)
_OF_CASE = _seen(_ROWS.where(AttachmentRow.case_ref == bindparam("case")).order_by(*_IN_ORDER))
_OF_CHAT = _seen(_ROWS.where(AttachmentRow.chat == bindparam("index")).order_by(*_IN_ORDER))
_REFS: Any = bindparam("refs", expanding=True)
_VERSIONS = select(AttachmentRow.ref, AttachmentRow.version).where(AttachmentRow.ref.in_(_REFS))
# Locked: whoever fetches one of them waits, for a report must not be refused for the sake of a file.
_LOOSE = _ROWS.where(AttachmentRow.ref.in_(_REFS), AttachmentRow.case_ref.is_(None), _NOT_ERASED).with_for_update(
    of=AttachmentRow
)
_WAITING = one_of(AttachmentRow.state, "waiting")
_WAITS = select(AttachmentRow.ref).where(_WAITING, AttachmentRow.not_before <= bindparam("now")).limit(1)
_CLAIM = (
    _ROWS.where(
        _WAITING,
        AttachmentRow.not_before <= bindparam("now"),
        AttachmentRow.ref.not_in(bindparam("skip", expanding=True)),
    )
    .order_by(AttachmentRow.not_before)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True, of=AttachmentRow)
)
_TRIED = (
    update(AttachmentRow)
    .where(AttachmentRow.ref == bindparam("of_ref"))
    .values(attempts=AttachmentRow.attempts + 1, not_before=bindparam("again"))
)
_LATER = (
    update(AttachmentRow)
    .where(AttachmentRow.ref == bindparam("of_ref"), _WAITING)
    .values(not_before=bindparam("again"))
)
_RELEASE = (
    update(AttachmentRow)
    .where(_WAITING, AttachmentRow.not_before > bindparam("now"), AttachmentRow.attempts < bindparam("often"))
    .values(not_before=bindparam("now"))
)
_FORGET = (
    update(AttachmentRow)
    .where(AttachmentRow.ref == bindparam("of_ref"), _NOT_ERASED)
    .values(state="erased", chat=null(), version=bindparam("next"), body=bindparam("sealed"))
)
_FORGET_CASE = (
    update(AttachmentRow)
    .where(AttachmentRow.case_ref == bindparam("case"))
    .values(state="erased", chat=null(), body=b"")
)
_TO_REMOVE = select(AttachmentRow.ref, AttachmentRow.stored, AttachmentRow.case_ref).where(
    one_of(AttachmentRow.state, "erased"), AttachmentRow.stored.is_not(None) | AttachmentRow.case_ref.is_(None)
)
_REMOVED = update(AttachmentRow).where(AttachmentRow.ref == bindparam("of_ref")).values(stored=null())
_NOBODYS = delete(AttachmentRow).where(AttachmentRow.ref == bindparam("of_ref"))
_STORED = select(AttachmentRow.stored).where(AttachmentRow.stored.is_not(None))
_OLD = _ROWS.where(AttachmentRow.case_ref.is_(None), _NOT_ERASED, AttachmentRow.sent_at < bindparam("before"))
_PUT = put_row(AttachmentRow, "case_ref", "state", "stored")


class Removable(NamedTuple):
    """A file that was forgotten, and whose bytes are still to be taken away."""

    ref: AttachmentRef
    stored: str
    of_case: bool


class AttachmentWork(DialogueWork):
    """What a unit of work can do with files that people sent."""

    async def attachment(self, ref: AttachmentRef) -> Attachment | None:
        """One file as it stands now; None too where its case was forgotten."""
        found = await self._files_in(await self._seen_rows(_ONE, ref=ref))
        return found[0] if found else None

    async def attachments(self, case: CaseRef) -> tuple[Attachment, ...]:
        """The files of a case, erased ones too, in the order in which they were sent."""
        return await self._files_in(await self._seen_rows(_OF_CASE, case=case))

    async def attachments_of_chat(self, chat: ChatId) -> tuple[Attachment, ...]:
        """What was sent from a chat, of cases and of drafts, without what was erased."""
        return await self._files_in(await self._seen_rows(_OF_CHAT, index=self._seals.chat_index(chat)))

    async def has_files_to_fetch(self, *, now: datetime) -> bool:
        """Whether any file waits to be fetched now: a look that costs little."""
        return await self._row(_WAITS, now=now) is not None

    async def release_files(self, *, now: datetime) -> None:
        """What a former run was fetching waits for nobody any more; what was tried often keeps its distance."""
        await self._change(_RELEASE, now=now, often=OFTEN)

    async def claim_files(
        self, *, now: datetime, limit: int, skip: Collection[AttachmentRef], again: datetime
    ) -> tuple[Attachment, ...]:
        """What is to be fetched next, the oldest first. It is counted now, and waits until `again` should we die."""
        rows = await self._rows(_CLAIM, now=now, limit=limit, skip=sorted(skip))
        await self._change_all(_TRIED, [{"of_ref": row.ref, "again": again} for row in rows])
        return await self._files_in(rows)

    async def fetch_later(self, ref: AttachmentRef, *, at: datetime) -> None:
        """It could not be fetched: again then."""
        await self._change(_LATER, of_ref=ref, again=at)

    async def file_attempts(self, ref: AttachmentRef) -> int:
        """How often it was tried to fetch this file."""
        row = await self._row(select(AttachmentRow.attempts).where(AttachmentRow.ref == bindparam("ref")), ref=ref)
        return 0 if row is None else int(row.attempts)

    async def erase_files(self, refs: Iterable[AttachmentRef]) -> int:
        """Forget these files: the keys to their bytes at once, the bytes as soon as the fetcher tidies up; how many."""
        count = 0
        for ref in sorted(set(refs)):
            row = await self._row(_OF_REF, ref=ref)
            if row is not None and row.state != str(AttachmentState.ERASED):
                count += await self._change(_FORGET, of_ref=ref, next=row.version + 1, sealed=await self._stub(row))
        self.forgot = self.forgot or bool(count)
        return count

    async def removable_files(self) -> tuple[Removable, ...]:
        """What was forgotten and still has bytes on the disk, or a row that nobody needs."""
        rows = await self._rows(_TO_REMOVE)
        return tuple(Removable(AttachmentRef(row.ref), row.stored or "", row.case_ref is not None) for row in rows)

    async def files_removed(self, gone: Iterable[Removable]) -> None:
        """Their bytes are gone. Of a case there stays that there was a file; of a draft nothing does."""
        every = tuple(gone)
        await self._change_all(_REMOVED, [{"of_ref": one.ref} for one in every if one.of_case])
        await self._change_all(_NOBODYS, [{"of_ref": one.ref} for one in every if not one.of_case])

    async def stored_files(self) -> frozenset[str]:
        """The names of all bytes that some row knows of."""
        return frozenset(row.stored for row in await self._rows(_STORED))

    async def abandoned_files(self, *, before: datetime) -> tuple[AttachmentRef, ...]:
        """Files older than that which no case keeps and no dialogue of their sender names any more."""
        found: list[AttachmentRef] = []
        for attachment in await self._files_in(await self._rows(_OLD, before=before)):
            named = [ref for one in await self.dialogues(attachment.chat) for ref in named_in(one.answers)]
            if attachment.ref not in named:
                found.append(attachment.ref)
        return tuple(found)

    async def _files_in(self, rows: Sequence[Any]) -> tuple[Attachment, ...]:
        """What can be read of these rows: one that can't be must not hide the others."""
        await self._unlock(row.body for row in rows if row.case_ref is None and row.body)
        found: list[Attachment] = []
        for row in rows:
            if not row.body or (row.case_ref is not None and row.wrapped is None):
                continue
            try:
                found.append(self._attachment_in(row))
            except Forgotten:
                continue
            except (BrokenSeal, ValueError, KeyError, TypeError) as problem:
                logger.critical("an attachment can't be read (%s) attachment=%s", type(problem).__name__, row.ref)
        return tuple(found)

    def _attachment_in(self, row: Any) -> Attachment:
        place = body_place("attachment", row.ref, row.version)
        if row.case_ref is None:
            body = self._opened(row.body, place)
        else:
            body = self._seals.case(row.case_ref, row.wrapped).open(row.body, place)
        return replace(read(Attachment, body), version=row.version)

    async def _stub(self, row: Any) -> bytes:
        """What stays in an erased row: of a draft's nothing."""
        readable = await self._files_in((row,))
        if row.case_ref is None or not readable:
            return b""
        place = body_place("attachment", row.ref, row.version + 1)
        seal = self._seals.case(row.case_ref, row.wrapped)
        return seal.close(write(replace(erased(readable[0]), stored="")), place)

    # What `record` needs -------------------------------------------------------------------------------------------

    async def _adopted(self, named: Mapping[AttachmentRef, CaseRef]) -> tuple[Attachment, ...]:
        """Files that were nobody's until a case named them, as that case's."""
        rows = await self._rows(_LOOSE, refs=sorted(named)) if named else []
        return tuple([replace(one, case=named[one.ref]) for one in await self._files_in(rows)])

    async def _attachment_versions(self, refs: Iterable[AttachmentRef]) -> dict[str, int]:
        return {row.ref: row.version for row in await self._rows(_VERSIONS, refs=sorted(refs))}

    async def _let_go(self, refs: Iterable[AttachmentRef]) -> None:
        """Forget those of them that no case keeps."""
        found = await self._rows(_LOOSE, refs=sorted(refs)) if refs else []
        await self.erase_files(AttachmentRef(row.ref) for row in found)

    async def _forget_files(self, case: CaseRef) -> None:
        await self._change(_FORGET_CASE, case=case)

    async def _put_attachments(
        self, attachments: Iterable[Attachment], seals: Mapping[str, Seal], *, now: datetime
    ) -> None:
        rows = [
            {
                "ref": one.ref,
                "case_ref": one.case or None,
                "chat": self._seals.chat_index(one.chat),
                "state": str(one.state),
                "sent_at": one.sent_at,
                "not_before": now,
                "attempts": 0,
                "stored": one.stored or None,
                "version": one.version + 1,
                "body": (seals[one.case] if one.case else await self._person_seal(one.chat)).close(
                    write(one), body_place("attachment", one.ref, one.version + 1)
                ),
            }
            for one in attachments
        ]
        await self._change_all(self._said(_PUT), rows)
