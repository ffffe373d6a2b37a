"""What staff do about a reminder of a step: put it off with a reason, ask for a colleague, say that it is not safe."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from cases import stepping
from cases.alert import AlertRef
from cases.case import CaseNumber
from cases.dialogue import Dialogue
from cases.messages import Message
from cases.moves import LEADS
from cases.outcome import Outcome
from cases.phrases import says
from cases.refusals import NotAllowed, Unknown
from cases.staff import Staff
from handlers import boards, case_card, case_lists, leading
from handlers.beginning import begin_form
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.refs import new_ref
from handlers.scenes import scene_of_case
from storage import Work


async def start_put_off(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Why, and until when? Only while the step is open, and only for who holds the case."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    stepping.may_put_off(scene, step=heard.choice, by=staff, profile=world.profile, now=now)
    return begin_form("stepoff", heard.ref, scene, staff, world, now, step=heard.choice)


async def finish_put_off(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_case(work, form.subject, actor=staff)
    return stepping.put_off(
        scene,
        step=str(form.answers.get("step")),
        reason=str(form.answers.get("stepwhy", "")),
        until=date.fromisoformat(str(form.answers["stepday"])),
        by=staff,
        profile=world.profile,
        now=now,
    )


async def pass_on(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """A colleague is to go on: who answers for the unit chooses at once, everybody else asks for it."""
    if staff.role in LEADS:
        return await leading.offer_managers(work, heard, staff, world, now)
    scene = await scene_of_case(work, heard.ref, actor=staff)
    return stepping.ask_handover(scene, by=staff, now=now)


async def not_safe(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """Not safe: the unit is called at once."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    outcome = stepping.not_safe(scene, by=staff, alert_ref=AlertRef(new_ref()), profile=world.profile, now=now)
    if any(message.to == staff.chat for message in outcome.messages):
        return outcome
    return outcome + Outcome(messages=(Message(staff.chat, says("visit-unsafe", number=scene.case.number)),))


PRESSES = {
    "stepoff": start_put_off,
    "passon": pass_on,
    "notsafe": not_safe,
    "open": case_card.open_case,
    "more": case_card.more,
    "my-cases": case_lists.my_cases,
    **boards.PRESSES,
}


async def by_number(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """`/kasus` is the list, `/kasus LU-2026-0001` the card of that case, also once it is closed."""
    words = heard.answer.text.split() if heard.answer is not None else []
    if len(words) < 2:
        return await case_lists.my_cases(work, heard, staff, world, now)
    case = await work.case_by_number(CaseNumber(words[1].upper()))
    if case is None:
        raise Unknown
    try:
        return await case_card.open_case(work, replace(heard, ref=case.ref), staff, world, now)
    except NotAllowed:
        # What somebody may not see is not there.
        raise Unknown from None


COMMANDS = {"kasus": by_number, **boards.COMMANDS}
FINISH = {"stepoff": finish_put_off}
