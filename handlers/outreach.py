"""What whoever goes out does on the run card: steps, the way out and back, and what is read to the police."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cases import crisis, outing, watching
from cases.alert import AlertRef
from cases.moves import Action
from cases.notices import Scene
from cases.outcome import Outcome
from cases.refusals import NotAllowed, Unknown
from cases.staff import Role, Staff
from handlers import protecting
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.police_call import text_for_110
from handlers.scenes import scene_of_alert
from storage import Work


async def step(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    return crisis.press(scene, by=staff, choice=heard.choice, profile=world.profile, now=now)


async def leave(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    return outing.leave(scene, by=staff, profile=world.profile, now=now)


async def safe(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    return outing.safe(scene, by=staff, who=outing.whose(heard.choice, staff), profile=world.profile, now=now)


async def back(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    return outing.back(scene, by=staff, who=outing.whose(heard.choice, staff), profile=world.profile, now=now)


async def need_help(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The others are told at once; the officer gets what to say to the police into their own hands."""
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    helped = outing.need_help(scene, by=staff, profile=world.profile, now=now)
    return helped + text_for_110(scene, to=staff, world=world, now=now)


async def call_text(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """For who has taken the alert and who answers for the unit; for any colleague while one out there needs help."""
    scene = await scene_of_alert(work, heard.ref, actor=staff)
    if not may_call(scene, staff):
        raise NotAllowed
    return text_for_110(scene, to=staff, world=world, now=now)


def may_call(scene: Scene, staff: Staff) -> bool:
    """Whether this person may be shown where the victim is, to send the police there."""
    alert = scene.alert
    assert alert is not None
    if staff.id in alert.takers or staff.role in (Role.COORDINATOR, Role.HEAD):
        return True
    return staff.role is not Role.ADMIN and any(map(watching.is_alarming, alert.outings))


async def lost_out_there(work: Work, who: Staff, slot: str, *, after: Outcome, world: World, now: datetime) -> Outcome:
    """Telegram can't reach this officer: if they are out, that is a question without an answer, and told at once.

    An outing outlives its alert: the slot of the question that failed names the alert, open or not. `after` is what
    was decided before in the same breath.
    """
    refs = [alert.ref for alert in await work.open_alerts()]
    if slot.startswith("safe:"):
        refs.append(AlertRef(slot.split(":")[1]))
    changed = {alert.ref: alert for alert in after.alerts}
    outcome = Outcome()
    for ref in dict.fromkeys(refs):
        try:
            scene = await scene_of_alert(work, ref)
        except Unknown:
            continue
        scene = replace(scene, alert=changed.get(ref, scene.alert))
        outcome += outing.unreachable(scene, who=who.id, profile=world.profile, now=now)
    return outcome


PRESSES = {
    Action.STEP: step,
    Action.LEAVE: leave,
    Action.SAFE: safe,
    Action.HELP: need_help,
    Action.BACK: back,
    Action.PROTECT: protecting.start,
    "call110": call_text,
}
