"""Keys that can be destroyed: handed out from the ring, looked up, marked to be destroyed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, null, select, update

from cases.messages import ChatId
from storage.desk import Both, Desk, upsert
from storage.problems import Forgotten
from storage.sealing import SEAL_AT, Seal, SlotSeal, case_key_place, owner_place, slot_of
from storage.tables import KeySlotRow, one_of

PERSON = "person|"
DAY = "day|"

_LIVE = one_of(KeySlotRow.state, "live")
_KEY = select(KeySlotRow.slot, KeySlotRow.owner, KeySlotRow.wrapped)
_OF_OWNER = _KEY.where(KeySlotRow.owner == bindparam("owned_by"), _LIVE, KeySlotRow.wrapped.is_not(None))
_OF_SLOTS = _KEY.where(KeySlotRow.slot.in_(bindparam("slots", expanding=True)), KeySlotRow.wrapped.is_not(None))
_NEXT = insert(KeySlotRow).values(state="live").returning(KeySlotRow.slot)
_NEXT_OF_OWNER = Both(
    *(one.returning(KeySlotRow.slot) for one in upsert(KeySlotRow, key=("owner",), change=()))  # another was first
)
_SET = update(KeySlotRow).where(KeySlotRow.slot == bindparam("in_slot")).values(wrapped=bindparam("as_wrapped"))
# The key leaves the database at once, with all that is recorded; only the number of its slot waits for the ring.
_DOOM = (
    update(KeySlotRow)
    .where(KeySlotRow.slot.in_(bindparam("slots", expanding=True)))
    .values(state="doomed", owner=null(), wrapped=null())
)
_DOOMED = select(KeySlotRow.slot).where(one_of(KeySlotRow.state, "doomed")).order_by(KeySlotRow.slot)
_GONE = (
    update(KeySlotRow)
    .where(KeySlotRow.slot.in_(bindparam("slots", expanding=True)), one_of(KeySlotRow.state, "doomed"))
    .values(state="gone")
)


_DESTROYED = select(KeySlotRow.slot).where(one_of(KeySlotRow.state, "gone"))


class KeyDesk(Desk):
    """What a unit of work needs of keys that can be destroyed."""

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """What is done inside is undone alone when it raises; the rest of the unit of work stays."""
        before = dict(self.new_keys), dict(self._held), list(self.doomed)
        try:
            async with super().savepoint():
                yield
        except BaseException:
            # The rows of these keys are undone too: what would be sealed with them could never be opened.
            self.new_keys, self._held, self.doomed = before
            raise

    async def _new_case_key(self, ref: str) -> tuple[Seal, bytes, int]:
        """A fresh key for one case, how it is kept, and its slot."""
        slot = await self._new_slot()
        seal, wrapped = self._seals.new_key(slot, case_key_place(ref))
        return seal, wrapped, slot

    async def _person_seal(self, chat: ChatId) -> SlotSeal:
        """What is kept of somebody outside a case is sealed with this, and gone with it."""
        return await self._owned(PERSON + self._seals.chat_index(chat).hex())

    async def _day_seal(self, now: datetime) -> SlotSeal:
        """What is on its way is sealed with this. Its key is destroyed two days later."""
        return await self._owned(day_owner(now))

    async def _owned(self, owner: str) -> SlotSeal:
        known = self.new_keys.get(owner) or self._seals.kept.of_owner(owner)
        if known is not None and known.slot not in self.doomed:
            return known
        while True:
            row = await self._row(_OF_OWNER, owned_by=owner)
            if row is not None:
                return self._take(row)
            slot = await self._next_slot(self._said(_NEXT_OF_OWNER), owner=owner, state="live")
            if slot is not None:
                seal, wrapped = self._seals.new_key(slot, owner_place(owner))
                await self._change(_SET, in_slot=slot, as_wrapped=wrapped)
                made = self.new_keys[owner] = self._held[slot] = SlotSeal(slot, seal)
                return made

    async def _new_slot(self) -> int:
        slot = await self._next_slot(_NEXT)
        assert slot is not None
        return slot

    async def _next_slot(self, statement: Any, **values: Any) -> int | None:
        """The next slot that holds a key half; None where the owner has one already."""
        while (row := await self._row(statement, **values)) is not None:
            slot: int = row.slot
            self._seals.ring.reserve(slot)
            if self._seals.ring.stands(slot):
                return slot
            # A database older than its ring counts through what was destroyed since.
            await self._change(_DOOM, slots=[slot])
            self.doomed.append(slot)
        return None

    def _take(self, row: Any) -> SlotSeal:
        key = self._seals.unwrapped(row.wrapped, owner_place(row.owner))
        seal = self._held[row.slot] = SlotSeal(row.slot, Seal(key))
        # What this unit of work has written itself is kept for all only when it is committed.
        if row.owner not in self.new_keys:
            self._seals.kept.add(row.owner, seal)
        return seal

    async def _unlock(self, sealed: Iterable[bytes | None]) -> None:
        """Have the keys of these at hand, for `_opened`."""
        wanted = {slot for one in sealed if one is not None and (slot := slot_of(one)) is not None}
        missing = []
        for slot in wanted - self._held.keys():
            known = self._seals.kept.of_slot(slot)
            if known is None:
                missing.append(slot)
            else:
                self._held[slot] = known
        if missing:
            for row in await self._rows(_OF_SLOTS, slots=sorted(missing)):
                try:
                    self._take(row)
                except Forgotten:
                    # An older database beside a newer ring: the next start takes it away.
                    continue

    def _opened(self, sealed: bytes, place: str) -> bytes:
        """What was sealed. Raises Forgotten where its key was destroyed, BrokenSeal where it does not fit."""
        slot = slot_of(sealed)
        if slot is None:
            # As all was sealed before there were keys that can be destroyed.
            return self._seals.house.open(sealed, place)
        if slot not in self._held:
            raise Forgotten(place)
        return self._held[slot].seal.open(sealed[SEAL_AT:], place)

    async def _doom(self, slots: Iterable[int]) -> None:
        """Mark these slots: with this unit of work their keys leave the database, right after it the ring."""
        found = list(slots)
        if found:
            await self._change(_DOOM, slots=found)
            self.doomed += found

    async def doomed_slots(self) -> tuple[int, ...]:
        """Which slots of the ring are still to be destroyed."""
        return tuple(row.slot for row in await self._rows(_DOOMED))

    async def slots_gone(self) -> tuple[int, ...]:
        """Which slots of the ring were destroyed."""
        return tuple(row.slot for row in await self._rows(_DESTROYED))

    async def slots_destroyed(self, slots: Iterable[int]) -> None:
        """The ring has zeros there now."""
        await self._change(_GONE, slots=list(slots))


def day_owner(now: datetime) -> str:
    """Whose key seals what is on its way that day."""
    return f"{DAY}{now.date().isoformat()}"
