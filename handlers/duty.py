"""What a duty officer does with an alert."""

from __future__ import annotations

from datetime import datetime, timedelta

from cases import duty
from cases.dialogue import Dialogue
from cases.messages import Message
from cases.outcome import Outcome
from cases.phrases import says
from cases.staff import Staff
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.scenes import scene_of_alert
from handlers.showing import file_of
from storage import Work

#: A reporter who was in the chat this short a while ago hears that somebody has taken it; later it would be unasked.
STILL_THERE = timedelta(minutes=15)


async def take(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """One wins. The winner gets what was told; the reporter, if still there, hears that a person has read it."""
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    already = scene.alert is not None and scene.alert.taken_by == staff.id and scene.alert.is_open
    if already:
        return Outcome(messages=(Message(staff.chat, says("already-yours", number=scene.case.number)),))
    outcome = duty.take(scene, by=staff, profile=world.profile, now=now)
    outcome += file_of(scene.case, to=staff, world=world, now=now)
    draft: Dialogue | None = await work.dialogue(scene.case.reporter, "report", "")
    active = draft is not None and draft.updated_at is not None and now - draft.updated_at <= STILL_THERE
    if active and draft is not None and draft.case == scene.case.ref:
        outcome += Outcome(messages=(Message(scene.case.reporter, says("taken-reporter")),))
    return outcome


async def decline(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    return duty.decline(scene, by=staff, profile=world.profile, now=now)


async def keep(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    return duty.keep(scene, by=staff, profile=world.profile, now=now)


async def give_back(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    return duty.give_back(scene, by=staff, profile=world.profile, now=now)
