"""Reminders: rows with the moment at which something is to be looked at again."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, func, literal_column, select, update

from cases.case import CaseRef
from cases.messages import ChatId
from cases.outcome import Clock, Reminder
from cases.wishes import read_subject
from storage.desk import upsert
from storage.key_desk import KeyDesk
from storage.problems import BrokenSeal, Forgotten
from storage.tables import URGENT_CLOCKS, WISHES, ReminderRow

logger = logging.getLogger("laporaman.storage.reminders")

#: What may ring for a person rather than for a thing of the house: the subject begins with the chat.
OF_PERSONS = (Clock.NUDGE, Clock.FORGET, Clock.KNOCK, Clock.ERASURE)
#: A reminder that can't be unsealed is named in the log again after this long.
UNREADABLE_AGAIN = timedelta(hours=1)


@dataclass(frozen=True)
class Due:
    """A reminder whose moment has come. `attempts` is how often it could not be worked before."""

    clock: Clock
    subject: str
    due_at: datetime
    attempts: int


_SET = upsert(ReminderRow, key=("subject", "clock"), change=("body", "due_at", "attempts"))
_OFF = delete(ReminderRow).where(ReminderRow.subject == bindparam("about"), ReminderRow.clock == bindparam("of_clock"))
_TAKE = _OFF.where(ReminderRow.due_at <= bindparam("now"))
_LATER = (
    update(ReminderRow)
    .where(ReminderRow.subject == bindparam("about"), ReminderRow.clock == bindparam("of_clock"))
    .values(due_at=bindparam("until"), attempts=ReminderRow.attempts + 1)
)
_DUE = (
    select(ReminderRow)
    .where(ReminderRow.due_at <= bindparam("now"))
    .order_by(ReminderRow.due_at, ReminderRow.clock, ReminderRow.subject)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_URGENT = _DUE.where(literal_column(URGENT_CLOCKS))
_WISHES = select(ReminderRow).where(literal_column(WISHES)).order_by(ReminderRow.due_at)
_NEXT = select(func.min(ReminderRow.due_at, type_=ReminderRow.due_at.type))
_OF_SUBJECT = select(ReminderRow).where(ReminderRow.subject == bindparam("about")).order_by(ReminderRow.due_at)


class ReminderWork(KeyDesk):
    """What a unit of work can do with reminders."""

    async def due(self, *, now: datetime, limit: int) -> tuple[Due, ...]:
        """What is due, taken off the table: the outcome sets when to look again.

        What rings for danger comes first, then the oldest: a morning with thousands of visits holds up no call.

        If the unit of work fails as a whole, all of them stand again. Who catches the failure of one must `put_off`
        it. On PostgreSQL other schedulers pass by the rows taken here.
        """
        while rows := await self._standing(now=now, limit=limit):
            found: list[Due] = []
            await self._unlock(row.body for row in rows)
            for row in rows:
                try:
                    found.append(Due(Clock(row.clock), self._subject(row), row.due_at, row.attempts))
                except Forgotten:
                    await self._change(_OFF, **_which(row))
                except (BrokenSeal, ValueError) as problem:
                    # It can't be rung, and must not hold up all the others; it stays, to be looked at.
                    logger.critical("a reminder can't be read (%s) clock=%s", type(problem).__name__, row.clock)
                    await self._change(_LATER, **_which(row), until=now + UNREADABLE_AGAIN)
            if found:
                # Those that can't be read were moved, and stay.
                await self._change_all(_TAKE, [{**_which(row), "now": now} for row in rows])
                return tuple(found)
        return ()

    async def _standing(self, *, now: datetime, limit: int) -> list[Any]:
        urgent = await self._rows(_URGENT, now=now, limit=limit)
        if len(urgent) == limit:
            return urgent
        known = {(row.subject, row.clock) for row in urgent}
        others = [row for row in await self._rows(_DUE, now=now, limit=limit) if (row.subject, row.clock) not in known]
        return urgent + others[: limit - len(urgent)]

    async def put_off(self, due: Due, *, until: datetime) -> None:
        """It could not be worked: try it again then, and count that."""
        again = await self._reminder_row(due.clock, due.subject, due_at=until, attempts=due.attempts + 1)
        await self._change(self._said(_SET), **again)

    async def reminders(self, subject: str) -> tuple[Reminder, ...]:
        """All that is set for one alert, case, visit or dialogue."""
        if await self._is_hidden(subject):
            return ()
        rows = await self._rows(_OF_SUBJECT, about=self._seals.index(f"subject|{subject}"))
        return tuple(Reminder(Clock(row.clock), subject, row.due_at) for row in rows)

    async def cases_with_wishes(self) -> tuple[CaseRef, ...]:
        """The cases in which something waits for a second person, each once; those that are hidden are not there."""
        hidden, found = await self._hidden_refs(), []
        for row in await self._rows(_WISHES):
            try:
                found.append(read_subject(self._subject(row))[0])
            except (BrokenSeal, ValueError) as problem:
                logger.critical("a reminder can't be read (%s) clock=%s", type(problem).__name__, row.clock)
        return tuple(ref for ref in dict.fromkeys(found) if ref not in hidden)

    async def next_due_at(self) -> datetime | None:
        """When the scheduler has something to do next."""
        row = await self._row(_NEXT)
        coming: datetime | None = row[0]
        return coming

    async def _set_reminders(self, reminders: Iterable[Reminder]) -> None:
        latest = {(reminder.clock, reminder.subject): reminder.due_at for reminder in reminders}
        off: list[dict[str, Any]] = []
        on: list[dict[str, Any]] = []
        for (clock, subject), due_at in latest.items():
            if due_at is None:
                off.append({"about": self._seals.index(f"subject|{subject}"), "of_clock": str(clock)})
            else:
                on.append(await self._reminder_row(clock, subject, due_at=due_at, attempts=0))
        await self._change_all(_OFF, off)
        await self._change_all(self._said(_SET), on)

    async def _reminder_row(self, clock: Clock, subject: str, *, due_at: datetime, attempts: int) -> dict[str, Any]:
        index = self._seals.index(f"subject|{subject}")
        chat = chat_of(clock, subject)
        seal = self._seals.house if chat is None else await self._person_seal(chat)
        body = seal.close(subject.encode(), reminder_place(clock, index))
        return {"subject": index, "clock": str(clock), "body": body, "due_at": due_at, "attempts": attempts}

    def _subject(self, row: Any) -> str:
        return self._opened(row.body, reminder_place(row.clock, row.subject)).decode()


def chat_of(clock: str, subject: str) -> ChatId | None:
    """Whose clock it is where its subject is a chat: it is sealed with that person's key."""
    chat = subject.partition(":")[0]
    return ChatId(int(chat)) if clock in OF_PERSONS and chat.removeprefix("-").isdecimal() else None


def reminder_place(clock: str, index: bytes) -> str:
    """Where the subject of a reminder belongs."""
    return f"reminder|body|{clock}|{index.hex()}"


def _which(row: Any) -> dict[str, Any]:
    return {"about": row.subject, "of_clock": row.clock}
