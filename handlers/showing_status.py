"""`/status`: what became of a report, to whoever speaks for it; to nobody else is there anything."""

from __future__ import annotations

from datetime import datetime

from cases.case import Case
from cases.messages import Button, ChatId, Message, Panel, Style
from cases.outcome import Outcome
from cases.phrases import says
from cases.status_told import course_of, is_victims_own, status_told
from handlers.conversation.engine import World, ask
from handlers.conversation.flows import FLOWS
from handlers.drafts import REPORT, untouched, with_numbers
from handlers.heard import Heard
from handlers.lines import cases_of_chat, trusted_in
from handlers.scenes import scene_of_case, still_handled
from storage import Work

#: Of more nobody would read; the newest come last, at the end of the chat.
MOST = 3


async def show(work: Work, heard: Heard, world: World, now: datetime) -> Outcome | None:
    """Every report of this chat, the newest last, and what is begun but not sent; None where there is nothing."""
    own = (await cases_of_chat(work, heard.chat))[:MOST]
    let_in = (await trusted_in(work, heard.chat))[:MOST]
    draft = await work.dialogue(heard.chat, REPORT, "")
    told = [await status_of(work, case, heard.chat, world, now, short=True) for _, case in reversed(let_in)]
    told += [await status_of(work, case, heard.chat, world, now) for case in reversed(own)]
    if draft is not None and not draft.case and not untouched(draft):
        told += [Message(heard.chat, says("status-draft")), ask(FLOWS[REPORT], draft, world)]
    return Outcome(messages=tuple(told)) if told else None


async def status_of(
    work: Work,
    case: Case,
    chat: ChatId,
    world: World,
    now: datetime,
    *,
    short: bool = False,
    unsafe_phone: bool = False,
) -> Message:
    """What became of one report, and what can be done from here. Of the case it was joined to nothing is said."""
    scene = await scene_of_case(work, case.ref)
    course = course_of(
        case,
        events=await work.history(case.ref),
        looks=await work.looks(case.ref),
        alert=scene.alert,
        visit=scene.visit,
        handled=await still_handled(work, case),
        profile=world.profile,
        now=now,
    )
    lines = status_told(course, short=short or not is_victims_own(case))
    if case.distrusted:
        # Whoever may be the alleged offender learns that we have it, today and always.
        lines = lines[:1]
    old = Button(says("button-only-here"), "only-here", ref=case.ref, style=Style.DANGER)
    rows = (
        *(((old,),) if unsafe_phone else ()),
        (Button(says("button-write-more"), "write-more"), Button(says("button-numbers"), "numbers")),
        (Button(says("button-new-report"), "new"),),
    )
    return Message(chat, says("status-told", lines=lines), buttons=rows, protect=True)


async def write_more(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """Whatever is written here is heard; the button only says so."""
    return Outcome(messages=(Message(heard.chat, says("write-more")),))


async def numbers(work: Work, heard: Heard, world: World, now: datetime) -> Outcome:
    """Whom to telephone."""
    said = Message(heard.chat, with_numbers("numbers", world), panel=Panel.REPORTER)
    return Outcome(messages=(said,))


PRESSES = {"write-more": write_more, "numbers": numbers}

__all__ = ["PRESSES", "numbers", "show", "status_of", "write_more"]
