"""`/langkah`: the book for whoever looks something up, and where one case stands in it."""

from __future__ import annotations

from datetime import datetime

from cases import book_page
from cases.book import PROCESSES
from cases.case import CaseNumber
from cases.notices import Scene
from cases.outcome import EventKind, Outcome
from cases.refusals import NotAllowed, Unknown
from cases.staff import Staff
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.scenes import scene_of_case
from handlers.showing import may_judge, may_read
from storage import Work


async def by_number(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """`/langkah` shows the six processes, `/langkah LU-2026-0001` that case. What somebody may not see is not there."""
    words = heard.answer.text.split() if heard.answer is not None else []
    if len(words) < 2:
        return Outcome(messages=(book_page.index(staff.chat),))
    case = await work.case_by_number(CaseNumber(words[1].upper()))
    if case is None:
        raise Unknown
    scene = await scene_of_case(work, case.ref, actor=staff)
    if not _may(scene, staff):
        raise Unknown
    return await _shown(work, scene, staff, world, now)


async def of_case(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Behind the button of a case's card."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    if not _may(scene, staff):
        raise NotAllowed
    return await _shown(work, scene, staff, world, now)


async def process(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """One of the six processes with its steps."""
    chosen = {str(number): number for number in PROCESSES}.get(heard.choice)
    if chosen is None:
        raise Unknown
    return Outcome(messages=(book_page.process_page(chosen, to=staff.chat),))


def _may(scene: Scene, staff: Staff) -> bool:
    return may_read(scene, staff) or may_judge(scene, staff)


async def _shown(work: Work, scene: Scene, staff: Staff, world: World, now: datetime) -> Outcome:
    events = await work.history(scene.case.ref)
    outreach = next((event.at for event in reversed(events) if event.kind is EventKind.OUTREACH_RECORDED), None)
    page = book_page.case_page(scene, to=staff.chat, profile=world.profile, now=now, outreach_at=outreach)
    return Outcome(messages=(page,))


COMMANDS = {"langkah": by_number}
PRESSES = {book_page.OF_CASE: of_case, book_page.OF_PROCESS: process}
