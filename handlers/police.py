"""What staff do about the duty to report to the police (UU 12/2022 Ps 41)."""

from __future__ import annotations

from datetime import datetime, timedelta

from cases import police
from cases.dialogue import Dialogue
from cases.messages import Message
from cases.moves import Action, allow
from cases.notices import Scene
from cases.outcome import Outcome
from cases.phrases import says
from cases.profile import Profile
from cases.refusals import NotAllowed, WrongMoment
from cases.staff import Staff
from handlers.conversation.engine import World
from handlers.heard import Heard
from handlers.scenes import scene_of_case
from handlers.showing import may_judge
from storage import Work


async def owed(work: Work, ref: str, staff: Staff) -> Scene:
    """The case, open or closed, of which the police are still owed a report. Raises NotAllowed, WrongMoment."""
    scene = await scene_of_case(work, ref, actor=staff)
    if not may_judge(scene, staff):
        raise NotAllowed
    if not police.is_open(scene.case):
        raise WrongMoment
    return scene


async def conveyed(work: Work, heard: Heard, staff: Staff, world: World, now: datetime) -> Outcome:
    """The victim, or one of those whom the law names, has told the unit by now: the clock starts."""
    scene = await scene_of_case(work, heard.ref, actor=staff)
    allow(Action.POLICE_REPORTED, by=staff, case=scene.case)
    if not may_judge(scene, staff):
        raise NotAllowed
    return police.conveyed(scene, by=staff, profile=world.profile, now=now)[1]


async def finish_reported(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await owed(work, form.subject, staff)
    return _recorded(scene, staff) + police.reported(
        scene,
        number=str(form.answers.get("pnumber", "")),
        where=str(form.answers.get("pwhere", "")),
        at=moment_told(form.answers.get("lpwhen"), world.profile, now),
        by=staff,
        now=now,
    )


async def finish_excused(work: Work, form: Dialogue, staff: Staff, world: World, now: datetime) -> Outcome:
    scene = await owed(work, form.subject, staff)
    return _recorded(scene, staff) + police.excused(
        scene, reason=str(form.answers.get("preason", "")), by=staff, now=now
    )


def moment_told(said: object, profile: Profile, now: datetime) -> datetime:
    """Buttons count minutes ago; what was typed is an hour of a day of the unit's own zone."""
    if isinstance(said, int):
        return now - timedelta(minutes=said)
    return datetime.fromisoformat(str(said)).replace(tzinfo=profile.zone)


def _recorded(scene: Scene, staff: Staff) -> Outcome:
    return Outcome(messages=(Message(staff.chat, says("form-recorded", number=scene.case.number)),))
