"""The mark by which a set clock is seen, and the moving of all that waits by the same step."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, bindparam, func, literal_column, select, union, update

from cases.alert import Alert
from cases.outcome import Clock
from storage.case_files import CaseWork
from storage.desk import upsert
from storage.recording import RecordWork
from storage.tables import EPOCH, AlertRow, InboxRow, OutboxRow, PageRow, PulseRow, ReminderRow, one_of

NAME = "clock"
#: Clocks that ring at an hour of the day; all the others ring so long after something. Those of the book's steps are
#: reckoned from what stands in the case, which is history, and are looked at again when they ring.
BY_THE_DAY = frozenset(
    {Clock.VISIT, Clock.FORGET, Clock.ROTA, Clock.READY, Clock.DAILY, Clock.DIGEST, Clock.STEP, Clock.KNOCK}
)

_MARK = select(PulseRow.at, PulseRow.ticks, PulseRow.boot).where(PulseRow.name == NAME)
_KEEP = upsert(PulseRow, key=("name",), change=("at", "ticks", "boot"))


def _later(row: Any, *columns: str, where: Any) -> Any:
    # Moments are numbers to the database: to add to them there is exact.
    step: Any = bindparam("step", type_=BigInteger)
    return update(row).where(where).values({c: getattr(row, c).op("+")(step) for c in columns})


_MEASURED = [str(clock) for clock in Clock if clock not in BY_THE_DAY]
_OVER = ("sent", "failed", "cancelled")
_STILL_OPEN = select(AlertRow.ref).where(AlertRow.state != literal_column("'ended'"))
_MOVES = (
    _later(ReminderRow, "due_at", where=ReminderRow.clock.in_(_MEASURED)),
    _later(InboxRow, "received_at", "not_before", where=one_of(InboxRow.state, "waiting")),
    # Also of what is worked: somebody who wrote a minute ago is still there after the clock was set.
    _later(InboxRow, "said_at", where=InboxRow.said_at.is_not(None)),
    _later(OutboxRow, "created_at", "not_before", where=one_of(OutboxRow.state, "waiting", "held", "sending")),
    # Calls that went out for what is still open, by which it is seen when somebody was called last.
    _later(OutboxRow, "created_at", where=one_of(OutboxRow.state, *_OVER) & OutboxRow.about_alert.in_(_STILL_OPEN)),
    _later(PageRow, "created_at", "not_before", where=one_of(PageRow.state, "waiting")),
)
#: Who is on duty follows from the hour alone: the rota looks at once what the new hour says.
_LOOK_AGAIN = update(ReminderRow).where(ReminderRow.clock.in_([str(Clock.ROTA), str(Clock.READY)])).values(due_at=EPOCH)
#: Leaving is compared with what was done and written just before and after it, and goes with that.
_LEFT_LATELY = timedelta(hours=1)
_LAST_SAID = select(func.max(InboxRow.said_at))
_LATELY: Any = union(
    select(InboxRow.chat).where(InboxRow.said_at >= bindparam("since", type_=InboxRow.said_at.type)),
    select(OutboxRow.chat).where(one_of(OutboxRow.state, "waiting", "held", "sending")),
)
_MOVE_ALERT = update(AlertRow).where(AlertRow.ref == bindparam("of_alert")).values(raised_at=bindparam("raised"))


class ClockWork(CaseWork, RecordWork):
    """What a unit of work can do with the machine's clock."""

    async def clock_mark(self) -> tuple[datetime, float, str] | None:
        """The clock, the ticks in seconds and the machine's run, as they were kept last."""
        row = await self._row(_MARK)
        return None if row is None else (row.at, row.ticks / 1_000_000, row.boot)

    async def keep_clock_mark(self, *, at: datetime, ticks: float, boot: str) -> None:
        """Keep what the machine's clock and ticks say."""
        await self._change(self._said(_KEEP), name=NAME, at=at, ticks=round(ticks * 1_000_000), boot=boot)

    async def move_what_waits(self, step: timedelta) -> int:
        """Everything that is so long after something is moved by the step; how many rows.

        What happens at an hour of the day stays, and so does what is history: events, reports, closed alerts.
        """
        moved = await self._move_leaving(step)
        for statement in _MOVES:
            moved += await self._change(statement, step=step // timedelta(microseconds=1))
        for alert in await self.open_alerts():
            await self._move(alert.moved(step))
            moved += 1
        await self._change(_LOOK_AGAIN)
        return moved

    async def _move_leaving(self, step: timedelta) -> int:
        last = await self._row(_LAST_SAID)
        since = (last[0] if last is not None and last[0] is not None else EPOCH) - _LEFT_LATELY
        moved = 0
        for chat in (await self.whose([row.chat for row in await self._rows(_LATELY, since=since)])).values():
            person = await self.person(chat)
            if person is not None and person.left_at is not None:
                await self.save_person(replace(person, left_at=person.left_at + step))
                moved += 1
        return moved

    async def _move(self, alert: Alert) -> None:
        await self._keep_alert(alert)
        await self._change(_MOVE_ALERT, of_alert=alert.ref, raised=alert.raised_at)
