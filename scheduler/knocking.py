"""Knocks: one neutral line to somebody for whom something waits. Whether it goes out, the gate decides."""

from __future__ import annotations

from datetime import datetime

from cases.covers import line
from cases.messages import ChatId, Lane, Message
from cases.outcome import Outcome
from cases.profile import Profile
from storage import Due, Work


async def ring(work: Work, due: Due, profile: Profile, now: datetime) -> Outcome:
    """A safe moment has come: is there still something to be read? Another line each day, so that none looks set up."""
    chat = ChatId(int(due.subject))
    person = await work.person(chat)
    if person is None or not await work.waits_unsaid(chat):
        return Outcome()
    said = line(person.safe.cover, profile.local(now).toordinal() + chat)
    return Outcome(messages=(Message(chat, said, Lane.REMINDER, knock=True),))
