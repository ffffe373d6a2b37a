"""The course of a case's alerts, for whoever answers for it."""

from __future__ import annotations

from datetime import datetime

from cases.case import CaseNumber
from cases.messages import Button, Message
from cases.notices import Scene
from cases.outcome import Outcome
from cases.phrases import says
from cases.refusals import NotAllowed, Unknown
from cases.staff import Staff
from cases.timeline import timeline
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.scenes import scene_of_case
from handlers.showing import may_read
from storage import Work

#: So many lines are one message that can be read on a phone, and stay below Telegram's length.
LINES = 35


async def of_case(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Behind the button of a case's file: whoever may read that file sees who was called, and when."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    if not may_read(scene, staff):
        raise NotAllowed
    return await _shown(work, scene, staff, world)


async def by_number(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """`/riwayat LU-2026-0001`, also of a closed case. What somebody may not see is not there for them."""
    words = heard.answer.text.split() if heard.answer is not None else []
    if len(words) < 2:
        return Outcome(messages=(Message(staff.chat, says("timeline-how")),))
    case = await work.case_by_number(CaseNumber(words[1].upper()))
    if case is None:
        raise Unknown
    scene = await scene_of_case(work, case.ref, actor=staff)
    if not may_read(scene, staff):
        raise Unknown
    return await _shown(work, scene, staff, world)


async def _shown(work: Work, scene: Scene, staff: Staff, world: World) -> Outcome:
    case = scene.case
    events, sendings = await work.history(case.ref), await work.course_of(case.ref)
    lines = timeline(events, sendings, roster=scene.roster, profile=world.profile)
    if not lines:
        return Outcome(messages=(Message(staff.chat, says("timeline-empty", number=case.number)),))
    parts = [lines[start : start + LINES] for start in range(0, len(lines), LINES)]
    first, *rest = parts
    opens = ((Button(says("button-open"), "open", ref=case.ref),),)
    head = says("timeline-head", number=case.number, lines=first)
    messages = [Message(staff.chat, head, buttons=opens, protect=True)]
    messages += [
        Message(staff.chat, says("timeline-more", number=case.number, part=number, lines=part), protect=True)
        for number, part in enumerate(rest, 2)
    ]
    return Outcome(messages=tuple(messages))
