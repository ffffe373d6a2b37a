"""What a look from outside wants to know, answered from plain columns alone: nothing is unsealed for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from cases.messages import Lane
from storage.desk import Desk, seen, upsert
from storage.tables import AlertRow, InboxRow, OutboxRow, PulseRow, counts, one_of

_BEAT = upsert(PulseRow, key=("name",), change=("at", "ticks", "boot"))
_INBOX_SINCE = select(InboxRow.received_at).where(one_of(InboxRow.state, "waiting")).order_by(InboxRow.id).limit(1)
_INBOX = counts(InboxRow, "waiting", "set_aside")


def _oldest_emergency(state: str) -> Any:
    return (
        select(OutboxRow.created_at)
        .where(one_of(OutboxRow.state, state), OutboxRow.lane == int(Lane.EMERGENCY))
        .order_by(OutboxRow.id)
        .limit(1)
    )


_EMERGENCIES_SINCE = tuple(_oldest_emergency(state) for state in ("waiting", "sending"))
_ALERTS = seen(
    select(AlertRow.state, AlertRow.needs_outreach, func.count())
    .where(one_of(AlertRow.state, "open", "taken"))
    .group_by(AlertRow.state, AlertRow.needs_outreach),
    AlertRow.case_ref,
)


@dataclass(frozen=True)
class Figures:
    """How much waits, and since when. `untaken` are the emergencies that nobody has taken yet."""

    inbox: int = 0
    set_aside: int = 0
    inbox_since: datetime | None = None
    emergency_since: datetime | None = None
    alerts_open: int = 0
    alerts_taken: int = 0
    untaken: int = 0


class HealthWork(Desk):
    """What a unit of work can do for those who watch over the machine."""

    async def beat(self, name: str, *, at: datetime, ticks: int, boot: str) -> None:
        """That part could write at this moment: by the clock, by the ticks since the machine's start, in that start."""
        await self._change(self._said(_BEAT), name=name, at=at, ticks=ticks, boot=boot)

    async def figures(self) -> Figures:
        """What waits now."""
        inbox, set_aside = await self._row(_INBOX)
        first = await self._row(_INBOX_SINCE)
        oldest = [row[0] for statement in _EMERGENCIES_SINCE if (row := await self._row(statement)) is not None]
        alerts = {(state, urgent): count for state, urgent, count in await self._seen_rows(_ALERTS)}
        return Figures(
            inbox=inbox,
            set_aside=set_aside,
            inbox_since=None if first is None else first[0],
            emergency_since=min(oldest, default=None),
            alerts_open=sum(count for (state, _), count in alerts.items() if state == "open"),
            alerts_taken=sum(count for (state, _), count in alerts.items() if state == "taken"),
            untaken=alerts.get(("open", True), 0),
        )
