"""Partners: who of another institution can be written to, sealed like our own people."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, select, update

from cases.messages import ChatId
from cases.referral import Partner
from storage.desk import Both, Desk, upsert
from storage.encoding import read_free, write_free
from storage.tables import PartnerRow

_PARTNERS = select(PartnerRow).order_by(PartnerRow.id)
_OF_CHAT = select(PartnerRow).where(PartnerRow.chat == bindparam("index"))
_ADD = Both(*(put.returning(PartnerRow.id) for put in upsert(PartnerRow, key=("chat",), change=("body", "active"))))
_SET_ACTIVE = update(PartnerRow).where(PartnerRow.id == bindparam("who")).values(active=bindparam("on"))


class PartnerWork(Desk):
    """What a unit of work can do with partners."""

    async def partners(self) -> tuple[Partner, ...]:
        """All partners, those who have left too, in the order in which they came."""
        return tuple(self._partner(row) for row in await self._rows(_PARTNERS))

    async def partner(self, chat: ChatId) -> Partner | None:
        """The partner who writes from that chat, active or not."""
        row = await self._row(_OF_CHAT, index=self._seals.chat_index(chat))
        return None if row is None else self._partner(row)

    async def add_partner(self, *, chat: ChatId, name: str, agency: str) -> Partner:
        """Somebody of an institution; who is already there gets the new name and institution, and is active again."""
        index = self._seals.chat_index(chat)
        body = self._seals.house.close(write_free({"chat": chat, "name": name, "agency": agency}), _place(index))
        await self._row(self._said(_ADD), chat=index, body=body, active=True, reachable=True)
        added = await self.partner(chat)
        assert added is not None
        return added

    async def set_partner_active(self, id: int, active: bool) -> None:
        """This partner sees referrals, or no longer. The row stays."""
        await self._change(_SET_ACTIVE, who=id, on=active)

    def _partner(self, row: Any) -> Partner:
        told = read_free(self._seals.house.open(row.body, _place(row.chat)))
        return Partner(
            id=row.id,
            chat=ChatId(told["chat"]),
            name=told["name"],
            agency=told["agency"],
            active=row.active,
            reachable=row.reachable,
        )


def _place(index: bytes) -> str:
    return f"partner|body|{index.hex()}"
