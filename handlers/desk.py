"""The one door for everything that people do: it finds out who they are and who answers them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases.messages import ChatId, Lane, Message
from cases.outcome import Outcome
from cases.phrases import Phrase
from cases.refusals import Refusal
from cases.staff import Role, Roster, Staff
from handlers import reporters, staff_desk
from handlers.conversation.engine import World
from handlers.heard import Doing, Heard
from handlers.undelivered import tell_operators
from storage import Person, Work


async def hear(work: Work, heard: Heard, world: World, *, now: datetime) -> None:
    """Answer one thing that one person did, and record all that follows from it."""
    if heard.doing is Doing.IGNORED:
        return
    roster = await work.roster()
    staff = roster.by_chat(heard.chat)
    if heard.doing is Doing.BLOCKED:
        await work.record(await _blocked(work, heard, roster, staff), now=now)
        return
    person = await work.person(heard.chat)
    if person is None:
        await work.save_person(Person(heard.chat))
    if (person is not None and not person.reachable) or (staff is not None and not staff.reachable):
        await work.set_reachable(heard.chat, True)
    if heard.doing in (Doing.FORGED, Doing.UNBLOCKED):
        # A stranger's press learns nothing, not even that there is something to learn.
        return
    try:
        outcome = await _answer(work, heard, staff, world, now=now)
    except Refusal as refusal:
        outcome = Outcome(messages=(Message(heard.chat, refusal.phrase),))
    await work.record(outcome, now=now)


async def _answer(work: Work, heard: Heard, staff: Staff | None, world: World, *, now: datetime) -> Outcome:
    if staff is not None:
        answered = await staff_desk.answer(work, heard, staff, world, now=now)
        if answered is not None:
            return answered
    return await reporters.answer(work, heard, world, now=now)


async def _blocked(work: Work, heard: Heard, roster: Roster, staff: Staff | None) -> Outcome:
    """Somebody blocked the bot: for staff the leads must know before the next alert does."""
    changed = await work.set_reachable(heard.chat, False)
    if staff is None or not changed:
        return Outcome()
    told = {"person": staff.name}
    return Outcome(
        messages=tuple(
            Message(lead.chat, Phrase("staff-unreachable", told), Lane.ESCALATION)
            for lead in roster.leads()
            if lead.id != staff.id and lead.reachable
        )
    )


async def set_aside(work: Work, chat: int | None, *, row: int, world: World, now: datetime) -> None:
    """Something of ours failed three times over one update: the operator hears the row, the person the numbers."""
    roster = await work.roster()
    outcome = tell_operators(roster.having(Role.ADMIN), "inbox-set-aside", row)
    if chat is not None:
        sorry = Message(ChatId(chat), reporters.with_numbers("set-aside-sorry", world))
        outcome = replace(outcome, messages=(*outcome.messages, sorry))
    await work.record(outcome, now=now)
