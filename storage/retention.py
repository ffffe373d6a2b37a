"""What was on its way is not kept: keys of days that are over are destroyed, and with them every copy in every backup.

What still waits (set aside, to be retried, a draft) is sealed anew under the key of today before. In the same way a
house from before there was a ring comes under keys that can be destroyed.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, LargeBinary, bindparam, delete, func, null, select, true, update

from cases.outcome import Clock
from storage.dialogues import dialogue_place
from storage.forgetting import ForgetWork
from storage.key_desk import DAY, PERSON, day_owner
from storage.outbox import outbox_place
from storage.pages import page_place
from storage.people import person_place
from storage.problems import BrokenSeal
from storage.reminders import ReminderWork, chat_of, reminder_place
from storage.sealing import SEAL_AT, SHAPE, SlotSeal, case_key_place, prefix
from storage.tables import (
    CaseKeyRow,
    DialogueRow,
    InboxRow,
    KeySlotRow,
    OutboxRow,
    PageRow,
    PersonRow,
    ReminderRow,
    one_of,
)

logger = logging.getLogger("laporaman.storage.retention")

#: So old becomes the key of a day before it is destroyed.
DAYS = timedelta(days=2)
#: So many rows are sealed anew in one unit of work: nobody waits long for their turn to write.
PORTION = 200


@dataclass(frozen=True)
class Sealed:
    """One sealed column whose key is not for ever. `key` names a row; `where` are the rows that still matter."""

    row: Any
    column: Any
    key: tuple[Any, ...]
    place: Callable[[Any], str]
    where: ColumnElement[bool]
    needs: tuple[Any, ...] = ()

    def rows(self, slots: Sequence[int]) -> Any:
        """Those that the keys in these slots sealed; without any, the house key."""
        begins = [prefix(slot) for slot in slots] or [SHAPE]
        start = func.substr(self.column, 1, len(begins[0]), type_=LargeBinary)
        wanted = select(*self.key, *self.needs, self.column.label("sealed"))
        return wanted.where(self.where, self.column.is_not(None), start.in_(begins)).order_by(*self.key)

    def change(self, row: Any, sealed: bytes) -> Any:
        """The column of that row becomes this."""
        this = [column == getattr(row, column.name) for column in self.key]
        return update(self.row).where(*this).values({self.column.name: sealed})


_ARRIVED = one_of(InboxRow.state, "waiting", "set_aside")
_TO_SEND = one_of(OutboxRow.state, "waiting", "held", "sending")
_FAILED = one_of(OutboxRow.state, "waiting", "held", "sending", "failed")
_TO_PAGE = one_of(PageRow.state, "waiting")
TRANSIT = (
    Sealed(
        InboxRow,
        InboxRow.payload,
        (InboxRow.id,),
        lambda row: f"inbox|payload|{row.update_id}",
        _ARRIVED,
        (InboxRow.update_id,),
    ),
    Sealed(
        InboxRow,
        InboxRow.why,
        (InboxRow.id,),
        lambda row: f"inbox|why|{row.update_id}",
        _ARRIVED,
        (InboxRow.update_id,),
    ),
    Sealed(
        OutboxRow,
        OutboxRow.payload,
        (OutboxRow.id,),
        lambda row: outbox_place(row.ref, row.chat),
        _TO_SEND,
        (OutboxRow.ref, OutboxRow.chat),
    ),
    Sealed(OutboxRow, OutboxRow.why, (OutboxRow.id,), lambda row: f"outbox|why|{row.id}", _FAILED),
    Sealed(PageRow, PageRow.payload, (PageRow.id,), lambda row: page_place(row.ref), _TO_PAGE, (PageRow.ref,)),
    Sealed(
        DialogueRow,
        DialogueRow.body,
        (DialogueRow.chat, DialogueRow.flow, DialogueRow.subject),
        lambda row: dialogue_place(row.chat, row.flow, row.subject),
        true(),
    ),
)
_PERSONS = Sealed(PersonRow, PersonRow.body, (PersonRow.chat,), lambda row: person_place(row.chat), true())
_CLOCKS = Sealed(
    ReminderRow,
    ReminderRow.body,
    (ReminderRow.subject, ReminderRow.clock),
    lambda row: reminder_place(row.clock, row.subject),
    one_of(ReminderRow.clock, Clock.NUDGE, Clock.FORGET),
)

_DAYS = select(KeySlotRow.slot, KeySlotRow.owner).where(
    KeySlotRow.owner >= DAY, KeySlotRow.owner < bindparam("until"), one_of(KeySlotRow.state, "live")
)
_WITHOUT = select(CaseKeyRow.case_ref, CaseKeyRow.wrapped).where(
    CaseKeyRow.slot.is_(None), CaseKeyRow.wrapped.is_not(None)
)
_WITHOUT_SLOT = _WITHOUT.order_by(CaseKeyRow.case_ref).limit(PORTION).offset(bindparam("start")).with_for_update()
_WITHOUT_SLOT_YET = _WITHOUT.limit(1)
_WITH_SLOT = (
    update(CaseKeyRow)
    .where(CaseKeyRow.case_ref == bindparam("of_case"))
    .values(wrapped=bindparam("wrapped_anew"), slot=bindparam("in_slot"))
)
_LOST = (
    select(KeySlotRow.slot, KeySlotRow.owner, CaseKeyRow.case_ref)
    .outerjoin(CaseKeyRow, CaseKeyRow.slot == KeySlotRow.slot)
    .where(KeySlotRow.slot.in_(bindparam("slots", expanding=True)), one_of(KeySlotRow.state, "live"))
)


def _dead(column: Any) -> Any:
    return func.substr(column, 1, SEAL_AT, type_=LargeBinary) == bindparam("begins", type_=LargeBinary)


_OF_LOST_DAY = (
    delete(DialogueRow).where(_dead(DialogueRow.body)),
    update(InboxRow).where(_ARRIVED, _dead(InboxRow.payload)).values(state="worked", payload=null(), why=null()),
    update(OutboxRow).where(_TO_SEND, _dead(OutboxRow.payload)).values(state="cancelled", payload=null(), why=null()),
    update(PageRow).where(_TO_PAGE, _dead(PageRow.payload)).values(state="cancelled", payload=null()),
)


class RetentionWork(ForgetWork, ReminderWork):
    """What a unit of work can do about keys that are over."""

    async def days_over(self, *, now: datetime) -> tuple[int, ...]:
        """The slots of the days that are to be destroyed."""
        rows = await self._rows(_DAYS, until=day_owner(now - DAYS + timedelta(days=1)))
        return tuple(row.slot for row in rows)

    async def is_under(self, what: Sealed, slots: Sequence[int]) -> bool:
        """Whether these keys (none: the house key) sealed any of that; a look that holds up nobody."""
        return await self._row(what.rows(slots).limit(1)) is not None

    async def has_keys_without_slot(self) -> bool:
        """Whether a case stands under a key from before there was a ring."""
        return await self._row(_WITHOUT_SLOT_YET) is not None

    async def seal_anew(self, what: Sealed, slots: Sequence[int], *, skip: int, now: datetime) -> tuple[int, int]:
        """Seal some rows that these keys sealed (none: the house key, as long ago) under the key of today.

        Returns how many were, and how many can't be opened: these are skipped the next time.
        """
        rows = await self._rows(what.rows(slots).limit(PORTION).offset(skip).with_for_update())
        await self._unlock(row.sealed for row in rows)
        done = 0
        for row in rows:
            try:
                plain = self._opened(row.sealed, what.place(row))
            except BrokenSeal as problem:
                logger.critical("a row of %s can't be read (%s)", what.row.__tablename__, type(problem).__name__)
                continue
            sealed = (await self._seal_for(what, row, plain, now)).close(plain, what.place(row))
            done += await self._change(what.change(row, sealed))
        return done, len(rows) - done

    async def _seal_for(self, what: Sealed, row: Any, plain: bytes, now: datetime) -> SlotSeal:
        if what is _PERSONS:
            return await self._owned(PERSON + row.chat.hex())
        if what is _CLOCKS and (chat := chat_of(row.clock, plain.decode())) is not None:
            return await self._person_seal(chat)
        return await self._day_seal(now)

    async def end_days(self, slots: Sequence[int]) -> None:
        """Nothing waits under these keys any more: they go."""
        await self._doom(slots)
        self.forgot = True

    async def wrap_anew(self, *, skip: int) -> tuple[int, int]:
        """Give keys of cases from before there was a ring their slots; how many, and how many can't be opened."""
        rows = await self._rows(_WITHOUT_SLOT, start=skip)
        changed: list[dict[str, Any]] = []
        for row in rows:
            place = case_key_place(row.case_ref)
            try:
                key = self._seals.unwrapped(row.wrapped, place)
            except BrokenSeal:
                logger.critical("the key of a case can't be read case=%s", row.case_ref)
                continue
            slot = await self._new_slot()
            wrapped = self._seals.wrapped(key, slot, place)
            changed.append({"of_case": row.case_ref, "wrapped_anew": wrapped, "in_slot": slot})
        await self._change_all(_WITH_SLOT, changed)
        return len(changed), len(rows) - len(changed)

    async def forget_lost(self, slots: Iterable[int]) -> int:
        """Forget what these slots sealed: they were destroyed after this database was copied. How many keys."""
        rows = await self._rows(_LOST, slots=list(slots))
        for row in rows:
            owner = row.owner or ""
            if row.case_ref is not None and await self.forget_case(row.case_ref):
                continue
            if owner.startswith(PERSON):
                await self._forget_index(bytes.fromhex(owner.removeprefix(PERSON)))
                continue
            if owner.startswith(DAY):
                for statement in _OF_LOST_DAY:
                    await self._change(statement, begins=prefix(row.slot))
            await self._doom([row.slot])
        return len(rows)


#: What a house from before there was a ring has under keys that can't be destroyed.
FROM_BEFORE = (_PERSONS, _CLOCKS, *TRANSIT)
