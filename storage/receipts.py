"""Receipts and invitations: codes that can be asked for and never read, each beside what only its case's key opens.

Whether a code was found must not be seen from outside: where there is none the same is done with a row of nobody's.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, insert, select, update

from cases.case import CaseRef
from cases.invitation import Invitation
from cases.messages import ChatId
from cases.receipt import Receipt
from storage.desk import Desk
from storage.encoding import read_free, write_free
from storage.problems import Forgotten
from storage.sealing import INDEX_BYTES, Seal, Seals, case_key_place
from storage.tables import NEVER, CaseKeyRow, InvitationRow, ReceiptRow


def _by_code(row: Any) -> Any:
    return (
        select(row.code, row.case_ref, row.body, CaseKeyRow.wrapped)
        .join(CaseKeyRow, CaseKeyRow.case_ref == row.case_ref)
        .where(row.code == bindparam("index"), CaseKeyRow.wrapped.is_not(None))
    )


_RECEIPT = _by_code(ReceiptRow)
_RECEIPT_OF = (
    select(ReceiptRow.code, ReceiptRow.case_ref, ReceiptRow.body, CaseKeyRow.wrapped)
    .join(CaseKeyRow, CaseKeyRow.case_ref == ReceiptRow.case_ref)
    .where(ReceiptRow.case_ref == bindparam("case"), CaseKeyRow.wrapped.is_not(None))
    .order_by(ReceiptRow.made_at.desc(), ReceiptRow.code)
)
_VOID = delete(ReceiptRow).where(ReceiptRow.case_ref == bindparam("case"))
_ADD = insert(ReceiptRow)
_SET_BODY = update(ReceiptRow).where(ReceiptRow.code == bindparam("index")).values(body=bindparam("sealed"))

_INVITATION = _by_code(InvitationRow).where(InvitationRow.until > bindparam("now"))
_WITHDRAW = delete(InvitationRow).where(InvitationRow.case_ref == bindparam("case"))
_INVITE = insert(InvitationRow)
_OVER = delete(InvitationRow).where(InvitationRow.until < bindparam("before"))


class _Nobodys(NamedTuple):
    """A row as it would be if the code were there; it opens with a key that no case has."""

    code: bytes
    case_ref: str
    body: bytes
    wrapped: bytes


class ReceiptWork(Desk):
    """What a unit of work can do with codes. It is asked for who reports, never for the unit."""

    async def opens(self, code: str, word: str) -> CaseRef | None:
        """The case of a receipt, if code and word are both right; as much is done where there is no such code."""
        index = self._seals.secret_index(f"receipt|{code}")
        row = await self._row(_RECEIPT, index=index)
        right = self._is_word(row, word)
        return CaseRef(row.case_ref) if right else None

    async def word_fits(self, case: CaseRef, word: str) -> bool:
        """Whether that is the word chosen for a case; as much is done where none was, or there is no such case."""
        row = await self._row(_RECEIPT_OF, case=case)
        return self._is_word(row, word)

    async def has_word(self, case: CaseRef) -> bool:
        """Whether a word was chosen beside the receipt of a case."""
        row = await self._row(_RECEIPT_OF, case=case)
        return row is not None and bool(self._told("receipt", row)["word"])

    async def invited(self, code: str, *, now: datetime) -> Invitation | None:
        """Who let somebody in by that code, and where to, while it lasts."""
        index = self._seals.secret_index(f"invitation|{code}")
        row = await self._row(_INVITATION, index=index, now=now)
        told = self._told("invitation", row)
        if row is None or told["until"] == NEVER:
            return None
        return Invitation(CaseRef(row.case_ref), ChatId(told["chat"]), told["until"])

    def _is_word(self, row: Any, word: str) -> bool:
        kept = self._told("receipt", row)["word"]
        case = row.case_ref if row is not None else "nobody-receipt"
        # Without a chosen word nothing fits, not even nothing.
        fits = hmac.compare_digest(bytes.fromhex(kept) or bytes(INDEX_BYTES), self._word(case, word))
        return fits and row is not None

    def _told(self, table: str, row: Any) -> Any:
        """What a row says; as much is read where there is none, and of what a backup brought back without its key."""
        if row is not None:
            with suppress(Forgotten):
                return self._unsealed(table, row)
        return self._unsealed(table, _nobodys(self._seals, table))

    def _word(self, case: str, word: str) -> bytes:
        return self._seals.secret_index(f"word|{case}|{word}")

    def _unsealed(self, table: str, row: Any) -> Any:
        # Past the memory of opened keys: a case that was looked at a moment ago would answer sooner than none.
        seal: Seal = self._seals.case.__wrapped__(row.case_ref, row.wrapped)
        return read_free(seal.open(row.body, _place(table, row.code)))

    async def _keep_receipts(self, receipts: Iterable[Receipt], seals: Mapping[str, Seal]) -> None:
        for receipt in receipts:
            before = await self._row(_RECEIPT_OF, case=receipt.case)
            word = self._unsealed("receipt", before)["word"] if before is not None else ""
            if receipt.word:
                word = self._word(receipt.case, receipt.word).hex()
            code = self._seals.secret_index(f"receipt|{receipt.code}") if receipt.code else before and before.code
            if code is None:
                continue
            body = seals[receipt.case].close(write_free({"word": word}), _place("receipt", code))
            if not receipt.code:
                await self._change(_SET_BODY, index=code, sealed=body)
                continue
            await self._change(_VOID, case=receipt.case)
            await self._change(_ADD, code=code, case_ref=receipt.case, made_at=receipt.made_at, body=body)

    async def _keep_invitations(self, invitations: Iterable[Invitation], seals: Mapping[str, Seal]) -> None:
        for one in invitations:
            await self._change(_WITHDRAW, case=one.case)
            if one.code:
                code = self._seals.secret_index(f"invitation|{one.code}")
                told = write_free({"chat": one.chat, "until": one.until})
                body = seals[one.case].close(told, _place("invitation", code))
                await self._change(_INVITE, code=code, case_ref=one.case, until=one.until, body=body)

    async def _prune_invitations(self, *, before: datetime) -> int:
        return await self._change(_OVER, before=before)


def _place(table: str, code: bytes) -> str:
    return f"{table}|body|{code.hex()}"


@lru_cache(maxsize=8)
def _nobodys(seals: Seals, table: str) -> _Nobodys:
    ref, code = f"nobody-{table}", os.urandom(INDEX_BYTES)
    # The slot that is handed out to nobody.
    seal, wrapped = seals.new_key(0, case_key_place(ref))
    # As long as those that are kept, and as much to read.
    told: Any = {"word": os.urandom(INDEX_BYTES).hex()}
    if table == "invitation":
        told = {"chat": 1_000_000_000, "until": NEVER}
    return _Nobodys(code, ref, seal.close(write_free(told), _place(table, code)), wrapped)
