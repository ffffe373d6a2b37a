"""Out of here in one tap: the chat is cleared on the phone, and one innocent line stays. Nothing of a case is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cases import leaving
from cases.dialogue import Dialogue
from cases.leaving import as_word
from cases.messages import Button, ChatId, Clears, Message, Panel
from cases.notices import tell
from cases.outcome import Clock, Event, EventKind, Outcome, Reminder
from cases.phrases import says
from handlers.conversation.engine import Answer, Kind, World
from handlers.conversation.story import attachments, story
from handlers.drafts import REPORT, draft_subject
from handlers.heard import Heard
from handlers.scenes import handled_at, scene_of_case
from storage import Due, Outgoing, Person, Standing, Work

WORDS = frozenset({"keluar", "exit"})
KEEP, FORGET = "keep", "forget"


def wants_out(answer: Answer) -> bool:
    """Whether this is the word for leaving, and nothing else."""
    return answer.kind is Kind.TEXT and as_word(answer.text) in WORDS


def is_leaving(heard: Heard) -> bool:
    """Whether this is the command for leaving and nothing else: more behind it may be a cry for help."""
    return heard.command in COMMANDS and (heard.answer is None or len(heard.answer.text.split()) <= 1)


async def leave(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """At once; only where something would be lost that could prove what happened, one question comes first.

    Whoever presses again has no time for it: then it goes on, and keeps what was told.
    """
    draft = await work.dialogue(heard.chat, REPORT)
    if draft is None or not _could_prove(draft) or await _asked(work, heard.chat) or await left_with(work, draft):
        return await go(work, heard.chat, now=now)
    buttons = tuple(Button(says(f"button-exit-{choice}"), "exiting", choice=choice) for choice in (KEEP, FORGET))
    asked = Message(heard.chat, says("leave-keep", days=world.profile.draft_days), buttons=(buttons,))
    clock = Reminder(Clock.LEAVE, draft_subject(heard.chat), now + leaving.ASKED_FOR)
    return Outcome(messages=(asked,), reminders=(clock,))


async def chosen(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """What is to become of the draft was answered."""
    return await go(work, heard.chat, forget=heard.choice == FORGET, now=now)


async def rang(work: Work, due: Due, world: World, now: datetime) -> Outcome:
    """No answer: somebody may be looking over their shoulder. It goes on, and keeps what was told."""
    return await go(work, ChatId(int(due.subject)), now=now)


def _could_prove(draft: Dialogue) -> bool:
    """Whether a draft that is no case yet holds what could prove something: a story, a file, a place."""
    return not draft.case and bool(story(draft.answers) or attachments(draft.answers) or draft.answers.get("spot"))


async def left_with(work: Work, draft: Dialogue) -> bool:
    """Whether they left before with just this draft."""
    person = await work.person(draft.chat)
    left_at = person.left_at if person is not None else None
    return left_at is not None and draft.updated_at is not None and draft.updated_at <= left_at


async def _asked(work: Work, chat: ChatId) -> bool:
    return any(one.clock is Clock.LEAVE for one in await work.reminders(draft_subject(chat)))


async def go(work: Work, chat: ChatId, *, forget: bool = False, disguised: bool = False, now: datetime) -> Outcome:
    """Clear the chat and say the last line; from now on nothing counts as being in chat.

    In a disguise nothing of a case is read, not even to tell who holds it.
    """
    person = await work.person(chat) or Person(chat)
    older = leaving.stands_older(person.here_since, now=now)
    await work.save_person(replace(person, left_at=now, here_since=person.here_since if older else None))
    outcome = Outcome() if disguised else await _told(work, chat, now)
    if forget:
        outcome += await _forgotten(work, chat)
    last = (leaving.clearing(chat), leaving.last_line(chat, person.safe, older=older))
    return outcome + Outcome(messages=last, reminders=(Reminder(Clock.LEAVE, draft_subject(chat), None),))


async def _forgotten(work: Work, chat: ChatId) -> Outcome:
    """The draft is forgotten as after its thirty days."""
    draft = await work.dialogue(chat, REPORT)
    if draft is None or draft.case:
        return Outcome()
    clocks = tuple(Reminder(clock, draft_subject(chat), None) for clock in (Clock.NUDGE, Clock.FORGET))
    return Outcome(dialogues=(replace(draft, ended=True),), reminders=clocks)


async def _told(work: Work, chat: ChatId, now: datetime) -> Outcome:
    """Who holds a case of theirs knows that the chat is empty, and that nobody writes there unasked."""
    refs = [case.ref for case in await work.cases_of_reporter(chat)]
    refs += [line.case for line in await work.lines_of_chat(chat)]
    outcome = Outcome()
    for ref in dict.fromkeys(refs):
        scene = await scene_of_case(work, ref)
        there = await handled_at(work, scene)
        if there.case.is_open:
            event = Event(EventKind.REPORTER_LEFT, ref, now)
            outcome += Outcome(events=(event,), messages=tell(EventKind.REPORTER_LEFT, there))
    return outcome


def keyboard_back(outcome: Outcome, chat: ChatId) -> Outcome:
    """The first answer after leaving, with the keyboard that was taken away; buttons alone can't bring it."""
    mine = [message for message in outcome.messages if message.to == chat and not message.replaces]
    brought = any(message.panel is not Panel.UNCHANGED and not message.buttons for message in mine)
    if not mine or brought or any(message.clears is not Clears.NOTHING for message in mine):
        return outcome
    keys = Message(chat, says("panel-reporter"), panel=Panel.REPORTER)
    return replace(outcome, messages=(keys, *outcome.messages))


async def cleared(work: Work, outgoing: Outgoing, left: Standing, *, now: datetime) -> None:
    """What could be deleted is gone. What was too old for it, as after an outage of two days, is not changed any more,
    and the last line says how to delete it by hand."""
    await work.left_standing(outgoing.chat, left, row=outgoing.id, now=now)
    if not left.older or outgoing.message.clears is not Clears.ALL:
        return
    person = await work.person(outgoing.chat) or Person(outgoing.chat)
    if not leaving.stands_older(person.here_since, now=now):
        await work.save_person(replace(person, here_since=now - leaving.DELETABLE - timedelta(seconds=1)))
    line = leaving.last_line(outgoing.chat, person.safe, older=True, replaces=True)
    await work.record(Outcome(messages=(line,)), now=now)


COMMANDS = {"keluar": leave, "exit": leave}
PRESSES = {"exit": leave, "exiting": chosen}
