"""The one gate for everything unasked: what is said to a person who did not just write goes out here, or not at all.

Asked is what answers the doing that is being worked, and what goes to staff, partners and groups. An answer that has
waited too long is unasked too. What is held back is not written to the outbox: rooms keep what they have to say, and
show it when the person writes; the gate remembers that something waits, and when to knock.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import bindparam, exists, literal_column, null, or_, select, union_all, update

from cases.covers import UNASKED
from cases.messages import ChatId, Clears, Lane, Message, Panel
from cases.outcome import Clock, Reminder
from cases.safe_contact import (
    IN_CHAT,
    Held,
    SafeContact,
    knocked,
    may_be_held,
    may_begin,
    may_say_now,
    next_knock,
    not_knocked,
)
from cases.talk import Talk, TalkState
from storage.people import PeopleWork, Person
from storage.reminders import ReminderWork
from storage.tables import AlertRow, CaseRow, InboxRow, LineRow, OutboxRow, PartnerRow, StaffRow, TalkRow, one_of

logger = logging.getLogger("laporaman.storage.gate")

_OURS = union_all(
    *(
        select(row.chat, row.active).where(row.chat.in_(bindparam("chats", expanding=True)))
        for row in (StaffRow, PartnerRow)
    )
)
_LAST_HEARD = (
    select(InboxRow.id, InboxRow.said_at, InboxRow.received_at)
    .where(InboxRow.chat == bindparam("index"))
    .order_by(InboxRow.id.desc())
    .limit(1)
)
_INDEX: Any = bindparam("index")
_IN_DANGER = select(
    exists(
        select(CaseRow.ref)
        .join(AlertRow, AlertRow.case_ref == CaseRow.ref)
        .where(
            or_(
                CaseRow.reporter == _INDEX,
                CaseRow.ref.in_(select(LineRow.case_ref).where(LineRow.chat == _INDEX)),
            ),
            CaseRow.emergency,
            AlertRow.state != literal_column("'ended'"),
        )
    )
)


_TALK_WAITS = select(TalkRow.ref).where(TalkRow.chat == _INDEX, one_of(TalkRow.state, "waiting")).limit(1)
KNOCK_SLOT = "knock"
_INSTEAD = (
    update(OutboxRow)
    .where(OutboxRow.slot == bindparam("in_slot"), OutboxRow.chat == _INDEX, one_of(OutboxRow.state, "waiting"))
    .values(state="cancelled", payload=null())
)


class _Seen(NamedTuple):
    """What the gate knows of somebody: who they are, and the row and moment of what they did last."""

    person: Person
    mark: int | None
    heard_at: datetime | None

    def is_in_chat(self, now: datetime) -> bool:
        return may_say_now(heard_at=self.heard_at, left_at=self.person.left_at, now=now)


def _leaves(message: Message) -> bool:
    """Whether it only takes away what stands in a chat, or is the innocent line behind that."""
    return message.clears is not Clears.NOTHING or message.panel is Panel.NONE


class GateWork(PeopleWork, ReminderWork):
    """What a unit of work can do with what is unasked."""

    async def last_heard(self, chat: ChatId) -> datetime | None:
        """When that chat did something last, as long as it is kept."""
        return (await self._seen_last(chat)).heard_at

    async def waits_unsaid(self, chat: ChatId) -> bool:
        """Whether something was held back that this person was not told since."""
        seen = await self._seen_last(chat)
        return await self._waits(seen.person.held.since(seen.mark), chat)

    async def _waits(self, held: Held, chat: ChatId) -> bool:
        if not held.waiting or not held.only_talk:
            return held.waiting
        return await self._row(_TALK_WAITS, index=self._seals.chat_index(chat)) is not None

    async def _talks_wait(self, talks: Iterable[Talk], *, now: datetime) -> None:
        """Words of an officer that wait for the person: kept in mind like a message that was held back."""
        for chat in {talk.chat for talk in talks if talk.by is not None and talk.state is TalkState.WAITING}:
            await self._hold(await self._seen_last(chat), news=False, talk=True, now=now)

    async def nothing_waits(self, chat: ChatId) -> None:
        """What was held back need not be said any more: nobody knocks for it."""
        person = await self.person(chat)
        if person is not None and person.held.waiting:
            await self.save_person(replace(person, held=replace(person.held, waiting=False)))
        await self._set_reminders((Reminder(Clock.KNOCK, str(int(chat)), None),))

    async def _let_through(self, messages: Sequence[Message], *, now: datetime) -> tuple[Message, ...]:
        """Those that may be written to the outbox; an answer with the time within which it still is one."""
        people = {message.to for message in messages if message.to > 0 and not _leaves(message)}
        if not people:
            return tuple(messages)
        indices = {chat: self._seals.chat_index(chat) for chat in people}
        ours = {row.chat: row.active for row in await self._rows(_OURS, chats=list(indices.values()))}
        through: list[Message] = []
        for message in messages:
            index = indices.get(message.to)
            # Whoever has left the unit, or a partner's office, is only shown that what stood there is gone.
            if index is None or ours.get(index) or (index in ours and message.replaces):
                through.append(message)
            elif message.to == self.answering:
                through.append(self._as_answer(message, now))
            else:
                unasked = await self._unasked(message, now)
                through += [unasked] if unasked is not None else []
        return tuple(through)

    def _as_answer(self, message: Message, now: datetime) -> Message:
        if message.lane is Lane.EMERGENCY:
            return message
        left = IN_CHAT - (now - (self.heard_at or now))
        return replace(message, asked=True, within=max(0.0, left.total_seconds()))

    async def _unasked(self, message: Message, now: datetime) -> Message | None:
        seen = await self._seen_last(message.to)
        if message.knock:
            return await self._knock(message, seen, now)
        if message.tidies:
            # It only puts right what stands there, and makes no sound: where that can't be done it is not said anew.
            return replace(message, lane=Lane.REST)
        if seen.is_in_chat(now) and seen.heard_at is not None:
            return replace(message, within=max(0.0, (seen.heard_at + IN_CHAT - now).total_seconds()))
        await self._hold(seen, news=message.news, now=now)
        return None

    async def _knock(self, message: Message, seen: _Seen, now: datetime) -> Message | None:
        if message.phrase.key not in UNASKED:
            raise ValueError("only a line of a cover goes out unasked")
        held = seen.person.held.since(seen.mark)
        if next_knock(seen.person.safe, held, now) != now or seen.is_in_chat(now):
            await self._ring_again(replace(seen.person, held=held), now)
            return None
        person = replace(seen.person, held=knocked(held, now))
        await self.save_person(person)
        await self._ring_again(person, now)
        # One that has waited since yesterday for Telegram to come back is not needed beside this one.
        index, slot = self._seals.chat_index(message.to), self._seals.index(f"slot|{KNOCK_SLOT}")
        await self._change(_INSTEAD, index=index, in_slot=slot)
        return replace(message, slot=KNOCK_SLOT)

    async def _hold(self, seen: _Seen, *, news: bool, now: datetime, talk: bool = False) -> None:
        """It is not said. Where they let us begin, it is kept in mind that something waits."""
        if not may_be_held(seen.person.safe, news=news):
            return
        before = seen.person.held.since(seen.mark)
        only_talk = talk and (before.only_talk or not before.waiting)
        held = replace(before, waiting=True, only_talk=only_talk, mark=seen.mark or before.mark)
        person = replace(seen.person, held=held)
        if held != seen.person.held:
            await self.save_person(person)
        await self._ring_again(person, now)

    async def _ring_again(self, person: Person, now: datetime) -> None:
        due_at = next_knock(person.safe, person.held, now)
        await self._set_reminders((Reminder(Clock.KNOCK, str(int(person.chat)), due_at),))

    async def _still_fits(self, message: Message, row: Any, *, now: datetime) -> bool:
        """Whether what was let through once may go out now; if not, it is held back from now on."""
        if message.within is None and not message.knock:
            return True
        seen = await self._seen_last(message.to)
        if message.knock:
            if row.uncertain:
                # It may stand there already: two lines of a library on one evening look odd.
                return False
            held = seen.person.held.since(seen.mark)
            if may_begin(seen.person.safe, now) and await self._waits(held, message.to):
                # A day is counted from when it goes out: it may have waited for hours. It also counts as one of the
                # three for who has written since: the count began anew then, and it stands in their chat all the same.
                person = replace(seen.person, held=replace(held, at=now, knocks=max(1, held.knocks)))
                await self.save_person(person)
                await self._ring_again(person, now)
                return True
            await self._take_back(seen, now=now)
            return False
        left_at = seen.person.left_at
        if left_at is not None and row.created_at < left_at:
            # They left after it was written: their phone is to stay as they left it.
            return False
        age = now - row.created_at
        if message.within and timedelta(0) <= age <= timedelta(seconds=message.within):
            return True
        if seen.is_in_chat(now) or (message.asked and (await self._row(_IN_DANGER, index=row.chat))[0]):
            return True
        logger.info("an answer has waited too long and is not sent row=%d", row.id)
        await self._hold(seen, news=message.news, now=now)
        return False

    async def _take_back(self, seen: _Seen, *, now: datetime) -> None:
        """A knock that came too late for the hours, or for who has written since, is not counted."""
        person = replace(seen.person, held=not_knocked(seen.person.held.since(seen.mark)))
        await self.save_person(person)
        await self._ring_again(person, now)

    async def _seen_last(self, chat: ChatId) -> _Seen:
        person = await self.person(chat) or Person(chat, safe=SafeContact())
        row = await self._row(_LAST_HEARD, index=self._seals.chat_index(chat))
        return _Seen(person, None, None) if row is None else _Seen(person, row.id, row.said_at or row.received_at)
