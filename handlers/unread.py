"""What the unit said to a reporter meanwhile: shown as soon as they write or press something, and they may stop it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases.case import CaseRef
from cases.messages import ChatId, Clears, Message, Panel
from cases.outcome import Outcome
from cases.phrases import says
from cases.refusals import Refusal
from cases.safe_contact import IN_CHAT
from cases.talk import Talk, TalkRef, TalkState
from cases.talking import Thread
from cases.writing import became, not_reached, shown_now, stopped
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.threads import thread_of
from storage import Person, Work

STOP = "stoptalk"


async def unread(work: Work, chat: ChatId, *, now: datetime) -> tuple[Talk, ...]:
    """What waits for that chat, in the order in which it was written; also what was to go out as an answer, and did
    not arrive while it still was one."""
    return tuple(talk for talk in await work.open_talks_of_chat(chat) if _waits(talk, now))


def _waits(talk: Talk, now: datetime) -> bool:
    if talk.state is TalkState.SAID:
        return talk.said_at is None or now - talk.said_at > IN_CHAT
    return talk.state is TalkState.WAITING


async def show_unread(work: Work, chat: ChatId, world: World, now: datetime) -> Outcome:
    """All of it, each bound to its case; that it was said stands in the same outcome as the words."""
    outcome = Outcome()
    for talk in await unread(work, chat, now=now):
        thread = await _thread(work, talk)
        if thread is not None:
            outcome += shown_now(thread, talk, signature=world.profile.talk_signature, now=now)
    return outcome


async def _thread(work: Work, talk: Talk) -> Thread | None:
    """None for a line that was closed since: nothing of it is said there any more."""
    try:
        return await thread_of(work, talk.ref)
    except Refusal:
        return None


async def with_unread(work: Work, heard: Heard, outcome: Outcome, world: World, now: datetime) -> Outcome:
    """The answer to something a person did, with what waited for them before it; in an emergency after it. What they
    were shown before counts as read. Who leaves or asks for silence is shown nothing."""
    if heard.action == STOP or any(one.clears is not Clears.NOTHING for one in outcome.messages):
        return outcome
    viewer, work.viewer = work.viewer, None
    try:
        read, open = Outcome(), await work.open_talks_of_chat(heard.chat)
        for talk in open:
            thread = await _thread(work, talk) if talk.state is TalkState.DELIVERED else None
            if thread is not None:
                read += became(thread, talk, TalkState.READ)
        shown = await show_unread(work, heard.chat, world, now) if open else Outcome()
    finally:
        work.viewer = viewer
    return outcome + shown + read if outcome.alerts else shown + outcome + read


async def stop(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """We begin no more; their own questions are still answered, from the moment they write again."""
    talk = await work.talk(TalkRef(heard.ref))
    if talk is None or talk.chat != heard.chat:
        return Outcome()
    person = await work.person(heard.chat) or Person(heard.chat)
    await work.save_person(replace(person, safe=replace(person.safe, first=False), left_at=now))
    thread = await _thread(work, talk)
    outcome = stopped(thread, now=now) if thread is not None else Outcome()
    return outcome + Outcome(messages=(Message(heard.chat, says("talk-stopped"), panel=Panel.REPORTER),))


async def lost(work: Work, chat: ChatId, now: datetime) -> Outcome:
    """That chat can't be written to any more: whatever was under way there has not arrived."""
    under_way = (TalkState.WAITING, TalkState.SAID)
    by_case: dict[CaseRef, list[Talk]] = {}
    for talk in await work.open_talks_of_chat(chat):
        if talk.state in under_way:
            by_case.setdefault(talk.case, []).append(talk)
    outcome = Outcome()
    for talks in by_case.values():
        thread = await _thread(work, talks[0])
        outcome += not_reached(thread, talks, now=now) if thread is not None else Outcome()
    return outcome


async def delivered(work: Work, ref: str, chat: ChatId, now: datetime) -> Outcome:
    """Telegram has brought it to the reporter's account: whoever wrote it sees that."""
    return await _turned(work, ref, chat, TalkState.DELIVERED)


async def held_back(work: Work, ref: str, chat: ChatId) -> Outcome:
    """It did not go out while the phone was in their hand: it waits until they write again."""
    return await _turned(work, ref, chat, TalkState.WAITING)


async def refused(work: Work, ref: str, chat: ChatId, now: datetime) -> Outcome:
    """Telegram will never take it."""
    talk = await work.talk(TalkRef(ref))
    if talk is None or not talk.is_ours or talk.chat != chat or talk.state is not TalkState.SAID:
        return Outcome()
    thread = await _thread(work, talk)
    return not_reached(thread, (talk,), now=now) if thread is not None else Outcome()


async def _turned(work: Work, ref: str, chat: ChatId, state: TalkState) -> Outcome:
    talk = await work.talk(TalkRef(ref))
    if talk is None or not talk.is_ours or talk.chat != chat or talk.state is not TalkState.SAID:
        return Outcome()
    thread = await _thread(work, talk)
    return became(thread, talk, state) if thread is not None else Outcome()


PRESSES = {STOP: stop}
