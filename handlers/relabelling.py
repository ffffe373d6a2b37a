"""A report that turned out to be none, or neither KTP, KTA nor ABH (R-22): labelled so, with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases import rulings
from cases.dialogue import Dialogue
from cases.moves import Action, allow
from cases.outcome import Outcome
from cases.refusals import NotAllowed
from cases.staff import Staff
from handlers.beginning import begin_form
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.ruling import decision_card, judged_by, look_again, looked_at_another
from handlers.scenes import scene_of_case
from handlers.showing import may_judge
from storage import Work


async def start(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """It is no report, or nothing of the unit's: which of them, and why?"""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(Action.RELABEL, by=staff, case=scene.case)
    if not may_judge(scene, staff):
        raise NotAllowed
    if looked_at_another(heard, scene):
        return look_again(scene, to=staff)
    return begin_form("relabel", heard.ref, scene, staff, world, now, judged=judged_by(scene.case))


async def finish(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_case(work, form.subject, actor=staff)
    if form.answers.get("judged") != judged_by(scene.case):
        return look_again(scene, to=staff)
    kind, reason = str(form.answers.get("nlabel")), str(form.answers.get("nwhy", ""))
    outcome = rulings.relabel(scene, kind=kind, reason=reason, by=staff, now=now)
    case = outcome.cases[-1]
    # What comes next is to confirm it, or to close it.
    again = () if case.lowering is not None else (decision_card(replace(scene, case=case), to=staff),)
    return outcome + Outcome(messages=again)


PRESSES = {str(Action.RELABEL): start}
FINISH = {"relabel": finish}
